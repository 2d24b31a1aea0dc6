"""Kana to sung syllables, one for each mora. It knows nothing of words and kanji.

A Japanese song has a note for each mora (Vance, "The Sounds of Japanese", 2008): a vowel with what is before
it, the second half of a long vowel, and ん. っ has none: it holds the consonant after it. Phones after Okada,
"Japanese", Handbook of the International Phonetic Association, 1999. Vowels are never devoiced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from songwright.song.pronunciation import Syllable

_ROWS: dict[str, str] = {  # the five kana of a row, by the consonant of its a, e and o
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "ɾ": "ラリルレロ", "ɡ": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_VOWELS = "aiɯeo"
_BEFORE_I = {"s": "ɕ", "t": "t͡ɕ", "n": "ɲ", "h": "ç", "z": "d͡ʑ", "d": "d͡ʑ"}
_BEFORE_U = {"t": "t͡s", "h": "ɸ", "z": "d͡z", "d": "d͡z"}
_SMALL = dict(zip("ァィゥェォャュョヮ", ("a", "i", "ɯ", "e", "o", "a", "ɯ", "o", "a"), strict=True))
_SINGLE: dict[str, tuple[tuple[str, ...], str]] = {
    "ヤ": (("j",), "a"), "ユ": (("j",), "ɯ"), "ヨ": (("j",), "o"), "ワ": (("w",), "a"), "ヲ": ((), "o"),
    "ヰ": ((), "i"), "ヱ": ((), "e"), "ヴ": (("v",), "ɯ"), "ヵ": (("k",), "a"), "ヶ": (("k",), "e"),
}  # fmt: skip
# Consonants of borrowed words before a small vowel, where the kana before it has another one.
_BORROWED = {
    "テ": "t", "デ": "d", "ト": "t", "ド": "d", "ツ": "t͡s", "フ": "ɸ", "ヴ": "v", "ウ": "w",
    "イ": "j", "シ": "ɕ", "チ": "t͡ɕ", "ジ": "d͡ʑ", "ス": "s", "ズ": "d͡z",
}  # fmt: skip
_LONG = frozenset("ー〜～ｰ")
_HELD, _NASAL = "ッ", "ン"
_LIPS, _TONGUE, _BACK = frozenset("pbm"), frozenset("tdnszɾɕɲl"), frozenset("kɡŋ")
_FULL, _LIGHT, _WEAK = 2, 1, 0
KANA = "ぁ-ゖァ-ヺー"
_MORA = re.compile("(?![ァィゥェォャュョヮッン])[ア-ヶ][ァィゥェォャュョヮ]?|[ァィゥェォャュョヮッンー]")


def _table() -> dict[str, tuple[tuple[str, ...], str]]:
    """Every kana with the consonant and the vowel that it stands for."""
    table = dict(_SINGLE)
    for consonant, row in _ROWS.items():
        for kana, vowel in zip(row, _VOWELS, strict=True):
            changes = {"i": _BEFORE_I, "ɯ": _BEFORE_U}.get(vowel, {})
            phone = changes.get(consonant, consonant)
            table[kana] = ((phone,) if phone else (), vowel)
    return table


_KANA = _table()


def to_katakana(text: str) -> str:
    """Hiragana as katakana, full width; other signs stay."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in wide)


def is_kana(text: str) -> bool:
    """Whether a text is all kana, so that it can be said as it stands."""
    return re.fullmatch(f"[{KANA}〜～]+", unicodedata.normalize("NFKC", text)) is not None


def say_kana(text: str) -> tuple[Syllable, ...]:
    """Syllables of a reading in kana: the first full, the others light, ん and lengthenings weak.

    Args:
        text: hiragana or katakana as pronounced (ワ for the particle は); other signs are passed over.
    """
    letters = "".join("ー" if sign in _LONG else sign for sign in to_katakana(text))
    moras = [part for mora in _MORA.findall(letters) for part in _parted(mora)]
    syllables: list[Syllable] = []
    held = False
    for mora in moras:
        if mora == _HELD:
            held = True
            continue
        onset, nucleus, is_weak = _read(mora, syllables[-1].nucleus if syllables else "")
        if held and onset:
            onset = (onset[0] + "ː", *onset[1:])
        elif held and syllables:
            syllables[-1] = _stopped(syllables[-1])
        held = False
        syllables.append(Syllable(onset, nucleus, (), _WEAK if is_weak else _LIGHT if syllables else _FULL))
    if held and syllables:
        syllables[-1] = _stopped(syllables[-1])
    return tuple(_with_nasals(syllables))


def _parted(mora: str) -> tuple[str, ...]:
    """A small vowel that changes no consonant is a mora of its own: ねぇ."""
    if len(mora) < 2 or mora[1] in "ャュョヮ":
        return (mora,)
    vowel = _KANA[mora[0]][1]
    is_one = vowel != _SMALL[mora[1]] and (vowel == "ɯ" or mora[0] in _BORROWED)
    return (mora,) if is_one else (mora[0], mora[1])


def _read(mora: str, before: str) -> tuple[tuple[str, ...], str, bool]:
    """Onset, nucleus and whether the mora is weak; `before` is the nucleus before it."""
    if mora == _NASAL:
        return (), "ɴ̩", True
    if mora == "ー":
        return (), before or "a", True
    if mora in _SMALL:
        return (), _SMALL[mora], _SMALL[mora] == before
    onset, vowel = _KANA[mora[0]]
    if len(mora) == 2:
        return _joined(mora, onset, vowel), _SMALL[mora[1]], False
    return onset, vowel, not onset and vowel == before


def _joined(mora: str, onset: tuple[str, ...], vowel: str) -> tuple[str, ...]:
    """The consonants of a kana with a small one after it: キャ, ティ, ファ, クァ."""
    kana, small = mora[0], mora[1]
    if small in "ャュョ":
        if vowel == "i":
            hushed = onset[:1] and onset[0] in _BEFORE_I.values()
            return onset if hushed else (onset[0] + "ʲ",) if onset else ("j",)
        return (_BORROWED.get(kana, onset[0] if onset else "") + "ʲ",) if onset else ("j",)
    if kana in _BORROWED:
        return (_BORROWED[kana],)
    if onset and vowel == "ɯ":
        return (*onset, "w")
    return onset


def _stopped(syllable: Syllable) -> Syllable:
    """っ before a vowel or at the end: the voice is cut off."""
    return Syllable(syllable.onset, syllable.nucleus, ("ʔ",), syllable.stress)


def _with_nasals(syllables: list[Syllable]) -> Iterator[Syllable]:
    """ん takes the place of the consonant after it."""
    for here, after in zip(syllables, (*syllables[1:], None), strict=False):
        if here.nucleus != "ɴ̩" or after is None or not after.onset:
            yield here
            continue
        first = after.onset[0][0]
        nasal = "m̩" if first in _LIPS else "n̩" if first in _TONGUE else "ŋ̩" if first in _BACK else "ɴ̩"
        yield Syllable(here.onset, nasal, here.coda, here.stress)
