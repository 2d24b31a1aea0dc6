"""What a mixing hand does during a song, as curves with one gain per millisecond, read from the score.

It knows nothing of samples; times come from sections, sung lines and kick notes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.audio.loudness import HOP, integrated_lufs
from songwright.song.instruments import Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Score, ScoreSection, VocalPart

FloatArray = NDArray[np.float64]
Spans = list[tuple[float, float]]  # (start, end) in seconds

_HOPS_PER_S = SAMPLE_RATE / HOP
_RIDE_RAMP_S = 0.08
_QUIET = frozenset({SectionKind.VERSE})
_LOUD = frozenset({SectionKind.CHORUS, SectionKind.DROP})
_SOLOS = frozenset({SectionKind.SOLO, SectionKind.INSTRUMENTAL, SectionKind.INTERLUDE})
_STEEPEST_DB = 16.0  # per unit of energy
_DEEPEST = 1.2  # times the depth; intros and outros have fewer instruments anyway
_MOST_SPARSE_DB = 4.0
_EVENING_DB = (-2.5, 5.0)
_USUAL_STEP = 0.4  # of energy between verse and chorus, where a song lacks one of them
_SHORTEST_FADE_S, _LONGEST_FADE_S = 0.05, 4.0
_THROW_BEFORE_S, _THROW_AFTER_S = 0.35, 0.12
_BREATH_S = 0.7  # lines closer than this are one stretch of singing


def hops_of(frames: int) -> int:
    """How many milliseconds cover the frames."""
    return -(-frames // HOP)


def ride_db(score: Score, depth_db: float, hops: int) -> FloatArray:
    """Section automation from the sections' energies: the chorus at 0 dB, the verse `depth_db` below."""
    return _section_steps(score, section_gains_db(score.sections, depth_db), hops)


def evening_db(power: FloatArray, score: Score, share: float) -> FloatArray:
    """Brings the sections of one stem closer to each other, as a hand on a fader does before the fine moves.

    Soft playing in a verse is softer in touch and sound already; if its level followed in full, the singer
    would stand far before the band there.

    Args:
        power: [hops] K-weighted power of the stem.
        score: for the sections.
        share: how much of a section's distance from the whole stem's loudness is taken back, 0 to 1.
    """
    whole = integrated_lufs(power)
    gains = []
    for index in range(len(score.sections)):
        start = round(score.seconds(score.section_start_beats(index)) * _HOPS_PER_S)
        end = round(score.seconds(score.section_start_beats(index + 1)) * _HOPS_PER_S)
        loudness = integrated_lufs(power[start:end])
        distance = whole - loudness if math.isfinite(loudness) else 0.0
        gains.append(min(max(share * distance, _EVENING_DB[0]), _EVENING_DB[1]))
    return _section_steps(score, gains, len(power))


def section_gains_db(sections: Sequence[ScoreSection], depth_db: float) -> list[float]:
    """One gain per section; see `ride_db`."""
    quiet = [section.energy for section in sections if section.kind in _QUIET]
    loud = [section.energy for section in sections if section.kind in _LOUD]
    top = _mean(loud) if loud else max(section.energy for section in sections)
    step = top - _mean(quiet) if quiet and loud else _USUAL_STEP
    slope = min(depth_db / max(step, 0.01), _STEEPEST_DB)
    return [min(max(slope * (section.energy - top), -_DEEPEST * depth_db), 1.0) for section in sections]


def solo_db(score: Score, gain_db: float, hops: int) -> FloatArray:
    """A lift of the lead instrument where nobody sings and it has the word."""
    spans = [
        (score.seconds(score.section_start_beats(i)), score.seconds(score.section_start_beats(i + 1)))
        for i, section in enumerate(score.sections)
        if section.kind in _SOLOS
    ]
    return gain_db * _inside(spans, 0.06, 0.06, hops)


def unsung_db(score: Score, gain_db: float, hops: int) -> FloatArray:
    """A lift of the band in the sections of a song in which the lead voice rests."""
    sung = {line.section for line in score.lines if line.part is VocalPart.LEAD}
    if not sung:
        return np.zeros(hops)
    return _section_steps(score, [0.0 if i in sung else gain_db for i in range(len(score.sections))], hops)


def sparse_db(score: Score, levels_lu: Sequence[float], share: float, hops: int) -> FloatArray:
    """A lift of the sections in which few of the tracks play, so that one piano can carry a verse.

    Args:
        score: for sections and notes.
        levels_lu: planned loudness of each track of the score.
        share: how much of what the missing tracks take away is given back, 0 to 1.
        hops: length of the curve.
    """
    powers = [10.0 ** (level / 10.0) for level in levels_lu]
    gains = []
    for index in range(len(score.sections)):
        start, end = score.section_start_beats(index), score.section_start_beats(index + 1)
        heard = sum(
            power
            for track, power in zip(score.tracks, powers, strict=True)
            if any(start <= note.start < end for note in track.notes)
        )
        missing_db = 10.0 * math.log10(sum(powers) / heard) if heard else 0.0
        gains.append(min(share * missing_db, _MOST_SPARSE_DB))
    return _section_steps(score, gains, hops)


def singing_spans(score: Score) -> Spans:
    """Where the lead voice sings, breaths included."""
    spans: Spans = []
    for line in score.lines:
        if line.part is not VocalPart.LEAD:
            continue
        start, end = score.seconds(line.start), score.seconds(line.end)
        if spans and start - spans[-1][1] < _BREATH_S:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def dip_db(score: Score, depth_db: float, hops: int) -> FloatArray:
    """How accompaniment steps back while the lead voice sings."""
    return -depth_db * _inside(singing_spans(score), 0.15, 0.35, hops)


def throw(score: Score, hops: int) -> FloatArray:
    """The send of the lead voice to its delay: 1 at the last word of a phrase, else 0."""
    spans = [(end - _THROW_BEFORE_S, end + _THROW_AFTER_S) for _, end in singing_spans(score)]
    return _inside(spans, 0.04, 0.06, hops)


def kick_times_s(score: Score) -> list[float]:
    """When the kick plays, in seconds, sorted."""
    beats = {
        note.start
        for track in score.tracks
        if track.role is Role.DRUMS
        for note in track.notes
        if note.pitch == Drum.KICK
    }
    return [score.seconds(beat) for beat in sorted(beats)]


def ending(score: Score, frames: int) -> FloatArray:
    """Factors for the end of the song: faded sections, and a short fade so that nothing is cut off.

    What is left after the last bar is the ring of the last chord; half of it, but at least 50 ms, fades.
    """
    hops = hops_of(frames)
    times = _seconds(hops)
    duration_s = frames / SAMPLE_RATE
    gains = np.ones(hops)
    for index, section in enumerate(score.sections):
        if not section.fade_out:
            continue
        start = score.seconds(score.section_start_beats(index))
        last = index == len(score.sections) - 1
        end = duration_s if last else score.seconds(score.section_start_beats(index + 1))
        along = (times - start) / max(end - start, 1e-3)
        inside = (along >= 0.0) & (along < 1.0)
        gains[inside] *= (1.0 - along[inside]) ** 2
    ring_s = duration_s - score.seconds(score.section_start_beats(len(score.sections)))
    fade_s = min(max(0.5 * ring_s, _SHORTEST_FADE_S), _LONGEST_FADE_S)
    left = np.clip((duration_s - times) / fade_s, 0.0, 1.0)
    gains *= np.sin(0.5 * np.pi * left) ** 2
    gains[-1:] = 0.0
    return gains


def _section_steps(score: Score, gains: Sequence[float], hops: int) -> FloatArray:
    """One gain per section: a rise ends at its start, for a loud first beat; a fall begins there."""
    starts = [score.seconds(score.section_start_beats(index)) for index in range(len(gains))]
    times, values = [0.0], [gains[0]]
    for start, before, after in zip(starts[1:], gains[:-1], gains[1:], strict=True):
        ramp_start = start - _RIDE_RAMP_S if after > before else start
        times += [ramp_start, ramp_start + _RIDE_RAMP_S]
        values += [before, after]
    return np.asarray(np.interp(_seconds(hops), times, values))


def _inside(spans: Spans, attack_s: float, release_s: float, hops: int) -> FloatArray:
    """1 inside the spans and 0 outside, with ramps: up before the start, down after the end."""
    curve = np.zeros(hops)
    times = _seconds(hops)
    for start, end in spans:
        first = max(int((start - attack_s) * _HOPS_PER_S), 0)
        last = min(int((end + release_s) * _HOPS_PER_S) + 1, hops)
        here = times[first:last]
        shape = np.interp(here, [start - attack_s, start, end, end + release_s], [0.0, 1.0, 1.0, 0.0])
        curve[first:last] = np.maximum(curve[first:last], shape)
    return curve


def _seconds(hops: int) -> FloatArray:
    """The middle of each millisecond."""
    return (np.arange(hops, dtype=np.float64) + 0.5) / _HOPS_PER_S


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
