"""Mandarin: characters by phrase, one syllable each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.mandarin import count, say, syllable_of
from tests.sing.spoken import assert_sound, cents_off, phones

LYRIC = {  # own words: line -> syllables
    "月光照在安静的河上，": 9,
    "你轻轻地唱着一首老歌。": 10,
    "風吹過「長長」的街道": 8,
    "明天我们还会再见吗？": 9,
    "把手给我，别说再见": 8,
}
PINYIN = {
    "ma": "ma", "bo": "p˭wo", "zhi": "t͡ʂʅ", "chi": "t͡ʂʰʅ", "shi": "ʂʅ", "ri": "ɻʅ", "zi": "t͡sɿ",
    "ci": "t͡sʰɿ",
    "si": "sɿ", "ji": "t͡ɕi", "qi": "t͡ɕʰi", "xi": "ɕi", "nv": "ny", "lü": "ly", "ju": "t͡ɕy", "xue": "ɕɥɛ",
    "yuan": "ɥɛn", "qun": "t͡ɕʰyn", "er": "ɚ", "wo": "wo", "gui": "k˭weɪ", "liu": "ljoʊ", "dun": "t˭wən",
    "yan": "jɛn", "ying": "iŋ", "xiong": "ɕjʊŋ", "weng": "wɤŋ", "zhuang": "t͡ʂwɑŋ", "ng": "ŋ̩",
}  # fmt: skip
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@pytest.mark.parametrize(("line", "syllables"), LYRIC.items())
def test_every_character_is_one_syllable(line, syllables):
    """Each character is a word of one syllable that keeps its punctuation."""
    words = say(line)
    assert [len(word.syllables) for word in words] == [1] * syllables
    assert_sound(line, words)


@pytest.mark.parametrize(("pinyin", "expected"), PINYIN.items())
def test_pinyin_is_said_as_lee_and_zee_write_it(pinyin, expected):
    """Initials and finals, the vowels after sibilants, ü where pinyin writes u, hidden middle vowels."""
    syllable = syllable_of(pinyin)
    assert syllable is not None
    assert "".join((*syllable.onset, syllable.nucleus, *syllable.coda)) == expected


def test_every_reading_of_the_dictionary_has_phones():
    """Each of the about 420 pinyin syllables of pypinyin can be sung, and no two sound alike."""
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_tone3

    readings = {
        to_tone3(reading, v_to_u=False).rstrip("012345")
        for entry in PINYIN_DICT.values()
        for reading in entry.split(",")
    }
    assert len(readings) > 400
    said = {reading: syllable_of(reading) for reading in readings}
    assert None not in said.values()
    assert len({(s.onset, s.nucleus, s.coda) for s in said.values() if s}) == len(readings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("音乐", "in ɥɛ"), ("快乐", "kʰwaɪ lɤ"), ("音樂", "in ɥɛ"), ("快樂", "kʰwaɪ lɤ"), ("银行", "in xɑŋ"),
        ("旅行", "ly ɕiŋ"), ("长大", "t͡ʂɑŋ t˭a"), ("長大", "t͡ʂɑŋ t˭a"), ("重新", "t͡ʂʰʊŋ ɕin"),
        ("睡着了", "ʂweɪ t͡ʂɑʊ lɤ"), ("看着你", "kʰan t͡ʂɤ ni"), ("静静地", "t͡ɕiŋ t͡ɕiŋ t˭ɤ"),
        ("天地", "tʰjɛn t˭i"),
        ("还是", "xaɪ ʂʅ"), ("还给", "xwan k˭eɪ"),
    ],
)  # fmt: skip
def test_characters_of_two_readings_follow_their_phrase(text, expected):
    """乐, 行, 长, 着, 地, 还: in simplified and in traditional writing."""
    assert phones(say(text)) == expected


def test_little_words_are_weak():
    """的 and 了 carry no stress, 我 does."""
    assert [word.syllables[0].stress for word in say("我的爱了")] == [2, 0, 2, 0]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("0", "零"), ("10", "十"), ("12", "十二"), ("105", "一百零五"), ("110", "一百一十"),
     ("2000", "两千"), ("2026", "两千零二十六"),
     ("10050", "一万零五十"), ("100000000", "一亿"), ("3.14", "三点一四"), ("007", "零零七")],
)  # fmt: skip
def test_numbers_are_counted_in_chinese(number, expected):
    """Myriads, one spoken zero for skipped places, digits after the point."""
    assert count(number) == expected


def test_numbers_and_foreign_words_are_whole_words():
    """1984年 is read digit by digit, English as English, and the text stays as written."""
    words = say("1984年 I love you，50%")
    assert [word.text for word in words] == ["1984", "年", "I", "love", "you，", "50%"]
    assert phones(words[:1]) == "i.t͡ɕjoʊ.p˭a.sɿ"
    assert phones(words[3:4]) == "lʌv"
    assert phones(words[5:]) == "p˭aɪ.fən.t͡ʂʅ.u.ʂʅ"


@given(st.text(HAN | st.sampled_from("，。！？「」12ab %"), max_size=20))
def test_any_line_can_be_said(text):
    """No line is refused, no phone is unknown, no letter is lost."""
    assert_sound(text, say(text))


def test_a_line_is_sung_in_tune():
    """All notes of a Mandarin line are heard, nine of ten within 30 cents."""
    off = cents_off(say("明天我们还会再见吗"))
    assert len(off) == 9
    assert np.mean(np.abs(off) < 30) >= 0.9, off
