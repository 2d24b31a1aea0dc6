"""Second-order filters for equalising, and their use on long sound block by block. It knows nothing of mixes.

Formulas: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples

BUTTERWORTH_Q = math.sqrt(0.5)
BLOCK = 1 << 16  # frames; a stereo block in double precision fits the second-level cache
FloatArray = NDArray[np.float64]


class Shape(StrEnum):
    """What a filter does to the spectrum."""

    PEAK = "peak"
    LOW_SHELF = "low shelf"
    HIGH_SHELF = "high shelf"
    HIGH_PASS = "high-pass"
    LOW_PASS = "low-pass"


@dataclass(frozen=True, slots=True)
class Band:
    """One filter of an equaliser.

    Attributes:
        shape: what it does.
        hz: centre of a peak, middle of a shelf's slope, or the -3 dB point of a pass filter.
        gain_db: of peaks and shelves; without meaning for pass filters.
        q: bandwidth of a peak, steepness of the others; 0.707 is flat.
    """

    shape: Shape
    hz: float
    gain_db: float = 0.0
    q: float = BUTTERWORTH_Q


def peak(hz: float, gain_db: float, q: float = 1.0) -> Band:
    """A bell-shaped boost or cut."""
    return Band(Shape.PEAK, hz, gain_db, q)


def low_shelf(hz: float, gain_db: float) -> Band:
    """A boost or cut of everything below."""
    return Band(Shape.LOW_SHELF, hz, gain_db)


def high_shelf(hz: float, gain_db: float) -> Band:
    """A boost or cut of everything above."""
    return Band(Shape.HIGH_SHELF, hz, gain_db)


def high_pass(hz: float, q: float = BUTTERWORTH_Q) -> Band:
    """Removes what lies below, 12 dB per octave."""
    return Band(Shape.HIGH_PASS, hz, 0.0, q)


def low_pass(hz: float, q: float = BUTTERWORTH_Q) -> Band:
    """Removes what lies above, 12 dB per octave."""
    return Band(Shape.LOW_PASS, hz, 0.0, q)


def sections(bands: Sequence[Band], sample_rate: int = SAMPLE_RATE) -> FloatArray:
    """Second-order sections of an equaliser, [bands, 6], as scipy.signal.sosfilt takes them.

    Bands at or above half the sample rate, and peaks and shelves of 0 dB, are left out.
    """
    rows = [
        _biquad(band, sample_rate)
        for band in bands
        if band.hz < sample_rate / 2 and (band.gain_db or band.shape in (Shape.HIGH_PASS, Shape.LOW_PASS))
    ]
    return np.array(rows) if rows else np.array([[1.0, 0.0, 0.0, 1.0, 0.0, 0.0]])


def response_db(bands: Sequence[Band], hz: Sequence[float], sample_rate: int = SAMPLE_RATE) -> FloatArray:
    """Gain of an equaliser at some frequencies, in dB."""
    _, response = scipy.signal.sosfreqz(sections(bands, sample_rate), worN=np.asarray(hz), fs=sample_rate)
    return np.asarray(20.0 * np.log10(np.maximum(np.abs(response), 1e-12)))


class StreamingFilter:
    """An equaliser that remembers its state from one block to the next."""

    def __init__(self, bands: Sequence[Band], channels: int, sample_rate: int = SAMPLE_RATE) -> None:
        self._sections = sections(bands, sample_rate)
        self._state = np.zeros((len(self._sections), channels, 2))

    def process(self, block: NDArray[np.floating]) -> FloatArray:
        """Filter the next block, [channels, frames]."""
        filtered, self._state = scipy.signal.sosfilt(self._sections, block, axis=-1, zi=self._state)
        return np.asarray(filtered)


def equalise(samples: Samples, bands: Sequence[Band], out: Samples | None = None) -> Samples:
    """Filter a whole sound block by block.

    Args:
        samples: [channels, frames] at 48 kHz.
        bands: the filters, one after the other.
        out: where to put the result; may be `samples` itself. None makes a new array.
    """
    filtered = np.empty(samples.shape, dtype=np.float32) if out is None else out
    stream = StreamingFilter(bands, samples.shape[0])
    for start in range(0, samples.shape[1], BLOCK):
        filtered[:, start : start + BLOCK] = stream.process(samples[:, start : start + BLOCK])
    return filtered


def _biquad(band: Band, sample_rate: int) -> list[float]:
    """Coefficients b0 b1 b2 a0 a1 a2, normalised to a0 = 1."""
    amplitude = 10.0 ** (band.gain_db / 40.0)
    omega = 2.0 * math.pi * band.hz / sample_rate
    cosine = math.cos(omega)
    alpha = math.sin(omega) / (2.0 * band.q)
    if band.shape is Shape.PEAK:
        row = [1 + alpha * amplitude, -2 * cosine, 1 - alpha * amplitude]
        row += [1 + alpha / amplitude, -2 * cosine, 1 - alpha / amplitude]
    elif band.shape in (Shape.LOW_SHELF, Shape.HIGH_SHELF):
        row = _shelf(amplitude, cosine, alpha, 1.0 if band.shape is Shape.LOW_SHELF else -1.0)
    else:
        sign = 1.0 if band.shape is Shape.HIGH_PASS else -1.0
        edge = (1 + sign * cosine) / 2
        row = [edge, -sign * 2 * edge, edge, 1 + alpha, -2 * cosine, 1 - alpha]
    return [value / row[3] for value in row]


def _shelf(amplitude: float, cosine: float, alpha: float, sign: float) -> list[float]:
    """The cookbook's low shelf for sign +1 and high shelf for -1, which differ in some signs only."""
    plus, minus = amplitude + 1, amplitude - 1
    slope = 2 * math.sqrt(amplitude) * alpha
    return [
        amplitude * (plus - sign * minus * cosine + slope),
        sign * 2 * amplitude * (minus - sign * plus * cosine),
        amplitude * (plus - sign * minus * cosine - slope),
        plus + sign * minus * cosine + slope,
        -sign * 2 * (minus + sign * plus * cosine),
        plus + sign * minus * cosine - slope,
    ]
