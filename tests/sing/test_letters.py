"""Letters to phones: something singable for every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.letters import read_letters
from songwright.sing.phones import CONSONANTS, VOWELS
from songwright.sing.syllables import to_syllables

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [
        ("corazón", "es", 3), ("canción", "es", 2), ("Liebe", "de", 2), ("zwischen", "de", 2),
        ("amore", "it", 3), ("ciao", "it", 2), ("любовь", "ru", 2), ("こんにちは", "ja", 4),
        ("사랑", "ko", 2), ("爱", "zh", 1), ("حبيبي", "ar", 3),
    ],
)  # fmt: skip
def test_words_of_other_languages_have_about_their_own_syllables(word, language, syllables):
    """The table counts the syllables of common words as speakers of the language would, give or take one."""
    assert abs(len(to_syllables(read_letters(word, language))) - syllables) <= 1


@given(st.text(max_size=20), st.sampled_from(["de", "fr", "ja", "zh", "ar", "xx", "es"]))
def test_every_word_with_letters_can_be_sung(word, language):
    """The phones are ones that the singer knows, and there is at least one vowel or nothing at all."""
    phones = [phone.lstrip("ˈ") for phone in read_letters(word, language)]
    for phone in phones:
        assert phone in CONSONANTS or all(letter in VOWELS for letter in phone)
    assert not phones or to_syllables(phones)


def test_the_last_but_one_vowel_is_stressed():
    """Most of these languages stress the penultimate syllable, so the table always does."""
    assert [s.stress for s in to_syllables(read_letters("corazones", "es"))] == [0, 0, 2, 0]


def test_languages_read_letters_in_their_own_way():
    """German w is v, Spanish h is silent, Italian ch is k."""
    assert read_letters("was", "de")[0] == "v"
    assert read_letters("hola", "es")[0] == "ˈo"
    assert read_letters("che", "it")[0] == "k"
