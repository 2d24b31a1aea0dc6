"""How a solo develops: a motif is stated, answered, moved, inverted, divided, climbs to a climax, resolves.

Pitches are rungs of a ladder (the scale within the instrument's compass), so that a motif can be moved and
turned over without leaving the key. It knows nothing of instruments, styles and performance.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

CLIMAX_AT = 0.7  # share of the phrases before the climax: between two thirds and three quarters
_LOWEST, _HIGHEST = -2, 7  # rungs from the motif's own place at the start and at the climax


class Turn(StrEnum):
    """What a phrase of a solo does with the motif."""

    STATEMENT = "statement"
    ANSWER = "answer"  # the same opening, another end
    SEQUENCE = "sequence"  # moved to other rungs
    INVERSION = "inversion"  # upside down
    CLIMAX = "climax"  # as dense and high as it gets
    FALL = "fall"  # the motif on the way down
    RESOLUTION = "resolution"  # its bones, coming to rest


_RISING = (Turn.ANSWER, Turn.SEQUENCE, Turn.INVERSION, Turn.SEQUENCE)
_INSISTING = (Turn.STATEMENT, Turn.ANSWER, Turn.STATEMENT, Turn.SEQUENCE)


@dataclass(frozen=True, slots=True)
class Stage:
    """One phrase of a solo.

    Attributes:
        turn: what happens to the motif.
        lift: rungs above the motif's own place.
        division: how often its notes are divided: each time twice as dense where there is time.
    """

    turn: Turn
    lift: int
    division: int


@dataclass(frozen=True, slots=True)
class Motif:
    """A figure: onsets and durations in beats from its phrase's start, and rungs of the ladder."""

    onsets: tuple[float, ...]
    durations: tuple[float, ...]
    rungs: tuple[int, ...]

    def moved(self, rungs: int) -> Motif:
        """The motif some rungs higher."""
        return replace(self, rungs=tuple(rung + rungs for rung in self.rungs))

    def inverted(self) -> Motif:
        """The motif upside down, in the same register."""
        axis = max(self.rungs) + min(self.rungs)
        return replace(self, rungs=tuple(axis - rung for rung in self.rungs))

    def within(self, beats: float) -> Motif:
        """As much of the motif as starts at least half a beat before the end of a room, at least one note."""
        count = max(1, sum(onset <= beats - 0.5 for onset in self.onsets))
        durations = [
            min(length, beats - onset) for onset, length in zip(self.onsets, self.durations, strict=True)
        ]
        return Motif(self.onsets[:count], tuple(durations[:count]), self.rungs[:count])

    def bones(self, beats: float) -> Motif:
        """The notes on whole beats of the first half of a room, the last held to near its end."""
        kept = [i for i, onset in enumerate(self.onsets) if onset % 1 == 0 and onset < beats * 0.6] or [0]
        onsets = [self.onsets[i] for i in kept]
        borders = [*onsets[1:], max(onsets[-1] + 0.5, beats - 0.5)]
        durations = [border - onset for onset, border in zip(onsets, borders, strict=True)]
        return Motif(tuple(onsets), tuple(durations), tuple(self.rungs[i] for i in kept))

    def divided(self, finest: float) -> Motif:
        """Every note but the last with time for two becomes two, the second on the way to the next note.

        This is the diminution of the old manuals (Ortiz 1553): passing notes between far notes, the upper or
        lower neighbour between near ones.

        Args:
            finest: beats of the shortest note allowed.
        """
        onsets: list[float] = []
        rungs: list[int] = []
        for i, onset in enumerate(self.onsets):
            onsets.append(onset)
            rungs.append(self.rungs[i])
            if i + 1 == len(self.onsets):
                break
            gap = self.onsets[i + 1] - onset
            if gap >= 2 * finest - 1e-9:
                here, there = self.rungs[i], self.rungs[i + 1]
                onsets.append(onset + max(finest, round(gap / 2 / finest) * finest))
                rungs.append(
                    (here + there) // 2 if abs(there - here) > 1 else here + (1 if i % 2 == 0 else -1)
                )
        borders = [*onsets[1:], self.onsets[-1] + self.durations[-1]]
        durations = tuple(border - onset for onset, border in zip(onsets, borders, strict=True))
        return Motif(tuple(onsets), durations, tuple(rungs))


class Ladder:
    """The pitches of a scale within a compass, from the lowest up."""

    def __init__(self, scale: Collection[int], low: int, high: int) -> None:
        self._pitches = [pitch for pitch in range(low, high + 1) if pitch % 12 in scale] or [low]

    @property
    def top(self) -> int:
        """The highest rung."""
        return len(self._pitches) - 1

    def rung(self, pitch: int) -> int:
        """The rung nearest to a pitch."""
        return min(range(len(self._pitches)), key=lambda i: (abs(self._pitches[i] - pitch), i))

    def pitch(self, rung: int) -> int:
        """The pitch of a rung; beyond the ends the ladder is walked back."""
        last = len(self._pitches) - 1
        while last and not 0 <= rung <= last:
            rung = -rung if rung < 0 else 2 * last - rung
        return self._pitches[rung if last else 0]


def story(count: int, divisions: int, insists: bool = False) -> tuple[Stage, ...]:
    """The phrases of a solo in order.

    Args:
        count: how many phrases there is time for, at least 1.
        divisions: how often notes are divided at the climax: 1 for a melodic solo, 2 for a virtuoso one.
        insists: the motif comes back as it was more often than it is turned over, as a hook does.
    """
    if count == 1:
        return (Stage(Turn.STATEMENT, 0, divisions - 1),)
    top = min(count - 1, max(1, round(CLIMAX_AT * (count - 1))))
    ways = _INSISTING if insists else _RISING
    stages = [Stage(Turn.STATEMENT, _LOWEST, 0)]
    for number in range(1, count):
        if number == count - 1 and number > top:
            stages.append(Stage(Turn.RESOLUTION, 0, divisions - 1))
        elif number > top:
            left = (count - 1 - number) / (count - 1 - top)
            stages.append(Stage(Turn.FALL, round(_HIGHEST * left * 0.7), round(divisions * left)))
        elif number == top:
            stages.append(Stage(Turn.CLIMAX, _HIGHEST, divisions))
        else:
            way = number / top
            lift = round(_LOWEST + (_HIGHEST - 1 - _LOWEST) * way)
            stages.append(Stage(ways[(number - 1) % len(ways)], lift, round(divisions * way * 0.8)))
    return tuple(stages)


def staged(motif: Motif, stage: Stage, beats: float, finest: float) -> Motif:
    """The motif as a stage has it, within a room.

    Args:
        motif: the solo's motif.
        stage: what to do with it.
        beats: length of the room.
        finest: beats of the shortest note allowed.
    """
    figure = motif.within(beats)
    if stage.turn is Turn.RESOLUTION:
        figure = figure.bones(beats)
    if stage.turn is Turn.INVERSION:
        figure = figure.inverted()
    figure = figure.moved(stage.lift)
    if stage.turn is Turn.ANSWER:
        figure = replace(figure, rungs=_other_end(figure.rungs))
    for _ in range(stage.division):
        figure = figure.divided(finest)
    if stage.turn is Turn.CLIMAX:
        top = max(figure.rungs)
        figure = replace(figure, rungs=(*figure.rungs[:-1], top + 1))
    return figure


def _other_end(rungs: Sequence[int]) -> tuple[int, ...]:
    """The last third of a figure mirrored at the note before it: a question becomes an answer."""
    kept = max(1, len(rungs) - max(1, len(rungs) // 3))
    pivot = rungs[kept - 1]
    return (*rungs[:kept], *(2 * pivot - rung for rung in rungs[kept:]))
