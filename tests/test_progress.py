"""How far the work is, and whether it should stop."""

import pytest

from songwright.errors import JobCancelled
from songwright.progress import Progress, Step

pytestmark = pytest.mark.fast


def test_parts_map_into_the_whole():
    """A part's fractions lie within its share of the whole, however deep."""
    steps: list[Step] = []
    progress = Progress(steps.append)
    progress.part(0.5, 1.0).part(0.0, 0.5).report("singing", 0.5)
    progress.report("done", 7.0)
    assert [(step.stage, step.fraction) for step in steps] == [("singing", 0.625), ("done", 1.0)]


def test_a_cancelled_piece_of_work_stops_at_its_next_report():
    """The report is not sent on."""
    steps: list[Step] = []
    with pytest.raises(JobCancelled):
        Progress(steps.append, lambda: True).part(0, 1).report("singing", 0.5)
    assert steps == []
