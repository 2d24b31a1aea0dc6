"""Syllables: maximal onsets, one nucleus each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.syllables import BORDER, is_vowel, to_syllables

pytestmark = pytest.mark.fast

PHONES = st.lists(
    st.sampled_from(["ˈɑ", "i", "aɪ", "ɚ", "l̩", "s", "t", "ɹ", "k", "ŋ", "l", "m", "p", "w", "j"])
)


def spelled(phones: str) -> str:
    return ".".join(
        "".join((*syllable.onset, "<", syllable.nucleus, ">", *syllable.coda))
        for syllable in to_syllables(phones.split())
    )


@pytest.mark.parametrize(
    ("phones", "expected"),
    [
        ("ˈɛ k s t ɹ ə", "<ɛ>k.stɹ<ə>"),
        ("ˈæ ŋ ɡ ɹ i", "<æ>ŋ.ɡɹ<i>"),
        ("w ˈɪ n d oʊ", "w<ɪ>n.d<oʊ>"),
        ("s ˈɪ ŋ ɪ ŋ", "s<ɪ>ŋ.<ɪ>ŋ"),
        ("b ˈʌ t n̩", "b<ʌ>.t<n̩>"),
        ("s t ɹ ˈɛ ŋ k θ s", "stɹ<ɛ>ŋkθs"),
        ("f ˈaɪ ɹ . l aɪ t", "f<aɪ>ɹ.l<aɪ>t"),
    ],
)
def test_consonants_go_to_the_onset_that_words_can_begin_with(phones, expected):
    """As many consonants start a syllable as could start an English word, no more."""
    assert spelled(phones) == expected


def test_stress_comes_from_the_mark_on_the_vowel():
    """ˈ is primary, ˌ secondary, none is none, and marks do not stay in the phones."""
    syllables = to_syllables(["ˌ" + "ʌ", "n", "d", "ɚ", "s", "t", "ˈæ", "n", "d"])
    assert [syllable.stress for syllable in syllables] == [1, 0, 2]
    assert [syllable.nucleus for syllable in syllables] == ["ʌ", "ɚ", "æ"]


def test_without_a_vowel_there_is_no_syllable():
    """Consonants alone cannot be sung."""
    assert to_syllables(["s", "t"]) == ()
    assert to_syllables([]) == ()


@given(PHONES)
def test_no_phone_is_lost_added_or_moved(phones):
    """The syllables hold the phones of the word in order, with one vowel each."""
    syllables = to_syllables(phones)
    nuclei = [phone for phone in phones if is_vowel(phone.lstrip("ˈ"))]
    assert len(syllables) == len(nuclei)
    if nuclei:
        flat = [phone for syl in syllables for phone in (*syl.onset, syl.nucleus, *syl.coda)]
        assert flat == [phone.lstrip("ˈ") for phone in phones]


@given(PHONES, PHONES)
def test_a_border_parts_syllables(left, right):
    """Phones on both sides of a border are grouped as if they stood alone."""
    assert to_syllables([*left, BORDER, *right]) == to_syllables(left) + to_syllables(right)
