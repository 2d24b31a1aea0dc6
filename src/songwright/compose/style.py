"""What a style says about a genre: the shapes that hold chords, grooves, patterns and singing.

It holds no data; see `styles.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Progressions:
    """Chord progressions by what a section does; each alternative is a string of numerals.

    `cadences` are two bars that close a chorus; without any its progression goes round.
    """

    verse: tuple[str, ...]
    pre: tuple[str, ...]
    chorus: tuple[str, ...]
    bridge: tuple[str, ...]
    tonic: str
    dominant: str
    cadences: tuple[str, ...] = ()


class Voicing(StrEnum):
    """How a comping part lays out a chord."""

    CLOSE = "close"  # three or four voices within a tenth, led smoothly
    SHELL = "shell"  # third, seventh and a colour without the root
    ROOTLESS = "rootless"  # third to ninth (A) or seventh to fifth (B) above the bass player's root
    DROP2 = "drop 2"  # a close chord whose second voice from above lies an octave lower
    QUARTAL = "quartal"  # stacked fourths
    POWER = "power"  # root, fifth and octave
    OPEN = "open"  # a low root below a close chord, as guitars hold it


_MEDIUM, _FULL = 0.42, 0.7


def level_of(density: float) -> int:
    """0 for a thin, 1 for a medium, 2 for a full arrangement at a density of 0 to 1."""
    return (density >= _MEDIUM) + (density >= _FULL)


@dataclass(frozen=True, slots=True)
class Levels:
    """One choice for thin, medium and full arrangements."""

    thin: str
    medium: str
    full: str

    def at(self, density: float) -> str:
        """The choice for a density of 0 to 1."""
        return (self.thin, self.medium, self.full)[level_of(density)]


@dataclass(frozen=True, slots=True)
class Singing:
    """How a genre sings.

    Attributes:
        cell: the preferred grid in beats: 0.5 eighths, 0.25 sixteenths.
        rhythms: bars of sixteenths whose struck places the singer likes.
        syncopation: 0 to 1, how gladly off the beat.
        longest_step_s: how far apart syllables may be spread, in seconds.
        melisma: chance that a long last syllable turns on several notes.
        rap: speech-like, dense, in a small range.
        pentatonic: 0 to 1, how much degrees 4 and 7 are avoided.
        doubles: choruses are doubled.
        harmony: occurrence of the chorus from which a second voice joins, 9 for never.
        harmony_below: the second voice sings below instead of above.
    """

    cell: float
    rhythms: tuple[str, ...]
    syncopation: float = 0.3
    longest_step_s: float = 0.62
    melisma: float = 0.15
    rap: bool = False
    pentatonic: float = 0.3
    doubles: bool = True
    harmony: int = 1
    harmony_below: bool = False


@dataclass(frozen=True, slots=True)
class Leading:
    """How solo instruments play.

    Attributes:
        rhythms: bars of sixteenths for melodies.
        runs: bars of sixteenths for virtuoso passages.
        scale: "key", "penta", "blues" or "harmonic".
        answers: chance of a fill between two sung lines.
    """

    rhythms: tuple[str, ...]
    runs: tuple[str, ...]
    scale: str = "key"
    answers: float = 0.4


@dataclass(frozen=True, slots=True)
class Style:
    """How one genre is written.

    Attributes:
        bars_per_chord: harmonic rhythm at a medium tempo.
        grooves: drum grooves; `half` is the half-time one and `peak` the fullest.
        half, peak, fill: names in GROOVES and FILLS.
        bass, chords, rhythm, arp: patterns.
        chord_voicing, rhythm_voicing: layouts.
        bass_on_change: the bass plays the root wherever the chord changes.
        swing, swing_unit: share of the first note of a pair, and which notes swing (beats).
        looseness_ms: human unevenness of the instruments, at most 12.
        fastest_bpm, slowest_bpm: beyond these the band feels half or double time.
    """

    grooves: Levels
    half: str
    peak: str
    fill: str
    bass: Levels
    chords: Levels
    rhythm: Levels
    arp: Levels
    singing: Singing
    leading: Leading
    chord_voicing: Voicing = Voicing.CLOSE
    rhythm_voicing: Voicing = Voicing.CLOSE
    bars_per_chord: float = 1.0
    bass_on_change: bool = True
    swing: float = 0.5
    swing_unit: float = 0.5
    looseness_ms: float = 7.0
    fastest_bpm: int = 180
    slowest_bpm: int = 60
