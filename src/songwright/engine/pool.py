"""Worker processes that never outlive their parent. It knows nothing of what they compute."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for_sentinel
from typing import Any, TypeVar

from threadpoolctl import threadpool_limits

from songwright.errors import RenderFailed

T = TypeVar("T")

_TASKS = "songwright.engine.worker"  # what the processes load before their first task
_POLL_S = 0.2  # how often a waiting caller may notice that it was cancelled


class RenderPool:
    """Runs functions side by side in processes of their own, or in this process if `workers` is 1.

    The processes are never forked from the caller, who may have threads, and a fork of them can deadlock.
    Where the system can, they are forked from a server that is spawned first and loads what they need once
    for all of them; else each is spawned.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor: ProcessPoolExecutor | None = None
        self._starting: threading.Thread | None = None

    def warm_up(self) -> None:
        """Start the processes now: they import their libraries while the caller does something else."""
        if self._workers > 1 and self._executor is None:
            self._starting = threading.Thread(target=self._start, args=(self._new_executor(),))
            self._starting.start()  # a server of processes answers only when it has loaded all

    def run(self, tasks: Sequence[Callable[[], T]], waiting: Callable[[], None]) -> Iterator[tuple[int, T]]:
        """Run tasks and give (index, result) as each finishes, in any order.

        Args:
            tasks: picklable callables, started in order.
            waiting: called a few times a second while nothing has finished; may raise to give up. What has
                not started is dropped then, and what runs is waited for: no task outlives this call.
        Raises:
            RenderFailed: a worker process died.
        """
        if self._workers == 1:
            with threadpool_limits(1):
                for index, task in enumerate(tasks):
                    waiting()
                    yield index, task()
            return
        executor = self._started()
        try:
            with _interrupts_held():
                futures = {executor.submit(task): index for index, task in enumerate(tasks)}
            yield from _as_completed(futures, waiting)
        except BrokenProcessPool as exc:
            self.close()
            raise RenderFailed("a rendering process died, most likely for lack of memory") from exc

    def close(self) -> None:
        """Stop the processes; what has not started is dropped."""
        if self._starting is not None:
            self._starting.join()
            self._starting = None
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _started(self) -> ProcessPoolExecutor:
        if self._starting is not None:
            self._starting.join()
            self._starting = None
        return self._executor or self._new_executor()

    def _new_executor(self) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        context.set_forkserver_preload([_TASKS])
        self._executor = ProcessPoolExecutor(self._workers, context, _start_worker)
        return self._executor

    def _start(self, executor: ProcessPoolExecutor) -> None:
        with _interrupts_held():
            for _ in range(self._workers):
                executor.submit(_load_tasks)


def _as_completed(futures: dict[Future[T], int], waiting: Callable[[], None]) -> Iterator[tuple[int, T]]:
    pending: set[Future[Any]] = set(futures)
    try:
        waiting()
        while pending:
            done, pending = wait(pending, timeout=_POLL_S, return_when=FIRST_COMPLETED)
            waiting()
            for future in done:
                yield futures[future], future.result()
    finally:
        running = [future for future in pending if not future.cancel()]
        wait(running)  # they write into a folder that the caller will remove


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: they inherit that, and stay quiet until they ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, compute on one core, and end when the parent ends, even by kill -9."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    importlib.import_module("numpy")  # only a library that is loaded can be limited
    threadpool_limits(1)  # two processes with two spinning BLAS threads each were 1.3 times slower
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _load_tasks() -> None:
    importlib.import_module(_TASKS)


def _end_with(sentinel: int) -> None:
    wait_for_sentinel([sentinel])
    os._exit(1)
