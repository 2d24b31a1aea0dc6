"""Chooses the length of every section so that together they fill the song exactly, at the least cost.

Sections are counted in units of one bar, or of several bars where bars are very short. It knows nothing of
genres, of where the sections come from or of the order in which they stand.

The choice is a knapsack problem with a fixed total, solved exactly by dynamic programming over the sections.
Costs are our own: 0 is ideal, 1 is about as bad as dropping an introduction.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from songwright.planner.drafts import Draft

SUNG_SHARE = 0.78  # of a line's time; the rest is breath
_SLOWEST_COMFORTABLE, _FASTEST_COMFORTABLE = 1.5, 4.5  # syllables per second
_SHORTEST_UNIT_S = 0.9
_LONG_UNIT_S = 4.0  # from here on a single bar is a phrase
_PHRASE = 4  # units
_SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32)  # units of a section without words
_MOST_ENDING_BARS, _MOST_ENDING_UNITS = 16, 12
_MOST_LINE_UNITS = 16
# In longer songs introductions and solos take their time, up to this factor.
_USUAL_SONG_S, _BROADEST = 120.0, 1.8


@dataclass(frozen=True, slots=True)
class Grid:
    """How bars lie in time.

    Attributes:
        bar_s: length of a bar in seconds.
        unit_bars: bars per unit; a unit lasts at least 0.9 s.
    """

    bar_s: float
    unit_bars: int

    @property
    def unit_s(self) -> float:
        """Length of a unit in seconds."""
        return self.bar_s * self.unit_bars


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast words are sung, in syllables per second while a line is sung."""

    comfortable: float
    limit: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The length of a section and of each of its lines, in units; 0 units drop the section."""

    units: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """The layout of every section, in order, and what they cost together."""

    cost: float
    layouts: tuple[Layout, ...]

    @property
    def units(self) -> int:
        """Length of the whole."""
        return sum(layout.units for layout in self.layouts)


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to lay out the sections of one item."""

    units: int
    cost: float
    layouts: tuple[Layout, ...]


def grid_for(bar_s: float) -> Grid:
    """The grid for bars of this many seconds: very short bars are taken in twos, fours and so on."""
    unit_bars = 1
    while bar_s * unit_bars < _SHORTEST_UNIT_S:
        unit_bars *= 2
    return Grid(bar_s, unit_bars)


def fewest_units(drafts: Sequence[Draft], grid: Grid, pace: Pace) -> int:
    """The least units in which everything can be sung, with only the instrumental sections asked for."""
    return sum(_fewest(draft, grid, pace) for draft in drafts)


def fit(drafts: Sequence[Draft], grid: Grid, pace: Pace, total: tuple[int, int]) -> Fit | None:
    """The cheapest layouts whose lengths sum to a total between the two given numbers of units.

    Sections of one group get the same pace, so that the second verse goes like the first; where this is dear,
    each may have its own.
    """
    together = _cheapest(drafts, _groups(drafts), grid, pace, total)
    if together is not None and together.cost < _DEAR:
        return together
    apart = _cheapest(drafts, [[index] for index in range(len(drafts))], grid, pace, total)
    if apart is None or (together is not None and together.cost <= apart.cost + _APART):
        return together
    return Fit(apart.cost + _APART, apart.layouts)


_DEAR, _APART = 4.0, 2.0  # costs: when to look for unequal verses, and what they cost


def _groups(drafts: Sequence[Draft]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        groups.setdefault(f"words {draft.kind}" if draft.lines else f"section {index}", []).append(index)
    return list(groups.values())


def _cheapest(
    drafts: Sequence[Draft], groups: list[list[int]], grid: Grid, pace: Pace, total: tuple[int, int]
) -> Fit | None:
    breadth = min(max(total[1] * grid.unit_s / _USUAL_SONG_S, 1.0), _BROADEST)
    items = [_options([drafts[index] for index in group], grid, pace, breadth) for group in groups]
    chosen = _knapsack(items, total)
    if chosen is None:
        return None
    layouts = [Layout(0)] * len(drafts)
    for group, option in zip(groups, chosen, strict=True):
        for index, layout in zip(group, option.layouts, strict=True):
            layouts[index] = layout
    return Fit(sum(option.cost for option in chosen), tuple(layouts))


def _knapsack(items: list[list[_Option]], total: tuple[int, int]) -> list[_Option] | None:
    low, high = total
    least = [min(option.units for option in item) for item in items]
    most = [max(option.units for option in item) for item in items]
    rest_least, rest_most = sum(least), sum(most)
    costs: dict[int, float] = {0: 0.0}
    steps: list[dict[int, tuple[int, _Option]]] = []
    for index, item in enumerate(items):
        rest_least, rest_most = rest_least - least[index], rest_most - most[index]
        reached: dict[int, float] = {}
        step: dict[int, tuple[int, _Option]] = {}
        for before, cost in costs.items():
            for option in item:
                after = before + option.units
                fits = low - rest_most <= after <= high - rest_least
                if fits and cost + option.cost < reached.get(after, math.inf):
                    reached[after] = cost + option.cost
                    step[after] = (before, option)
        costs = reached
        steps.append(step)
    if not costs:
        return None
    return _trace(steps, min(costs, key=lambda units: (costs[units], units)))


def _trace(steps: list[dict[int, tuple[int, _Option]]], units: int) -> list[_Option]:
    chosen = []
    for step in reversed(steps):
        units, option = step[units]
        chosen.append(option)
    return chosen[::-1]


def _options(drafts: list[Draft], grid: Grid, pace: Pace, breadth: float) -> list[_Option]:
    if not drafts[0].lines:
        return _wordless_options(drafts[0], grid, breadth)
    cheapest: dict[int, _Option] = {}
    for option in _sung_options(drafts, grid, pace):
        known = cheapest.get(option.units)
        if known is None or option.cost < known.cost:
            cheapest[option.units] = option
    return list(cheapest.values())


def _wordless_options(draft: Draft, grid: Grid, breadth: float) -> list[_Option]:
    ideal_s = draft.ideal_s if draft.ending else draft.ideal_s * breadth
    options = [] if draft.drop_cost is None else [_Option(0, draft.drop_cost, (Layout(0),))]
    for units in _ending_sizes(grid) if draft.ending else _SIZES:
        if units == 1 or units * grid.unit_s <= draft.longest_s:
            apart = math.log2(units * grid.unit_s / ideal_s)
            weight = 1.2 if draft.ending and apart > 0.0 else 0.6
            cost = weight * apart * apart + (0.0 if draft.ending else _shape_cost(units, draft, grid))
            options.append(_Option(units, cost, (Layout(units),)))
    return options


def _ending_sizes(grid: Grid) -> range:
    return range(1, max(1, min(_MOST_ENDING_BARS // grid.unit_bars, _MOST_ENDING_UNITS)) + 1)


def _shape_cost(units: int, draft: Draft, grid: Grid) -> float:
    """What it costs that a section is not of 4, 8 or 16 bars."""
    if draft.phrase:
        return 0.0 if units % draft.phrase == 0 else 1.5
    if grid.unit_s >= _LONG_UNIT_S or units in (4, 8, 16, 32):
        return 0.0
    return {12: 0.25, 24: 0.2, 20: 0.4, 2: 0.2, 6: 0.4, 1: 0.5}.get(units, 0.8)


def _sung_options(drafts: list[Draft], grid: Grid, pace: Pace) -> Iterable[_Option]:
    base = 1
    while base <= _MOST_LINE_UNITS:
        for cap in (min(pace.comfortable * 1.3, pace.limit), _FASTEST_COMFORTABLE, pace.limit):
            lines = [_line_units(draft, base, cap, grid) for draft in drafts]
            pace_cost = sum(_pace_cost(d, units, grid, pace) for d, units in zip(drafts, lines, strict=True))
            for padded in (False, True):
                layouts = tuple(
                    Layout(_section_units(draft, sum(units), padded, grid), units)
                    for draft, units in zip(drafts, lines, strict=True)
                )
                cost = pace_cost + sum(
                    _padding_cost(layout, draft, grid) for layout, draft in zip(layouts, drafts, strict=True)
                )
                yield _Option(sum(layout.units for layout in layouts), cost, layouts)
        base *= 2


def _line_units(draft: Draft, base: int, cap: float, grid: Grid) -> tuple[int, ...]:
    """Units of each line: the base, doubled until the words are not faster than the cap."""
    units = []
    for line in draft.lines:
        length = base
        while line.syllables / (SUNG_SHARE * length * grid.unit_s) > cap:
            length *= 2
        units.append(length)
    return tuple(units)


def _pace_cost(draft: Draft, units: tuple[int, ...], grid: Grid, pace: Pace) -> float:
    cost = 0.0
    fastest = max(_FASTEST_COMFORTABLE, pace.comfortable * 1.3)
    for line, length in zip(draft.lines, units, strict=True):
        rate = line.syllables / (SUNG_SHARE * length * grid.unit_s)
        apart = math.log2(rate / pace.comfortable)
        hurried = max(math.log2(rate / fastest), 0.0)
        dragging = max(math.log2(_SLOWEST_COMFORTABLE / rate), 0.0)
        uneven = 0.9 if length != units[0] else 0.0
        cost += min(apart * apart, 4.0) + 4.0 * hurried + 5.0 * dragging + uneven
    return 0.18 * cost


def _section_units(draft: Draft, sung: int, padded: bool, grid: Grid) -> int:
    last_chord = 1 if draft.ending else 0
    units = sung + last_chord
    if not padded or grid.unit_s >= _LONG_UNIT_S:
        return units
    phrase = draft.phrase or (_PHRASE if units > 2 else 2)
    return math.ceil(units / phrase) * phrase


def _padding_cost(layout: Layout, draft: Draft, grid: Grid) -> float:
    padding = layout.units - sum(layout.lines)
    if draft.ending or grid.unit_s >= _LONG_UNIT_S:
        return 0.05 * padding
    phrase = draft.phrase or _PHRASE
    uneven = 0.0 if layout.units % phrase == 0 or layout.units == 2 else 0.2 if layout.units % 2 == 0 else 0.5
    return 0.06 * padding + uneven


def _fewest(draft: Draft, grid: Grid, pace: Pace) -> int:
    if draft.lines:
        return sum(_line_units(draft, 1, pace.limit, grid)) + (1 if draft.ending else 0)
    return 0 if draft.drop_cost is not None else 1
