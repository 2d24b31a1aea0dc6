"""The kept result: one finished take."""

from __future__ import annotations

from dataclasses import dataclass

from songwright.song.files import SongFiles
from songwright.song.plan import SongPlan
from songwright.song.timeline import Timeline


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
