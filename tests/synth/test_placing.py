"""Putting tones into a track."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.synth.placing import Place, add, pan_gains, panned

pytestmark = pytest.mark.fast

RELEASE = np.array([0.5, 0.25], np.float32)


def test_a_tone_is_held_and_then_released():
    """The tone sounds in full until the note ends and then follows the release."""
    track = np.zeros((1, 8), np.float32)
    add(track, np.ones((1, 8), np.float32), Place(1, 3, 2.0), RELEASE)
    assert track[0].tolist() == [0.0, 2.0, 2.0, 2.0, 1.0, 0.5, 0.0, 0.0]


@pytest.mark.parametrize(("start", "tone_frames"), [(6, 8), (8, 8), (20, 8), (0, 0)])
def test_what_lies_beyond_either_end_is_cut(start: int, tone_frames: int):
    """A tone at or after the end of the track, or without frames, changes nothing beyond it."""
    track = np.zeros((2, 8), np.float32)
    add(track, np.ones((1, tone_frames), np.float32), Place(start, 4, 1.0), RELEASE)
    assert track.sum() == 2.0 * max(0, min(8 - start, tone_frames))


@given(st.floats(-1.0, 1.0))
def test_panning_keeps_the_power(pan: float):
    """Left and right together always have the power of the middle."""
    left, right = pan_gains(pan)
    assert left**2 + right**2 == pytest.approx(2.0)
    assert (left > right) == (pan < 0) or abs(pan) < 1e-9


def test_a_sound_far_left_is_silent_on_the_right():
    """A mono sound becomes stereo at its position."""
    moved = panned(np.ones((1, 3), np.float32), -1.0)
    assert moved.shape == (2, 3)
    assert moved[0, 0] == pytest.approx(np.sqrt(2.0))
    assert np.abs(moved[1]).max() < 1e-6
