"""How singable and memorable a line is, as one number, so that the best of several tries can be kept.

It knows nothing of how the line was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_WANTED = (0.25, 0.45, 0.20, 0.08)  # repeats, steps, thirds, larger: the middle of sung pop


def rate(onsets: Sequence[float], pitches: Sequence[int]) -> float:
    """The rating of a line; higher is better, 0 is faultless.

    It loses for an interval mix far from sung pop, for leaps that are not answered by a turn back, for more
    than three equal pitches in a row, for a peak that returns, for a zigzag, and for onsets evenly spaced.

    Args:
        onsets: beats, ascending.
        pitches: MIDI, one per onset.
    """
    moves = [after - before for before, after in pairwise(pitches)]
    if not moves:
        return 0.0
    return -(
        2.0 * _mix_fault(moves)
        + 0.8 * _open_leaps(moves)
        + 0.7 * _monotony(moves)
        + 0.4 * _blunt_peak(pitches)
        + 0.25 * _zigzag(moves)
        + 0.8 * _flat_rhythm(onsets)
    )


def _interval_class(move: int) -> int:
    """0 repeat, 1 step, 2 third, 3 larger."""
    size = abs(move)
    return 0 if size == 0 else 1 if size <= 2 else 2 if size <= 4 else 3


def _mix_fault(moves: Sequence[int]) -> float:
    counts = [0, 0, 0, 0]
    for move in moves:
        counts[_interval_class(move)] += 1
    return sum(abs(count / len(moves) - wanted) for count, wanted in zip(counts, _WANTED, strict=True))


def _open_leaps(moves: Sequence[int]) -> float:
    """Leaps beyond a third after which the line does not turn back."""
    pairs = pairwise(moves)
    return sum(abs(leap) > 4 and leap * after > 0 for leap, after in pairs)


def _monotony(moves: Sequence[int]) -> float:
    run, worst = 0, 0
    for move in moves:
        run = run + 1 if move == 0 else 0
        worst = max(worst, run)
    return max(0, worst - 2)


def _blunt_peak(pitches: Sequence[int]) -> float:
    """A line has one climax: the highest pitch comes in one run."""
    peak = max(pitches)
    entries = sum(pitch == peak and (i == 0 or pitches[i - 1] != peak) for i, pitch in enumerate(pitches))
    return max(0, entries - 1)


def _zigzag(moves: Sequence[int]) -> float:
    """Changes of direction at every note beyond what a tune bears."""
    turns = sum(before * after < 0 for before, after in pairwise(moves))
    return max(0.0, turns - len(moves) / 3)


def _flat_rhythm(onsets: Sequence[float]) -> float:
    gaps = {round(after - before, 4) for before, after in pairwise(onsets)}
    return float(len(onsets) > 4 and len(gaps) < 2)
