"""Says written lines: words to syllables of phones. It knows nothing of notes and sound.

Every language has its own reader, loaded when the first line of it is said. Languages without one are read
by an installed espeak-ng program, or else letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec

from songwright.sing.letters import say_letters
from songwright.song.pronunciation import Word

Reader = Callable[[str], tuple[Word, ...]]  # one written line -> its words


class Source(StrEnum):
    """Where the pronunciation of a language comes from, the best first."""

    DICTIONARY = "dictionary"
    RULES = "rules"
    ESPEAK = "espeak-ng"
    LETTERS = "letters"


# Languages whose module has a function `say(text)`.
_MODULES = {
    "zh": ("songwright.sing.mandarin", Source.DICTIONARY),
    "ja": ("songwright.sing.japanese", Source.DICTIONARY),
    "ko": ("songwright.sing.korean", Source.RULES),
    "ar": ("songwright.sing.arabic", Source.RULES),
}
DICTIONARY_LANGUAGES = frozenset({"en"})  # ISO 639-1


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
            words = self._lines[key] = self._reader(key[1])(text)
        return words

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
    if code in DICTIONARY_LANGUAGES:
        return Source.DICTIONARY
    if code in _MODULES and find_spec(_MODULES[code][0]):
        return _MODULES[code][1]
    return Source.LETTERS


def main_language(language: str) -> str:
    """The language of a tag such as "en-US"."""
    return language.lower().partition("-")[0].partition("_")[0]


def _reader_of(language: str) -> Reader:
    """Import and build a reader; the tables of the other languages stay on disk."""
    if language == "en":
        from songwright.sing.english import English

        return English().say
    module = _MODULES.get(language)
    if module and find_spec(module[0]):
        reader: Reader = import_module(module[0]).say
        return reader
    return lambda text: say_letters(text, language)
