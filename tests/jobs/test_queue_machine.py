"""The queue against a simple model, in every order of events that hypothesis can think of."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings, strategies
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from songwright.errors import AttemptLost, QueueFull
from songwright.jobs.queue import Job, JobQueue, QueueLimits
from songwright.jobs.states import JobState
from songwright.store.database import open_database

LIMITS = QueueLimits(waiting=4, crashes=3, interruptions=4)


class QueueMachine(RuleBasedStateMachine):
    """Submits, claims, ends, crashes, cancels, restarts; zombies keep writing with old attempts."""

    attempts = Bundle("attempts")
    zombies = Bundle("zombies")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.engine = open_database(Path(self.folder.name) / "songwright.db")
        self.queue = JobQueue(self.engine, LIMITS)
        self.accepted: list[str] = []
        self.running: dict[str, int] = {}  # job id: the attempt that owns it
        self.finished: dict[str, Job] = {}

    def teardown(self):
        self.engine.dispose()
        self.folder.cleanup()

    def write(self, attempt: Job, write: Callable[[Job], object]) -> None:
        """A write must work for the owner of the job, and for nobody else."""
        owner = self.running.get(attempt.id) == attempt.attempt
        before = self.queue.get(attempt.id)
        try:
            after = write(attempt)
        except AttemptLost:
            assert not owner
            assert self.queue.get(attempt.id) == before
            return
        assert owner
        if isinstance(after, Job) and after.state is not JobState.RUNNING:
            del self.running[attempt.id]
            if after.state.finished:
                self.finished[after.id] = after

    @rule()
    def submit(self):
        waiting = sum(job.state is JobState.QUEUED for job in self.queue.get_many(self.accepted).values())
        full = waiting >= LIMITS.waiting  # more may wait than are let in: running jobs come back
        try:
            self.accepted.append(self.queue.submit({}, "native").job.id)
            assert not full
        except QueueFull:
            assert full

    @rule(target=attempts)
    def claim(self):
        waiting = [job for job in self.queue.get_many(self.accepted).values() if job.state is JobState.QUEUED]
        job = self.queue.claim()
        assert (job is None) == (not waiting)
        if job is None:
            return Job("none", "", JobState.FAILED, 0, False, {}, "", 0.0, None, None, 0.0, None, None)
        assert job.id == min((one.id for one in waiting), key=self.accepted.index)
        self.running[job.id] = job.attempt
        return job

    def known(self, attempt: Job) -> bool:
        return attempt.id != "none"

    @rule(attempt=attempts)
    def progress(self, attempt):
        if self.known(attempt):
            self.write(attempt, lambda job: self.queue.progress(job, "x", 0.5))

    @rule(target=zombies, attempt=consumes(attempts))
    def succeed(self, attempt):
        if self.known(attempt):
            self.write(attempt, lambda job: self.queue.succeed(job, {"attempt": job.attempt}))
        return attempt

    @rule(target=zombies, attempt=consumes(attempts))
    def fail(self, attempt):
        if self.known(attempt):
            self.write(attempt, lambda job: self.queue.fail(job, "no"))
        return attempt

    @rule(target=zombies, attempt=consumes(attempts))
    def release(self, attempt):
        if self.known(attempt):
            self.write(attempt, self.queue.release)
        return attempt

    @rule(target=zombies, attempt=consumes(attempts))
    def crash(self, attempt):
        if self.known(attempt):
            self.write(attempt, lambda job: self.queue.crashed(job, "died"))
        return attempt

    @rule(attempt=zombies)
    def zombie_succeeds(self, attempt):
        if self.known(attempt):
            self.write(attempt, lambda job: self.queue.succeed(job, {"attempt": job.attempt}))

    @rule(attempt=zombies)
    def zombie_stops(self, attempt):
        if self.known(attempt):
            self.write(attempt, self.queue.stopped)

    @precondition(lambda self: self.accepted)
    @rule(choice=strategies.integers(min_value=0))
    def cancel(self, choice):
        job_id = self.accepted[choice % len(self.accepted)]
        job = self.queue.cancel(job_id)
        if job.state is JobState.CANCELLED:
            self.finished.setdefault(job_id, job)

    @rule()
    def server_dies_and_starts(self):
        self.engine.dispose()
        self.engine = open_database(Path(self.folder.name) / "songwright.db")
        self.queue = JobQueue(self.engine, LIMITS)
        settled = self.queue.recover()
        assert {job.id for job in settled} == set(self.running)
        self.running.clear()
        self.finished |= {job.id: job for job in settled if job.state.finished}

    @invariant()
    def no_job_is_lost(self):
        assert set(self.queue.kept_attempts()) == set(self.accepted)

    @invariant()
    def finished_jobs_never_change(self):
        now = self.queue.get_many(self.finished)
        assert now == self.finished

    @invariant()
    def a_job_runs_for_its_owner_or_waits_or_is_finished(self):
        for job in self.queue.get_many(self.accepted).values():
            if job.state is JobState.RUNNING:
                assert self.running[job.id] == job.attempt
            else:
                assert job.id not in self.running
                assert job.state.finished == (job.id in self.finished)


TestQueueMachine = QueueMachine.TestCase
TestQueueMachine.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
