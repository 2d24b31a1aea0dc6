"""Puts the parts together: the only file that names concrete adapters."""

from __future__ import annotations

from songwright.engine.studio import StudioEngine
from songwright.pipeline import Pipeline
from songwright.planner.rules import RulesPlanner
from songwright.settings import Settings
from songwright.sing.pronounce import Pronouncer


def build_pipeline(settings: Settings) -> Pipeline:
    """The pipeline of one process: rules planner and studio engine.

    Raises:
        InvalidValue: the SoundFont cannot be read.
    """
    pronounce = Pronouncer()
    engine = StudioEngine(pronounce, settings.workers, settings.soundfont)
    planner = RulesPlanner(pronounce, engine.name, engine.model)
    return Pipeline(planner, engine, settings.keep_stems)
