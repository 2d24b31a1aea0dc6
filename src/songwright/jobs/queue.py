"""The queue: every job is a row, and the row is the truth. It knows nothing of processes and music.

The attempt number fences every write of a running job: claiming increments it, and a write says
`WHERE id = ? AND attempt = ? AND state = 'running'`. A worker that was thought dead changes nothing.
"""

from __future__ import annotations

import re
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from songwright.errors import AttemptLost, DiskFull, NotFound, QueueFull, StoreError
from songwright.jobs.states import JobState, sources
from songwright.jobs.table import jobs

Json = Any  # whatever the json module reads and writes

_LONGEST_STAGE, _LONGEST_ERROR = 200, 2_000  # characters kept on the row
_ID = re.compile(r"[0-9a-f-]{36}")  # anything else is no id of ours, and might be no text for a database
_IDS_PER_QUERY = 500  # SQLite before 3.32 takes at most 999 parameters


@dataclass(frozen=True, slots=True)
class Job:
    """One row.

    Attributes:
        id: a UUID as text.
        door: which dialect took it.
        state: where it stands.
        attempt: how often it was claimed; the fencing token of the running attempt.
        cancel_requested: a running job should stop.
        payload: what to do, as JSON.
        stage: what is being done now.
        fraction: how much is done, 0 to 1.
        result: what came out, as JSON, once it has succeeded.
        error: why it failed, safe to show.
        created: seconds since 1970.
        started: when the latest attempt was claimed.
        finished: when it ended for good.
    """

    id: str
    door: str
    state: JobState
    attempt: int
    cancel_requested: bool
    payload: Json
    stage: str
    fraction: float
    result: Json
    error: str | None
    created: float
    started: float | None
    finished: float | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job that was accepted, and its place among the waiting, counted from 1."""

    job: Job
    position: int


@dataclass(frozen=True, slots=True)
class QueueLimits:
    """What the queue puts up with.

    Attributes:
        waiting: jobs that may wait; one more is refused.
        crashes: a job that kills its worker this often has failed.
        interruptions: a job that was running at this many deaths of the whole server has failed. Higher than
            `crashes`: mostly it is not the job that pulls the plug.
    """

    waiting: int = 200
    crashes: int = 3
    interruptions: int = 10


class JobQueue:
    """Jobs in the order of their arrival.

    Args:
        engine: the database, with the table made.
        limits: see there.
        clock: seconds since 1970; told to users, never used to decide.
    """

    def __init__(
        self, engine: Engine, limits: QueueLimits | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        self._engine = engine
        self._limits = limits or QueueLimits()
        self._clock = clock

    def submit(self, payload: Json, door: str) -> Ticket:
        """Accept a job: when this returns, it survives a power cut.

        Raises:
            QueueFull: too many jobs wait; no row was left.
            DiskFull: the row could not be written.
        """
        with self._transaction() as tx:
            waiting = tx.execute(
                select(func.count()).select_from(jobs).where(jobs.c.state == JobState.QUEUED)
            ).scalar_one()
            if waiting >= self._limits.waiting:
                raise QueueFull(f"{waiting} jobs are waiting, the queue is full")
            row = {
                "id": str(uuid.uuid4()),
                "door": door,
                "state": JobState.QUEUED.value,
                "attempt": 0,
                "crashes": 0,
                "interruptions": 0,
                "cancel_requested": False,
                "payload": payload,
                "stage": "",
                "fraction": 0.0,
                "created": self._clock(),
            }
            return Ticket(_job(tx.execute(insert(jobs).values(row).returning(*jobs.c)).one()), waiting + 1)

    def claim(self) -> Job | None:
        """Take the oldest waiting job as a new attempt, in one atomic statement; None if nothing waits."""
        oldest = (
            select(jobs.c.number)
            .where(jobs.c.state == JobState.QUEUED)
            .order_by(jobs.c.number)
            .limit(1)
            .scalar_subquery()
        )
        claimed = (
            update(jobs)
            .where(jobs.c.number == oldest, jobs.c.state == JobState.QUEUED)
            .values(
                state=JobState.RUNNING.value,
                attempt=jobs.c.attempt + 1,
                started=self._clock(),
                stage="",
                fraction=0.0,
            )
            .returning(*jobs.c)
        )
        with self._transaction() as tx:
            row = tx.execute(claimed).one_or_none()
        return None if row is None else _job(row)

    def progress(self, job: Job, stage: str, fraction: float) -> bool:
        """Tell how far a running attempt is, and learn whether it should stop.

        Args:
            job: as claimed.
            stage: what is being done.
            fraction: 0 to 1.
        Raises:
            AttemptLost: this attempt no longer owns the job.
        """
        row = self._move(
            job, JobState.RUNNING, stage=_plain(stage, _LONGEST_STAGE), fraction=min(max(fraction, 0.0), 1.0)
        )
        return row.cancel_requested

    def succeed(self, job: Job, result: Json) -> Job:
        """Record what came out; its files must be safe on the disk.

        Raises:
            AttemptLost: this attempt no longer owns the job; drop the result.
        """
        return self._move(job, JobState.SUCCEEDED, result=result, fraction=1.0, stage="")

    def fail(self, job: Job, error: str) -> Job:
        """Record why it failed, in words safe to show; raises `AttemptLost` as `succeed` does."""
        return self._move(job, JobState.FAILED, error=_plain(error, _LONGEST_ERROR))

    def time_out(self, job: Job, error: str) -> Job:
        """Record that it took too long; raises `AttemptLost` as `succeed` does."""
        return self._move(job, JobState.TIMED_OUT, error=_plain(error, _LONGEST_ERROR))

    def stopped(self, job: Job) -> Job:
        """Record that a cancelled attempt has stopped; raises `AttemptLost` as `succeed` does."""
        return self._move(job, JobState.CANCELLED, error="cancelled")

    def release(self, job: Job) -> Job:
        """Put a running attempt back in its old place without blame: the server is going down."""
        return self._move(job, JobState.QUEUED, stage="", fraction=0.0)

    def crashed(self, job: Job, reason: str) -> Job:
        """The worker died under this attempt: put the job back, or fail it if that happens too often.

        Raises:
            AttemptLost: this attempt no longer owns the job.
        """
        with self._transaction() as tx:
            crashes = tx.execute(select(jobs.c.crashes).where(jobs.c.id == job.id)).scalar_one() + 1
            if crashes >= self._limits.crashes:
                error = _plain(f"gave up after {crashes} attempts: {reason}", _LONGEST_ERROR)
                return self._moved(tx, job, JobState.FAILED, {"error": error, "crashes": crashes})
            return self._moved(tx, job, JobState.QUEUED, {"crashes": crashes, "stage": "", "fraction": 0.0})

    def recover(self) -> list[Job]:
        """Settle what was running when the last server died; to be called once, before any claim.

        Returns:
            The jobs that were running, as they stand now: queued again, cancelled as their owner had asked,
            or failed because they went down with the server too often.
        """
        settled = []
        with self._transaction() as tx:
            for row in tx.execute(select(jobs).where(jobs.c.state == JobState.RUNNING)).all():
                interruptions = row.interruptions + 1
                changes: dict[str, object] = {"interruptions": interruptions, "stage": "", "fraction": 0.0}
                target = JobState.QUEUED
                if row.cancel_requested:
                    target, changes["error"] = JobState.CANCELLED, "cancelled"
                elif interruptions >= self._limits.interruptions:
                    target = JobState.FAILED
                    changes["error"] = f"gave up: the server died {interruptions} times during this job"
                settled.append(self._moved(tx, _job(row), target, changes))
        return settled

    def cancel(self, job_id: str) -> Job:
        """Cancel a waiting job at once, or ask a running one to stop; a finished one stays as it is.

        Raises:
            NotFound: there is no such job.
        """
        now = self._clock()
        with self._transaction() as tx:
            tx.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.state == JobState.QUEUED)
                .values(state=JobState.CANCELLED.value, error="cancelled", finished=now)
            )
            tx.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.state == JobState.RUNNING)
                .values(cancel_requested=True)
            )
            row = tx.execute(select(jobs).where(jobs.c.id == job_id)).one_or_none()
        if row is None:
            raise NotFound(f"there is no job {job_id}")
        return _job(row)

    def get(self, job_id: str) -> Job:
        """One job.

        Raises:
            NotFound: there is no such job.
        """
        found = self.get_many([job_id])
        if job_id not in found:
            raise NotFound(f"there is no job {job_id}")
        return found[job_id]

    def get_many(self, job_ids: Iterable[str]) -> dict[str, Job]:
        """The jobs that exist, by their id."""
        wanted = [one for one in dict.fromkeys(job_ids) if _ID.fullmatch(one)]
        found = {}
        with self._transaction() as tx:
            for first in range(0, len(wanted), _IDS_PER_QUERY):
                some = wanted[first : first + _IDS_PER_QUERY]
                for row in tx.execute(select(jobs).where(jobs.c.id.in_(some))):
                    found[row.id] = _job(row)
        return found

    def kept_attempts(self) -> dict[str, int | None]:
        """The attempt whose files are wanted, for every job there is; None if it has no result."""
        with self._transaction() as tx:
            rows = tx.execute(select(jobs.c.id, jobs.c.attempt, jobs.c.state)).all()
        return {row.id: row.attempt if row.state == JobState.SUCCEEDED else None for row in rows}

    def _move(self, job: Job, target: JobState, **changes: object) -> Job:
        with self._transaction() as tx:
            return self._moved(tx, job, target, changes)

    def _moved(self, tx: Connection, job: Job, target: JobState, changes: dict[str, object]) -> Job:
        """Move the running attempt `job` to `target`; staying in `running` is progress, not a move."""
        legal = target is JobState.RUNNING or JobState.RUNNING in sources(target)
        assert legal, f"a running job cannot become {target}"
        if target.finished:
            changes = {**changes, "finished": self._clock()}
        moved = (
            update(jobs)
            .where(jobs.c.id == job.id, jobs.c.attempt == job.attempt, jobs.c.state == JobState.RUNNING)
            .values(state=target.value, **changes)
            .returning(*jobs.c)
        )
        row = tx.execute(moved).one_or_none()
        if row is None:
            raise AttemptLost(f"attempt {job.attempt} no longer owns job {job.id}")
        return _job(row)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """One transaction, with the errors of the database as errors of ours."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as exc:
            if _is_full(exc):
                raise DiskFull("the disk of the data folder is full") from exc
            raise StoreError(f"the database cannot be used ({type(exc).__name__})") from exc


def _is_full(exc: SQLAlchemyError) -> bool:
    cause = exc.orig if isinstance(exc, DBAPIError) else None
    return isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode == sqlite3.SQLITE_FULL


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        door=row.door,
        state=JobState(row.state),
        attempt=row.attempt,
        cancel_requested=row.cancel_requested,
        payload=row.payload,
        stage=row.stage,
        fraction=row.fraction,
        result=row.result,
        error=row.error,
        created=row.created,
        started=row.started,
        finished=row.finished,
    )


def _plain(text: str, longest: int) -> str:
    """Text that every database takes: no NUL, no lone surrogates, not too long."""
    clean = text.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode("utf-8")
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"
