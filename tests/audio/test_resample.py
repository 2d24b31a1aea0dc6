"""Resampling keeps pitch, level and length."""

import numpy as np
import pytest

from songwright.audio.clip import Clip
from songwright.audio.resample import resample
from tests.audio.signals import rms_db, sine

pytestmark = pytest.mark.fast


@pytest.mark.parametrize("rate", [16_000, 44_100, 96_000])
def test_there_and_back_is_the_same_sound(rate: int):
    """A tone survives another sample rate and its way back."""
    tone = sine(1000.0, 1.0, 0.5)
    there = resample(tone, rate)
    assert there.frames == rate
    assert int(np.argmax(np.abs(np.fft.rfft(there.samples[0])))) == 1000
    back = resample(there, 48_000).samples
    assert rms_db((back - tone.samples)[:, 500:-500]) < -80.0


def test_same_rate_changes_nothing():
    """The samples are handed on."""
    tone = sine(1000.0, 0.1)
    assert resample(tone, 48_000).samples is tone.samples
    assert resample(Clip(np.zeros((2, 0), np.float32), 44_100), 48_000).frames == 0
