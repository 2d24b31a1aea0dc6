"""Finds tempo, length and form together: the form grows until it fills the song at the least cost.

It knows nothing of how the sections are filled or of why the user wants them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from songwright.errors import LyricsTooLong
from songwright.planner.drafts import Draft
from songwright.planner.duration import bars_in, duration_for, seconds_for
from songwright.planner.fitting import Fit, Grid, Layout, Pace, fewest_units, fit, grid_for
from songwright.planner.form import Form, with_rests
from songwright.song.request import LONGEST_S, SHORTEST_S

_GROWTH_COST, _GROWTH_RISE = 0.45, 0.04  # of each step that adds sections; later steps cost more
_WORSE_IN_A_ROW = 4  # longer forms that cost more before we stop looking
_SHORTER, _LONGER = 0.03, 0.08  # how far a length that we choose may lie from the target, as a share


@dataclass(frozen=True, slots=True)
class SizedForm:
    """A form with lengths at a tempo.

    Attributes:
        bpm: quarter notes per minute.
        duration_s: length of the audio in seconds.
        form: the sections that were considered.
        fit: their layouts in units; sections of 0 units are left out.
        grid: bars and units.
        bars: bars of the whole song, at least 1.
        is_loop: the song lasts exactly its bars.
    """

    bpm: int
    duration_s: float
    form: Form
    fit: Fit
    grid: Grid
    bars: int
    is_loop: bool = False

    @property
    def is_cut_off(self) -> bool:
        """Whether the song is shorter than its only bar."""
        return not self.is_loop and self.bars * self.grid.bar_s > self.duration_s

    def kept(self) -> tuple[tuple[Draft, Layout], ...]:
        """The sections that are in the song, with their layouts."""
        pairs = zip(self.form, self.fit.layouts, strict=True)
        return tuple((draft, layout) for draft, layout in pairs if layout.units)


@dataclass(frozen=True, slots=True)
class _Room:
    """How many bars there are at a tempo, and how many units are needed at the least."""

    bpm: int
    grid: Grid
    bars: int
    fewest: int

    @property
    def spare(self) -> int:
        return self.bars // self.grid.unit_bars - self.fewest

    @property
    def needed_s(self) -> int:
        return seconds_for(self.fewest * self.grid.unit_bars, self.grid.bar_s)


def size_exactly(
    forms: Iterable[Form], pace: Pace, bar_beats: float, duration_s: float, bpms: Iterable[int]
) -> SizedForm:
    """Fill a given length at the first tempo at which everything can be sung.

    Args:
        forms: ever longer versions of the form; the first is the one to be sung.
        pace: how fast words may be.
        bar_beats: length of a bar in quarter notes.
        duration_s: the length in seconds.
        bpms: tempos to try, the best first; at least one.
    Raises:
        LyricsTooLong: the words cannot be sung in this length at any of the tempos.
    """
    versions = _Versions(forms)
    rooms = [_room(bpm, versions.first, pace, bar_beats, duration_s) for bpm in bpms]
    room = next((room for room in rooms if room.spare >= 1), None)  # with room for an ending
    room = room or next((room for room in rooms if room.spare >= 0 and room.bars), None)
    if room is not None:
        units = room.bars // room.grid.unit_bars
        form, found = _best_growth(versions, room.grid, pace, (units, units))
        return SizedForm(room.bpm, duration_s, form, found, room.grid, room.bars)
    if not any(draft.lines for draft in versions.first) and not rooms[0].bars:
        return _cut_off(versions.first, duration_s, rooms[0])
    needed = min((room.needed_s, room.bpm) for room in rooms)
    raise _too_long(versions.first, needed, f"asked: {duration_s:g}")


def size_freely(forms: Iterable[Form], pace: Pace, bar_beats: float, target_s: float, bpm: int) -> SizedForm:
    """Choose a length near a target, not above 600 s, that suits the form.

    Raises:
        LyricsTooLong: the words cannot be sung in the longest song.
    """
    versions = _Versions(forms)
    grid = grid_for(bar_beats * 60.0 / bpm)
    fewest = fewest_units(versions.first, grid, pace)
    most = bars_in(LONGEST_S, grid.bar_s) // grid.unit_bars
    if fewest > most:
        needed = seconds_for(fewest * grid.unit_bars, grid.bar_s)
        raise _too_long(versions.first, (needed, bpm), f"the longest song has {LONGEST_S:g}")
    low = min(max(math.floor((1 - _SHORTER) * target_s / grid.unit_s), fewest + 1, 2), most)
    high = min(max(math.ceil((1 + _LONGER) * target_s / grid.unit_s), low), most)
    form, found = _best_growth(versions, grid, pace, (low, high))
    bars = found.units * grid.unit_bars
    return SizedForm(bpm, min(duration_for(bars, grid.bar_s), LONGEST_S), form, found, grid, bars)


def size_loop(
    forms: Iterable[Form], pace: Pace, bar_beats: float, target_s: float, bpms: Sequence[int]
) -> SizedForm:
    """Choose whole bars whose length is near a target, 5 to 600 s; the length is exactly that of the bars.

    Args:
        forms: ever longer versions of the form; the first is the one to be sung.
        pace: how fast words may be.
        bar_beats: length of a bar in quarter notes.
        target_s: the wished length in seconds.
        bpms: tempos to choose from, the best first; at least one.
    Raises:
        LyricsTooLong: the words need more than the wished length and a bar at every tempo.
    """
    versions = _Versions(forms)
    rooms = [
        (index, room)
        for index, bpm in enumerate(bpms)
        for room in _loop_rooms(bpm, versions.first, pace, bar_beats, target_s)
    ]
    able = [(index, room) for index, room in rooms if room.spare >= 0]
    if not able:
        needed = min((room.needed_s, room.bpm) for _, room in rooms)
        raise _too_long(versions.first, needed, f"asked: {target_s:g}")

    def cost(item: tuple[int, _Room]) -> float:
        index, room = item
        apart_s = abs(room.bars * room.grid.bar_s - target_s)
        uneven = {0: 0.0, 2: 1.5}.get(room.bars // room.grid.unit_bars % 4, 3.5)
        return 0.05 * index + 0.7 * apart_s / room.grid.bar_s + uneven

    _, room = min(able, key=cost)
    units = room.bars // room.grid.unit_bars
    form, found = _best_growth(versions, room.grid, pace, (units, units))
    return SizedForm(room.bpm, room.bars * room.grid.bar_s, form, found, room.grid, room.bars, is_loop=True)


def _loop_rooms(bpm: int, form: Form, pace: Pace, bar_beats: float, target_s: float) -> Iterator[_Room]:
    """The nearest length in units, in pairs of them and in fours."""
    grid = grid_for(bar_beats * 60.0 / bpm)
    fewest = max(fewest_units(form, grid, pace), 1)
    shortest, longest = math.ceil(SHORTEST_S / grid.unit_s), max(math.floor(LONGEST_S / grid.unit_s), 1)
    for step in (1, 2, 4):
        units = min(max(round(target_s / grid.unit_s / step) * step, shortest), longest)
        if units < fewest <= min(longest, units + 1):
            units = fewest
        yield _Room(bpm, grid, units * grid.unit_bars, fewest)


class _Versions:
    """The first of a series of forms, and all of them as often as they are needed."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._rest = iter(forms)
        self.first = next(self._rest)

    def __iter__(self) -> Iterator[Form]:
        yield self.first
        yield from self._rest


def _best_growth(versions: _Versions, grid: Grid, pace: Pace, total: tuple[int, int]) -> tuple[Form, Fit]:
    """The cheapest of the form and its longer versions."""
    best: tuple[Form, Fit] | None = None
    least, worse, penalty = math.inf, 0, 0.0
    for steps, candidate in enumerate(versions):
        if steps and fewest_units(candidate, grid, pace) > total[1]:
            break
        found = fit(candidate, grid, pace, total)
        penalty += (_GROWTH_COST + _GROWTH_RISE * steps) if steps else 0.0
        if found is not None and found.cost + penalty < least:
            best, least, worse = (candidate, found), found.cost + penalty, 0
        elif best is not None:
            worse += 1
        if worse >= _WORSE_IN_A_ROW:
            break
    return best or _rested(versions.first, grid, pace, total)


def _rested(form: Form, grid: Grid, pace: Pace, total: tuple[int, int]) -> tuple[Form, Fit]:
    """The form with as few interludes as fill it, where no whole repeat fits."""
    for count in range(total[1] + 1):
        candidate = with_rests(form, count)
        found = fit(candidate, grid, pace, total)
        if found is not None:
            return candidate, found
    raise AssertionError(f"no form fills {total} units of {grid.unit_s} s")


def _room(bpm: int, form: Form, pace: Pace, bar_beats: float, duration_s: float) -> _Room:
    grid = grid_for(bar_beats * 60.0 / bpm)
    fewest = fewest_units(form, grid, pace)
    return _Room(bpm, grid, bars_in(duration_s, grid.bar_s), fewest)


def _cut_off(form: Form, duration_s: float, room: _Room) -> SizedForm:
    """A song shorter than its bar: one bar, cut off at the end of the song."""
    layouts = tuple(Layout(1 if index == len(form) - 1 else 0) for index in range(len(form)))
    return SizedForm(room.bpm, duration_s, form, Fit(0.0, layouts), room.grid, 1)


def _too_long(form: Form, need: tuple[int, int], asked: str) -> LyricsTooLong:
    lines = [line for draft in form for line in draft.lines]
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    amount = f"{count} of {sum(line.syllables for line in lines)} syllables"
    return LyricsTooLong("lyrics", amount, f"they need at least {need[0]} seconds at {need[1]} bpm; {asked}")
