"""Cuts a song into segments that are rendered one after the other. Of sound it
knows only which textures go on evenly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from songwright.audio.clip import SAMPLE_RATE
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note, Score, ScoreSection, SungLine, Track
from songwright.synth.textures import TEXTURES

_FIRST_S = 3.5  # the first segment is short, so that a listener hears something soon
_USUAL_S = 12.0  # longer ones need more memory, shorter ones make more tones twice
_BORDER_BEATS = 1e-6


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of whole bars that is rendered at once.

    Attributes:
        index: counted from 0.
        start_beat, end_beat: in beats from the start of the song.
        start_s: in seconds.
    """

    index: int
    start_beat: float
    end_beat: float
    start_s: float

    @property
    def start_frame(self) -> int:
        """The first frame at 48 kHz."""
        return round(self.start_s * SAMPLE_RATE)

    def has(self, beat: float) -> bool:
        """Whether what starts at a beat belongs to this segment."""
        return self.start_beat - _BORDER_BEATS <= beat < self.end_beat - _BORDER_BEATS


def segments_of(score: Score) -> tuple[Segment, ...]:
    """The segments of a score, in order and without gaps.

    Borders of sections are borders of segments, and long sections are cut into equal parts of whole bars, so
    a segment never has two levels of energy. Silent sections stay alone.
    """
    bar_beats, bar_s = score.meter.bar_beats, score.meter.bar_beats * score.beat_s
    borders = [0]
    for section in score.sections:
        borders += _cut(section, bar_s, first=section.start_bar == 0)
    return tuple(
        Segment(index, start * bar_beats, end * bar_beats, start * bar_s)
        for index, (start, end) in enumerate(pairwise(borders))
    )


def notes_in(track: Track, segment: Segment) -> Track:
    """The track with the notes that start in a segment, counted from its start.

    Rain or crackle strikes no notes, so its long sounds are cut at the border and go on in the next segment
    instead of ringing through the whole song. A riser stays whole: it would begin anew.
    """
    notes: Iterable[Note] = (note for note in _cut_textures(track, segment) if segment.has(note.start))
    moved = (replace(note, start=max(note.start - segment.start_beat, 0.0)) for note in notes)
    return replace(track, notes=tuple(moved))


def lines_in(lines: Iterable[tuple[int, SungLine]], segment: Segment) -> tuple[tuple[int, SungLine], ...]:
    """The (index, line) pairs whose first vowel lies in a segment."""
    return tuple((index, line) for index, line in lines if segment.has(line.start))


def typical_passage(track: Track, bar_beats: float, bars: int = 2) -> Track:
    """Two bars in which a track plays as strongly as it usually does, from their own start.

    The strength of a bar is the sum of its notes' squared velocities times their length. Bars below a tenth
    of the strongest do not count for what is usual, as in the gate of BS.1770.
    """
    strength: dict[int, float] = {}
    for note in track.notes:
        place = int(note.start / (bars * bar_beats))
        strength[place] = strength.get(place, 0.0) + note.velocity**2 * min(note.duration, bar_beats) ** 0.5
    strongest = max(strength.values())
    counted = [value for value in strength.values() if value >= 0.1 * strongest]
    usual = sum(counted) / len(counted)
    place = min(strength, key=lambda place: (abs(strength[place] - usual), place))
    start = place * bars * bar_beats
    chosen = (note for note in track.notes if int(note.start / (bars * bar_beats)) == place)
    cut = (
        replace(note, start=note.start - start, duration=min(note.duration, 2.0 * bars * bar_beats))
        for note in chosen
    )
    return replace(track, notes=tuple(cut))


def _cut(section: ScoreSection, bar_s: float, first: bool) -> list[int]:
    """The bars at which the parts of a section end."""
    start, left = section.start_bar, section.bars
    borders = []
    if first and left * bar_s > _FIRST_S + bar_s and section.kind is not SectionKind.SILENCE:
        opening = min(max(round(_FIRST_S / bar_s), 1), left - 1)
        start, left = start + opening, left - opening
        borders.append(start)
    parts = max(1, min(round(left * bar_s / _USUAL_S), left))
    return borders + [start + (left * (part + 1)) // parts for part in range(parts)]


def _cut_textures(track: Track, segment: Segment) -> Iterable[Note]:
    if track.instrument not in TEXTURES or not TEXTURES[track.instrument].endless:
        return track.notes
    inside = (
        (note, max(note.start, segment.start_beat), min(note.end, segment.end_beat)) for note in track.notes
    )
    return (replace(note, start=start, duration=end - start) for note, start, end in inside if end > start)
