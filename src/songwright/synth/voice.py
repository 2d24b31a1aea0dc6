"""What the player and the instruments tell each other: a tone or a line to make, and how it is played.

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


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Notes of one player under one breath or bow: only the first is attacked. A lone tone is a line of one.

    Attributes:
        pitches: MIDI numbers.
        lengths: frames from each note to the next, multiples of `envelopes.STEP`; the last, to the end.
        loudness: 0 to 1 of each, which sets its colour.
        gains: linear gain of each.
        short: whether the first note is too short for a full attack.
        rng: what makes this line differ from the next.
    """

    pitches: tuple[int, ...]
    lengths: tuple[int, ...]
    loudness: tuple[float, ...]
    gains: tuple[float, ...]
    short: bool
    rng: np.random.Generator

    @property
    def frames(self) -> int:
        """Its whole length."""
        return sum(self.lengths)


def line_of(tone: Tone) -> Line:
    """A line of one note."""
    return Line((tone.pitch,), (tone.frames,), (tone.loudness,), (1.0,), tone.short, tone.rng)


Render = Callable[[Tone], Samples]
Slur = Callable[[Line], Samples]
Finish = Callable[[Samples], None]
Motion = Callable[[Samples, float], None]


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
        finish: what the whole part goes through: an amplifier and its speaker; changes it in place.
        motion: what moves the sound in time after that: rotary speaker, tremolo, chorus; changes it in place
            and is told when in the song the part begins, in seconds, so that it turns on over the borders of
            parts.
        slur: makes notes that follow each other without a gap in one breath, [1 or 2, frames]; None: each
            note is struck, plucked or tongued anew.
        let_go: the noise of letting a note go (dampers, jacks, keys), [1, frames] for a tone; None is silent.
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
    motion: Motion | None = None
    slur: Slur | None = None
    let_go: Render | None = None


def fixed_rng(name: str, pitch: int) -> np.random.Generator:
    """Draws that belong to an instrument's build and so are the same in every song."""
    return np.random.default_rng(child_seed(pitch, "build", name))
