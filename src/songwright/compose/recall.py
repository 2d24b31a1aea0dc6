"""What a listener recognises: how alike two phrases are, and the cell of a chorus that keeps coming back.

It knows nothing of chords and of how the phrases were made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from songwright.compose.phrases import Phrase

CELL = 4  # notes of a hook's cell
_WANTED_RETURNS = 3
_GRID = 24  # parts of a beat that are told apart, so that swing and haste do not hide a rhythm
_LONG = 1.5  # times the middle duration
_LEAP = 3  # semitones from which a cell has a leap


@dataclass(frozen=True, slots=True)
class Hook:
    """A cell and how well it sticks.

    Attributes:
        returns: how often it sounds in the choruses.
        repetition: 1 from three times on.
        leap: 1 if it has one or two moves of a third or more, and steps or repeats beside them.
        long_note: 1 if its phrase holds a note half as long again as its middle one.
        words: 1 if its words come back, or hold the title.
    """

    returns: int
    repetition: float
    leap: float
    long_note: float
    words: float

    @property
    def strength(self) -> float:
        """Memorability, 0 to 1: what returns counts as much as the rest together."""
        return 0.5 * self.repetition + (self.leap + self.long_note + self.words) / 6


def alike(one: Phrase, other: Phrase) -> float:
    """How alike two phrases are, 0 to 1, wherever they start and on whatever pitch.

    An edit distance over moves (pitch and time), as Mongeau and Sankoff (1990) compare melodies: a move costs
    nothing if interval and time agree, half if one of them does.
    """
    a, b = _moves(one), _moves(other)
    if not a or not b:
        return float(a == b)
    row = [float(j) for j in range(len(b) + 1)]
    for i, mine in enumerate(a, 1):
        before, row[0] = row[0], float(i)
        for j, theirs in enumerate(b, 1):
            changed = before + _difference(mine, theirs)
            before = row[j]
            row[j] = min(changed, row[j] + 1.0, row[j - 1] + 1.0)
    return 1.0 - row[-1] / max(len(a), len(b))


def find_hook(choruses: Sequence[tuple[Phrase, str]], title: str = "") -> Hook | None:
    """The most memorable cell among those that open a line of a chorus, None without a line long enough.

    Args:
        choruses: the phrases of all choruses in order, with their words.
        title: the song's title, empty if unknown.
    """
    heard = [_moves(phrase) for phrase, _ in choruses]
    wordings = [text.casefold() for _, text in choruses]
    hooks = [
        _hook(phrase, moves[: CELL - 1], heard, wordings, number, title)
        for number, ((phrase, _), moves) in enumerate(zip(choruses, heard, strict=True))
        if len(moves) >= CELL - 1
    ]
    return max(hooks, key=lambda hook: hook.strength, default=None)


def _hook(
    phrase: Phrase,
    cell: list[tuple[int, int]],
    heard: Sequence[Sequence[tuple[int, int]]],
    wordings: Sequence[str],
    number: int,
    title: str,
) -> Hook:
    returns = sum(_times(cell, moves) for moves in heard)
    leaps = sum(abs(interval) >= _LEAP for interval, _ in cell)
    middle = sorted(phrase.durations)[len(phrase.durations) // 2]
    words = wordings[number]
    returning = wordings.count(words) > 1 or (bool(title) and title.casefold() in words)
    return Hook(
        returns,
        min(1.0, returns / _WANTED_RETURNS),
        float(0 < leaps < len(cell)),
        float(max(phrase.durations) >= _LONG * middle),
        float(returning),
    )


def _moves(phrase: Phrase) -> list[tuple[int, int]]:
    """Interval in semitones and time in parts of a beat, from note to note."""
    places = [round(onset * _GRID) for onset in phrase.onsets]
    times = [after - before for before, after in pairwise(places)]
    return list(zip(phrase.moves, times, strict=True))


def _difference(one: tuple[int, int], other: tuple[int, int]) -> float:
    same_way = one[0] == other[0] or (one[0] * other[0] > 0 and abs(one[0] - other[0]) <= 1)
    same_time = abs(one[1] - other[1]) <= 2
    return 0.5 * (not same_way) + 0.5 * (not same_time)


def _times(cell: Sequence[tuple[int, int]], moves: Sequence[tuple[int, int]]) -> int:
    """How often a cell sounds: the same times and the same intervals, one of them a semitone off at most."""
    count, place = 0, 0
    while place + len(cell) <= len(moves):
        there = moves[place : place + len(cell)]
        found = all(_difference(a, b) == 0.0 for a, b in zip(cell, there, strict=True))
        count += found
        place += len(cell) if found else 1
    return count
