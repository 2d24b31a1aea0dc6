"""Roman numerals, spelling and cadences."""

import pytest

from songwright.compose.form import passages_of
from songwright.compose.harmony import harmonise, read_numeral
from songwright.compose.progressions import PROGRESSIONS
from songwright.compose.styles import STYLES
from songwright.song.genre import Genre
from songwright.song.key import ALL_KEYS, Mode, parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import PlannedLine
from tests.compose.plans import full_form, plan_of, section

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("numeral", "key", "symbol"),
    [
        ("ii", "C major", "Dm"),
        ("IV", "F major", "Bb"),
        ("bVII", "C major", "Bb"),
        ("VI", "A minor", "F"),
        ("V7", "A minor", "E7"),
        ("iv7", "C# minor", "F#m7"),
        ("V/3", "C major", "G/B"),
        ("iiø7", "D minor", "Em7b5"),
        ("bII", "E minor", "F"),
        ("III7", "C major", "E7"),
        ("Imaj9", "Eb major", "Ebmaj9"),
    ],
)
def test_numerals_are_spelled_in_their_key(numeral: str, key: str, symbol: str):
    """The letter follows the degree, as a musician writes it."""
    assert read_numeral(numeral, parse_key(key)).symbol == symbol


def test_every_numeral_of_every_genre_can_be_read():
    """The data holds no misprint, and each genre's tonic chord stands on the tonic."""
    for modes in PROGRESSIONS.values():
        for mode, written in modes.items():
            key = next(key for key in ALL_KEYS if key.mode is mode)
            groups = (*written.verse, *written.pre, *written.chorus, *written.bridge, written.dominant)
            for cell in " ".join(groups).split():
                for numeral in cell.split(","):
                    assert read_numeral(numeral, key).symbol
            assert read_numeral(written.tonic, key).root == key.tonic


def test_a_wrong_numeral_is_refused():
    """Data errors come to light."""
    with pytest.raises(ValueError, match="not a roman numeral"):
        read_numeral("H7", parse_key("C major"))


def test_sections_of_a_kind_share_their_chords_and_verses_differ_from_choruses():
    """Verse 1 and verse 2 have the same chords; the chorus has others."""
    for seed in range(10):
        plan = plan_of(seed=seed)
        harmony = harmonise(plan, STYLES[plan.genre], passages_of(plan))
        rows = [
            [harmony.at(p.start + bar * 4).symbol for bar in range(p.section.bars - 1)]
            for p in passages_of(plan)
        ]
        assert rows[1] == rows[4]
        assert rows[3] == rows[5]
        assert rows[1] != rows[3]


def test_a_blues_has_twelve_bars():
    """Twelve bars of blues are I, IV and V in their order."""
    plan = plan_of(
        (section(SectionKind.VERSE, "Verse", 12, 0.6), section(SectionKind.OUTRO, "Outro", 4, 0.5)),
        Genre.BLUES,
        key="A major",
    )
    harmony = harmonise(plan, STYLES[plan.genre], passages_of(plan))
    roots = [harmony.at(bar * 4).root for bar in range(12)]
    a, d, e = 9, 2, 4
    assert roots[0] == roots[2] == roots[3] == a
    assert roots[4] == roots[5] == d
    assert roots[8:] == [e, d, a, e]


def test_chords_last_longer_where_bars_are_short():
    """At 240 bpm in 2/4 a chord lasts at least two bars, so that harmony does not rush."""
    plan = plan_of(full_form(4), bpm=240, meter=Meter.TWO)
    harmony = harmonise(plan, STYLES[plan.genre], passages_of(plan))
    lengths = sorted(chord.duration for chord in harmony.chords)
    assert lengths[len(lengths) // 2] >= 4.0


def test_both_modes_are_written_for_every_genre():
    """Any genre can be asked for in major and in minor."""
    assert all(set(modes) == set(Mode) for modes in PROGRESSIONS.values())
    assert set(PROGRESSIONS) == set(Genre)


@pytest.mark.parametrize("genre", list(Genre))
@pytest.mark.parametrize("mode", ["major", "minor"])
def test_another_chord_leads_to_the_last_one(genre: Genre, mode: str):
    """However short the last section, the tonic at its end is an arrival."""
    for bars in (1, 2, 3, 4):
        for seed in range(3):
            sections = (
                section(SectionKind.VERSE, "Verse", 4, 0.5),
                section(SectionKind.OUTRO, "Outro", bars, 0.4),
            )
            plan = plan_of(sections, genre, key=f"A {mode}", seed=seed)
            harmony = harmonise(plan, STYLES[genre], passages_of(plan))
            assert harmony.chords[-1].root == plan.key.tonic
            assert harmony.chords[-1].duration == plan.meter.bar_beats


def test_the_last_word_keeps_its_tonic():
    """Where the voice comes home a bar before the end, the harmony stays there with it."""
    line = PlannedLine(0, 3, "Every road is leading to you")
    plan = plan_of((section(SectionKind.CHORUS, "Chorus", 4, 0.8, lines=(line,)),))
    harmony = harmonise(plan, STYLES[plan.genre], passages_of(plan))
    assert harmony.at(8.0).root == harmony.at(12.0).root == plan.key.tonic
    assert harmony.at(4.0).root != plan.key.tonic
