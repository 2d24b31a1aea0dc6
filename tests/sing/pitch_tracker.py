"""Measures sung pitch and voicing, apart from the code that sings (YIN, de Cheveigné and Kawahara 2002)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.signal
from numpy.typing import NDArray

_RATE = 24_000
_WINDOW = 1200  # 50 ms
_THRESHOLD = 0.15


@dataclass(frozen=True)
class Reading:
    """Pitch in Hz and aperiodicity, 0 for a perfect period and about 1 for noise, at one moment."""

    hz: float
    aperiodicity: float

    @property
    def midi(self) -> float:
        """Fractional MIDI pitch."""
        return float(69 + 12 * np.log2(self.hz / 440))


def read_pitch(
    samples: NDArray[np.float32], at_s: float, range_hz: tuple[float, float] = (60, 900)
) -> Reading:
    """The pitch around one moment of mono sound at 48 kHz, found between the given Hz."""
    margin = 4096
    centre = margin + round(at_s * 48_000)
    padded = np.pad(samples.astype(float), margin)
    piece = scipy.signal.resample_poly(padded[centre - margin : centre + margin], 1, 2)
    longest = int(_RATE / range_hz[0])
    shortest = int(_RATE / range_hz[1])
    start = len(piece) // 2 - (_WINDOW + longest) // 2
    fixed = piece[start : start + _WINDOW]
    lags = np.lib.stride_tricks.sliding_window_view(piece[start : start + _WINDOW + longest + 1], _WINDOW)
    difference = ((lags - fixed) ** 2).sum(axis=1)
    running = np.cumsum(difference[1:]) / np.arange(1, len(difference))
    normal = np.concatenate(([1.0], difference[1:] / np.maximum(running, 1e-12)))
    best = _first_dip(normal, shortest)
    left, middle, right = normal[best - 1], normal[best], normal[min(best + 1, len(normal) - 1)]
    curvature = left - 2 * middle + right
    shift = 0.5 * (left - right) / curvature if curvature > 1e-12 else 0.0
    return Reading(_RATE / (best + shift), float(middle))


def _first_dip(normal: NDArray[np.float64], shortest: int) -> int:
    """The lowest point around the first local minimum below the threshold, or the lowest of all.

    Close formants ripple the slope towards the true period, so the first minimum alone may be a ripple.
    """
    candidates = np.flatnonzero(
        (normal[1:-1] < _THRESHOLD) & (normal[1:-1] <= normal[:-2]) & (normal[1:-1] < normal[2:])
    )
    candidates = candidates[candidates + 1 >= shortest] + 1
    if len(candidates):
        first = int(candidates[0])
        return first + int(np.argmin(normal[first : min(first + first // 5 + 1, len(normal) - 1)]))
    return shortest + int(np.argmin(normal[shortest:-1]))


def harmonics_to_noise_db(samples: NDArray[np.float32], at_s: float) -> float:
    """Harmonics-to-noise ratio of 50 ms of sound, from the aperiodicity that YIN finds."""
    reading = read_pitch(samples, at_s)
    noise = min(max(reading.aperiodicity / 2, 1e-6), 0.999)
    return float(10 * np.log10((1 - noise) / noise))
