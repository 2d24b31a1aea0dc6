"""Compressor and limiter: gain curves computed once per hop and applied to the samples. It mixes nothing.

A gain curve is an array with one gain per hop, in dB or as a factor. All smoothing happens on the curve, by
array operations; the samples are touched once, when the curve is applied with straight lines between its
points.

Detector: level -> gain computer with soft knee -> release at a constant rate in dB per second -> one-pole
attack. This is the "smooth decoupled" detector of Giannoulis, Massberg and Reiss, "Digital Dynamic Range
Compressor Design" (JAES 2012), with the release as a straight line in dB, so that it is a running maximum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.loudness import HOP

FloatArray = NDArray[np.float64]
LIMITER_HOP = 16  # frames; a third of a millisecond
_APPLY_HOPS = 1024  # hops per block when a curve is applied
_FLOOR_DB = -120.0
_POLE_BLOCK = 64  # hops that the one-pole low-pass takes at once


@dataclass(frozen=True, slots=True)
class Compression:
    """Settings of a compressor.

    Attributes:
        threshold_db: level above which it works; the reference is the caller's.
        ratio: how many dB above the threshold become one.
        attack_s: time constant of the onset of the reduction.
        release_s: time to take back 10 dB of reduction.
        knee_db: width of the soft knee around the threshold.
        window_s: over how long the detector averages power; longer than a cycle of the bass avoids
            distortion.
    """

    threshold_db: float
    ratio: float
    attack_s: float = 0.010
    release_s: float = 0.150
    knee_db: float = 6.0
    window_s: float = 0.010


def power_db(power: FloatArray) -> FloatArray:
    """Powers in dB, not below -120."""
    return np.asarray(np.maximum(10.0 * np.log10(np.maximum(power, 1e-12)), _FLOOR_DB))


def compressor_gain_db(power: FloatArray, settings: Compression, hop: int = HOP) -> FloatArray:
    """The gain of a compressor for a sound.

    Args:
        power: [hops] mean squares of the sound.
        settings: threshold, ratio and times.
        hop: frames per hop at 48 kHz.
    Returns:
        [hops] gains in dB, 0 or below.
    """
    hop_s = hop / SAMPLE_RATE
    window = max(round(settings.window_s / hop_s), 1)
    level_db = power_db(scipy.ndimage.uniform_filter1d(power, window, mode="nearest"))
    over = level_db - settings.threshold_db
    half = settings.knee_db / 2.0
    knee = np.clip(over + half, 0.0, settings.knee_db) ** 2 / (2.0 * max(settings.knee_db, 1e-9))
    wanted = (1.0 - 1.0 / settings.ratio) * np.where(over > half, over, knee)
    return -one_pole(released(wanted, 10.0 * hop_s / settings.release_s), settings.attack_s / hop_s)


def released(reduction_db: FloatArray, fall_db: float) -> FloatArray:
    """Let a reduction fall by at most `fall_db` per hop: a running maximum along a falling line."""
    line = np.arange(len(reduction_db)) * fall_db
    return np.asarray(np.maximum.accumulate(reduction_db + line) - line)


def limiter_gain_db(
    peaks: NDArray[np.floating], gain_db: float, ceiling_db: float, look_ahead_s: float = 0.003
) -> FloatArray:
    """The gain of a look-ahead limiter that keeps every hop's peak at the ceiling or below.

    The needed reduction is spread by a running maximum over twice the look-ahead and then averaged over
    windows that all contain the hop, so the smooth curve is nowhere above what is needed.

    Args:
        peaks: [hops] true peaks of the sound per `LIMITER_HOP` frames, as magnitudes.
        gain_db: gain applied before the limiter.
        ceiling_db: the highest peak allowed.
        look_ahead_s: how long before a peak the gain starts to fall.
    Returns:
        [hops] gains in dB, 0 or below, without `gain_db`.
    """
    hop_s = LIMITER_HOP / SAMPLE_RATE
    reach = max(round(look_ahead_s / hop_s), 2)
    level_db = 20.0 * np.log10(np.maximum(np.asarray(peaks, dtype=np.float64), 1e-9))
    needed = np.maximum(level_db + gain_db - ceiling_db, 0.0)
    # A quick release for single peaks, a slow one for what lasts, so that dense passages do not flutter.
    lasting = one_pole(needed, 0.060 / hop_s)
    held = np.maximum(released(needed, 10.0 * hop_s / 0.080), released(lasting, 10.0 * hop_s / 0.600))
    spread = scipy.ndimage.maximum_filter1d(held, 2 * reach + 1, mode="nearest")
    window = 2 * ((reach - 1) // 2) + 1
    smooth = scipy.ndimage.uniform_filter1d(
        scipy.ndimage.uniform_filter1d(spread, window, mode="nearest"), window, mode="nearest"
    )
    return -np.asarray(smooth)


def apply_gain(samples: Samples, gain: NDArray[np.floating], hop: int, out: Samples | None = None) -> Samples:
    """Multiply a sound with a gain curve.

    Args:
        samples: [channels, frames].
        gain: [hops] factors; a hop's gain holds in its middle, with straight lines between.
        hop: frames per hop; `gain` covers all frames.
        out: where to put the result; may be `samples` itself. None makes a new array.
    """
    result = np.empty(samples.shape, dtype=np.float32) if out is None else out
    edges = hop_edges(gain)
    frames = samples.shape[1]
    for first in range(0, len(gain), _APPLY_HOPS):
        start, end = first * hop, min((first + _APPLY_HOPS) * hop, frames)
        ramp = hop_ramp(edges[first : first + _APPLY_HOPS + 1], hop)
        np.multiply(samples[:, start:end], ramp[: end - start], out=result[:, start:end])
    return result


def hop_edges(gain: NDArray[np.floating]) -> NDArray[np.float32]:
    """Gains at the borders of the hops, [hops + 1], for `hop_ramp`: means of the neighbours."""
    padded = np.concatenate([gain[:1], gain, gain[-1:]])
    return np.asarray((padded[:-1] + padded[1:]) / 2.0, dtype=np.float32)


def hop_ramp(edges: NDArray[np.float32], hop: int) -> NDArray[np.float32]:
    """Straight lines between borders: [hops + 1] -> [hops * hop]."""
    along = (np.arange(hop, dtype=np.float32) + np.float32(0.5)) / np.float32(hop)
    return np.asarray((edges[:-1, None] + (edges[1:] - edges[:-1])[:, None] * along).reshape(-1))


def factor(gain_db: FloatArray) -> NDArray[np.float32]:
    """Gains in dB as factors."""
    return np.asarray(10.0 ** (gain_db / 20.0)).astype(np.float32)


def one_pole(curve: FloatArray, hops: float) -> FloatArray:
    """Smooth by a one-pole low-pass with a time constant in hops, starting at rest at the first value."""
    if not len(curve):
        return curve
    pole = math.exp(-1.0 / max(hops, 1e-3))
    # Blocks as products with the triangle of the pole's powers, then what each hands on to the next: scipy's
    # filter does the same, but takes half a second to load before a listener hears anything.
    powers = pole ** np.arange(_POLE_BLOCK + 1)
    apart = np.subtract.outer(np.arange(_POLE_BLOCK), np.arange(_POLE_BLOCK))
    triangle = np.where(apart >= 0, powers[np.maximum(apart, 0)], 0.0) * (1.0 - pole)
    blocks = np.pad(curve, (0, -len(curve) % _POLE_BLOCK)).reshape(-1, _POLE_BLOCK) @ triangle.T
    handed, state = np.empty(len(blocks)), float(curve[0])
    for index, last in enumerate(blocks[:, -1].tolist()):
        handed[index] = state
        state = last + powers[-1] * state
    return np.asarray((blocks + handed[:, None] * powers[1:]).reshape(-1)[: len(curve)])
