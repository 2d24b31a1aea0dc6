"""The port that every engine implements. It knows nothing of jobs and wire formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from songwright.audio.clip import Clip
from songwright.audio.mastering import Tone
from songwright.progress import Progress
from songwright.song.plan import SongPlan
from songwright.song.score import Score
from songwright.song.timeline import Timeline

Listen = Callable[[Clip], None]  # gets consecutive blocks of the song, while the rest is being made


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """What an engine gives back.

    Attributes:
        mix: stereo, unmastered, exactly the planned length; may be a memory map of a file in the workspace.
        stems: stereo wav files in the workspace, by name; they sum to the mix. Empty if the engine has none.
        score: the written notes, or None if the engine has none.
        timeline: where everything lies in seconds.
        tone: the spectral balance that the master leans towards, or None to leave it as it is.
    """

    mix: Clip
    stems: dict[str, Path]
    score: Score | None
    timeline: Timeline
    tone: Tone | None = None


class Engine(Protocol):
    """Turns a plan into sound."""

    @property
    def name(self) -> str:
        """The engine's identifier: "studio"."""

    @property
    def model(self) -> str:
        """The model or version that performs."""

    def perform(
        self, plan: SongPlan, workspace: Path, progress: Progress, listen: Listen | None = None
    ) -> Performance:
        """Perform a plan.

        Args:
            plan: what to perform.
            workspace: an empty folder for intermediate files and stems; it must outlive the performance.
            progress: told about each stage; raises `JobCancelled` to stop.
            listen: gets the song block after block, [2, frames] each, as soon as it is rendered, at about the
                loudness of the master. The performance does not depend on whether anybody listens.
        Raises:
            EngineError: it could not be done.
            StoreError: there is no room for intermediate files.
        """

    def close(self) -> None:
        """Give back processes and memory; the engine is not used again."""
