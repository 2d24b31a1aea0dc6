"""Chords laid out as pitches, each voicing led smoothly from the one before. It knows nothing of rhythm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.compose.style import Voicing
from songwright.song.score import Chord

_WIDEST = 15  # semitones between the outer voices of a close chord
_LARGEST_LEAP = 9  # semitones that the top voice may move
_NEVER = 1000.0


@dataclass(frozen=True, slots=True)
class Compass:
    """Where a part may play: its lowest and highest pitch and the pitch its chords lie around."""

    low: int
    high: int
    centre: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A voiced chord.

    Attributes:
        voices: pitches from low to high.
        root: a low pitch of the chord's bass tone for patterns that need one.
        fifth: the fifth near `root`.
    """

    voices: tuple[int, ...]
    root: int
    fifth: int


def lay_out(chords: Sequence[Chord], voicing: Voicing, compass: Compass) -> tuple[Laid, ...]:
    """Voice a row of chords; each moves as little as it can from the one before."""
    laid: list[Laid] = []
    before: tuple[int, ...] | None = None
    for chord in chords:
        options = _options(chord, voicing, compass)
        voices = min(options, key=lambda option: (_movement(option, before, compass), option))
        root = _low_root(chord, compass, voices[0])
        laid.append(Laid(voices, root, _near_fifth(root, chord, compass)))
        before = voices
    return tuple(laid)


def _options(chord: Chord, voicing: Voicing, compass: Compass) -> tuple[tuple[int, ...], ...]:
    """Every layout of the chord in the compass; at least one."""
    found = tuple(_power(chord, compass) if voicing is Voicing.POWER else _close(chord, voicing, compass))
    pitches = range(compass.low, compass.high + 1)
    return found or (tuple(p for p in pitches if p % 12 in chord.pitch_classes)[:3] or (compass.low,),)


def _power(chord: Chord, compass: Compass) -> Iterator[tuple[int, ...]]:
    """Root, fifth and octave; root and fifth; the fifth below the root."""
    fifth = next((i for i in chord.intervals if i in (6, 7, 8)), 7)
    for root in range(compass.low, compass.high + 1):
        if (root - chord.root) % 12 == 0:
            for shape in ((0, fifth, 12), (0, fifth), (fifth - 12, 0)):
                voices = tuple(root + step for step in shape)
                if compass.low <= voices[0] and voices[-1] <= compass.high:
                    yield voices


def _close(chord: Chord, voicing: Voicing, compass: Compass) -> Iterator[tuple[int, ...]]:
    """All inversions."""
    colours = _colours(chord, voicing)
    ordered = tuple(sorted(colours, key=lambda tone: (tone - chord.root) % 12))
    for tones in {**dict.fromkeys(_rotations(colours)), **dict.fromkeys(_rotations(ordered))}:
        for bottom in range(compass.low, compass.high + 1):
            voices = _stacked(bottom, tones) if bottom % 12 == tones[0] else ()
            if voices and voices[-1] <= compass.high and voices[-1] - voices[0] <= _WIDEST:
                yield voices


def _colours(chord: Chord, voicing: Voicing) -> tuple[int, ...]:
    """The pitch classes worth playing: the bass has the root where a chord has more than four tones."""
    tones = chord.pitch_classes
    if voicing is Voicing.SHELL and len(tones) >= 4:
        return tuple(tone for place, tone in enumerate(tones) if place not in (0, 2)) + (
            () if len(tones) > 4 else (tones[2],)
        )
    return tones[1:] if len(tones) > 4 else tones


def _rotations(tones: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for place in range(len(tones)):
        yield (*tones[place:], *tones[:place])


def _stacked(bottom: int, tones: Sequence[int]) -> tuple[int, ...]:
    """The tones one above the other from a given bottom pitch."""
    voices = [bottom]
    for tone in tones[1:]:
        voices.append(voices[-1] + ((tone - voices[-1]) % 12 or 12))
    return tuple(voices)


def _movement(option: tuple[int, ...], before: tuple[int, ...] | None, compass: Compass) -> float:
    """How far the voices move, with a pull to the compass's centre and no wide leaps of the top voice."""
    middle = (option[0] + option[-1]) / 2
    cost = 0.35 * abs(middle - compass.centre) + 0.5 * max(0.0, abs(middle - compass.centre) - 6)
    if before is None:
        return cost + 0.2 * (3 - min(3, len(option)))
    cost += sum(min(abs(voice - old) for old in before) for voice in option) / len(option) * 2
    top = abs(option[-1] - before[-1])
    return cost + 0.6 * top + (_NEVER * (top - _LARGEST_LEAP) if top > _LARGEST_LEAP else 0.0)


def _low_root(chord: Chord, compass: Compass, bottom: int) -> int:
    """The bass tone nearest below the chord's lowest voice, inside the compass."""
    below = bottom - (bottom - chord.bass) % 12
    if below == bottom and below - 12 >= compass.low:
        below -= 12
    return below if below >= compass.low else below + 12


def _near_fifth(root: int, chord: Chord, compass: Compass) -> int:
    """The chord's fifth below the root where it can be played, else above."""
    fifth = (chord.root + next((i for i in chord.intervals if i in (6, 7, 8)), 7)) % 12
    below = root - (root - fifth) % 12
    return below if below >= compass.low else below + 12
