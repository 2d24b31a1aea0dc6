"""Reads and writes sound files. It knows nothing of songs: a format is a name, tags are strings.

libsndfile does the coding. It writes through a Python file of ours instead of a file name, because only so
the operating system's own error (disk full, quota, file too large) reaches us; libsndfile would say "System
error".
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from songwright.audio.atomic import atomic_write, disk_errors
from songwright.audio.clip import SAMPLE_RATE, Clip, Samples
from songwright.audio.loudness import TruePeakMeter
from songwright.audio.resample import resample
from songwright.errors import InvalidValue, NotFound, StoreError

CEILING_DBTP = -1.0  # EBU R 128 and the streaming services ask for no more
_BLOCK = 1 << 16  # frames
_RETRIES = 2
_RETRY_MARGIN_DB = 0.1  # beyond the measured excess, because a codec's overshoot varies with the gain
_DITHER_SEED = 0x5076  # the dither must be the same each time: the same clip gives the same file


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says about itself; empty strings are left out.

    Attributes:
        title: of the song.
        software: what made it; not kept in MP3.
        genre: a genre's name; MP3 keeps the names of ID3v1 capitalised.
        comment: free text.
        date: ISO 8601; MP3 keeps the year.
    """

    title: str = ""
    software: str = "Songwright"
    genre: str = ""
    comment: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class _Coding:
    """How libsndfile is asked for a format, and how many bits a sample takes roughly, for messages."""

    container: str
    subtype: str
    bits_per_sample: float
    compression_level: float | None = None
    bitrate_mode: str | None = None


_LOSSY = {
    # LAME's variable rate near V1: 208 kbit/s on dense stereo noise, measured with libsndfile 1.2.2.
    "mp3": _Coding("MP3", "MPEG_LAYER_III", 2.7, 0.1, "VARIABLE"),
    # About 214 kbit/s on dense stereo noise; Opus is transparent well below that.
    "opus": _Coding("OGG", "OPUS", 2.7, 0.6),
}
_LOSSLESS = {
    ("wav", 16): _Coding("WAV", "PCM_16", 16),
    ("wav", 24): _Coding("WAV", "PCM_24", 24),
    ("flac", 16): _Coding("FLAC", "PCM_16", 12),
    ("flac", 24): _Coding("FLAC", "PCM_24", 19),
}
AUDIO_FORMATS = ("mp3", "wav", "flac", "opus")
_BIT_DEPTHS = (16, 24)


class _Sink(io.FileIO):
    """A file that remembers the first error of the system and then swallows what libsndfile still writes."""

    failure: OSError | None = None

    def write(self, data: object, /) -> int:
        if self.failure is not None:
            return 0
        view = memoryview(data)  # type: ignore[arg-type] # libsndfile hands over bytes
        try:
            written = super().write(view)
        except OSError as exc:
            self.failure = exc
            return 0
        return written if written == len(view) else written + self.write(view[written:])


def write_clip(
    path: Path, clip: Clip, audio_format: str, tags: Tags | None = None, bit_depth: int = 16
) -> None:
    """Write a clip to a file, whole or not at all.

    The samples are read block by block, so a clip may be a memory map larger than the memory. Samples beyond
    full scale are clipped by the lossless formats. 16-bit files get triangular dither of two steps
    peak-to-peak, always the same (Lipshitz, Wannamaker and Vanderkooy 1992).

    Args:
        path: the final name; its folder must exist.
        clip: what to write.
        audio_format: "mp3" (variable rate near 208 kbit/s), "wav", "flac" or "opus" (near 214 kbit/s).
        tags: what the file says about itself.
        bit_depth: 16 or 24, for wav and flac.
    Raises:
        InvalidValue: no such format or bit depth.
        DiskFull: there is no room.
        StoreError: libsndfile could not code it.
    """
    coding = _coding(audio_format, bit_depth)
    with atomic_write(path, _expected_bytes(clip, coding)) as temporary:
        _encode(temporary, clip, coding, tags or Tags(), 0.0)


def encode_checked(
    path: Path,
    clip: Clip,
    audio_format: str,
    tags: Tags | None = None,
    bit_depth: int = 16,
    ceiling_dbtp: float = CEILING_DBTP,
) -> float:
    """Write a clip like `write_clip`, decode what was written and make sure that its true peak keeps a
    ceiling.

    A lossy codec changes the waveform, so its peaks rise by some tenths of a decibel. If the decoded file is
    over the ceiling, it is coded again at a slightly lower gain, at most twice.

    Returns:
        The true peak of the written file in dBTP; minus infinity for silence. It is over the ceiling only if
        two tries did not suffice.
    Raises:
        InvalidValue, DiskFull, StoreError: as `write_clip`.
    """
    coding = _coding(audio_format, bit_depth)
    with atomic_write(path, _expected_bytes(clip, coding)) as temporary:
        gain_db = 0.0
        for attempt in range(_RETRIES + 1):
            _encode(temporary, clip, coding, tags or Tags(), gain_db)
            peak_dbtp = _file_true_peak_dbtp(temporary, clip.channels)
            if peak_dbtp <= ceiling_dbtp or attempt == _RETRIES:
                break
            gain_db -= peak_dbtp - ceiling_dbtp + _RETRY_MARGIN_DB
    return peak_dbtp


class StemWriter:
    """Writes a stereo stem as 24-bit wav at 48 kHz, block after block, without waiting for the disk.

    For files that are read again at once; they are moved to their final place with the rest of the song.

    Args:
        path: where; its folder must exist.
    Raises:
        DiskFull, StoreError: by any method; there is no room, or libsndfile could not code it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        coding = _LOSSLESS["wav", 24]
        with disk_errors(path):
            self._sink = _Sink(path, "w+")
            self._file = soundfile.SoundFile(
                self._sink, "w", SAMPLE_RATE, 2, coding.subtype, format=coding.container
            )

    def write(self, block: Samples) -> None:
        """Append [2, frames]."""
        with self._errors():
            self._file.write(np.ascontiguousarray(block.T))

    def close(self) -> None:
        """Finish the file; harmless if it is."""
        if self._sink.closed:
            return
        with self._errors():
            self._file.close()
            self._sink.close()

    def add_to_start(self, samples: Samples) -> None:
        """Add [2, frames] to the beginning of the closed file."""
        with self._errors(), soundfile.SoundFile(self.path, "r+") as file:
            there = file.read(samples.shape[1], dtype="float32", always_2d=True)
            file.seek(0)
            file.write(there + samples.T[: len(there)])

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with disk_errors(self.path):
            try:
                yield
            except (soundfile.SoundFileError, AssertionError) as exc:
                if self._sink.failure is None:
                    raise StoreError(f"cannot write {self.path}: {exc}") from exc
            if self._sink.failure is not None:
                raise self._sink.failure


def read_clip(path: Path) -> Clip:
    """Read a sound file of any format that libsndfile knows, resampled to 48 kHz if it has another rate.

    Raises:
        NotFound: there is no such file.
        StoreError: it is not a sound file.
    """
    with _opened(path) as file:
        clip = Clip(_read_all(file), int(file.samplerate))
    return resample(clip, SAMPLE_RATE)


def read_blocks(path: Path) -> Iterator[Samples]:
    """Read a sound file block by block at its own sample rate: [channels, up to 65,536 frames] each.

    Raises:
        NotFound: there is no such file.
        StoreError: it is not a sound file.
    """
    with _opened(path) as file:
        for block in file.blocks(_BLOCK, dtype="float32", always_2d=True):
            yield np.ascontiguousarray(block.T)


@contextmanager
def _opened(path: Path) -> Iterator[soundfile.SoundFile]:
    """A sound file to read from; what libsndfile says against it becomes our error."""
    if not path.is_file():
        raise NotFound(f"no such file: {path}")
    try:
        with soundfile.SoundFile(path) as file:
            yield file
    except soundfile.SoundFileError as exc:
        raise StoreError(f"cannot read {path} as sound: {exc}") from exc


def _coding(audio_format: str, bit_depth: int) -> _Coding:
    if audio_format not in AUDIO_FORMATS:
        raise InvalidValue("format", audio_format, "one of " + ", ".join(AUDIO_FORMATS))
    if bit_depth not in _BIT_DEPTHS:
        raise InvalidValue("bit_depth", bit_depth, "16 or 24")
    return _LOSSY[audio_format] if audio_format in _LOSSY else _LOSSLESS[audio_format, bit_depth]


def _expected_bytes(clip: Clip, coding: _Coding) -> int:
    return int(clip.frames * clip.channels * coding.bits_per_sample / 8)


def _encode(path: Path, clip: Clip, coding: _Coding, tags: Tags, gain_db: float) -> None:
    with _Sink(path, "w+") as sink:
        try:
            _write_blocks(sink, clip, coding, tags, gain_db)
        except (soundfile.SoundFileError, AssertionError) as exc:
            # soundfile asserts that libsndfile took every frame; after a failed write it does not.
            if sink.failure is None:
                raise StoreError(f"cannot write {path}: {exc}") from exc
        if sink.failure is not None:
            raise sink.failure


def _write_blocks(sink: _Sink, clip: Clip, coding: _Coding, tags: Tags, gain_db: float) -> None:
    with soundfile.SoundFile(
        sink,
        "w",
        samplerate=clip.sample_rate,
        channels=clip.channels,
        format=coding.container,
        subtype=coding.subtype,
        compression_level=coding.compression_level,
        bitrate_mode=coding.bitrate_mode,
    ) as file:
        _set_tags(file, tags)
        for block in _blocks(clip.samples, coding, gain_db):
            file.write(block)
            if sink.failure is not None:
                return


def _set_tags(file: soundfile.SoundFile, tags: Tags) -> None:
    for name in Tags.__slots__:
        value = getattr(tags, name)
        if value:
            setattr(file, name, value)


def _blocks(samples: Samples, coding: _Coding, gain_db: float) -> Iterator[NDArray[np.float32 | np.int16]]:
    gain = np.float32(10.0 ** (gain_db / 20.0))
    dither = np.random.default_rng(_DITHER_SEED) if coding.subtype == "PCM_16" else None
    for start in range(0, samples.shape[1], _BLOCK):
        block = np.ascontiguousarray(samples[:, start : start + _BLOCK].T) * gain  # [frames, channels]
        yield block if dither is None else _to_16_bit(block, dither)


def _to_16_bit(block: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.int16]:
    silent = not block.any()  # digital silence stays digital silence
    noise = rng.random(block.shape, dtype=np.float32) - rng.random(block.shape, dtype=np.float32)
    steps = block * np.float32(32_767.0) + (0.0 if silent else noise)
    return np.clip(np.rint(steps), -32_768, 32_767).astype(np.int16)


def _read_all(file: soundfile.SoundFile) -> Samples:
    samples = np.zeros((file.channels, file.frames), dtype=np.float32)
    start = 0
    for block in file.blocks(_BLOCK, dtype="float32", always_2d=True):
        samples[:, start : start + len(block)] = block.T
        start += len(block)
    return samples[:, :start]


def _file_true_peak_dbtp(path: Path, channels: int) -> float:
    meter = TruePeakMeter(channels)
    for block in read_blocks(path):
        meter.process(block)
    return meter.finish_dbtp()
