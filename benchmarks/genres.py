"""The same lyrics in every genre, measured: does each song have the tempo, key, loudness and sound it should?

Run it with `.venv/bin/python benchmarks/genres.py`; `--out DIR` keeps the songs. All measurements come from
the finished sound alone, so they can disagree with the plan.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from songwright.audio.analysis import (
    MeasuredKey,
    Tempo,
    feature_curves,
    measure_key,
    measure_tempo,
    onset_rate,
    similarity,
    spectral_centroid_hz,
)
from songwright.audio.clip import Clip
from songwright.audio.files import read_clip
from songwright.audio.loudness import loudness_lufs, true_peak_dbtp
from songwright.cli.environment import read_settings
from songwright.pipeline import Pipeline
from songwright.progress import Progress
from songwright.song.genre import Genre
from songwright.song.key import Key, Mode
from songwright.song.plan import SongPlan
from songwright.song.request import AudioFormat, SongRequest
from songwright.wiring import build_pipeline

LYRICS = """[Verse]
Coffee on the windowsill
The street is waking slow
A paper boat, a little hill
And everywhere to go

[Chorus]
Carry me over the morning light
Carry me home on a song tonight
"""
SEED = 11
_TEMPO_TOLERANCE = 0.01  # of the asked tempo
_RATIOS = {
    1.0: "same",
    2.0: "double",
    0.5: "half",
    1.5: "× 3/2",
    0.75: "× 3/4",
    2 / 3: "× 2/3",
    4 / 3: "× 4/3",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What was asked of a song and what was measured of it; `curves` are its features over time."""

    plan: SongPlan
    tempo: Tempo
    key: MeasuredKey
    lufs: float
    dbtp: float
    centroid_hz: float
    onsets_per_s: float
    speed: float
    curves: NDArray[np.float64]


def measure(pipeline: Pipeline, genre: Genre, duration_s: float, folder: Path) -> Row:
    """Make a song and measure it."""
    request = SongRequest(genre, LYRICS, duration_s=duration_s, seed=SEED, audio_format=AudioFormat.WAV)
    name = genre.replace(" ", "-")
    song = pipeline.make(request, folder, Progress(), name)[0]
    clip: Clip = read_clip(song.files.audio)
    return Row(
        plan=song.plan,
        tempo=measure_tempo(clip),
        key=measure_key(clip),
        lufs=loudness_lufs(clip),
        dbtp=true_peak_dbtp(clip),
        centroid_hz=spectral_centroid_hz(clip),
        onsets_per_s=onset_rate(clip),
        speed=song.seconds_taken / duration_s,
        curves=feature_curves(clip),
    )


def tempo_verdict(asked: int, measured: float) -> str:
    """Whether a measured tempo is the asked one, a usual multiple of it (octave errors by name), or wrong."""
    for ratio, name in _RATIOS.items():
        if abs(measured - asked * ratio) <= _TEMPO_TOLERANCE * asked * ratio:
            return name
    return "WRONG"


def key_verdict(asked: Key, measured: MeasuredKey) -> str:
    """How a measured key relates to the asked one."""
    above = (measured.tonic - asked.tonic) % 12
    same_mode = measured.mode == asked.mode
    if same_mode:
        return {0: "same", 5: "fourth", 7: "fifth"}.get(above, "WRONG")
    relative = 9 if asked.mode is Mode.MAJOR else 3
    return {0: "parallel", relative: "relative"}.get(above, "WRONG")


def closest(rows: Sequence[Row]) -> Iterator[tuple[float, Genre]]:
    """For each song the highest correlation with another one, and which it is."""
    for place, one in enumerate(rows):
        others = [row for index, row in enumerate(rows) if index != place]
        found = ((similarity(one.curves, other.curves), other.plan.genre) for other in others)
        yield max(found, key=lambda pair: pair[0], default=(0.0, one.plan.genre))


def print_rows(console: Console, rows: Sequence[Row]) -> None:
    """The table."""
    table = Table(
        "genre", "bpm", "measured", "", "key", "measured", "", "LUFS", "dBTP", "centroid", "onsets/s"
    )
    table.add_column("most like")
    table.add_column("work/s")
    for row, (likeness, other) in zip(rows, closest(rows), strict=True):
        plan = row.plan
        tonic = plan.key.spell(row.key.tonic)
        table.add_row(
            plan.genre,
            str(plan.bpm),
            f"{row.tempo.bpm:.2f}",
            tempo_verdict(plan.bpm, row.tempo.bpm),
            plan.key.name,
            f"{tonic} {row.key.mode.capitalize()}",
            key_verdict(plan.key, row.key),
            f"{row.lufs:.2f}",
            f"{row.dbtp:.2f}",
            f"{row.centroid_hz:.0f} Hz",
            f"{row.onsets_per_s:.1f}",
            f"{likeness:.2f} {other}",
            f"{row.speed:.2f} s",
        )
    console.print(table)
    tempos = sum(tempo_verdict(row.plan.bpm, row.tempo.bpm) != "WRONG" for row in rows)
    keys = sum(key_verdict(row.plan.key, row.key) == "same" for row in rows)
    console.print(f"tempo (or a multiple): {tempos} of {len(rows)}; key: {keys} of {len(rows)}")


def main() -> None:
    """Make all songs and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, help="keep the songs in this folder")
    parser.add_argument("--genres", nargs="+", type=Genre, default=list(Genre), metavar="GENRE")
    parser.add_argument("--duration", type=float, default=30.0, metavar="SECONDS")
    arguments = parser.parse_args()
    pipeline = build_pipeline(read_settings(keep_stems=arguments.out is not None))
    try:
        with contextlib.ExitStack() as stack:
            if arguments.out is None:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            else:
                folder = arguments.out
                folder.mkdir(parents=True, exist_ok=True)
            rows = [measure(pipeline, genre, arguments.duration, folder) for genre in arguments.genres]
    finally:
        pipeline.close()
    print_rows(Console(width=165), rows)


if __name__ == "__main__":
    main()
