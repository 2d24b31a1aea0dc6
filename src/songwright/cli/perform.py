"""Renders plans with progress, streaming and stopping, and tells about the songs.

It knows nothing of command-line options.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from songwright.cli.interrupt import stoppable
from songwright.cli.report import print_json, print_report
from songwright.cli.stream import streaming
from songwright.cli.target import Target
from songwright.cli.watch import watch

if TYPE_CHECKING:
    from songwright.pipeline import Pipeline
    from songwright.song.plan import SongPlan


@dataclass(frozen=True, slots=True)
class Manner:
    """How to render and to tell.

    Attributes:
        changed: settings that options change, by name.
        stream: where a preview goes while the song is made, or None.
        as_json: tell as JSON.
    """

    changed: dict[str, Any]
    stream: str | None
    as_json: bool


def perform(find_plans: Callable[[Pipeline], list[SongPlan]], target: Target, manner: Manner) -> None:
    """Render the plans that a pipeline gives to a target, and tell about the songs."""
    target.check()
    with streaming(manner.stream) as listen:
        with stoppable() as asked, watch(manner.as_json, asked) as progress:
            pipeline = open_pipeline(manner.changed)
            try:
                plans = find_plans(pipeline)
                bases = target.bases(plans[0].title, len(plans))
                songs = pipeline.render_takes(plans, bases, progress, listen)
            finally:
                pipeline.close()
        (print_json if manner.as_json else print_report)(songs)


def open_pipeline(changed: dict[str, Any]) -> Pipeline:
    """The pipeline with changed settings; it must be closed."""
    # numpy, scipy and the pronunciation take a second to import, which --help should not pay
    from songwright.cli.environment import read_settings
    from songwright.wiring import build_pipeline

    return build_pipeline(read_settings(**changed))
