"""Curves in time: attacks, decays, vibrato and drift. They know nothing of what they shape.

Curves are built from a point per millisecond or so, joined by straight lines: cheap, and they cannot click.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples

Curve = NDArray[np.float32]  # a value per frame
Points = NDArray[np.float64]  # a value per `STEP` frames, one more than needed
STEP = 64  # frames between points, 1.3 ms
FALL_60_DB = 6.91  # ln 1000: an amplitude falls by 60 dB while its exponent falls by this


def times(frames: int, step: int = STEP) -> Points:
    """The times in seconds of the points that a curve over so many frames needs."""
    return np.arange(-(-frames // step) + 1.0) * (step / SAMPLE_RATE)


def join(points: Points, frames: int, step: int = STEP) -> Curve:
    """Points every `step` frames joined by straight lines: [frames]."""
    values = points.astype(np.float32)
    ramp = np.arange(step, dtype=np.float32) / step
    lines = values[:-1, None] + np.diff(values)[:, None] * ramp
    return np.asarray(lines.ravel()[:frames])


def swell(frames: int, attack_s: float, settle_s: float = 1.0, sustain: float = 1.0) -> Points:
    """Rise to 1 within `attack_s`, then settle towards `sustain` with time constant `settle_s`, as points."""
    t = times(frames)
    rise = np.sin(0.5 * np.pi * np.clip(t / max(attack_s, 1e-4), 0.0, 1.0)) ** 2
    settled = sustain + (1.0 - sustain) * np.exp(-np.maximum(t - attack_s, 0.0) / settle_s)
    return np.asarray(rise * settled)


def decay(frames: int, t60_s: float) -> Curve:
    """A fall by 60 dB in `t60_s` seconds."""
    return join(np.exp(-FALL_60_DB * times(frames) / t60_s), frames)


def drift(frames: int, rng: np.random.Generator, hz: float = 4.0) -> Points:
    """Slow unevenness of RMS near 1, with no movement faster than about `hz`, as points for `join`."""
    t = times(frames)
    every = 0.5 / hz
    marks = rng.standard_normal(int(t[-1] / every) + 4)
    smooth = 1.6 * np.convolve(marks, [0.25, 0.5, 0.25], mode="valid")
    return np.asarray(np.interp(t / every, np.arange(len(smooth)), smooth))


def vibrato(
    frames: int, rng: np.random.Generator, rate_hz: float, depth_cents: float, delay_s: float = 0.0
) -> Points:
    """A player's vibrato in cents, as points: it sets in after `delay_s` and is never quite regular."""
    t = times(frames)
    rate = rate_hz * (1.0 + 0.06 * rng.uniform(-1.0, 1.0))
    wobble = 0.12 * np.sin(2.0 * np.pi * (0.7 * t + rng.random()))
    wave = np.sin(2.0 * np.pi * (rate * t + wobble + rng.random() * (delay_s == 0.0)))
    grown = np.clip((t - delay_s) / 0.35, 0.0, 1.0)
    return np.asarray(depth_cents * grown * wave)


def apart(cents: float, hz: float) -> float:
    """A detuning that shrinks for high notes, which would otherwise beat too fast."""
    return cents * float(min(1.0, (400.0 / hz) ** 0.6))


def fade_in(sound: Samples, seconds: float) -> None:
    """Smooth the onset of [channels, frames] in place."""
    count = min(sound.shape[1], max(1, int(seconds * SAMPLE_RATE)))
    sound[:, :count] *= np.sin(0.5 * np.pi * np.arange(count, dtype=np.float32) / count) ** 2


def release_curve(seconds: float) -> Curve:
    """The gain after a note's end: it falls by 60 dB in `seconds` and then reaches 0 exactly."""
    count = max(64, int(seconds * SAMPLE_RATE))
    t = np.arange(count) / count
    fall = np.exp(-FALL_60_DB * t) * np.cos(0.5 * np.pi * t)
    # The first steps are rounded so that a release of a few milliseconds does not click.
    onset = np.minimum(1.0, t * count / 96.0)
    return (fall * onset + np.cos(0.5 * np.pi * t) ** 2 * (1.0 - onset)).astype(np.float32)
