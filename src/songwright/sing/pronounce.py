"""Says written lines: words to syllables of phones. It knows nothing of notes and sound.

Every language has its own reader, loaded when the first line of it is said. Languages without one are read
by an installed espeak-ng program, or else letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pkgutil import resolve_name
from typing import cast

from songwright.sing.espeak import Espeak, can_say
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


# ISO 639-1: what has a `say`, a module or an object in one, and its source.
_READERS = {
    "en": ("english", Source.DICTIONARY),
    "fr": ("languages.french:FRENCH", Source.DICTIONARY),
    "it": ("languages.italian:ITALIAN", Source.DICTIONARY),
    "ru": ("languages.russian:RUSSIAN", Source.DICTIONARY),
    "es": ("languages.spanish:SPANISH", Source.RULES),
    "de": ("languages.german:GERMAN", Source.RULES),
    "pt": ("languages.portuguese:PORTUGUESE", Source.RULES),
    "nl": ("languages.dutch:DUTCH", Source.RULES),
    "sv": ("languages.swedish:SWEDISH", Source.RULES),
    "cs": ("languages.czech:CZECH", Source.RULES),
    "sw": ("languages.swahili:SWAHILI", Source.RULES),
    "zh": ("mandarin", Source.DICTIONARY),
    "ja": ("japanese", Source.DICTIONARY),
    "ko": ("korean", Source.RULES),
    "ar": ("arabic", Source.RULES),
}
_MOST_LINES = 4_000  # remembered; about 5 kB each


class Pronouncer:
    """Says lines and remembers the last 4 000; one object may serve a whole song or a whole process."""

    def __init__(self) -> None:
        self._remembered = lru_cache(_MOST_LINES)(self._say)
        self._readers: dict[str, Reader] = {}

    def __call__(self, text: str, language: str) -> tuple[Word, ...]:
        """Say one line.

        Args:
            text: the written line, in any script, without section tags.
            language: ISO 639-1 code.
        Returns:
            Its words as written, each with at least one syllable; empty if nothing in the text can be said.
        """
        return self._remembered(text, main_language(language))

    def _say(self, text: str, language: str) -> tuple[Word, ...]:
        if language not in _READERS:
            return self._reader(language)(text)
        return say_stretches(text, language, lambda stretch, code: self._reader(code)(stretch))

    def _reader(self, language: str) -> Reader:
        reader = self._readers.get(language)
        if reader is None:
            reader = self._readers[language] = _reader_of(language)
        return reader


def source_of(language: str) -> Source:
    """Where the pronunciation of a language (ISO 639-1) comes from on this machine."""
    code = main_language(language)
    if code in _READERS:
        return _READERS[code][1]
    return Source.ESPEAK if can_say(code) else Source.LETTERS


def main_language(language: str) -> str:
    """The language of a tag such as "en-US"."""
    return language.lower().partition("-")[0].partition("_")[0]


def _reader_of(language: str) -> Reader:
    """Import a reader; the tables of the other languages stay on disk."""
    if language in _READERS:
        return cast(Reader, resolve_name(f"{_PACKAGE}.{_READERS[language][0]}").say)
    if can_say(language):
        return Espeak(language).say
    return lambda text: say_letters(text, language)
