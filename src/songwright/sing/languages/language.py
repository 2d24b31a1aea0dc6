"""Says lines of one language: words one by one, clitics with their neighbour, then syllables.

It knows nothing of spelling: a language brings a reader of words, tables of light words and legal onsets.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from songwright.sing.numerals import write_out
from songwright.sing.syllables import BORDER, MayBegin, has_vowel, to_syllables, unstressed
from songwright.sing.written import is_opening, split_words, spoken_letters
from songwright.song.pronunciation import Syllable, Word

_PART = re.compile(r"\S{1,80}")  # a word; what is longer is none and is said in pieces
ReadWord = Callable[[str], tuple[str, ...]]  # a word in small letters -> phones, stress before the vowel


@dataclass(frozen=True, slots=True)
class Spoken:
    """A written word in small letters, without punctuation, and its phones."""

    plain: str
    phones: tuple[str, ...]


Link = Callable[[Sequence[Spoken]], Iterable[tuple[str, ...]]]


def unlinked(line: Sequence[Spoken]) -> Iterable[tuple[str, ...]]:
    """Words said as if each stood alone."""
    return [spoken.phones for spoken in line]


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is said.

    Attributes:
        code: ISO 639-1.
        read: phones of one word.
        light: words that carry no stress in a line.
        half: words that carry little: pronouns and their like.
        may_begin: whether consonants may begin a syllable.
        link: what the words of a line do to each other.
    """

    code: str
    read: ReadWord
    light: frozenset[str]
    half: frozenset[str]
    may_begin: MayBegin
    link: Link = unlinked

    def say(self, text: str) -> tuple[Word, ...]:
        """Words of one written line; empty if nothing in it can be said."""
        written = list(split_words(text))
        line = [self._spoken(token) for token in written]
        return tuple(self._words(written, line, list(self.link(line))))

    def _spoken(self, token: str) -> Spoken:
        plain = write_out(spoken_letters(token), self.code)
        phones: list[str] = []
        is_clitic = True  # only consonants so far, which go with what follows: "a-t-il"
        for part in _PART.findall(plain):
            said = self.read(part)
            if phones and part in self.light:  # "кто-то", "vas-y"
                said = tuple(unstressed(phone) for phone in said)
            phones.extend(said if is_clitic or not said else (BORDER, *said))
            is_clitic = not has_vowel(said) if said else is_clitic
        return Spoken(plain, tuple(phones))

    def _words(
        self, written: Sequence[str], line: Sequence[Spoken], phones: Sequence[tuple[str, ...]]
    ) -> Iterator[Word]:
        """Consonants without a vowel ("v noci") are sung with the next word, or with the last one."""
        pending = ""
        clitic: tuple[str, ...] = ()
        held: Word | None = None
        for token, spoken, said in zip(written, line, phones, strict=True):
            syllables = to_syllables((*clitic, *said), self.may_begin)
            if not syllables:
                keeps = bool(said) or is_opening(token)
                pending, clitic = pending + (token + " " if keeps else ""), (*clitic, *said)
                continue
            if held:
                yield held
            held = Word(pending + token, self._lighten(spoken.plain, syllables))
            pending, clitic = "", ()
        if held and clitic:
            held = _with_coda(held, pending.strip(), clitic)
        elif clitic:
            held = Word(pending.strip(), to_syllables((*clitic, "ə"), self.may_begin))
        if held:
            yield held

    def _lighten(self, plain: str, syllables: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
        """Take the stress from words that carry none in a line; other words of one syllable carry some."""
        if len(syllables) == 1 and " " not in plain:
            syllables = (dataclasses.replace(syllables[0], stress=2),)
        most = 0 if plain in self.light else 1 if plain in self.half else 2
        return tuple(dataclasses.replace(only, stress=min(only.stress, most)) for only in syllables)


def _with_coda(word: Word, written: str, consonants: tuple[str, ...]) -> Word:
    *before, last = word.syllables
    closed = dataclasses.replace(last, coda=(*last.coda, *(c for c in consonants if c != BORDER)))
    return Word(f"{word.text} {written}", (*before, closed))
