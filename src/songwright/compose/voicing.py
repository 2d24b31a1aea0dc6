"""Chords laid out as pitches, each voicing led smoothly from the one before. It knows nothing of rhythm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from songwright.compose.style import Voicing
from songwright.song.score import Chord

_WIDEST = 15  # semitones between the outer voices of a close chord
_LARGEST_LEAP = 9  # semitones that the top voice may move
_NEVER = 1000.0
_FOUR_PARTS, _FOURTH = 4, 5
_PLACES: dict[str, tuple[int, ...]] = {  # semitones above the root, as chords write them
    "third": (3, 4, 5),
    "fifth": (6, 7, 8),
    "seventh": (10, 11, 9),
    "ninth": (13, 14, 15),
    "thirteenth": (21,),
}


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
        third: the third, or what stands for it, more than an octave above `root`.
    """

    voices: tuple[int, ...]
    root: int
    fifth: int
    third: int


def lay_out(chords: Sequence[Chord], voicing: Voicing, compass: Compass) -> tuple[Laid, ...]:
    """Voice a row of chords; each moves as little as it can from the one before."""
    laid: list[Laid] = []
    before: tuple[int, ...] | None = None
    for chord in chords:
        options = _options(chord, voicing, compass)
        if before is not None and min(abs(o[-1] - before[-1]) for o in options) > _LARGEST_LEAP:
            options = (*options, *_close(chord, Voicing.SHELL, compass))
        voices = min(options, key=lambda option: (_movement(option, before, compass), option))
        root = _low_root(chord, compass, voices[0])
        laid.append(Laid(voices, root, _near_fifth(root, chord, compass), _high_third(root, chord)))
        before = voices
    return tuple(laid)


def _options(chord: Chord, voicing: Voicing, compass: Compass) -> tuple[tuple[int, ...], ...]:
    """Every layout of the chord in the compass; at least one."""
    found = tuple(_LAYOUTS.get(voicing, _close)(chord, voicing, compass))
    if not found and voicing in (Voicing.ROOTLESS, Voicing.DROP2, Voicing.QUARTAL):
        found = tuple(_close(chord, Voicing.SHELL, compass))
    pitches = range(compass.low, compass.high + 1)
    return found or (tuple(p for p in pitches if p % 12 in chord.pitch_classes)[:3] or (compass.low,),)


def _power(chord: Chord, _: Voicing, compass: Compass) -> Iterator[tuple[int, ...]]:
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
        yield from _everywhere(tones, compass, _WIDEST)


def _rootless(chord: Chord, _: Voicing, compass: Compass) -> Iterator[tuple[int, ...]]:
    """Form A, the third lowest, and form B, the seventh lowest; the ninth stands for the root.

    Bill Evans's left hand: A is 3 5 7 9, B is 7 9 3 5; a thirteenth takes the place of the fifth.
    """
    steps = {place: _first(chord, steps) for place, steps in _PLACES.items()}
    third, seventh = steps["third"], steps["seventh"]
    if third is None or seventh is None:
        return
    fifth = steps["thirteenth"] if steps["thirteenth"] is not None else steps["fifth"]
    form = tuple(
        (chord.root + step) % 12 for step in (third, fifth, seventh, steps["ninth"]) if step is not None
    )
    middle = form.index((chord.root + seventh) % 12)
    for tones in (form, (*form[middle:], *form[:middle])):
        yield from _everywhere(tones, compass, _WIDEST)


def _drop_two(chord: Chord, _: Voicing, compass: Compass) -> Iterator[tuple[int, ...]]:
    """Close four-part chords with the second voice from above an octave lower."""
    tones = _without_root(chord)
    if len(tones) != _FOUR_PARTS:
        return
    ordered = tuple(sorted(tones, key=lambda tone: (tone - chord.root) % 12))
    for rotated in _rotations(ordered):
        for close in _everywhere(rotated, Compass(compass.low, compass.high + 12, compass.centre), 11):
            voices = (close[2] - 12, close[0], close[1], close[3])
            if compass.low <= voices[0] and voices[-1] <= compass.high:
                yield voices


def _quartal(chord: Chord, _: Voicing, compass: Compass) -> Iterator[tuple[int, ...]]:
    """Four or five chord tones in fourths, a third on top allowed, as in "So What"."""
    for size in (5, 4):
        for tones in permutations(chord.pitch_classes, size):
            gaps = [(b - a) % 12 for a, b in pairwise(tones)]
            if all(gap == _FOURTH for gap in gaps[:-1]) and gaps[-1] in (_FOURTH, 4):
                yield from _everywhere(tones, compass, 24)


def _everywhere(tones: tuple[int, ...], compass: Compass, widest: int) -> Iterator[tuple[int, ...]]:
    """The tones stacked in this order from every place in the compass."""
    for bottom in range(compass.low, compass.high + 1):
        voices = _stacked(bottom, tones) if bottom % 12 == tones[0] else ()
        if voices and voices[-1] <= compass.high and voices[-1] - voices[0] <= widest:
            yield voices


def _first(chord: Chord, steps: tuple[int, ...]) -> int | None:
    return next((i for i in chord.intervals if i in steps), None)


def _without_root(chord: Chord) -> tuple[int, ...]:
    """Four tones of a chord: without its root where it has five, without its fifth too where it has six."""
    kept = (
        [i for i in chord.intervals if i != 0]
        if len(chord.intervals) > _FOUR_PARTS
        else list(chord.intervals)
    )
    if len(kept) > _FOUR_PARTS:
        kept = [i for i in kept if i not in (7, 17)]
    return tuple((chord.root + step) % 12 for step in kept)


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


def _high_third(root: int, chord: Chord) -> int:
    """The tenth above the chord's root; the suspended fourth or the fifth where a chord has no third."""
    third = next((i for i in chord.intervals if i in _PLACES["third"]), 7)
    return root - (root - chord.root) % 12 + 12 + third


_LAYOUTS: dict[Voicing, Callable[[Chord, Voicing, Compass], Iterator[tuple[int, ...]]]] = {
    Voicing.POWER: _power,
    Voicing.ROOTLESS: _rootless,
    Voicing.DROP2: _drop_two,
    Voicing.QUARTAL: _quartal,
}
