"""Sounds with known properties for the tests of audio and of the mixer."""

import numpy as np
from scipy.signal import lfilter

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples


def times(duration_s: float):
    return np.arange(round(duration_s * SAMPLE_RATE)) / SAMPLE_RATE


def stereo(mono) -> Samples:
    return np.stack([mono, mono]).astype(np.float32)


def sine(hz: float, duration_s: float, peak: float = 1.0) -> Clip:
    return Clip(stereo(peak * np.sin(2 * np.pi * hz * times(duration_s))))


def coloured_noise(duration_s: float, seed: int = 1, peak: float = 0.5, channels: int = 2) -> Samples:
    """Noise that falls towards the top like music, different on each side."""
    white = np.random.default_rng(seed).standard_normal((channels, round(duration_s * SAMPLE_RATE)))
    brown = lfilter([1.0], [1.0, -0.95], white, axis=-1)
    return np.asarray(brown * (peak / np.abs(brown).max()), dtype=np.float32)


def music_like(duration_s: float, seed: int = 1) -> Clip:
    """Noise with two beats a second and a loud second half."""
    at = times(duration_s)
    beat = np.exp(-8.0 * (at % 0.5)) + 0.15
    form = np.where(at < duration_s / 2, 0.4, 1.0)
    return Clip((coloured_noise(duration_s, seed) * beat * form).astype(np.float32))


def notes(pitches, each_s: float = 0.5, partials: int = 6):
    """A mono melody or chord sequence; each entry is a pitch or a tuple of pitches."""
    at = times(each_s)
    shape = np.minimum(1.0, at / 0.005) * np.exp(-2.0 * at) * np.minimum(1.0, (each_s - at) / 0.02)
    out = []
    for entry in pitches:
        chord = entry if isinstance(entry, tuple) else (entry,)
        tone = np.zeros(len(at))
        for pitch in chord:
            hz = 440.0 * 2 ** ((pitch - 69) / 12)
            tone += sum(np.sin(2 * np.pi * hz * k * at) / k**1.5 for k in range(1, partials + 1))
        out.append(shape * tone / len(chord))
    return np.concatenate(out)


def rms_db(samples) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64)) + 1e-20))


def likeness(samples) -> float:
    """Correlation of left and right: 1 is mono, 0 unlike, -1 opposite."""
    left, right = (side - side.mean() for side in np.asarray(samples, dtype=np.float64))
    return float(np.dot(left, right) / np.sqrt(np.dot(left, left) * np.dot(right, right)))
