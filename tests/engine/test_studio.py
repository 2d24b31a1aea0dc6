"""The studio engine performs plans: exactly, and the same for any number of processes."""

from pathlib import Path

import numpy as np
import pytest

from songwright.audio.files import read_clip
from songwright.engine.base import Performance
from songwright.engine.studio import StudioEngine
from songwright.errors import JobCancelled
from songwright.planner.rules import RulesPlanner
from songwright.progress import Progress, Step
from songwright.sing.pronounce import Pronouncer
from songwright.song.plan import SongPlan
from songwright.song.request import SongRequest

LYRICS = "[Verse]\nMorning comes over the hill\n[Chorus]\nSing me a song (a song)"
REQUEST = SongRequest(caption="upbeat pop, female vocals", lyrics=LYRICS, duration_s=12, bpm=120)


def planned(request: SongRequest = REQUEST, seed: int = 5) -> SongPlan:
    return RulesPlanner(Pronouncer(), "studio", "test").plan(request, seed)


def performed(folder: Path, plan: SongPlan, workers: int, progress: Progress | None = None) -> Performance:
    folder.mkdir()
    engine = StudioEngine(Pronouncer(), workers)
    try:
        return engine.perform(plan, folder, progress or Progress())
    finally:
        engine.close()


@pytest.fixture(scope="module")
def plan() -> SongPlan:
    return planned()


@pytest.fixture(scope="module")
def alone(plan: SongPlan, tmp_path_factory: pytest.TempPathFactory) -> Performance:
    return performed(tmp_path_factory.mktemp("studio") / "one", plan, workers=1)


def test_two_processes_give_the_same_song_as_one(plan: SongPlan, alone: Performance, tmp_path: Path):
    """Score equal, audio within 1e-4."""
    together = performed(tmp_path / "two", plan, workers=2)
    assert together.score == alone.score
    assert together.timeline == alone.timeline
    assert np.abs(together.mix.samples - alone.mix.samples).max() < 1e-4


def test_another_seed_gives_another_song(alone: Performance, tmp_path: Path):
    """The seed is the only source of chance."""
    other = performed(tmp_path / "other", planned(seed=6), workers=1)
    assert other.score != alone.score
    assert np.abs(other.mix.samples - alone.mix.samples).max() > 0.05


def test_stems_sum_to_the_mix(alone: Performance):
    """What is heard is exactly the stems, each within full scale."""
    stems = [read_clip(path).samples for path in alone.stems.values()]
    assert {"drums", "bass", "vocals", "backing_vocals"} <= set(alone.stems)
    assert np.abs(sum(stems) - alone.mix.samples).max() < 1e-4
    assert all(np.abs(stem).max() < 1.0 for stem in stems)


def test_the_mix_has_exactly_the_planned_length(plan: SongPlan, alone: Performance):
    """12 s at 48 kHz, stereo, finite, ending in silence."""
    assert alone.mix.samples.shape == (2, round(plan.duration_s * 48_000))
    assert np.isfinite(alone.mix.samples).all()
    assert np.abs(alone.mix.samples[:, -48:]).max() < 0.01


def test_stages_are_reported_in_order(plan: SongPlan, tmp_path: Path):
    """Fractions rise from 0 to 1 and name what is really done."""
    steps: list[Step] = []
    performed(tmp_path / "told", plan, 1, Progress(steps.append))
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    stages = [step.stage for step in steps]
    assert stages[0] == "composing"
    assert {"singing", "mixing"} <= set(stages)
    assert any(stage.startswith("playing ") for stage in stages)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_cancelled_performance_stops(plan: SongPlan, tmp_path: Path, workers: int):
    """Cancelling after a few reports raises instead of finishing."""
    steps: list[Step] = []
    progress = Progress(steps.append, lambda: len(steps) > 3)
    with pytest.raises(JobCancelled):
        performed(tmp_path / "stopped", plan, workers, progress)
    assert len(steps) == 4


def test_an_instrumental_has_no_voices(tmp_path: Path):
    """No words, no vocal stems, no timed lines."""
    request = SongRequest(caption="calm piano instrumental", duration_s=8)
    performance = performed(tmp_path / "instrumental", planned(request), workers=1)
    assert not {"vocals", "backing_vocals"} & set(performance.stems)
    assert performance.timeline.lines == ()
    assert np.abs(performance.mix.samples).max() > 0.01
