"""Where in a voice's range a line lies, by section and by the way it is sung. It knows nothing of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from songwright.compose.melody import Singer
from songwright.compose.style import Singing
from songwright.song.lyrics import SectionKind
from songwright.song.plan import VocalStyle

FALSETTO_ABOVE = 4  # semitones that falsetto may go beyond the voice's comfortable top
CLIMAX_ROOM = 2  # semitones at the top that are kept for the last chorus
_REGISTERS = {  # where in the vocal range a section moves, 0 to 1
    SectionKind.INTRO: 0.34,
    SectionKind.VERSE: 0.34,
    SectionKind.PRE_CHORUS: 0.46,
    SectionKind.BUILD: 0.50,
    SectionKind.CHORUS: 0.54,
    SectionKind.POST_CHORUS: 0.56,
    SectionKind.DROP: 0.58,
    SectionKind.BRIDGE: 0.48,
    SectionKind.BREAKDOWN: 0.36,
    SectionKind.OUTRO: 0.42,
}
_USUAL = 0.42
_SPOKEN = 0.35
_LOUD = 0.06


@dataclass(frozen=True, slots=True)
class Register:
    """A part of a vocal range, as shares of it from its bottom, 0 to 1, and what lies around.

    Attributes:
        low, high: the part; `centre` is where the line moves, None for that of the section.
        above: semitones beyond the top of the range.
        narrow: semitones that the part has at most, None for all.
    """

    low: float = 0.0
    high: float = 1.0
    centre: float | None = None
    above: int = 0
    narrow: int | None = None


_STYLES: Mapping[VocalStyle, Register] = {
    VocalStyle.SUNG: Register(),
    VocalStyle.RASPY: Register(),
    VocalStyle.BELT: Register(low=0.35, centre=0.72),
    VocalStyle.FALSETTO: Register(low=2 / 3, centre=0.95, above=FALSETTO_ABOVE),
    VocalStyle.GROWL: Register(centre=0.15, narrow=7),
    VocalStyle.WHISPER: Register(centre=0.2, narrow=9),
    VocalStyle.SPOKEN: Register(centre=_SPOKEN, narrow=7),
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one line is sung: its section's kind, its style, whether it is loud, the key's lift, what is kept.

    `transpose` is the section's own, `kept` how many semitones at the top of the range must stay free.
    """

    kind: SectionKind
    style: VocalStyle
    loud: bool = False
    transpose: int = 0
    kept: int = 0


def singer_for(bounds: tuple[int, int], delivery: Delivery, singing: Singing) -> Singer:
    """Range and centre of a line.

    Args:
        bounds: the voice's comfortable range, MIDI pitches.
        delivery: how the line is sung.
        singing: the genre's taste.
    """
    low, high = bounds
    width = high - low
    register = _STYLES[delivery.style]
    bottom = low + round(register.low * width)
    top = low + round(register.high * width) + register.above
    if register.narrow is not None:
        top = min(top, low + register.narrow)
        return Singer(bottom, top, low + register.centre * width if register.centre else bottom, rap=True)
    if not register.above:
        top = max(bottom + 7, top - delivery.kept)
    usual = _REGISTERS.get(delivery.kind, _USUAL) + _LOUD * delivery.loud
    share = usual if register.centre is None else register.centre
    centre = min(low + share * width + delivery.transpose, top - 3.0)
    return Singer(bottom, top, max(centre, bottom + 2.0), singing.pentatonic, singing.rap)


def speaking_pitch(bounds: tuple[int, int], tones: frozenset[int]) -> int:
    """One comfortable pitch for spoken words among some pitch classes."""
    low, high = bounds
    wanted = low + _SPOKEN * (high - low)
    return min((p for p in range(low, high + 1) if p % 12 in tones), key=lambda p: (abs(p - wanted), p))
