"""Equaliser bands do what their numbers say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.audio.filters import (
    StreamingFilter,
    equalise,
    high_pass,
    high_shelf,
    low_pass,
    low_shelf,
    peak,
    response_db,
    sections,
)
from tests.audio.signals import coloured_noise

pytestmark = pytest.mark.fast


@given(hz=st.floats(30.0, 15_000.0), gain_db=st.floats(-15.0, 15.0), q=st.floats(0.3, 4.0))
def test_peak_has_its_gain_at_its_centre(hz: float, gain_db: float, q: float):
    """At the centre the bell gives exactly its gain, far away nothing."""
    at_centre, at_dc = response_db((peak(hz, gain_db, q),), (hz, 0.01))
    assert at_centre == pytest.approx(gain_db, abs=0.01)
    assert at_dc == pytest.approx(0.0, abs=0.05)


@given(hz=st.floats(100.0, 8_000.0), gain_db=st.floats(-12.0, 12.0))
def test_shelves_lift_one_side_only(hz: float, gain_db: float):
    """A shelf has its gain on its side, half of it in the middle and none on the other."""
    low = response_db((low_shelf(hz, gain_db),), (1.0, hz, 23_990.0))
    high = response_db((high_shelf(hz, gain_db),), (1.0, hz, 23_990.0))
    assert low == pytest.approx([gain_db, gain_db / 2, 0.0], abs=0.1)
    assert high == pytest.approx([0.0, gain_db / 2, gain_db], abs=0.1)


@given(hz=st.floats(50.0, 6_000.0))
def test_pass_filters_are_3_db_down_at_their_edge(hz: float):
    """And 12 dB per octave beyond it."""
    for band, beyond in ((high_pass(hz), hz / 4), (low_pass(hz), hz * 3.9)):
        edge, far = response_db((band,), (hz, min(beyond, 23_000.0)))
        assert edge == pytest.approx(-3.01, abs=0.02)
        assert far < -22.0


def test_blocks_make_no_difference():
    """Filtering block by block gives what filtering at once gives, also in place."""
    samples = coloured_noise(2.0)
    bands = (high_pass(100.0), peak(1000.0, 4.0))
    whole = StreamingFilter(bands, 2).process(samples)
    assert np.abs(equalise(samples, bands) - whole).max() < 1e-6
    in_place = samples.copy()
    equalise(in_place, bands, out=in_place)
    assert np.abs(in_place - whole).max() < 1e-6


def test_bands_without_effect_are_left_out():
    """A bell of 0 dB and a low-pass above hearing cost nothing."""
    assert len(sections((peak(100.0, 0.0), low_pass(30_000.0), high_pass(20.0)))) == 1
    assert np.array_equal(equalise(coloured_noise(0.1), ()), coloured_noise(0.1))
