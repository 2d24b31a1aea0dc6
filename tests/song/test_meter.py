"""Meters in the forms that users and wires write."""

import pytest

from songwright.errors import InvalidValue
from songwright.song.meter import Meter, parse_meter

pytestmark = pytest.mark.fast


@pytest.mark.parametrize("meter", list(Meter))
def test_a_meter_reads_from_number_string_and_signature(meter: Meter):
    """4, "4" and "4/4" are one meter."""
    assert parse_meter(int(meter.value)) is parse_meter(meter.value) is parse_meter(meter.signature) is meter


@pytest.mark.parametrize("value", [5, "7/8", "", "four", None, 4.5])
def test_other_meters_are_refused(value: object):
    """The message says which are allowed."""
    with pytest.raises(InvalidValue, match=r"^time_signature: .*2, 3, 4 or 6"):
        parse_meter(value)


def test_a_bar_of_six_eighths_is_two_dotted_quarters():
    """A beat is a quarter note, as in MIDI."""
    assert Meter.SIX.bar_beats == 3.0
    assert Meter.SIX.pulse_beats == 1.5
