"""What makes one phrase of a melody good: named terms from 0 to 1, each with its weight and its source.

docs/melody.md explains them one by one. It knows nothing of songs, and not how the phrase was made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from songwright.compose.consonance import STRONG

POP_MIX = (0.25, 0.45, 0.20, 0.08)  # repeats, steps, thirds, larger: the middle of sung pop (midi-sketch)
_LEAP = 5  # semitones from which a move is a leap
_LONGEST_RUN = 3  # equal pitches in a row that do not tire
_USUAL_SPAN = (4, 12)  # semitones
_TURNS = 1 / 2  # share of moves that may change direction


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as its listener hears it.

    Attributes:
        onsets: beats, ascending.
        durations: beats, one per onset.
        pitches: MIDI, one per onset.
        stresses: of the syllables, 0 to 2; empty where there are no words.
        strengths: metric weight of each onset; empty if unknown.
        clashes: whether a note on a beat or a held one lies a semitone from its chord; empty if unknown.
    """

    onsets: Sequence[float]
    durations: Sequence[float]
    pitches: Sequence[int]
    stresses: Sequence[int] = ()
    strengths: Sequence[float] = ()
    clashes: Sequence[bool] = ()

    @property
    def moves(self) -> list[int]:
        """Semitones from note to note, falling below 0."""
        return [after - before for before, after in pairwise(self.pitches)]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a good phrase does.

    Attributes:
        name: identifier, snake case.
        weight: its part in the total.
        source: where the idea comes from.
        measure: the term of a phrase of at least two notes, 0 bad to 1 faultless.
    """

    name: str
    weight: float
    source: str
    measure: Callable[[Phrase], float]


def interval_class(move: int) -> int:
    """0 repeat, 1 step, 2 third (3-4 semitones), 3 larger."""
    size = abs(move)
    return 0 if size == 0 else 1 if size <= 2 else 2 if size <= 4 else 3


def mix_distance(moves: Sequence[int], wanted: Sequence[float] = POP_MIX) -> float:
    """Sum of the differences between the shares of the four interval classes and the wanted ones, 0 to 2."""
    counts = [0, 0, 0, 0]
    for move in moves:
        counts[interval_class(move)] += 1
    total = max(1, len(moves))
    return sum(abs(count / total - share) for count, share in zip(counts, wanted, strict=True))


def interval_mix(phrase: Phrase) -> float:
    """Repeats, steps, thirds and larger intervals in the proportions of sung pop."""
    return max(0.0, 1.0 - 0.75 * mix_distance(phrase.moves))


def leap_recovery(phrase: Phrase) -> float:
    """Share of the leaps after which the line turns back or stays."""
    pairs = [(a, b) for a, b in pairwise(phrase.moves) if abs(a) >= _LEAP]
    return 1.0 if not pairs else sum(a * b <= 0 for a, b in pairs) / len(pairs)


def step_inertia(phrase: Phrase) -> float:
    """Direction is kept more often than turned: 1 up to half of the moves turning, 0 if all do."""
    moves = [move for move in phrase.moves if move]
    if len(moves) < 3:
        return 1.0
    turns = sum(a * b < 0 for a, b in pairwise(moves)) / (len(moves) - 1)
    return min(1.0, (1.0 - turns) / (1.0 - _TURNS))


def no_monotony(phrase: Phrase) -> float:
    """1 while at most three equal pitches follow each other; a third less for each more."""
    run = worst = 1
    for move in phrase.moves:
        run = run + 1 if move == 0 else 1
        worst = max(worst, run)
    return max(0.0, 1.0 - max(0, worst - _LONGEST_RUN) / 3)


def single_peak(phrase: Phrase) -> float:
    """A line has one climax: its highest pitch comes in one run; half for each time that it returns."""
    peak, pitches = max(phrase.pitches), phrase.pitches
    runs = sum(pitch == peak and (i == 0 or pitches[i - 1] != peak) for i, pitch in enumerate(pitches))
    return 0.5 ** (runs - 1)


def arch(phrase: Phrase) -> float:
    """The middle lies higher than the end: 0.5 for level, 1 for three semitones of fall after it."""
    pitches = phrase.pitches
    third = max(1, len(pitches) // 3)
    middle = pitches[third : len(pitches) - third] or pitches
    fall = sum(middle) / len(middle) - sum(pitches[-third:]) / third
    return max(0.0, min(1.0, 0.5 + fall / 6))


def span(phrase: Phrase) -> float:
    """A phrase moves within a third to an octave; 0.2 less for each semitone outside."""
    width = max(phrase.pitches) - min(phrase.pitches)
    low, high = _USUAL_SPAN
    return max(0.0, 1.0 - 0.2 * max(low - width, width - high, 0))


def proximity(phrase: Phrase) -> float:
    """Neighbours are near: 1 for a mean move of two semitones or less, 0 at seven."""
    moves = phrase.moves
    mean = sum(map(abs, moves)) / len(moves)
    return max(0.0, min(1.0, (7.0 - mean) / 5.0))


def rhythm_variety(phrase: Phrase) -> float:
    """Not all onsets are evenly spaced."""
    gaps = {round(after - before, 2) for before, after in pairwise(phrase.onsets)}
    return 0.0 if len(phrase.onsets) > 4 and len(gaps) < 2 else 1.0


def long_ending(phrase: Phrase) -> float:
    """The last note is at least as long as the middle one, at best twice."""
    middle = sorted(phrase.durations)[len(phrase.durations) // 2]
    return max(0.0, min(1.0, phrase.durations[-1] / (2 * middle)))


def stress_on_beat(phrase: Phrase) -> float:
    """Share of the stressed syllables that fall on a beat; 1 where nothing is stressed."""
    pairs = zip(phrase.stresses, phrase.strengths, strict=False)
    stressed = [strength >= STRONG for stress, strength in pairs if stress == 2]
    return 1.0 if not stressed else sum(stressed) / len(stressed)


def consonance(phrase: Phrase) -> float:
    """Loses a quarter for each note on a beat, or held, that lies a semitone from its chord."""
    return max(0.0, 1.0 - 0.25 * sum(phrase.clashes))


TERMS: tuple[Term, ...] = (
    Term("interval_mix", 2.0, "midi-sketch: interval targets of sung pop", interval_mix),
    Term("leap_recovery", 1.0, "Narmour 1990; von Hippel and Huron 2000", leap_recovery),
    Term("step_inertia", 0.7, "Huron 2006: step inertia", step_inertia),
    Term("no_monotony", 1.0, "ours: what a listener stops hearing", no_monotony),
    Term("single_peak", 0.6, "species counterpoint (Jeppesen 1939): one climax", single_peak),
    Term("arch", 0.6, "Huron 1996: the melodic arch", arch),
    Term("span", 0.7, "Temperley 2007: range profile", span),
    Term("proximity", 0.7, "Huron 2006, Temperley 2007: pitch proximity", proximity),
    Term("rhythm_variety", 1.5, "ours", rhythm_variety),
    Term("long_ending", 0.5, "Lerdahl and Jackendoff 1983: groups end on long notes", long_ending),
    Term("stress_on_beat", 1.5, "Palmer and Kelly 1992; Fukayama and others 2010", stress_on_beat),
    Term("consonance", 2.0, "common practice: dissonance is passing", consonance),
)


def measured(phrase: Phrase) -> dict[str, float]:
    """All terms of a phrase by name; a phrase of one note is only asked for consonance."""
    if len(phrase.pitches) < 2:
        return {"consonance": consonance(phrase)}
    return {term.name: term.measure(phrase) for term in TERMS}


def weighted(terms: dict[str, float]) -> float:
    """The weighted mean of measured terms, 0 to 1."""
    weights = {term.name: term.weight for term in TERMS if term.name in terms}
    return sum(terms[name] * weight for name, weight in weights.items()) / sum(weights.values())
