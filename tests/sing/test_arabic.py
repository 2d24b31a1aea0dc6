"""Arabic: vowels written, looked up or guessed; the article, linking and stress."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.arabic import say
from songwright.sing.arabic_vowels import find_vowels
from tests.sing.spoken import assert_sound, cents_off, phones

LYRIC = {  # own words, as lyrics are written -> what is sung
    "يا حبيبي يا نور عيني،": "ja ħa.bi.bi ja nuɾ ʕaɪ.ni",
    "القمر فوق البحر والليل طويل": "ʔal.qɑ.maɾ fɑʊq al.baħɾ wal.laɪl tˤɑ.wil",
    "قلبي يناديك في كل مكان": "qɑl.bi ju.na.dik fi kʊl ma.kan",
    "لا تتركني وحدي في الظلام": "la tat.ɾʊk.ni waħ.di fiðˤ ðˤɑ.lam",
    "غداً سوف تشرق الشمس من جديد": "ɣa.dan saʊf tʊʃ.ɾɪq aʃ.ʃams mɪn d͡ʒa.did",
}
LETTERS = st.characters(min_codepoint=0x621, max_codepoint=0x652)


@pytest.mark.parametrize(("line", "expected"), LYRIC.items())
def test_a_line_without_vowel_marks(line, expected):
    """The word list knows its vowels; case endings stay out; the article is linked."""
    words = say(line)
    assert phones(words) == expected
    assert [word.text for word in words] == line.split()
    assert_sound(line, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قَلْب", "qɑlb"), ("حُبٌّ", "ħʊb.bʊn"), ("كِتَابٌ", "ki.ta.bʊn"), ("مُدَرِّسَة", "mu.daɾ.ɾi.sa"),
        ("نُورٌ", "nu.ɾʊn"), ("بَيْت", "baɪt"),
        ("يَوْم", "jaʊm"), ("عَلَى", "ʕa.la"), ("هَٰذَا", "ha.ða"), ("آمَال", "ʔa.mal"),
        ("شُكْرًا", "ʃʊk.ɾan"), ("صَبَاح", "sˤɑ.baħ"),
        ("سُؤَال", "su.ʔal"), ("فِي الصَّبَاحِ", "fisˤ sˤɑ.ba.ħi"), ("اَلْحَيَاةُ", "ʔal.ħa.ja"),
    ],
)  # fmt: skip
def test_written_vowels_are_sung(text, expected):
    """Marks, doubling, nunation, long vowels, diphthongs, hamza and the silent ة."""
    assert phones(say(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الشمس", "ʔaʃ.ʃams"), ("القمر", "ʔal.qɑ.maɾ"), ("والنجوم", "wan.nu.d͡ʒum"), ("بالقلب", "bɪl.qɑlb"),
        ("في البيت", "fil baɪt"), ("من البيت", "mɪn al.baɪt"), ("الله", "ʔɑlˤ.lˤɑh"),
        ("يا الله", "jɑlˤ lˤɑh"),
    ],
)  # fmt: skip
def test_the_article(text, expected):
    """Sun letters take it over, particles and vowels before it take its vowel away."""
    assert phones(say(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقلبي", "wa.qɑl.bi"), ("حبيبتي", "ħa.bi.ba.ti"), ("بيتنا", "baɪ.tu.na"), ("بيوتهم", "bu.jut.hʊm"),
        ("كلماتك", "ka.li.ma.tak"), ("للأبد", "lɪl.ʔa.bad"), ("انا", "ʔa.na"), ("وانت", "wa.ʔan.ta"),
        ("احبك", "ʔu.ħɪb.bʊk"),
    ],
)  # fmt: skip
def test_particles_and_pronouns_are_split_off(text, expected):
    """And what is written without its hamza is found."""
    assert phones(say(text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("تكتوك", "tak.tuk"),
        ("زغرط", "zaɣ.ɾɑtˤ"),
        ("فاسب", "fa.sɪb"),
        ("الزغف", "ʔaz.za.ɣaf"),
        ("بلخ", "balx"),
    ],
)
def test_words_that_no_list_has_get_likely_vowels(word, expected):
    """By the shapes of Arabic words; every consonant is sung."""
    assert phones(say(word)) == expected
    assert find_vowels(word).is_sung


@pytest.mark.parametrize(
    ("text", "stresses"),
    [
        ("مكان", [0, 2]),
        ("مدينة", [0, 2, 0]),
        ("القمر", [1, 2, 1]),
        ("حبيبي", [0, 2, 0]),
        ("مدرسة", [0, 2, 0]),
    ],
)
def test_stress_goes_by_weight(text, stresses):
    """A very heavy last syllable, else a heavy last but one; never the article."""
    assert [syllable.stress for syllable in say(text)[0].syllables] == stresses


def test_numbers_and_foreign_words_are_whole_words():
    """Digits of both kinds are counted in Arabic, English is English."""
    words = say("24 ليلة I love you ٢٤ %50")
    assert [word.text for word in words] == ["24", "ليلة", "I", "love", "you", "٢٤%", "50"]
    assert phones(words[:1]) == "ʔaɾ.ba.ʕa.wa.ʕɪʃ.ɾun"
    assert phones(words[5:6]).startswith("ʔaɾ.ba.ʕa")
    assert phones(words[3:4]) == "lʌv"


@given(st.text(LETTERS | st.sampled_from(" ،؟12ab%"), max_size=20))
def test_any_line_can_be_said(text):
    """No line is refused, no phone is unknown, no letter is lost."""
    assert_sound(text, say(text))


@given(st.text(st.sampled_from("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"), min_size=2, max_size=9))
def test_no_cluster_is_left_unsung(word):
    """Whatever the letters, a syllable has at most one consonant before its vowel and two after it."""
    for syllable in (syllable for said in say(word) for syllable in said.syllables):
        assert len(syllable.onset) <= 1
        assert len(syllable.coda) <= 2


def test_a_line_is_sung_in_tune():
    """All notes of an Arabic line are heard, nine of ten within 30 cents."""
    off = cents_off(say("القمر فوق البحر والليل طويل"))
    assert len(off) == 10
    assert np.mean(np.abs(off) < 30) >= 0.9, off
