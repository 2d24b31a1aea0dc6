"""The states of a job and the moves between them. It knows nothing of databases."""

from __future__ import annotations

from enum import StrEnum


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"

    @property
    def finished(self) -> bool:
        """Whether the job is done for good; it never changes again."""
        return not _MOVES[self]


_MOVES = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset(set(JobState) - {JobState.RUNNING}),
    JobState.SUCCEEDED: frozenset[JobState](),
    JobState.FAILED: frozenset[JobState](),
    JobState.CANCELLED: frozenset[JobState](),
    JobState.TIMED_OUT: frozenset[JobState](),
}


def sources(target: JobState) -> tuple[JobState, ...]:
    """The states from which a job may move to `target`."""
    return tuple(state for state in JobState if target in _MOVES[state])
