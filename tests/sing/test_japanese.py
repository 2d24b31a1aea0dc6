"""Japanese: kanji read by MeCab and IPADIC, a syllable for each mora."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.japanese import say
from songwright.sing.kana import say_kana
from tests.sing.spoken import assert_sound, cents_off, counts, phones

LYRIC = {  # own words: line -> moras without っ
    "夜空に星が降る、": 9,
    "君の声が聞こえた": 10,
    "「もう一度」だけ抱きしめて": 12,
    "私は海へ歩いていく": 13,
    "きっと明日も待っている": 10,
    "二人で東京を歩こう！": 13,
}
KANA = {
    "カ": "ka", "シ": "ɕi", "チ": "t͡ɕi", "ツ": "t͡sɯ", "フ": "ɸɯ", "ヒ": "çi", "ジ": "d͡ʑi", "ニ": "ɲi",
    "ヲ": "o",
    "キャ": "kʲa", "シュ": "ɕɯ", "チョ": "t͡ɕo", "ニャ": "ɲa", "リョ": "ɾʲo", "ティ": "ti", "ファ": "ɸa",
    "ヴィ": "vi",
    "ウェ": "we", "ジェ": "d͡ʑe", "デュ": "dʲɯ", "クァ": "kwa", "カッタ": "ka.tːa", "マッチ": "ma.t͡ɕːi",
    "アッ": "aʔ",
    "サンポ": "sa.m̩.po", "アンナ": "a.n̩.na", "リンゴ": "ɾi.ŋ̩.ɡo", "ホン": "ho.ɴ̩",
    "コーヒー": "ko.o.çi.i", "ねぇ": "ne.e",
}  # fmt: skip
READINGS = {  # what the line is in kana; particles as they sound
    "私は": "ワタシワ", "海へ": "ウミエ", "今日も": "キョーモ", "一人で": "ヒトリデ", "二人": "フタリ",
    "十一人": "ジューイチニン",
    "明日": "アシタ", "お母さん": "オカーサン", "一緒に": "イッショニ", "世界中": "セカイジュー",
    "行こう": "イコー", "思う": "オモウ",
    "何を探して": "ナニオサガシテ", "身体中": "カラダジュー", "彷徨う": "サマヨウ", "二羽の": "ニワノ",
    "一歩": "イッポ", "三本": "サンボン",
    "六百": "ロッピャク", "24時": "ニジューヨジ", "2人": "フタリ", "３年": "サンネン",
    "ラブソング": "ラブソング",
}  # fmt: skip
LETTERS = st.characters(min_codepoint=0x3041, max_codepoint=0x30FC) | st.sampled_from(
    "夜空星君心愛々一二三人本123%、。「」 ab"
)


@pytest.mark.parametrize(("line", "moras"), LYRIC.items())
def test_a_line_has_a_note_for_each_mora(line, moras):
    """Long vowels and ん have notes of their own, っ has none; punctuation stays."""
    words = say(line)
    assert sum(counts(words)) == moras
    assert_sound(line, words)


@pytest.mark.parametrize(("kana", "expected"), KANA.items())
def test_kana_are_said_as_in_the_handbook(kana, expected):
    """Rows, small letters, borrowed sounds, held consonants, ん by its neighbour, long vowels."""
    syllables = say_kana(kana)
    assert ".".join("".join((*s.onset, s.nucleus, *s.coda)) for s in syllables) == expected


@pytest.mark.parametrize(("text", "reading"), READINGS.items())
def test_kanji_are_read_as_songs_read_them(text, reading):
    """Particles, long vowels, people counted, numbers with their counters."""
    said = [(s.onset, s.nucleus, s.coda) for word in say(text) for s in word.syllables]
    assert said == [(s.onset, s.nucleus, s.coda) for s in say_kana(reading)]


def test_words_are_phrases_with_what_leans_on_them():
    """Particles and auxiliaries belong to the word before; quotation marks to the word inside."""
    texts = [word.text for word in say("夜空に「星」が、待っている。")]
    assert texts == ["夜空に", "「星」", "が、", "待っている。"] or texts == [
        "夜空に",
        "「星」が、",
        "待っている。",
    ]


def test_particles_are_weak():
    """The first mora is the strong one, the particle the weakest."""
    assert [syllable.stress for syllable in say("夜空に")[0].syllables] == [2, 1, 1, 0]


def test_english_and_numbers_keep_their_text():
    """English stays English, digits stay digits on the page."""
    words = say("I love you と言って 24時")
    assert [word.text for word in words] == ["I", "love", "you", "と", "言って", "24時"]
    assert phones(words[1:2]) == "lʌv"


@given(st.text(LETTERS, max_size=20))
def test_any_line_can_be_said(text):
    """No line is refused, no phone is unknown, no letter is lost."""
    assert_sound(text, say(text))


@given(
    st.text(
        st.sampled_from(
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴン"
        ),
        max_size=20,
    )
)
def test_one_kana_is_one_syllable(text):
    """Full-size kana are a mora each."""
    assert len(say_kana(text)) == len(text)


def test_a_line_is_sung_in_tune():
    """All notes of a Japanese line are heard, ん included, nine of ten within 30 cents."""
    off = cents_off(say("私は世界中を歩いていく"))
    assert len(off) == 16
    assert np.mean(np.abs(off) < 30) >= 0.9, off
