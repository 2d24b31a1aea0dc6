"""Small real executors for the worker process, and the queue they work for."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from songwright.errors import RenderFailed
from songwright.jobs.child import Executor
from songwright.jobs.queue import Job, JobQueue, QueueLimits
from songwright.progress import Progress
from songwright.store.database import open_database


def perform(payload: Any, folder: Path, progress: Progress) -> Any:
    """Do one of a few simple things, as the payload says."""
    value = payload.get("value")
    if payload["do"] == "nan":
        return {"x": float("nan")}
    _DEEDS[payload["do"]](value, folder, progress)
    (folder / "done.txt").write_text(f"{value}\n")
    return {"value": value, "pid": os.getpid()}


def _sleep(seconds: float, folder: Path, progress: Progress) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        progress.report("sleeping", 1 - left / seconds)
        time.sleep(0.02)


def _die_until(attempt: int, folder: Path, progress: Progress) -> None:
    if int(folder.name) < attempt:
        os.kill(os.getpid(), signal.SIGKILL)


def _exit(status: int, folder: Path, progress: Progress) -> None:
    raise SystemExit(status)


def _fail(words: str, folder: Path, progress: Progress) -> None:
    raise RenderFailed(words)


def _bug(value: None, folder: Path, progress: Progress) -> None:
    raise KeyError("/secret/path")


def _fill_the_disk(value: None, folder: Path, progress: Progress) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"x")


_DEEDS: dict[str, Callable[[Any, Path, Progress], object]] = {
    "nothing": lambda value, folder, progress: None,
    "sleep": _sleep,
    "sleep deaf": lambda value, folder, progress: time.sleep(value),
    "die": lambda value, folder, progress: os.kill(os.getpid(), signal.SIGKILL),
    "die until": _die_until,
    "exit": _exit,
    "fail": _fail,
    "bug": _bug,
    "out of memory": lambda value, folder, progress: bytearray(2**62),
    "fill the disk": _fill_the_disk,
}


@contextmanager
def executor() -> Iterator[Executor]:
    """The factory of `perform`."""
    yield Executor(perform)


@contextmanager
def marking_executor(folder: Path) -> Iterator[Executor]:
    """An executor that leaves a file behind when it is closed."""
    yield Executor(perform)
    (folder / "closed").touch()


@contextmanager
def broken_executor(tries: Path) -> Iterator[Executor]:
    """An executor that cannot be built; every try leaves a file in a folder."""
    (tries / str(os.getpid())).touch()
    if tries.exists():
        raise RenderFailed("the model is missing")
    yield Executor(perform)


@contextmanager
def executor_after(marker: Path) -> Iterator[Executor]:
    """An executor that can be built from the second try on."""
    if not marker.exists():
        marker.touch()
        raise RenderFailed("not yet")
    yield Executor(perform)


@contextmanager
def queue_in(folder: Path, **limits: int) -> Iterator[JobQueue]:
    """A queue over a real database."""
    engine = open_database(folder / "songwright.db")
    try:
        yield JobQueue(engine, QueueLimits(**limits))
    finally:
        engine.dispose()


def wait_for(claim: Callable[[], Any], seconds: float = 20.0) -> Any:
    """Wait until something is true, and give it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = claim()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def finished(queue: JobQueue, job: Job, seconds: float = 20.0) -> Job:
    """Wait for the end of a job."""
    wait_for(lambda: queue.get(job.id).state.finished, seconds)
    return queue.get(job.id)
