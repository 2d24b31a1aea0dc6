"""Where everything lies in seconds: sections, bars, beats, chords and every sung word."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from songwright.song.score import Score, SungLine, VocalPart

_SAME_LINE_S = 1.0  # a line's first sound is closer to its first note


@dataclass(frozen=True, slots=True)
class Span:
    """A named stretch of time: a section, a chord or a word. Seconds from the start of the song."""

    name: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A sung line: its words with start and end of their sound.

    Attributes:
        text: the line as written.
        start_s: start of its first word.
        end_s: end of its last word.
        words: each word.
        backing: sung by the backing vocals.
    """

    text: str
    start_s: float
    end_s: float
    words: tuple[Span, ...]
    backing: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The song in seconds.

    Attributes:
        duration_s: length of the audio.
        sections: in order, without gaps.
        chords: in order, without gaps.
        bars: start of every bar.
        beats: start of every beat (quarter note).
        lines: what is sung, sorted by start; doubles and harmonies of the lead are left out.
    """

    duration_s: float
    sections: tuple[Span, ...]
    chords: tuple[Span, ...]
    bars: tuple[float, ...]
    beats: tuple[float, ...]
    lines: tuple[TimedLine, ...]


Words = dict[int, tuple[tuple[float, float], ...]]


def timeline_of(score: Score, duration_s: float, words: Words | None = None) -> Timeline:
    """The timeline of a score; the last section lasts to the end.

    Args:
        score: all notes and lines.
        duration_s: length of the audio in seconds.
        words: by index of the line in the score: start and end of the sound of each of its words in seconds.
            Lines without them are placed by their notes.
    """
    sounds = words or {}
    bar_beats = score.meter.bar_beats
    ends = [score.seconds((section.start_bar + section.bars) * bar_beats) for section in score.sections]
    ends[-1] = duration_s
    sections = tuple(
        Span(section.title, score.seconds(section.start_bar * bar_beats), end)
        for section, end in zip(score.sections, ends, strict=True)
    )
    chords = tuple(Span(c.symbol, score.seconds(c.start), score.seconds(c.end)) for c in score.chords)
    bars = tuple(score.seconds(bar * bar_beats) for bar in range(score.bars))
    beats = tuple(score.seconds(beat) for beat in range(round(score.bars * bar_beats)))
    heard = (
        _timed(score, line, sounds.get(index))
        for index, line in enumerate(score.lines)
        if line.part in (VocalPart.LEAD, VocalPart.BACKING)
    )
    lines = tuple(sorted(heard, key=lambda line: line.start_s))
    return Timeline(duration_s, sections, chords, bars, beats, lines)


def word_starts_s(timeline: Timeline, score: Score, line: SungLine) -> dict[int, float]:
    """When the words of a sung line begin to sound, seconds by index of the word.

    Doubles and harmonies begin with the line of the same words that the timeline has. A line that it does not
    have gives nothing.
    """
    start_s = score.seconds(line.start)
    near = [
        timed
        for timed in timeline.lines
        if timed.text == line.text and abs(timed.start_s - start_s) < _SAME_LINE_S
    ]
    if not near:
        return {}
    timed = min(near, key=lambda timed: abs(timed.start_s - start_s))
    sung = sorted({syllable.word for syllable in line.syllables})
    return {word: span.start_s for word, span in zip(sung, timed.words, strict=False)}


def timeline_to_json(timeline: Timeline) -> dict[str, Any]:
    """A timeline as JSON values."""
    return dataclasses.asdict(timeline)


def _timed(score: Score, line: SungLine, sounds: tuple[tuple[float, float], ...] | None) -> TimedLine:
    words = []
    for index, text in enumerate(line.words):
        notes = [note for sung in line.syllables if sung.word == index for note in sung.notes]
        if notes:
            span = (score.seconds(notes[0].start), score.seconds(notes[-1].end))
            words.append(Span(text, *(span if sounds is None else sounds[index])))
    return TimedLine(
        line.text, words[0].start_s, words[-1].end_s, tuple(words), line.part is VocalPart.BACKING
    )
