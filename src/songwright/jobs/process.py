"""The server's handle on its worker process: start, talk, notice its death, end it. No jobs here."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import threading
import time
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any

from songwright.errors import JobError
from songwright.jobs.child import ExecutorFactory, run_child

_END_S = 5.0  # how long to wait for a killed process; only the kernel can delay it


class WorkerDied(JobError):
    """The worker process is gone; the message says how."""

    code = "worker_died"


class WorkerProcess:
    """A running worker process.

    Spawned, not forked: the server has threads, and CUDA does not survive a fork.

    Args:
        factory: builds the executor in the new process.
    """

    def __init__(self, factory: ExecutorFactory) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=run_child, args=(theirs, factory), name="songwright worker")
        self._process.start()
        theirs.close()  # so that the pipe closes when the process ends

    @property
    def pid(self) -> int | None:
        """Its process id."""
        return self._process.pid

    def send(self, message: dict[str, Any]) -> None:
        """Tell the worker; see `jobs.child` for the messages.

        Raises:
            WorkerDied: there is nobody to tell.
        """
        try:
            self._connection.send_bytes(json.dumps(message).encode("ascii"))
        except OSError:
            raise WorkerDied(self._cause_of_death()) from None

    def receive(self, timeout_s: float, bell: int) -> dict[str, Any] | None:
        """The next message from the worker.

        Args:
            timeout_s: how long to wait.
            bell: a file descriptor that ends the wait when it becomes readable.
        Returns:
            The message, or None if the time was up or the bell rang first.
        Raises:
            WorkerDied: it died, and everything it said before has been received.
        """
        ready = wait([self._connection, self._process.sentinel, bell], timeout_s)
        if not self._connection.poll():
            if self._process.sentinel in ready:
                raise WorkerDied(self._cause_of_death())
            return None
        try:
            message: dict[str, Any] = json.loads(self._connection.recv_bytes())
        except (EOFError, OSError):
            raise WorkerDied(self._cause_of_death()) from None
        return message

    def end(self, grace_s: float) -> None:
        """End the worker: kindly first, by force after `grace_s` seconds. Its own children follow it."""
        if grace_s > 0.0:
            with suppress(WorkerDied):
                self.send({"do": "stop"})
                self._drain(grace_s)
        self._process.kill()
        self._process.join(_END_S)
        self._connection.close()

    def _drain(self, grace_s: float) -> None:
        """Read on until the worker has left, so that it does not block on a full pipe."""
        end = time.monotonic() + grace_s
        try:
            while wait([self._connection], max(0.0, end - time.monotonic())):
                self._connection.recv_bytes()
        except (EOFError, OSError):
            self._process.join(max(0.0, end - time.monotonic()))

    def _cause_of_death(self) -> str:
        self._process.join(_END_S)
        code = self._process.exitcode
        if code is None:
            return "the rendering process stopped answering"
        if code == -signal.SIGKILL:
            return "the rendering process was killed, most likely for lack of memory"
        if code < 0:
            return f"the rendering process died ({signal.Signals(-code).name})"
        return f"the rendering process ended by itself (exit status {code})"


class Bell:
    """Wakes a thread that waits on file descriptors. It may be rung from any thread, any number of times."""

    def __init__(self) -> None:
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._writer, False)
        self._lock = threading.Lock()  # a closed descriptor's number may soon be another file's
        self._closed = False

    @property
    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._reader

    def ring(self) -> None:
        """Wake the waiter, now or at its next wait."""
        with self._lock, suppress(BlockingIOError):  # a full pipe rings loudly enough
            if not self._closed:
                os.write(self._writer, b"!")

    def silence(self) -> None:
        """Forget all rings so far."""
        with suppress(BlockingIOError):
            os.read(self._reader, 65_536)

    def close(self) -> None:
        """Give the descriptors back; rings are ignored from now on."""
        with self._lock:
            self._closed = True
            os.close(self._reader)
            os.close(self._writer)
