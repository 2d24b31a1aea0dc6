"""Rows of the banks: reading them, filling their slots, drawing those that fit. It knows nothing of form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from songwright.planner.lyricist.rhyme import Spoken, rhymes, sounds_alike, speak
from songwright.song.chance import Chance
from songwright.song.pronunciation import Pronounce

_CHOICE = re.compile(r"\{([^{}|]*(?:\|[^{}|]*)+)\}")
_SLOT = re.compile(r"\{(\w+)\}")
_MOST_UNEVEN = 2  # syllables between lines that match


@dataclass(frozen=True, slots=True)
class Limits:
    """How long lines may be: fewest and most syllables, and what is better."""

    low: int
    high: int
    best: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stanza:
    """Lines that belong together.

    Attributes:
        row: where they come from.
        lines: two that rhyme, or four of which the second and fourth do.
        parts: every line stands by itself, so that others may come between them.
    """

    row: str
    lines: tuple[Spoken, ...]
    parts: bool


class Bank:
    """Draws stanzas from rows and never the same row twice.

    Args:
        chance: source of all draws.
        pronounce: says lines.
        slots: what fills `{s}` and the like.
    """

    def __init__(self, chance: Chance, pronounce: Pronounce, slots: dict[str, str]) -> None:
        self._chance = chance
        self._pronounce = pronounce
        self._slots = slots
        self._used: set[str] = set()

    def draw(
        self,
        rows: Sequence[str],
        limits: Limits,
        before: Sequence[Spoken] = (),
        fits: Callable[[Stanza], bool] = lambda stanza: True,
    ) -> Stanza | None:
        """A stanza that fits, or None.

        Args:
            rows: to draw from.
            limits: of the lines' lengths.
            before: lines near it, on whose sounds it may not end.
            fits: what else is asked of it.
        """
        found: Stanza | None = None
        for stanza in self._candidates(rows):
            counts = [line.syllables for line in stanza.lines]
            if not (limits.low <= min(counts) and max(counts) <= limits.high and fits(stanza)):
                continue
            if not (_is_well_made(stanza) and _stands_out(stanza, before)):
                continue
            if limits.best[0] <= min(counts) and max(counts) <= limits.best[1]:
                found = stanza
                break
            found = found or stanza
        if found is not None:
            self._used.add(found.row)
        return found

    def say(self, text: str) -> Spoken:
        """A line as it is said, with its slots filled."""
        return speak(_sentence(self._fill(text)), self._pronounce)

    def _candidates(self, rows: Sequence[str]) -> Iterator[Stanza]:
        left = [row for row in rows if row not in self._used]
        while left:
            row = left.pop(int(self._chance.random() * len(left)))
            texts = self._fill(row).split(" / ")
            lines = tuple(speak(_sentence(text), self._pronounce) for text in texts)
            yield Stanza(row, lines, all(text[:1].isupper() for text in texts[1:]))

    def _fill(self, text: str) -> str:
        while match := _CHOICE.search(text):
            text = text[: match.start()] + self._chance.choice(match[1].split("|")) + text[match.end() :]
        return _SLOT.sub(lambda slot: self._slots.get(slot[1], ""), text)


def read_rows(text: str) -> tuple[str, ...]:
    """The rows of a bank."""
    return tuple(line.strip() for line in text.strip().splitlines())


def couplets(rows: Sequence[str]) -> tuple[str, ...]:
    """The rows of two lines."""
    return tuple(row for row in rows if row.count(" / ") == 1)


def quatrains(rows: Sequence[str]) -> tuple[str, ...]:
    """The rows of four lines."""
    return tuple(row for row in rows if row.count(" / ") == 3)


def _is_well_made(stanza: Stanza) -> bool:
    """Whether its lines rhyme as they should and match in length."""
    pairs = list(zip(stanza.lines, stanza.lines[1:], strict=False))[:1]
    if len(stanza.lines) == 4:
        pairs = [(stanza.lines[0], stanza.lines[2]), (stanza.lines[1], stanza.lines[3])]
    even = all(abs(a.syllables - b.syllables) <= _MOST_UNEVEN for a, b in pairs)
    return even and rhymes(*pairs[-1])


def _stands_out(stanza: Stanza, before: Sequence[Spoken]) -> bool:
    """Whether none of its lines ends on the sound of a line before it."""
    return not any(sounds_alike(one, other) for one in stanza.lines for other in before)


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words[:1].upper() + words[1:]
