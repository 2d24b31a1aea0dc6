"""Speed, memory and first sound of the studio engine: sung songs of some lengths on one and two workers.

Run it with `.venv/bin/python benchmarks/studio.py`. Each song is made by a process of its own, whose
whole tree of processes is watched from outside. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from songwright.cli.environment import read_settings
from songwright.progress import Progress, Step
from songwright.song.request import AudioFormat, SongRequest
from songwright.wiring import build_pipeline

PROMPT = "bright indie pop, warm female voice, acoustic guitar, hopeful, 112 bpm, C major"
METAL = "heavy metal, male voice, distorted guitars, 150 bpm, E minor"
PROMPTS = {"pop": PROMPT, "metal": METAL}
FIRST_HALF = """[Verse 1]
Coffee on the windowsill
The street is waking slow
A paper boat, a little hill
And everywhere to go

[Chorus]
Carry me over the morning light
(over the morning light)
Carry me home on a song tonight
"""
SECOND_HALF = """
[Verse 2]
Every corner hums a tune
The bakery is warm
We will be there in the afternoon
Ahead of any storm

[Chorus]
Carry me over the morning light
(over the morning light)
Carry me home on a song tonight
"""
SHORT_S = 45.0  # songs shorter than this sing the first half only
SEED = 11
LENGTHS_S = (30.0, 60.0, 180.0, 600.0)
WORKERS = (2, 1)
GOAL_SPEED = 0.15  # seconds of work per second of song, at GOAL_LENGTH_S on two workers
GOAL_MEMORY_MB = {180.0: 600, 600.0: 1000}  # by length, on two workers
GOAL_LENGTH_S = 180.0
GOAL_FIRST_S = 3.0  # from the start of the command to its first audible second
_SAMPLE_S = 0.1
_AUDIBLE = 10 ** (-60 / 20)
_WINDOW = 480  # frames; 10 ms


@dataclass(frozen=True, slots=True)
class Made:
    """What the process that made a song says of it.

    Attributes:
        render_s: wall time from the plan to the kept files.
        total_s: wall time of the process's work, with imports, planning and starting the workers.
        stages: wall time by stage, seconds.
    """

    render_s: float
    total_s: float
    stages: dict[str, float]


@dataclass(frozen=True, slots=True)
class Run:
    """One line of the table.

    Attributes:
        style: key of `PROMPTS`.
        duration_s: of the song.
        workers: processes that rendered it.
        made: what the process said.
        pss_mb: highest sum over the tree of processes, 10^6 bytes, shared memory counted once.
        rss_mb: the same with shared memory counted in each process.
        cpu_s: processor time of the tree, which other work on the machine hardly changes.
        load: load average of the machine during the last minute; above its cores the wall times are too long.
    """

    style: str
    duration_s: float
    workers: int
    made: Made
    pss_mb: float
    rss_mb: float
    cpu_s: float
    load: float


def make_song(style: str, duration_s: float, workers: int, started: float) -> Made:
    """Make one song in this process and throw it away."""
    stages: dict[str, float] = {}
    now = time.monotonic()
    current = "starting"

    def listen(step: Step) -> None:
        nonlocal now, current
        moment = time.monotonic()
        stages[current] = stages.get(current, 0.0) + moment - now
        now, current = moment, step.stage

    pipeline = build_pipeline(read_settings(workers=workers))
    lyrics = FIRST_HALF if duration_s < SHORT_S else FIRST_HALF + SECOND_HALF
    request = SongRequest(
        PROMPTS[style], lyrics, duration_s=duration_s, seed=SEED, audio_format=AudioFormat.MP3
    )
    try:
        with tempfile.TemporaryDirectory() as folder:
            song = pipeline.make(request, Path(folder), Progress(listen), "song")[0]
    finally:
        pipeline.close()
    return Made(song.seconds_taken, time.time() - started, stages)


def first_audible_s(style: str, duration_s: float) -> float:
    """Seconds from the start of the command until a listener has its first second that is not silent."""
    command = [
        sys.executable,
        "-m",
        "songwright",
        "make",
        PROMPTS[style],
        "--lyrics",
        FIRST_HALF + SECOND_HALF,
    ]
    with tempfile.TemporaryDirectory() as folder:
        command += ["--duration", f"{duration_s:g}", "--seed", f"{SEED}", "--stream", "-", "--json"]
        started = time.monotonic()
        with subprocess.Popen(
            [*command, "-o", f"{folder}/song.mp3"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as child:
            assert child.stdout is not None
            child.stdout.read(44)  # the wav header
            windows = 0
            while windows < 100 and (data := child.stdout.read(4 * _WINDOW)):
                windows += np.abs(np.frombuffer(data, "<i2")).max() > _AUDIBLE * 32_768
            heard_s = time.monotonic() - started
            child.terminate()
            child.stdout.read()
    return heard_s


def watch_run(style: str, duration_s: float, workers: int) -> Run:
    """Make one song in a process of its own and watch its memory."""
    command = [sys.executable, __file__, "--one", style, f"{duration_s:g}", f"{workers}", f"{time.time()}"]
    before = _cpu_of_children()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        peaks = [0.0, 0.0]
        watcher = threading.Thread(target=_follow, args=(child, peaks))
        watcher.start()
        output, _ = child.communicate()
        watcher.join()
    if child.returncode:
        sys.exit(f"the song of {duration_s:g} s on {workers} workers failed")
    cpu_s = _cpu_of_children() - before
    made = Made(**json.loads(output))
    return Run(style, duration_s, workers, made, peaks[0], peaks[1], cpu_s, os.getloadavg()[0])


def _cpu_of_children() -> float:
    """Processor time in seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _follow(child: subprocess.Popen[str], peaks: list[float]) -> None:
    while child.poll() is None:
        tree = list(_tree(child.pid))
        for place, sizes in enumerate((map(_pss_kb, tree), map(_rss_kb, tree))):
            peaks[place] = max(peaks[place], sum(sizes) * 1024 / 1e6)
        time.sleep(_SAMPLE_S)


def _tree(pid: int) -> Iterator[int]:
    """A process and all that it has started."""
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return  # it has ended meanwhile


def _pss_kb(pid: int) -> int:
    """Proportional set size: memory that several processes share is counted once in all."""
    return _kilobytes(Path(f"/proc/{pid}/smaps_rollup"), "Pss:")


def _rss_kb(pid: int) -> int:
    return _kilobytes(Path(f"/proc/{pid}/status"), "VmRSS:")


def _kilobytes(path: Path, field: str) -> int:
    try:
        return next(int(row.split()[1]) for row in path.read_text().splitlines() if row.startswith(field))
    except (OSError, StopIteration):
        return 0  # it has ended meanwhile


def print_runs(console: Console, runs: list[Run]) -> None:
    """Speed and memory, and which goals are met."""
    table = Table(
        "song", "workers", "render", "per s of song", "goal", "CPU per s", "load", "PSS", "RSS", "goal"
    )
    for run in runs:
        speed = run.made.render_s / run.duration_s
        speed_goal, memory_goal = "", ""
        if run.duration_s == GOAL_LENGTH_S and run.workers == WORKERS[0]:
            speed_goal = _verdict(speed <= GOAL_SPEED, f"≤ {GOAL_SPEED}")
        most_mb = GOAL_MEMORY_MB.get(run.duration_s)
        if most_mb is not None and run.workers == WORKERS[0]:
            memory_goal = _verdict(run.pss_mb <= most_mb, f"≤ {most_mb} MB")
        seconds = f"{run.made.render_s:.1f} s ({run.made.total_s:.1f} s in all)"
        sizes = (f"{run.pss_mb:.0f} MB", f"{run.rss_mb:.0f} MB")
        work = (f"{run.cpu_s / run.duration_s:.3f}", f"{run.load:.1f}")
        row = (f"{run.style}, {run.duration_s:g} s", str(run.workers), seconds, f"{speed:.3f}", speed_goal)
        table.add_row(*row, *work, *sizes, memory_goal)
    console.print(table)


def print_stages(console: Console, runs: list[Run]) -> None:
    """Where the time goes: while a stage was the one waited for, in seconds."""
    names = {name: None for run in runs for name in run.made.stages}
    table = Table("stage", *(f"{run.style}, {run.duration_s:g} s, {run.workers} w" for run in runs))
    for name in names:
        table.add_row(name, *(f"{run.made.stages.get(name, 0.0):.2f}" for run in runs))
    console.print(table)


def _verdict(met: bool, goal: str) -> str:
    return f"{goal}: {'met' if met else 'MISSED'}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lengths", nargs="+", type=float, default=LENGTHS_S, metavar="SECONDS")
    parser.add_argument("--workers", nargs="+", type=int, default=WORKERS, metavar="N")
    parser.add_argument("--styles", nargs="+", choices=PROMPTS, default=list(PROMPTS), metavar="STYLE")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        style, duration_s, workers, started = arguments.one
        print(json.dumps(asdict(make_song(style, float(duration_s), int(workers), float(started)))))
        return
    console = Console(width=150)
    for style in arguments.styles:
        heard_s = first_audible_s(style, GOAL_LENGTH_S)
        goal = _verdict(heard_s <= GOAL_FIRST_S, f"≤ {GOAL_FIRST_S:g} s")
        console.print(f"{style}: first audible second after {heard_s:.2f} s, {goal}")
    runs = [
        watch_run(style, length, workers)
        for style in arguments.styles
        for length in arguments.lengths
        for workers in arguments.workers
    ]
    print_runs(console, runs)
    print_stages(console, runs)


if __name__ == "__main__":
    main()
