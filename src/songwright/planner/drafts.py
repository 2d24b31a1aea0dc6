"""Sections before their lengths are chosen: what is in them and how long they would like to be.

It knows nothing of tempo or of the length of the song.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from songwright.song.lyrics import LyricLine, SectionKind


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line to sing.

    Attributes:
        line: the words.
        syllables: of lead and backing together, at least 1; the gap before the answer counts as one.
    """

    line: LyricLine
    syllables: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A section without a length.

    Attributes:
        kind: what it does in the form.
        title: its name.
        modifiers: words from the tag.
        lines: what is sung.
        lead: the instrument that plays a solo or melody, or None.
        ideal_s: the length that it would like to have without words, seconds.
        longest_s: the most that it may have without words, seconds.
        drop_cost: what it costs to leave it out; None if it must stay.
        phrase: units of its phrases where they are not of 4, else 0.
        ending: it is the end of the song, so its last bar is the final chord.
    """

    kind: SectionKind
    title: str
    modifiers: tuple[str, ...] = ()
    lines: tuple[DraftLine, ...] = ()
    lead: str | None = None
    ideal_s: float = 14.0
    longest_s: float = 34.0
    drop_cost: float | None = None
    phrase: int = 0
    ending: bool = False


# Ideal and longest seconds of a section without words: the guide for writing lyrics gives intro and outro
# 5 to 10 s and instrumental sections 5 to 15 s.
_LENGTHS_S: dict[SectionKind, tuple[float, float]] = {
    SectionKind.INTRO: (8.0, 17.0),
    SectionKind.OUTRO: (8.0, 20.0),
    SectionKind.INTERLUDE: (9.0, 18.0),
    SectionKind.PRE_CHORUS: (8.0, 17.0),
    SectionKind.POST_CHORUS: (8.0, 17.0),
    SectionKind.BUILD: (9.0, 17.0),
    SectionKind.SILENCE: (1.8, 2.0),
    SectionKind.BREAKDOWN: (14.0, 33.0),
    SectionKind.SOLO: (14.0, 33.0),
    SectionKind.DROP: (15.0, 33.0),
}
_USUAL_S = (14.0, 33.0)
ENDING_DROP_COST = 20.0  # a song without an ending only where nothing else fits


def wordless(
    kind: SectionKind,
    title: str,
    modifiers: tuple[str, ...] = (),
    lead: str | None = None,
    drop_cost: float | None = None,
) -> Draft:
    """A section without words, of the length usual for its kind."""
    ideal_s, longest_s = _LENGTHS_S.get(kind, _USUAL_S)
    return Draft(kind, title, modifiers, (), lead, ideal_s, longest_s, drop_cost)


def ending(title: str = "Outro", modifiers: tuple[str, ...] = (), lines: tuple[DraftLine, ...] = ()) -> Draft:
    """The end of a song, whose last bar is the final chord."""
    ideal_s, longest_s = _LENGTHS_S[SectionKind.OUTRO]
    kind, drop_cost = SectionKind.OUTRO, None if lines else ENDING_DROP_COST
    return Draft(kind, title, modifiers, lines, None, ideal_s, longest_s, drop_cost, ending=True)


def free_title(title: str, drafts: tuple[Draft, ...]) -> str:
    """The title, or the title with the next free number if a section has it already."""
    taken = {draft.title for draft in drafts}
    counted = re.fullmatch(r"(.*?)\s*(\d+)?(\))?", title)
    stem, number, close = counted.groups() if counted else (title, None, None)
    count, free = int(number or 1), title
    while free in taken:
        count += 1
        free = f"{stem} {count}{close or ''}"
    return free
