"""Whole songs by the command, as long as people make them, measured from the finished file."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from songwright.audio.analysis import measure_key, measure_tempo
from songwright.audio.clip import Clip
from songwright.audio.files import read_clip
from songwright.audio.loudness import loudness_lufs, true_peak_dbtp
from tests.planner.speech import SEED_CAPTION, SEED_LYRICS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def made(folder: Path, *arguments: str) -> Clip:
    """Run `songwright make` and decode what it wrote."""
    target = folder / "song.mp3"
    command = [sys.executable, "-m", "songwright", "make", *arguments, "-o", str(target), "--no-stems"]
    subprocess.run(command, check=True, capture_output=True)
    return read_clip(target)


def test_the_black_metal_song_of_the_seed_is_made_whole(tmp_path: Path):
    """210 s at 160 bpm in D minor: length, loudness, tempo and key are heard, and every line is sung."""
    clip = made(
        tmp_path, SEED_CAPTION, "--lyrics", SEED_LYRICS, "--duration", "210", "--bpm", "160",
        "--key", "D Minor", "--time-signature", "4", "--language", "en", "--seed", "666",
    )  # fmt: skip
    assert abs(clip.duration_s - 210.0) <= 0.5
    assert abs(loudness_lufs(clip) + 14.0) <= 0.5
    assert true_peak_dbtp(clip) <= -1.0
    assert any(abs(bpm - 160.0) < 0.5 for bpm in measure_tempo(clip).candidates)
    assert (measure_key(clip).tonic, measure_key(clip).mode) == (2, "minor")
    timeline = json.loads((tmp_path / "song.timeline.json").read_text(encoding="utf-8"))
    sung = {line["text"] for line in timeline["lines"]}
    written = [line for line in SEED_LYRICS.splitlines() if line and not line.startswith("[")]
    assert {re.sub(r"\s*\(.*\)", "", line) for line in written} <= sung


def test_the_longest_song_is_made_whole(tmp_path: Path):
    """600 s of a short lyric: sound until the end, and no minute without."""
    clip = made(
        tmp_path, "soft rock ballad", "--lyrics", "[Verse]\nOne long road\n[Chorus]\nRun run run",
        "--duration", "600", "--seed", "1",
    )  # fmt: skip
    assert abs(clip.duration_s - 600.0) <= 0.5
    minutes = np.split(clip.samples[:, : 590 * 48_000], 59, axis=1)
    assert min(float(np.sqrt(np.mean(part**2))) for part in minutes) > 0.005
