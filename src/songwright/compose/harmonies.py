"""Second voices: a line's words sung along above and below the lead, led as voices in a choir.

A dynamic programme over the scale. It knows nothing of who sings them and how loud.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from songwright.compose.consonance import STRONG, is_held, rubs
from songwright.compose.harmony import Harmony
from songwright.compose.melody import sounding
from songwright.compose.rhythm import metric_weight
from songwright.song.meter import Meter
from songwright.song.score import Note

# Semitones from the lead and their cost: thirds, then sixths; fifths and octaves where those rub.
_ABOVE = {3: 0.0, 4: 0.0, 5: 0.9, 7: 2.2, 8: 0.8, 9: 0.8, 12: 3.0}
_BELOW = {3: 0.0, 4: 0.0, 5: 0.5, 7: 1.8, 8: 0.4, 9: 0.4, 12: 2.0}
SECOND_BELOW = (
    9  # semitones that a second singer may go below the lead's range rather than sing the lead's note
)
_OUT_OF_RANGE = 3.0  # per semitone
_STRANGE = 1.6  # a heavy note outside the chord
_RUBBING = 8.0
_PARALLEL = 5.0  # fifths or octaves with another voice, one after the other
_DOUBLED = 100.0  # the pitch that another second voice has
_PER_SEMITONE = 0.16
_PERFECT = (0, 7)  # octaves and fifths, by semitones modulo 12


@dataclass(frozen=True, slots=True)
class VoiceRoom:
    """Where a second voice may go.

    Attributes:
        low, high: MIDI pitches.
        above: above the lead, else below.
        bpm, meter: of the song; they say which notes are heavy.
    """

    low: int
    high: int
    above: bool
    bpm: int
    meter: Meter


def write_second_voice(
    lead: Sequence[Note], others: Sequence[Sequence[int]], room: VoiceRoom, harmony: Harmony
) -> tuple[int, ...]:
    """The pitches of a voice that moves with the lead, one per note.

    Thirds and sixths from the lead; heavy notes are chord tones where that is possible; no parallel fifths or
    octaves with the lead or the other voices where another way exists. Never the lead's own note, nor one on
    its other side; at the range's bottom the voice leaves it by a few semitones.

    Args:
        lead: the lead's notes in order.
        others: pitches of the second voices already written, one per note of the lead.
        room: its range and side.
        harmony: the song's chords.
    """
    rows = [_options(note, [voice[i] for voice in others], room, harmony) for i, note in enumerate(lead)]
    voices = [[note.pitch for note in lead], *others]
    costs = dict(rows[0])
    back: list[dict[int, int]] = []
    for index in range(1, len(rows)):
        following: dict[int, float] = {}
        origin: dict[int, int] = {}
        for pitch, own in rows[index].items():
            cost, best = min((costs[q] + _move_cost(voices, index, q, pitch), q) for q in costs)
            following[pitch], origin[pitch] = cost + own, best
        costs = following
        back.append(origin)
    path = [min(costs, key=lambda pitch: (costs[pitch], pitch))]
    for origin in reversed(back):
        path.append(origin[path[-1]])
    return tuple(path[::-1])


def _options(note: Note, taken: Sequence[int], room: VoiceRoom, harmony: Harmony) -> dict[int, float]:
    """The pitches that a voice may have beside a note of the lead, and what each costs."""
    scale = harmony.scale_at(note.start)
    chords = sounding(harmony, note.start, note.duration)
    heavy = metric_weight(note.start, room.meter) >= STRONG or is_held(note.duration, room.bpm, room.meter)
    table = _ABOVE if room.above else _BELOW
    options = {}
    for offset, cost in table.items():
        pitch = note.pitch + (offset if room.above else -offset)
        if pitch % 12 not in scale or not room.low - SECOND_BELOW <= pitch <= room.high:
            continue
        cost += _OUT_OF_RANGE * max(0, room.low - pitch)
        rubbing = any(rubs(pitch % 12, chord) for chord in chords)
        cost += heavy * (_RUBBING * rubbing + _STRANGE * (pitch % 12 not in chords[0].pitch_classes))
        options[pitch] = cost + _DOUBLED * (pitch in taken)
    return options


def _move_cost(voices: Sequence[Sequence[int]], index: int, before: int, after: int) -> float:
    """Small steps are cheap; fifths and octaves that follow each other in parallel are not."""
    cost = _PER_SEMITONE * abs(after - before)
    for voice in voices:
        there, here = voice[index - 1], voice[index]
        first, second = abs(before - there), abs(after - here)
        moved = after != before and here != there
        cost += _PARALLEL * (moved and first > 0 and first % 12 == second % 12 and first % 12 in _PERFECT)
    return cost
