"""Filters and body resonances of fixed shape. They know nothing of instruments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio import filters as equaliser
from songwright.audio.clip import SAMPLE_RATE, Samples

Sections = NDArray[np.float64]  # [sections, 6], second-order sections
_CHUNK = 1 << 18  # frames filtered at once
_NYQUIST = 0.49 * SAMPLE_RATE
_DESIGNS = 64  # kept designs, of a few numbers each: designing one takes as long as filtering a short noise


@lru_cache(_DESIGNS)
def low_pass(hz: float, order: int = 2) -> Sections:
    """A Butterworth low-pass filter."""
    return _butterworth(order, min(hz, _NYQUIST), "lowpass")


@lru_cache(_DESIGNS)
def high_pass(hz: float, order: int = 2) -> Sections:
    """A Butterworth high-pass filter."""
    return _butterworth(order, min(hz, _NYQUIST), "highpass")


@lru_cache(_DESIGNS)
def band_pass(low_hz: float, high_hz: float, order: int = 1) -> Sections:
    """A Butterworth band-pass filter."""
    return _butterworth(order, (low_hz, min(high_hz, _NYQUIST)), "bandpass")


def _butterworth(order: int, edges: float | tuple[float, float], kind: str) -> Sections:
    """A design, which all who ask for it share: nobody writes into it."""
    return np.asarray(scipy.signal.butter(order, edges, kind, fs=SAMPLE_RATE, output="sos"))


def peak(hz: float, gain_db: float, q: float) -> Sections:
    """A bell of the given height."""
    return equaliser.sections((equaliser.peak(hz, gain_db, q),))


def chain(*stages: Sections) -> Sections:
    """Filters one after another."""
    return np.concatenate(stages)


def run(sections: Sections, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Filter along the last axis."""
    return np.asarray(scipy.signal.sosfilt(sections, sound, axis=-1), np.float32)


def run_in_place(sections: Sections, sound: NDArray[np.float32]) -> None:
    """Filter a whole [frames] channel in place, a fixed chunk at a time so that memory stays small."""
    state = np.zeros((len(sections), 2))
    for first in range(0, len(sound), _CHUNK):
        part = sound[first : first + _CHUNK]
        part[:], state = scipy.signal.sosfilt(sections, part, zi=state)


@dataclass(frozen=True, slots=True)
class Body:
    """What a sound box, a horn or a mouth does to a spectrum.

    Attributes:
        resonances: (hz, gain, q) of each resonance.
        floor: the gain between the resonances.
        low_hz: below it the box radiates badly.
        high_hz: above it the sound is swallowed.
    """

    resonances: tuple[tuple[float, float, float], ...]
    floor: float = 0.3
    low_hz: float = 60.0
    high_hz: float = 9_000.0

    def response(self, hz: NDArray[np.float64]) -> NDArray[np.float64]:
        """The gain at given frequencies."""
        safe = np.maximum(hz, 1.0)
        total = np.full(len(hz), self.floor**2)
        for centre, gain, q in self.resonances:
            total += gain**2 / (1.0 + (q * (safe / centre - centre / safe)) ** 2)
        edges = np.sqrt((1.0 + (self.low_hz / safe) ** 4) * (1.0 + (safe / self.high_hz) ** 4))
        return np.asarray(np.sqrt(total) / edges)

    def filter(self, sound: Samples, taps: int = 1024) -> Samples:
        """Send [channels, frames] through the body: a minimum-phase filter by the cepstral method."""
        half = self.response(np.arange(taps + 1.0) * (0.5 * SAMPLE_RATE / taps))
        cepstrum = np.fft.irfft(np.log(np.maximum(half, 1e-4)))
        cepstrum[1:taps] *= 2.0
        cepstrum[taps + 1 :] = 0.0
        impulse = np.fft.irfft(np.exp(np.fft.rfft(cepstrum)))[:taps].astype(np.float32)
        impulse[-taps // 4 :] *= np.linspace(1.0, 0.0, taps // 4, dtype=np.float32)
        wet = scipy.signal.oaconvolve(sound, impulse[None], axes=1)
        return np.asarray(wet[:, : sound.shape[1]], np.float32)
