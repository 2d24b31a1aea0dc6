"""How long the song is, how many bars that gives, and which tempo makes them fit.

It knows nothing of how the bars are shared among the sections.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from songwright.planner.drafts import Draft
from songwright.song.lyrics import SectionKind

SHORTEST_TAIL_S = 0.8  # of the last chord's ring after the last bar
_BEST_TAIL_S = (1.5, 3.0)
_ROUNDING = 1e-9

# Seconds that a song needs, after the guide for writing lyrics: a line 3 to 5, intro and outro 5 to 10 each,
# an instrumental section 5 to 15; two verses and two choruses 120 to 150; with a bridge 180 to 240.
_LINE_S, _EDGES_S, _INSTRUMENTAL_S = 4.2, 16.0, 12.0
_TWO_VERSES_S, _WITH_BRIDGE_S = 128.0, 188.0
_MOST_PER_LINE_S, _MOST_WITHOUT_LINES_S = 9.0, 40.0


def bars_in(duration_s: float, bar_s: float) -> int:
    """Whole bars that fit with at least 0.8 s left for the last chord to ring; 0 if not even one does."""
    return max(math.floor((duration_s - SHORTEST_TAIL_S) / bar_s + _ROUNDING), 0)


def seconds_for(bars: int, bar_s: float) -> int:
    """The least whole number of seconds into which so many bars fit."""
    return math.ceil(bars * bar_s + SHORTEST_TAIL_S - _ROUNDING)


def duration_for(bars: int, bar_s: float) -> float:
    """A length for so many bars and the ring of the last chord: whole seconds where they fit."""
    music_s = bars * bar_s
    for tail_s in (_BEST_TAIL_S[0], 1.0, SHORTEST_TAIL_S):
        whole = math.ceil(music_s + tail_s)
        if bars_in(float(whole), bar_s) == bars:
            return float(whole)
    return round(music_s + SHORTEST_TAIL_S + 0.5 * bar_s, 2)


def tempos(usual: tuple[int, int], target_bpm: int, bar_beats: float, duration_s: float) -> Iterator[int]:
    """The tempos of a range, the best first: near the target, and leaving 1.5 to 3 s for the last chord."""

    def cost(bpm: int) -> float:
        bar_s = bar_beats * 60.0 / bpm
        bars = bars_in(duration_s, bar_s)
        tail_s = duration_s - bars * bar_s
        outside_s = max(_BEST_TAIL_S[0] - tail_s, tail_s - _BEST_TAIL_S[1], 0.0)
        uneven = 0.05 if bars % 4 > 1 else 0.0
        return abs(math.log2(bpm / target_bpm)) + outside_s + uneven + (5.0 if bars < 1 else 0.0)

    yield from sorted(range(usual[0], usual[1] + 1), key=lambda bpm: (cost(bpm), bpm))


def loop_tempos(usual: tuple[int, int], target_bpm: int) -> tuple[int, ...]:
    """The tempos of a range, the nearest to the target first."""
    return tuple(
        sorted(range(usual[0], usual[1] + 1), key=lambda bpm: (abs(math.log2(bpm / target_bpm)), bpm))
    )


def sung_seconds(form: Sequence[Draft]) -> float:
    """How long a song with these sections is usually, in seconds."""
    lines = sum(len(draft.lines) for draft in form)
    verses = sum(draft.kind is SectionKind.VERSE for draft in form)
    choruses = sum(draft.kind is SectionKind.CHORUS for draft in form)
    bridges = sum(draft.kind is SectionKind.BRIDGE for draft in form)
    breaks = sum(
        not draft.lines and draft.kind not in (SectionKind.INTRO, SectionKind.OUTRO) for draft in form
    )
    seconds = _EDGES_S + _LINE_S * lines
    if verses >= 2 and choruses >= 2:
        seconds = max(seconds, _WITH_BRIDGE_S if bridges else _TWO_VERSES_S)
    seconds += _INSTRUMENTAL_S * breaks
    return min(seconds, _MOST_PER_LINE_S * lines + _MOST_WITHOUT_LINES_S)
