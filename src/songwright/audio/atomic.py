"""Writes files so that a reader sees the whole file or none. It knows nothing of what is in them."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from songwright.errors import DiskFull, no_room


@contextmanager
def atomic_write(path: Path, needed_bytes: int | None = None, durable: bool = True) -> Iterator[Path]:
    """Give a temporary path beside `path`; when the block ends well, the file written there becomes `path`.

    The temporary name keeps the suffix, because some writers choose the format by it. The data is flushed to
    the disk before the rename, so that a crash leaves the old file or the new one and never a part. If the
    block fails, the temporary file is removed and whatever lay at `path` stays as it was.

    Args:
        path: the final name; its folder must exist.
        needed_bytes: how large the file will be, for the message when there is no room.
        durable: wait until the disk has it; false for files that only this process and its children need.
    Raises:
        DiskFull: the disk, a quota or a file-size limit is exhausted.
    """
    temporary = path.with_name(f".{path.stem}.{uuid.uuid4().hex}.part{path.suffix}")
    with disk_errors(path, needed_bytes):
        try:
            yield temporary
            if durable:
                _flush(temporary)
            os.replace(temporary, path)
            if durable:
                _flush(path.parent)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def disk_errors(path: Path, needed_bytes: int | None = None) -> Iterator[None]:
    """Turn the system's word that there is no room into ours, which names the file.

    Args:
        path: what is being written.
        needed_bytes: how large it will be, for the message.
    Raises:
        DiskFull: the disk, a quota or a file-size limit is exhausted.
    """
    try:
        yield
    except OSError as exc:
        if no_room(exc):
            raise DiskFull(_no_room(path, needed_bytes, exc)) from exc
        raise


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _no_room(path: Path, needed_bytes: int | None, exc: OSError) -> str:
    needs = "" if needed_bytes is None else f", which needs about {needed_bytes:,} bytes"
    return f"no room to write {path}{needs}: {exc.strerror}"
