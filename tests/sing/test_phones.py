"""The table of speech sounds is complete and sane."""

import pytest

from songwright.sing.phones import CONSONANTS, VOWELS, Manner, consonant, is_nasal_nucleus, nucleus_targets
from songwright.sing.syllables import is_vowel

pytestmark = pytest.mark.fast

ENGLISH_CONSONANTS = (*"pbtdkɡfvθðszʃʒhmnŋlɹwj", "t͡ʃ", "d͡ʒ")
ENGLISH_NUCLEI = (*"iɪɛæɑɔʊuʌəɚ", "eɪ", "oʊ", "aɪ", "aʊ", "ɔɪ")


@pytest.mark.parametrize("phone", ENGLISH_CONSONANTS)
def test_every_english_consonant_is_known(phone):
    """gruut's consonants are in the table by their own symbols and are no vowels."""
    assert phone in CONSONANTS
    assert not is_vowel(phone)


@pytest.mark.parametrize("nucleus", ENGLISH_NUCLEI)
def test_every_english_nucleus_is_known(nucleus):
    """Each sign of a vowel or diphthong has its resonances."""
    assert is_vowel(nucleus)
    assert len(nucleus_targets(nucleus)) == len(nucleus)


def test_resonances_ascend():
    """F1 < F2 < F3 < F4 in every sound."""
    shapes = [*VOWELS.values(), *(sound.formants for sound in CONSONANTS.values() if sound.formants)]
    for shape in shapes:
        assert list(shape) == sorted(shape)


def test_no_noise_is_louder_than_a_vowel():
    """Sibilants stay 8 dB or more below vowels, other friction below sibilants."""
    for phone, sound in CONSONANTS.items():
        assert sound.noise_db <= -8, phone
        if sound.manner is Manner.FRICATIVE and phone in "fθvð":
            assert sound.noise_db <= CONSONANTS["s"].noise_db - 8


def test_syllabic_nasals_are_hummed():
    """m̩ of "hmm" is a nasal nucleus, l̩ is not."""
    assert is_nasal_nucleus("m̩")
    assert not is_nasal_nucleus("l̩")
    assert nucleus_targets("l̩") == (CONSONANTS["l"].formants,)


def test_unknown_symbols_are_breathed():
    """A sound that the table lacks is sung as h, not refused."""
    assert consonant("ǃ") is CONSONANTS["h"]
    assert consonant("g") is CONSONANTS["ɡ"]
