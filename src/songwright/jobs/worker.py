"""The worker host: a thread that hands jobs to one worker process and writes down what becomes of them.

It knows nothing of HTTP and music. The process may die at any time, by its own fault or for lack of memory:
its job goes back to the queue, or fails if that happens too often, and the next process takes over.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import structlog

from songwright.errors import AttemptLost, StoreError
from songwright.jobs.attempt import Attempt, End, Outcome, WorkerLimits
from songwright.jobs.child import ExecutorFactory
from songwright.jobs.process import Bell, WorkerDied, WorkerProcess
from songwright.jobs.queue import Job, JobQueue

_LONGEST_PAUSE_S = 30.0  # between attempts to start a worker that does not start


class Folders(Protocol):
    """Where attempts keep their files; `store.layout.DataFolder` is one."""

    def begin(self, job_id: str, attempt: int) -> Path:
        """Make the empty folder of an attempt."""

    def keep(self, job_id: str, attempt: int) -> None:
        """Bring its files safely to the disk."""

    def discard(self, job_id: str, attempt: int) -> None:
        """Remove it."""


class _Stopping(Exception):
    """The host was told to stop."""


class WorkerHost:
    """Keeps one worker process busy.

    Args:
        queue: whose jobs are done.
        folders: where attempts keep their files.
        factory: builds the executor in the worker process.
        limits: see there.
    """

    def __init__(
        self,
        queue: JobQueue,
        folders: Folders,
        factory: ExecutorFactory,
        limits: WorkerLimits | None = None,
    ) -> None:
        self._queue = queue
        self._folders = folders
        self._factory = factory
        self._limits = limits or WorkerLimits()
        self._bell = Bell()
        self._job: Job | None = None
        self._stopping = threading.Event()
        self._about: Any = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker host")
        self._log = structlog.get_logger("songwright.jobs")

    @property
    def ready(self) -> bool:
        """Whether a worker process is up and its executor built."""
        return self._ready.is_set()

    @property
    def about(self) -> Any:
        """What the executor says of itself, as JSON; None while no worker is ready."""
        return self._about if self.ready else None

    def start(self) -> None:
        """Start the worker process and take jobs from now on."""
        self._thread.start()

    def wake(self) -> None:
        """There may be something new to do: a job was submitted, or a running one cancelled."""
        self._bell.ring()

    def stop(self) -> None:
        """Take no more jobs, put the running one back without blame, end the worker process."""
        self._stopping.set()
        self._bell.ring()
        self._thread.join()
        self._bell.close()

    def _run(self) -> None:
        """One worker process after the other, until told to stop."""
        pause_s = 0.0
        while not self._stopping.wait(pause_s):
            self._ready.clear()
            self._job = None
            try:
                self._employ()
            except _Stopping:
                break
            except WorkerDied as exc:
                self._log.error("worker died", reason=str(exc))
            except Exception:  # noqa: BLE001 - the worker loop: it must outlive whatever one job brings
                self._log.exception("the worker host stumbled; it starts over with a new worker")
                self._blame()
            pause_s = 0.0 if self.ready else min(2.0 * pause_s + 1.0, _LONGEST_PAUSE_S)
        self._ready.clear()

    def _employ(self) -> None:
        """Start a worker process and hand it jobs for as long as it lives."""
        worker = WorkerProcess(self._factory)
        try:
            self._await_ready(worker)
            self._serve(worker)
        finally:
            worker.end(self._limits.stop_s)

    def _blame(self) -> None:
        """Give back the job during which the host stumbled."""
        job = self._job
        if job is not None:
            self._settle(lambda: self._queue.crashed(job, "internal error"))

    def _await_ready(self, worker: WorkerProcess) -> None:
        while (message := self._listen(worker, self._limits.idle_s)) is None:
            pass
        if message["is"] != "ready":
            self._log.error("the executor cannot be built", error=message["error"], trace=message["trace"])
            raise WorkerDied(message["error"])
        self._about = message["about"]
        self._ready.set()
        self._log.info("worker ready", pid=worker.pid)

    def _serve(self, worker: WorkerProcess) -> None:
        while True:
            self._bell.silence()
            if self._stopping.is_set():
                raise _Stopping
            self._job = self._claim()
            if self._job is None:
                self._listen(worker, self._limits.idle_s)
            else:
                self._attempt(worker, self._job)

    def _claim(self) -> Job | None:
        try:
            return self._queue.claim()
        except StoreError as exc:
            self._log.error("no job can be claimed now", reason=str(exc))
            return None

    def _listen(self, worker: WorkerProcess, timeout_s: float) -> dict[str, Any] | None:
        """The next message of the worker, or None; raises `_Stopping` when the host should stop."""
        message = worker.receive(timeout_s, self._bell.fileno)
        if self._stopping.is_set():
            raise _Stopping
        return message

    def _attempt(self, worker: WorkerProcess, job: Job) -> None:
        """See one claimed job through to whatever end it has, on the row and on the disk."""
        log = self._log.bind(job=job.id, attempt=job.attempt)
        log.info("job started")
        try:
            outcome = self._perform(worker, job)
        except WorkerDied as exc:
            reason = str(exc)
            self._folders.discard(job.id, job.attempt)
            state = self._settle(lambda: self._queue.crashed(job, reason))
            log.error("job lost its worker", state=state, reason=reason)
            raise
        if outcome.busy:
            worker.end(self._limits.stop_s)
        if outcome.end is not End.DONE:
            self._folders.discard(job.id, job.attempt)  # first: it may be what fills the disk
        state = self._settle(lambda: self._write(job, outcome))
        log.info("job ended", end=outcome.end.value, state=state, error=outcome.error, trace=outcome.trace)
        if outcome.end is End.STOPPED:
            raise _Stopping
        if outcome.busy:
            raise WorkerDied("its work was no longer wanted and it did not stop")

    def _perform(self, worker: WorkerProcess, job: Job) -> Outcome:
        try:
            folder = self._folders.begin(job.id, job.attempt)
            attempt = Attempt(self._queue, job, worker, self._limits)
            outcome = attempt.run(folder, self._bell, self._stopping.is_set)
            if outcome.end is End.DONE:
                self._folders.keep(job.id, job.attempt)
        except StoreError as exc:
            return Outcome(End.FAILED, error=str(exc))
        return outcome

    def _write(self, job: Job, outcome: Outcome) -> Job:
        """Write the outcome of an attempt on the row.

        Raises:
            AttemptLost: the job belongs to another attempt.
            StoreError: it cannot be written now.
        """
        match outcome.end:
            case End.DONE:
                return self._queue.succeed(job, outcome.result)
            case End.FAILED:
                return self._queue.fail(job, outcome.error)
            case End.LATE:
                return self._queue.time_out(job, outcome.error)
            case End.CANCELLED:
                return self._queue.stopped(job)
            case End.STOPPED:
                return self._queue.release(job)
            case End.LOST:
                raise AttemptLost(f"attempt {job.attempt} no longer owns job {job.id}")

    def _settle(self, write: Callable[[], Job]) -> str:
        """Write until it is written, for a disk may be full for a while; gives the state the job is in.

        If the server stops first, the row still says "running" and the next start recovers the job.
        """
        pause_s = 0.1
        while True:
            try:
                return write().state
            except AttemptLost:
                return "another attempt's"
            except StoreError as exc:
                self._log.error("the end of a job cannot be written yet", reason=str(exc))
            if self._stopping.wait(pause_s):
                return "not written"
            pause_s = min(2.0 * pause_s, _LONGEST_PAUSE_S)
