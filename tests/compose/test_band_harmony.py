"""Chords of the band: applied and borrowed ones, lifts, forms, cadences, jazz layouts."""

from dataclasses import replace
from itertools import pairwise

import pytest

from songwright.compose.composer import compose
from songwright.compose.form import passages_of
from songwright.compose.harmony import Harmony, harmonise, read_numeral, singable_scale
from songwright.compose.style import Voicing
from songwright.compose.styles import STYLES
from songwright.compose.voicing import Compass, lay_out
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key, usual_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan
from tests.compose.plans import BAND, full_form, plan_of, pronounced, section

pytestmark = pytest.mark.fast

KIND = SectionKind
MIDDLE = Compass(48, 76, 62.0)


def chords_of(plan: SongPlan) -> Harmony:
    return harmonise(plan, STYLES[plan.genre], passages_of(plan))


@pytest.mark.parametrize(
    ("numeral", "key", "symbol"),
    [
        ("V7/V", "C major", "D7"),
        ("V7/vi", "C major", "E7"),
        ("V7/IV", "F major", "F7"),
        ("V7b9/ii", "Bb major", "G7b9"),
        ("V/3/vi", "C major", "E/G#"),
        ("V7/iv", "A minor", "A7"),
        ("V7/III", "A minor", "G7"),
        ("bII7", "C major", "Db7"),
        ("#iv°7", "C major", "F#dim7"),
        ("bVI", "C major", "Ab"),
        ("iv", "G major", "Cm"),
        ("bII", "E minor", "F"),
        ("i11", "D minor", "Dm11"),
        ("V13", "Eb major", "Bb13"),
    ],
)
def test_applied_and_borrowed_chords_are_read(numeral: str, key: str, symbol: str):
    """A dominant of a degree is the dominant in that degree's key."""
    assert read_numeral(numeral, parse_key(key)).symbol == symbol


@pytest.mark.parametrize(
    ("numeral", "key", "gone", "come"),
    [
        ("V7/V", "C major", 5, 6),  # F gives way to F sharp
        ("iv", "C major", 9, 8),  # A gives way to A flat
        ("V7", "A minor", 7, 8),  # G gives way to G sharp
        ("V7/vi", "C major", 7, 8),
        ("IV", "A minor", 5, 6),  # dorian
        ("bVI", "C major", 9, 8),
        ("#iv°7", "C major", 5, 6),
        ("bII", "E minor", 6, 5),  # phrygian
    ],
)
def test_a_scale_bends_with_its_chord(numeral: str, key: str, gone: int, come: int):
    """Seven degrees stay seven; the bent one is the chord's."""
    scale = singable_scale(parse_key(key), read_numeral(numeral, parse_key(key)))
    assert come in scale
    assert gone not in scale
    assert len(set(scale)) == 7


def lifted(semitones: int, genre: Genre = Genre.POP, **more: object) -> SongPlan:
    """The full form whose last chorus and outro stand higher."""
    form = full_form()
    high = tuple(replace(part, transpose=semitones) for part in form[8:])
    return plan_of((*form[:8], *high), genre, **more)  # type: ignore[arg-type]  # forwarded fields


@pytest.mark.parametrize("semitones", [1, 2, 3])
@pytest.mark.parametrize("key", ["C major", "A minor", "Eb major"])
def test_a_lifted_chorus_stands_in_its_own_key(semitones: int, key: str):
    """The key rises, its dominant leads in, the song ends on its tonic, and the band plays in it."""
    plan = lifted(semitones, key=key, seed=3)
    harmony = chords_of(plan)
    start = passages_of(plan)[8].start
    home = usual_key(plan.key.tonic + semitones, plan.key.mode)
    assert harmony.key_at(start - plan.meter.bar_beats) == plan.key
    assert harmony.key_at(start) == harmony.key_at(start - 0.5) == home
    pivot = harmony.at(start - 0.5)
    assert (pivot.root - home.tonic) % 12 == 7
    assert 4 in pivot.intervals
    assert harmony.chords[-1].root == home.tonic
    score = compose(plan, pronounced)
    plain = compose(replace(plan, sections=tuple(replace(s, transpose=0) for s in plan.sections)), pronounced)
    bass, before = (
        [n.pitch % 12 for t in s.tracks if t.role is Role.BASS for n in t.notes if n.start > start + 0.1]
        for s in (score, plain)
    )
    moved = sum((a - b) % 12 == semitones for a, b in zip(bass, before, strict=False))
    assert moved > 0.8 * len(before)


def test_a_song_without_a_lift_has_one_key():
    """Nothing changes where nothing is planned."""
    harmony = chords_of(plan_of())
    assert harmony.changes == ()
    assert {harmony.key_at(beat).name for beat in (0.0, 50.0, 150.0)} == {"C Major"}


@pytest.mark.parametrize(
    "genre", [Genre.POP, Genre.BALLAD, Genre.COUNTRY, Genre.JAZZ, Genre.SOUL, Genre.ROCK]
)
def test_genres_use_chords_beyond_the_key(genre: Genre):
    """Over 30 seeds in major most songs of these genres leave the scale somewhere, and few all the time."""
    strange = 0
    for seed in range(30):
        harmony = chords_of(plan_of(genre=genre, key="C major", seed=seed))
        scale = set(harmony.key.scale)
        shares = [set(chord.pitch_classes[:4]) <= scale for chord in harmony.chords]
        strange += not all(shares)
    assert strange >= 12


def test_metal_uses_the_phrygian_second():
    """bII over the tonic is heard in at least a third of the songs in minor."""
    seen = sum(
        any(
            (c.root - 4) % 12 == 1
            for c in chords_of(plan_of(genre=Genre.METAL, key="E minor", seed=s)).chords
        )
        for s in range(30)
    )
    assert seen >= 10


def twelve(genre: Genre, key: str, seed: int, caption: str = "") -> list[int]:
    """Roots of the first bars of a 24-bar verse, above the tonic."""
    form = (section(KIND.VERSE, "Verse", 24, 0.6), section(KIND.OUTRO, "Outro", 4, 0.5))
    plan = replace(plan_of(form, genre, key=key, seed=seed), caption=caption)
    harmony = chords_of(plan)
    return [(harmony.at(bar * 4.0).root - plan.key.tonic) % 12 for bar in range(24)]


@pytest.mark.parametrize("key", ["A major", "A minor"])
def test_the_blues_is_a_twelve_bar_form(key: str):
    """I or i first, IV in bar 5, home in bar 7 or 11, and again after twelve bars; forms differ by seed."""
    forms = set()
    for seed in range(20):
        roots = twelve(Genre.BLUES, key, seed)
        assert roots[:12] == roots[12:]
        assert roots[0] == 0
        assert roots[4] == 5
        assert roots[6] == 0
        assert 7 in roots[8:12]
        forms.add(tuple(roots[:12]))
    assert len(forms) >= 2


def test_a_caption_asks_for_the_blues_form():
    """Jazz blues and rock and roll play twelve bars too."""
    for genre, caption in ((Genre.JAZZ, "a jazz blues in F"), (Genre.ROCK, "fifties rock and roll")):
        for seed in range(5):
            roots = twelve(genre, "F major", seed, caption)
            assert roots[:12] == roots[12:]
            assert (roots[0], roots[4]) == (0, 5)


def test_pre_choruses_end_open_and_choruses_may_close():
    """The bar before a chorus holds the fifth degree; country choruses end V I."""
    for seed in range(10):
        plan = plan_of(genre=Genre.COUNTRY, key="G major", seed=seed)
        harmony, form = chords_of(plan), passages_of(plan)
        assert (harmony.at(form[3].start - 1).root - 7) % 12 == 7
        assert harmony.at(form[3].end - 1).root == 7
        assert harmony.at(form[3].end - 5).root != 7


@pytest.mark.parametrize("genre", list(Genre))
def test_a_loop_leads_back(genre: Genre):
    """The last bar of a loop is no arrival: it ends on the dominant that its first bar answers."""
    form = (section(KIND.VERSE, "Loop", 8, 0.7),)
    plan = replace(plan_of(form, genre, ring_s=0.0, seed=5), loop=True)
    score = compose(plan, pronounced)
    last, first = score.chords[-1], score.chords[0]
    assert last.symbol != first.symbol
    end = plan.bars * plan.meter.bar_beats
    for track in score.tracks:
        assert all(note.start < end and note.end <= end + 2.0 + 1e-9 for note in track.notes)
        opening = min(note.start for note in track.notes)
        assert opening < plan.meter.bar_beats, track.name


def test_rootless_voicings_are_of_form_a_or_b():
    """Third or seventh lowest, both guide tones there, no root: ii V I through the keys."""
    for key in ("C major", "F major", "Ab major", "E major"):
        chords = [read_numeral(name, parse_key(key)) for name in ("ii9", "V13", "Imaj9", "V7b9/ii")]
        for chord, laid in zip(chords, lay_out(chords, Voicing.ROOTLESS, MIDDLE), strict=True):
            steps = [(voice - chord.root) % 12 for voice in laid.voices]
            assert len(steps) == 4
            assert 0 not in steps
            assert {3, 4} & set(steps)
            assert {10, 11} & set(steps)
            assert steps[0] in (3, 4, 10, 11)


def test_drop_two_opens_a_close_chord():
    """With the lowest voice an octave up again the four voices lie within an octave."""
    chords = [read_numeral(name, parse_key("C major")) for name in ("ii7", "V7", "Imaj7", "vi9")]
    for laid in lay_out(chords, Voicing.DROP2, Compass(44, 76, 60.0)):
        voices = laid.voices
        assert len(voices) == 4
        assert voices[-1] - voices[0] > 12
        assert max(voices[0] + 12, voices[-1]) - min(voices[1], voices[0] + 12) < 12


def test_quartal_voicings_stack_fourths():
    """A minor eleventh is built of fourths with a third on top, as in So What."""
    chords = [read_numeral(name, parse_key("D minor")) for name in ("i11", "bii11", "i11")]
    for laid in lay_out(chords, Voicing.QUARTAL, MIDDLE):
        gaps = [b - a for a, b in pairwise(laid.voices)]
        assert len(gaps) >= 3
        assert set(gaps[:-1]) == {5}
        assert gaps[-1] in (4, 5)


def test_jazz_comping_plays_the_guide_tones():
    """In a band with bass the piano's chords hold third and seventh, mostly without the root."""
    band = {Role.BASS: "upright_bass", Role.CHORDS: "piano"}
    guides = roots = total = 0
    for seed in range(8):
        plan = plan_of(genre=Genre.JAZZ, key="F major", seed=seed, instruments=band, bpm=130)
        score = compose(plan, pronounced)
        piano = next(track for track in score.tracks if track.role is Role.CHORDS)
        start, end = score.section_start_beats(1), score.section_start_beats(2)
        for chord in score.chords:
            if not start <= chord.start < end or len(chord.intervals) < 4:
                continue
            inside = [n for n in piano.notes if chord.start - 0.1 <= n.start < chord.end - 0.3]
            steps = {(note.pitch - chord.root) % 12 for note in inside}
            if steps:
                total += 1
                guides += bool(steps & {3, 4, 5}) and bool(steps & {9, 10, 11})
                roots += 0 in steps
    assert total > 40
    assert guides > 0.95 * total
    assert roots < 0.4 * total


def test_soul_chords_are_ninths_and_more():
    """Most soul songs hold chords of five tones or more."""
    wide = sum(
        sum(len(chord.intervals) >= 5 for chord in chords_of(plan_of(genre=Genre.SOUL, seed=seed)).chords)
        >= 4
        for seed in range(20)
    )
    assert wide >= 14


def test_2_4_lifts_too():
    """In the shortest bars the dominant takes the whole bar."""
    plan = replace(lifted(2), meter=Meter.TWO)
    harmony = chords_of(plan)
    start = passages_of(plan)[8].start
    assert (harmony.at(start - 1.9).root - plan.key.tonic) % 12 == 9


def test_metal_in_minor_states_its_third():
    """Over guitars in fifths the second guitar plays the third of the chord, from the verse on."""
    form = (section(KIND.VERSE, "Verse", 8, 0.7), section(KIND.CHORUS, "Chorus", 8, 0.9))
    band = {**BAND, Role.CHORDS: "distorted_guitar", Role.RHYTHM: "distorted_guitar"}
    for meter in Meter:
        for seed in range(8):
            plan = plan_of(
                form, Genre.METAL, key="E minor", meter=meter, seed=seed, voice=None, instruments=band
            )
            score = compose(plan, pronounced)
            second = next(track for track in score.tracks if track.role is Role.RHYTHM)
            sounding = thirds = 0.0
            for note in second.notes:
                chord = score.chord_at(note.start + 0.05)
                if chord.root == plan.key.tonic:
                    sounding += note.duration
                    thirds += note.duration * (note.pitch % 12 == (plan.key.tonic + 3) % 12)
            assert thirds > 0.2 * sounding > 0.0, (meter, seed)
