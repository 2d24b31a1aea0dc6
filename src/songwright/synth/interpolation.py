"""Reads a sound between its samples. It knows nothing of why somebody wants to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def linear(sound: NDArray[np.float32], where: NDArray[np.float32]) -> NDArray[np.float32]:
    """Straight lines between samples: cheap, and dull by some decibels at the top of the spectrum.

    Args:
        sound: [frames].
        where: places in frames, at least 0 and below frames - 1.
    Returns:
        One value per place.
    """
    index = where.astype(np.int32)
    low = sound.take(index)
    return np.asarray(low + (where - index) * (sound.take(index + 1) - low))


def hermite(
    sound: NDArray[np.float32] | NDArray[np.int16], where: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Four-point, third-order Hermite interpolation.

    Args:
        sound: [frames]; its first and last sample go on beyond its ends.
        where: places in frames, at least 0.
    Returns:
        One value per place.
    """
    index = where.astype(np.int64)
    x = (where - index).astype(np.float32)
    last = len(sound) - 1
    a, b, c, d = (sound[np.clip(index + k, 0, last)].astype(np.float32) for k in range(-1, 3))
    curve = ((0.5 * (d - a) + 1.5 * (b - c)) * x + (a - 2.5 * b + 2.0 * c - 0.5 * d)) * x + 0.5 * (c - a)
    return np.asarray(curve * x + b, np.float32)
