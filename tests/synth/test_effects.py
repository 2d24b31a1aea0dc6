"""Effects measured on clicks, tones and noise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import fftconvolve

from songwright.audio.clip import SAMPLE_RATE
from songwright.audio.filters import equalise, high_pass, low_pass
from songwright.synth.effects import (
    CONVOLUTION_BLOCK,
    Convolution,
    Delay,
    Doubling,
    Space,
    Widener,
    de_ess,
    ducking_db,
    ensemble,
    impulse_response,
    saturate,
)
from tests.audio.signals import coloured_noise, likeness, rms_db, times


def decay_s(response, low_hz: float, high_hz: float) -> float:
    """Time to fall by 60 dB, from the slope of the backward-integrated energy between -5 and -25 dB."""
    band = equalise(response, (high_pass(low_hz), high_pass(low_hz), low_pass(high_hz), low_pass(high_hz)))
    energy = np.cumsum(np.sum(np.square(band, dtype=float), axis=0)[::-1])[::-1]
    level = 10 * np.log10(energy / energy[0] + 1e-20)
    start, end = int(np.argmax(level < -5)), int(np.argmax(level < -25))
    return 3.0 * (end - start) / SAMPLE_RATE


@pytest.mark.parametrize(
    ("space", "wanted"),
    [(Space.ROOM, 0.6), (Space.PLATE, 1.5), (Space.HALL, 2.4), (Space.CATHEDRAL, 4.5)],
)
def test_reverb_decays_as_asked_and_sooner_at_the_top(space: Space, wanted: float):
    """The middle of the spectrum has the wanted decay time; air takes the top away earlier."""
    response = impulse_response(space, wanted)
    middle = decay_s(response, 600.0, 2_000.0)
    assert middle == pytest.approx(wanted, rel=0.2)
    assert decay_s(response, 4_500.0, 7_500.0) < 0.95 * middle


@pytest.mark.parametrize("space", Space)
def test_rooms_are_wide_above_and_one_below(space: Space):
    """Energy 1 per side, unlike sides in the middle, like sides at the bottom, the same each time."""
    response = impulse_response(space)
    assert np.sum(np.square(response), axis=1) == pytest.approx([1.0, 1.0], abs=0.01)
    assert abs(likeness(equalise(response, (high_pass(500.0),)))) < 0.35
    low = equalise(response, (low_pass(80.0), low_pass(80.0), low_pass(80.0)))
    assert likeness(low) > 0.7
    assert np.array_equal(response, impulse_response(space))


def test_spring_chirps_upwards_late():
    """In a spring high notes arrive after low ones."""
    response = impulse_response(Space.SPRING)[:, : round(0.065 * SAMPLE_RATE)]

    def centre(low_hz: float, high_hz: float):
        band = equalise(response, (high_pass(low_hz), low_pass(high_hz)))
        energy = np.sum(np.square(band), axis=0)
        return float(np.sum(np.arange(len(energy)) * energy) / energy.sum()) / SAMPLE_RATE

    assert centre(3_000.0, 4_000.0) > centre(300.0, 800.0) + 0.005


def test_convolution_by_blocks_is_convolution():
    """The partitioned blocks give what one large transform gives, over pauses too."""
    rng = np.random.default_rng(3)
    response = rng.standard_normal((2, CONVOLUTION_BLOCK * 2 + 777)).astype(np.float32) * 0.01
    sound = rng.standard_normal(CONVOLUTION_BLOCK * 6 + 1234).astype(np.float32)
    sound[CONVOLUTION_BLOCK : 5 * CONVOLUTION_BLOCK] = 0.0
    stream = Convolution(response)
    blocks = [
        stream.process(sound[start : start + CONVOLUTION_BLOCK])
        for start in range(0, len(sound), CONVOLUTION_BLOCK)
    ]
    wet = np.concatenate(blocks, axis=1)
    whole = np.stack([fftconvolve(sound, side)[: len(sound)] for side in response])
    assert wet.shape == whole.shape
    assert np.abs(wet - whole).max() < 1e-3 * np.abs(whole).max()


def test_echoes_come_in_time_from_alternate_sides():
    """A burst comes back after each delay time, softer each time, left then right."""
    burst = np.zeros(4 * SAMPLE_RATE, np.float32)
    burst[:480] = np.sin(2 * np.pi * 1000 * np.arange(480) / SAMPLE_RATE)
    line = Delay(0.5, 0.5, echoes=4)
    blocks = [line.process(burst[start : start + 10_000]) for start in range(0, len(burst), 10_000)]
    wet = np.concatenate(blocks, axis=1)
    power = [np.sum(np.square(wet[:, n * 24_000 - 100 : n * 24_000 + 2_000]), axis=1) for n in range(1, 5)]
    assert np.sum(np.square(wet[:, :23_000])) < 1e-6
    for echo, (left, right) in enumerate(power):
        assert (left > right) == (echo % 2 == 0)
    assert np.sum(power[1]) == pytest.approx(np.sum(power[0]) / 4, rel=0.02)


def test_width_vanishes_in_mono():
    """The added side makes the sides different and leaves their sum alone."""
    mid = coloured_noise(1.0, channels=1)[0]
    side = Widener(0.012).process(mid)
    wide = np.stack([mid + side, mid - side])
    assert np.allclose(wide.sum(axis=0), 2 * mid, atol=1e-6)
    assert likeness(wide) < 0.9


def test_ensemble_is_wide_and_keeps_its_level():
    """Two wandering copies left and right are unlike each other and as loud as the sound."""
    mono = coloured_noise(3.0, channels=1)[0]
    voices = (Doubling(0.012, 0.0015, 0.3, 0.0, -0.9), Doubling(0.021, 0.0015, 0.25, 0.4, 0.9))
    wide = ensemble(mono, voices, dry=0.0)
    assert rms_db(wide) == pytest.approx(rms_db(mono), abs=1.0)
    assert likeness(equalise(wide, (high_pass(300.0),))) < 0.6
    assert np.array_equal(ensemble(mono, voices)[:, :400], np.stack([mono, mono])[:, :400])


def test_de_esser_takes_hiss_and_leaves_vowels():
    """A loud hiss is turned down by more than 3 dB, a low tone by nothing."""
    at = times(2.0)
    vowel = 0.3 * np.sin(2 * np.pi * 300 * at)
    hiss = equalise(coloured_noise(2.0, channels=1, peak=1.0), (high_pass(6_000.0),) * 3)
    hiss *= 0.2 / np.abs(hiss).max()
    only_vowel = de_ess(vowel[None].astype(np.float32), threshold_db=-45.0)
    assert rms_db(only_vowel - vowel) < rms_db(vowel) - 40.0
    quieter = rms_db(de_ess(hiss, rms_db(hiss) - 10.0)) - rms_db(hiss)
    assert -10.0 < quieter < -3.0


@given(drive=st.floats(0.5, 5.0), level=st.floats(0.001, 4.0))
def test_saturation_bends_only_what_is_loud(drive: float, level: float):
    """Soft sound passes; loud sound is rounded and never beyond full scale over drive."""
    out = saturate(np.array([[level, -level]], np.float32), drive)
    assert out[0, 0] == pytest.approx(np.tanh(level * drive) / drive, abs=0.03 / drive)
    assert out[0, 0] == -out[0, 1]
    assert out[0, 0] <= 1.0001 / drive


def test_ducking_is_down_at_the_kick_and_back_in_time():
    """Full depth at the event, nothing after the release, ramps in between."""
    curve = ducking_db([0.5, 1.0], 2000, 8.0, 0.25)
    assert curve[500:520] == pytest.approx(-8.0, abs=0.01)
    assert curve[490] == 0.0
    assert curve[800] == 0.0
    assert curve.min() == pytest.approx(-8.0)
    assert np.abs(np.diff(curve)).max() <= 2.01
    assert ducking_db([0.0, 5.0, 1.999], 2000, 8.0, 0.25).shape == (2000,)
