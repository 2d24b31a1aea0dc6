"""The built-in engine: composes, sings and plays a plan with no weights and no GPU.

It knows nothing of where plans come from and where songs go.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np

from songwright import __version__
from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.mastering import TARGET_LUFS
from songwright.audio.preview import PreviewMaster
from songwright.compose.composer import compose
from songwright.engine.assembly import Assembly
from songwright.engine.base import Listen, Performance
from songwright.engine.pool import RenderPool
from songwright.engine.rendering import BACKING, VOCALS, Piece, Take, Task, channels_for, tasks_for
from songwright.engine.segments import segments_of
from songwright.progress import Progress
from songwright.song.plan import SongPlan
from songwright.song.pronunciation import Pronounce
from songwright.song.score import Score
from songwright.song.timeline import Words, timeline_of
from songwright.synth import automation
from songwright.synth.balance import band_levels_lu, foretold_lufs, voice_lane
from songwright.synth.mixer import tone_for
from songwright.synth.vocal_mixer import VocalDesk


class StudioEngine:
    """Performs plans by composing a score and rendering it segment by segment, its stems side by side.

    Args:
        pronounce: turns a lyric line into syllables.
        pool: the processes that render, or how many; the song does not depend on it.
        soundfont: a General MIDI SoundFont for the acoustic instruments, or None for our own synthesis.
    """

    name = "studio"
    model = f"songwright-studio-{__version__}"

    def __init__(self, pronounce: Pronounce, pool: RenderPool | int, soundfont: Path | None = None) -> None:
        self._pronounce = pronounce
        self._soundfont = soundfont
        self._pool = RenderPool(pool) if isinstance(pool, int) else pool

    def perform(
        self, plan: SongPlan, workspace: Path, progress: Progress, listen: Listen | None = None
    ) -> Performance:
        """See `Engine.perform`."""
        self._pool.warm_up()
        progress.report("composing", 0.0)
        score = compose(plan, self._pronounce)
        frames = round((plan.bars * plan.bar_s if plan.loop else plan.duration_s) * SAMPLE_RATE)
        take = Take(score.beat_s, plan.voice, plan.seed, self._soundfont, workspace)
        band_lu = band_levels_lu(score, plan.genre)
        tasks = _tasks(plan, score, take, frames, band_lu)
        stems = dict.fromkeys(
            [task.stem for part in tasks for task in part if task.stem in (VOCALS, BACKING)]
            + [task.stem for part in tasks for task in part]
        )
        assembly = Assembly(segments_of(score), [len(part) for part in tasks], stems, frames, workspace)
        preview = _Preview(TARGET_LUFS - foretold_lufs(score, plan.genre, band_lu), listen)
        try:
            words = self._render([task for part in tasks for task in part], assembly, preview, progress)
            mix = assembly.finish(plan.loop)
        finally:
            assembly.close()
        timeline = timeline_of(score, frames / SAMPLE_RATE, words)
        return Performance(mix, assembly.stems, score, timeline, tone_for(plan.genre))

    def close(self) -> None:
        """See `Engine.close`."""
        self._pool.close()

    def _render(self, tasks: list[Task], assembly: Assembly, preview: _Preview, progress: Progress) -> Words:
        """Run the tasks side by side and add up what they give; returns where the words sound."""
        done: set[int] = set()
        words: Words = {}

        def report() -> None:
            preview.get_ready()
            waiting_for = next(
                (task.stage for index, task in enumerate(tasks) if index not in done), "mixing"
            )
            progress.report(waiting_for, 0.05 + 0.95 * len(done) / max(1, len(tasks)))

        def take(piece: Piece) -> None:
            words.update(dict(piece.words))
            assembly.add(piece, preview.hear)

        for index, piece in self._pool.run(tasks, report):
            done.add(index)
            take(piece)
            report()
        assembly.advance(preview.hear)  # segments in which nothing sounds
        preview.finish()
        progress.report("mixing", 1.0)
        return words


class _Preview:
    """Hands finished stretches of the mix to a listener, if there is one, at about their final loudness."""

    def __init__(self, gain_db: float, listen: Listen | None) -> None:
        self._listen = listen
        self._master = PreviewMaster(gain_db)
        self._ready = listen is None

    def get_ready(self) -> None:
        """Load what the preview's limiter needs, once, while others render."""
        if not self._ready:
            PreviewMaster(0.0).process(np.zeros((2, SAMPLE_RATE), np.float32))
            self._ready = True

    def hear(self, mix: Clip) -> None:
        if self._listen is not None:
            self._listen(Clip(self._master.process(mix.samples)))
        importlib.import_module("scipy.signal")  # for the master; not sooner, it takes half a second

    def finish(self) -> None:
        if self._listen is not None:
            self._listen(Clip(self._master.finish()))


def _tasks(plan: SongPlan, score: Score, take: Take, frames: int, band_lu: list[float]) -> list[list[Task]]:
    """The tasks of each segment, with all that they need to know of the song."""
    ending = automation.ending(score, frames, plan.loop)
    desk = None
    if plan.voice is not None and score.lines:
        desk = VocalDesk(score, plan.genre, plan.voice, voice_lane(score, plan.genre, band_lu), ending)
    channels = channels_for(score, plan.genre, ending, plan.seed)
    return tasks_for(take, score, segments_of(score), channels, desk)
