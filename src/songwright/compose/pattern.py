"""The small notation that the styles write their rhythms in, and how a pattern fits every meter.

A pattern is a string of sixteenths, sixteen per bar for 4/4, twelve for 3/4 and 6/8; spaces are free. "." is
a rest, "_" holds what came before, any other mark is struck; what a mark means is the business of the part
that plays it. It knows nothing of pitches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from songwright.song.meter import Meter

SIXTEENTH = 0.25
_BAR_SLOTS, _TRIPLE_BAR_SLOTS = 16, 12
REST, HOLD = ".", "_"


@dataclass(frozen=True, slots=True)
class Step:
    """A struck mark: start and duration in beats."""

    start: float
    duration: float
    mark: str

    @property
    def end(self) -> float:
        """Beats."""
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Loop:
    """A pattern fitted to a meter: its steps and its length in beats."""

    steps: tuple[Step, ...]
    beats: float


def read_steps(pattern: str) -> tuple[Step, ...]:
    """The steps of a pattern as written, a sixteenth per character."""
    slots = pattern.replace(" ", "")
    steps = []
    for index, mark in enumerate(slots):
        if mark in (REST, HOLD):
            continue
        end = index + 1
        while end < len(slots) and slots[end] == HOLD:
            end += 1
        steps.append(Step(index * SIXTEENTH, (end - index) * SIXTEENTH, mark))
    return tuple(steps)


def fitted(pattern: str, meter: Meter) -> Loop:
    """A pattern in any meter.

    Patterns of twelve (or twice twelve) sixteenths are written for 3/4 and 6/8 and stay as they are. Those
    of 4/4 are fitted: 3/4 and 2/4 keep the first beats of each bar. 6/8 keeps them too for figuration (marks
    that are digits), so that eighths keep flowing, but bends the first two beats of chords and basses to its
    dotted pulses.
    """
    steps = read_steps(pattern)
    slots = len(pattern.replace(" ", ""))
    if meter.bar_beats == _TRIPLE_BAR_SLOTS * SIXTEENTH and slots in (
        _TRIPLE_BAR_SLOTS,
        2 * _TRIPLE_BAR_SLOTS,
    ):
        return Loop(steps, slots * SIXTEENTH)
    bars = max(1, slots // _BAR_SLOTS)
    whole = _BAR_SLOTS * SIXTEENTH
    if meter is Meter.FOUR:
        return Loop(steps, bars * whole)
    flows = sum(step.mark.isdigit() for step in steps) * 2 > len(steps)
    bends = meter is Meter.SIX and not flows
    kept_beats = 2.0 if bends else meter.bar_beats
    bar_beats = meter.bar_beats
    fitted_steps = []
    for bar in range(bars):
        for step in steps:
            start = step.start - bar * whole
            if 0 <= start < kept_beats:
                end = min(start + step.duration, kept_beats)
                first, last = (_dotted(start), _dotted(end)) if bends else (start, end)
                fitted_steps.append(Step(bar * bar_beats + first, last - first, step.mark))
    return Loop(tuple(fitted_steps), bars * bar_beats)


def repeated(loop: Loop, start: float, beats: float, stretch: float = 1.0) -> Iterator[Step]:
    """The loop over and over from `start` for `beats`, each time `stretch` times as long as written."""
    turn = loop.beats * stretch
    count = int(beats / turn + 1 - 1e-9)
    for index in range(max(1, count)):
        for step in loop.steps:
            at = index * turn + step.start * stretch
            if at < beats - 1e-9:
                yield Step(start + at, min(step.duration * stretch, beats - at), step.mark)


def _dotted(beat: float) -> float:
    """A place in a 2/4 bar bent to 6/8: the half of each beat falls on the third eighth of its pulse."""
    whole, part = divmod(beat, 1.0)
    return whole * 1.5 + (part * 2.0 if part <= 0.5 else 1.0 + (part - 0.5))
