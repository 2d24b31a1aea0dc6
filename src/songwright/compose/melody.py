"""Which pitches a line is sung on: a dynamic programme over the singer's scale.

The costs weigh chord tones, intervals, contour and the memory of an earlier line against each other. The
interval statistics aimed at are those of sung pop (repeats 20-30 %, steps 40-50 %, thirds 15-25 %, larger
5-10 %). It knows nothing of words beyond their stress.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from songwright.compose.harmony import Harmony
from songwright.compose.rhythm import Rhythm, Window, chance_cost, metric_weight
from songwright.song.chance import Chance
from songwright.song.score import Chord

_NEVER = 1e9
_LONG_S = 0.55  # from which a note is heard as held, whatever it is written as
_GRATING = 2.5
_NOISE = 0.62
_REACH = 10  # semitones around the centre that are considered
_INTERVAL_COSTS = (0.60, 0.34, 0.0, 0.54, 0.64, 0.88, 3.2, 1.0, 2.0, 2.4, 3.6, 5.0, 2.2)
_RAP_COSTS = (0.0, 0.5, 0.5, 1.0, 1.8, 2.5, 6.0, 4.0, 6.0, 7.0, 8.0, 9.0, 8.0)
_WILD = 6.0  # cost of an interval beyond an octave
_ARRIVAL_COST = 0.5  # per semitone beyond a third into the last note: phrases come to rest by small steps

CONTOURS: Mapping[str, Callable[[float], float]] = {  # place in the line 0 to 1: semitones around the centre
    "arch": lambda x: 3.6 * math.sin(math.pi * x) - 1.4,
    "fall": lambda x: 3.0 - 5.5 * x,
    "rise": lambda x: -2.8 + 5.2 * x,
    "wave": lambda x: 2.6 * math.sin(2 * math.pi * x),
    "dip": lambda x: 2.0 - 4.0 * math.sin(math.pi * x),
    "plateau": lambda x: 1.6 if x < 0.7 else 1.6 - 9.0 * (x - 0.7),
    "level": lambda x: 0.0,
}


@dataclass(frozen=True, slots=True)
class Singer:
    """Where a line is sung.

    Attributes:
        low, high: range, MIDI pitches.
        centre: the pitch it moves around.
        pentatonic: 0 to 1, how much degrees 4 and 7 are avoided.
        rap: speech-like, staying on its pitch.
    """

    low: int
    high: int
    centre: float
    pentatonic: float = 0.0
    rap: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """An earlier line that this one follows.

    Attributes:
        onsets: beats from the window's start.
        pitches: one per onset.
        weight: cost per semitone of departing from it.
    """

    onsets: tuple[float, ...]
    pitches: tuple[int, ...]
    weight: float

    def pitch_at(self, onset: float) -> int:
        """The pitch of the onset nearest in time."""
        nearest = min(range(len(self.onsets)), key=lambda i: (abs(self.onsets[i] - onset), i))
        return self.pitches[nearest]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the pitches must follow.

    Attributes:
        window: the room of the line.
        rhythm: its onsets and durations.
        stresses: one per onset, 0 to 2.
        singer: range and taste.
        contour: name in CONTOURS.
        endings: pitch classes that the last note may have.
        before: the pitch sung last, if any.
        memory: an earlier line to follow, if any.
    """

    window: Window
    rhythm: Rhythm
    stresses: tuple[int, ...]
    singer: Singer
    contour: str
    endings: frozenset[int]
    before: int | None = None
    memory: Memory | None = None


def write_pitches(assignment: Assignment, harmony: Harmony, chance: Chance) -> tuple[int, ...]:
    """The cheapest pitches with the given chance, one per onset."""
    singer = assignment.singer
    low = max(singer.low, math.ceil(singer.centre - _REACH))
    high = min(singer.high, math.floor(singer.centre + _REACH))
    pitches = range(low, high + 1)
    moves = _move_costs(high - low, _RAP_COSTS if singer.rap else _INTERVAL_COSTS)
    rows = _note_costs(assignment, harmony, pitches, chance)
    if assignment.before is not None:
        before = assignment.before
        rows[0] = [cost + 0.05 * abs(pitch - before) for cost, pitch in zip(rows[0], pitches, strict=True)]
    return tuple(pitches[index] for index in _cheapest_path(rows, moves))


def _cheapest_path(rows: Sequence[Sequence[float]], moves: Sequence[float]) -> list[int]:
    """Viterbi: one index per row so that the costs of places and moves are least."""
    size = len(rows[0])
    costs = list(rows[0])
    back: list[list[int]] = []
    arriving = [cost + _ARRIVAL_COST * max(0, step - 4) for step, cost in enumerate(moves)]
    for number, row in enumerate(rows[1:], 2):
        steps = arriving if number == len(rows) else moves
        alive = [index for index in range(size) if costs[index] < _NEVER]
        origin, following = [0] * size, [_NEVER] * size
        for index in range(size):
            if row[index] >= _NEVER:
                continue
            cost, best = min((costs[q] + steps[abs(index - q)], q) for q in alive)
            following[index], origin[index] = cost + row[index], best
        costs = following
        back.append(origin)
    path = [min(range(size), key=lambda index: (costs[index], index))]
    for origin in reversed(back):
        path.append(origin[path[-1]])
    return path[::-1]


def _move_costs(widest: int, table: Sequence[float]) -> list[float]:
    return [table[step] if step < len(table) else _WILD for step in range(widest + 1)]


def _note_costs(
    assignment: Assignment, harmony: Harmony, pitches: Sequence[int], chance: Chance
) -> list[list[float]]:
    """For each onset what each pitch costs by itself; pitches outside the scale are never taken."""
    rows = []
    count = len(assignment.rhythm.onsets)
    for index in range(count):
        place = _Place(assignment, harmony, index)
        row = []
        for pitch in pitches:
            noise = _NOISE * chance_cost(chance)
            row.append(place.cost(pitch) + noise if pitch % 12 in place.allowed else _NEVER)
        if min(row) >= _NEVER:  # a range too narrow for the wanted ending
            row = [place.cost(p) if p % 12 in place.scale else _NEVER for p in pitches]
        rows.append(row)
    return rows


class _Place:
    """One note's surroundings and what a pitch costs there."""

    def __init__(self, assignment: Assignment, harmony: Harmony, index: int) -> None:
        rhythm, window = assignment.rhythm, assignment.window
        onset, duration = rhythm.onsets[index], rhythm.durations[index]
        beat = window.start + onset
        chord = harmony.at(beat)
        self.scale = harmony.scale_at(beat)
        is_last = index == len(rhythm.onsets) - 1
        endings = assignment.endings & set(self.scale) if is_last else frozenset()
        self.allowed = endings or frozenset(self.scale)
        self._chord_tones = frozenset(chord.pitch_classes)
        self._chord = chord
        pulse = window.meter.pulse_beats * window.stretch
        self._strong = metric_weight(beat, window.meter, window.stretch) >= 1.4
        self._long = duration >= min(pulse * 0.95, _LONG_S * window.bpm / 60)
        self._avoided = (harmony.key.scale[3], harmony.key.scale[6]) if assignment.singer.pentatonic else ()
        self._target = self._aim(assignment, index)
        self._assignment = assignment
        self._memory = None if assignment.memory is None else assignment.memory.pitch_at(onset)

    @staticmethod
    def _aim(assignment: Assignment, index: int) -> float:
        onsets = assignment.rhythm.onsets
        span = max(1e-6, onsets[-1] - onsets[0])
        offset = CONTOURS[assignment.contour]((onsets[index] - onsets[0]) / span)
        scale = 0.3 if assignment.singer.rap else 1.0
        accent = 0.7 if assignment.stresses[index] == 2 else 0.0
        return assignment.singer.centre + scale * (offset + accent)

    def cost(self, pitch: int) -> float:
        """Lower is better."""
        away = pitch - self._target
        cost = 0.05 * abs(away) + 0.013 * away * away
        if self._assignment.singer.rap:
            cost *= 3.0
        tone = pitch % 12
        if tone not in self._chord_tones:
            cost += 1.5 * self._strong + 1.3 * self._long + 0.25
            cost += 1.2 * (self._long or self._strong) * rubs(tone, self._chord)
            cost += _GRATING * (self._long and grates(tone, self._chord))
        if tone in self._avoided:
            cost += 0.5 * self._assignment.singer.pentatonic
        if self._memory is not None and self._assignment.memory is not None:
            cost += self._assignment.memory.weight * min(abs(pitch - self._memory), 5)
        return cost


def rubs(pitch_class: int, chord: Chord) -> bool:
    """Whether a pitch class lies a semitone from a tone of the chord without being one."""
    tones = chord.pitch_classes
    return pitch_class not in tones and any((pitch_class - tone) % 12 in (1, 11) for tone in tones)


def grates(pitch_class: int, chord: Chord) -> bool:
    """Whether a pitch class outside the chord lies a semitone above one of its tones: held, a minor ninth."""
    tones = chord.pitch_classes
    return pitch_class not in tones and (pitch_class - 1) % 12 in tones
