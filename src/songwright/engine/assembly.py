"""Adds mixed pieces up to stems and a mix, in order of time, while the rest is still being rendered.

It knows nothing of what the pieces are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples
from songwright.audio.files import StemWriter
from songwright.engine.rendering import PRE_ROLL_S, Piece
from songwright.engine.segments import Segment

_BLOCK = 1 << 18  # frames that are added up at once
Listen = Callable[[Clip], None]


def _ignore(clip: Clip) -> None:
    """Drop a block."""


@dataclass(slots=True)
class _Stem:
    """A stem on its way: its file, and the pieces that still sound."""

    writer: StemWriter
    pieces: list[Piece] = field(default_factory=list)


class Assembly:
    """Collects pieces in any order; a stretch of the song is finished when all its segments are complete.

    Sums are always made in the same order, so the song does not depend on which piece came first.

    Args:
        segments: of the song.
        expected: how many pieces each segment has.
        stems: names of the stems in the order in which they are added.
        frames: length of the song.
        folder: where the stems and the mix are written.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        expected: Sequence[int],
        stems: Iterable[str],
        frames: int,
        folder: Path,
    ) -> None:
        self._segments = segments
        self._missing = list(expected)
        self._frames = frames
        self._stems = {name: _Stem(StemWriter(folder / f"{name}.wav")) for name in stems}
        self._mix_path = folder / "mix.f32"
        with self._mix_path.open("wb") as file:
            file.truncate(8 * frames)
        self._waiting: list[list[Piece]] = [[] for _ in segments]
        self._next = 0  # the first segment that is not complete
        self._done = 0  # frames finished

    @property
    def stems(self) -> dict[str, Path]:
        """The stems' files by name."""
        return {name: stem.writer.path for name, stem in self._stems.items()}

    def add(self, piece: Piece, listen: Listen = _ignore) -> None:
        """Take a piece; `listen` gets what is finished by it, in order, [2, frames] each."""
        self._waiting[piece.segment].append(piece)
        self._missing[piece.segment] -= 1
        self.advance(listen)

    def advance(self, listen: Listen = _ignore) -> None:
        """Write everything that is finished."""
        while self._next < len(self._segments) and not self._missing[self._next]:
            for piece in sorted(self._waiting[self._next], key=lambda piece: str(piece.path)):
                if piece.path is not None:
                    self._stems[piece.stem].pieces.append(piece)
            self._next += 1
        until = self._frames
        if self._next < len(self._segments):
            until = self._segments[self._next].start_frame - round(PRE_ROLL_S * SAMPLE_RATE)
        while self._done < until:
            end = min(until, self._done + _BLOCK, self._frames)
            listen(Clip(self._write(self._done, end)))
            self._done = end

    def finish(self, loop: bool) -> Clip:
        """Close all files and give the mix, a memory map of [2, frames].

        Args:
            loop: what sounds on after the end is added to the start, where the listener will be then.
        """
        tails = {name: self._tail(stem) for name, stem in self._stems.items()} if loop else {}
        for stem in self._stems.values():
            for piece in stem.pieces:
                _remove(piece)
        self.close()
        mix = np.memmap(self._mix_path, np.float32, "r+", shape=(2, self._frames))
        for name, tail in tails.items():
            mix[:, : tail.shape[1]] += tail
            self._stems[name].writer.add_to_start(tail)
        return Clip(mix)

    def close(self) -> None:
        """Close the files; harmless if they are."""
        for stem in self._stems.values():
            stem.writer.close()

    def _write(self, start: int, end: int) -> Samples:
        mix = np.zeros((2, end - start), np.float32)
        for stem in self._stems.values():
            block = _sum(stem.pieces, start, end)
            stem.writer.write(block)
            mix += block
            for piece in stem.pieces:
                if piece.start_frame + piece.frames <= end:
                    _remove(piece)
            stem.pieces = [piece for piece in stem.pieces if piece.start_frame + piece.frames > end]
        with self._mix_path.open("r+b") as file:
            for channel in (0, 1):
                file.seek(4 * (channel * self._frames + start))
                file.write(mix[channel].tobytes())
        return mix

    def _tail(self, stem: _Stem) -> Samples:
        """What sounds after the end, wrapped as often as the song is shorter than it."""
        last = max((piece.start_frame + piece.frames for piece in stem.pieces), default=self._frames)
        beyond = _sum(stem.pieces, self._frames, last)
        tail = np.zeros((2, min(beyond.shape[1], self._frames)), np.float32)
        for first in range(0, beyond.shape[1], self._frames):
            part = beyond[:, first : first + self._frames]
            tail[:, : part.shape[1]] += part
        return tail


def _sum(pieces: Sequence[Piece], start: int, end: int) -> Samples:
    """The frames from `start` to `end` of all pieces that sound there."""
    block = np.zeros((2, end - start), np.float32)
    for piece in pieces:
        first, last = max(start, piece.start_frame), min(end, piece.start_frame + piece.frames)
        if piece.path is None or first >= last:
            continue
        with piece.path.open("rb") as file:
            for channel in (0, 1):
                file.seek(4 * (channel * piece.frames + first - piece.start_frame))
                block[channel, first - start : last - start] += np.fromfile(file, np.float32, last - first)
    return block


def _remove(piece: Piece) -> None:
    if piece.path is not None:
        piece.path.unlink(missing_ok=True)
