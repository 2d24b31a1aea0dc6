"""Lays the phones of a sung line on the clock. It knows nothing of resonances and sound.

The vowel starts exactly on its note, as singers and listeners expect (Sundberg, "The Science of the Singing
Voice", 1987). Consonants before it borrow time from the note before; those after it end with the note.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from songwright.sing.phones import closure_s, consonant
from songwright.song.pronunciation import Syllable
from songwright.song.score import SungLine

_LONGEST_SHARE = 0.5  # of the time between two vowels that consonants may take
_REST_S = 0.16  # a silence longer than this before the next consonant is a rest, not legato
_SILENCE_S = 0.01  # phones further apart than this do not touch
_PHRASE_GAP_S = 0.03
_CLUSTER = 0.82  # each consonant of a cluster is shorter than alone
# Between slow vowels consonants grow too, less than the vowels; exponent and limit are our own choice.
_UNHURRIED_S, _ELASTICITY, _MOST_GROWTH = 0.28, 0.5, 1.4


@dataclass(frozen=True, slots=True)
class SecondsNote:
    """A note in seconds from the start of the song; pitch and velocity as in the score."""

    start_s: float
    end_s: float
    pitch: int
    velocity: int


@dataclass(frozen=True, slots=True)
class TimedSyllable:
    """A syllable with its notes in seconds."""

    syllable: Syllable
    notes: tuple[SecondsNote, ...]

    @property
    def start_s(self) -> float:
        """When its vowel starts."""
        return self.notes[0].start_s

    @property
    def end_s(self) -> float:
        """When its last note ends."""
        return self.notes[-1].end_s


@dataclass(frozen=True, slots=True)
class Segment:
    """One phone on the clock.

    Attributes:
        phone: IPA symbol.
        start_s: seconds from the start of the song; may be below 0 for consonants before a first note at 0.
        end_s: seconds from the start of the song.
        syllable: index of its syllable in the line.
        is_nucleus: it carries the note.
    """

    phone: str
    start_s: float
    end_s: float
    syllable: int
    is_nucleus: bool


def to_seconds(line: SungLine, beat_s: float, delays_s: Sequence[float]) -> tuple[TimedSyllable, ...]:
    """The line's syllables in seconds, each moved by its own small delay."""
    return tuple(
        TimedSyllable(
            sung.syllable,
            tuple(
                SecondsNote(note.start * beat_s + delay, note.end * beat_s + delay, note.pitch, note.velocity)
                for note in sung.notes
            ),
        )
        for sung, delay in zip(line.syllables, delays_s, strict=True)
    )


def lay_out(syllables: Sequence[TimedSyllable]) -> tuple[Segment, ...]:
    """Give every phone its time, in order and without overlaps.

    Args:
        syllables: at least one, their notes in order and not overlapping.
    """
    first = syllables[0]
    segments = _spread(first.syllable.onset, first.start_s - _natural_s(first.syllable.onset), 0, 1.0)
    for index, (here, after) in enumerate(zip(syllables, (*syllables[1:], None), strict=True)):
        segments += _rest_of_syllable(index, here, after)
    return tuple(segments)


def word_spans(line: SungLine, segments: Sequence[Segment]) -> tuple[tuple[float, float], ...]:
    """Start and end of the sound of each written word, one pair per word of the line.

    A word sounds from its first consonant to the end of its last phone. A voiceless stop after a silence is
    not heard before it opens, so that the word starts there. A word that is not sung has no length.

    Args:
        line: says which syllable belongs to which word.
        segments: the line's phones on the clock, as `lay_out` gives them.
    Returns:
        Seconds from the start of the song, at least 0.
    """
    spans: dict[int, tuple[float, float]] = {}
    before_s = -math.inf
    for segment in segments:
        word = line.syllables[segment.syllable].word
        is_after_silence = segment.start_s > before_s + _SILENCE_S
        is_silent = is_after_silence and not consonant(segment.phone).is_voiced
        quiet_s = closure_s(segment.phone, segment.end_s - segment.start_s) if is_silent else 0.0
        starts_s, ends_s = spans.get(word, (segment.start_s + quiet_s, segment.end_s))
        spans[word] = (max(starts_s, 0.0), max(ends_s, segment.end_s, 0.0))
        before_s = segment.end_s
    at_s = max(segments[0].start_s, 0.0)
    found = []
    for index in range(len(line.words)):
        span = spans.get(index, (at_s, at_s))
        found.append(span)
        at_s = span[1]
    return tuple(found)


def phrases(segments: Sequence[Segment]) -> list[tuple[Segment, Segment]]:
    """First and last segment of each stretch without a gap."""
    borders = [
        index
        for index in range(1, len(segments))
        if segments[index].start_s > segments[index - 1].end_s + _PHRASE_GAP_S
    ]
    starts, ends = [0, *borders], [*borders, len(segments)]
    return [(segments[start], segments[end - 1]) for start, end in zip(starts, ends, strict=True)]


def rests_before(syllables: Sequence[TimedSyllable], shortest_s: float) -> list[int]:
    """Indices of syllables that follow a silence of at least `shortest_s`; the first one always does."""
    return [0] + [
        index
        for index in range(1, len(syllables))
        if syllables[index].start_s - syllables[index - 1].end_s >= shortest_s
    ]


def _rest_of_syllable(index: int, here: TimedSyllable, after: TimedSyllable | None) -> list[Segment]:
    """Nucleus, coda and the next syllable's onset."""
    coda = here.syllable.coda
    onset = after.syllable.onset if after is not None else ()
    before_next_s = _natural_s(onset)
    if after is not None and after.start_s - before_next_s - here.end_s < _REST_S:
        together = coda + onset
        room_s = _LONGEST_SHARE * (after.start_s - here.start_s)
        rate = _rate(_natural_s(together), room_s, _growth(after.start_s - here.start_s))
        vowel_end_s = after.start_s - _natural_s(together) * rate
        nucleus = Segment(here.syllable.nucleus, here.start_s, vowel_end_s, index, True)
        closing = _spread(coda, vowel_end_s, index, rate * _cluster_factor(together) / _cluster_factor(coda))
        next_start_s = closing[-1].end_s if closing else vowel_end_s
        stretch = rate * _cluster_factor(together) / _cluster_factor(onset)
        return [nucleus, *closing, *_spread(onset, next_start_s, index + 1, stretch)]
    rate = _rate(_natural_s(coda), _LONGEST_SHARE * (here.end_s - here.start_s))
    vowel_end_s = here.end_s - 0.5 * _natural_s(coda) * rate
    nucleus = Segment(here.syllable.nucleus, here.start_s, vowel_end_s, index, True)
    closing = _spread(coda, vowel_end_s, index, rate)
    opening = _spread(onset, after.start_s - before_next_s, index + 1, 1.0) if after is not None else []
    return [nucleus, *closing, *opening]


def _rate(needed_s: float, room_s: float, longest: float = 1.0) -> float:
    return min(longest, room_s / needed_s) if needed_s > 0 else 1.0


def _growth(between_vowels_s: float) -> float:
    """How much longer than in unhurried singing consonants between two vowels are."""
    return float(min(max((between_vowels_s / _UNHURRIED_S) ** _ELASTICITY, 1.0), _MOST_GROWTH))


def _cluster_factor(phones: Sequence[str]) -> float:
    return _CLUSTER if len(phones) > 1 else 1.0


def _natural_s(phones: Sequence[str]) -> float:
    return sum(consonant(phone).duration_s for phone in phones) * _cluster_factor(phones)


def _spread(phones: Sequence[str], start_s: float, syllable: int, rate: float) -> list[Segment]:
    """Phones one after another from `start_s`, each `rate` times its natural length."""
    segments = []
    factor = rate * _cluster_factor(phones)
    for phone in phones:
        end_s = start_s + consonant(phone).duration_s * factor
        segments.append(Segment(phone, start_s, end_s, syllable, False))
        start_s = end_s
    return segments
