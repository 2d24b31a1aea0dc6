"""Puts the parts together: the only file that names concrete adapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from songwright.engine.pool import RenderPool
from songwright.settings import Settings

if TYPE_CHECKING:
    from songwright.pipeline import Pipeline


def build_pipeline(settings: Settings) -> Pipeline:
    """The pipeline of one process: rules planner and studio engine.

    Raises:
        InvalidValue: the SoundFont cannot be read.
    """
    pool = RenderPool(settings.workers)
    pool.warm_up()  # the workers load their libraries while this process loads its own
    from songwright.engine.studio import StudioEngine
    from songwright.pipeline import Pipeline
    from songwright.planner.rules import RulesPlanner
    from songwright.sing.pronounce import Pronouncer

    pronounce = Pronouncer()
    engine = StudioEngine(pronounce, pool, settings.soundfont)
    planner = RulesPlanner(pronounce, engine.name, engine.model)
    return Pipeline(planner, engine, settings.keep_stems)
