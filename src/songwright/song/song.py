"""The kept result: one finished take and where its files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from songwright.song.plan import SongPlan
from songwright.song.timeline import Timeline


@dataclass(frozen=True, slots=True)
class SongFiles:
    """The files of one song.

    Attributes:
        audio: the finished song in the asked format.
        stems: one wav file per stem, by stem name; empty if the engine has none.
        midi: the score, or None if the engine has none.
        lrc: timed lyrics, or None for an instrumental.
        plan: the plan as JSON.
        timeline: sections, bars, beats, chords and words in seconds, as JSON.
        picture: waveform, sections, chords and lyrics as PNG.
    """

    audio: Path
    stems: dict[str, Path]
    midi: Path | None
    lrc: Path | None
    plan: Path
    timeline: Path
    picture: Path


@dataclass(frozen=True, slots=True)
class Song:
    """One finished take.

    Attributes:
        plan: everything that was decided.
        timeline: where everything lies in seconds.
        files: where it is kept.
        loudness_lufs: integrated loudness of the master.
        true_peak_dbtp: true peak of the master.
        seconds_taken: wall time to make it.
    """

    plan: SongPlan
    timeline: Timeline
    files: SongFiles
    loudness_lufs: float
    true_peak_dbtp: float
    seconds_taken: float
