"""Puts tones into a track: when, how loud, how they are released, from which side.

It knows nothing of how tones are made.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tone sounds.

    Attributes:
        start: first frame in the track, at least 0.
        held: frames until the note's end.
        gain: linear.
    """

    start: int
    held: int
    gain: float


def add(track: Samples, tone: Samples, place: Place, release: NDArray[np.float32]) -> None:
    """Add a tone to a track: held, then released; what lies beyond the end of either is cut.

    Args:
        track: [channels, frames], changed in place.
        tone: [1 or channels, frames], as if it were held all the time.
        place: where.
        release: [frames] gain after the note's end.
    """
    count = min(tone.shape[1], place.held + len(release), track.shape[1] - place.start)
    if count <= 0:
        return
    held = min(place.held, count)
    gain = np.float32(place.gain)
    track[:, place.start : place.start + held] += gain * tone[:, :held]
    if count > held:
        tail = tone[:, held:count] * (gain * release[: count - held])
        track[:, place.start + held : place.start + count] += tail


def pan_gains(pan: float) -> tuple[float, float]:
    """Left and right gain of a position from -1 to +1: constant power, 1 in the middle."""
    angle = (pan + 1.0) * math.pi / 4.0
    return math.sqrt(2.0) * math.cos(angle), math.sqrt(2.0) * math.sin(angle)


def panned(sound: Samples, pan: float) -> Samples:
    """A [1 or 2, frames] sound moved to a position from -1 to +1: [2, frames]."""
    return np.array(pan_gains(pan), np.float32)[:, None] * sound
