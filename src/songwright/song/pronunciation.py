"""How words are said: syllables of phones. It knows nothing of languages or sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable; phones are IPA symbols without stress marks.

    Attributes:
        onset: consonants before the vowel.
        nucleus: the vowel, diphthong or syllabic consonant that carries the note.
        coda: consonants after it.
        stress: 0 none, 1 secondary, 2 primary.
    """

    onset: tuple[str, ...]
    nucleus: str
    coda: tuple[str, ...]
    stress: int


@dataclass(frozen=True, slots=True)
class Word:
    """A written word (with its punctuation) and its syllables, at least one."""

    text: str
    syllables: tuple[Syllable, ...]


# (text of one line, ISO 639-1 language) -> its words; empty if nothing in the text can be said.
Pronounce = Callable[[str, str], tuple[Word, ...]]


def count_syllables(words: tuple[Word, ...]) -> int:
    """The number of syllables in a line."""
    return sum(len(word.syllables) for word in words)
