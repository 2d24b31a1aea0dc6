"""The real server with a tiny engine: takes are sine tones, and the caption tells how to misbehave.

Captions: "sleep 3", "fail <words>", "die", "disk full"; anything else is made at once.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from songwright.cli.environment import read_settings
from songwright.errors import RenderFailed
from songwright.jobs.child import Executor
from songwright.progress import Progress
from songwright.server.app import serve
from songwright.song.request import SongRequest, request_from_json
from songwright.store.songs import KeptSong, kept_songs_to_json

SAMPLE_RATE = 8_000


@contextmanager
def tiny_executor() -> Iterator[Executor]:
    """Makes sine tones."""
    yield Executor(_make, about={"model": "tiny"})


def _make(payload: Any, folder: Path, progress: Progress) -> Any:
    request = request_from_json(payload["request"])
    _misbehave(request.caption, progress)
    return kept_songs_to_json([_take(request, take, folder) for take in range(request.takes)])


def _misbehave(caption: str, progress: Progress) -> None:
    word, _, rest = caption.partition(" ")
    if word == "sleep":
        for step in range(int(float(rest) * 20)):
            progress.report("singing", step / (float(rest) * 20))
            time.sleep(0.05)
    elif word == "fail":
        raise RenderFailed(rest)
    elif word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif caption == "disk full":
        Path("/dev/full").write_bytes(b"x")


def _take(request: SongRequest, take: int, folder: Path) -> KeptSong:
    duration_s = request.duration_s or 5.0
    name = f"tone {take + 1}.{request.audio_format}"
    tone = 0.1 * np.sin(2 * np.pi * 440.0 * np.arange(int(duration_s * SAMPLE_RATE)) / SAMPLE_RATE)
    container, kind = {"opus": ("OGG", "OPUS")}.get(
        request.audio_format, (request.audio_format.upper(), None)
    )
    soundfile.write(folder / name, tone, SAMPLE_RATE, format=container, subtype=kind)
    return KeptSong(
        title="Tone",
        caption=request.caption,
        lyrics=request.lyrics or "",
        genre="pop",
        bpm=request.bpm or 100,
        key="A Minor" if request.key is None else request.key.name,
        time_signature="4" if request.meter is None else request.meter.value,
        vocal_language=request.vocal_language or "en",
        duration_s=duration_s,
        seed=request.take_seed(take, 7),
        planner="tiny-planner",
        engine="tiny",
        model="tiny",
        audio=name,
        files={},
        stems={},
        loudness_lufs=-14.0,
        true_peak_dbtp=-1.0,
        seconds_taken=0.5,
        decisions=(("bpm", "100", "as good as any"),),
    )


if __name__ == "__main__":
    serve(read_settings(port=0), lambda line: print(line, flush=True), tiny_executor)
