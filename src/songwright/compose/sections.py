"""A section of the form as the finished score names it. It holds no rules."""

from __future__ import annotations

from songwright.compose.form import Passage
from songwright.song.score import ScoreSection


def score_section(passage: Passage) -> ScoreSection:
    """Where a planned section lies in the score, and what later readers need to know of it."""
    planned = passage.section
    return ScoreSection(
        planned.kind,
        planned.title,
        passage.start_bar,
        planned.bars,
        planned.energy,
        planned.fade_out,
        planned.swell,
        planned.transpose,
    )
