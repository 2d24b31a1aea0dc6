"""Everything decided for one take. Nothing is left open, and a plan is plain JSON that a person can edit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from songwright.errors import InvalidValue
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Instrument, Role
from songwright.song.key import Key, parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter, parse_meter
from songwright.song.request import AudioFormat

PLAN_VERSION = 2
READABLE_VERSIONS = (1, 2)  # what 2 added has defaults


class Voice(StrEnum):
    """Who sings the lead."""

    FEMALE = "female"
    MALE = "male"
    CHILD = "child"
    CHOIR = "choir"  # women and men together; the men sing the lead an octave lower

    @property
    def vocal_range(self) -> tuple[int, int]:
        """Lowest and highest MIDI pitch that the voice sings comfortably."""
        return _VOCAL_RANGES[self]


_VOCAL_RANGES = {
    Voice.FEMALE: (57, 76),  # A3 to E5
    Voice.MALE: (45, 65),  # A2 to F4
    Voice.CHILD: (60, 77),  # C4 to F5
    Voice.CHOIR: (57, 74),  # A3 to D5
}


class VocalStyle(StrEnum):
    """How a line is sung."""

    SUNG = "sung"
    BELT = "belt"  # loud and bright, near a shout
    FALSETTO = "falsetto"  # light and breathy, high
    RASPY = "raspy"
    GROWL = "growl"
    WHISPER = "whisper"
    SPOKEN = "spoken"  # in the rhythm of the song, without notes


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided for the user: which field, what was chosen, why."""

    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A lyric line and its place in the section.

    Attributes:
        start_bar: first bar, counted from the start of the section.
        bars: how many bars the line and its backing answer may fill, at least 1.
        text: what the lead sings; may be empty.
        backing: what the backing vocals answer; may be empty.
        loud: sung louder.
        style: how it is sung.
        harmonies: other voices sing the words along in harmony.
    """

    start_bar: int
    bars: int
    text: str
    backing: str = ""
    loud: bool = False
    style: VocalStyle = VocalStyle.SUNG
    harmonies: bool = False


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """One section of the form.

    Attributes:
        kind: what it does in the form.
        title: its name: "Verse 1".
        bars: its length.
        energy: how full and loud the arrangement is at its start, 0 to 1.
        modifiers: words from the tag that the composer may follow.
        lines: what is sung; lines do not overlap and lie within the section.
        lead: the instrument that plays a solo or melody here, or None.
        fade_out: the sound fades to silence over the section.
        swell: how much the energy has changed by the end of the section, -1 to 1.
        transpose: semitones above the song's key in which the section stands, -6 to 6.
    """

    kind: SectionKind
    title: str
    bars: int
    energy: float
    modifiers: tuple[str, ...] = ()
    lines: tuple[PlannedLine, ...] = ()
    lead: str | None = None
    fade_out: bool = False
    swell: float = 0.0
    transpose: int = 0


@dataclass(frozen=True, slots=True)
class SongPlan:
    """One take, fully decided.

    Attributes:
        title: a short name for files and tags.
        caption: the user's words on style.
        lyrics: the user's lyrics, verbatim, or those that the planner wrote; empty for an instrumental.
        genre: which style the composer follows.
        moods: mood words understood from the caption, such as "sad".
        vocal_language: ISO 639-1.
        voice: who sings, or None for an instrumental.
        bpm: quarter notes per minute.
        key: tonic and mode.
        meter: time signature.
        duration_s: exact length of the finished audio in seconds.
        sections: the form in order; what their bars leave of `duration_s` is the ring of the last chord.
        instruments: which instrument fills each role; a role that is absent stays silent.
        seed: source of all randomness.
        engine: which engine performs the plan.
        model: the engine's model or version.
        audio_format: of the finished file.
        decisions: what was decided for the user, and why.
        loop: the end leads back into the start: no ring, no fade, exactly the bars of the sections.
    """

    title: str
    caption: str
    lyrics: str
    genre: Genre
    moods: tuple[str, ...]
    vocal_language: str
    voice: Voice | None
    bpm: int
    key: Key
    meter: Meter
    duration_s: float
    sections: tuple[PlannedSection, ...]
    instruments: dict[Role, str]
    seed: int
    engine: str
    model: str
    audio_format: AudioFormat
    decisions: tuple[Decision, ...] = ()
    loop: bool = False

    @property
    def beat_s(self) -> float:
        """Length of a beat (a quarter note) in seconds."""
        return 60.0 / self.bpm

    @property
    def bar_s(self) -> float:
        """Length of a bar in seconds."""
        return self.meter.bar_beats * self.beat_s

    @property
    def bars(self) -> int:
        """Number of bars in all sections."""
        return sum(section.bars for section in self.sections)

    def instrument(self, role: Role) -> Instrument | None:
        """The instrument in a role, or None if the role is silent."""
        name = self.instruments.get(role)
        return None if name is None else INSTRUMENTS[name]


def plan_to_json(plan: SongPlan) -> dict[str, Any]:
    """A plan as JSON values; `plan_from_json` is its inverse."""
    wire = dataclasses.asdict(plan)
    wire["key"] = plan.key.name
    wire["instruments"] = {role.value: name for role, name in plan.instruments.items()}
    return {"version": PLAN_VERSION, **wire}


def plan_from_json(wire: dict[str, Any]) -> SongPlan:
    """Read a plan.

    Raises:
        InvalidValue: a field is missing or holds a value that is not allowed.
    """
    if wire.get("version") not in READABLE_VERSIONS:
        raise InvalidValue("version", wire.get("version"), " or ".join(map(str, READABLE_VERSIONS)))
    fields = {key: value for key, value in wire.items() if key != "version"}
    known = {field.name for field in dataclasses.fields(SongPlan)}
    if strange := sorted(set(fields) - known):
        raise InvalidValue("plan", ", ".join(strange), "only the fields " + ", ".join(sorted(known)))
    try:
        fields["key"] = parse_key(fields["key"])
        fields["meter"] = parse_meter(fields["meter"])
        fields["genre"] = Genre(fields["genre"])
        fields["voice"] = None if fields["voice"] is None else Voice(fields["voice"])
        fields["audio_format"] = AudioFormat(fields["audio_format"])
        fields["moods"] = tuple(fields["moods"])
        fields["sections"] = tuple(_section(section) for section in fields["sections"])
        fields["decisions"] = tuple(Decision(**decision) for decision in fields["decisions"])
        fields["instruments"] = {
            Role(role): INSTRUMENTS[name].name for role, name in fields["instruments"].items()
        }
        return SongPlan(**fields)
    except (KeyError, TypeError, ValueError) as exc:
        raise InvalidValue("plan", str(exc), "a plan as written by songwright") from exc


def _section(wire: dict[str, Any]) -> PlannedSection:
    lines = tuple(PlannedLine(**{**line, "style": VocalStyle(line["style"])}) for line in wire["lines"])
    changed = {"kind": SectionKind(wire["kind"]), "modifiers": tuple(wire["modifiers"]), "lines": lines}
    return PlannedSection(**{**wire, **changed})
