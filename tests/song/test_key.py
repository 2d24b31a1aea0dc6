"""Keys in the spellings that users write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.errors import InvalidValue
from songwright.song.key import ALL_KEYS, Key, Mode, parse_key, usual_key

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Am", "A Minor"),
        ("A minor", "A Minor"),
        ("F# Minor", "F# Minor"),
        ("F♯ minor", "F# Minor"),
        ("f sharp minor", "F# Minor"),
        ("Bb major", "Bb Major"),
        ("B flat", "Bb Major"),
        ("C", "C Major"),
        ("CM", "C Major"),
        ("Cmaj", "C Major"),
        ("c#m", "C# Minor"),
        ("b", "B Major"),
        ("bm", "B Minor"),
        ("bb", "Bb Major"),
        ("  D   MINOR ", "D Minor"),
        ("D-minor", "D Minor"),
    ],
)
def test_every_usual_spelling_is_read(text: str, name: str):
    """Letter case, accidentals in words or signs, and short modes all mean the same key."""
    assert parse_key(text).name == name


@pytest.mark.parametrize("text", ["H minor", "", "minor", "A##", "Am7", "Zm", "C major minor", "5"])
def test_a_text_that_is_no_key_is_refused_with_what_is_allowed(text: str):
    """The message names the field, the value and the spellings."""
    with pytest.raises(InvalidValue, match=r"^key: .*A to G"):
        parse_key(text)


def test_there_are_24_different_keys():
    """Twelve tonics in two modes, no two alike."""
    assert len({(key.tonic, key.mode) for key in ALL_KEYS}) == 24


@given(st.sampled_from(ALL_KEYS))
def test_a_key_reads_back_from_its_name(key: Key):
    """Name and parse are inverse."""
    assert parse_key(key.name) == key


@given(st.integers(0, 11), st.sampled_from(Mode))
def test_a_scale_has_seven_different_notes_from_the_tonic(tonic: int, mode: Mode):
    """Seven pitch classes, the first of which is the tonic."""
    scale = usual_key(tonic, mode).scale
    assert scale[0] == tonic
    assert len(set(scale)) == 7


def test_flat_keys_spell_with_flats():
    """Pitch class 10 is Bb in D minor and A# in B major."""
    assert parse_key("D minor").spell(10) == "Bb"
    assert parse_key("B major").spell(10) == "A#"
