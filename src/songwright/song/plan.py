"""Everything decided for one take. Nothing is left open, and a plan is plain JSON that a person can edit."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from songwright.errors import InvalidValue
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family, Instrument, Role
from songwright.song.key import KEY_HELP, Key, parse_key
from songwright.song.lyrics import SectionKind, parse_lyrics
from songwright.song.meter import METER_HELP, Meter, parse_meter
from songwright.song.reading import Reader
from songwright.song.request import (
    FASTEST_BPM,
    LANGUAGE_HELP,
    LARGEST_SEED,
    LONGEST_CAPTION,
    LONGEST_LYRICS,
    LONGEST_S,
    SHORTEST_S,
    SLOWEST_BPM,
    AudioFormat,
    is_language_code,
)

PLAN_VERSION = 2
READABLE_VERSIONS = (1, 2)  # what 2 added has defaults
RING_S = 2.0  # of the last chord where a plan leaves its length open; the planner likes 1.5 to 3 s
# More than the planner ever leaves: the bars were edited, not the length.
_MOST_RING_S, _MOST_RING_BARS = 4.0, 2
_ROUNDING_S = 0.01
_TAG = re.compile(r"\[[^\[\]]*\]")
_MOST_BARS = 1_500  # 600 s of the shortest bars
_LONGEST_LABEL = 4_000  # characters
_FARTHEST_LIFT = 6  # semitones


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


def plan_from_json(wire: Any) -> SongPlan:
    """Read a plan that a person may have edited, and check everything that can be checked without rendering.

    Fields with a default may be missing. A missing or null `duration_s` is worked out from the bars. Where
    `lyrics` and the lines of the sections differ, the lines count and `lyrics` is written anew from them.

    Raises:
        InvalidValue: a field is missing or holds a value that is not allowed; its path is named.
    """
    read = Reader(wire)
    if read.need("version") not in READABLE_VERSIONS:
        raise read.refuse("version", " or ".join(map(str, READABLE_VERSIONS)))
    read.only({"version", *(field.name for field in dataclasses.fields(SongPlan))})
    sections = tuple(_section(section) for section in read.objects("sections"))
    plan = SongPlan(
        title=read.text("title", _LONGEST_LABEL),
        caption=read.text("caption", LONGEST_CAPTION),
        lyrics=read.text("lyrics", LONGEST_LYRICS, default=""),
        genre=read.choice("genre", Genre),
        moods=read.texts("moods", _LONGEST_LABEL, default=()),
        vocal_language=_language(read),
        voice=None if read.need("voice") is None else read.choice("voice", Voice),
        bpm=read.integer("bpm", SLOWEST_BPM, FASTEST_BPM),
        key=read.parsed("key", parse_key, KEY_HELP),
        meter=read.parsed("meter", parse_meter, METER_HELP),
        duration_s=0.0,
        sections=sections,
        instruments=_instruments(read),
        seed=read.integer("seed", 0, LARGEST_SEED),
        engine=read.text("engine", _LONGEST_LABEL),
        model=read.text("model", _LONGEST_LABEL),
        audio_format=read.choice("audio_format", AudioFormat, default=AudioFormat.MP3),
        decisions=tuple(_decision(decision) for decision in read.objects("decisions", default=())),
        loop=read.flag("loop", default=False),
    )
    _check_song(plan, read)
    return dataclasses.replace(plan, duration_s=_duration_s(plan, read), lyrics=_sung_lyrics(plan))


def _language(read: Reader) -> str:
    code = read.need("vocal_language")
    if not isinstance(code, str) or not is_language_code(code):
        raise read.refuse("vocal_language", LANGUAGE_HELP)
    return code


def _section(read: Reader) -> PlannedSection:
    read.only(field.name for field in dataclasses.fields(PlannedSection))
    bars = read.integer("bars", 1, _MOST_BARS)
    lines: list[PlannedLine] = []
    for line in read.objects("lines", default=()):
        lines.append(_line(line, bars, lines[-1] if lines else None))
    kind = read.choice("kind", SectionKind)
    if kind is SectionKind.SILENCE and lines:
        raise read.refuse("lines", "no lines in a section of silence")
    return PlannedSection(
        kind=kind,
        title=read.text("title", _LONGEST_LABEL),
        bars=bars,
        energy=read.number("energy", 0.0, 1.0),
        modifiers=read.texts("modifiers", _LONGEST_LABEL, default=()),
        lines=tuple(lines),
        lead=_instrument(read, "lead", Role.LEAD),
        fade_out=read.flag("fade_out", default=False),
        swell=read.number("swell", -1.0, 1.0, default=0.0),
        transpose=read.integer("transpose", -_FARTHEST_LIFT, _FARTHEST_LIFT, default=0),
    )


def _line(read: Reader, section_bars: int, before: PlannedLine | None) -> PlannedLine:
    read.only(field.name for field in dataclasses.fields(PlannedLine))
    first = 0 if before is None else before.start_bar + before.bars
    if first >= section_bars:
        raise read.refuse("start_bar", f"no more lines: the section's {section_bars} bars are full")
    start_bar = read.integer("start_bar", 0, section_bars - 1)
    if start_bar < first:
        raise read.refuse("start_bar", f"at least {first}, where the line before it ends")
    line = PlannedLine(
        start_bar=start_bar,
        bars=read.integer("bars", 1, section_bars - start_bar),
        text=read.text("text", LONGEST_LYRICS),
        backing=read.text("backing", LONGEST_LYRICS, default=""),
        loud=read.flag("loud", default=False),
        style=read.choice("style", VocalStyle, default=VocalStyle.SUNG),
        harmonies=read.flag("harmonies", default=False),
    )
    if not line.text.strip() and not line.backing.strip():
        raise read.refuse("text", "words here or in backing")
    return line


def _decision(read: Reader) -> Decision:
    read.only(field.name for field in dataclasses.fields(Decision))
    return Decision(*(read.text(name, LONGEST_LYRICS) for name in ("field", "value", "reason")))


def _instruments(read: Reader) -> dict[Role, str]:
    named = Reader(read.need("instruments"), "instruments")
    named.only(Role)
    filled = {role: _instrument(named, role, role) for role in map(Role, named)}
    return {role: name for role, name in filled.items() if name is not None}


def _instrument(read: Reader, field: str, role: Role) -> str | None:
    """The name in a field of an instrument that can play in a role, or None."""
    name: str | None = read.get(field)
    able = sorted(row.name for row in INSTRUMENTS.values() if can_fill(role, row))
    if name is not None and name not in able:
        raise read.refuse(field, "null or one of " + ", ".join(able))
    return name


def can_fill(role: Role, instrument: Instrument) -> bool:
    """Whether an instrument can play in a role: drums need a kit, a texture a texture, music neither."""
    beside = {Role.DRUMS: Family.KIT, Role.PERCUSSION: Family.KIT, Role.TEXTURE: Family.TEXTURE}
    if role in beside:
        return instrument.family is beside[role]
    return instrument.family not in (Family.KIT, Family.TEXTURE)


def _check_song(plan: SongPlan, read: Reader) -> None:
    """What fields must agree on."""
    if not plan.sections:
        raise read.refuse("sections", "at least one section")
    if plan.voice is None and any(section.lines for section in plan.sections):
        raise read.refuse("voice", "who sings the lines: one of " + ", ".join(Voice))
    if plan.bars * plan.bar_s > LONGEST_S:
        longest = int(LONGEST_S / plan.bar_s)
        raise InvalidValue("sections", f"{plan.bars} bars", f"at most {longest} bars at {plan.bpm} bpm")


def _duration_s(plan: SongPlan, read: Reader) -> float:
    """The length as the file says it, checked against the bars, or worked out from them."""
    music_s = plan.bars * plan.bar_s
    if read.get("duration_s") is None:
        return music_s if plan.loop else min(max(music_s + RING_S, SHORTEST_S), LONGEST_S)
    duration_s = read.number("duration_s", 0.0, LONGEST_S)
    # a bar may be longer than the shortest songs
    shortest_s = min(music_s, SHORTEST_S) if plan.bars == 1 else music_s
    longest_s = music_s + _MOST_RING_S + _MOST_RING_BARS * plan.bar_s
    if plan.loop:
        shortest_s = longest_s = music_s
    if not shortest_s - _ROUNDING_S <= duration_s <= longest_s + _ROUNDING_S:
        allowed = f"{shortest_s:g} to {longest_s:g} seconds" if not plan.loop else f"{music_s:g} seconds"
        raise read.refuse("duration_s", f"for {plan.bars} bars {allowed}; null works it out")
    return duration_s


def _sung_lyrics(plan: SongPlan) -> str:
    """The lyrics as they stand, or written from the lines if other words are sung."""
    lines = [line for section in plan.sections for line in section.lines]
    sung = {_plain(line.text) for line in lines if line.text}
    written = {
        _plain(line.text) for section in parse_lyrics(plan.lyrics) for line in section.lines if line.text
    }
    if sung == written:
        return plan.lyrics
    return "\n\n".join(
        "\n".join([f"[{section.title}]", *(_written_line(line) for line in section.lines)])
        for section in plan.sections
    )


def _written_line(line: PlannedLine) -> str:
    return " ".join(part for part in (line.text, f"({line.backing})" if line.backing else "") if part)


def _plain(text: str) -> str:
    """The letters that are sung: tags within a line are not."""
    text = _TAG.sub("", text)
    return "".join(character for character in text.casefold() if character.isalnum())
