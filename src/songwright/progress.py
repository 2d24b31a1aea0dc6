"""How far the work is, and whether it should stop. It knows nothing of jobs, terminals or HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from songwright.errors import JobCancelled


@dataclass(frozen=True, slots=True)
class Step:
    """One progress report.

    Attributes:
        stage: what is being done now, one short phrase ("singing", "mastering").
        fraction: how much of the whole work is done, 0 to 1.
    """

    stage: str
    fraction: float


def _ignore(step: Step) -> None:
    """Drop a report."""


def _never() -> bool:
    return False


class Progress:
    """Passed down through the work: `report` tells the listener, and raises if the work was cancelled.

    Args:
        listener: called with each report, on the thread that does the work.
        cancelled: asked at each report; when it answers true, `report` raises `JobCancelled`.
        start: where this part of the work lies within the whole, 0 to 1.
        end: its end within the whole, 0 to 1.
    """

    def __init__(
        self,
        listener: Callable[[Step], None] = _ignore,
        cancelled: Callable[[], bool] = _never,
        start: float = 0.0,
        end: float = 1.0,
    ) -> None:
        self._listener = listener
        self._cancelled = cancelled
        self._start = start
        self._end = end

    def report(self, stage: str, fraction: float) -> None:
        """Say what is being done and how much of this part is done.

        Args:
            stage: a short phrase.
            fraction: 0 to 1 within this part.
        Raises:
            JobCancelled: the work should stop.
        """
        if self._cancelled():
            raise JobCancelled("cancelled")
        share = min(max(fraction, 0.0), 1.0)
        self._listener(Step(stage, self._start + (self._end - self._start) * share))

    def part(self, start: float, end: float) -> Progress:
        """A progress for a part of this work that spans `start` to `end`, each 0 to 1."""
        width = self._end - self._start
        return Progress(
            self._listener, self._cancelled, self._start + width * start, self._start + width * end
        )
