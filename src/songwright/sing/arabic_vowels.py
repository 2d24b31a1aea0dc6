"""Finds the vowels that an Arabic word is written without. It knows nothing of sounds.

First the word as it stands is looked up, then without the particles before it and the pronouns after it. What
no list has gets vowels by the commonest shapes of Arabic words, so that every consonant can be sung.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from songwright.sing.arabic_words import MARKS, Vocalised, skeleton, vocalised

_FATHA, _KASRA, _SHADDA = "\u064e", "\u0650", "\u0651"
_CASE = re.compile("[\u064b-\u0650]+$")
_PREFIXES = {
    "": "", "ال": "ال", "وال": "وَال", "فال": "فَال", "بال": "بِال", "كال": "كَال", "لل": "لِل",
    "و": "وَ", "ف": "فَ", "ب": "بِ", "ل": "لِ", "ك": "كَ", "س": "سَ", "ول": "وَلِ", "وب": "وَبِ", "وس": "وَسَ",
}  # fmt: skip
# Pronouns and endings after a consonant, after two, and after a vowel.
_SUFFIXES = {
    "": ("", "", ""), "ي": ("ِي", "ِي", "يَ"), "ك": ("َك", "َك", "ك"), "ه": ("ُه", "ُه", "ه"),
    "ها": ("هَا", "َهَا", "هَا"), "نا": ("نَا", "ُنَا", "نَا"), "كم": ("كُم", "ُكُم", "كُم"),
    "هم": ("هُم", "ُهُم", "هُم"), "ني": ("نِي", "َنِي", "نِي"), "ات": ("َات", "َات", ""),
    "ين": ("ِين", "ِين", ""), "ون": ("ُون", "ُون", ""), "وا": ("ُوا", "ُوا", ""), "ت": ("ت", "َت", ""),
}  # fmt: skip
_SHORTEST_STEM = 2
_LONG_LETTERS = frozenset("اىوي")
_ALWAYS_LONG = frozenset("اىآة")
_SONOROUS = frozenset("لرنميوع")  # a middle one of three that the last may follow at once: قلب


def has_vowels(word: str) -> bool:
    """Whether vowel marks are written, more than the doubling sign."""
    return any(mark in word for mark in "\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670")


def find_vowels(word: str) -> Vocalised:
    """A word with its vowels.

    Args:
        word: Arabic letters without vowel marks; doubling signs are passed over.
    """
    plain = skeleton(word)
    return next(_findings(plain), None) or _guess(plain)


def _findings(word: str) -> Iterator[Vocalised]:
    """Readings of a word by the lists, the surest first."""
    if found := vocalised(word):
        yield found
    for suffix in sorted(_SUFFIXES, key=len):
        for prefix in sorted(_PREFIXES, key=len):
            stem = word[len(prefix) : len(word) - len(suffix)]
            if len(stem) < _SHORTEST_STEM or not word.startswith(prefix) or not word.endswith(suffix):
                continue
            if found := _stem(stem, suffix):
                yield Vocalised(
                    _PREFIXES[prefix] + _with_ending(found, suffix), found.is_sung or suffix != ""
                )


def _stem(stem: str, suffix: str) -> Vocalised | None:
    """A stem in the lists; before a pronoun ة is written ت."""
    found = vocalised(stem)
    if found is None and suffix and stem.endswith("ت"):
        feminine = vocalised(stem[:-1] + "ة")
        bare = _CASE.sub("", feminine.text) if feminine else ""
        if bare.endswith("ة"):
            return Vocalised(bare[:-1] + ("" if bare[:-1].endswith(_FATHA) else _FATHA) + "ت", True)
        return None
    return found


def _with_ending(stem: Vocalised, suffix: str) -> str:
    """A stem without its case ending, and the suffix in the shape that it takes there."""
    if not suffix:
        return stem.text
    bare = _CASE.sub("", stem.text)
    after_one, after_two, after_vowel = _SUFFIXES[suffix]
    if bare[-1] in _LONG_LETTERS:
        return bare.replace("ى", "ا") + after_vowel
    doubled = bare.endswith(_SHADDA) or re.search(f"[^{MARKS}]\u0652[^{MARKS}]$", bare)
    return bare + (after_two if doubled else after_one)


def _guess(word: str) -> Vocalised:
    """Vowels by shape: كتب katab, مكتب maktab, كاتب kātib, قلوب qalūb."""
    prefix = next(
        (p for p in ("وال", "فال", "بال", "ال") if word.startswith(p) and len(word) > len(p) + 1), ""
    )
    stem = word[len(prefix) :]
    return Vocalised(_PREFIXES[prefix] + "".join(_filled(stem)), True)


def _filled(stem: str) -> Iterator[str]:
    """The letters with a short vowel wherever none can do without."""
    longs = [_is_long(stem, index) for index in range(len(stem))]
    start = 0
    while start < len(stem):
        if longs[start]:
            yield stem[start]
            start += 1
            continue
        end = next((index for index in range(start, len(stem)) if longs[index]), len(stem))
        after_long = start > 0
        vowel = _KASRA if after_long and end == len(stem) else _FATHA
        places = _places(stem[start:end], after_long, end < len(stem))
        for letter, has_vowel in zip(stem[start:end], places, strict=True):
            yield letter + (vowel if has_vowel else "")
        start = end


def _places(run: str, after_long: bool, before_long: bool) -> list[bool]:
    """After which consonants of a run a short vowel stands: syllables are closed from the right."""
    if before_long:
        return [*_closed(run[:-1], after_long), False]
    if len(run) == 3 and not after_long and run[1] in _SONOROUS:
        return [True, False, False]
    return _closed(run, after_long)


def _closed(run: str, after_long: bool) -> list[bool]:
    """Consonant, vowel, consonant; one left over on the left closes a long syllable or opens a short one."""
    places = [(len(run) - index) % 2 == 0 for index in range(len(run))]
    if len(run) % 2 and not after_long:
        places[0] = True
    return places


def _is_long(stem: str, index: int) -> bool:
    """Whether a letter is a long vowel here, and not the consonant w or y."""
    letter = stem[index]
    if letter in _ALWAYS_LONG:
        return index > 0 or letter == "آ"
    if letter not in _LONG_LETTERS or index == 0 or stem[index - 1] in _LONG_LETTERS:
        return False
    return index + 1 == len(stem) or stem[index + 1] not in _ALWAYS_LONG | _LONG_LETTERS
