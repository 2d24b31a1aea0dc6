"""From request to kept files."""

import dataclasses
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import mido
import numpy as np
import pyloudnorm
import pytest

from songwright.audio.files import read_clip
from songwright.audio.loudness import true_peak_dbtp
from songwright.errors import InvalidValue, JobCancelled, LyricsTooLong
from songwright.pipeline import Pipeline
from songwright.progress import Progress, Step
from songwright.settings import Settings
from songwright.song.key import parse_key
from songwright.song.plan import plan_from_json
from songwright.song.request import AudioFormat, SongRequest
from songwright.song.song import Song
from songwright.wiring import build_pipeline

LYRICS = "[Verse]\nRain on the window tonight\n[Chorus]\nHold on to the light (to the light)"
REQUEST = SongRequest(
    caption="soft rock with a male singer",
    lyrics=LYRICS,
    duration_s=14,
    bpm=112,
    key=parse_key("Em"),
    seed=3,
    audio_format=AudioFormat.MP3,
)


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    pipeline = build_pipeline(Settings(workers=1, soundfont=None))
    yield pipeline
    pipeline.close()


@pytest.fixture(scope="module")
def song(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Song:
    (song,) = pipeline.make(REQUEST, tmp_path_factory.mktemp("songs"), Progress(), "rain.v1")
    return song


def test_the_decoded_file_has_the_promised_figures(song: Song):
    """-14 ± 0.5 LUFS by an independent meter, at most -1 dBTP, no clipped sample, 48 kHz stereo, ± 0.5 s."""
    clip = read_clip(song.files.audio)
    assert (clip.sample_rate, clip.channels) == (48_000, 2)
    assert abs(clip.duration_s - 14) <= 0.5
    loudness = pyloudnorm.Meter(48_000).integrated_loudness(clip.samples.T.astype(np.float64))
    assert abs(loudness + 14) <= 0.5
    assert abs(song.loudness_lufs - loudness) <= 0.3
    assert true_peak_dbtp(clip) <= -1.0
    assert np.abs(clip.samples).max() < 1.0


def test_everything_lies_beside_the_song(song: Song):
    """Stems, MIDI, LRC, plan, timeline and picture carry the song's name, dots included."""
    folder = song.files.audio.parent
    assert {path.name for path in folder.iterdir()} == {
        "rain.v1.mp3",
        "rain.v1.stems",
        "rain.v1.mid",
        "rain.v1.lrc",
        "rain.v1.plan.json",
        "rain.v1.timeline.json",
        "rain.v1.png",
    }
    assert {path.stem for path in (folder / "rain.v1.stems").iterdir()} == set(song.files.stems)
    assert song.files.picture.read_bytes().startswith(b"\x89PNG")
    assert song.files.midi is not None
    assert mido.MidiFile(song.files.midi).ticks_per_beat == 960
    assert song.files.lrc is not None
    assert "window" in song.files.lrc.read_text(encoding="utf-8")


def test_the_kept_plan_is_the_plan(song: Song):
    """The JSON reads back; asked values are kept, decided ones have reasons."""
    plan = plan_from_json(json.loads(song.files.plan.read_text(encoding="utf-8")))
    assert plan == song.plan
    assert (plan.bpm, plan.key.name, plan.duration_s) == (112, "E Minor", 14)
    assert all(decision.reason for decision in plan.decisions)


def test_a_pipeline_says_who_decides_and_who_performs(pipeline: Pipeline, song: Song):
    """Clients are told both."""
    assert pipeline.planner == "songwright-rules"
    assert pipeline.model == song.plan.model


def test_takes_differ_and_are_numbered(pipeline: Pipeline, tmp_path: Path):
    """Two takes are two songs with neighbouring seeds."""
    request = SongRequest(caption="ambient drone instrumental", duration_s=5, seed=9, takes=2)
    steps: list[Step] = []
    first, second = pipeline.make(request, tmp_path, Progress(steps.append), "sky")
    assert [song.files.audio.name for song in (first, second)] == ["sky-1.mp3", "sky-2.mp3"]
    assert [song.plan.seed for song in (first, second)] == [9, 10]
    assert first.files.audio.read_bytes() != second.files.audio.read_bytes()
    assert steps[-1].fraction == 1.0


def test_too_many_words_are_refused_with_the_length_they_need(pipeline: Pipeline, tmp_path: Path):
    """Nothing is rendered and nothing is written."""
    request = SongRequest(caption="pop", lyrics="Every single morning I remember you\n" * 60, duration_s=20)
    with pytest.raises(LyricsTooLong, match=r"lyrics: .*seconds"):
        pipeline.make(request, tmp_path, Progress())
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_song_leaves_nothing(pipeline: Pipeline, tmp_path: Path):
    """The hidden folder goes with it."""
    steps: list[Step] = []
    with pytest.raises(JobCancelled):
        pipeline.make(REQUEST, tmp_path, Progress(steps.append, lambda: len(steps) > 5))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path):
    """Under a file-size limit the error names the file, and no half song stays."""
    code = (
        "import sys; from pathlib import Path\n"
        "from songwright.errors import DiskFull\n"
        "from tests.test_pipeline import *\n"
        "pipeline = build_pipeline(Settings(workers=1, soundfont=None))\n"
        "try: pipeline.make(REQUEST, Path(sys.argv[1]), Progress(), 'rain')\n"
        "except DiskFull as exc: print('DISK FULL', exc)\n"
    )
    limit = 1_000_000  # bytes; a stem needs four times as much
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "PYTHONPATH": "."},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        check=True,
    )
    assert result.stdout.startswith("DISK FULL no room to write"), result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_plan_for_another_engine_is_refused(pipeline: Pipeline):
    """An edited plan is checked before anything is rendered; one that nobody edited passes unchanged."""
    (plan,) = pipeline.plan(REQUEST)
    assert pipeline.checked(plan) is plan
    with pytest.raises(InvalidValue, match="engine: 'orchestra': 'studio'"):
        pipeline.checked(dataclasses.replace(plan, engine="orchestra"))


def test_a_plan_with_more_words_than_time_is_refused(pipeline: Pipeline):
    """The line is named; at ten times the tempo the same words have no time."""
    (plan,) = pipeline.plan(REQUEST)
    with pytest.raises(InvalidValue, match=r"sections\[\d+\].lines\[\d+\].text: .* syllables in"):
        pipeline.checked(dataclasses.replace(plan, bpm=1200))
