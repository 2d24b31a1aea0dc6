"""The engine room behind all doors: the data folder, its queue, and the worker. It knows nothing of HTTP."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import structlog

from songwright.errors import DiskFull
from songwright.jobs.child import ExecutorFactory
from songwright.jobs.queue import JobQueue, QueueLimits, Ticket
from songwright.jobs.worker import WorkerHost
from songwright.server.making import song_executor
from songwright.settings import Settings
from songwright.store.database import open_database
from songwright.store.layout import DataFolder, open_data_folder


@dataclass(frozen=True, slots=True)
class EngineRoom:
    """The few long-lived objects of a server.

    Attributes:
        folder: owned by this process.
        queue: the jobs in it.
        worker: does them, once started.
        min_free_bytes: jobs are refused while the disk has less room than this.
    """

    folder: DataFolder
    queue: JobQueue
    worker: WorkerHost
    min_free_bytes: int

    def submit(self, payload: Any, door: str) -> Ticket:
        """Accept a job for good, or refuse it.

        Raises:
            DiskFull: there is too little room to make songs.
            QueueFull: too many jobs wait.
        """
        free = self.folder.free_bytes()
        if free < self.min_free_bytes:
            raise DiskFull(
                f"the disk of the data folder is nearly full: {free / 1e6:,.0f} MB are free, "
                f"{self.min_free_bytes / 1e6:,.0f} MB must be"
            )
        ticket = self.queue.submit(payload, door)
        self.worker.wake()
        return ticket


@contextmanager
def open_room(settings: Settings, factory: ExecutorFactory | None = None) -> Iterator[EngineRoom]:
    """Take possession of the data folder and settle what the last server left behind.

    Args:
        settings: where the data folder is, and the limits.
        factory: what the worker process builds; None makes songs.
    Raises:
        DataFolderBusy: another server owns the data folder.
        StoreError: the data folder or its database cannot be used.
    """
    log = structlog.get_logger("songwright.server")
    with open_data_folder(settings.data_folder) as folder:
        database = open_database(folder.database)
        try:
            queue = JobQueue(database, QueueLimits(waiting=settings.queue_max))
            for job in queue.recover():
                log.info("job recovered", job=job.id, state=job.state, attempt=job.attempt)
            swept = folder.sweep(queue.kept_attempts())
            log.info("data folder opened", folder=str(folder.root), swept=swept)
            worker = WorkerHost(queue, folder, factory or functools.partial(song_executor, settings))
            yield EngineRoom(folder, queue, worker, settings.min_free_mb * 1_000_000)
        finally:
            database.dispose()
