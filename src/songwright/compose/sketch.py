"""What every accompanying part is given: plan, style, form, chords, feel, cues and
patterns. It knows nothing of what a part plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.compose.arrange import Cue
from songwright.compose.feel import Feel
from songwright.compose.form import Passage
from songwright.compose.harmony import Harmony
from songwright.compose.parts import Parts
from songwright.compose.style import Style, level_of
from songwright.song.chance import Chance
from songwright.song.instruments import Instrument, Role
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan
from songwright.song.score import Note

_LONG_BREATH = 0.4  # how often half a bar is silent before a drop instead of a beat


@dataclass(frozen=True, slots=True)
class Stage:
    """A run of bars that are equally dense: first and last beat, density 0 to 1."""

    start: float
    end: float
    density: float


@dataclass(frozen=True, slots=True)
class Rest:
    """A span in beats in which no part plays; textures stop only in a silence."""

    start: float
    end: float
    is_silence: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """The song before its accompaniment is written."""

    plan: SongPlan
    style: Style
    passages: tuple[Passage, ...]
    harmony: Harmony
    feel: Feel
    cues: dict[Role, tuple[Cue | None, ...]]
    parts: Parts

    def scenes(self, role: Role) -> Iterator[tuple[Passage, Cue]]:
        """The passages in which a role plays."""
        for passage, cue in zip(self.passages, self.cues.get(role, ()), strict=False):
            if cue is not None:
                yield passage, cue

    def playing_end(self, passage: Passage) -> float:
        """Where patterns stop: before the last bar if the song ends there, else with the passage."""
        return passage.final_bar if passage.ends_song else passage.end

    def span(self, passage: Passage, cue: Cue) -> tuple[float, float]:
        """First and last beat at which a role with this cue plays its pattern; empty if it plays none."""
        start = passage.start + cue.from_bar * passage.bar_beats
        end = self.playing_end(passage)
        if cue.to_bar is not None:
            end = min(end, passage.start + cue.to_bar * passage.bar_beats)
        return start, max(start, end)

    def stages(self, passage: Passage, cue: Cue) -> Iterator[Stage]:
        """The span in runs of bars of one density level: one run unless the passage swells."""
        start, end = self.span(passage, cue)
        first, density = start, cue.density
        beat = start
        while beat < end - 1e-9:
            swollen = max(0.0, min(1.0, cue.density + passage.energy_at(beat) - passage.energy))
            if level_of(swollen) != level_of(density) and beat > first:
                yield Stage(first, beat, density)
                first = beat
            if beat == first:
                density = swollen
            beat += passage.bar_beats * max(1.0, self.feel.stretch)
        if first < end - 1e-9:
            yield Stage(first, end, density)

    def rests(self) -> tuple[Rest, ...]:
        """Where nobody plays: silent sections, and the held breath before a drop."""
        rests = []
        for passage in self.passages:
            if passage.is_silent:
                end = self.feel.end + 1.0 if passage.is_last and not passage.loops else passage.end
                rests.append(Rest(passage.start, end, is_silence=True))
            elif passage.following is SectionKind.DROP and not passage.section.fade_out:
                chance = Chance(self.plan.seed, "compose", "breath", str(passage.index))
                gap = passage.bar_beats / 2 if chance.chance(_LONG_BREATH) else self.plan.meter.pulse_beats
                if passage.beats > 2 * gap:
                    rests.append(Rest(passage.end - gap, passage.end))
        return tuple(rests)

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
