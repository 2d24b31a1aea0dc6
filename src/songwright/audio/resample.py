"""Changes the sample rate of a clip. It knows nothing of files."""

from __future__ import annotations

import numpy as np
import soxr

from songwright.audio.clip import Clip


def resample(clip: Clip, sample_rate: int) -> Clip:
    """The clip at another sample rate in Hz, by the SoX resampler at its high quality."""
    if clip.sample_rate == sample_rate or clip.frames == 0:
        return Clip(clip.samples, sample_rate)
    frames = round(clip.frames * sample_rate / clip.sample_rate)
    samples = np.zeros((clip.channels, frames), dtype=np.float32)
    for channel in range(clip.channels):
        row = soxr.resample(clip.samples[channel], clip.sample_rate, sample_rate, quality="HQ")
        kept = min(frames, len(row))
        samples[channel, :kept] = row[:kept]
    return Clip(samples, sample_rate)
