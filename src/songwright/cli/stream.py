"""Writes a song as a wav stream while it is being made, to a file or to standard output.

It knows nothing of how songs are made.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from songwright.audio.atomic import disk_errors
from songwright.cli.options import path_trouble
from songwright.errors import InvalidValue

if TYPE_CHECKING:
    from songwright.audio.clip import Clip

STDOUT = "-"
_CHANNELS, _RATE, _BYTES = 2, 48_000, 2
_UNKNOWN = 0xFFFFFFFF  # players then read to the end of the stream


class WavStream:
    """A 16-bit stereo wav whose length is not known yet.

    Args:
        file: where to write.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._gone = False
        self._bytes = 0
        self._write(_header(_UNKNOWN))

    def hear(self, block: Clip) -> None:
        """Append a block, [2, frames] within ±1. A reader who has gone away is not missed."""
        import numpy as np

        steps = np.clip(np.rint(block.samples.T * 32_767.0), -32_768, 32_767).astype("<i2")
        self._write(steps.tobytes())
        self._bytes += steps.nbytes

    def finish(self) -> None:
        """Write the true length into the header; a pipe cannot go back and keeps the open one."""
        if self._gone or not self._file.seekable():
            return
        self._file.seek(0)
        self._write(_header(self._bytes))

    def _write(self, data: bytes) -> None:
        if self._gone:
            return
        try:
            self._file.write(data)
            self._file.flush()
        except BrokenPipeError:
            self._gone = True


@contextmanager
def streaming(target: str | None) -> Iterator[Callable[[Clip], None] | None]:
    """A listener that writes to a file, or to standard output for "-"; None if nobody asked.

    While the song goes to standard output, what is printed goes to standard error.

    Raises:
        InvalidValue: the file cannot be written.
        DiskFull: there is no room.
    """
    if target is None:
        yield None
    elif target == STDOUT:
        with _printing_to_stderr() as file:
            yield WavStream(file).hear
    else:
        with _opened(target) as file:
            stream = WavStream(file)
            try:
                yield stream.hear
            finally:
                stream.finish()


@contextmanager
def _opened(target: str) -> Iterator[BinaryIO]:
    try:
        path = Path(target).expanduser()
        with disk_errors(path):
            file = path.open("wb")
    except (OSError, RuntimeError, ValueError) as exc:
        allowed = f"- or a file that can be written ({path_trouble(exc)})"
        raise InvalidValue("stream", target, allowed) from exc
    with disk_errors(path), file:
        yield file


@contextmanager
def _printing_to_stderr() -> Iterator[BinaryIO]:
    """Standard output as a binary file; meanwhile `sys.stdout` is standard error."""
    before = sys.stdout
    before.flush()
    with os.fdopen(os.dup(before.fileno()), "wb") as file:
        sys.stdout = sys.stderr
        try:
            yield file
        finally:
            sys.stdout = before


def _header(data_bytes: int) -> bytes:
    """The 44 bytes before the samples (RIFF, Microsoft and IBM 1991)."""
    frame = _CHANNELS * _BYTES
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, _CHANNELS, _RATE, _RATE * frame, frame, 8 * _BYTES)
    whole = min(data_bytes + 36, _UNKNOWN)
    return b"RIFF" + struct.pack("<I", whole) + b"WAVE" + form + b"data" + struct.pack("<I", data_bytes)
