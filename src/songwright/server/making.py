"""What the worker process does with a job: make songs. It knows nothing of queues and HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from songwright.jobs.child import Executor
from songwright.progress import Progress
from songwright.settings import Settings
from songwright.song.request import request_from_json
from songwright.store.songs import keep_song, kept_songs_to_json

Json = Any  # whatever the json module reads and writes


@contextmanager
def song_executor(settings: Settings) -> Iterator[Executor]:
    """Build the pipeline once and make songs; `payload["request"]` is a SongRequest as JSON."""
    from songwright.wiring import build_pipeline  # the server's own process does not need the engine

    with closing(build_pipeline(settings)) as pipeline:

        def make(payload: Json, folder: Path, progress: Progress) -> Json:
            songs = pipeline.make(request_from_json(payload["request"]), folder, progress)
            return kept_songs_to_json([keep_song(song, folder, pipeline.planner) for song in songs])

        yield Executor(make, about={"model": pipeline.model})
