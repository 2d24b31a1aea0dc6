"""When a note of a melody and the chords under it get on, and the nearest pitch that does.

It knows nothing of words, instruments and how a melody was found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from songwright.song.meter import Meter
from songwright.song.score import Chord

STRONG = 1.4  # metric weight of a beat; see `rhythm.metric_weight`
HELD_S = 0.55  # from which a note is heard as held, whatever it is written as
_HELD_PULSES = 0.95


def rubs(pitch_class: int, chord: Chord) -> bool:
    """Whether a pitch class lies a semitone from a tone of the chord without being one."""
    return pitch_class in _rubbing(chord.pitch_classes)


@lru_cache(maxsize=1024)
def _rubbing(tones: tuple[int, ...]) -> frozenset[int]:
    return frozenset((tone + step) % 12 for tone in tones for step in (1, 11)) - frozenset(tones)


def grates(pitch_class: int, chord: Chord) -> bool:
    """Whether a pitch class outside the chord lies a semitone above one of its tones: held, a minor ninth."""
    tones = chord.pitch_classes
    return pitch_class not in tones and (pitch_class - 1) % 12 in tones


def is_held(beats: float, bpm: int, meter: Meter, stretch: float = 1.0) -> bool:
    """Whether a note of so many beats is heard as held: about a pulse, or longer than `HELD_S`."""
    return beats >= min(meter.pulse_beats * stretch * _HELD_PULSES, HELD_S * bpm / 60)


def settled(pitch: int, chords: Collection[Chord], scale: Iterable[int], bounds: tuple[int, int]) -> int:
    """The nearest pitch of the scale that rubs against none of the chords; chord tones win ties.

    Args:
        pitch: where the melody wants to be.
        chords: those that sound while the note does; the first is the one it starts on.
        scale: pitch classes that the melody may use.
        bounds: lowest and highest pitch.
    Returns:
        `pitch` itself where it does not rub or nothing better is in reach (a fourth).
    """
    if not any(rubs(pitch % 12, chord) for chord in chords):
        return pitch
    low, high = bounds
    allowed = frozenset(scale)
    options = [
        near
        for near in range(max(low, pitch - 5), min(high, pitch + 5) + 1)
        if near % 12 in allowed and not any(rubs(near % 12, chord) for chord in chords)
    ]
    tones = next(iter(chords)).pitch_classes
    return min(options, key=lambda p: (abs(p - pitch), p % 12 not in tones, p), default=pitch)
