"""What every accompanying part is given: plan, style, form, chords, feel and its cues. It holds no rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.compose.arrange import Cue
from songwright.compose.feel import Feel
from songwright.compose.form import Passage
from songwright.compose.harmony import Harmony
from songwright.compose.style import Style
from songwright.song.instruments import Instrument, Role
from songwright.song.plan import SongPlan
from songwright.song.score import Note


@dataclass(frozen=True, slots=True)
class Sketch:
    """The song before its accompaniment is written."""

    plan: SongPlan
    style: Style
    passages: tuple[Passage, ...]
    harmony: Harmony
    feel: Feel
    cues: dict[Role, tuple[Cue | None, ...]]

    def scenes(self, role: Role) -> Iterator[tuple[Passage, Cue]]:
        """The passages in which a role plays."""
        for passage, cue in zip(self.passages, self.cues.get(role, ()), strict=False):
            if cue is not None:
                yield passage, cue

    def playing_end(self, passage: Passage) -> float:
        """Where patterns stop: before the last bar if the song ends there, else with the passage."""
        return passage.final_bar if passage.ends_song else passage.end

    def closes(self, role: Role, notes: Sequence[Note]) -> bool:
        """Whether a part strikes the last chord: it has played, or would play where the song ends."""
        return self.passages[-1].ends_song and (bool(notes) or self.cues[role][-1] is not None)

    @property
    def final_bar(self) -> float:
        """Start of the song's last bar in beats."""
        return self.passages[-1].final_bar


def velocity(value: float) -> int:
    """A velocity that MIDI allows."""
    return max(1, min(127, round(value)))


def in_compass(pitch: int, instrument: Instrument) -> int:
    """The pitch moved by octaves into what the instrument plays."""
    while pitch < instrument.low:
        pitch += 12
    while pitch > instrument.high:
        pitch -= 12
    return max(pitch, instrument.low)


def held(note: Note, end: float) -> Note:
    """The note lasting until `end`."""
    return Note(note.start, end - note.start, note.pitch, note.velocity)
