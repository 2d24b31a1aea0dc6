"""Says written lines: words to syllables of phones. It knows nothing of notes and sound.

Every language has its own reader, loaded when the first line of it is said. Languages without one are read
by an installed espeak-ng program, or else letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from songwright.sing.espeak import Espeak, espeak_voices
from songwright.sing.foreign import say_stretches
from songwright.sing.letters import say_letters
from songwright.song.pronunciation import Word

_PACKAGE = "songwright.sing"
Reader = Callable[[str], tuple[Word, ...]]  # one written line -> its words


class Source(StrEnum):
    """Where the pronunciation of a language comes from, the best first."""

    DICTIONARY = "dictionary"
    RULES = "rules"
    ESPEAK = "espeak-ng"
    LETTERS = "letters"


# ISO 639-1: module, what in it reads (made first if its name begins with make_), source.
_READERS = {
    "en": ("english", "make_english", Source.DICTIONARY),
    "fr": ("languages.french", "make_french", Source.DICTIONARY),
    "it": ("languages.italian", "make_italian", Source.DICTIONARY),
    "ru": ("languages.russian", "make_russian", Source.DICTIONARY),
    "es": ("languages.spanish", "SPANISH", Source.RULES),
    "de": ("languages.german", "GERMAN", Source.RULES),
    "pt": ("languages.portuguese", "PORTUGUESE", Source.RULES),
    "nl": ("languages.dutch", "DUTCH", Source.RULES),
    "sv": ("languages.swedish", "SWEDISH", Source.RULES),
    "cs": ("languages.czech", "CZECH", Source.RULES),
    "sw": ("languages.swahili", "SWAHILI", Source.RULES),
    "zh": ("mandarin", "", Source.DICTIONARY),
    "ja": ("japanese", "", Source.DICTIONARY),
    "ko": ("korean", "", Source.RULES),
    "ar": ("arabic", "", Source.RULES),
}
DICTIONARY_LANGUAGES = frozenset(code for code, row in _READERS.items() if row[2] is Source.DICTIONARY)


class Pronouncer:
    """Says lines and remembers what it has said; one object may serve a whole song or a whole process."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], tuple[Word, ...]] = {}
        self._readers: dict[str, Reader] = {}

    def __call__(self, text: str, language: str) -> tuple[Word, ...]:
        """Say one line.

        Args:
            text: the written line, in any script, without section tags.
            language: ISO 639-1 code.
        Returns:
            Its words as written, each with at least one syllable; empty if nothing in the text can be said.
        """
        key = (text, main_language(language))
        words = self._lines.get(key)
        if words is None:
            words = self._lines[key] = self._say(*key)
        return words

    def _say(self, text: str, language: str) -> tuple[Word, ...]:
        if not _has_reader(language):
            return self._reader(language)(text)
        return say_stretches(text, language, lambda stretch, code: self._reader(code)(stretch))

    def _reader(self, language: str) -> Reader:
        reader = self._readers.get(language)
        if reader is None:
            reader = self._readers[language] = _reader_of(language)
        return reader


def pronounce(text: str, language: str) -> tuple[Word, ...]:
    """Say one line without remembering it; see `Pronouncer`."""
    return Pronouncer()(text, language)


def source_of(language: str) -> Source:
    """Where the pronunciation of a language (ISO 639-1) comes from on this machine."""
    code = main_language(language)
    if _has_reader(code):
        return _READERS[code][2]
    return Source.ESPEAK if code in espeak_voices() else Source.LETTERS


def main_language(language: str) -> str:
    """The language of a tag such as "en-US"."""
    return language.lower().partition("-")[0].partition("_")[0]


def _has_reader(language: str) -> bool:
    return language in _READERS and find_spec(f"{_PACKAGE}.{_READERS[language][0]}") is not None


def _reader_of(language: str) -> Reader:
    """Import and build a reader; the tables of the other languages stay on disk."""
    if _has_reader(language):
        place, name, _ = _READERS[language]
        module = import_module(f"{_PACKAGE}.{place}")
        if not name:
            return cast(Reader, module.say)  # a function of that name is what the table asks of a module
        made = getattr(module, name)
        return cast(Reader, (made() if callable(made) else made).say)
    if language in espeak_voices():
        return Espeak(language).say
    return lambda text: say_letters(text, language)
