"""What a mixing hand does during a song, as gains over time, read from the score.

It knows nothing of samples; times come from sections, sung lines and kick notes. A lane is small and says the
whole song, so it can be sent to whoever mixes a piece of it; only that piece's curve is ever computed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE
from songwright.audio.loudness import HOP
from songwright.song.instruments import Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Score, ScoreSection, VocalPart

FloatArray = NDArray[np.float64]
Spans = list[tuple[float, float]]  # (start, end) in seconds

HOPS_PER_S = SAMPLE_RATE / HOP
_RIDE_RAMP_S = 0.08
_QUIET = frozenset({SectionKind.VERSE})
_LOUD = frozenset({SectionKind.CHORUS, SectionKind.DROP})
_SOLOS = frozenset({SectionKind.SOLO, SectionKind.INSTRUMENTAL, SectionKind.INTERLUDE})
_UNLIFTED = frozenset({SectionKind.BREAKDOWN, SectionKind.BUILD, SectionKind.SILENCE})  # low on purpose
_STEEPEST_DB = 24.0  # per unit of energy
_DEEPEST = 1.2  # times the depth; intros and outros have fewer instruments anyway
_BUILD_DB, _DEEPEST_BUILD_DB = 16.0, -10.0  # per unit of swell; where a build starts at the lowest
_SWELL_DEEPER_DB = 6.0  # by how much a full swell may start lower or end so
_MOST_SPARSE_DB = 4.0
_EVENING_DB = (-2.5, 5.0)
_USUAL_STEP = 0.4  # of energy between verse and chorus, where a song lacks one of them
_SHORTEST_FADE_S, _LONGEST_FADE_S = 0.05, 4.0
_THROW_BEFORE_S, _THROW_AFTER_S = 0.35, 0.12
_BREATH_S = 0.7  # lines closer than this are one stretch of singing
_SILENCE_FADE_S = 0.12  # from the first moment of a silent section to nothing
_CLOSE_S = 1e-3  # times closer than this are the same
_PICKUP_S = 0.15  # what starts this long before the end of a silent section belongs to the next one


@dataclass(frozen=True, slots=True)
class Lane:
    """A gain over the whole song: straight lines between points, level before the first and after the last.

    Attributes:
        times_s: seconds, rising.
        values: dB, or factors where a function says so.
    """

    times_s: tuple[float, ...]
    values: tuple[float, ...]

    def over(self, first_hop: int, hops: int) -> FloatArray:
        """The curve of `hops` milliseconds from a millisecond of the song on: [hops]."""
        return np.asarray(np.interp(_seconds(first_hop, hops), self.times_s, self.values))

    def __add__(self, other: Lane) -> Lane:
        """The sum of two lanes."""
        times = sorted({*self.times_s, *other.times_s})
        values = np.interp(times, self.times_s, self.values) + np.interp(times, other.times_s, other.values)
        return Lane(tuple(times), tuple(float(value) for value in values))


LEVEL = Lane((0.0,), (0.0,))


@dataclass(frozen=True, slots=True)
class Ending:
    """What makes sound end before it has died away.

    Attributes:
        fades: (start, end) of faded sections, seconds.
        silences: (start, end) of silent sections, seconds.
        end_s: where the song ends.
        fade_s: how long before it the last fade begins; 0 is no fade.
    """

    fades: tuple[tuple[float, float], ...]
    silences: tuple[tuple[float, float], ...]
    end_s: float
    fade_s: float

    def over(self, first_hop: int, hops: int, since_s: float | None = None) -> FloatArray:
        """Factors for `hops` milliseconds of a sound from a millisecond of the song on: [hops].

        Args:
            first_hop: where the sound begins.
            hops: how long it is.
            since_s: start of the part of the song that it was made for: what comes from before a silent or
                faded section is not heard after it. None is a sound that spans the whole song.
        """
        times = _seconds(first_hop, hops)
        gains = np.ones(hops)
        for start, end in self.fades:
            along = (times - start) / max(end - start, 1e-3)
            inside = (along >= 0.0) & (along < 1.0)
            gains[inside] *= (1.0 - along[inside]) ** 2
            if since_s is not None and since_s < end - _CLOSE_S:
                gains[along >= 1.0] = 0.0
        for start, end in self.silences:
            if since_s is None or since_s < end - _CLOSE_S:
                left = np.clip((start + _SILENCE_FADE_S - times) / _SILENCE_FADE_S, 0.0, 1.0)
                over = times >= (end - _PICKUP_S if since_s is None else math.inf)
                gains *= np.where(over, 1.0, np.sin(0.5 * np.pi * left) ** 2)
            else:
                gains[(times >= start) & (times < end - _PICKUP_S)] = 0.0
        if self.fade_s:
            left = np.clip((self.end_s - times) / self.fade_s, 0.0, 1.0)
            gains *= np.sin(0.5 * np.pi * left) ** 2
            gains[times >= self.end_s - 1.0 / HOPS_PER_S] = 0.0
        return gains


def hops_of(frames: int) -> int:
    """How many milliseconds cover the frames."""
    return -(-frames // HOP)


def ride_db(score: Score, depth_db: float) -> Lane:
    """Section automation from the sections' energies: the chorus at 0 dB, the verse `depth_db` below.

    A section that swells goes in a straight line from its start's gain to its end's.
    """
    starts, ends = section_gains_db(score.sections, depth_db)
    return section_steps(score, starts, ends)


def section_gains_db(sections: Sequence[ScoreSection], depth_db: float) -> tuple[list[float], list[float]]:
    """Gains at the start and at the end of each section; see `ride_db`."""
    quiet = [section.energy for section in sections if section.kind in _QUIET]
    loud = [section.energy for section in sections if section.kind in _LOUD]
    top = _mean(loud) if loud else max(max(s.energy, s.energy + s.swell) for s in sections)
    step = top - _mean(quiet) if quiet and loud else _USUAL_STEP
    slope = min(depth_db / max(step, 0.01), _STEEPEST_DB)

    def gain(section: ScoreSection, energy: float) -> float:
        lowest = -_DEEPEST * depth_db - _SWELL_DEEPER_DB * abs(section.swell)
        return min(max(slope * (energy - top), lowest), 1.0)

    starts = [gain(section, section.energy) for section in sections]
    ends = [gain(section, section.energy + section.swell) for section in sections]
    for index, section in enumerate(sections):
        if section.kind is SectionKind.BUILD and section.swell > 0.0:  # growing is all that a build is for
            lower = max(ends[index] - _BUILD_DB * section.swell, _DEEPEST_BUILD_DB)
            starts[index] = min(starts[index], lower)
    return starts, ends


def evening_db(loudness: float, usual: float, share: float) -> float:
    """Brings a piece of one stem closer to the stem's usual loudness, as a hand on a fader does first.

    Soft playing in a verse is softer in touch and sound already; if its level followed in full, the singer
    would stand far before the band there.

    Args:
        loudness: of the piece, LUFS; minus infinity gets no gain.
        usual: of the stem while it plays, LUFS.
        share: how much of the distance is taken back, 0 to 1.
    """
    if not math.isfinite(loudness):
        return 0.0
    return min(max(share * (usual - loudness), _EVENING_DB[0]), _EVENING_DB[1])


def solo_db(score: Score, gain_db: float) -> Lane:
    """A lift of the lead instrument where nobody sings and it has the word."""
    return _inside(_joined(_spans_of(score, _SOLOS)), 0.06, 0.06, gain_db)


def unsung_db(score: Score, gain_db: float) -> Lane:
    """A lift of the band in the sections of a song in which the lead voice rests."""
    sung = {line.section for line in score.lines if line.part is VocalPart.LEAD}
    if not sung:
        return LEVEL
    gains = [
        0.0 if index in sung or section.kind in _UNLIFTED else gain_db
        for index, section in enumerate(score.sections)
    ]
    return section_steps(score, gains)


def sparse_db(score: Score, levels_lu: Sequence[float], share: float) -> Lane:
    """A lift of the sections in which few of the tracks play, so that one piano can carry a verse.

    Args:
        score: for sections and notes.
        levels_lu: planned loudness of each track of the score.
        share: how much of what the missing tracks take away is given back, 0 to 1.
    """
    powers = [10.0 ** (level / 10.0) for level in levels_lu]
    gains = []
    for index, section in enumerate(score.sections):
        playing = playing_in(score, index)
        heard = sum(power for power, plays in zip(powers, playing, strict=True) if plays)
        missing_db = 10.0 * math.log10(sum(powers) / heard) if heard else 0.0
        lifted = 0.0 if section.kind in _UNLIFTED else share
        gains.append(min(lifted * missing_db, _MOST_SPARSE_DB))
    return section_steps(score, gains)


def playing_in(score: Score, section: int) -> list[bool]:
    """Which of the score's tracks have notes that start in a section."""
    start, end = score.section_start_beats(section), score.section_start_beats(section + 1)
    return [any(start <= note.start < end for note in track.notes) for track in score.tracks]


def singing_spans(score: Score) -> Spans:
    """Where the lead voice sings, breaths included."""
    lead = (line for line in score.lines if line.part is VocalPart.LEAD)
    return _joined([(score.seconds(line.start), score.seconds(line.end)) for line in lead], _BREATH_S)


def dip_db(score: Score, depth_db: float) -> Lane:
    """How accompaniment steps back while the lead voice sings."""
    return _inside(singing_spans(score), 0.15, 0.35, -depth_db)


def throw(score: Score) -> Lane:
    """The send of the lead voice to its delay, as a factor: 1 at the last word of a phrase, else 0."""
    spans = [(end - _THROW_BEFORE_S, end + _THROW_AFTER_S) for _, end in singing_spans(score)]
    return _inside(_joined(spans, 0.1), 0.04, 0.06, 1.0)


def kick_times_s(score: Score) -> tuple[float, ...]:
    """When the kick plays, in seconds, sorted."""
    beats = {
        note.start
        for track in score.tracks
        if track.role is Role.DRUMS
        for note in track.notes
        if note.pitch == Drum.KICK
    }
    return tuple(score.seconds(beat) for beat in sorted(beats))


def ending(score: Score, frames: int, loop: bool = False) -> Ending:
    """Faded and silent sections, and a short fade at the end so that nothing is cut off.

    What is left after the last bar is the ring of the last chord; half of it, but at least 50 ms, fades.

    Args:
        score: for the sections.
        frames: length of the song.
        loop: the end leads back into the start, so it does not fade.
    """
    end_s = frames / SAMPLE_RATE
    fades = _spans_of(score, lambda section: section.fade_out)
    if fades and score.sections[-1].fade_out:
        fades[-1] = (fades[-1][0], end_s)
    silences = _spans_of(score, {SectionKind.SILENCE})
    ring_s = end_s - score.seconds(score.section_start_beats(len(score.sections)))
    fade_s = 0.0 if loop else min(max(0.5 * ring_s, _SHORTEST_FADE_S), _LONGEST_FADE_S)
    return Ending(tuple(fades), tuple(silences), end_s, fade_s)


def section_steps(score: Score, starts: Sequence[float], ends: Sequence[float] | None = None) -> Lane:
    """A gain per section, or a line from its start to its end.

    Between sections a rise ends at the later one's start, for a loud first beat; a fall begins there.
    """
    ends = starts if ends is None else ends
    times, values = [0.0], [starts[0]]
    for index in range(1, len(starts)):
        border = score.seconds(score.section_start_beats(index))
        before, after = ends[index - 1], starts[index]
        ramp_start = border - _RIDE_RAMP_S if after > before else border
        times += [ramp_start, ramp_start + _RIDE_RAMP_S]
        values += [before, after]
    times.append(max(score.seconds(score.section_start_beats(len(starts))), times[-1] + _RIDE_RAMP_S))
    values.append(ends[-1])
    return Lane(tuple(times), tuple(values))


def _spans_of(
    score: Score, wanted: frozenset[SectionKind] | set[SectionKind] | Callable[[ScoreSection], bool]
) -> Spans:
    """The sections of some kinds, or those for which a question is answered with yes."""
    chosen = wanted if callable(wanted) else lambda section: section.kind in wanted
    return [
        (score.seconds(score.section_start_beats(i)), score.seconds(score.section_start_beats(i + 1)))
        for i, section in enumerate(score.sections)
        if chosen(section)
    ]


def _joined(spans: Spans, gap_s: float = 0.25) -> Spans:
    """Spans in order of time; those closer than a gap become one."""
    joined: Spans = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] < gap_s:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _inside(spans: Spans, attack_s: float, release_s: float, value: float) -> Lane:
    """A value inside the spans and 0 outside, with ramps: up before the start, down after the end.

    The spans are further apart than both ramps together, or their ramps are cut to meet in the middle.
    """
    times, values = [0.0], [0.0]
    for index, (start, end) in enumerate(spans):
        following = spans[index + 1][0] if index + 1 < len(spans) else math.inf
        room_s = following - end
        down_s = min(release_s, room_s * release_s / (attack_s + release_s))
        up_at = max(start - attack_s, times[-1])
        times += [up_at, max(start, up_at), end, end + down_s]
        values += [values[-1] if up_at > start - attack_s else 0.0, value, value, 0.0]
    return Lane(tuple(times), tuple(values))


def _seconds(first_hop: int, hops: int) -> FloatArray:
    """The middle of each millisecond."""
    return (np.arange(first_hop, first_hop + hops, dtype=np.float64) + 0.5) / HOPS_PER_S


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
