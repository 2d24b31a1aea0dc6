"""Measures loudness and true peak as ITU-R BS.1770-4 and EBU Tech 3341 define them. It changes nothing.

Everything is computed block by block from the samples, so a clip may be a memory map. The K-weighted power is
kept once per millisecond (a "hop"); a gain that changes slowly can then be judged on these few numbers alone,
which is what the mastering does.
"""

from __future__ import annotations

import math

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples

HOP = 48  # frames; one millisecond at 48 kHz
SILENCE = 1e-6  # magnitude; -120 dBFS
FloatArray = NDArray[np.float64]

# BS.1770-4, tables 1 and 2, coefficients for 48 kHz: the head's shelf, then the high-pass.
K_WEIGHTING: FloatArray = np.array(
    [
        [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585],
        [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
    ]
)
_OFFSET_LU = -0.691  # BS.1770-4, equation 2
_BLOCK_HOPS, _STEP_HOPS = 400, 100  # 400 ms windows, 75 % overlap
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0
_FILTER_BLOCK = HOP * 1024

_OVERSAMPLING = 4  # BS.1770-4 annex 2
_PEAK_TAPS = 24  # samples on which one point between two samples depends
_PEAK_HOP = 32  # frames handled by one row of the matrix product


def weighted_power(samples: Samples) -> FloatArray:
    """K-weighted power per millisecond, summed over the channels.

    Args:
        samples: [channels, frames] at 48 kHz; one or two channels, which BS.1770 weighs alike.
    Returns:
        [hops]; a last part of a millisecond counts as if silence followed.
    """
    frames = samples.shape[1]
    power = np.zeros(-(-frames // HOP))
    state = np.zeros((2, samples.shape[0], 2))
    for start in range(0, frames, _FILTER_BLOCK):
        weighted, state = scipy.signal.sosfilt(
            K_WEIGHTING, samples[:, start : start + _FILTER_BLOCK], axis=-1, zi=state
        )
        first = start // HOP
        per_hop = hop_power(weighted)
        power[first : first + len(per_hop)] = per_hop
    return power


def hop_power(samples: NDArray[np.floating]) -> FloatArray:
    """Mean square per millisecond, summed over the channels: [channels, frames] -> [hops]."""
    whole = samples.shape[1] // HOP
    head = samples[:, : whole * HOP].reshape(samples.shape[0], whole, HOP)
    power = np.einsum("chf,chf->h", head, head).astype(np.float64)
    tail = samples[:, whole * HOP :]
    if tail.shape[1]:
        power = np.append(power, float(np.sum(np.square(tail, dtype=np.float64))))
    return np.asarray(power / HOP)


def integrated_lufs(power: FloatArray) -> float:
    """Gated loudness of K-weighted powers from `weighted_power`; minus infinity for silence.

    Sound shorter than one window of 400 ms is measured as one window of its own length.
    """
    windows = _window_means(power, min(_BLOCK_HOPS, len(power)), _STEP_HOPS)
    heard = windows[windows > _power_of(_ABSOLUTE_GATE_LUFS)]
    if not len(heard):
        return -math.inf
    gate = _lufs(float(heard.mean())) + _RELATIVE_GATE_LU
    return _lufs(float(heard[heard > _power_of(gate)].mean()))


def loudness_lufs(clip: Clip) -> float:
    """Integrated loudness of a clip in LUFS (BS.1770-4); minus infinity for silence."""
    _check_rate(clip)
    return integrated_lufs(weighted_power(clip.samples))


def sample_peak(samples: NDArray[np.float32]) -> float:
    """The largest magnitude of [frames] or [channels, frames]; 0 if there are none."""
    blocks = (samples[..., at : at + _FILTER_BLOCK] for at in range(0, samples.shape[-1], _FILTER_BLOCK))
    return max((float(max(block.max(), -block.min())) for block in blocks), default=0.0)


def true_peak_dbtp(clip: Clip) -> float:
    """True peak of a clip in dBTP, by fourfold oversampling; minus infinity for silence."""
    meter = TruePeakMeter(clip.channels)
    for start in range(0, clip.frames, _FILTER_BLOCK):
        meter.process(clip.samples[:, start : start + _FILTER_BLOCK])
    return meter.finish_dbtp()


class TruePeakMeter:
    """Finds the largest value of the waveform at and between the samples, block after block."""

    def __init__(self, channels: int) -> None:
        self._waiting = np.zeros((channels, _PEAK_TAPS // 2), dtype=np.float32)
        self._matrix = _interpolation(_PEAK_HOP)
        self._peak = 0.0

    def process(self, block: Samples) -> None:
        """Take the next samples: [channels, frames], any number of frames."""
        joined = np.concatenate([self._waiting, block], axis=1)
        hops = max(joined.shape[1] - _PEAK_TAPS, 0) // _PEAK_HOP
        if hops:
            used = joined[:, : hops * _PEAK_HOP + _PEAK_TAPS]
            self._peak = max(self._peak, float(_hop_peaks(used, self._matrix).max()))
        self._waiting = joined[:, hops * _PEAK_HOP :]

    def finish_dbtp(self) -> float:
        """The peak of everything taken in dBTP; minus infinity for silence."""
        self.process(np.zeros((self._waiting.shape[0], _PEAK_TAPS + _PEAK_HOP), dtype=np.float32))
        return 20.0 * math.log10(self._peak) if self._peak > 0.0 else -math.inf


def true_peaks(samples: Samples, hop: int) -> NDArray[np.float32]:
    """The true peak of every `hop` frames, over all channels.

    Args:
        samples: [channels, frames].
        hop: frames, at least 8; the last hop may be shorter.
    Returns:
        [hops] magnitudes.
    """
    frames = samples.shape[1]
    peaks = np.zeros(-(-frames // hop), dtype=np.float32)
    matrix = _interpolation(hop)
    edge = _PEAK_TAPS // 2
    hops_at_once = _FILTER_BLOCK // hop
    for first in range(0, len(peaks), hops_at_once):
        hops = min(hops_at_once, len(peaks) - first)
        start, end = first * hop - edge, (first + hops) * hop + edge
        part = samples[:, max(start, 0) : end]
        before = max(-start, 0)
        after = end - start - before - part.shape[1]
        surrounded = np.pad(part, ((0, 0), (before, after)))
        peaks[first : first + hops] = _hop_peaks(surrounded, matrix).max(axis=0)
    return peaks


def _hop_peaks(samples: Samples, matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Largest magnitude at and between the samples of each hop: [channels, frames] -> [channels, hops].

    The first and last twelve frames only serve as surroundings. A hop with its surroundings is one row of a
    matrix product with the interpolation filter, which is far quicker than filtering.
    """
    length = matrix.shape[0]
    rows = np.lib.stride_tricks.sliding_window_view(samples, length, axis=1)[:, :: length - _PEAK_TAPS]
    points = rows @ matrix  # [channels, hops, points]
    return np.asarray(np.maximum(points.max(axis=2), -points.min(axis=2)))


def _interpolation(hop: int) -> NDArray[np.float32]:
    """[hop + taps, 4 * hop]: column 4 n + p gives the waveform p/4 of a sample after frame n of the hop."""
    centre = _PEAK_TAPS * _OVERSAMPLING // 2
    at = np.arange(-centre, centre + 1)
    kernel = np.sinc(at / _OVERSAMPLING) * np.kaiser(2 * centre + 1, 6.0)
    kernel *= _OVERSAMPLING / kernel.sum()
    row = np.arange(hop + _PEAK_TAPS)[:, None]
    point = np.arange(hop * _OVERSAMPLING)[None, :]
    at = centre + point - (row - _PEAK_TAPS // 2) * _OVERSAMPLING
    inside = (at >= 0) & (at < len(kernel))
    return np.where(inside, kernel[np.clip(at, 0, len(kernel) - 1)], 0.0).astype(np.float32)


def _window_means(power: FloatArray, length: int, step: int) -> FloatArray:
    if length == 0:
        return np.zeros(0)
    total = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(power) - length + 1, step)
    return np.asarray((total[starts + length] - total[starts]) / length)


def _lufs(power: float) -> float:
    return _OFFSET_LU + 10.0 * math.log10(power)


def _power_of(lufs: float) -> float:
    return float(10.0 ** ((lufs - _OFFSET_LU) / 10.0))


def _check_rate(clip: Clip) -> None:
    assert clip.sample_rate == SAMPLE_RATE, "the K-weighting coefficients hold for 48 kHz"
