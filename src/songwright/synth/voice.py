"""What the player and the instruments tell each other: a tone to make, and how an instrument is played.

It knows nothing of how any instrument sounds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from songwright.audio.clip import Samples
from songwright.song.chance import child_seed


@dataclass(frozen=True, slots=True, eq=False)
class Tone:
    """One tone to make; all notes that share pitch, loudness and variant share it.

    Attributes:
        pitch: MIDI number.
        loudness: 0 to 1, the middle of the note's velocity layer.
        frames: length to make; the note sounds held all the time, the player shapes the release.
        short: whether the notes are too short for a full attack and vibrato.
        rng: what makes this variant differ from the next.
    """

    pitch: int
    loudness: float
    frames: int
    short: bool
    rng: np.random.Generator

    @property
    def hz(self) -> float:
        """The fundamental in equal temperament, A4 = 440 Hz."""
        return float(440.0 * 2.0 ** ((self.pitch - 69) / 12.0))


Render = Callable[[Tone], Samples]
Finish = Callable[[Samples], None]


@dataclass(frozen=True, slots=True)
class Voice:
    """How an instrument is played.

    Attributes:
        render: makes a held tone, [1 or 2, frames].
        gain_db: brings the instrument to about -20 dBFS while it plays.
        release_s: how long a note takes to fall by 60 dB after its end.
        dynamics: exponent from velocity to amplitude; 0 is an organ, 1.5 a piano.
        variants: how many different tones take turns on repeated notes.
        takes: 2 plays the part twice, left and right, as rock guitars are recorded.
        undamped_from: the pitch from which notes ring on, as on a piano without dampers there.
        longest_s: after this a tone has died away by itself.
        finish: what the whole part goes through: amplifier, rotary speaker, tremolo; changes it in place.
    """

    render: Render
    gain_db: float = 0.0
    release_s: float = 0.1
    dynamics: float = 1.5
    variants: int = 3
    takes: int = 1
    undamped_from: int = 128
    longest_s: float = 600.0
    finish: Finish | None = None


def fixed_rng(name: str, pitch: int) -> np.random.Generator:
    """Draws that belong to an instrument's build and so are the same in every song."""
    return np.random.default_rng(child_seed(pitch, "build", name))
