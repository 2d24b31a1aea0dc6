"""How one player's notes follow each other in one breath: curves over a line, and reading tables in phase.

It knows nothing of any instrument. A line's pitch glides from note to note while one phase runs on, so that a
change of note neither clicks nor attacks.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.synth.envelopes import STEP, Points, times
from songwright.synth.oscillators import glide, scan
from songwright.synth.voice import Line

Tables = NDArray[np.float32]
_CHANGE_S = 0.03  # in which loudness moves from one note's to the next
_BLEND = 384  # frames in which the next note's cycles replace the last one's
_PLAIN_S = 0.7  # notes up to this length are not shaped
_GROWTH_S = 0.35  # in which a vibrato grows
_CALM_S = 0.045  # before a note changes its vibrato has come to rest


def since(line: Line) -> Points:
    """Seconds since the start of the note that sounds, at the points of `envelopes.times(line.frames)`."""
    t = times(line.frames)
    return np.asarray(t - _starts(line)[_which(line)])


def _starts(line: Line) -> Points:
    return np.asarray(np.concatenate([[0.0], np.cumsum(line.lengths[:-1])]) / SAMPLE_RATE)


def _which(line: Line) -> NDArray[np.intp]:
    t = times(line.frames)
    return np.asarray(np.searchsorted(_starts(line), t + 1e-9, side="right") - 1)


def along(line: Line, values: tuple[float, ...]) -> Points:
    """One value per note as points that move smoothly from note to note."""
    which = _which(line)
    own = np.array(values)[which]
    before = np.array(values)[np.maximum(which - 1, 0)]
    arrived = np.clip(since(line) / _CHANGE_S, 0.0, 1.0)
    return np.asarray(before + (own - before) * arrived)


def slurred(line: Line, peak_s: float, width_s: float) -> Points:
    """A bump of height 1 shortly after each change of note, as points; the first note has none."""
    bump = np.exp(-(((since(line) - peak_s) / width_s) ** 2))
    return np.asarray(bump * (_which(line) > 0))


def growth(line: Line, delay_s: float) -> Points:
    """How far the vibrato has grown, 0 to 1: late in each note, and at rest before the next."""
    late = since(line)
    left = np.array(line.lengths)[_which(line)] / SAMPLE_RATE - late
    last = _which(line) == len(line.pitches) - 1
    calm = np.where(last, 1.0, np.clip(left / _CALM_S, 0.0, 1.0))
    return np.asarray(np.clip((late - delay_s) / _GROWTH_S, 0.0, 1.0) * calm)


def hairpin(line: Line, depth: float) -> Points:
    """The gain of long notes that grow to their middle and fall back; short ones stay plain."""
    length = np.array(line.lengths)[_which(line)] / SAMPLE_RATE
    long = np.clip((length - _PLAIN_S) / _PLAIN_S, 0.0, 1.0)
    return np.asarray(1.0 + depth * long * np.sin(np.pi * np.clip(since(line) / length, 0.0, 1.0)) ** 2)


def glides(line: Line, glide_s: float) -> Points:
    """Cents by which the pitch still lies beside the note that has begun, as points."""
    which = _which(line)
    pitches = np.array(line.pitches, float)
    back = 100.0 * (pitches[np.maximum(which - 1, 0)] - pitches[which])
    way = np.clip(since(line) / glide_s, 0.0, 1.0)
    return np.asarray(back * (0.5 + 0.5 * np.cos(np.pi * way)))


def read(
    line: Line, tables_for: Callable[[int], Tables], cents: Points, place: NDArray[np.float32], start: float
) -> Samples:
    """Read each note's cycles at one phase that runs through the whole line.

    Args:
        line: the notes.
        tables_for: cycles of a MIDI pitch, from soft to bright.
        cents: deviation from the note that has begun, at the points of `envelopes.times(line.frames)`.
        place: [frames] which table sounds.
        start: phase in turns.
    Returns:
        [1, frames].
    """
    sound = np.empty((1, line.frames), np.float32)
    first = 0
    tables: Tables | None = None
    for pitch, length in zip(line.pitches, line.lengths, strict=True):
        hz = 440.0 * 2.0 ** ((pitch - 69) / 12.0)
        points = cents[first // STEP : first // STEP + -(-(length + 1) // STEP) + 1]
        points = np.pad(points, (0, -(-(length + 1) // STEP) + 1 - len(points)), mode="edge")
        phase = glide(hz, points, length + 1, start)
        old, tables = tables, tables_for(pitch)
        here = place[first : first + length]
        part = scan(tables, phase[:length], here)
        if old is not None:
            count = min(_BLEND, length)
            ramp = np.arange(count, dtype=np.float32) / count
            before = scan(old, phase[:count], here[:count])
            part[:, :count] = before + (part[:, :count] - before) * ramp
        sound[:, first : first + length] = part
        first, start = first + length, float(phase[length]) / 2.0**32
    return sound
