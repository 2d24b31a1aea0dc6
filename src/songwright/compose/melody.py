"""Which pitches a line is sung on: a dynamic programme over the singer's scale.

The costs weigh chord tones, intervals, contour and the memory of an earlier line against each other. The
interval statistics aimed at are those of sung pop (repeats 20-30 %, steps 40-50 %, thirds 15-25 %, larger
5-10 %). It knows nothing of words beyond their stress. docs/melody.md explains the costs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from songwright.compose.consonance import STRONG, grates, is_held, rubs
from songwright.compose.harmony import Harmony
from songwright.compose.rhythm import Rhythm, Window, chance_cost, metric_weight
from songwright.song.chance import Chance
from songwright.song.score import Chord

_NEVER = 1e9
_GRATING = 2.5  # a held minor ninth above a chord tone
_RUBBING = 5.0  # a semitone from a chord tone, on a beat or held
_STRANGE_ENDING = 1.2  # a last note outside its chord, beyond what any held note pays
_FIRM = 2.6  # per semitone of departing from a hook's cell
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
        firm: how many of the first notes are the cell of a hook, which hardly changes.
    """

    onsets: tuple[float, ...]
    pitches: tuple[int, ...]
    weight: float
    firm: int = 0

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
        transpose: semitones above the song's key in which the section stands.
        returns: beats after which the line comes back; it must bear the chords there too.
    """

    window: Window
    rhythm: Rhythm
    stresses: tuple[int, ...]
    singer: Singer
    contour: str
    endings: frozenset[int]
    before: int | None = None
    memory: Memory | None = None
    transpose: int = 0
    returns: tuple[float, ...] = ()


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
    arriving = [cost + _ARRIVAL_COST * max(0, step - 4) for step, cost in enumerate(moves)]
    costs = {index: cost for index, cost in enumerate(rows[0]) if cost < _NEVER}
    back: list[dict[int, int]] = []
    for number, row in enumerate(rows[1:], 2):
        steps = arriving if number == len(rows) else moves
        origin: dict[int, int] = {}
        following: dict[int, float] = {}
        for index, own in enumerate(row):
            if own < _NEVER:
                cost, best = min([(before + steps[abs(index - q)], q) for q, before in costs.items()])
                following[index], origin[index] = cost + own, best
        costs = following
        back.append(origin)
    path = [min(costs, key=lambda index: (costs[index], index))]
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
        row = place.costs(pitches, place.allowed, chance)
        if min(row) >= _NEVER:  # a range too narrow for the wanted ending
            row = place.costs(pitches, frozenset(place.scale), chance)
        if min(row) >= _NEVER:  # or for any note of the scale
            row = place.costs(pitches, frozenset(range(12)), chance)
        rows.append(row)
    return rows


class _Place:
    """One note's surroundings and what a pitch costs there."""

    def __init__(self, assignment: Assignment, harmony: Harmony, index: int) -> None:
        rhythm, window = assignment.rhythm, assignment.window
        onset, duration = rhythm.onsets[index], rhythm.durations[index]
        beat = window.start + onset
        self.scale = harmony.scale_at(beat)
        self._chords = sounding(harmony, beat, duration)
        self._chords += tuple(harmony.at(beat + later) for later in assignment.returns)
        self._chord_tones = frozenset(self._chords[0].pitch_classes)
        self._is_last = index == len(rhythm.onsets) - 1
        self.allowed = frozenset(self.scale)
        if self._is_last:
            endings = assignment.endings & self.allowed
            calm = {tone for tone in endings if not any(rubs(tone, chord) for chord in self._chords)}
            home = calm & self._chord_tones
            landing = self._chord_tones & self.allowed if len(endings) > 1 else frozenset()
            landing = frozenset(t for t in landing if not any(rubs(t, chord) for chord in self._chords))
            self.allowed = frozenset(home or landing or calm or endings or self.allowed)
        self._strong = metric_weight(beat, window.meter, window.stretch) >= STRONG
        self._long = is_held(duration, window.bpm, window.meter, window.stretch)
        scale = harmony.key.scale
        avoided = (scale[3], scale[6]) if assignment.singer.pentatonic else ()
        self._avoided = {(tone + assignment.transpose) % 12 for tone in avoided}
        self._target = self._aim(assignment, index)
        self._raps, self._pentatonic = assignment.singer.rap, assignment.singer.pentatonic
        memory = assignment.memory
        self._memory = None if memory is None else memory.pitch_at(onset)
        self._pull = 0.0 if memory is None else _FIRM if index < memory.firm else memory.weight

    @staticmethod
    def _aim(assignment: Assignment, index: int) -> float:
        onsets = assignment.rhythm.onsets
        span = max(1e-6, onsets[-1] - onsets[0])
        offset = CONTOURS[assignment.contour]((onsets[index] - onsets[0]) / span)
        scale = 0.3 if assignment.singer.rap else 1.0
        accent = 0.7 if assignment.stresses[index] == 2 else 0.0
        return assignment.singer.centre + scale * (offset + accent)

    def costs(self, pitches: Sequence[int], allowed: frozenset[int], chance: Chance) -> list[float]:
        """What each pitch costs, with a little chance; what is not allowed is never taken."""
        tones = {tone: self._tone_cost(tone) for tone in allowed}
        return [
            tones[pitch % 12] + self._pitch_cost(pitch) + _NOISE * chance_cost(chance)
            if pitch % 12 in tones
            else _NEVER
            for pitch in pitches
        ]

    def _pitch_cost(self, pitch: int) -> float:
        """How far the pitch lies from the contour and from what is remembered."""
        away = pitch - self._target
        cost = 0.05 * abs(away) + 0.013 * away * away
        if self._raps:
            cost *= 3.0
        if self._memory is not None:
            cost += self._pull * min(abs(pitch - self._memory), 5)
        return cost

    def _tone_cost(self, tone: int) -> float:
        """How a pitch class gets on with the chords, and with the singer's taste."""
        cost = 0.0
        if tone not in self._chord_tones:
            cost += 1.5 * self._strong + 1.3 * self._long + 0.25 + _STRANGE_ENDING * self._is_last
        if self._strong or self._long:
            cost += _RUBBING * any(rubs(tone, chord) for chord in self._chords)
            cost += _GRATING * (self._long and any(grates(tone, chord) for chord in self._chords))
        if tone in self._avoided:
            cost += 0.5 * self._pentatonic
        return cost


def sounding(harmony: Harmony, start: float, duration: float) -> tuple[Chord, ...]:
    """The chord that a note starts on, and the one under its second half where that is another.

    Args:
        harmony: the song's chords.
        start: beats from the start of the song.
        duration: beats.
    """
    first, second = harmony.index_at(start), harmony.index_at(start + duration / 2)
    return harmony.chords[first : second + 1] if second - first <= 1 else (harmony.chords[first],)
