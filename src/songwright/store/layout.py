"""The data folder: where everything lies, who owns it, what may go. It knows nothing of databases and music.

<data folder>/
├── lock                        held by the server that owns the folder
├── songwright.db               jobs
└── songs/<job id>/<attempt>/   the files of one attempt
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from songwright.errors import DataFolderBusy, DiskFull, StoreError, no_room


class DataFolder:
    """A data folder that this process owns; made by `open_data_folder`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "songwright.db"

    @property
    def songs(self) -> Path:
        """The folder below which all songs lie."""
        return self.root / "songs"

    def attempt(self, job_id: str, attempt: int) -> Path:
        """The folder of one attempt."""
        return self.songs / job_id / str(attempt)

    def free_bytes(self) -> int:
        """Room left on the disk for this user."""
        return shutil.disk_usage(self.root).free

    def begin(self, job_id: str, attempt: int) -> Path:
        """Make the empty folder of an attempt.

        Raises:
            StoreError: it cannot be made; `DiskFull` if there is no room.
        """
        folder = self.attempt(job_id, attempt)
        with _store_errors(folder):
            if folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
        return folder

    def keep(self, job_id: str, attempt: int) -> None:
        """Bring everything an attempt wrote safely to the disk.

        Raises:
            StoreError: it cannot be done; `DiskFull` if there is no room.
        """
        folder = self.attempt(job_id, attempt)
        with _store_errors(folder):
            for where, _, names in os.walk(folder, topdown=False, onerror=_raise):
                for name in names:
                    _sync(Path(where, name))
                _sync(Path(where))
            for parent in (folder.parent, self.songs, self.root):
                _sync(parent)

    def discard(self, job_id: str, attempt: int) -> None:
        """Remove what an attempt left behind; what cannot be removed now is swept at the next start."""
        shutil.rmtree(self.attempt(job_id, attempt), ignore_errors=True)
        _remove_if_empty(self.songs / job_id)

    def sweep(self, kept: Mapping[str, int | None]) -> int:
        """Remove what lost attempts left behind; to be called before any attempt runs.

        Folders of jobs that are not in `kept` stay: the database may have been restored from a backup.

        Args:
            kept: the attempt that is wanted, by job id; None if none is.
        Returns:
            How many attempts were removed.
        Raises:
            StoreError: the folder cannot be read.
        """
        swept = 0
        with _store_errors(self.songs):
            for job in self.songs.iterdir():
                if job.name not in kept or job.is_symlink() or not job.is_dir():
                    continue
                for attempt in job.iterdir():
                    if attempt.name != str(kept[job.name]):
                        shutil.rmtree(attempt, ignore_errors=True)
                        swept += 1
                _remove_if_empty(job)
        return swept


@contextmanager
def open_data_folder(root: Path) -> Iterator[DataFolder]:
    """Own a data folder, which is made if it is missing. The lock goes with the process, even by kill -9.

    Raises:
        DataFolderBusy: another process owns it.
        StoreError: it cannot be made or written.
    """
    folder = DataFolder(root)
    with _store_errors(root):
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.songs.mkdir(exist_ok=True)
        lock = os.open(root / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.pread(lock, 20, 0).decode("ascii", "replace").strip() or "unknown"
            raise DataFolderBusy(
                f"{root}: another songwright server (process {owner}) owns this data folder; "
                "stop it or choose another folder"
            ) from None
        with _store_errors(root):
            os.ftruncate(lock, 0)
            os.pwrite(lock, f"{os.getpid()}\n".encode("ascii"), 0)
        yield folder
    finally:
        os.close(lock)


@contextmanager
def _store_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        if no_room(exc):
            raise DiskFull(f"{place}: the disk is full") from exc
        raise StoreError(f"{place}: {exc.strerror or type(exc).__name__}") from exc


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # it holds something, or is gone already
        folder.rmdir()


def _raise(error: OSError) -> None:
    raise error


def _sync(path: Path) -> None:
    """fsync a file or a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
