"""Where the syllables of a line fall: a dynamic programme over the metric grid.

The costs follow the idea of Orpheus (Fukayama et al. 2010), that accents of the words and of the meter should
meet; the weights are ours, tuned on the statistics in docs/compose.md. It knows nothing of pitches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from songwright.compose.pattern import fitted
from songwright.compose.style import Singing
from songwright.compose.text import Text
from songwright.song.chance import Chance
from songwright.song.meter import Meter

_NEVER = 1e9
_FINEST = 1 / 16  # beats
_NOISE = 0.5
_LONGEST_TONE = 2.5  # pulses that a phrase's last note lasts at most
_CUT_OFF = 4.0  # cost per pulse that a last note and its breath lack
_OFF_CELL = 2.4  # cost of leaving the rhythm of a hook's cell
_CROWDED = 0.72  # share of the grid's places that syllables may fill before a finer grid is taken


@dataclass(frozen=True, slots=True)
class Window:
    """The room that a line may fill.

    Attributes:
        start: first beat of the song that belongs to it.
        beats: its length.
        bpm: quarter notes per minute.
        meter: time signature.
        stretch: how many times longer than written the beat is felt: 2 at very fast tempi.
    """

    start: float
    beats: float
    bpm: int
    meter: Meter
    stretch: float

    def seconds(self, beats: float) -> float:
        """Beats as seconds."""
        return beats * 60 / self.bpm

    def in_beats(self, seconds: float) -> float:
        """Seconds as beats."""
        return seconds * self.bpm / 60


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Onsets and durations of a line's syllables in beats from the window's start, on the unswung grid."""

    onsets: tuple[float, ...]
    durations: tuple[float, ...]


@lru_cache(maxsize=8192)
def metric_weight(beat: float, meter: Meter, stretch: float = 1.0) -> float:
    """How strong a place in the bar is: 3 the downbeat, 2.2 the half, 1.4 beats, 0.4 offbeats, then below 0.

    Args:
        beat: beats from any downbeat.
        meter: time signature.
        stretch: 2 where the felt beat is twice as long.
    """
    felt = beat / stretch
    place = felt % meter.bar_beats
    if _near(place, meter.bar_beats):
        return 3.0
    if _near(felt, meter.pulse_beats):
        half = meter in (Meter.SIX, Meter.FOUR) and _near(place, meter.bar_beats / 2)
        return 2.2 if half else 1.4
    if _near(felt, 0.5):
        return 0.4
    return -0.5 if _near(felt, 0.25) else -1.2


def chance_cost(chance: Chance) -> float:
    """A random cost with the Gumbel distribution, so that a search over sums of them draws like a softmax."""
    return math.log(-math.log(max(1e-12, chance.random())) + 1e-12)


def write_rhythm(
    text: Text,
    window: Window,
    singing: Singing,
    chance: Chance,
    motif: Rhythm | None = None,
    firm: int = 0,
) -> Rhythm:
    """A rhythm for a line.

    Args:
        text: at least one syllable.
        window: the room it must fit into, with a breath at its end.
        singing: the genre's taste; only the first of its rhythms is liked.
        chance: source of the rhythm's choices.
        motif: an earlier rhythm whose onsets are liked.
        firm: how many of its first onsets are the cell of a hook, which hardly changes.
    """
    cell = _cell(len(text), window, singing)
    breath = min(max(cell, window.in_beats(0.22)), window.beats * 0.2)
    last = int((window.beats - breath) / cell - 1e-6)  # last place where a syllable may start
    if last + 1 < len(text):
        return _even(len(text), window)
    task = _Task(text, window, singing, cell, last)
    opening = () if motif is None else tuple(round(onset / cell) for onset in motif.onsets[:firm])
    slots = task.solve(chance, motif, opening)
    onsets = [slot * cell for slot in slots]
    return Rhythm(tuple(onsets), tuple(_durations(onsets, text, window, breath)))


def _cell(count: int, window: Window, singing: Singing) -> float:
    """The coarsest grid that is not crowded, from the genre's preferred one down to 1/16 beat."""
    cell = singing.cell * window.stretch
    while cell > _FINEST and count > window.beats / cell * _CROWDED:
        cell /= 2
    return cell


def _even(count: int, window: Window) -> Rhythm:
    """Syllables evenly spread, for lines that no grid can hold."""
    step = window.beats / (count + 0.5)
    return Rhythm(tuple(index * step for index in range(count)), (step,) * count)


class _Task:
    """One line on one grid: the costs and the search."""

    def __init__(self, text: Text, window: Window, singing: Singing, cell: float, last: int) -> None:
        self._text, self._window, self._singing = text, window, singing
        self._cell, self._last = cell, last
        count = len(text)
        wanted_tail = min(1.5 * window.meter.pulse_beats * window.stretch, window.beats * 0.3)
        room = max(count, (self._last * cell - wanted_tail * 0.6) / cell)
        spread = max(1.0, window.in_beats(singing.longest_step_s) / cell)
        self._ideal = max(1.0, min(room / max(1, count - 0.5), spread))

    def solve(self, chance: Chance, motif: Rhythm | None, opening: Sequence[int] = ()) -> list[int]:
        """The cheapest places for all syllables; the first ones stay on the places of the opening."""
        meter_costs, tastes = self._meter_costs(), self._tastes(chance, motif)
        steps = self._step_costs()
        longest = len(steps) - 1
        count, places = len(self._text), self._last + 1
        gain = self._gain(0)
        off = self._off_cell(0, opening)
        costs = [meter_costs[s] * gain + tastes[s] + self._late_start(s) + off[s] for s in range(places)]
        back: list[list[int]] = []
        for index in range(1, count):
            gain, extra = self._gain(index), self._join_costs(index, longest)
            off = self._off_cell(index, opening)
            total = [steps[d] + extra[d] for d in range(longest + 1)]
            row, origin = [_NEVER] * places, [0] * places
            for place in range(index, places - (count - 1 - index)):
                first = max(index - 1, place - longest)
                cost, best = min((costs[q] + total[place - q], q) for q in range(first, place))
                row[place] = cost + meter_costs[place] * gain + tastes[place] + off[place]
                origin[place] = best
            costs = row
            back.append(origin)
        end = min(range(places), key=lambda s: costs[s] + self._ending(s))
        slots = [end]
        for origin in reversed(back):
            slots.append(origin[slots[-1]])
        return slots[::-1]

    def _off_cell(self, index: int, opening: Sequence[int]) -> list[float]:
        """What it costs a syllable to leave its place in the hook's cell."""
        places = self._last + 1
        if index >= len(opening):
            return [0.0] * places
        return [_OFF_CELL * (place != opening[index]) for place in range(places)]

    def _meter_costs(self) -> list[float]:
        """What each place costs a stressed syllable: the less the stronger the place."""
        window, eagerness = self._window, 1.0 - 0.35 * self._singing.syncopation
        beats = (window.start + slot * self._cell for slot in range(self._last + 1))
        return [-eagerness * metric_weight(beat, window.meter, window.stretch) for beat in beats]

    def _tastes(self, chance: Chance, motif: Rhythm | None) -> list[float]:
        """What each place costs any syllable: the genre's rhythm, the remembered motif and chance."""
        remembered = () if motif is None else motif.onsets
        liked = _liked_places(self._singing.rhythms[0], self._window)
        tastes = []
        for slot in range(self._last + 1):
            beat = slot * self._cell
            place = (self._window.start + beat) / self._window.stretch % self._window.meter.bar_beats
            cost = -0.55 if round(place * 4) in liked else 0.0
            cost -= 2.2 if any(abs(beat - onset) < 1e-6 for onset in remembered) else 0.0
            tastes.append(cost + _NOISE * chance_cost(chance))
        return tastes

    def _gain(self, index: int) -> float:
        """How much a syllable wants strong places; an unstressed one prefers weak ones a little."""
        return {2: 1.0, 1: 0.45}.get(self._text.stress(index), -0.2)

    def _late_start(self, slot: int) -> float:
        return 0.35 * slot * self._cell / self._window.stretch

    def _step_costs(self) -> list[float]:
        """What it costs to be some cells apart."""
        longest = max(2, math.ceil(self._ideal * 2.6))
        return [_NEVER] + [1.15 * abs(math.log2(d / self._ideal)) for d in range(1, longest + 1)]

    def _join_costs(self, index: int, longest: int) -> list[float]:
        """Parts of a word keep together; a comma wants time."""
        if self._text.joined(index):
            return [0.5 * max(0.0, d / self._ideal - 1.2) for d in range(longest + 1)]
        if self._text.pauses_before(index):
            return [-0.9 if d >= 1.6 * self._ideal else 0.4 for d in range(longest + 1)]
        return [0.0] * (longest + 1)

    def _ending(self, slot: int) -> float:
        """A line ends early enough for a long last note."""
        left = (self._window.beats - slot * self._cell) / (
            self._window.meter.pulse_beats * self._window.stretch
        )
        return 1.6 * max(0.0, 2.0 - left) + _CUT_OFF * max(0.0, 1.25 - left)


def _durations(onsets: Sequence[float], text: Text, window: Window, breath: float) -> list[float]:
    """Legato, with a little air at commas, a long last note and a breath behind it."""
    pulse = window.meter.pulse_beats * window.stretch
    durations = []
    for index, onset in enumerate(onsets[:-1]):
        gap = onsets[index + 1] - onset
        held = min(gap, 2.0 * pulse)
        if text.pauses_before(index + 1) and gap > pulse * 0.75:
            held = min(held, gap - min(0.25 * pulse, gap / 4))
        durations.append(held)
    left = window.beats - onsets[-1] - breath
    longest = max(_LONGEST_TONE * pulse, window.in_beats(0.9))
    durations.append(max(min(left, longest), min(breath, window.beats - onsets[-1]) / 2))
    return durations


def _liked_places(rhythm: str, window: Window) -> frozenset[int]:
    """The sixteenths of the bar that a rhythm strikes."""
    return frozenset(round(step.start * 4) for step in fitted(rhythm, window.meter).steps)


def _near(value: float, unit: float) -> bool:
    """Whether a value is a whole multiple of a unit."""
    part = value / unit
    return abs(part - round(part)) < 1e-6
