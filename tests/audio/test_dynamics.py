"""Compressor and limiter keep their promises on real samples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import lfilter

from songwright.audio.dynamics import (
    LIMITER_HOP,
    Compression,
    apply_gain,
    compressor_gain_db,
    factor,
    limiter_gain_db,
    one_pole,
    released,
)
from songwright.audio.loudness import HOP, hop_power, true_peaks
from tests.audio.signals import coloured_noise, sine

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("over_db", "ratio", "expected"), [(12.0, 2.0, -6.0), (12.0, 4.0, -9.0), (-12.0, 4.0, 0.0)]
)
def test_compressor_follows_its_static_curve(over_db: float, ratio: float, expected: float):
    """A steady tone settles at the gain that threshold and ratio define."""
    power = hop_power(sine(1000.0, 2.0).samples)  # two channels of power 1/2: 0 dB
    gain = compressor_gain_db(power, Compression(-over_db, ratio))
    assert gain[-1] == pytest.approx(expected, abs=0.1)


def test_compressor_takes_its_times():
    """63 % of the reduction come within the attack, and 10 dB go within the release."""
    power = np.concatenate([np.full(500, 1e-6), np.full(1000, 1.0), np.full(1500, 1e-6)])
    settings = Compression(-20.0, 1e6, attack_s=0.020, release_s=0.300, window_s=0.001)
    gain = compressor_gain_db(power, settings)
    assert gain[499] == pytest.approx(0.0, abs=0.1)
    assert gain[500 + 20] == pytest.approx(-20.0 * 0.63, abs=1.0)
    assert gain[1499] == pytest.approx(-20.0, abs=0.1)
    assert gain[1500 + 300 + 20] == pytest.approx(-10.0, abs=1.0)
    assert gain[-1] == pytest.approx(0.0, abs=0.1)


@given(st.lists(st.floats(0.0, 30.0), min_size=1, max_size=50), st.floats(0.1, 5.0))
def test_release_is_a_running_maximum_with_a_slope(values: list[float], fall: float):
    """The array formula equals the loop that it replaces."""
    state, expected = 0.0, []
    for index, value in enumerate(values):
        state = value if index == 0 else max(value, state - fall)
        expected.append(state)
    assert released(np.array(values), fall) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(gain_db=st.floats(0.0, 24.0), ceiling_db=st.floats(-12.0, -0.5), seed=st.integers(0, 1000))
def test_limiter_never_lets_a_peak_through(gain_db: float, ceiling_db: float, seed: int):
    """Whatever the gain, no sample is above the ceiling, and what is below it is left alone."""
    samples = coloured_noise(0.4, seed)
    samples[:, 9000:9003] = 1.0
    peaks = true_peaks(samples, LIMITER_HOP)
    curve = limiter_gain_db(peaks, gain_db, ceiling_db)
    assert curve.max() <= 0.0
    limited = apply_gain(samples, factor(curve + gain_db), LIMITER_HOP)
    assert np.abs(limited).max() <= 10 ** (ceiling_db / 20) * 1.0001
    assert not limiter_gain_db(peaks, 0.0, 20.0).any()


def test_limiter_looks_ahead_without_a_jump():
    """The gain is down before the peak comes and moves by less than 2 dB per third of a millisecond."""
    peaks = np.full(3000, 0.1)
    peaks[1500] = 4.0
    curve = limiter_gain_db(peaks, 0.0, 0.0)
    assert curve[1500] <= -12.0
    assert curve[1480] == 0.0
    assert np.abs(np.diff(curve)).max() < 2.0


def test_gain_curve_runs_in_straight_lines():
    """A ramp of gains gives a ramp of samples, in the last incomplete hop too."""
    ones = np.ones((2, 10 * HOP - 7), np.float32)
    shaped = apply_gain(ones, np.linspace(0.0, 9.0, 10), HOP)
    middle = shaped[0, HOP:-HOP]
    assert np.allclose(np.diff(middle), 1.0 / HOP, atol=1e-4)
    assert shaped.shape == ones.shape


@pytest.mark.parametrize("frames", [1, 63, 64, 65, 1000])
@pytest.mark.parametrize("hops", [0.5, 20.0, 3000.0])
def test_smoothing_is_a_one_pole_low_pass(frames: int, hops: float):
    """The same as scipy's recursive filter at rest at the first value, whatever the number of hops."""
    curve = np.random.default_rng(frames).standard_normal(frames)
    pole = np.exp(-1.0 / hops)
    expected, _ = lfilter([1.0 - pole], [1.0, -pole], curve, zi=[pole * curve[0]])
    assert np.allclose(one_pole(curve, hops), expected, atol=1e-12)
