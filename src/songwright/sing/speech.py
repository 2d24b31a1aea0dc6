"""Spoken words in the rhythm of a song: when syllables fall how the voice moves. It knows nothing of sound.

Speech has no notes. Its pitch declines over a phrase, rises on stressed syllables and falls at the end, or
rises in a question (Pierrehumbert 1979; 't Hart, Collier and Cohen 1990, "A Perceptual Study of Intonation").
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import numpy as np

from songwright.sing.pitch import Curve, drift
from songwright.sing.timing import TimedSyllable, rests_before
from songwright.sing.voices import Singer

_SYLLABLE_S = (0.14, 0.18, 0.21)  # by stress; slow clear speech has four to five syllables a second
_FINAL_FACTOR = 1.5  # phrase-final lengthening (Klatt 1976)
_CONSONANT_S = 0.035  # what each consonant adds
_PHRASE_REST_S = 0.25
_DECLINATION = (1.2, -1.0)  # semitones at the start and end of a phrase
_ACCENTS = (-0.3, 0.8, 2.2)  # semitones by stress
_ACCENT_S = 0.085  # half width of an accent
_FALL, _RISE = -2.2, 3.2  # semitones at the end of a statement and of a question
_ENDING_S = 0.3
_DRIFT = 0.12  # semitones
_QUESTION = re.compile("[?？؟]$|[\u0370-\u03ff\u1f00-\u1fff];$")  # ; is the Greek sign


def speak(syllables: Sequence[TimedSyllable], words: Sequence[int]) -> tuple[TimedSyllable, ...]:
    """Syllables as long as in speech: the stressed one of each word keeps its beat, the others gather round.

    Args:
        syllables: on their notes.
        words: index of the word of each.
    Returns:
        The syllables, each with one note, in order, not overlapping.
    """
    starts = [timed.start_s for timed in syllables]
    lengths = [_length_s(timed) for timed in syllables]
    anchors = _anchors(syllables, words)
    for index in range(len(syllables) - 2, -1, -1):
        if anchors[index] > index:
            starts[index] = max(starts[index], starts[index + 1] - lengths[index])
    for index in range(1, len(syllables)):
        if anchors[index] < index:
            starts[index] = min(starts[index], starts[index - 1] + lengths[index - 1])
    spoken = []
    for index, timed in enumerate(syllables):
        following_s = starts[index + 1] if index + 1 < len(starts) else np.inf
        is_final = following_s - starts[index] - lengths[index] > _PHRASE_REST_S
        end_s = starts[index] + lengths[index] * (_FINAL_FACTOR if is_final else 1.0)
        note = dataclasses.replace(timed.notes[0], start_s=starts[index], end_s=min(end_s, following_s))
        spoken.append(TimedSyllable(timed.syllable, (note,)))
    return tuple(spoken)


def speech_curve(
    syllables: Sequence[TimedSyllable],
    times: Curve,
    singer: Singer,
    rng: np.random.Generator,
    is_question: bool = False,
) -> Curve:
    """The spoken pitch.

    Args:
        syllables: as `speak` gives them.
        times: seconds, `CURVE_RATE` points per second.
        singer: speaks around its `speech_pitch`.
        rng: source of livelier and flatter accents.
        is_question: the last phrase rises.
    Returns:
        MIDI pitch, fractional, one per time, within about a fourth of `speech_pitch`.
    """
    starts = rests_before(syllables, _PHRASE_REST_S)
    at: list[float] = []
    levels: list[float] = []
    curve = np.zeros(len(times))
    for first, last in zip(starts, [*starts[1:], len(syllables)], strict=True):
        begin_s, end_s = syllables[first].start_s, syllables[last - 1].end_s
        at += [begin_s - 0.05, end_s]
        levels += _DECLINATION
        _add_ending(curve, times, end_s, _RISE if is_question and last == len(syllables) else _FALL)
        for timed in syllables[first:last]:
            _add_accent(curve, times, timed, _ACCENTS[timed.syllable.stress] * rng.uniform(0.7, 1.25))
    curve += np.interp(times, at, levels) + _DRIFT * drift(times, rng)
    return curve + singer.speech_pitch + singer.detune_cents / 100


def is_question(words: Sequence[str]) -> bool:
    """Whether a line is written as a question."""
    return bool(words) and _QUESTION.search(words[-1].rstrip("\"'»”’)")) is not None


def _length_s(timed: TimedSyllable) -> float:
    consonants = len(timed.syllable.onset) + len(timed.syllable.coda)
    return _SYLLABLE_S[timed.syllable.stress] + _CONSONANT_S * consonants


def _anchors(syllables: Sequence[TimedSyllable], words: Sequence[int]) -> list[int]:
    """For each syllable the index of the one that it gathers round: the most stressed one of its word.

    Little words of one syllable without stress lean on the stressed word after them. Where no word has
    stress, as in some languages, none leans.
    """
    anchors = [0] * len(words)
    next_is_stressed = False
    for last in range(len(words) - 1, -1, -1):
        if last + 1 < len(words) and words[last + 1] == words[last]:
            continue
        mates = [index for index in range(last + 1) if words[index] == words[last]]
        strongest = max(mates, key=lambda mate: (syllables[mate].syllable.stress, -mate))
        is_stressed = syllables[strongest].syllable.stress > 0
        leans = not is_stressed and len(mates) == 1 and next_is_stressed
        for mate in mates:
            anchors[mate] = last + 1 if leans else strongest
        next_is_stressed = is_stressed or leans
    return anchors


def _add_accent(curve: Curve, times: Curve, timed: TimedSyllable, semitones: float) -> None:
    peak_s = timed.start_s + 0.4 * min(timed.end_s - timed.start_s, 0.25)
    first, last = np.searchsorted(times, (peak_s - 4 * _ACCENT_S, peak_s + 4 * _ACCENT_S))
    curve[first:last] += semitones * np.exp(-(((times[first:last] - peak_s) / _ACCENT_S) ** 2))


def _add_ending(curve: Curve, times: Curve, end_s: float, semitones: float) -> None:
    """Move away from the line over the last moments of a phrase, and come back in the rest after it."""
    first, last = np.searchsorted(times, (end_s - _ENDING_S, end_s + _PHRASE_REST_S))
    going = np.clip((times[first:last] - end_s + _ENDING_S) / _ENDING_S, 0, 1)
    coming = np.clip((end_s + _PHRASE_REST_S - times[first:last]) / (0.6 * _PHRASE_REST_S), 0, 1)
    curve[first:last] += semitones * (0.5 - 0.5 * np.cos(np.pi * going)) * coming
