"""Keys: a tonic and a mode, in all the spellings that users write. It knows nothing of chords."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from songwright.errors import InvalidValue


class Mode(StrEnum):
    """The two modes that a key can have."""

    MAJOR = "major"
    MINOR = "minor"


MAJOR_SCALE = (0, 2, 4, 5, 7, 9, 11)  # semitones above the tonic
NATURAL_MINOR_SCALE = (0, 2, 3, 5, 7, 8, 10)

_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ACCIDENTALS = {"": 0, "#": 1, "b": -1}
_SHARP_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLAT_NAMES = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_USUAL_MAJOR = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_USUAL_MINOR = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
_FLAT_KEYS = {  # keys whose signature has flats, as (tonic name, mode)
    *((name, Mode.MAJOR) for name in ("F", "Bb", "Eb", "Ab", "Db", "Gb", "Cb")),
    *((name, Mode.MINOR) for name in ("D", "G", "C", "F", "Bb", "Eb", "Ab")),
}

KEY_HELP = "a tonic A to G, optionally # or b, then major or minor: 'D Minor', 'Am', 'F# Minor', 'Bb major'"

_PATTERN = re.compile(
    r"\s*(?P<letter>[A-Ga-g])\s*[- ]?\s*(?P<accidental>#|♯|sharp|b|♭|flat)?\s*[- ]?\s*(?P<mode>[A-Za-z]*)\s*"
)
_MINOR_WORDS = {"m", "min", "minor", "mi"}
_MAJOR_WORDS = {"", "M", "maj", "major", "ma", "dur"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key.

    Attributes:
        tonic_name: the tonic as spelled, "D", "F#" or "Bb".
        mode: major or minor.
    """

    tonic_name: str
    mode: Mode

    @property
    def tonic(self) -> int:
        """Pitch class of the tonic, C = 0 to B = 11."""
        return (_LETTERS[self.tonic_name[0]] + _ACCIDENTALS[self.tonic_name[1:]]) % 12

    @property
    def name(self) -> str:
        """The key as the ACE-Step API writes it: "D Minor"."""
        return f"{self.tonic_name} {self.mode.capitalize()}"

    @property
    def scale(self) -> tuple[int, ...]:
        """The seven pitch classes of the key from the tonic up; minor is natural minor."""
        return _scale(self.tonic, self.mode)

    def spell(self, pitch_class: int) -> str:
        """The name of a pitch class in this key: flats in flat keys, sharps elsewhere."""
        flat = (self.tonic_name, self.mode) in _FLAT_KEYS
        return (_FLAT_NAMES if flat else _SHARP_NAMES)[pitch_class % 12]

    def __str__(self) -> str:
        return self.name


@lru_cache(maxsize=24)
def _scale(tonic: int, mode: Mode) -> tuple[int, ...]:
    steps = MAJOR_SCALE if mode is Mode.MAJOR else NATURAL_MINOR_SCALE
    return tuple((tonic + step) % 12 for step in steps)


def parse_key(text: str) -> Key:
    """Read a key from any usual spelling.

    Raises:
        InvalidValue: the text is no key.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise InvalidValue("key", text, KEY_HELP)
    word = match["mode"]
    if word in _MAJOR_WORDS or word.lower() in _MAJOR_WORDS - {"M"}:
        mode = Mode.MAJOR
    elif word.lower() in _MINOR_WORDS:
        mode = Mode.MINOR
    else:
        raise InvalidValue("key", text, KEY_HELP)
    accidental = {"♯": "#", "sharp": "#", "♭": "b", "flat": "b", None: ""}.get(
        match["accidental"], match["accidental"]
    )
    return Key(match["letter"].upper() + accidental, mode)


def usual_key(tonic: int, mode: Mode) -> Key:
    """The key on a pitch class in its most usual spelling."""
    return Key((_USUAL_MAJOR if mode is Mode.MAJOR else _USUAL_MINOR)[tonic % 12], mode)


ALL_KEYS = tuple(usual_key(tonic, mode) for mode in Mode for tonic in range(12))
