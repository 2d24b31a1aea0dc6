"""Says Japanese, kanji and kana: one sung syllable for each mora. It knows nothing of pitch accent.

MeCab (BSD, through fugashi, MIT) cuts a line into morphemes and reads them by the dictionary IPADIC (NAIST,
permissive), which also says は as wa where it is a particle. Words are phrases as a listener hears them, an
independent word with all that leans on it: 夜空に, 待っている.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from songwright.sing import english
from songwright.sing.kana import KANA, is_kana, say_kana, to_katakana
from songwright.sing.letters import say_letters
from songwright.sing.mixed import LATIN, NUMBER, Part, joined, parts_of
from songwright.sing.numerals import write_out
from songwright.song.pronunciation import Syllable, Word

_KANJI = "㐀-鿿々〆豈-﫿\U00020000-\U000323af"
_JAPANESE = f"[{KANA}〜～ｦ-ﾟ{_KANJI}]"
_PIECES = re.compile(
    rf"(?P<number>(?:{NUMBER})[%％]?{_JAPANESE}*)|(?P<latin>{LATIN})|(?P<japanese>{_JAPANESE}+)"
    rf"|(?P<other>(?:(?!{_JAPANESE})[^\W\d_])+)"
)

# What IPADIC reads otherwise than songs do; whole morphemes, alone or in a row.
_SUNG_READINGS = {
    "一人": "ヒトリ", "二人": "フタリ", "四人": "ヨニン", "七人": "シチニン", "二十歳": "ハタチ",
    "四時": "ヨジ", "七時": "シチジ", "九時": "クジ", "四月": "シガツ", "七月": "シチガツ",
    "九月": "クガツ", "四年": "ヨネン", "一日": "イチニチ", "身体": "カラダ", "身体中": "カラダジュー",
    "貴方": "アナタ", "彷徨": "サマヨ", "彷徨う": "サマヨウ", "何処": "ドコ", "此処": "ココ",
    "何故": "ナゼ", "何時か": "イツカ", "運命": "ウンメイ", "煌めく": "キラメク", "儚い": "ハカナイ",
    "頬": "ホオ", "永久": "トワ", "宇宙": "ウチュー", "木漏れ日": "コモレビ", "夜風": "ヨカゼ",
    "夕焼け": "ユーヤケ",
}  # fmt: skip
_ALONE = frozenset({"一人", "二人", "一日"})  # not the end of 十一人
_LONGEST_JOINT = 3  # morphemes of one entry
# Numbers before counters (Vance 2008, chapter 9): the last sound of the number and the first of the counter.
_KSTH, _KH = "カキクケコサシスセソタチツテトハヒフヘホ", "カキクケコハヒフヘホ"
_HELD_NUMBERS = {
    "イチ": ("イッ", _KSTH), "ロク": ("ロッ", _KH), "ハチ": ("ハッ", _KSTH), "ジュー": ("ジュッ", _KSTH),
    "ヒャク": ("ヒャッ", _KH), "ビャク": ("ビャッ", _KH), "ピャク": ("ピャッ", _KH),
}  # fmt: skip
_VOICED_AFTER_THREE = frozenset({"ホン", "ヒキ", "ハイ"})  # 三本, 三匹, 三杯; the others harden
_HARDENED = str.maketrans("ハヒフヘホ", "パピプペポ")
_VOICED = str.maketrans("ハヒフヘホ", "バビブベボ")
_HUNDREDS = {
    "三百": "サンビャク",
    "六百": "ロッピャク",
    "八百": "ハッピャク",
    "三千": "サンゼン",
    "八千": "ハッセン",
}

_LEANING_KINDS = frozenset({"助詞", "助動詞", "記号"})  # particles, auxiliaries, signs
_LEANING_SORTS = frozenset({"接尾", "非自立"})  # suffixes and dependent words of other kinds
_COLUMN_O = frozenset("オコソトノホモヨロゴゾドボポョ")
_PREFIX, _PARTICLE, _NOUN, _COUNTED = "接頭詞", "助詞", "名詞", "数"


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A morpheme as written, its reading in katakana as pronounced (empty if unknown), its part of speech.

    Attributes:
        sorts: the part of speech and what IPADIC says below it, such as ("名詞", "数").
    """

    surface: str
    reading: str
    sorts: tuple[str, ...]

    @property
    def leans(self) -> bool:
        """Whether it belongs to the word before it."""
        return self.sorts[0] in _LEANING_KINDS or any(sort in _LEANING_SORTS for sort in self.sorts[1:])

    @property
    def leads_to_u(self) -> bool:
        """Whether it is a verb before う, which ends in o: 行こ, 見よ."""
        return self.sorts[0] in ("動詞", "助動詞") and self.reading[-1:] in _COLUMN_O

    @property
    def is_number(self) -> bool:
        """Whether it is a numeral."""
        return self.sorts[:2] == (_NOUN, _COUNTED)


def say(text: str) -> tuple[Word, ...]:
    """Words of one written line.

    Args:
        text: a line in kanji and kana, with Latin words and digits in it where there are.
    Returns:
        Its words as written, with their punctuation; empty if nothing can be said.
    """
    readers = {"japanese": _say_japanese, "number": _say_number, "latin": english.say, "other": _say_others}
    return joined(parts_of(unicodedata.normalize("NFC", text), _PIECES, readers), spaces_pause=True)


def morphemes_of(text: str) -> list[Morpheme]:
    """Morphemes of a stretch of kanji and kana with their readings as sung."""
    return _lengthened(_counted(_with_sung_readings([_morpheme(*node) for node in _tagger()(text)])))


def _say_japanese(text: str) -> Iterator[Part]:
    for group in _words(morphemes_of(text)):
        yield _word("".join(morpheme.surface for morpheme in group), group)


def _say_number(text: str) -> Iterator[Part]:
    """A number, with the counter that it is read with, and the Japanese after it."""
    match = re.match(rf"(?:{NUMBER})[%％]?", text)
    digits = match[0] if match else ""
    rest = text[len(digits) :]
    plain = unicodedata.normalize("NFKC", digits).replace(",", "")
    counted = write_out(plain.replace(".", "点").rstrip("%"), "ja").replace(" ", "")
    counted += "パーセント" if plain.endswith("%") else ""
    group: list[Morpheme] = []
    for words in _words(morphemes_of(counted + rest)):
        group += words
        written = "".join(morpheme.surface for morpheme in group)
        if len(written) >= len(counted):
            yield _word(digits + written[len(counted) :], group)
            group, counted, digits = [], "", ""


def _say_others(text: str) -> tuple[Word, ...]:
    return say_letters(text, "ja")


def _words(morphemes: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    """Morphemes in groups: an independent one, prefixes before it and what leans on it."""
    group: list[Morpheme] = []
    for morpheme in morphemes:
        after_prefix = bool(group) and group[-1].sorts[0] == _PREFIX
        in_number = bool(group) and group[-1].is_number and morpheme.is_number
        if group and not (morpheme.leans or after_prefix or in_number):
            yield group
            group = []
        group.append(morpheme)
    if group:
        yield group


def _word(written: str, group: Sequence[Morpheme]) -> Part:
    """One word; its particles are sung lightly."""
    syllables = _syllables(group)
    return Word(written, syllables) if syllables else written


def _syllables(group: Sequence[Morpheme]) -> tuple[Syllable, ...]:
    if any(not morpheme.reading and morpheme.sorts[0] != "記号" for morpheme in group):
        return tuple(syllable for morpheme in group for syllable in _alone(morpheme))
    syllables = say_kana("".join(morpheme.reading for morpheme in group))
    trailing = 0
    for morpheme in reversed(group):
        if morpheme.sorts[0] != _PARTICLE:
            break
        trailing += len(say_kana(morpheme.reading))
    light = len(syllables) - trailing
    return tuple(
        Syllable(
            syllable.onset, syllable.nucleus, syllable.coda, 0 if 0 < light <= index else syllable.stress
        )
        for index, syllable in enumerate(syllables)
    )


def _alone(morpheme: Morpheme) -> tuple[Syllable, ...]:
    """A morpheme by its reading, or by its letters if the dictionary has none."""
    if morpheme.reading:
        return say_kana(morpheme.reading)
    return tuple(syllable for word in say_letters(morpheme.surface, "ja") for syllable in word.syllables)


def _morpheme(surface: str, feature: tuple[str, ...]) -> Morpheme:
    reading = feature[8] if len(feature) > 8 else ""
    if is_kana(surface) and not reading:
        reading = to_katakana(surface)
    return Morpheme(surface, reading if is_kana(reading) else "", tuple(feature[:3]))


def _with_sung_readings(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Replace the readings of single morphemes and of short rows of them; a row becomes one."""
    result: list[Morpheme] = []
    at = 0
    while at < len(morphemes):
        size = _sung_size(morphemes, at)
        surface = "".join(morpheme.surface for morpheme in morphemes[at : at + size])
        first = morphemes[at]
        reading = _SUNG_READINGS.get(surface) or _HUNDREDS.get(surface) or first.reading
        sorts = (_NOUN, _COUNTED) if surface in _HUNDREDS else first.sorts
        result.append(
            Morpheme(surface, reading, ("名詞",) if size > 1 and surface not in _HUNDREDS else sorts)
        )
        at += size
    return result


def _sung_size(morphemes: Sequence[Morpheme], at: int) -> int:
    """How many morphemes from here on are an entry of the tables; 1 if none; 十一人 is not 一人."""
    for size in range(_LONGEST_JOINT, 1, -1):
        row = morphemes[at : at + size]
        surface = "".join(morpheme.surface for morpheme in row)
        is_inside_number = surface in _ALONE and at > 0 and morphemes[at - 1].is_number
        if len(row) == size and (
            surface in _HUNDREDS or (surface in _SUNG_READINGS and not is_inside_number)
        ):
            return size
    return 1


def _counted(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Numbers and their counters with the sounds that they take together: 一歩 イッポ, 三本 サンボン."""
    result = list(morphemes)
    for index in range(len(result) - 1):
        number, counter = result[index], result[index + 1]
        if number.is_number and "助数詞" in counter.sorts and counter.reading:
            first, second = _together(number.reading, counter.reading)
            result[index] = Morpheme(number.surface, first, number.sorts)
            result[index + 1] = Morpheme(counter.surface, second, counter.sorts)
    return result


def _together(number: str, counter: str) -> tuple[str, str]:
    for ending, (held, before) in _HELD_NUMBERS.items():
        if number.endswith(ending) and counter[0] in before:
            return number.removesuffix(ending) + held, counter[0].translate(_HARDENED) + counter[1:]
    if number.endswith("サン") and counter in _VOICED_AFTER_THREE:
        return number, counter[0].translate(_VOICED) + counter[1:]
    if number.endswith("サン") or (number.endswith("ヨン") and counter == "フン"):
        return number, counter[0].translate(_HARDENED) + counter[1:]
    return number, counter


def _lengthened(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """The う of "let us" only lengthens the o before it: 行こう is イコー."""
    return [
        Morpheme(here.surface, "ー", here.sorts)
        if here.surface == "う" and before and before.leads_to_u
        else here
        for before, here in zip((None, *morphemes), morphemes, strict=False)
    ]


@functools.cache
def _tagger() -> Callable[[str], list[tuple[str, tuple[str, ...]]]]:
    import fugashi  # 25 MB, which songs in other languages need not spend
    import ipadic

    tagger = fugashi.GenericTagger(ipadic.MECAB_ARGS)
    return lambda text: [(str(node.surface), tuple(map(str, node.feature))) for node in tagger(text)]
