"""Measures tempo, key, brightness and onsets of finished sound, as instruments for tests and benchmarks.

It knows nothing of scores: what it says comes from the samples alone, so it can check what a score promised.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import soxr
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, maximum_filter1d

from songwright.audio.clip import Clip

FloatArray = NDArray[np.float64]

_RATE = 24_000  # Hz; nothing here needs the top octave
_ONSET_SIZE, _ONSET_HOP = 1024, 128
_ONSETS_PER_S = _RATE / _ONSET_HOP
_KEY_SIZE, _KEY_HOP = 8192, 2048
_SLOWEST_BPM, _FASTEST_BPM, _USUAL_BPM = 45.0, 240.0, 115.0
_SAME_TEMPO = 0.004  # relative distance below which two tempi are one
_CURVES_PER_S = 10

# Probe-tone ratings: C. Krumhansl, "Cognitive Foundations of Musical Pitch" (1990), p. 30.
_MAJOR_PROFILE = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR_PROFILE = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_BASS_WEIGHT, _ENDING_WEIGHT = 0.5, 0.5
_THIRD_HARMONIC = 0.25  # share of a note's strength that its third partial, a fifth, lends to another class
_BASS_SIZE, _BASS_HOP = 16_384, 4096  # long enough to tell semitones below 50 Hz from their partials
_LOWEST_BASS, _HIGHEST_BASS = 26, 55  # MIDI pitches: D1 to G3
_BASS_TOP_HZ, _BASS_PARTIALS, _PARTIAL_DECAY = 400.0, 5, 0.8


@dataclass(frozen=True, slots=True)
class Tempo:
    """A measured tempo.

    Attributes:
        bpm: the most likely one.
        candidates: all that fit, the most likely first; usually octaves of each other, which sound alone
            often cannot tell apart.
    """

    bpm: float
    candidates: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MeasuredKey:
    """A measured key.

    Attributes:
        tonic: pitch class, C = 0.
        mode: "major" or "minor".
        confidence: how far the best key leads the next, 0 and up; below 0.1 it is a guess.
    """

    tonic: int
    mode: str
    confidence: float


def measure_tempo(clip: Clip) -> Tempo:
    """The tempo of music with a steady beat, from the self-similarity of its onsets.

    The autocorrelation of the onset curve is summed at 1, 2, 3, 4, 8 and 16 periods: long lags give the
    precision, and the short ones keep out periods that do not repeat. A wide preference around 115 bpm
    settles octaves (Ellis, "Beat tracking by dynamic programming", 2007), and nothing but octaves: where
    every sixteenth is struck, three beats resemble two closely, and only the fit may choose between them.
    """
    curve = onset_curve(clip)
    spectrum = np.abs(np.fft.rfft(curve - curve.mean(), 2 * len(curve))) ** 2
    similar = np.fft.irfft(spectrum)[: len(curve)]
    similar /= np.maximum(np.arange(len(curve), 0, -1), 0.3 * len(curve))
    bpm = np.arange(_SLOWEST_BPM, _FASTEST_BPM, 0.05)
    fit = _comb(similar, bpm)
    preference = np.exp(-0.5 * (np.log2(bpm / _USUAL_BPM) / 0.9) ** 2)
    rating = np.maximum(fit, 0.0) * preference
    peaks = np.flatnonzero((rating == maximum_filter1d(rating, 81)) & (rating > 0.4 * rating.max()))
    best = sorted(peaks, key=lambda index: -rating[index])[:6]
    if not best:
        return Tempo(0.0, ())
    faster = [i for i in best if abs(bpm[i] / (1.5 * bpm[best[0]]) - 1.0) < _SAME_TEMPO]
    best = sorted(best, key=lambda index: not (index in faster and fit[index] > fit[best[0]]))
    found = tuple(round(float(bpm[index]), 2) for index in best)
    return Tempo(found[0], found)


def measure_key(clip: Clip) -> MeasuredKey:
    """The key: Krumhansl's profiles on the pitch classes, with the bass and the ending as evidence of the
    tonic.

    Profiles alone confuse a key with its relative and its fifths; the bass rests on the tonic, and songs end
    there. The third partial of every note sounds a fifth higher, so it is taken off the pitch classes, and
    bass notes are told by all their partials together.
    """
    chroma = _pitch_classes(clip)
    sounding = chroma.sum(axis=1) > 0.02 * chroma.sum(axis=1).max()
    if not sounding.any():
        return MeasuredKey(0, "major", 0.0)
    whole = _profile(chroma[sounding])
    whole = whole - _THIRD_HARMONIC * np.roll(whole, 7)
    low, ending = _bass_classes(clip)
    rating = np.empty((2, 12))
    for mode, profile in enumerate((_MAJOR_PROFILE, _MINOR_PROFILE)):
        for tonic in range(12):
            fit = float(np.corrcoef(np.roll(profile, tonic), whole)[0, 1])
            rest = low[tonic] + 0.4 * low[(tonic + 7) % 12]
            rating[mode, tonic] = fit + _BASS_WEIGHT * rest + _ENDING_WEIGHT * ending[tonic]
    best, second = np.sort(rating.ravel())[::-1][:2]
    place = int(np.argmax(rating))
    return MeasuredKey(place % 12, ("major", "minor")[place // 12], float(best - second))


def spectral_centroid_hz(clip: Clip) -> float:
    """Centre of the magnitude spectrum, louder moments counting more; 0 for silence."""
    hz = np.fft.rfftfreq(2048, 1.0 / clip.sample_rate)
    moment = total = 0.0
    for magnitude in _spectra(_mono(clip, clip.sample_rate), 2048, 1024):
        moment += float((magnitude @ hz).sum())
        total += float(magnitude.sum())
    return moment / total if total > 0.0 else 0.0


def onset_rate(clip: Clip) -> float:
    """Onsets per second: peaks of the onset curve that stand out from their surroundings."""
    curve = onset_curve(clip)
    if not curve.any():
        return 0.0
    around = gaussian_filter1d(curve, 0.25 * _ONSETS_PER_S)
    highest = maximum_filter1d(curve, round(0.05 * _ONSETS_PER_S))
    peaks = (curve == highest) & (curve > 1.5 * around + 0.06 * np.percentile(curve, 99.5))
    return float(np.count_nonzero(peaks)) / clip.duration_s


def onset_curve(clip: Clip) -> FloatArray:
    """How much louder the bands of the spectrum became, 187.5 times a second; at least 0."""
    edges = np.geomspace(40.0, 10_000.0, 33)
    hz = np.fft.rfftfreq(_ONSET_SIZE, 1.0 / _RATE)
    bands = np.array([(hz >= low) & (hz < max(high, low + 25.0)) for low, high in pairwise(edges)])
    weights = bands.T.astype(np.float32)
    energy = np.concatenate(
        [magnitude @ weights for magnitude in _spectra(_mono(clip, _RATE), _ONSET_SIZE, _ONSET_HOP)]
    )
    loud = np.log1p(1000.0 * energy / max(float(energy.max()), 1e-9))
    rise = np.maximum(loud[2:] - loud[:-2], 0.0).mean(axis=1)
    curve = np.concatenate([np.zeros(2), rise])
    return np.asarray(np.maximum(curve - gaussian_filter1d(curve, 0.3 * _ONSETS_PER_S), 0.0))


def feature_curves(clip: Clip) -> FloatArray:
    """What a mix does over time: level per octave and strength per pitch class, ten times a second.

    Returns:
        [20, moments]: eight octave levels from 60 Hz in dB not below -80, then twelve pitch classes, C first.
    """
    hop = _RATE // _CURVES_PER_S
    hz = np.fft.rfftfreq(_KEY_SIZE, 1.0 / _RATE)
    octave = np.floor(np.log2(np.maximum(hz, 1.0) / 60.0)).astype(int)
    to_octave = np.array([octave == index for index in range(8)]).T.astype(np.float32)
    to_class = _class_weights(hz)
    rows = []
    for magnitude in _spectra(_mono(clip, _RATE), _KEY_SIZE, hop):
        levels = 10.0 * np.log10(np.maximum(np.square(magnitude) @ to_octave, 1e-8))
        classes = magnitude @ to_class
        classes /= np.maximum(classes.sum(axis=1, keepdims=True), 1e-9)
        rows.append(np.concatenate([levels, classes], axis=1))
    return np.concatenate(rows).T.astype(np.float64)


def similarity(one: FloatArray, other: FloatArray) -> float:
    """How alike two mixes run: mean correlation of their feature curves over their common length, -1 to 1."""
    moments = min(one.shape[1], other.shape[1])
    found = [
        float(np.corrcoef(a[:moments], b[:moments])[0, 1])
        for a, b in zip(one, other, strict=True)
        if a[:moments].std() > 1e-9 and b[:moments].std() > 1e-9
    ]
    return sum(found) / len(found) if found else 0.0


def _comb(similar: FloatArray, bpm: FloatArray) -> FloatArray:
    lag = 60.0 * _ONSETS_PER_S / bpm
    positions = np.arange(len(similar))
    total, weights = np.zeros(len(bpm)), np.zeros(len(bpm))
    for periods, weight in ((1, 1.6), (2, 1.0), (3, 0.8), (4, 0.9), (8, 0.7), (16, 0.6)):
        inside = lag * periods < 0.9 * len(similar)
        total += weight * np.where(inside, np.interp(lag * periods, positions, similar), 0.0)
        weights += weight * inside
    return total / np.maximum(weights, 0.5)


def _pitch_classes(clip: Clip) -> FloatArray:
    """Strength of the pitch classes over time: [moments, 12]."""
    classes = _class_weights(np.fft.rfftfreq(_KEY_SIZE, 1.0 / _RATE))
    chroma = [
        magnitude**0.7 @ classes  # so that one loud note does not drown a chord
        for magnitude in _spectra(_mono(clip, _RATE), _KEY_SIZE, _KEY_HOP)
    ]
    return np.concatenate(chroma).astype(np.float64)


def _class_weights(hz: NDArray[np.floating]) -> NDArray[np.float32]:
    """How much each frequency tells of each pitch class: [bins, 12]."""
    pitch = 69.0 + 12.0 * np.log2(np.maximum(hz, 1.0) / 440.0)
    nearest = np.round(pitch)
    near = np.exp(-0.5 * ((pitch - nearest) / 0.22) ** 2)
    classes = (nearest.astype(int)[:, None] % 12 == np.arange(12)) * near[:, None]
    heard = ((hz > 60.0) & (hz < 2000.0))[:, None]
    return np.asarray(classes * heard, dtype=np.float32)


def _bass_classes(clip: Clip) -> tuple[FloatArray, FloatArray]:
    """Shares of the pitch classes in the bass line, of the whole song and of its last three seconds."""
    weights = _bass_weights(np.fft.rfftfreq(_BASS_SIZE, 1.0 / _RATE))
    spectra = _spectra(_mono(clip, _RATE), _BASS_SIZE, _BASS_HOP)
    strength = np.concatenate([magnitude**0.7 @ weights for magnitude in spectra])
    loudest = strength.max(axis=1)
    strength = strength[loudest > 0.1 * loudest.max()]
    return _lowest_notes(strength), _lowest_notes(strength[-max(int(3.0 * _RATE / _BASS_HOP), 1) :])


def _bass_weights(hz: NDArray[np.floating]) -> NDArray[np.float32]:
    """How much each frequency tells of each bass pitch and its partials: [bins, pitches]."""
    weights = np.zeros((len(hz), _HIGHEST_BASS - _LOWEST_BASS + 1))
    for column, pitch in enumerate(range(_LOWEST_BASS, _HIGHEST_BASS + 1)):
        for partial in range(1, _BASS_PARTIALS + 1):
            centre_hz = partial * 440.0 * 2.0 ** ((pitch - 69) / 12)
            near = np.exp(-0.5 * (12.0 * np.log2(np.maximum(hz, 1.0) / centre_hz) / 0.35) ** 2)
            weights[:, column] += _PARTIAL_DECAY ** (partial - 1) * near / max(float(near.sum()), 1e-9)
    return np.asarray(weights * (hz < _BASS_TOP_HZ)[:, None], dtype=np.float32)


def _lowest_notes(strength: NDArray[np.float32]) -> FloatArray:
    """Shares of the pitch classes of the strongest bass pitch of each moment; [12], summing to 1."""
    loudest = strength.max(axis=1)
    classes = (strength.argmax(axis=1) + _LOWEST_BASS) % 12
    total = np.bincount(classes, np.minimum(loudest, np.median(loudest)), 12)
    return np.asarray(total / max(float(total.sum()), 1e-9))


def _profile(chroma: FloatArray) -> FloatArray:
    """Mean over time with every moment counting alike; sums to 1."""
    mean = (chroma / np.maximum(np.linalg.norm(chroma, axis=1, keepdims=True), 1e-9)).mean(axis=0)
    return np.asarray(mean / max(float(mean.sum()), 1e-9))


def _mono(clip: Clip, sample_rate: int) -> NDArray[np.float32]:
    mono = np.asarray(clip.samples.mean(axis=0), dtype=np.float32)
    if clip.sample_rate == sample_rate:
        return mono
    return np.asarray(soxr.resample(mono, clip.sample_rate, sample_rate, quality="MQ"), dtype=np.float32)


def _spectra(mono: NDArray[np.float32], size: int, hop: int) -> Iterator[NDArray[np.float32]]:
    """Magnitude spectra, some frames at a time: [moments, bins]; the sound is padded to centre the first."""
    padded = np.pad(mono, (size // 2, size // 2 + hop))
    rows = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    window = np.hanning(size).astype(np.float32)
    at_once = max(math.ceil((1 << 20) / size), 1)
    for first in range(0, len(rows), at_once):
        spectrum = np.fft.rfft(rows[first : first + at_once] * window, axis=1)
        yield np.abs(spectrum).astype(np.float32)
