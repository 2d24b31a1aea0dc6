"""Tells about finished songs: as tables for people, as JSON for programs. It knows nothing of rendering."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from songwright.cli.options import shown_path
from songwright.song.files import DOCUMENTS
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan, plan_to_json
from songwright.song.song import Song
from songwright.song.timeline import Timeline

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_UNBROKEN = 10_000  # columns when the output is no terminal: whoever reads it there wants whole paths

_MEANINGS = {
    "midi": "the score as MIDI",
    "lrc": "lyrics, every word timed",
    "plan": "everything that was decided",
    "timeline": "sections, bars, beats, chords and words in seconds",
    "picture": "what the song looks like",
}


def print_json(songs: list[Song]) -> None:
    """One JSON object on standard output: for each song its files, measurements and plan."""
    print(json.dumps({"songs": [_song_to_json(song) for song in songs]}, ensure_ascii=False, indent=2))


def print_report(songs: list[Song]) -> None:
    """Files, plan, decisions and measurements of each song, on standard output."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _UNBROKEN
    console = Console(width=width, markup=False, highlight=False, emoji=False)
    for song in songs:
        _print_song(console, song)
    if len(songs) > 1:
        console.print(_rows("Songs", ((shown_path(s.files.audio), f"seed {s.plan.seed}") for s in songs)))


def _print_song(console: Console, song: Song) -> None:
    plan, files = song.plan, song.files
    console.print(f"{shown_path(files.audio)}  {_size(files.audio)}", style="bold", soft_wrap=True)
    tables = [_rows("Plan", _plan_rows(plan)), _sections(plan, song.timeline)]
    if plan.decisions:
        decisions = _table("What was decided, and why", "what", "chosen", "because")
        for decision in plan.decisions:
            decisions.add_row(decision.field, decision.value, decision.reason)
        tables.append(decisions)
    tables += [_rows("Beside the song", _beside_rows(song)), _rows("Measured", _measured_rows(song))]
    for table in tables:
        console.print()
        console.print(table)


def _plan_rows(plan: SongPlan) -> Iterable[tuple[str, str]]:
    yield "title", plan.title
    yield "genre", plan.genre + (f" ({', '.join(plan.moods)})" if plan.moods else "")
    yield "tempo", f"{plan.bpm} bpm"
    yield "key", plan.key.name
    yield "meter", plan.meter.signature
    yield "duration", f"{_clock(plan.duration_s)} ({plan.bars} bars)"
    yield "voice", plan.voice or "none, instrumental"
    if plan.voice:
        yield "language", plan.vocal_language
    instruments = (plan.instrument(role) for role in plan.instruments)
    yield "instruments", ", ".join(each.label for each in instruments if each is not None)
    yield "seed", str(plan.seed)


def _sections(plan: SongPlan, timeline: Timeline) -> Table:
    table = _table("Sections", "section", "bars", "time", "energy", "lines")
    for section, span in zip(plan.sections, timeline.sections, strict=False):
        is_silent = section.kind is SectionKind.SILENCE
        energy = "" if is_silent else "█" * max(1, round(section.energy * 10))
        time = f"{_clock(span.start_s)}–{_clock(span.end_s)}"
        table.add_row(section.title, str(section.bars), time, energy, str(len(section.lines) or ""))
    return table


def _beside_rows(song: Song) -> Iterable[tuple[str, str]]:
    files = song.files
    if files.stems:
        folder = next(iter(files.stems.values())).parent
        names = ", ".join(path.stem for path in files.stems.values())
        yield f"{shown_path(folder)}/", f"{_size(*files.stems.values())}, stems: {names}"
    for name, path in files.documents.items():
        yield shown_path(path), f"{_size(path)}, {_MEANINGS[name]}"


def _measured_rows(song: Song) -> Iterable[tuple[str, str]]:
    yield "loudness", f"{song.loudness_lufs:.1f} LUFS"
    yield "true peak", f"{song.true_peak_dbtp:.1f} dBTP"
    speed = song.plan.duration_s / max(song.seconds_taken, 1e-3)
    yield "time taken", f"{song.seconds_taken:.1f} s, {speed:.1f} times as fast as it plays"


def _rows(title: str, rows: Iterable[tuple[str, str]]) -> Table:
    table = _table(title, "", "")
    table.show_header = False
    table.box = None
    table.padding = (0, 2)
    for row in rows:
        table.add_row(*row)
    return table


def _table(title: str, *columns: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", title_style="bold cyan", box=SIMPLE_HEAD)
    for place, column in enumerate(columns):
        table.add_column(column, style="bold" if place == 0 else "", overflow="fold")
    return table


def _song_to_json(song: Song) -> dict[str, Any]:
    files = song.files
    return {
        "title": song.plan.title,
        "duration_s": song.plan.duration_s,
        "seed": song.plan.seed,
        "files": {
            "audio": str(files.audio),
            **dict.fromkeys(DOCUMENTS),
            **{name: str(path) for name, path in files.documents.items()},
            "stems": {name: str(path) for name, path in files.stems.items()},
        },
        "loudness_lufs": _finite(song.loudness_lufs),
        "true_peak_dbtp": _finite(song.true_peak_dbtp),
        "seconds_taken": round(song.seconds_taken, 3),
        "plan": plan_to_json(song.plan),
    }


def _finite(level_db: float) -> float | None:
    """A level rounded for JSON, which has no infinity: null is silence."""
    return round(level_db, 2) if math.isfinite(level_db) else None


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _size(*paths: Path) -> str:
    size = sum(path.stat().st_size for path in paths)
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.1f} kB"
