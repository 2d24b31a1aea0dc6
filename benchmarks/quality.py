"""Every figure that can be measured of the studio's songs, over a file of requests and two seeds.

Run it from the repository: `.venv/bin/python -m benchmarks.quality`. `--out DIR` keeps the songs, a picture
of all spectrograms per seed, and the figures as JSON; `--fifty` makes fifty songs of one request instead.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import scipy.signal
from benchmarks.measures import Figure, fingerprint, gather, interval_shares, intervals, measure
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.table import Table

from songwright.audio.clip import Clip
from songwright.cli.environment import read_settings
from songwright.compose.composer import compose
from songwright.progress import Progress
from songwright.sing.pronounce import Pronouncer
from songwright.song.genre import Genre
from songwright.song.key import parse_key
from songwright.song.meter import parse_meter
from songwright.song.request import AudioFormat, SongRequest
from songwright.wiring import build_pipeline

FOLDER = Path(__file__).parent / "requests"
SEEDS = (1, 2)
FIFTY, FIFTY_S = "pop-en", 36.0
_INTERVAL_GOALS = ((0.20, 0.30), (0.40, 0.50), (0.15, 0.25), (0.05, 0.10))  # midi-sketch's targets for pop


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """One measured song; `picture` is its spectrogram in dB, [bands, frames]."""

    name: str
    seed: int
    genre: Genre
    language: str
    bpm: int
    key: str
    seconds: float
    speed: float
    figures: tuple[Figure, ...]
    steps: tuple[int, ...]
    prints: tuple[Any, ...]
    picture: NDArray[np.float32]

    @property
    def failed(self) -> list[str]:
        """The figures that miss their bound."""
        return [figure.name for figure in self.figures if figure.passed is False]


def read_requests(folder: Path) -> dict[str, SongRequest]:
    """The requests by name."""
    lyrics = tomllib.loads((folder / "lyrics.toml").read_text("utf-8"))
    rows = tomllib.loads((folder / "requests.toml").read_text("utf-8"))["request"]
    return {row["name"]: _request(row, lyrics) for row in rows}


def _request(row: dict[str, Any], lyrics: dict[str, str]) -> SongRequest:
    words = row["lyrics"]
    return SongRequest(
        caption=row["prompt"],
        lyrics=lyrics.get(words),
        instrumental=not words,
        auto_lyrics=words == "auto",
        duration_s=row.get("duration"),
        bpm=row.get("bpm"),
        key=parse_key(row["key"]) if "key" in row else None,
        meter=parse_meter(row["time_signature"]) if "time_signature" in row else None,
        audio_format=AudioFormat.WAV,
        loop=row.get("loop", False),
    )


def make_and_measure(name: str, request: SongRequest, seed: int, folder: Path) -> Result:
    """Make one song on one core and measure it."""
    pipeline = build_pipeline(read_settings(keep_stems=True, workers=1))
    try:
        (plan,) = pipeline.plan(_with_seed(request, seed))
        song = pipeline.render(plan, folder / f"{name}-{seed}", Progress())
    finally:
        pipeline.close()
    score = compose(plan, Pronouncer())
    evidence = gather(song, score)
    return Result(
        name,
        seed,
        plan.genre,
        plan.vocal_language,
        plan.bpm,
        plan.key.name,
        plan.duration_s,
        song.seconds_taken / plan.duration_s,
        tuple(measure(evidence)),
        tuple(int(step) for step in intervals(score)),
        fingerprint(score),
        spectrogram(evidence.mix),
    )


def _with_seed(request: SongRequest, seed: int) -> SongRequest:
    return replace(request, seed=seed)


def spectrogram(clip: Clip, bands: int = 96, frames: int = 240) -> NDArray[np.float32]:
    """A small spectrogram in dB: bands of equal width in octaves from 40 Hz to 20 kHz."""
    mono = clip.samples.mean(axis=0)
    hop = max(len(mono) // frames, 2048)
    _, _, spectra = scipy.signal.stft(mono, clip.sample_rate, nperseg=4096, noverlap=4096 - min(hop, 4096))
    power = np.abs(spectra) ** 2
    edges = np.geomspace(40.0, 20_000.0, bands + 1) / (clip.sample_rate / 4096)
    rows = [power[max(int(a), 1) : max(int(b), int(a) + 1, 2)].mean(axis=0) for a, b in pairwise(edges)]
    picture = 10 * np.log10(np.array(rows) + 1e-12)
    take = np.linspace(0, picture.shape[1] - 1, frames).astype(int)
    return picture[:, take].astype(np.float32)


def draw(results: Sequence[Result], path: Path) -> None:
    """All spectrograms of a seed on one sheet."""
    mpl.use("Agg")
    import matplotlib.pyplot as plt

    columns = 6
    rows = -(-len(results) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(3.2 * columns, 1.5 * rows), squeeze=False)
    for axis in axes.flat:
        axis.set_axis_off()
    for axis, result in zip(axes.flat, results, strict=False):
        top = result.picture.max()
        axis.imshow(result.picture, origin="lower", aspect="auto", cmap="magma", vmin=top - 70, vmax=top)
        axis.set_title(f"{result.name} · {result.bpm} bpm · {result.key}", fontsize=7, pad=2)
    figure.tight_layout(pad=0.3)
    figure.savefig(path, dpi=64)
    plt.close(figure)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(64).save(path, optimize=True)


def print_results(console: Console, results: Sequence[Result]) -> None:
    """The table of all songs, then how many pass each figure."""
    names = [figure.name for figure in results[0].figures]
    table = Table(
        "song", "seed", "genre", "lang", "bpm", "key", "s/s", *names, "", pad_edge=False, padding=(0, 1, 0, 0)
    )
    for result in results:
        cells = [_cell(figure) for figure in result.figures]
        verdict = "[red]fail[/]" if result.failed else "[green]pass[/]"
        table.add_row(
            result.name, str(result.seed), result.genre, result.language, str(result.bpm), result.key,
            f"{result.speed:.2f}", *cells, verdict,
        )  # fmt: skip
    console.print(table)
    for place, name in enumerate(names):
        judged = [bool(r.figures[place].passed) for r in results if r.figures[place].passed is not None]
        if judged:
            console.print(f"{name:>12}: {sum(judged)} of {len(judged)} pass")
    passed = sum(not result.failed for result in results)
    console.print(f"songs that pass everything: {passed} of {len(results)}")


def _cell(figure: Figure) -> str:
    return f"[red]{figure.shown} ✗[/]" if figure.passed is False else figure.shown


def markdown(results: Sequence[Result]) -> str:
    """The table of all songs for a page."""
    heads = ["song", "seed", "lang", "bpm", "key", *(figure.name for figure in results[0].figures)]
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for result in results:
        cells = [f"**{f.shown} ✗**" if f.passed is False else f.shown for f in result.figures]
        first = [result.name, str(result.seed), result.language, str(result.bpm), result.key]
        lines.append(f"| {' | '.join([*first, *cells])} |")
    return "\n".join(lines) + "\n"


def print_intervals(console: Console, results: Sequence[Result]) -> None:
    """The mix of sung intervals, by genre and over all pop songs."""
    console.print("\nsung intervals: repeated / step / third / larger, %")
    for genre in (None, *Genre):
        steps = np.array([s for r in results if genre is None or r.genre is genre for s in r.steps], np.int64)
        if len(steps) < 60:
            continue
        shares = interval_shares(steps)
        goal = all(
            low - 0.005 <= share <= high + 0.005
            for share, (low, high) in zip(shares, _INTERVAL_GOALS, strict=True)
        )
        row = " / ".join(f"{100 * share:.1f}" for share in shares)
        console.print(f"{genre or 'all':>12}: {row}  of {len(steps)} {'within the goals' if goal else ''}")


def print_variety(console: Console, results: Sequence[Result]) -> None:
    """Whether songs share drum pattern, progression and melody."""
    shared: Counter[str] = Counter()
    pairs = [(a, b) for a, b in combinations(results, 2) if a.genre is not b.genre]
    for one, other in pairs:
        for label, a, b in zip(
            ("drum pattern", "progression", "melody"), one.prints, other.prints, strict=True
        ):
            shared[label] += bool(a) and a == b
        shared["all three"] += one.prints == other.prints
    counts = ", ".join(
        f"{label} {shared[label]}" for label in ("drum pattern", "progression", "melody", "all three")
    )
    console.print(f"\nof {len(pairs)} pairs of different genre share: {counts}")
    same = sum(a.prints == b.prints for a, b in combinations(results, 2))
    console.print(f"pairs of equal songs: {same} of {len(results) * (len(results) - 1) // 2}")


def _jobs(arguments: argparse.Namespace) -> list[tuple[str, SongRequest, int]]:
    requests = read_requests(FOLDER)
    if arguments.fifty:
        short = replace(requests[FIFTY], duration_s=FIFTY_S)
        return [(FIFTY, short, seed) for seed in range(1, 51)]
    chosen = {name: requests[name] for name in arguments.only or requests}
    return [(name, request, seed) for seed in arguments.seeds for name, request in chosen.items()]


def _run(
    jobs: list[tuple[str, SongRequest, int]], folder: Path, workers: int, console: Console
) -> list[Result]:
    context = multiprocessing.get_context("spawn")
    results: dict[tuple[str, int], Result] = {}
    with ProcessPoolExecutor(workers, context) as pool:
        futures = {pool.submit(make_and_measure, *job, folder): job for job in jobs}
        for done in as_completed(futures):
            result = done.result()
            results[result.name, result.seed] = result
            note = f"missed: {', '.join(result.failed)}" if result.failed else "passed"
            console.print(
                f"{len(results):>4} of {len(jobs)}  {result.name} seed {result.seed}: {note}", style="dim"
            )
    return [results[name, seed] for name, _, seed in jobs]


def main() -> None:
    """Make all songs, measure them and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, help="keep songs, pictures and figures in this folder")
    parser.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS))
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these requests")
    parser.add_argument("--jobs", type=int, default=2, help="songs made side by side")
    parser.add_argument("--fifty", action="store_true", help=f"fifty seeds of {FIFTY}")
    arguments = parser.parse_args()
    console = Console(width=260)
    with contextlib.ExitStack() as stack:
        folder = arguments.out or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        results = _run(_jobs(arguments), folder, arguments.jobs, console)
        print_results(console, results)
        print_intervals(console, results)
        print_variety(console, results)
        if arguments.out is not None:
            for seed in dict.fromkeys(result.seed for result in results) if not arguments.fifty else ():
                draw([r for r in results if r.seed == seed], folder / f"spectrograms-{seed}.png")
            rows = [
                {"name": r.name, "seed": r.seed, "figures": [asdict(figure) for figure in r.figures]}
                for r in results
            ]
            (folder / "table.md").write_text(markdown(results), "utf-8")
            (folder / "figures.json").write_text(json.dumps(rows, indent=1), "utf-8")


if __name__ == "__main__":
    main()
