"""Spelling rules as data: regular expressions and the phones they stand for. It knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from songwright.sing.syllables import is_vowel, unstressed

SILENT = "-"


@dataclass(frozen=True, slots=True)
class Sound:
    """A phone and the place of the first letter that it was read from."""

    phone: str
    at: int


class Spelling:
    """Rules that are tried in order at every letter; the first that fits is used.

    A table has one rule a line: a regular expression without blanks and capturing groups, then the phones,
    `-` for none. It is matched against the whole word, so that it may look at letters on both sides.
    """

    def __init__(self, table: str) -> None:
        rules = [line.split() for line in table.splitlines() if line.strip()]
        self._phones = [[] if phones == [SILENT] else phones for _, *phones in rules]
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, *_ in rules))

    def read(self, word: str) -> list[Sound]:
        """The sounds of a word in small letters; letters that no rule knows are passed over."""
        sounds: list[Sound] = []
        at = 0
        while at < len(word):
            match = self._pattern.match(word, at)
            if match is None or match.lastindex is None or match.end() == at:
                at += 1
                continue
            sounds.extend(Sound(phone, at) for phone in self._phones[match.lastindex - 1])
            at = match.end()
        return sounds


def nuclei(sounds: Sequence[Sound]) -> list[int]:
    """Places of the vowels, diphthongs and syllabic consonants."""
    return [index for index, sound in enumerate(sounds) if is_vowel(sound.phone)]


def with_stress(sounds: Sequence[Sound], place: int | None) -> tuple[str, ...]:
    """The phones, the one at a place marked as stressed."""
    return tuple(("ˈ" if index == place else "") + sound.phone for index, sound in enumerate(sounds))


def mark_vowel(phones: Sequence[str], number: int) -> tuple[str, ...]:
    """The phones without marks, but for one on a nucleus; negative numbers count from the last one."""
    plain = [unstressed(phone) for phone in phones]
    places = [index for index, phone in enumerate(plain) if is_vowel(phone)]
    if places:
        place = places[max(-len(places), min(number, len(places) - 1))]
        plain[place] = "ˈ" + plain[place]
    return tuple(plain)


def words(text: str) -> frozenset[str]:
    """A set of words written with blanks between them."""
    return frozenset(text.split())


def table(text: str) -> dict[str, tuple[str, ...]]:
    """Words and their phones: `word: phones` in each line."""
    lines: Iterable[str] = (line for line in text.splitlines() if line.strip())
    parted = (line.split(":", 1) for line in lines)
    return {word.strip(): tuple(phones.split()) for word, phones in parted}


def replace_all(phones: Sequence[str], changes: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Change runs of phones: each pattern is a regular expression over phones parted by blanks."""
    line = " " + "  ".join(phones) + " "
    for pattern, new in changes:
        line = re.sub(pattern, new, line)
    return tuple(line.split())
