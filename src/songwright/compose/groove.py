"""A drum groove: its rows in 4/4 and the family that gives its 3/4 and 6/8. It holds no data."""

from __future__ import annotations

from dataclasses import dataclass

from songwright.compose.drum_names import Rows
from songwright.compose.grooves_triple import COMPOUND, WALTZ
from songwright.song.meter import Meter

_TWO_FOUR_SLOTS = 8


@dataclass(frozen=True, slots=True)
class Groove:
    """A drum pattern for 4/4 and the family whose rows play it in 3/4 and 6/8."""

    family: str
    rows: Rows

    def rows_in(self, meter: Meter) -> Rows:
        """The rows of one or two bars in a meter; 2/4 plays the first half of a 4/4 bar."""
        if meter is Meter.FOUR:
            return self.rows
        if meter is Meter.TWO:
            return tuple((drum, row.replace(" ", "")[:_TWO_FOUR_SLOTS]) for drum, row in self.rows)
        return (WALTZ if meter is Meter.THREE else COMPOUND)[self.family]
