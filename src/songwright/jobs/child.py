"""What runs in the worker process: takes orders from a pipe, executes them, reports back. No database here.

Messages are JSON both ways, one object each:

    to the child    {"do": "execute", "token": …, "payload": …, "folder": …}
                    {"do": "cancel", "token": …}
                    {"do": "stop"}
    from the child  {"is": "ready", "about": …} or {"is": "broken", "error": …, "trace": …}
                    {"is": "step", "stage": …, "fraction": …}
                    {"is": "done", "result": …}
                    {"is": "failed", "error": …, "trace": …}
                    {"is": "cancelled"}

Orders are executed one after the other, so only a cancel has to say which one it means: it may come too late.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from songwright.errors import Error, JobCancelled, no_room
from songwright.progress import Progress, Step

Json = Any  # whatever the json module reads and writes


@dataclass(frozen=True, slots=True)
class Executor:
    """Does the work of one job after the other.

    Attributes:
        execute: does what the payload says, keeps files in the folder, tells progress, returns the result.
        about: what the server may want to know of it, such as which model is loaded.
    """

    execute: Callable[[Json, Path, Progress], Json]
    about: Json = None


ExecutorFactory = Callable[[], AbstractContextManager[Executor]]
"""Builds the executor in the worker process: importable or picklable; left when the process ends."""


def run_child(connection: Connection, factory: ExecutorFactory) -> None:
    """The worker process: build the executor once, then execute orders until told to stop.

    Signals are left to the server, which also gets those that a terminal sends to both. When the server is
    gone, by whatever death, the pipe closes and this process ends at once.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    inbox = _Inbox(connection)
    try:
        with factory() as executor:
            inbox.send({"is": "ready", "about": executor.about})
            while (order := inbox.next()) is not None:
                inbox.send(_perform(executor, order, inbox))
    except Exception as exc:  # noqa: BLE001 - the worker loop: whatever it is, the server must learn of it
        inbox.send({"is": "broken", "error": explain(exc), "trace": traceback.format_exc()})


def explain(exc: BaseException) -> str:
    """Why work failed, in words that are safe to show to whoever asked for it."""
    if isinstance(exc, Error):
        return str(exc)
    if isinstance(exc, MemoryError):
        return "there was not enough memory"
    if isinstance(exc, OSError) and no_room(exc):
        return "the disk is full"
    return f"internal error ({type(exc).__name__}); the server's log has the details"


def _perform(executor: Executor, order: Json, inbox: _Inbox) -> dict[str, Json]:
    token = order["token"]

    def tell(step: Step) -> None:
        inbox.send({"is": "step", "stage": step.stage, "fraction": step.fraction})

    progress = Progress(tell, lambda: inbox.cancelled(token))
    try:
        result = executor.execute(order["payload"], Path(order["folder"]), progress)
        json.dumps(result, allow_nan=False)
    except JobCancelled:
        return {"is": "cancelled"}
    except Exception as exc:  # noqa: BLE001 - the worker loop: one job's bug must not end the others
        return {"is": "failed", "error": explain(exc), "trace": traceback.format_exc()}
    return {"is": "done", "result": result}


class _Inbox:
    """The child's end of the pipe. A thread reads it, so that a cancel arrives while work is going on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._orders: queue.SimpleQueue[Json] = queue.SimpleQueue()
        self._cancelled: set[str] = set()
        self._stopping = threading.Event()
        threading.Thread(target=self._read, name="inbox", daemon=True).start()

    def next(self) -> Json:
        """Wait for the next order; None means stop."""
        return self._orders.get()

    def cancelled(self, token: str) -> bool:
        """Whether the work of this order should stop."""
        return self._stopping.is_set() or token in self._cancelled

    def send(self, message: dict[str, Json]) -> None:
        """Tell the server."""
        try:
            self._connection.send_bytes(json.dumps(message).encode("ascii"))
        except OSError:
            os._exit(1)  # the server is gone; nobody wants the result

    def _read(self) -> None:
        while True:
            try:
                message = json.loads(self._connection.recv_bytes())
            except (EOFError, OSError):
                os._exit(1)
            if message["do"] == "execute":
                self._orders.put(message)
            elif message["do"] == "cancel":
                self._cancelled.add(message["token"])
            else:
                self._stopping.set()
                self._orders.put(None)
