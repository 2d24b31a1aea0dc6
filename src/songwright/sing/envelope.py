"""Spectra of the vocal tract, the glottis and friction. It knows nothing of phones and notes.

Sources: cascade of formants (Fant 1960); glottal flow as a resonance that runs backwards in time plus a
spectral tilt (Doval, d'Alessandro and Henrich 2003, "The voice source as a causal/anticausal linear filter").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.sing.phones import Band
from songwright.sing.voices import Singer

Spectra = NDArray[np.float32]  # [frames, bins]
Curve = NDArray[np.float32]  # [frames]

_BANDWIDTHS_HZ = np.array((75, 95, 140, 220), np.float32)
_WIDENING, _WIDEST_HZ = 0.09, 550.0  # an upper resonance is this share of its frequency wide, at most this
_NASAL_CORNER_HZ = 500.0
_NASAL_LOSS_DB = 13.0
_VELUM_POLE_HZ, _VELUM_POLE_DB = 260.0, 5.0
_VELUM_ZERO_HZ, _VELUM_ZERO_DB = 550.0, -8.0
_VELUM_FIRST_DB = -6.0
_RING_WIDTH_HZ = 550.0


def formant_log(
    frequencies: Spectra, formants: NDArray[np.float32], pitch_hz: Curve, widening: float = 1.0
) -> Spectra:
    """Natural log of the amplitude response of F1 to F4.

    Args:
        frequencies: Hz, [1, bins] or [frames, bins].
        formants: [frames, 4] Hz.
        pitch_hz: [frames]; a high voice opens the mouth so that F1 does not fall below the pitch.
        widening: of F1 and F2, above 1 where the glottis is open and the trachea takes their energy.
    """
    squared = frequencies * frequencies
    product = np.ones((len(formants), frequencies.shape[1]), np.float32)
    for number in range(4):
        centre = formants[:, number, None]
        width = _BANDWIDTHS_HZ[number] * (widening if number < 2 else 1.0)
        if number == 0:
            centre = np.maximum(centre, 1.05 * pitch_hz[:, None])
            width = np.maximum(width, 0.38 * pitch_hz[:, None])
        elif number == 1:
            centre = np.maximum(centre, 1.05 * pitch_hz[:, None] + 250)
        inverse = 1 / (centre * centre)
        offset = 1 - squared * inverse
        product *= offset * offset + squared * (width * width * inverse * inverse)
    return np.asarray(-0.5 * np.log(product), np.float32)


def upper_log(frequencies: NDArray[np.float32], singer: Singer) -> NDArray[np.float32]:
    """Natural log of the response of all resonances above F4: evenly spaced and ever wider.

    Without them the cascade of four would fall by 48 dB per octave above 4 kHz.
    """
    spacing = singer.upper_spacing_hz
    centres = np.arange(4.5 * spacing, 60_000, spacing)
    # resonances without end above the last one: the sum of (f / F)**2 over them
    log = frequencies.astype(np.float64) ** 2 / (spacing * (centres[-1] + spacing / 2))
    for centre in centres:
        width = min(_WIDENING * centre, _WIDEST_HZ)
        log -= 0.5 * np.log((1 - (frequencies / centre) ** 2) ** 2 + (frequencies * width / centre**2) ** 2)
    return np.asarray(log, np.float32)


def ring_log(frequencies: NDArray[np.float32], singer: Singer) -> NDArray[np.float32]:
    """Natural log of the singer's formant (Sundberg 1974), a bell."""
    bell = np.exp(-0.5 * ((frequencies - singer.ring_hz) / _RING_WIDTH_HZ) ** 2)
    return np.asarray(singer.ring_db * np.log(10) / 20 * bell, np.float32)


def nasal_log(frequencies: NDArray[np.float32]) -> NDArray[np.float32]:
    """Natural log of what the nose takes away: all but the murmur at the bottom."""
    loss_db = -_NASAL_LOSS_DB * (1 - 1 / (1 + (frequencies / _NASAL_CORNER_HZ) ** 4))
    notch_db = -5 * np.exp(-0.5 * ((frequencies - 900) / 200) ** 2)
    return np.asarray((loss_db + notch_db) * np.log(10) / 20, np.float32)


def nasality_log(frequencies: NDArray[np.float32], first_hz: Curve) -> Spectra:
    """Natural log of what an open velum does to a vowel (House and Stevens 1956; Chen 1997).

    A nasal pole below the first formant, a zero above it, a weak and broad first formant, less treble.

    Args:
        frequencies: Hz, [1, bins] or [frames, bins].
        first_hz: first formant, [frames].
    """
    first = np.maximum(first_hz, 350.0)[:, None]
    pole_db = _VELUM_POLE_DB * np.exp(-(((frequencies - _VELUM_POLE_HZ) / 110) ** 2))
    zero_db = _VELUM_ZERO_DB * np.exp(-(((frequencies - _VELUM_ZERO_HZ) / 130) ** 2))
    weak_db = _VELUM_FIRST_DB * np.exp(-(((frequencies - first) / 160) ** 2))
    treble_db = -3.0 * frequencies / (frequencies + 1500.0)
    return np.asarray((pole_db + zero_db + weak_db + treble_db) * (np.log(10) / 20), np.float32)


def tilt_log(frequencies: Spectra, tilt_hz: Curve) -> Spectra:
    """Natural log of the glottal source's loss of treble above a corner, one for each frame."""
    return np.asarray(-0.5 * np.log1p((frequencies / tilt_hz[:, None]) ** 2), np.float32)


def glottal_parts(
    frequencies: Spectra, pitch_hz: Curve, source: tuple[float, float] = (1.0, 0.9)
) -> tuple[Spectra, Spectra]:
    """Natural log amplitude and phase of the derivative of the glottal flow, without its tilt.

    The glottal resonance lies near the pitch; its impulse response grows until the closure, so that its
    phase is that of a filter running backwards.

    Args:
        frequencies: Hz, [1, bins] or [frames, bins].
        pitch_hz: [frames].
        source: frequency of the resonance over the pitch (low: a long open phase) and its relative bandwidth.
    """
    centre = source[0] * np.maximum(pitch_hz, 90.0)[:, None]
    width = source[1] * centre
    real = centre * centre - frequencies * frequencies
    imaginary = frequencies * width
    log = np.log(np.maximum(frequencies, 1.0) * centre) - 0.5 * np.log(real * real + imaginary * imaginary)
    return np.asarray(log, np.float32), np.asarray(np.arctan2(imaginary, real), np.float32)


def noise_shape(bands: Sequence[Band], frequencies: NDArray[np.float32], scale: float) -> NDArray[np.float32]:
    """Power spectrum of friction with a mean of 1 over all bins; small singers hiss higher."""
    power = np.full(len(frequencies), 1e-7)
    for band in bands:
        centre = band.centre_hz * (0.75 + 0.25 * scale)
        power += 10 ** (band.level_db / 10) * np.exp(-(((frequencies - centre) / band.width_hz) ** 2))
    return np.asarray(power / power.mean(), np.float32)


def loudness_weight(frequencies: Spectra) -> Spectra:
    """Power weight of a frequency for the loudness of a vowel: treble counts more, as in BS.1770."""
    ratio = (frequencies / 1500) ** 2
    bass = (frequencies / 60) ** 2
    return (bass / (1 + bass) * (1 + 2.5 * ratio) / (1 + ratio)).astype(np.float32)


def bin_frequencies(fft_size: int) -> NDArray[np.float32]:
    """Hz of the bins of a real FFT."""
    return (np.arange(fft_size // 2 + 1) * (SAMPLE_RATE / fft_size)).astype(np.float32)
