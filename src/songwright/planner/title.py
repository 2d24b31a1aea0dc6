"""Gives the song a title. It knows nothing of music."""

from __future__ import annotations

import re

from songwright.song.lyrics import LyricSection, SectionKind

LONGEST_TITLE = 60  # characters
_UNTITLED = "Untitled"


def choose_title(sections: tuple[LyricSection, ...], caption: str) -> str:
    """The hook, else the caption, else the first line, in title case, at most 60 characters.

    The hook is the first chorus line, or the first line that is sung again where there is no chorus.
    """
    choruses = [s for s in sections if s.kind is SectionKind.CHORUS]
    lines = [line.text or line.backing for s in (*choruses, *sections) for line in s.lines]
    again = [line for line in lines if lines.count(line) > 1]
    has_chorus = any(section.lines for section in choruses)
    candidates = [*lines[:1], caption] if has_chorus else [*again[:1], caption, *lines[:1]]
    return next((title for title in map(_titled, candidates) if title), _UNTITLED)


def _titled(text: str) -> str:
    clause = re.split(r"[.;:!?\n]", text.strip(), maxsplit=1)[0] or text
    words = " ".join(re.sub(r"[\x00-\x1f\x7f\"“”<>|\\/*]+", " ", clause).split())
    if len(words) > LONGEST_TITLE:
        words = words.split(",")[0]
    if len(words) > LONGEST_TITLE:
        cut = words[: LONGEST_TITLE + 1]
        words = cut.rsplit(" ", 1)[0] if " " in cut else words[:LONGEST_TITLE]
    words = words.strip(" ,-–—'.")
    if not any(character.isalnum() for character in words):
        return ""
    return " ".join(_capital(word) for word in words.split())[:LONGEST_TITLE]


def _capital(word: str) -> str:
    plain = word.lower() if word.isupper() and len(word) > 1 else word
    return plain[:1].upper() + plain[1:]
