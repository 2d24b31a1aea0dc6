"""The table of speech sounds is complete and sane."""

import unicodedata

import pytest

from songwright.sing.phones import (
    CONSONANTS,
    VOWELS,
    Manner,
    closure_s,
    consonant,
    is_nasal_nucleus,
    is_nasal_vowel,
    nucleus_targets,
)
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


def test_signs_change_what_the_letter_says():
    """Long, aspirated, tense, ejective, unreleased: closure, voice onset and breath as the sign says."""
    plain = consonant("t")
    assert consonant("tː").duration_s == pytest.approx(1.9 * plain.duration_s)
    assert closure_s("tː", consonant("tː").duration_s) > 2 * closure_s("t", plain.duration_s)
    assert consonant("tʰ").voice_onset_s == 0.07
    assert consonant("t͈").aspiration_db == consonant("tʼ").aspiration_db == -60
    assert closure_s("t͈", consonant("t͈").duration_s) > 1.5 * closure_s("t", plain.duration_s)
    assert consonant("tʼ").noise_db > plain.noise_db
    assert consonant("t̚").noise == ()
    assert closure_s("t̚", 0.08) == pytest.approx(0.08)


@pytest.mark.parametrize("letter", ["t", "s", "l", "n", "k"])
def test_second_places_of_articulation_draw_the_resonances(letter):
    """ʲ draws F2 up, ˤ and ʷ down; all three reach further into the vowel; resonances still ascend."""
    plain = consonant(letter)
    assert plain.formants is not None
    for sign, rises in (("ʲ", True), ("ˤ", False), ("ʷ", False)):
        drawn = consonant(letter + sign)
        assert drawn.formants is not None
        assert (drawn.formants[1] > plain.formants[1]) == rises
        assert drawn.reach_s > plain.reach_s
        assert list(drawn.formants) == sorted(drawn.formants)


@pytest.mark.parametrize("length_s", [0.01, 0.05, 0.085, 0.3])
@pytest.mark.parametrize("phone", ["p", "tʰ", "k͈", "d", "t͡ʃ", "bː", "kʼ"])
def test_closures_fit_in_their_sound(phone, length_s):
    """A third or more of a stop is closed, and never more than all of it."""
    assert 0.32 * length_s < closure_s(phone, length_s) <= length_s


def test_only_stops_and_affricates_close():
    """s, m and l have no closure."""
    assert [closure_s(phone, 0.1) for phone in "sml"] == [0, 0, 0]


@pytest.mark.parametrize("nucleus", ["ɑ̃", "ɛ̃", "ã", "ĩ", "õ"])
def test_nasal_vowels_are_known_in_both_spellings(nucleus):
    """With a combining tilde and as one letter; the resonances are those of the oral vowel."""
    assert is_nasal_vowel(nucleus)
    assert nucleus_targets(nucleus) == nucleus_targets(unicodedata.normalize("NFD", nucleus)[0])
    assert not is_nasal_vowel("aɪ")
