"""Rows of drum marks as notes: a groove over and over, single strokes, louder and softer.

It knows nothing of sections and songs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from songwright.compose.drum_names import Rows
from songwright.compose.feel import Feel
from songwright.compose.sketch import velocity
from songwright.song.chance import Chance
from songwright.song.meter import Meter
from songwright.song.score import Note

LOUDNESS = {"X": 112, "x": 94, "o": 72, "-": 44, "?": 40, "!": 88, "r": 62, "t": 60}  # velocities
LENGTH = 0.25  # beats; a drum rings as long as it likes
_STROKES = {"r": 2, "t": 3}
_NOW_AND_THEN = {"?": 0.35, "!": 0.35}  # how often a mark is struck; others always


def looped(rows: Rows, meter: Meter, span: tuple[float, float], feel: Feel, chance: Chance) -> Iterator[Note]:
    """A groove from the first to the last beat of a span, each turn a little different."""
    start, end = span
    stretch = feel.stretch
    for drum, row in rows:
        marks = row.replace(" ", "")
        turn = _turn(len(marks), meter)
        for index in range(int((end - start) / (turn * stretch) + 1 - 1e-9)):
            for slot, mark in enumerate(marks):
                if mark == ".":
                    continue
                beat = start + (index * turn + slot * 0.25) * stretch
                if beat < end - 1e-9 and chance.random() < _NOW_AND_THEN.get(mark, 1.0):
                    yield from struck(beat, drum, mark, stretch, LOUDNESS[mark] + chance.gauss(0, 3.0))


def _turn(slots: int, meter: Meter) -> float:
    """Beats that a row lasts: whole bars, so that short rows wait for the next bar."""
    bar = meter.bar_beats
    bars = max(1, -(-slots // round(bar * 4)))
    return bars * bar


def struck(beat: float, drum: int, mark: str, stretch: float, loudness: float) -> Iterator[Note]:
    """One mark: a hit, or strokes that grow within the time of an eighth."""
    strokes = _STROKES.get(mark, 1)
    for stroke in range(strokes):
        at = beat + stroke * 0.5 * stretch / strokes
        yield Note(at, LENGTH / strokes, drum, velocity(loudness + 6 * stroke))


def scaled(notes: Iterable[Note], factor: float) -> Iterator[Note]:
    """The notes with their velocities multiplied."""
    for note in notes:
        yield Note(note.start, note.duration, note.pitch, velocity(note.velocity * factor))
