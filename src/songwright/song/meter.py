"""Meters: 2/4, 3/4, 4/4 and 6/8. A beat is a quarter note everywhere, as in MIDI."""

from __future__ import annotations

from enum import StrEnum

from songwright.errors import InvalidValue

METER_HELP = "2, 3, 4 or 6, also written 2/4, 3/4, 4/4 or 6/8"
_BAR_BEATS = {"2": 2.0, "3": 3.0, "4": 4.0, "6": 3.0}


class Meter(StrEnum):
    """A time signature; its value is the wire form of ACE-Step, the upper number alone."""

    TWO = "2"
    THREE = "3"
    FOUR = "4"
    SIX = "6"

    @property
    def bar_beats(self) -> float:
        """Length of a bar in quarter notes: a 6/8 bar is three."""
        return _BAR_BEATS[self.value]

    @property
    def pulse_beats(self) -> float:
        """Length of the felt pulse in quarter notes: a dotted quarter in 6/8, else a quarter."""
        return 1.5 if self is Meter.SIX else 1.0

    @property
    def signature(self) -> str:
        """As written in a score: "4/4"."""
        return {"2": "2/4", "3": "3/4", "4": "4/4", "6": "6/8"}[self.value]


def parse_meter(value: object) -> Meter:
    """Read a meter from 4, "4" or "4/4".

    Raises:
        InvalidValue: anything else.
    """
    text = str(value).strip()
    for meter in Meter:
        if text in (meter.value, meter.signature):
            return meter
    raise InvalidValue("time_signature", value, METER_HELP)
