"""The vocoder alone: pulses where the pitch says, noise where the spectrum says."""

import numpy as np
import pytest
import scipy.signal

from songwright.sing.articulation import Movements, NoiseEvent
from songwright.sing.phones import VOWELS, Band
from songwright.sing.pitch import CURVE_RATE
from songwright.sing.vocoder import HOP, VOWEL_RMS, vocode
from songwright.sing.voices import choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import VocalPart
from tests.sing.pitch_tracker import read_pitch

pytestmark = pytest.mark.fast

FRAMES = 200  # 1 s


def movements(voice: float = 0.0, aspiration: float = 0.0, noises: tuple[NoiseEvent, ...] = ()) -> Movements:
    flat = np.ones(FRAMES, np.float32)
    formants = np.tile(np.array(VOWELS["ə"], np.float32), (FRAMES, 1))
    return Movements(0.0, formants, voice * flat, flat, 0 * flat, 0 * flat, aspiration * flat, noises)


def sound(moves: Movements, pitch_hz: float = 150.0) -> np.ndarray:
    singer = choose_singer(Voice.MALE, VocalPart.LEAD, VocalStyle.SUNG, np.random.default_rng(0))
    curve = np.full(int(CURVE_RATE * FRAMES * HOP / 48_000) + 2, pitch_hz)
    return vocode(moves, curve, singer, np.random.default_rng(0))


@pytest.mark.parametrize("pitch_hz", [80.0, 155.6, 311.1, 830.6])
def test_the_pitch_is_exact(pitch_hz):
    """Within 5 cents at any pitch, also between whole samples."""
    found = read_pitch(sound(movements(voice=1.0), pitch_hz), 0.5).hz
    assert abs(1200 * np.log2(found / pitch_hz)) < 5


@pytest.mark.parametrize("pitch_hz", [80.0, 200.0, 500.0])
def test_the_level_is_that_of_a_vowel_at_any_pitch(pitch_hz):
    """Amplitude 1 gives VOWEL_RMS within 2 dB."""
    rms = np.sqrt(np.mean(sound(movements(voice=1.0), pitch_hz)[4800:-4800] ** 2))
    assert abs(20 * np.log10(rms / VOWEL_RMS)) < 2


def test_noise_has_its_level_and_band():
    """A band of friction at 6 kHz, 10 dB below a vowel."""
    event = NoiseEvent((Band(6000, 500),), 0, np.full(FRAMES, 10 ** (-10 / 20), np.float32))
    samples = sound(movements(noises=(event,)))[4800:-4800]
    assert 20 * np.log10(np.sqrt(np.mean(samples**2)) / VOWEL_RMS) == pytest.approx(-10, abs=1)
    frequencies, power = scipy.signal.welch(samples, 48_000, nperseg=1024)
    assert abs(frequencies[np.argmax(power)] - 6000) < 400


def test_silence_stays_silent():
    """No movement, no sound."""
    assert np.abs(sound(movements())).max() == 0


def test_length_is_that_of_the_movements():
    """One hop of samples per frame."""
    assert len(sound(movements(voice=1.0))) == FRAMES * HOP
