"""How hard a singer works from moment to moment: notes, stress, phrases. It knows nothing of sound."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.sing.timing import SecondsNote, Segment, TimedSyllable, phrases, rests_before

Curve = NDArray[np.float64]  # [frames]

_RELEASE_S = 0.09  # a phrase dies away over it
_STRESS_DB = (-1.4, 0.0, 0.8)
_ENTRY_DB, _SWELL_DB, _FADE_DB, _CLOSE_DB = -1.5, 0.9, -1.5, -4.5  # course of a long syllable
_FULL_SWELL_S = 0.5  # shorter syllables swell less
_LONG_SWELL_DB, _LONG_S = 1.0, 1.5  # what notes of this length swell more
_MEDIUM_VELOCITY = 90.0
_VELOCITY_POWER = 1.5
# Phrases grow towards their highest note and end softer (Friberg, Bresin and Sundberg 2006, the phrase arch).
_ARCH_START_DB, _ARCH_PEAK_DB, _ARCH_END_DB = -1.2, 0.9, -1.4
_ARCH_REST_S = 0.25  # a rest that parts phrases
_FULL_ARCH_S = 1.5  # shorter phrases have a flatter arch


@dataclass(frozen=True, slots=True)
class _Arch:
    """Level of a phrase at its start, peak and end: seconds and decibels."""

    at_s: tuple[float, float, float]
    levels_db: tuple[float, float, float]

    def level_db(self, moment_s: float) -> float:
        return float(np.interp(moment_s, self.at_s, self.levels_db))


def effort_curve(times: Curve, segments: Sequence[Segment], syllables: Sequence[TimedSyllable]) -> Curve:
    """Amplitude from velocity, stress, the swell of each syllable and the arch of each phrase.

    Args:
        times: seconds, evenly spaced.
        segments: the phones on the clock.
        syllables: the syllables they belong to.
    Returns:
        1 for an unstressed medium note, one per time.
    """
    at: list[float] = []
    levels_db: list[float] = []
    last_of_phrase = {end.syllable for _, end in phrases(segments)}
    arches = _arches(syllables)
    for index, timed in enumerate(syllables):
        close_db = _CLOSE_DB if index in last_of_phrase else _FADE_DB
        for note in timed.notes:
            level_db = _velocity_db(note) + _STRESS_DB[timed.syllable.stress]
            for place in (0.0, 0.3, 0.99):
                moment_s = note.start_s + place * (note.end_s - note.start_s)
                at.append(moment_s)
                swell_db = _swell_db(timed, moment_s, close_db)
                levels_db.append(level_db + swell_db + arches[index].level_db(moment_s))
    return np.power(10.0, smooth(np.interp(times, at, levels_db), 13) / 20)


def _velocity_db(note: SecondsNote) -> float:
    return 20 * _VELOCITY_POWER * math.log10(max(note.velocity, 1) / _MEDIUM_VELOCITY)


def _swell_db(timed: TimedSyllable, moment_s: float, close_db: float) -> float:
    length_s = timed.end_s - timed.start_s
    swell_db = _SWELL_DB + _LONG_SWELL_DB * min(max(length_s / _LONG_S - 0.4, 0.0), 0.6) / 0.6
    passed = (moment_s - timed.start_s) / length_s
    course_db = float(np.interp(passed, (0, 0.3, 1), (_ENTRY_DB, swell_db, close_db)))
    return course_db * min(length_s / _FULL_SWELL_S, 1.0)


def _arches(syllables: Sequence[TimedSyllable]) -> list[_Arch]:
    """The arch of each syllable's phrase; the peak is the highest note, the longest of equals."""
    starts = rests_before(syllables, _ARCH_REST_S)
    arches: list[_Arch] = []
    for first, last in zip(starts, [*starts[1:], len(syllables)], strict=True):
        notes = [note for timed in syllables[first:last] for note in timed.notes]
        peak = max(notes, key=lambda note: (note.pitch, note.end_s - note.start_s))
        begin_s, end_s = notes[0].start_s, notes[-1].end_s
        share = min(1.0, (end_s - begin_s) / _FULL_ARCH_S) if last - first > 1 else 0.0
        arch = _Arch(
            (begin_s, max(peak.start_s, begin_s + 1e-6), max(end_s, peak.end_s + 1e-6)),
            (_ARCH_START_DB * share, _ARCH_PEAK_DB * share, _ARCH_END_DB * share),
        )
        arches += [arch] * (last - first)
    return arches


def edges_of_phrases(times: Curve, segments: Sequence[Segment], attack_s: float) -> Curve:
    """1, but for phrases that start or end on a vowel, which swell up from and die away to silence.

    Args:
        times: seconds, evenly spaced.
        segments: the phones on the clock.
        attack_s: how long the swelling up takes.
    """
    level = np.ones(len(times))
    for begin, end in phrases(segments):
        if end.is_nucleus:
            release_s = min(_RELEASE_S, 0.4 * (end.end_s - end.start_s))
            first, last = np.searchsorted(times, (end.end_s - release_s, end.end_s + 0.02))
            away = np.clip((times[first:last] - end.end_s + release_s) / release_s, 0, 1)
            level[first:last] *= np.cos(0.5 * np.pi * away) ** 2
        if begin.is_nucleus:
            first, last = np.searchsorted(times, (begin.start_s - 0.03, begin.start_s + attack_s))
            level[first:last] *= 0.25 + 0.75 * np.clip((times[first:last] - begin.start_s) / attack_s, 0, 1)
    return level


def smooth(curve: NDArray[np.floating], frames: int) -> Curve:
    """Moving Hann-weighted average over an odd number of frames; the ends go on beyond the curve."""
    kernel = np.hanning(frames + 2)[1:-1]
    padded = np.pad(curve, frames // 2, mode="edge")
    return np.asarray(np.convolve(padded, kernel / kernel.sum(), mode="valid"), np.float64)
