"""Breaks a song into rows of about equal length, as printed music does. It knows nothing of drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from songwright.song.timeline import Timeline

LONGEST_S = 40.0  # more seconds in a row would leave too little room for the words

_INSIDE_SECTION = 0.1  # cost of a break inside a section; unevenness costs its square, in shares of a row
_INSIDE_LINE = 0.5  # cost of a break inside a sung line
_NEAR_S = 0.25
_SHORT_ROW = 0.55  # a row shorter than this share of the longest is not stretched to the full width


@dataclass(frozen=True, slots=True)
class System:
    """One row.

    Attributes:
        start_s: where it starts.
        end_s: where it ends.
        span_s: how many seconds the full width of the row stands for, at least its own length.
    """

    start_s: float
    end_s: float
    span_s: float


def break_into_systems(timeline: Timeline) -> list[System]:
    """Rows that cover the whole song in order, about equally long.

    They are broken at bar lines, rather between sections than inside, and hardly ever inside a sung line. Of
    all ways to break the song the cheapest is taken (dynamic programming, as TeX breaks paragraphs: Knuth and
    Plass 1981).
    """
    end = timeline.duration_s
    count = max(math.ceil(end / LONGEST_S), 1)
    share = end / count
    bars = [bar for bar in timeline.bars if share / 4 < bar < end - share / 4]
    places = [0.0, *(bars or (share * row for row in range(1, count))), end]
    harms = [_harm(timeline, place) for place in places]
    costs, previous = [0.0], [0]
    for stop in range(1, len(places)):
        options = [
            (costs[start] + harms[stop] + _unevenness(places[stop] - places[start], share), start)
            for start in range(stop)
        ]
        cost, start = min(options)
        costs.append(cost)
        previous.append(start)
    breaks = [len(places) - 1]
    while breaks[-1]:
        breaks.append(previous[breaks[-1]])
    return _systems([places[place] for place in reversed(breaks)])


def _systems(breaks: list[float]) -> list[System]:
    rows = list(pairwise(breaks))
    longest = max(end - start for start, end in rows)
    return [
        System(start, end, end - start if end - start > _SHORT_ROW * longest else longest)
        for start, end in rows
    ]


def _unevenness(length: float, share: float) -> float:
    return (length / share - 1) ** 2


def _harm(timeline: Timeline, second: float) -> float:
    """What a break at a time costs."""
    harm = 0.0
    if not any(abs(section.start_s - second) < _NEAR_S for section in timeline.sections):
        harm += _INSIDE_SECTION
    if any(line.start_s < second - _NEAR_S and line.end_s > second + _NEAR_S for line in timeline.lines):
        harm += _INSIDE_LINE
    return harm
