"""Reading a sound between its samples."""

from __future__ import annotations

import numpy as np
import pytest

from songwright.synth.interpolation import hermite, linear

pytestmark = pytest.mark.fast


def test_hermite_follows_a_parabola_exactly():
    """Between inner samples a quadratic curve is met everywhere."""
    at = np.arange(10.0)
    places = np.array([1.0, 1.25, 4.5, 7.999])
    assert hermite((0.1 * at**2 - at).astype(np.float32), places) == pytest.approx(
        0.1 * places**2 - places, abs=1e-5
    )


def test_hermite_holds_the_ends():
    """Beyond the last sample the sound stays as it is; at the first nothing is read before it."""
    sound = np.array([100, 200, 300], np.int16)
    assert hermite(sound, np.array([0.0, 2.0, 5.5])).tolist() == [100.0, 300.0, 300.0]


def test_linear_meets_the_middle():
    """Half-way between two samples lies their mean."""
    sound = np.array([0.0, 1.0, -1.0], np.float32)
    assert linear(sound, np.array([0.5, 1.0, 1.75], np.float32)).tolist() == [0.5, 1.0, -0.5]
