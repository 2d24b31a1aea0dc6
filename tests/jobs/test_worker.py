import functools
import os

import pytest
from structlog.testing import capture_logs

from songwright.jobs.attempt import WorkerLimits
from songwright.jobs.queue import Job, JobQueue
from songwright.jobs.states import JobState
from songwright.jobs.worker import WorkerHost
from songwright.store.layout import DataFolder
from tests.jobs.executors import (
    broken_executor,
    executor,
    executor_after,
    finished,
    marking_executor,
    queue_in,
    wait_for,
)


@pytest.fixture
def folder(tmp_path):
    data = DataFolder(tmp_path)
    data.songs.mkdir()
    return data


@pytest.fixture
def queue(folder):
    with queue_in(folder.root) as queue:
        yield queue


@pytest.fixture
def start(queue, folder):
    """Start a host; it is stopped at the end of the test."""
    hosts = []

    def begin(factory=executor, **limits):
        host = WorkerHost(queue, folder, factory, WorkerLimits(**limits))
        host.start()
        hosts.append(host)
        return host

    yield begin
    for host in hosts:
        if host._thread.is_alive():
            host.stop()


class Told:
    """What was logged so far."""

    def __init__(self, entries):
        self._entries = entries

    def __contains__(self, event):
        return any(entry["event"] == event for entry in list(self._entries))


@pytest.fixture
def told():
    with capture_logs() as entries:
        yield Told(entries)


def submit(queue: JobQueue, host: WorkerHost, do: str, value: object = None) -> Job:
    job = queue.submit({"do": do, "value": value}, "native").job
    host.wake()
    return job


def files(folder: DataFolder) -> list[str]:
    return sorted(str(path.relative_to(folder.songs)) for path in folder.songs.rglob("*"))


def test_jobs_run_one_after_the_other_in_one_process(queue, folder, start):
    """The executor is built once; each job has its result on the row and its files in its own folder."""
    host = start()
    jobs = [finished(queue, submit(queue, host, "nothing", n)) for n in range(3)]
    assert [job.state for job in jobs] == [JobState.SUCCEEDED] * 3
    assert [job.result["value"] for job in jobs] == [0, 1, 2]
    assert len({job.result["pid"] for job in jobs}) == 1
    assert jobs[0].result["pid"] != os.getpid()
    assert (folder.attempt(jobs[1].id, 1) / "done.txt").read_text() == "1\n"


def test_a_waiting_host_takes_a_new_job_at_once(queue, start):
    """The bell wakes it: without it, this host would not look for an hour."""
    host = start(idle_s=3_600.0)
    for _ in range(2):
        assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED


def test_progress_reaches_the_row_while_the_job_runs(queue, start):
    """Stage and fraction are those that the executor reported."""
    host = start()
    job = submit(queue, host, "sleep", 3.0)
    seen = wait_for(lambda: queue.get(job.id).stage and queue.get(job.id))
    assert seen.stage == "sleeping"
    assert 0 < seen.fraction < 1
    assert finished(queue, job).fraction == 1.0


@pytest.mark.parametrize(
    ("do", "value", "told"),
    [
        ("fail", "the strings broke", "the strings broke"),
        ("bug", None, "internal error (KeyError); the server's log has the details"),
        ("out of memory", None, "there was not enough memory"),
        ("fill the disk", None, "the disk is full"),
        ("nan", None, "internal error (ValueError); the server's log has the details"),
    ],
)
def test_a_failed_job_tells_why_and_leaves_no_files(queue, folder, start, do, value, told):
    """The words are safe to show; the next job is not affected."""
    host = start()
    job = finished(queue, submit(queue, host, do, value))
    assert (job.state, job.error, job.result) == (JobState.FAILED, told, None)
    assert files(folder) == []
    assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED


def test_a_job_that_kills_its_worker_takes_nobody_with_it(queue, folder, start):
    """Poison fails after three attempts with the reason; jobs before, between and after are done."""
    host = start()
    before = submit(queue, host, "nothing")
    poison = submit(queue, host, "die")
    after = submit(queue, host, "nothing")
    dead = finished(queue, poison)
    assert dead.state is JobState.FAILED
    assert dead.attempt == 3
    assert dead.error == (
        "gave up after 3 attempts: the rendering process was killed, most likely for lack of memory"
    )
    assert finished(queue, before).state is JobState.SUCCEEDED
    assert finished(queue, after).state is JobState.SUCCEEDED
    assert not (folder.songs / poison.id).exists()


def test_a_job_whose_worker_died_once_is_done_by_the_next_worker(queue, folder, start):
    """The second attempt has its own folder; the first one's is gone."""
    host = start()
    job = finished(queue, submit(queue, host, "die until", 2))
    assert (job.state, job.attempt) == (JobState.SUCCEEDED, 2)
    assert files(folder) == [job.id, f"{job.id}/2", f"{job.id}/2/done.txt"]


def test_a_worker_that_exits_by_itself_is_replaced(queue, start):
    """Whatever ends the process counts as its death."""
    host = start()
    job = finished(queue, submit(queue, host, "exit", 7))
    assert job.state is JobState.FAILED
    assert "ended by itself" in (job.error or "")


def test_a_running_job_can_be_cancelled(queue, folder, start):
    """It stops at its next report, long before its end, and leaves no files; the worker lives on."""
    host = start()
    first = finished(queue, submit(queue, host, "nothing"))
    job = submit(queue, host, "sleep", 60.0)
    wait_for(lambda: queue.get(job.id).state is JobState.RUNNING)
    queue.cancel(job.id)
    host.wake()
    assert finished(queue, job, 5.0).state is JobState.CANCELLED
    assert not (folder.songs / job.id).exists()
    assert finished(queue, submit(queue, host, "nothing")).result["pid"] == first.result["pid"]


def test_a_cancelled_job_that_does_not_listen_is_killed(queue, start):
    """The host does not wait for ever."""
    host = start(cancel_s=0.2, stop_s=0.1)
    job = submit(queue, host, "sleep deaf", 60.0)
    wait_for(lambda: queue.get(job.id).state is JobState.RUNNING)
    queue.cancel(job.id)
    assert finished(queue, job, 10.0).state is JobState.CANCELLED
    assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED


def test_a_job_that_takes_too_long_is_timed_out(queue, start):
    """Its worker is ended, the next job gets a new one."""
    host = start(job_s=1.0, stop_s=0.1)
    job = finished(queue, submit(queue, host, "sleep deaf", 60.0))
    assert job.state is JobState.TIMED_OUT
    assert job.error == "it took longer than the 1 seconds a job may take"
    assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED


def test_an_attempt_that_lost_its_job_is_ended(queue, folder, start):
    """Somebody else finished the job: the host drops its own attempt and goes on."""
    host = start(stop_s=0.1)
    job = submit(queue, host, "sleep", 60.0)
    running = wait_for(lambda: (now := queue.get(job.id)).state is JobState.RUNNING and now)
    done = queue.succeed(running, {"by": "another"})
    assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED
    assert queue.get(job.id) == done


def test_stopping_puts_the_running_job_back_without_blame(queue, folder, start, tmp_path):
    """The server is asked to stop: the worker closes its executor, the job waits for the next start."""
    host = start(functools.partial(marking_executor, tmp_path))
    job = submit(queue, host, "sleep", 60.0)
    wait_for(lambda: queue.get(job.id).state is JobState.RUNNING)
    host.stop()  # had it waited for the job's minute of sleep, the job would have succeeded
    assert queue.get(job.id).state is JobState.QUEUED
    assert files(folder) == []
    assert (tmp_path / "closed").exists()
    assert queue.recover() == []


def test_stopping_ends_a_worker_that_does_not_listen(queue, start):
    """By force after the grace."""
    host = start(stop_s=0.3)
    job = submit(queue, host, "sleep deaf", 60.0)
    wait_for(lambda: queue.get(job.id).state is JobState.RUNNING)
    host.stop()  # had it waited for the job's minute of sleep, the job would have succeeded
    assert queue.get(job.id).state is JobState.QUEUED


def test_an_idle_host_stops(start):
    """Also while the worker is still starting."""
    host = start()
    host.stop()
    ready = start()
    wait_for(lambda: ready.ready)
    ready.stop()
    assert not ready.ready


def test_jobs_wait_while_the_executor_cannot_be_built(queue, start, tmp_path):
    """They are not claimed, so they are not blamed."""
    tries = tmp_path / "tries"
    tries.mkdir()
    host = start(functools.partial(broken_executor, tries))
    job = submit(queue, host, "nothing")
    wait_for(lambda: len(list(tries.iterdir())) >= 2)
    assert not host.ready
    assert queue.get(job.id).state is JobState.QUEUED


def test_an_executor_that_fails_to_start_is_tried_again(queue, start, tmp_path):
    """A passing trouble at start-up heals by itself."""
    host = start(functools.partial(executor_after, tmp_path / "marker"))
    assert finished(queue, submit(queue, host, "nothing")).attempt == 1


def test_a_folder_that_cannot_be_made_fails_the_job(queue, folder, start):
    """The reason is told, the host lives."""
    folder.songs.rmdir()
    folder.songs.write_text("a file")
    host = start()
    job = finished(queue, submit(queue, host, "nothing"))
    assert job.state is JobState.FAILED
    assert "Not a directory" in (job.error or "")


class StumblingFolder(DataFolder):
    """A folder with a bug."""

    def keep(self, job_id: str, attempt: int) -> None:
        """Fail in a way that nobody foresaw."""
        raise ZeroDivisionError


def test_a_bug_of_the_host_fails_the_job_and_not_the_host(queue, folder):
    """The host starts over with a new worker; the job is given three chances."""
    host = WorkerHost(queue, StumblingFolder(folder.root), executor)
    host.start()
    try:
        job = finished(queue, submit(queue, host, "nothing"))
        assert (job.state, job.error) == (JobState.FAILED, "gave up after 3 attempts: internal error")
        assert finished(queue, submit(queue, host, "fail", "x")).error == "x"
    finally:
        host.stop()


def _rename_table(queue: JobQueue, before: str, after: str) -> None:
    with queue._engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {before} RENAME TO {after}")


def test_the_end_of_a_job_is_written_when_the_database_works_again(queue, start, told):
    """A database that fails for a while costs no result, and no host."""
    host = start()
    job = submit(queue, host, "sleep", 0.5)
    wait_for(lambda: queue.get(job.id).state is JobState.RUNNING)
    _rename_table(queue, "jobs", "away")
    wait_for(lambda: "the end of a job cannot be written yet" in told)
    _rename_table(queue, "away", "jobs")
    done = finished(queue, job)
    assert (done.state, done.attempt) == (JobState.SUCCEEDED, 1)


def test_a_database_that_cannot_be_asked_for_jobs_is_asked_again(queue, start, told):
    """The host waits, and takes the job when it can."""
    host = start()
    wait_for(lambda: host.ready)
    _rename_table(queue, "jobs", "away")
    host.wake()
    wait_for(lambda: "no job can be claimed now" in told)
    _rename_table(queue, "away", "jobs")
    assert host.ready
    assert finished(queue, submit(queue, host, "nothing")).state is JobState.SUCCEEDED
