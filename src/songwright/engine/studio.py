"""The built-in engine: composes, sings and plays a plan with no weights and no GPU.

It knows nothing of where plans come from and where songs go.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from songwright import __version__
from songwright.audio.clip import SAMPLE_RATE
from songwright.compose.composer import compose
from songwright.engine.base import Performance
from songwright.engine.pool import RenderPool
from songwright.engine.rendering import (
    Take,
    VocalPhrase,
    sum_stems,
    track_tasks,
    vocal_tasks,
    voice_mix_tasks,
)
from songwright.progress import Progress
from songwright.song.plan import SongPlan
from songwright.song.pronunciation import Pronounce
from songwright.song.timeline import timeline_of
from songwright.synth.mixer import tone_for

T_co = TypeVar("T_co", covariant=True)


class Task(Protocol[T_co]):
    """A picklable piece of work that can say what it is doing."""

    @property
    def stage(self) -> str:
        """What a person is told."""

    def __call__(self) -> T_co:
        """Do it."""


class StudioEngine:
    """Performs plans by composing a score and rendering its stems side by side.

    Args:
        pronounce: turns a lyric line into syllables.
        workers: processes that render one song; the song does not depend on it.
        soundfont: a General MIDI SoundFont for the acoustic instruments, or None for our own synthesis.
    """

    name = "studio"
    model = f"songwright-studio-{__version__}"

    def __init__(self, pronounce: Pronounce, workers: int, soundfont: Path | None = None) -> None:
        self._pronounce = pronounce
        self._soundfont = soundfont
        self._pool = RenderPool(workers)

    def perform(self, plan: SongPlan, workspace: Path, progress: Progress) -> Performance:
        """See `Engine.perform`."""
        self._pool.warm_up()
        progress.report("composing", 0.0)
        score = compose(plan, self._pronounce)
        frames = round(plan.duration_s * SAMPLE_RATE)
        take = Take(score, plan.genre, plan.voice, frames, plan.seed, self._soundfont, workspace)

        singing = vocal_tasks(take)
        playing = track_tasks(take)
        tasks: list[Task[VocalPhrase | Path]] = [*singing, *playing]
        rendered = self._run(tasks, progress.part(0.05, 0.85))
        voices = voice_mix_tasks(take, [result for result in rendered if isinstance(result, VocalPhrase)])
        mixed = self._run(voices, progress.part(0.85, 0.95))

        progress.report("mixing", 0.95)
        played = [result for result in rendered if isinstance(result, Path)]
        names = [task.stem for task in voices] + [task.stem for task in playing]
        stems = dict(zip(names, [*mixed, *played], strict=True))
        mix = sum_stems(list(stems.values()), frames)
        timeline = timeline_of(score, plan.duration_s)
        return Performance(mix, stems, score, timeline, tone_for(plan.genre))

    def close(self) -> None:
        """See `Engine.close`."""
        self._pool.close()

    def _run(self, tasks: Sequence[Task[T_co]], progress: Progress) -> list[T_co]:
        """Run tasks side by side; the results come in the order of the tasks."""
        results: dict[int, T_co] = {}

        def report() -> None:
            waiting_for = next(
                (task.stage for index, task in enumerate(tasks) if index not in results), "mixing"
            )
            progress.report(waiting_for, len(results) / max(1, len(tasks)))

        for index, result in self._pool.run(tasks, report):
            results[index] = result
            report()
        return [results[index] for index in range(len(tasks))]
