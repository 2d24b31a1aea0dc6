"""The pitch curve of a sung line. It knows nothing of timbre and sound.

Notes are steps that a damped second-order system follows (Saitou, Unoki and Akagi 2005), with a scoop into
phrases, a vibrato that starts late and grows, and a slow drift.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from songwright.sing.phones import Manner, consonant
from songwright.sing.timing import SecondsNote, Segment
from songwright.sing.voices import Singer

CURVE_RATE = 1000  # points per second

Curve = NDArray[np.float64]  # [points]

_DAMPING = 0.78
_GLIDE_RATE = 2 * math.pi * 8.5  # rad/s of a glide in unhurried singing
_LEAD_S = 0.05  # glides begin before the note, so that the vowel starts nearly in tune
_PHRASE_GAP_S = 0.25
_SCOOP_CENTS = 90.0
_FALL_CENTS, _FALL_S = 45.0, 0.12  # at the end of a phrase, as the breath gives way
_DIP_CENTS = 30.0  # voiced stops and friction slow the vocal folds a little
_VIBRATO_FROM_S = 0.3
_VIBRATO_GROWS_S = 0.5
_SHORTEST_VIBRATO_NOTE_S = 0.55
_LEAP_SLOWS, _RISE_SLOWS = 0.035, 1.3  # a semitone beyond a second lengthens a glide so much, upwards more
_SLOWING = (Manner.STOP, Manner.AFFRICATE, Manner.FRICATIVE)


def pitch_curve(
    notes: Sequence[SecondsNote], times: Curve, singer: Singer, rng: np.random.Generator
) -> Curve:
    """The sung pitch.

    Args:
        notes: in order, not overlapping, at least one.
        times: seconds, `CURVE_RATE` points per second.
        singer: vibrato and detuning.
        rng: source of the small human differences.
    Returns:
        MIDI pitch, fractional, one per time.
    """
    curve = _glides(notes, times, singer.glide)
    previous_end = -math.inf
    for note, following in zip(notes, (*notes[1:], None), strict=True):
        starts_phrase = note.start_s - previous_end > _PHRASE_GAP_S
        depth, extent, rate = rng.uniform(0.5, 1.3), rng.uniform(0.8, 1.2), rng.uniform(0.96, 1.04)
        if starts_phrase:
            _add_scoop(curve, times, note, _SCOOP_CENTS * depth * singer.scoop)
        if note.end_s - note.start_s > _SHORTEST_VIBRATO_NOTE_S:
            _add_vibrato(curve, times, note, (singer.vibrato_cents * extent, singer.vibrato_hz * rate))
        if following is None or following.start_s - note.end_s > _PHRASE_GAP_S:
            _add_fall(curve, times, note, _FALL_CENTS * depth)
        previous_end = note.end_s
    return curve + (drift(times, rng) * singer.drift_cents + singer.detune_cents) / 100


def consonant_dips(segments: Sequence[Segment], times: Curve) -> Curve:
    """What voiced stops and friction take from the pitch, in semitones, one per time."""
    dips = np.zeros(len(times))
    for segment in segments:
        sound = consonant(segment.phone)
        if segment.is_nucleus or not sound.is_voiced or sound.manner not in _SLOWING:
            continue
        first, last = np.searchsorted(times, (segment.start_s, segment.end_s + 0.03))
        position = (times[first:last] - segment.start_s) / (segment.end_s + 0.03 - segment.start_s)
        dips[first:last] -= _DIP_CENTS / 100 * np.sin(np.pi * position) ** 2
    return dips


def to_hz(pitch: Curve) -> Curve:
    """Equal temperament with A4 = MIDI 69 = 440 Hz."""
    return 440.0 * np.exp2((pitch - 69.0) / 12.0)


def _glides(notes: Sequence[SecondsNote], times: Curve, length: float) -> Curve:
    """Each change of note answered by a second-order step response.

    Larger intervals take longer, upwards more than downwards (Sundberg 1979, on the maximum speed of pitch
    changes); short notes hurry. The slower a glide, the earlier it begins, so that it arrives in time.
    """
    curve = np.full(len(times), float(notes[0].pitch))
    for before, after in pairwise(notes):
        step = after.pitch - before.pitch
        if step == 0:
            continue
        leap = 1 + _LEAP_SLOWS * max(abs(step) - 2, 0) * (_RISE_SLOWS if step > 0 else 1.0)
        shortest = min(after.start_s - before.start_s, after.end_s - after.start_s)
        slower = length * leap
        hurry = max(1.0, min(4.0, 0.3 * slower / max(shortest, 1e-3))) / slower
        first = int(np.searchsorted(times, after.start_s - _LEAD_S / hurry))
        curve[first:] += step * _step_response(
            (times[first:] - times[first : first + 1]) * _GLIDE_RATE * hurry
        )
    return curve


def _step_response(phase: Curve) -> Curve:
    swing = math.sqrt(1 - _DAMPING**2)
    decay = np.exp(-_DAMPING * phase)
    return 1 - decay * (np.cos(swing * phase) + _DAMPING / swing * np.sin(swing * phase))


def _add_scoop(curve: Curve, times: Curve, note: SecondsNote, cents: float) -> None:
    """Reach the first note of a phrase from below."""
    decay_s = min(0.045, 0.2 * (note.end_s - note.start_s))
    first = int(np.searchsorted(times, note.start_s - _PHRASE_GAP_S))
    last = int(np.searchsorted(times, note.start_s + 8 * decay_s))
    since = np.maximum(times[first:last] - note.start_s + 0.02, 0.0)
    arriving = np.clip((times[first:last] - note.start_s + _PHRASE_GAP_S) / 0.1, 0, 1)
    curve[first:last] -= cents / 100 * arriving * np.exp(-since / decay_s)


def _add_fall(curve: Curve, times: Curve, note: SecondsNote, cents: float) -> None:
    fall_s = min(_FALL_S, 0.25 * (note.end_s - note.start_s))
    first = int(np.searchsorted(times, note.end_s - fall_s))
    last = int(np.searchsorted(times, note.end_s + _PHRASE_GAP_S))
    until_end_s = note.end_s - times[first:last]
    depth = np.clip(1 - until_end_s / fall_s, 0, 1) ** 2 * np.clip((until_end_s + _PHRASE_GAP_S) / 0.1, 0, 1)
    curve[first:last] -= cents / 100 * depth


def _add_vibrato(curve: Curve, times: Curve, note: SecondsNote, vibrato: tuple[float, float]) -> None:
    cents, rate = vibrato
    from_s = note.start_s + _VIBRATO_FROM_S
    first, last = np.searchsorted(times, (from_s, note.end_s))
    since = times[first:last] - from_s
    growth = np.clip(since / _VIBRATO_GROWS_S, 0, 1) ** 1.5 * np.clip(
        (note.end_s - times[first:last]) / 0.1, 0, 1
    )
    curve[first:last] += cents / 100 * growth * np.sin(2 * math.pi * rate * since)


def drift(times: Curve, rng: np.random.Generator) -> Curve:
    """Slow wandering with a deviation of about 1: sines between 0.4 and 3 Hz."""
    drift = np.zeros(len(times))
    for _ in range(5):
        rate, phase = rng.uniform(0.4, 3.0), rng.uniform(0.0, 2 * math.pi)
        drift += np.sin(2 * math.pi * rate * times + phase)
    return drift * math.sqrt(2 / 5)
