"""Lines of several scripts: which stretch is whose, and punctuation on its word. It says nothing itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from songwright.song.pronunciation import Word

Part = str | Word  # a said word, or written text without a sound of its own

PAUSE = "\N{IDEOGRAPHIC SPACE}"
LATIN = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ]|['’](?=[A-Za-zÀ-ɏ])|[ \-]+(?=[A-Za-zÀ-ɏ]))*"
NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_EITHER = frozenset("\"'")  # these open after a space
_OPENING = frozenset("([{“‘«「『（《〈【〔［｛¿¡")


def parts_of(
    text: str, pieces: re.Pattern[str], readers: Mapping[str, Callable[[str], Iterable[Part]]]
) -> Iterator[Part]:
    """Cut a line where the pattern matches and have each piece said by its reader.

    Args:
        text: one written line.
        pieces: alternatives as named groups, one per reader.
        readers: group name -> what says a piece of that kind; its words keep the written text.
    Yields:
        Said words and the text between them, in order.
    """
    at = 0
    for match in pieces.finditer(text):
        yield text[at : match.start()]
        yield from list(readers[match.lastgroup or ""](match[0])) or [match[0]]
        at = match.end()
    yield text[at:]


def joined(parts: Iterable[Part], spaces_pause: bool = False) -> tuple[Word, ...]:
    """Words with their punctuation: opening brackets go to the next word, all else to the one before.

    Args:
        parts: said words and the text between them.
        spaces_pause: the script writes no spaces between words, so that one between two of its words parts
            phrases; it is kept as a `PAUSE` at the end of the first.
    """
    words: list[Word] = []
    opening = ""
    is_apart = False
    for part in parts:
        if isinstance(part, Word):
            if is_apart and spaces_pause and _are_of_the_script(words[-1].text, part.text):
                words[-1] = _longer(words[-1], PAUSE)
            words.append(Word(opening + part.text, part.syllables))
            opening, is_apart = "", False
            continue
        is_apart = is_apart or (bool(words) and any(sign.isspace() for sign in part))
        before = "" if not words else "."  # the text begins at a word
        for sign in part:
            opens = sign in _OPENING or (sign in _EITHER and not before.strip())
            if opens or not words or opening:
                opening += sign.strip()
            else:
                words[-1] = _longer(words[-1], sign.strip())
            before = sign
    if opening and words:
        words[-1] = _longer(words[-1], opening)
    return tuple(words)


def _longer(word: Word, text: str) -> Word:
    return Word(word.text + text, word.syllables)


def _are_of_the_script(before: str, after: str) -> bool:
    """Whether no Latin letter or digit stands beside the space between two words."""
    return not before[-1:].isascii() and not after[:1].isascii()
