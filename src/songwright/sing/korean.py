"""Says Korean: one sung syllable for each block of Hangul, after the rules of the standard pronunciation.

Blocks fall into letters by Unicode arithmetic (The Unicode Standard, section 3.12), and the rules of the
"표준 발음법" (National Institute of Korean Language, 1988; its articles are named below) turn written
letters into spoken ones. It knows no grammar: where the rules need it, as in compounds, a
short table respells the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from songwright.sing import english
from songwright.sing.letters import say_letters
from songwright.sing.mixed import LATIN, NUMBER, joined, parts_of
from songwright.sing.numerals import write_out
from songwright.song.pronunciation import Syllable, Word

_PIECES = re.compile(
    rf"(?P<number>(?:{NUMBER})%?[가-힣]*)|(?P<latin>{LATIN})|(?P<hangul>[가-힣]+(?: +[가-힣]+)*)"
    r"|(?P<other>(?:(?![가-힣ㄱ-ㅣ])[^\W\d_])+)"
)


def _pairs(words: str) -> dict[str, str]:
    """A table from words written one after another, each before its counterpart."""
    written = words.split()
    return dict(zip(written[::2], written[1::2], strict=True))


LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_CLUSTERS = {  # a double final consonant -> what stays, what moves to a vowel after it
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅎ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("ㄹ", "ㅎ"),
    "ㅄ": ("ㅂ", "ㅅ"),
}  # fmt: skip
# The seven final consonants that are heard (8 to 11).
_CLOSED = _pairs("""
    ㄲ ㄱ  ㅋ ㄱ  ㄳ ㄱ  ㄺ ㄱ  ㅅ ㄷ  ㅆ ㄷ  ㅈ ㄷ  ㅊ ㄷ  ㅌ ㄷ  ㅎ ㄷ  ㅍ ㅂ  ㅄ ㅂ  ㄿ ㅂ  ㄵ ㄴ
    ㄶ ㄴ  ㄼ ㄹ  ㄽ ㄹ  ㄾ ㄹ  ㅀ ㄹ  ㄻ ㅁ
""")
_TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
_BREATHED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_PALATAL = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}
_I_AND_Y = frozenset("ㅣㅑㅕㅛㅠㅒㅖ")
_SIMPLE = {
    "ㅑ": "ㅏ",
    "ㅕ": "ㅓ",
    "ㅛ": "ㅗ",
    "ㅠ": "ㅜ",
    "ㅒ": "ㅐ",
    "ㅖ": "ㅔ",
}  # y is lost after ㅈ, ㅉ, ㅊ (5)
_NOUNS_IN_LK = frozenset("닭흙칡")  # their ㄺ sounds ㄱ before ㄱ, that of verbs ㄹ (11)

# Words whose parts meet in ways that spelling does not show: a tense consonant (26 to 28), a ㄴ (29), a final
# consonant closed before the next part (15), and a few that dictionaries list. Respelled block for block.
_RESPELLED = _pairs("""
    눈빛 눈삧  별빛 별삧  달빛 달삧  불빛 불삧  눈동자 눈똥자  눈길 눈낄  손길 손낄  발길 발낄
    밤길 밤낄  골목길 골목낄  길가 길까  강가 강까  창가 창까  물가 물까  가슴속 가슴쏙  마음속 마음쏙
    꿈속 꿈쏙  물속 물쏙  품속 품쏙  숨결 숨껼  물결 물껼  잠결 잠껼  꿈결 꿈껼  바람결 바람껼
    봄바람 봄빠람  산바람 산빠람  강바람 강빠람  오늘밤 오늘빰  여름밤 여름빰  가을밤 가을빰
    겨울밤 겨울빰  보름달 보름딸  초승달 초승딸  등불 등뿔  발자국 발짜국  술잔 술짠  물고기 물꼬기
    글자 글짜  산골 산꼴  절대 절때  열정 열쩡  일상 일쌍  실수 실쑤  결정 결쩡  갈등 갈뜽  발전 발쩐
    사건 사껀  조건 조껀  인기 인끼  성격 성껵  안고 안꼬  꽃잎 꼰닢  나뭇잎 나문닢  깻잎 깬닢
    풀잎 풀맆  한여름 한녀름  늦여름 는녀름  서울역 서울력  색연필 생년필  담요 담뇨  솜이불 솜니불
    물약 물략  못잊 몬닞  맛있 마싰  멋있 머싰  맛없 마덦  멋없 머덦  겉옷 거돗  첫인상 처딘상
    헛웃음 허두슴  맏형 마텽  의견란 의견난  밭이랑 반니랑
""") | {"못 잊": "몯 닞", "꽃 위": "꼳 위", "몇 월": "며 둴"}
# After the future ㄹ the nouns that lean on it are tense, 할 수, 갈 거야, and endings such as 게, 걸 (27).
_LEANING = re.compile(
    "(?P<tail>[가-힣]) (?:거|것|건|걸|겁|게|수|줄|데|듯|지|적|바|곳)"
    "(?:[야예요라란지니였인면든나고은이을가는도만의로]|(?= )|$)"
)
_FUTURE_ENDING = re.compile("(?P<tail>[가-힣])(?:게|게요|걸|걸요|수록|까)(?![가-힣])")
_OF_WORDS = re.compile("[주회정의거강호동편합예논모창유결경고]의")  # nouns in 의

_ONSETS: dict[str, tuple[str, ...]] = {
    "ㄱ": ("k",), "ㄲ": ("k͈",), "ㄴ": ("n",), "ㄷ": ("t",), "ㄸ": ("t͈",), "ㄹ": ("ɾ",), "ㅁ": ("m",),
    "ㅂ": ("p",), "ㅃ": ("p͈",), "ㅅ": ("s",), "ㅆ": ("s͈",), "ㅇ": (), "ㅈ": ("t͡ɕ",),
    "ㅉ": ("t͡ɕ͈",), "ㅊ": ("t͡ɕʰ",), "ㅋ": ("kʰ",), "ㅌ": ("tʰ",), "ㅍ": ("pʰ",), "ㅎ": ("h",),
}  # fmt: skip
_VOICED = {"k": "ɡ", "t": "d", "p": "b", "t͡ɕ": "d͡ʑ", "h": "ɦ"}  # the plain stops between voiced sounds
_NUCLEI: dict[str, tuple[str, str]] = {
    "ㅏ": ("", "a"), "ㅐ": ("", "ɛ"), "ㅑ": ("j", "a"), "ㅒ": ("j", "ɛ"), "ㅓ": ("", "ʌ"),
    "ㅔ": ("", "e"), "ㅕ": ("j", "ʌ"), "ㅖ": ("j", "e"), "ㅗ": ("", "o"), "ㅘ": ("w", "a"),
    "ㅙ": ("w", "ɛ"), "ㅚ": ("w", "e"), "ㅛ": ("j", "o"), "ㅜ": ("", "u"), "ㅝ": ("w", "ʌ"),
    "ㅞ": ("w", "e"), "ㅟ": ("w", "i"), "ㅠ": ("j", "u"), "ㅡ": ("", "ɯ"), "ㅢ": ("ɰ", "i"),
    "ㅣ": ("", "i"),
}  # fmt: skip
_CODAS = {
    "": (),
    "ㄱ": ("k̚",),
    "ㄴ": ("n",),
    "ㄷ": ("t̚",),
    "ㄹ": ("l",),
    "ㅁ": ("m",),
    "ㅂ": ("p̚",),
    "ㅇ": ("ŋ",),
}
_SOUNDING = frozenset(("", *"ㄴㄹㅁㅇ"))  # what voices a plain stop after it
_LIGHT_ENDINGS = frozenset("은는이을를에의도")  # particles that lines lean over
_UNSTRESSED, _LIGHT, _FULL = 0, 1, 2


class Block(NamedTuple):
    """The letters of one block; `tail` is empty where there is no final consonant."""

    lead: str
    vowel: str
    tail: str


def say(text: str) -> tuple[Word, ...]:
    """Words of one written line, one syllable for each block of Hangul.

    Args:
        text: a line in Hangul, with Latin words and digits (counted in Sino-Korean) in it where there are.
    Returns:
        Its words as written, with their punctuation; empty if nothing can be said.
    """
    readers = {"hangul": _say_phrase, "number": _say_number, "latin": english.say, "other": _say_others}
    return joined(parts_of(unicodedata.normalize("NFC", text), _PIECES, readers))


def spoken_form(phrase: str) -> str:
    """A phrase written as it is said, block for block, as textbooks do: "국물" is "궁물".

    Args:
        phrase: blocks of Hangul and spaces.
    """
    return " ".join("".join(map(_compose, _spoken(word))) for word in _respelled(phrase).split(" "))


def _say_phrase(phrase: str) -> Iterator[Word]:
    for written, respelled in zip(phrase.split(), _respelled(phrase).split(), strict=True):
        yield Word(written, _syllables(written, _spoken(respelled)))


def _say_number(written: str) -> Iterator[Word]:
    text = unicodedata.normalize("NFKC", written)
    digits = re.match(NUMBER, text)
    number, rest = (digits[0], text[digits.end() :]) if digits else ("", text)
    counted = write_out(number.replace(",", "").replace(".", "점"), "ko").replace(" ", "")
    spoken = counted + rest.replace("%", "퍼센트")
    yield Word(written, _syllables(spoken, _spoken(_respelled(spoken))))


def _say_others(text: str) -> tuple[Word, ...]:
    return say_letters(text, "ko")


def _respelled(phrase: str) -> str:
    """Compounds and endings spelled as they sound, block for block."""
    for written, sounded in _RESPELLED.items():
        phrase = phrase.replace(written, sounded)
    phrase = _LEANING.sub(_tensed_after_l, phrase)
    return _FUTURE_ENDING.sub(_tensed_after_l, phrase)


def _tensed_after_l(match: re.Match[str]) -> str:
    before, after = (
        match[0][: match.end("tail") - match.start()],
        match[0][match.end("tail") - match.start() :],
    )
    if _decompose(before).tail != "ㄹ":
        return match[0]
    space = " " if after.startswith(" ") else ""
    first = _decompose(after.strip()[0])
    tense = first._replace(lead=_TENSE.get(first.lead, first.lead))
    return before + space + _compose(tense) + after.strip()[1:]


def _decompose(block: str) -> Block:
    index = ord(block) - ord("가")
    return Block(LEADS[index // 588], VOWELS[index % 588 // 28], TAILS[index % 28])


def _compose(block: Block) -> str:
    place = LEADS.index(block.lead) * 588 + VOWELS.index(block.vowel) * 28 + TAILS.index(block.tail)
    return chr(ord("가") + place)


def _spoken(word: str) -> list[Block]:
    """The blocks of a word as they sound."""
    blocks = [_decompose(block) for block in _of_spoken(word)]
    for index in range(len(blocks) - 1):
        here, after = blocks[index], blocks[index + 1]
        tail, lead = _meet(here, after)
        blocks[index] = here._replace(tail=tail)
        blocks[index + 1] = after._replace(lead=lead)
    if blocks:
        last = blocks[-1]
        blocks[-1] = last._replace(tail=_CLOSED.get(last.tail, last.tail))
    return [_plain_vowel(block) for block in blocks]


def _of_spoken(word: str) -> str:
    """의 is 에 as a particle and 이 inside words (5)."""
    head, rest = word[:1], word[1:]
    if rest.endswith("의") and not _OF_WORDS.fullmatch(word):
        rest = rest[:-1] + "에"
    return head + rest.replace("의", "이")


def _plain_vowel(block: Block) -> Block:
    lead, vowel, tail = block
    if lead in "ㅈㅉㅊ":
        vowel = _SIMPLE.get(vowel, vowel)
    if vowel == "ㅖ" and lead not in "ㅇㄹ":
        vowel = "ㅔ"
    if vowel == "ㅢ" and lead != "ㅇ":
        vowel = "ㅣ"
    return Block(lead, vowel, tail)


def _meet(here: Block, after: Block) -> tuple[str, str]:
    """The final consonant of a block and the first of the next as they sound together."""
    tail, lead = here.tail, after.lead
    if tail in ("", "ㅇ") and lead != "ㄹ":
        return tail, lead
    if lead == "ㅇ":
        return _link(tail, after.vowel)
    if lead == "ㅎ" and (breathed := _breathe(tail, after.vowel)):
        return breathed
    if tail in "ㅎㄶㅀ" and lead in "ㄱㄷㅈㅅ":
        return _CLUSTERS.get(tail, ("", ""))[0], _BREATHED.get(lead, "ㅆ")
    if tail == "ㄺ" and lead == "ㄱ" and _compose(here) not in _NOUNS_IN_LK:
        return "ㄹ", "ㄲ"
    closed = "ㅂ" if _compose(here) == "밟" else _CLOSED.get(tail, tail)
    if closed in _NASAL or tail in "ㄼㄾㄵㄻ":
        lead = _TENSE.get(lead, lead)
    return _assimilate(closed, lead)


def _link(tail: str, vowel: str) -> tuple[str, str]:
    """Before a vowel the final consonant begins the next block (13, 14); ㄷ and ㅌ soften before 이 (17)."""
    if tail == "ㅎ":
        return "", "ㅇ"
    stays, moves = _CLUSTERS.get(tail, ("", tail))
    if moves == "ㅎ":
        return "", stays
    if vowel in "ㅣㅕ":
        moves = _PALATAL.get(moves, moves)
    return stays, _TENSE["ㅅ"] if stays and moves == "ㅅ" else moves


def _breathe(tail: str, vowel: str) -> tuple[str, str] | None:
    """A stop and ㅎ become an aspirated stop (12); ㄷ and 히 become 치 (17)."""
    stays, moves = _CLUSTERS.get(tail, ("", tail))
    if moves not in _BREATHED:
        moves = _CLOSED.get(moves, moves)
    if moves not in _BREATHED:
        return None
    if tail == "ㄷ" and vowel in "ㅣㅕ":
        return "", "ㅊ"
    return stays, _BREATHED[moves]


def _assimilate(tail: str, lead: str) -> tuple[str, str]:
    """Stops become nasals before them (18); ㄹ becomes ㄴ after others (19), ㄴ beside ㄹ a ㄹ (20)."""
    if {tail, lead} == {"ㄴ", "ㄹ"}:
        return "ㄹ", "ㄹ"
    if lead == "ㄹ" and tail not in ("", "ㄹ"):
        lead = "ㄴ"
    if lead in "ㄴㅁ":
        tail = _NASAL.get(tail, tail)
    return tail, lead


def _syllables(written: str, blocks: list[Block]) -> tuple[Syllable, ...]:
    """Phones of spoken blocks; the first block of a word is the strong one."""
    before = ["?", *(block.tail for block in blocks)]
    syllables = []
    for index, block in enumerate(blocks):
        glide, nucleus = _NUCLEI[block.vowel]
        stress = _LIGHT if index else _FULL
        if index and index == len(blocks) - 1 and written[-1:] in _LIGHT_ENDINGS:
            stress = _UNSTRESSED
        onset = (*_onset(block, before[index]), *((glide,) if glide else ()))
        syllables.append(Syllable(onset, nucleus, _CODAS[block.tail], stress))
    return tuple(syllables)


def _onset(block: Block, before: str) -> tuple[str, ...]:
    """The first consonant, voiced between voiced sounds, hushed before i; `before` is the tail before it."""
    phones = _ONSETS[block.lead]
    if block.lead in "ㅅㅆ" and (block.vowel in _I_AND_Y or block.vowel == "ㅟ"):
        return ("ɕ",) if block.lead == "ㅅ" else ("ɕ͈",)
    if block.lead == "ㄹ" and before == "ㄹ":
        return ("l",)
    if before in _SOUNDING:
        return tuple(_VOICED.get(phone, phone) for phone in phones)
    return phones
