"""Spectra: peaks where the formants are, unit noise, sane phases."""

import numpy as np
import pytest

from songwright.sing import envelope
from songwright.sing.phones import Band
from songwright.sing.voices import Singer, choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import VocalPart

pytestmark = pytest.mark.fast

GRID = envelope.bin_frequencies(2048)


def singer(voice: Voice = Voice.MALE) -> Singer:
    return choose_singer(voice, VocalPart.LEAD, VocalStyle.SUNG, np.random.default_rng(0))


def test_the_response_peaks_at_the_formants():
    """Each of four well-parted formants is a local maximum within 40 Hz."""
    formants = np.array([[500, 1500, 2500, 3500]], np.float32)
    log = envelope.formant_log(GRID[None, :], formants, np.array([100], np.float32))[0]
    peaks = GRID[1:-1][(log[1:-1] > log[:-2]) & (log[1:-1] > log[2:])]
    assert peaks == pytest.approx([500, 1500, 2500, 3500], abs=40)


def test_a_high_voice_opens_its_mouth():
    """At 600 Hz the first formant of u is not left below the pitch."""
    formants = np.array([[305, 870, 2250, 3300]], np.float32)
    log = envelope.formant_log(GRID[None, :], formants, np.array([600], np.float32))[0]
    peaks = GRID[1:-1][(log[1:-1] > log[:-2]) & (log[1:-1] > log[2:])]
    assert 600 < peaks[0] < 900
    assert np.interp(600, GRID, log) > np.interp(305, GRID, log) + 1


def test_upper_resonances_keep_the_treble():
    """The octaves around 5 and 10 kHz fall by less than 15 dB each; four formants alone fall by 48 dB."""
    whole = envelope.upper_log(GRID, singer()) + envelope.formant_log(
        GRID[None, :], np.array([[500, 1500, 2500, 3500]], np.float32), np.array([100], np.float32)
    )
    decibels = 20 / np.log(10) * whole[0]
    octaves = [decibels[(low < GRID) & (2 * low > GRID)].mean() for low in (2500, 5000, 10_000)]
    assert max(abs(octaves[1] - octaves[0]), abs(octaves[2] - octaves[1])) < 15


def test_the_nose_leaves_the_bottom_only():
    """A hum loses less than 2 dB at 250 Hz and more than 10 dB above 800 Hz."""
    loss = 20 / np.log(10) * envelope.nasal_log(GRID)
    assert np.interp(250, GRID, loss) > -2
    assert loss[GRID > 800].max() < -10


def test_effort_brightens():
    """A higher corner of the tilt loses less treble."""
    soft, hard = envelope.tilt_log(GRID[None, :], np.array([1500, 4000], np.float32))[:, 300]
    assert soft < hard < 0


def test_the_glottal_pulse_builds_up_before_its_closure():
    """Its phase turns forwards, as that of a filter running backwards, and its peak lies near the pitch."""
    log, phase = envelope.glottal_parts(GRID[None, :], np.array([200], np.float32))
    assert 150 < GRID[np.argmax(log[0])] < 300
    assert np.all(np.diff(phase[0, 1:]) >= 0)
    assert phase.min() >= 0
    assert phase.max() <= np.pi + 1e-6


def test_noise_has_unit_power():
    """The mean over the bins is 1, so that levels in the table mean what they say."""
    shape = envelope.noise_shape((Band(5000, 1000), Band(2000, 500, -6)), GRID, 1.1)
    assert shape.mean() == pytest.approx(1.0, rel=1e-4)
    assert 5000 < GRID[np.argmax(shape)] < 5400
