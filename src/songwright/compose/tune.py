"""A line's melody as a value, and the line's place in the song. It holds no rules of composition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from songwright.compose.form import Passage
from songwright.compose.melody import Memory
from songwright.compose.rhythm import Rhythm, Window
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedLine


@dataclass(frozen=True, slots=True)
class Tune:
    """A line's melody: its room, its rhythm, its pitches and the turn of its last syllable.

    `turn` holds the pitches that the last syllable passes before it comes to rest on the last of `pitches`;
    `transpose` is that of the section it was written for. A pickup has onsets below 0.
    """

    window: Window
    rhythm: Rhythm
    pitches: tuple[int, ...]
    turn: tuple[int, ...] = ()
    transpose: int = 0

    def memory(self, weight: float, shift: int = 0, firm: int = 0) -> Memory:
        """The tune as something to follow, some semitones higher."""
        pitches = tuple(pitch + shift for pitch in self.pitches)
        return Memory(self.rhythm.onsets, pitches, weight, firm)

    def notes(self) -> Iterator[tuple[int, float, float, int]]:
        """Number, start in beats of the song, duration and pitch of each syllable."""
        rhythm = self.rhythm
        for index, (onset, length) in enumerate(zip(rhythm.onsets, rhythm.durations, strict=True)):
            yield index, self.window.start + onset, length, self.pitches[index]

    @property
    def start(self) -> float:
        """First onset in beats of the song."""
        return self.window.start + self.rhythm.onsets[0]

    @property
    def end(self) -> float:
        """End of the last note in beats of the song."""
        return self.window.start + self.rhythm.onsets[-1] + self.rhythm.durations[-1]

    def until(self, beat: float) -> Tune:
        """The tune with its last note ending at a beat, as far as half of it stays."""
        if self.end <= beat:
            return self
        last = max(beat - self.window.start - self.rhythm.onsets[-1], self.rhythm.durations[-1] / 2)
        durations = (*self.rhythm.durations[:-1], last)
        return replace(self, rhythm=Rhythm(self.rhythm.onsets, durations), turn=())


@dataclass(frozen=True, slots=True)
class Spot:
    """A line's place in the song.

    Attributes:
        passage: its section.
        number: its place among the section's lines, from 0.
        line: what was planned.
        closes_song: whether it is the last line that is sung, and the song ends there.
        is_climax: whether the song's highest note belongs here.
        room_before: beats before its bars in which nobody sings.
        returns: beats after which the same words come back in the same key.
    """

    passage: Passage
    number: int
    line: PlannedLine
    closes_song: bool = False
    is_climax: bool = False
    room_before: float = 0.0
    returns: tuple[float, ...] = ()

    @property
    def start(self) -> float:
        """First beat of its bars."""
        return self.passage.start + self.line.start_bar * self.passage.bar_beats

    @property
    def closes_section(self) -> bool:
        """Whether it is the section's last line."""
        return self.number == len(self.passage.section.lines) - 1

    @property
    def transpose(self) -> int:
        """Semitones above the song's key."""
        return self.passage.section.transpose

    @property
    def answers(self) -> bool:
        """Whether it comes home: every second line and the last of a section, except before a chorus."""
        if self.closes_song:
            return True
        if self.closes_section and self.passage.kind in (SectionKind.PRE_CHORUS, SectionKind.BUILD):
            return False
        return self.number % 2 == 1 or (self.closes_section and self.number > 0)
