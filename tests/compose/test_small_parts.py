"""The small tools: patterns, feel, voicings, rating, rhythm, grooves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.compose.drum_names import Rows
from songwright.compose.feel import Feel, feel_of, on_tick, played
from songwright.compose.fills import FILLS
from songwright.compose.grooves import GROOVES
from songwright.compose.grooves_triple import COMPOUND, WALTZ
from songwright.compose.harmony import read_numeral
from songwright.compose.pattern import Step, fitted, read_steps, repeated
from songwright.compose.phrases import Phrase
from songwright.compose.progressions import PROGRESSIONS
from songwright.compose.rating import rate
from songwright.compose.rhythm import Window, metric_weight, write_rhythm
from songwright.compose.schools import SCHOOLS
from songwright.compose.style import Levels, Voicing
from songwright.compose.styles import STYLES
from songwright.compose.text import text_of
from songwright.compose.voicing import Compass, lay_out
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Drum
from songwright.song.key import ALL_KEYS, parse_key
from songwright.song.meter import Meter
from songwright.song.score import Note
from tests.compose.plans import plan_of, pronounced

pytestmark = pytest.mark.fast


def test_a_pattern_reads_as_written():
    """Rests are silent, holds lengthen, spaces are free."""
    assert read_steps("x_.. o...") == (Step(0.0, 0.5, "x"), Step(1.0, 0.25, "o"))


def test_a_pattern_fits_every_meter():
    """3/4 and 2/4 keep the first beats, 6/8 bends two beats to two dotted ones."""
    pattern = "x___o___x_o_x___"
    assert [step.start for step in fitted(pattern, Meter.THREE).steps] == [0, 1, 2, 2.5]
    assert [step.start for step in fitted(pattern, Meter.TWO).steps] == [0, 1]
    bent = fitted("x_o_x_o_........", Meter.SIX)
    assert [step.start for step in bent.steps] == [0, 1, 1.5, 2.5]
    assert bent.beats == 3
    assert [s.start for s in fitted("0.1.2.1.0.1.2.1.", Meter.SIX).steps] == [0, 0.5, 1, 1.5, 2, 2.5]


def test_every_pattern_of_every_style_fits_every_meter():
    """Patterns are whole bars and lose nothing but beats that a bar lacks."""
    for style in STYLES.values():
        for levels in (style.bass, style.chords, style.rhythm, style.arp):
            for pattern in (levels.thin, levels.medium, levels.full):
                assert len(pattern.replace(" ", "")) in (16, 32), pattern
                for meter in Meter:
                    loop = fitted(pattern, meter)
                    assert loop.beats % meter.bar_beats == 0
                    assert all(0 <= s.start < s.end <= loop.beats + 1e-9 for s in loop.steps)


def test_a_stretched_pattern_lasts_twice_as_long():
    """Half-time feel doubles all times and cuts at the end."""
    steps = list(repeated(fitted("x___x___x___x___", Meter.FOUR), 10.0, 6.0, 2.0))
    assert [step.start for step in steps] == [10, 12, 14]
    assert steps[-1].end == 16


def test_grooves_have_whole_rows():
    """Rows are at most a bar (or two) long and only use drums of the kits and known marks."""
    drums = {value for name, value in vars(Drum).items() if name.isupper()}
    known = set("Xxo-?!rt.")
    sets: list[tuple[Rows, tuple[int, ...]]] = [(groove.rows, (16, 32)) for groove in GROOVES.values()]
    sets += [(rows, (12, 24)) for table in (WALTZ, COMPOUND) for rows in table.values()]
    sets += [(rows, (8,)) for variants in FILLS.values() for rows in variants]
    for rows, lengths in sets:
        for drum, row in rows:
            marks = row.replace(" ", "")
            assert drum in drums
            assert set(marks) <= known
            assert len(marks) in (*lengths, 4, 8), marks


def test_every_style_names_grooves_that_exist():
    """Half-time, peak and fill are all there, in all meters."""
    for style in STYLES.values():
        for name in (style.half, style.peak, style.grooves.thin, style.grooves.medium, style.grooves.full):
            assert all(GROOVES[name].rows_in(meter) for meter in Meter), name
    for school in SCHOOLS:
        assert {school.grooves.thin, school.grooves.medium, school.grooves.full} <= GROOVES.keys()
    for style in STYLES.values():
        assert style.fill in FILLS


def test_levels_rise_with_density():
    """Thin, medium, full."""
    assert [Levels("a", "b", "c").at(d) for d in (0.1, 0.5, 0.9)] == ["a", "b", "c"]


@given(st.floats(0, 64), st.floats(0.5, 0.7), st.sampled_from([0.5, 1.0, 2.0]))
def test_swing_can_be_undone(beat: float, ratio: float, pair: float):
    """`unswung` inverts `swung`, which keeps whole pairs in place."""
    feel = Feel(120, ratio, pair, 1.0, 1000.0)
    assert feel.unswung(feel.swung(beat)) == pytest.approx(beat, abs=1e-9)
    assert feel.swung(pair * 3) == pytest.approx(pair * 3)


def test_a_shuffle_puts_offbeats_on_the_triplet():
    """The blues at a medium tempo swings by two to one; straight genres do not; 6/8 has no swing."""
    blues = feel_of(plan_of(genre=Genre.BLUES, bpm=100), STYLES[Genre.BLUES])
    assert blues.swung(0.5) == pytest.approx(2 / 3)
    assert feel_of(plan_of(), STYLES[Genre.POP]).swung(0.5) == 0.5
    six = feel_of(plan_of(genre=Genre.BLUES, meter=Meter.SIX), STYLES[Genre.BLUES])
    assert six.swung(0.5) == 0.5


def test_very_fast_and_very_slow_songs_change_feel():
    """Half-time at 240 bpm, double-time at 40, as written at 110."""
    feels = [feel_of(plan_of(bpm=bpm), STYLES[Genre.POP]).stretch for bpm in (40, 110, 240)]
    assert feels == [0.5, 1.0, 2.0]


@given(
    st.lists(
        st.tuples(st.floats(0, 20), st.floats(0.01, 5), st.integers(40, 45), st.integers(1, 127)), max_size=40
    )
)
def test_played_notes_never_overlap_on_a_pitch(raw: list[tuple[float, float, int, int]]):
    """Whatever is written, the performance is sorted, within the song and free of collisions."""
    feel = Feel(120, 0.6, 1.0, 1.0, 18.0)
    notes = played([Note(*note) for note in raw], feel, Chance(1, "test"), 10.0)
    assert all(0 <= note.start < note.end <= 18.0 + 1e-9 for note in notes)
    for pitch in range(40, 46):
        own = [note for note in notes if note.pitch == pitch]
        assert all(a.end <= b.start + 1e-9 for a, b in pairwise(own))
    assert all(on_tick(note.start) == pytest.approx(note.start) for note in notes)


@pytest.mark.parametrize("voicing", list(Voicing))
def test_voices_move_little(voicing: Voicing):
    """The top voice never leaps more than nine semitones, and all voices are chord tones."""
    compass = Compass(40, 64, 51.0) if voicing is Voicing.POWER else Compass(48, 76, 62.0)
    moved = []
    for genre, modes in PROGRESSIONS.items():
        for mode, written in modes.items():
            for key in (key for key in ALL_KEYS if key.mode is mode):
                cells = " ".join((*written.verse, *written.chorus, *written.bridge)).split()
                chords = [read_numeral(name, key) for cell in cells for name in cell.split(",")]
                laid = lay_out(chords, voicing, compass)
                for chord, voiced in zip(chords, laid, strict=True):
                    fifths = {(chord.root + 7) % 12}
                    assert {v % 12 for v in voiced.voices} <= {*chord.pitch_classes, *fifths}
                    assert compass.low <= voiced.voices[0] <= voiced.voices[-1] <= compass.high
                    assert voiced.root % 12 == chord.bass
                leaps = [abs(a.voices[-1] - b.voices[-1]) for a, b in pairwise(laid)]
                assert max(leaps) <= 9, (genre, key)
                moved += leaps
    assert sum(moved) / len(moved) < (4.5 if voicing is Voicing.POWER else 3)


def test_the_rating_prefers_a_tune_to_a_scale_and_a_drone():
    """A mixed line beats a monotone, a plain scale and a line of leaps."""
    onsets = [0, 0.5, 1, 2, 2.5, 3, 4, 5, 6]
    tune = [64, 64, 67, 65, 64, 62, 64, 62, 60]
    others = ([60] * 9, list(range(60, 69)), [60, 72, 61, 71, 62, 70, 63, 69, 64])

    def rated(pitches: list[int]) -> float:
        return rate(Phrase(onsets, [1.0] * len(onsets), pitches))

    assert all(rated(tune) > rated(other) for other in others)


def test_meters_weigh_their_beats():
    """Downbeat over half bar over beat over offbeat; 6/8 has two pulses."""
    four = [metric_weight(beat, Meter.FOUR) for beat in (0, 2, 1, 0.5, 0.25, 0.125)]
    assert four == sorted(four, reverse=True)
    assert metric_weight(1.5, Meter.SIX) > metric_weight(0.5, Meter.SIX) > metric_weight(0.75, Meter.SIX)
    assert metric_weight(2, Meter.FOUR, 2.0) == metric_weight(1, Meter.FOUR)


@given(st.integers(1, 60), st.sampled_from([2.0, 3.0, 4.0, 8.0, 12.0]), st.integers(30, 300))
def test_any_number_of_syllables_fits_its_room(count: int, beats: float, bpm: int):
    """Onsets rise strictly, stay in the room and leave the last note time."""
    text = text_of(pronounced(" ".join(["la"] * count), "en"))
    window = Window(8.0, beats, bpm, Meter.FOUR, 1.0)
    singing = STYLES[Genre.POP].singing
    rhythm = write_rhythm(text, window, singing, Chance(3, "test"))
    assert len(rhythm.onsets) == len(rhythm.durations) == count
    ends = [onset + length for onset, length in zip(rhythm.onsets, rhythm.durations, strict=True)]
    assert all(end <= after + 1e-9 for end, after in zip(ends, rhythm.onsets[1:], strict=False))
    assert all(length > 0 for length in rhythm.durations)
    assert rhythm.onsets[0] >= 0
    assert ends[-1] <= beats + 1e-9


def test_text_knows_its_words():
    """Word bounds, pauses and the bare wording."""
    text = text_of(pronounced("Hold on, burning fire", "en"))
    assert text.owners == (0, 1, 2, 2, 3)
    assert [text.joined(i) for i in range(5)] == [False, False, False, True, False]
    assert [text.pauses_before(i) for i in range(5)] == [False, False, True, False, False]
    assert text.wording == "hold on burning fire"
    assert parse_key("C major").scale[0] == 0
