"""The written song: every note of every track and every sung syllable, in beats. It knows nothing of sound.

A beat is a quarter note. Swing and the small unevenness of human playing are already in the note times.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from songwright.song.instruments import Role
from songwright.song.key import Key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import VocalStyle
from songwright.song.pronunciation import Syllable


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        start: beats from the start of the song, at least 0.
        duration: beats, above 0.
        pitch: MIDI number, 0 to 127; for drums the General MIDI percussion key.
        velocity: 1 to 127.
    """

    start: float
    duration: float
    pitch: int
    velocity: int

    @property
    def end(self) -> float:
        """Beats from the start of the song."""
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Track:
    """What one instrument plays, sorted by start."""

    name: str
    role: Role
    instrument: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord and how long it lasts.

    Attributes:
        start: beats from the start of the song.
        duration: beats.
        root: pitch class 0 to 11.
        intervals: semitones above the root, ascending from 0: (0, 4, 7) is major.
        bass: pitch class of the lowest note; the root unless inverted.
        symbol: as written above a staff: "Dm", "G7", "C/E".
    """

    start: float
    duration: float
    root: int
    intervals: tuple[int, ...]
    bass: int
    symbol: str

    @property
    def end(self) -> float:
        """Beats from the start of the song."""
        return self.start + self.duration

    @property
    def pitch_classes(self) -> tuple[int, ...]:
        """The chord's pitch classes from the root up."""
        return _pitch_classes(self.root, self.intervals)


@lru_cache(maxsize=1024)
def _pitch_classes(root: int, intervals: tuple[int, ...]) -> tuple[int, ...]:
    return tuple((root + interval) % 12 for interval in intervals)


@dataclass(frozen=True, slots=True)
class ScoreSection:
    """Where a section lies.

    Attributes:
        kind: what it does in the form.
        title: its name.
        start_bar: its first bar, counted from 0.
        bars: its length.
        energy: 0 to 1.
        fade_out: the sound fades to silence over it.
        swell: how much the energy has changed by its end, -1 to 1.
        transpose: semitones above the score's key in which it stands.
    """

    kind: SectionKind
    title: str
    start_bar: int
    bars: int
    energy: float
    fade_out: bool = False
    swell: float = 0.0
    transpose: int = 0


class VocalPart(StrEnum):
    """Which singer sings a line."""

    LEAD = "lead"
    DOUBLE = "double"  # the lead's words and notes once more, for width
    HARMONY = "harmony"  # the lead's words on other notes
    LOW_HARMONY = "low harmony"  # a second harmony, below the lead
    BACKING = "backing"  # words of its own, from the parentheses


@dataclass(frozen=True, slots=True)
class SungSyllable:
    """A syllable on its notes.

    Attributes:
        syllable: its phones.
        word: index of its word in the line's `words`.
        notes: the vowel starts on the first note's start; more than one note is a melisma. Never overlapping.
    """

    syllable: Syllable
    word: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class SungLine:
    """A line that one singer sings.

    Attributes:
        part: which singer.
        section: index of the section in the score.
        words: the written words.
        syllables: in order of time; at least one.
        style: how it is sung.
        gain_db: louder or softer than usual, -12 to +6.
    """

    part: VocalPart
    section: int
    words: tuple[str, ...]
    syllables: tuple[SungSyllable, ...]
    style: VocalStyle = VocalStyle.SUNG
    gain_db: float = 0.0

    @property
    def start(self) -> float:
        """Beats from the start of the song to the first vowel."""
        return self.syllables[0].notes[0].start

    @property
    def end(self) -> float:
        """Beats from the start of the song to the end of the last note."""
        return self.syllables[-1].notes[-1].end

    @property
    def text(self) -> str:
        """The line as written."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Score:
    """The written song.

    Attributes:
        bpm: quarter notes per minute, constant.
        key: tonic and mode.
        meter: time signature.
        sections: in order, without gaps, from bar 0.
        chords: in order, without gaps, over all bars.
        tracks: one per instrument that plays.
        lines: everything sung, all parts, sorted by start.
    """

    bpm: int
    key: Key
    meter: Meter
    sections: tuple[ScoreSection, ...]
    chords: tuple[Chord, ...]
    tracks: tuple[Track, ...]
    lines: tuple[SungLine, ...]

    @property
    def bars(self) -> int:
        """Number of bars."""
        return sum(section.bars for section in self.sections)

    @property
    def beat_s(self) -> float:
        """Length of a beat in seconds."""
        return 60.0 / self.bpm

    def seconds(self, beats: float) -> float:
        """The time of a beat position in seconds from the start of the song."""
        return beats * self.beat_s

    def section_start_beats(self, index: int) -> float:
        """Where a section starts, in beats; `index` equal to the number of sections gives the end."""
        return sum(section.bars for section in self.sections[:index]) * self.meter.bar_beats

    def chord_at(self, beat: float) -> Chord:
        """The chord that sounds at a beat; the last one after the end."""
        return next((chord for chord in self.chords if beat < chord.end - 1e-6), self.chords[-1])
