"""One attempt at one job: relays progress to the row, wishes to the worker, and watches the clock.

It knows nothing of files and of what comes after.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from songwright.errors import AttemptLost, StoreError
from songwright.jobs.process import Bell, WorkerProcess
from songwright.jobs.queue import Job, JobQueue

_TICK_S = 0.5  # progress is written, and a wish to cancel noticed, this often


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """How patient the host is, in seconds.

    Attributes:
        job_s: an attempt that takes longer is timed out.
        cancel_s: a cancelled attempt that has not stopped by then is killed.
        stop_s: so is a running attempt when the server stops; its job is queued again.
        idle_s: how long an idle host waits for its bell; looking then only guards against a lost ring.
    """

    job_s: float = 3_600.0
    cancel_s: float = 10.0
    stop_s: float = 3.0
    idle_s: float = 5.0


class End(Enum):
    """How an attempt can end while its worker lives."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LATE = "late"
    LOST = "lost"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attempt.

    Attributes:
        end: how it ended.
        result: what the executor returned, if it is done.
        error: why not, safe to show, if it failed or was late.
        trace: the traceback, for the log only.
        busy: the worker is still at it and must be ended.
    """

    end: End
    result: Any = None
    error: str = ""
    trace: str | None = None
    busy: bool = False


class Attempt:
    """Hands a claimed job to the worker and waits for its outcome.

    Args:
        queue: where progress goes.
        job: as claimed.
        worker: who does it; idle so far.
        limits: see there.
    """

    def __init__(self, queue: JobQueue, job: Job, worker: WorkerProcess, limits: WorkerLimits) -> None:
        self._queue = queue
        self._job = job
        self._worker = worker
        self._limits = limits
        self._token = f"{job.id}/{job.attempt}"
        self._told: tuple[str, float] = ("", 0.0)
        self._started = self._ticked = time.monotonic()
        self._cancelled: float | None = None

    def run(self, folder: Path, bell: Bell, stopping: Callable[[], bool]) -> Outcome:
        """See the attempt through.

        Args:
            folder: where the executor keeps its files.
            bell: rings when there may be a wish to cancel or to stop.
            stopping: whether the server is going down.
        Raises:
            WorkerDied: the worker died meanwhile.
        """
        order = {"do": "execute", "token": self._token, "payload": self._job.payload, "folder": str(folder)}
        self._worker.send(order)
        while True:
            bell.silence()
            message = self._worker.receive(_TICK_S, bell.fileno)
            if message is not None and message["is"] != "step":
                return _outcome(message)
            if message is not None:
                self._told = (message["stage"], message["fraction"])
            if stopping():
                return Outcome(End.STOPPED, busy=True)
            outcome = self._overdue() or self._tick()
            if outcome is not None:
                return outcome

    def _overdue(self) -> Outcome | None:
        now = time.monotonic()
        if now - self._started > self._limits.job_s:
            error = f"it took longer than the {self._limits.job_s:g} seconds a job may take"
            return Outcome(End.LATE, error=error, busy=True)
        if self._cancelled is not None and now - self._cancelled > self._limits.cancel_s:
            return Outcome(End.CANCELLED, busy=True)
        return None

    def _tick(self) -> Outcome | None:
        """Twice a second at most: write the latest progress, and pass on a wish to cancel."""
        now = time.monotonic()
        if now - self._ticked < _TICK_S:
            return None
        self._ticked = now
        try:
            wanted = self._queue.progress(self._job, *self._told)
        except AttemptLost:
            return Outcome(End.LOST, busy=True)
        except StoreError:
            return None  # a full disk must not end work that may still succeed
        if wanted and self._cancelled is None:
            self._cancelled = now
            self._worker.send({"do": "cancel", "token": self._token})
        return None


def _outcome(message: dict[str, Any]) -> Outcome:
    return Outcome(End(message["is"]), message.get("result"), message.get("error", ""), message.get("trace"))
