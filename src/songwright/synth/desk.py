"""The last steps that tracks and voices share on the mixing desk: room, echo, ending, safety limiter.

It knows nothing of scores, roles and genres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.dynamics import LIMITER_HOP, apply_gain, factor, limiter_gain_db
from songwright.audio.loudness import HOP, sample_peak, true_peaks
from songwright.synth.automation import Ending, hops_of
from songwright.synth.effects import (
    CONVOLUTION_BLOCK,
    Convolution,
    Delay,
    Space,
    impulse_response,
)

FloatArray = NDArray[np.float64]

CEILING_DBFS = -1.0  # of a single stem, so that stems can be kept as PCM
_ECHOES = 5
_ONE_HOP = 1.0 / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Sends:
    """What a stem sends to room and echo.

    Attributes:
        space: which room.
        decay_s: its decay time.
        room_db: gain of the room, or None for a dry sound.
        echo_s: time between echoes.
        echo_db: gain of the echoes, or None.
        feedback: each echo's gain against the one before.
    """

    space: Space
    decay_s: float
    room_db: float | None
    echo_s: float
    echo_db: float | None
    feedback: float = 0.4

    @property
    def tail_frames(self) -> int:
        """How long room and echo sound on after the sound itself."""
        room = 0 if self.room_db is None else impulse_response(self.space, self.decay_s).shape[1]
        echo = 0 if self.echo_db is None else round(_ECHOES * self.echo_s * SAMPLE_RATE)
        return max(room, echo)


def add_space(samples: Samples, sends: Sends, gate: FloatArray | None = None) -> None:
    """Add reverb and echoes of a sound to itself.

    Args:
        samples: [2, frames], changed in place.
        sends: where to and how much.
        gate: [hops] how much goes to the echo when; None is always everything.
    """
    if sends.room_db is None and sends.echo_db is None:
        return
    room = echo = None
    if sends.room_db is not None:
        room = Convolution(impulse_response(sends.space, sends.decay_s))
    if sends.echo_db is not None:
        echo = Delay(sends.echo_s, sends.feedback, _ECHOES)
    room_gain = np.float32(10.0 ** ((sends.room_db or 0.0) / 20.0))
    echo_gain = np.float32(10.0 ** ((sends.echo_db or 0.0) / 20.0))
    opened = None if gate is None else np.repeat(gate.astype(np.float32), HOP)
    for start in range(0, samples.shape[1], CONVOLUTION_BLOCK):
        block = samples[:, start : start + CONVOLUTION_BLOCK]
        mid = 0.5 * (block[0] + block[1])
        if room is not None:
            block += room_gain * room.process(mid)
        if echo is not None:
            sent = mid if opened is None else mid * opened[start : start + len(mid)]
            block += echo_gain * echo.process(sent)


def end(samples: Samples, ending: Ending, first_hop: int, since_s: float | None) -> Samples:
    """Fade as the score says, and keep single peaks below full scale; changes the samples in place.

    Args:
        samples: [2, frames].
        ending: fades and silences.
        first_hop: millisecond of the song at which the samples begin.
        since_s: start of the part of the song that they belong to, see `Ending.over`.
    """
    gains = ending.over(first_hop, hops_of(samples.shape[1]), since_s)
    if gains.min() < 1.0:
        apply_gain(samples, gains, HOP, out=samples)
        samples[:, _silent_from(gains) * HOP :] = 0.0
    if sample_peak(samples) > 10.0 ** (CEILING_DBFS / 20.0):
        curve = limiter_gain_db(true_peaks(samples, LIMITER_HOP), 0.0, CEILING_DBFS)
        apply_gain(samples, factor(curve), LIMITER_HOP, out=samples)
    return samples


def _silent_from(gains: FloatArray) -> int:
    """The hop from which all gains are 0; their number if the last is not."""
    heard = np.flatnonzero(gains)
    return int(heard[-1]) + 1 if len(heard) else 0
