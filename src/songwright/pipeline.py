"""The whole product in one short class: plan, perform, master, encode, keep.

It knows nothing of HTTP, queues or a particular engine.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from songwright import __version__
from songwright.audio.atomic import disk_errors
from songwright.audio.files import Tags, encode_checked
from songwright.audio.mastering import master, master_loop
from songwright.engine.base import Engine, Listen
from songwright.errors import InvalidValue
from songwright.export.bundle import move_files, write_documents
from songwright.progress import Progress
from songwright.song.files import file_name, numbered, song_files
from songwright.song.plan import SongPlan
from songwright.song.request import SongRequest
from songwright.song.song import Song

_SEED_BITS = 31  # short enough to read out; every client can send it back


class Planner(Protocol):
    """Decides everything that a request leaves open."""

    @property
    def name(self) -> str:
        """The planner's identifier: "songwright-rules"."""

    def plan(self, request: SongRequest, seed: int) -> SongPlan:
        """The plan of one take."""

    def check(self, plan: SongPlan) -> None:
        """Refuse a plan, edited by a person, that cannot be sung."""


class Pipeline:
    """Makes songs out of requests.

    Args:
        planner: decides.
        engine: performs.
        keep_stems: whether the stems are kept beside the song.
    """

    def __init__(self, planner: Planner, engine: Engine, keep_stems: bool = True) -> None:
        self._planner = planner
        self._engine = engine
        self._keep_stems = keep_stems

    @property
    def planner(self) -> str:
        """The name of what decides."""
        return self._planner.name

    @property
    def model(self) -> str:
        """The model or version that performs."""
        return self._engine.model

    def plan(self, request: SongRequest) -> list[SongPlan]:
        """One plan per take; a request without a seed gets one by chance.

        Raises:
            RequestError: the request cannot be fulfilled.
        """
        chance = secrets.randbits(_SEED_BITS)
        seeds = [request.take_seed(take, chance) for take in range(request.takes)]
        return [self._planner.plan(request, seed) for seed in seeds]

    def checked(self, plan: SongPlan) -> SongPlan:
        """A plan that a person may have edited, if it can be performed.

        Raises:
            InvalidValue: it is for another engine, or a line has more words than time.
        """
        if plan.engine != self._engine.name:
            raise InvalidValue("engine", plan.engine, f"'{self._engine.name}', the engine that is here")
        self._planner.check(plan)
        return plan

    def make(
        self, request: SongRequest, folder: Path, progress: Progress, name: str | None = None
    ) -> list[Song]:
        """Plan and render every take of a request; see `render`.

        Args:
            request: what was asked for.
            folder: where the songs are kept; it must exist.
            progress: told about each stage; raises `JobCancelled` to stop.
            name: file name without ending; None takes the first title. Several takes are numbered.
        """
        plans = self.plan(request)
        base = folder / (name or file_name(plans[0].title))
        return self.render_takes(plans, numbered(base, len(plans) > 1), progress)

    def render_takes(
        self,
        plans: Sequence[SongPlan],
        bases: Iterable[Path],
        progress: Progress,
        listen: Listen | None = None,
    ) -> list[Song]:
        """Render plans one after the other, each to its own base; see `render`."""
        share = 1.0 / len(plans)
        return [
            self.render(plan, base, progress.part(take * share, (take + 1) * share), listen)
            for take, (plan, base) in enumerate(zip(plans, bases, strict=False))
        ]

    def render(self, plan: SongPlan, base: Path, progress: Progress, listen: Listen | None = None) -> Song:
        """Render a plan to `<base>.<format>` and the files beside it.

        Everything is written to a hidden folder first and moved when all of it is complete, the song last.

        Args:
            plan: what to render.
            base: folder and file name without ending; the folder must exist.
            progress: told about each stage; raises `JobCancelled` to stop.
            listen: gets the song while it is made, see `Engine.perform`.
        Raises:
            EngineError: the engine failed.
            StoreError: the files could not be written.
        """
        started = time.monotonic()
        with (
            disk_errors(base),
            tempfile.TemporaryDirectory(prefix=".songwright-", dir=base.parent) as hidden,
        ):
            performance = self._engine.perform(plan, Path(hidden), progress.part(0.0, 0.8), listen)
            progress.report("mastering", 0.8)
            mix = performance.mix
            finish = master_loop if plan.loop else master
            mastered = finish(mix, tone=performance.tone, out=mix.samples)

            stems = performance.stems if self._keep_stems else {}
            score, timeline = performance.score, performance.timeline
            places = [
                song_files(place, plan.audio_format, stems, score is not None, bool(timeline.lines))
                for place in (Path(hidden) / "song", base)
            ]
            progress.report("encoding", 0.88)
            with ThreadPoolExecutor(1) as beside:  # the coders are libraries outside Python's lock
                coded = beside.submit(
                    encode_checked, places[0].audio, mastered.clip, plan.audio_format, _tags(plan)
                )
                write_documents(places[0], plan, timeline, score, mastered.clip)
                coded.result()
            progress.report("keeping", 0.98)
            move_files(replace(places[0], stems=stems), places[1])
        progress.report("done", 1.0)
        taken = time.monotonic() - started
        return Song(plan, timeline, places[1], mastered.loudness_lufs, mastered.true_peak_dbtp, taken)

    def close(self) -> None:
        """Give back the engine's processes."""
        self._engine.close()


def _tags(plan: SongPlan) -> Tags:
    comment = f"{plan.bpm} bpm, {plan.key.name}, {plan.meter.signature}, seed {plan.seed}. {plan.caption}"
    software = f"Songwright {__version__} ({plan.model})"
    return Tags(title=plan.title, software=software, genre=plan.genre, comment=comment)
