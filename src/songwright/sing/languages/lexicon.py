"""Looks words up in the language packs of gruut: a lexicon in SQLite and a model that guesses other words.

It knows nothing of stress in lines and of syllables. A pack is opened at its first word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path


class Lexicon:
    """The pack of one language.

    Args:
        language: ISO 639-1; the package gruut_lang_<language> must be installed.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._rows: sqlite3.Connection | None = None
        self._guess: Callable[[str], Sequence[str]] | None = None

    def find(self, word: str) -> tuple[str, ...]:
        """The first listed phones of a word, as the pack writes them; empty if it is not listed."""
        if self._rows is None:
            self._rows = _open(self._language)
        row = self._rows.execute("SELECT phonemes FROM listed WHERE word = ? LIMIT 1", (word,)).fetchone()
        return tuple(row[0].split()) if row else ()

    def guess(self, word: str) -> tuple[str, ...]:
        """Phones of a word that is not listed, by a conditional random field over its letters."""
        if self._guess is None:
            from gruut.g2p import GraphemesToPhonemes

            self._guess = GraphemesToPhonemes(_pack(self._language) / "g2p" / "model.crf")
        return tuple(self._guess(word)) if word else ()


def connect(language: str) -> sqlite3.Connection:
    """The lexicon of a pack, read only: a table `word_phonemes` of `word`, `pron_order` and `phonemes`."""
    path = _pack(language) / "lexicon.db"
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _open(language: str) -> sqlite3.Connection:
    """The rows with an index in a temporary database of the connection.

    The packs have no index; without one a word of Russian takes 90 ms. The index lies in a temporary file of
    SQLite, so that it costs little memory.
    """
    rows = connect(language)
    select = "SELECT word, phonemes FROM main.word_phonemes WHERE pron_order = 0"
    rows.execute(f"CREATE TEMP TABLE listed AS {select}")
    rows.execute("CREATE INDEX temp.by_word ON listed (word)")
    return rows


def _pack(language: str) -> Path:
    spec = find_spec(f"gruut_lang_{language}")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            f"gruut_lang_{language} is not installed: pip install gruut_lang_{language}"
        )
    return Path(spec.submodule_search_locations[0])
