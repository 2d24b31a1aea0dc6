"""Loudness and true peak agree with the standard's own values and with another implementation."""

import math

import numpy as np
import pyloudnorm
import pytest
from scipy.signal import resample_poly

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.loudness import (
    TruePeakMeter,
    loudness_lufs,
    sample_peak,
    true_peak_dbtp,
    true_peaks,
)
from tests.audio.signals import coloured_noise, music_like, sine, stereo


def test_full_scale_sine_reads_as_the_standard_says():
    """BS.1770: a full-scale 997 Hz sine on one channel is -3.01 LUFS, on both 0 LUFS."""
    tone = sine(997.0, 5.0).samples
    assert loudness_lufs(Clip(tone[:1])) == pytest.approx(-3.01, abs=0.02)
    assert loudness_lufs(Clip(tone)) == pytest.approx(0.0, abs=0.02)


def test_gate_ignores_silence():
    """EBU Tech 3341: pauses do not lower the integrated loudness."""
    tone = sine(1000.0, 10.0, peak=10 ** (-23 / 20)).samples
    with_pause = np.concatenate([tone, np.zeros_like(tone), tone * 10 ** (-50 / 20)], axis=1)
    assert loudness_lufs(Clip(with_pause)) == pytest.approx(-23.0, abs=0.15)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_pyloudnorm(seed: int):
    """Within 0.1 LU on sound like music."""
    clip = music_like(12.0, seed)
    reference = pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(clip.samples.T.astype(float))
    assert loudness_lufs(clip) == pytest.approx(reference, abs=0.1)


def test_silence_has_no_loudness():
    """Silence and an empty clip read minus infinity."""
    for frames in (0, 100, 48_000):
        empty = Clip(np.zeros((2, frames), np.float32))
        assert loudness_lufs(empty) == -math.inf
        assert true_peak_dbtp(empty) == -math.inf


def test_sample_peak_finds_the_largest_magnitude():
    """Negative samples count like positive ones, in every channel and at every place; nothing has no peak."""
    samples = np.zeros((2, 200_001), np.float32)
    assert sample_peak(samples) == sample_peak(samples[:, :0]) == 0.0
    samples[1, -1], samples[0, 5] = -0.5, 0.25
    assert sample_peak(samples) == 0.5
    assert sample_peak(samples[0]) == 0.25


def test_true_peak_sees_between_the_samples():
    """A tone at a quarter of the sample rate, sampled at 45 degrees, peaks 3 dB above its samples."""
    at = np.arange(SAMPLE_RATE)
    tone = stereo(np.sin(np.pi / 2 * at + np.pi / 4) * np.hanning(SAMPLE_RATE))
    assert 20 * math.log10(np.abs(tone).max()) == pytest.approx(-3.01, abs=0.02)
    assert true_peak_dbtp(Clip(tone)) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("seed", range(4))
def test_true_peak_agrees_with_16_fold_oversampling(seed: int):
    """Within 0.15 dB of a far finer interpolation, whatever the block length."""
    samples = coloured_noise(2.0, seed)
    reference = 20 * math.log10(np.abs(resample_poly(samples.astype(float), 16, 1, axis=1)).max())
    assert true_peak_dbtp(Clip(samples)) == pytest.approx(reference, abs=0.15)
    meter = TruePeakMeter(2)
    for start in range(0, samples.shape[1], 1009):
        meter.process(samples[:, start : start + 1009])
    assert meter.finish_dbtp() == pytest.approx(true_peak_dbtp(Clip(samples)), abs=1e-3)


@pytest.mark.parametrize("hop", [16, 48])
def test_peaks_per_hop_cover_every_sample(hop: int):
    """No hop's peak lies below its samples, and the largest is the clip's."""
    samples = coloured_noise(1.3, 5)
    peaks = true_peaks(samples, hop)
    lack = len(peaks) * hop - samples.shape[1]
    per_hop = np.abs(np.pad(samples, ((0, 0), (0, lack)))).reshape(2, -1, hop).max(axis=(0, 2))
    assert np.all(peaks >= per_hop * 0.995)
    assert 20 * math.log10(peaks.max()) == pytest.approx(true_peak_dbtp(Clip(samples)), abs=1e-3)
