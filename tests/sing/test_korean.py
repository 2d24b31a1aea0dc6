"""Korean: the standard rules of pronunciation, block for block."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.korean import say, spoken_form
from tests.sing.spoken import assert_sound, cents_off, counts, phones

LYRIC = {  # own words: line -> blocks
    "밤하늘에 별빛이 내려와,": 10,
    "그대 이름을 '조용히' 불러 본다": 12,
    "꽃잎 하나 떨어지는 길 위에서": 12,
    "잊을 수 없는 그날의 노래": 10,
    "다시 만날 거야, 우리 둘이": 10,
}
# Written and spoken, most of them the examples of the standard itself, by its articles.
RULES = {
    "5 vowels": "가져 가저 다쳐 다처 시계 시게 희망 히망 나의 나에 주의 주이 의사 의사",
    "8-9 closing": "닦다 닥따 키읔 키윽 옷 옫 있다 읻따 꽃 꼳 솥 솓 앞 압 덮다 덥따 부엌 부억",
    "10-11 clusters": "넋 넉 앉다 안따 여덟 여덜 넓다 널따 외곬 외골 핥다 할따 값 갑 밟다 밥따 밟고 밥꼬 "
    "밟는 밤는 닭 닥 "
    "흙과 흑꽈 맑다 막따 젊다 점따 읊다 읍따 삶 삼 맑게 말께 묽고 물꼬 읽고 일꼬",
    "12 ㅎ": "놓고 노코 좋다 조타 쌓지 싸치 많고 만코 않던 안턴 닳지 달치 각하 가카 밝히다 발키다 맏형 "
    "마텽 좁히다 조피다 "
    "넓히다 널피다 꽂히다 꼬치다 앉히다 안치다 닿소 다쏘 많소 만쏘 싫소 실쏘 놓는 논는 않네 안네 뚫네 "
    "뚤레 낳은 나은 "
    "쌓이다 싸이다 많아 마나 닳아 다라 싫어도 시러도",
    "13-15 linking": "옷이 오시 있어 이써 꽃을 꼬츨 앞으로 아프로 밭에 바테 밥을 바블 넋이 넉씨 앉아 안자 "
    "닭을 달글 젊어 절머 "
    "곬이 골씨 핥아 할타 읊어 을퍼 값을 갑쓸 없어 업써 겉옷 거돋 맛없다 마덥따 맛있다 마싣따 멋있다 머싣따",
    "17 palatal": "굳이 구지 미닫이 미다지 밭이 바치 같이 가치 벼훑이 벼훌치 굳히다 구치다 닫혀 다처 묻혀 "
    "무처",
    "18 nasals": "먹는 멍는 국물 궁물 깎는 깡는 키읔만 키응만 흙만 흥만 닫는 단는 짓는 진는 옷맵시 온맵씨 "
    "있는 인는 맞는 만는 "
    "꽃망울 꼰망울 잡는 잠는 밥물 밤물 앞마당 암마당 밟는 밤는 읊는 음는 없는 엄는",
    "19-20 ㄹ": "담력 담녁 침략 침냑 강릉 강능 대통령 대통녕 막론 망논 협력 혐녁 십리 심니 독립 동닙 난로 "
    "날로 신라 실라 천리 철리 "
    "대관령 대괄령 칼날 칼랄 물난리 물랄리 줄넘기 줄럼기 닳는 달른 뚫는 뚤른 핥네 할레",
    "23-25 tensing": "국밥 국빱 넋받이 넉빠지 삯돈 삭똔 닭장 닥짱 옷고름 옫꼬름 있던 읻떤 꽃다발 꼳따발 "
    "낯설다 낟썰다 덮개 덥깨 "
    "넓게 널께 핥다 할따 앉고 안꼬 닮고 담꼬",
    "26-29 compounds": "눈동자 눈똥자 물결 물껼 꽃잎 꼰닙 꽃잎이 꼰니피 눈빛이 눈삐치 한여름 한녀름 "
    "서울역 서울력 갈등 갈뜽 "
    "절대 절때 할게 할께 할걸 할껄",
}  # fmt: skip
HANGUL = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@pytest.mark.parametrize("rule", RULES)
def test_words_sound_as_the_standard_says(rule):
    """The examples of each article, written and spoken."""
    words = RULES[rule].split()
    assert {word: spoken_form(word) for word in words[::2]} == dict(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(
    ("phrase", "spoken"),
    [
        ("할 수 있어", "할 쑤 이써"),
        ("갈 거야", "갈 꺼야"),
        ("볼 것을", "볼 꺼슬"),
        ("길 건너", "길 건너"),
        ("나 거기", "나 거기"),
    ],
)
def test_nouns_after_the_future_are_tense(phrase, spoken):
    """할 수 is hal ssu; a noun in ㄹ before a verb is left alone."""
    assert spoken_form(phrase) == spoken


@pytest.mark.parametrize(("line", "blocks"), LYRIC.items())
def test_every_block_is_one_syllable(line, blocks):
    """Words are parted by spaces and keep their punctuation."""
    words = say(line)
    assert sum(counts(words)) == blocks
    assert [word.text for word in words] == line.split()
    assert_sound(line, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("불 뿔 풀", "pul p͈ul pʰul"), ("자다 짜다 차다", "t͡ɕa.da t͡ɕ͈a.da t͡ɕʰa.da"),
        ("시 씨 사", "ɕi ɕ͈i sa"),
        ("그대", "kɯ.dɛ"), ("어머니", "ʌ.mʌ.ni"), ("사랑", "sa.ɾaŋ"), ("빨리", "p͈al.li"), ("의사", "ɰi.sa"),
        ("국", "kuk̚"), ("웃다", "ut̚.t͈a"), ("입", "ip̚"), ("영원", "jʌŋ.wʌn"), ("전화", "t͡ɕʌn.ɦwa"),
        ("외로워", "we.ɾo.wʌ"),
    ],
)  # fmt: skip
def test_letters_become_phones(text, expected):
    """Plain, tense and aspirated stops, voicing between vowels, closed finals, vowels and glides."""
    assert phones(say(text)) == expected


def test_numbers_and_foreign_words_are_whole_words():
    """Digits are counted in Sino-Korean and join what follows: 6년 is 융년."""
    words = say("6년 동안 50% baby 3.5")
    assert [word.text for word in words] == ["6년", "동안", "50%", "baby", "3.5"]
    assert phones(words[:1]) == "juŋ.njʌn"
    assert phones(words[2:3]) == "o.ɕip̚.pʰʌ.sen.tʰɯ"
    assert phones(words[4:]) == "sam.d͡ʑʌ.mo"


@given(st.text(HANGUL, min_size=1, max_size=12))
def test_any_word_keeps_its_blocks(word):
    """Whatever meets, a block stays a block, and what is heard closes with seven consonants only."""
    spoken = spoken_form(word)
    assert len(spoken) == len(word)
    assert counts(say(word)) == [len(word)]
    assert {(ord(block) - 0xAC00) % 28 for block in spoken} <= {0, 1, 4, 7, 8, 16, 17, 21}


@given(st.text(HANGUL | st.sampled_from(" .,!?12ab%ㅋ'"), max_size=20))
def test_any_line_can_be_said(text):
    """No line is refused, no phone is unknown, no letter is lost."""
    assert_sound(text, say(text))


def test_a_line_is_sung_in_tune():
    """All notes of a Korean line are heard, nine of ten within 30 cents."""
    off = cents_off(say("밤하늘에 별빛이 내려와"))
    assert len(off) == 10
    assert np.mean(np.abs(off) < 30) >= 0.9, off
