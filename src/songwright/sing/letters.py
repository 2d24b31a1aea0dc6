"""Letters to phones for languages without a pronouncing dictionary. It knows no grammar.

Every script is first written in Latin letters. The letters are then read with the vowel values that most
languages of the European continent share, which is also how romanised Japanese, Chinese or Hindi is read.
"""

from __future__ import annotations

import re

from anyascii import anyascii

from songwright.sing.numerals import write_out
from songwright.sing.syllables import to_syllables
from songwright.sing.written import split_words, spoken_letters
from songwright.song.pronunciation import Word

_SPELLINGS = {
    "tch": ("t͡ʃ",), "sch": ("ʃ",), "tsch": ("t͡ʃ",), "shch": ("ʃ",),
    "ch": ("t͡ʃ",), "sh": ("ʃ",), "zh": ("ʒ",), "kh": ("x",), "gh": ("ɡ",), "th": ("t",), "ph": ("f",),
    "dh": ("d",), "bh": ("b",), "rh": ("ɾ",), "ts": ("t͡s",), "tz": ("t͡s",), "ck": ("k",), "qu": ("k",),
    "ng": ("ŋ",), "nk": ("ŋ", "k"), "ll": ("l",), "ss": ("s",), "rr": ("ɾ",), "dj": ("d͡ʒ",), "dz": ("d͡z",),
    "ai": ("aɪ",), "ay": ("aɪ",), "ei": ("eɪ",), "ey": ("eɪ",), "au": ("aʊ",), "ao": ("aʊ",), "ou": ("oʊ",),
    "oi": ("ɔɪ",), "oy": ("ɔɪ",), "eu": ("e", "u"), "ie": ("j", "e"), "ia": ("j", "a"), "io": ("j", "o"),
    "iu": ("j", "u"), "ua": ("w", "a"), "ue": ("w", "e"), "uo": ("w", "o"), "ui": ("w", "i"),
    "ee": ("i",), "oo": ("u",), "aa": ("a",), "ii": ("i",), "uu": ("u",),
    "a": ("a",), "e": ("e",), "i": ("i",), "o": ("o",), "u": ("u",), "y": ("i",),
    "b": ("b",), "c": ("k",), "d": ("d",), "f": ("f",), "g": ("ɡ",), "h": ("h",), "j": ("ʒ",), "k": ("k",),
    "l": ("l",), "m": ("m",), "n": ("n",), "p": ("p",), "q": ("k",), "r": ("ɾ",), "s": ("s",), "t": ("t",),
    "v": ("v",), "w": ("w",), "x": ("k", "s"), "z": ("z",),
}  # fmt: skip
_HABITS: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "ie": ("i",), "ei": ("aɪ",), "ai": ("aɪ",), "eu": ("ɔɪ",), "au": ("aʊ",), "v": ("f",), "w": ("v",),
        "z": ("t͡s",), "j": ("j",), "ch": ("x",), "tz": ("t͡s",), "th": ("t",), "ah": ("a",), "eh": ("e",),
        "oh": ("o",), "uh": ("u",), "ih": ("i",), "ieh": ("i",), "pf": ("p", "f"), "st": ("s", "t"),
        "c": ("k",), "ui": ("u", "i"), "ue": ("u", "e"), "io": ("i", "o"), "ia": ("i", "a"),
    },
    "fr": {
        "ou": ("u",), "au": ("o",), "eau": ("o",), "eaux": ("o",), "oi": ("w", "a"), "ai": ("ɛ",),
        "ch": ("ʃ",), "eu": ("ø",), "oeu": ("ø",), "gn": ("n", "j"), "qu": ("k",), "h": (),
        "ei": ("ɛ",), "ay": ("ɛ", "j"),
    },
    "es": {
        "j": ("h",), "ll": ("j",), "h": (), "z": ("s",), "v": ("b",), "gue": ("ɡ", "e"), "gui": ("ɡ", "i"),
        "rr": ("ɾ",), "ch": ("t͡ʃ",), "qu": ("k",),
    },
    "it": {"ch": ("k",), "gh": ("ɡ",), "gli": ("l", "j", "i"), "gn": ("n", "j"), "z": ("t͡s",), "h": (),
           "qu": ("k", "w"), "sci": ("ʃ", "i"), "sce": ("ʃ", "e")},
    "pt": {"lh": ("l", "j"), "nh": ("n", "j"), "ch": ("ʃ",), "h": (), "x": ("ʃ",), "ou": ("o",)},
    "zh": {"q": ("t͡ʃ",), "x": ("ʃ",), "zh": ("d͡ʒ",), "z": ("d͡z",), "c": ("t͡s",), "j": ("d͡ʒ",), "r": ("ɹ",)},
    "ja": {"j": ("d͡ʒ",), "ei": ("e",), "ou": ("o",), "oo": ("o",), "ee": ("e",), "ie": ("i", "e"),
           "ia": ("i", "a"), "io": ("i", "o"), "iu": ("i", "u"), "ua": ("u", "a"), "ue": ("u", "e"),
           "uo": ("u", "o"), "ui": ("u", "i")},
    "ko": {"j": ("d͡ʒ",), "eu": ("ɯ",), "eo": ("ʌ",), "ae": ("ɛ",), "oe": ("w", "e"), "ui": ("ɯ", "i")},
    "pl": {"w": ("v",), "sz": ("ʃ",), "cz": ("t͡ʃ",), "rz": ("ʒ",), "j": ("j",), "c": ("t͡s",), "ch": ("x",)},
}  # fmt: skip
_UNWRITTEN_VOWELS = frozenset({"ar", "fa", "ur", "he", "yi", "th", "lo", "km", "my"})
_SOFT_C = re.compile("c(?=[eiy])")
_SOFT_G = re.compile("g(?=[ei])")
_GLIDE_Y = re.compile("y(?=[aeiou])")
_GLIDE_AFTER_VOWEL = re.compile("(?<=[aeiou])([iu])(?=[aeiou])")
_SOFTENING = frozenset({"es", "fr", "it", "pt", "ro", "ca", "gl"})
_VOWELS = frozenset("aeiouɪʊɔɛøʌɯ")
_LONGEST_SPELLING = 4


def say_letters(text: str, language: str) -> tuple[Word, ...]:
    """Words of one written line in any script; empty if it has no letters or digits."""
    spoken = ((token, write_out(spoken_letters(token), language)) for token in split_words(text))
    read = ((token, to_syllables(read_letters(words, language))) for token, words in spoken)
    return tuple(Word(token, syllables) for token, syllables in read if syllables)


def read_letters(word: str, language: str) -> tuple[str, ...]:
    """Phones of a word in any script, with its last but one vowel stressed.

    Args:
        word: one word; signs that are no letters are passed over.
        language: ISO 639-1 code.
    Returns:
        IPA symbols, the stressed vowel marked, at least one vowel; empty if the word has no letters.
    """
    latin = re.sub("[^a-z]", "", anyascii(word).lower())
    if language in _SOFTENING:
        latin = _SOFT_G.sub("j", _SOFT_C.sub("ch" if language in {"it", "ro"} else "s", latin))
    latin = _GLIDE_AFTER_VOWEL.sub(lambda match: {"i": "y", "u": "w"}[match[1]], latin)
    phones = _read(latin, _SPELLINGS | _HABITS.get(language, {}))
    if language in _UNWRITTEN_VOWELS:
        phones = _with_vowels(phones)
    if not phones:
        return ()
    vowels = [index for index, phone in enumerate(phones) if phone[0] in _VOWELS]
    if not vowels:
        return (*phones, "ə")
    stressed = vowels[max(len(vowels) - 2, 0)]
    phones[stressed] = "ˈ" + phones[stressed]
    return tuple(phones)


def _read(latin: str, spellings: dict[str, tuple[str, ...]]) -> list[str]:
    """The longest known spelling first, from left to right."""
    phones: list[str] = []
    at = 0
    while at < len(latin):
        if _GLIDE_Y.match(latin, at):
            phones.append("j")
            at += 1
            continue
        size = next(size for size in range(_LONGEST_SPELLING, 0, -1) if latin[at : at + size] in spellings)
        phones.extend(spellings[latin[at : at + size]])
        at += size
    return phones


def _with_vowels(phones: list[str]) -> list[str]:
    """Part neighbouring consonants by an a where the script leaves vowels out."""
    spread: list[str] = []
    for phone in phones:
        if spread and phone[0] not in _VOWELS and spread[-1][0] not in _VOWELS:
            spread.append("a")
        spread.append(phone)
    return spread
