import threading
import uuid
from collections.abc import Callable

import pytest

from songwright.errors import AttemptLost, NotFound, QueueFull, StoreError
from songwright.jobs.queue import JobQueue
from songwright.jobs.states import JobState
from songwright.store.database import open_database
from tests.jobs.executors import queue_in


@pytest.fixture
def queue(tmp_path):
    with queue_in(tmp_path, waiting=3, crashes=3, interruptions=4) as queue:
        yield queue


def test_jobs_are_claimed_in_the_order_of_their_arrival(queue):
    """First come, first served; each ticket tells its place."""
    tickets = [queue.submit({"n": n}, "native") for n in range(3)]
    assert [ticket.position for ticket in tickets] == [1, 2, 3]
    claimed = [queue.claim() for _ in range(4)]
    assert [job.payload["n"] for job in claimed[:3]] == [0, 1, 2]
    assert claimed[3] is None
    assert all(job.attempt == 1 and job.state is JobState.RUNNING for job in claimed[:3])


def test_ids_are_random_uuids(queue):
    """A job's id cannot be guessed from another's."""
    assert uuid.UUID(queue.submit({}, "native").job.id).version == 4


def test_a_full_queue_refuses_and_leaves_no_row(queue):
    """Only waiting jobs count, and the refused one does not exist."""
    for _ in range(3):
        queue.submit({}, "native")
    with pytest.raises(QueueFull, match="full"):
        queue.submit({}, "native")
    assert len(queue.kept_attempts()) == 3
    queue.claim()
    assert queue.submit({}, "native").position == 3


def test_a_submitted_job_survives_a_new_start(tmp_path):
    """The row is on the disk when submit returns."""
    payload = {"text": "Ünï ☃ \ud800", "number": 2**70, "list": [None, True]}
    with queue_in(tmp_path) as queue:
        job = queue.submit(payload, "native").job
    with queue_in(tmp_path) as queue:
        assert queue.get(job.id) == job
        assert job.payload == payload


def test_an_old_attempt_changes_nothing(queue: JobQueue) -> None:
    """A worker thought dead wakes up: all its writes are refused, the new attempt's result stands."""
    queue.submit({}, "native")
    zombie = queue.claim()
    assert zombie is not None
    queue.crashed(zombie, "it froze")
    live = queue.claim()
    assert live is not None
    assert (zombie.id, live.attempt) == (live.id, 2)
    writes: list[Callable[[], object]] = [
        lambda: queue.progress(zombie, "late", 0.9),
        lambda: queue.succeed(zombie, {"by": "zombie"}),
        lambda: queue.fail(zombie, "zombie"),
        lambda: queue.time_out(zombie, "zombie"),
        lambda: queue.stopped(zombie),
        lambda: queue.release(zombie),
        lambda: queue.crashed(zombie, "zombie"),
    ]
    for write in writes:
        with pytest.raises(AttemptLost, match="attempt 1"):
            write()
    assert queue.get(live.id) == live
    assert queue.succeed(live, {"by": "live"}).result == {"by": "live"}


def test_a_finished_job_cannot_finish_again(queue):
    """The first end stands."""
    queue.submit({}, "native")
    job = queue.claim()
    done = queue.succeed(job, {"x": 1})
    with pytest.raises(AttemptLost):
        queue.fail(job, "no")
    assert queue.cancel(job.id) == done
    assert queue.recover() == []
    assert queue.get(job.id) == done
    assert done.finished is not None
    assert done.fraction == 1.0


def test_progress_is_on_the_row(queue):
    """Stage and fraction can be read while the job runs, bounded and clean."""
    queue.submit({}, "native")
    job = queue.claim()
    assert queue.progress(job, "singing", 0.25) is False
    running = queue.get(job.id)
    assert (running.stage, running.fraction, running.state) == ("singing", 0.25, JobState.RUNNING)
    queue.progress(job, "x\0\ud800" * 500, 7.0)
    running = queue.get(job.id)
    assert len(running.stage) == 200
    assert running.stage.startswith("x\\0\\ud800x")
    assert running.fraction == 1.0


def test_a_job_that_kills_its_worker_fails_after_three_attempts(queue):
    """Poison is capped, and the reason is told."""
    queue.submit({}, "native")
    states = []
    for _ in range(3):
        states.append(queue.crashed(queue.claim(), "it was killed").state)
    assert states == [JobState.QUEUED, JobState.QUEUED, JobState.FAILED]
    job = next(iter(queue.get_many(queue.kept_attempts()).values()))
    assert job.error == "gave up after 3 attempts: it was killed"


def test_a_release_does_not_count_against_the_job(queue):
    """A server that restarts politely many times never fails a job."""
    queue.submit({}, "native")
    for attempt in range(1, 8):
        job = queue.claim()
        assert job.attempt == attempt
        assert queue.release(job).state is JobState.QUEUED


def test_recovery_puts_running_jobs_back_before_later_ones(queue):
    """What ran when the server died is first in line again."""
    first, second = queue.submit({}, "native").job, queue.submit({}, "native").job
    queue.claim()
    assert [(job.id, job.state) for job in queue.recover()] == [(first.id, JobState.QUEUED)]
    assert [queue.claim().id, queue.claim().id] == [first.id, second.id]


def test_recovery_gives_up_on_a_job_that_is_there_at_every_death(queue):
    """A job that takes the whole server down is capped, too."""
    queue.submit({}, "native")
    states = []
    for _ in range(4):
        queue.claim()
        states += [job.state for job in queue.recover()]
    assert states == [JobState.QUEUED] * 3 + [JobState.FAILED]


def test_a_waiting_job_is_cancelled_at_once(queue):
    """It is never claimed."""
    job = queue.submit({}, "native").job
    assert queue.cancel(job.id).state is JobState.CANCELLED
    assert queue.claim() is None


def test_a_running_job_is_asked_to_stop(queue):
    """The wish is on the row, reaches the worker with its progress, and survives the death of the server."""
    queue.submit({}, "native")
    job = queue.claim()
    asked = queue.cancel(job.id)
    assert (asked.state, asked.cancel_requested) == (JobState.RUNNING, True)
    assert queue.progress(job, "x", 0.5) is True
    assert [job.state for job in queue.recover()] == [JobState.CANCELLED]


def test_an_unknown_job_is_not_found(queue):
    """Both for reading and for cancelling."""
    for ask in (queue.get, queue.cancel):
        with pytest.raises(NotFound, match="nobody"):
            ask("nobody")
    assert queue.get_many(["nobody"]) == {}


def test_many_jobs_can_be_read_at_once(tmp_path):
    """More ids than a statement takes, repeated and unknown ones among them."""
    with queue_in(tmp_path, waiting=2_000) as queue:
        known = [queue.submit({}, "native").job.id for _ in range(3)]
        asked = known * 400 + [str(uuid.uuid4()) for _ in range(4_000)] + ["", "\0", "\ud800", "x" * 10**6]
        assert set(queue.get_many(asked)) == set(known)


def test_threads_never_claim_the_same_job(tmp_path):
    """Submits and claims from many threads: every job exactly once."""
    with queue_in(tmp_path, waiting=1_000) as queue:
        claimed = []

        def work():
            for _ in range(10):
                queue.submit({}, "native")
                job = queue.claim()
                claimed.append(job and job.id)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(claimed) == len(set(claimed)) == 80


def test_a_lost_database_is_a_store_error(tmp_path):
    """The errors of the database are told as ours."""
    engine = open_database(tmp_path / "songwright.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE jobs")
    with pytest.raises(StoreError, match="database"):
        JobQueue(engine).claim()
    engine.dispose()
