import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.audio.clip import SAMPLE_RATE
from songwright.synth.envelopes import times
from songwright.synth.oscillators import (
    ENVELOPE_STEP,
    HIGHEST_HZ,
    cycles,
    glide,
    harmonics,
    modes,
    noise,
    ring,
    scan,
    sine,
    steady,
    sweep,
    together,
)
from tests.synth.hearing import band_db, spectrum

pytestmark = pytest.mark.fast


@settings(max_examples=30, deadline=None)
@given(st.floats(20.0, 15_000.0), st.floats(0.0, 60.0), st.integers(1, 70_000))
def test_a_mode_is_a_decaying_sine(hz, rate, frames):
    """The block-wise product equals the formula to -90 dB, for any length."""
    sound = ring(modes(np.array([hz]), rate, np.array([0.7])), frames)[0]
    t = np.arange(frames) / SAMPLE_RATE
    assert sound.shape == (frames,)
    assert np.allclose(sound, 0.7 * np.exp(-rate * t) * np.sin(2 * np.pi * hz * t), atol=3e-5)


def test_modes_beyond_hearing_are_left_out():
    """What would fold back is never made."""
    bank = modes(np.array([5.0, 440.0, 23_000.0, 40_000.0]), 0.0, np.ones(4))
    assert list(bank.hz) == [440.0]


def test_banks_join_and_mono_fills_both_sides():
    """A mono bank beside a stereo bank sounds left and right."""
    both = together(
        modes(np.array([100.0]), 0.0, np.ones(1)), modes(np.array([200.0]), 0.0, np.array([[1.0], [0.0]]))
    )
    assert both.gain.tolist() == [[1.0, 1.0], [1.0, 0.0]]
    assert ring(both, 1000).shape == (2, 1000)


def test_a_silent_bank_rings_silently():
    """No modes, no sound, no error."""
    assert not ring(modes(np.array([]), 0.0, np.array([])), 1000).any()


def test_a_sweep_follows_its_levels():
    """Levels are joined by straight lines."""
    frames = 20 * ENVELOPE_STEP
    levels = np.linspace(0.0, 1.0, 21)[:, None]
    sound = sweep(np.array([1000.0]), levels, np.zeros(1), frames)[0]
    t = np.arange(frames)
    assert np.allclose(sound, t / frames * np.sin(2 * np.pi * 1000 * t / SAMPLE_RATE), atol=1e-3)


@settings(max_examples=20, deadline=None)
@given(st.floats(25.0, 5_000.0))
def test_a_scanned_saw_does_not_alias(hz):
    """Between the harmonics of a saw there is next to nothing."""
    number = harmonics(hz)
    sound = scan(cycles((1.0 / number)[None]), steady(hz, SAMPLE_RATE))[0]
    power, bins = spectrum(sound)
    distance = np.abs(bins / hz - np.round(bins / hz)) * hz
    stray = power[(distance > min(8.0, hz / 3.0)) & (bins > 30.0)].sum()
    assert 10 * np.log10(stray / power.sum()) < -55
    assert band_db(sound, HIGHEST_HZ + 100, 24_000) < -60


def test_scanning_blends_neighbouring_tables():
    """Half way between a loud and a silent cycle is half as loud."""
    tables = cycles(np.array([[1.0], [0.0]]))
    phase = steady(440.0, 4800)
    half = scan(tables, phase, np.full(4800, 0.5, np.float32))
    assert np.allclose(half, 0.5 * scan(tables, phase), atol=1e-5)
    assert np.allclose(scan(tables, phase, np.ones(4800, np.float32)), 0.0, atol=1e-6)


def test_a_glide_reaches_its_interval():
    """1200 cents up is an octave up."""
    frames = SAMPLE_RATE
    octave = sine(glide(440.0, np.full(len(times(frames)), 1200.0), frames))
    power, hz = spectrum(octave)
    assert hz[power.argmax()] == pytest.approx(880.0, abs=0.1)


def test_a_steady_phase_does_not_drift():
    """After ten minutes a 32-bit phase is still within a hundredth of a turn of the true one."""
    frames = 600 * SAMPLE_RATE
    step = np.uint32(round(440.0 / SAMPLE_RATE * 2**32))
    last = int(step) * (frames - 1) % 2**32 / 2**32
    assert last == pytest.approx((440.0 * (frames - 1) / SAMPLE_RATE) % 1.0, abs=0.01)
    assert np.array_equal(steady(440.0, 3)[:2], np.array([0, step], np.uint32))


def test_noise_is_white_and_of_level_one():
    """Gaussian noise of RMS 1, the same for the same generator."""
    first = noise(SAMPLE_RATE, np.random.default_rng(1))
    assert np.array_equal(first, noise(SAMPLE_RATE, np.random.default_rng(1)))
    assert np.std(first) == pytest.approx(1.0, abs=0.02)
