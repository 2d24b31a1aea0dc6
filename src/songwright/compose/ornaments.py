"""What players of a genre add to a melody: bends, blue notes, enclosures, mordents, broken chords.

It knows nothing of instruments.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from songwright.compose.harmony import Harmony
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.key import Key, Mode
from songwright.song.score import Note

_GRACE = 0.125  # beats
_LONG_ENOUGH = 0.75  # beats from which a note is adorned
_FOURTH, _MAJOR_THIRD = 5, 4  # semitones above the tonic
_SOFTER = 14  # velocity that a grace note has less

Ornament = Callable[[Note, tuple[int, ...]], tuple[Note, ...]]  # a note and the scale it stands in


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a genre's soloists speak.

    Attributes:
        ornament: what is added to long notes, None for nothing.
        likely: chance that a long note gets it.
        breaks_chords: the climax runs through broken chords.
        insists: the motif comes back as it was more often than it is turned over.
    """

    ornament: Ornament | None = None
    likely: float = 0.0
    breaks_chords: bool = False
    insists: bool = False


def bend(note: Note, _scale: tuple[int, ...]) -> tuple[Note, ...]:
    """A grace note a semitone below, struck before the beat, as a string is bent up to its pitch."""
    return (_grace(note, note.start - _GRACE, note.pitch - 1), note)


def enclosure(note: Note, scale: tuple[int, ...]) -> tuple[Note, ...]:
    """The scale's note above and the semitone below lead into the note, as bebop players do (Baker 1985)."""
    above = next(pitch for pitch in range(note.pitch + 1, note.pitch + 13) if pitch % 12 in scale)
    return (
        Note(note.start - 0.5, 0.25, above, note.velocity - _SOFTER // 2),
        Note(note.start - 0.25, 0.25, note.pitch - 1, note.velocity - _SOFTER // 2),
        note,
    )


def mordent(note: Note, scale: tuple[int, ...]) -> tuple[Note, ...]:
    """The note, quickly its upper neighbour, and the note again."""
    above = next(pitch for pitch in range(note.pitch + 1, note.pitch + 13) if pitch % 12 in scale)
    rest = Note(note.start + 2 * _GRACE, note.duration - 2 * _GRACE, note.pitch, note.velocity)
    return (
        replace(note, duration=_GRACE),
        Note(note.start + _GRACE, _GRACE, above, max(1, note.velocity - _SOFTER)),
        rest,
    )


def _grace(note: Note, start: float, pitch: int) -> Note:
    return Note(start, note.start - start, pitch, max(1, note.velocity - _SOFTER))


_PLAIN = Vocabulary()
VOCABULARIES: dict[Genre, Vocabulary] = {
    Genre.BLUES: Vocabulary(bend, 0.5),
    Genre.ROCK: Vocabulary(bend, 0.3, breaks_chords=True),
    Genre.SOUL: Vocabulary(bend, 0.25),
    Genre.COUNTRY: Vocabulary(bend, 0.4),
    Genre.JAZZ: Vocabulary(enclosure, 0.6),
    Genre.LATIN: Vocabulary(enclosure, 0.25),
    Genre.FOLK: Vocabulary(mordent, 0.4),
    Genre.REGGAE: Vocabulary(insists=True),
    Genre.METAL: Vocabulary(breaks_chords=True),
    Genre.BLACK_METAL: Vocabulary(breaks_chords=True, insists=True),
    Genre.ELECTRONIC: Vocabulary(insists=True),
    Genre.LOFI: Vocabulary(mordent, 0.2, insists=True),
    Genre.HIP_HOP: Vocabulary(insists=True),
}


def vocabulary_of(genre: Genre) -> Vocabulary:
    """How a genre's soloists speak; those without a row play plain notes."""
    return VOCABULARIES.get(genre, _PLAIN)


def adorned(
    notes: Sequence[Note], vocabulary: Vocabulary, harmony: Harmony, compass: tuple[int, int], chance: Chance
) -> list[Note]:
    """The notes of a phrase with the genre's ornaments on some of the long ones.

    An ornament before the beat takes its time from the note before it, and is left out where that has none.

    Args:
        notes: in order, one at a time.
        vocabulary: of the genre.
        harmony: the song's chords.
        compass: lowest and highest pitch of the instrument.
        chance: decides which notes are adorned.
    """
    if vocabulary.ornament is None:
        return list(notes)
    low, high = compass
    played: list[Note] = []
    for note in notes:
        wants = note.duration >= _LONG_ENOUGH and chance.chance(vocabulary.likely)
        added = vocabulary.ornament(note, harmony.scale_at(note.start)) if wants else (note,)
        if not all(low <= one.pitch <= high for one in added):
            added = (note,)
        room = played[-1].start + 2 * _GRACE if played else note.start
        if added[0].start < room and added[0].start < note.start:
            added = (note,)
        if played and played[-1].end > added[0].start:
            played[-1] = replace(played[-1], duration=added[0].start - played[-1].start)
        played.extend(added)
    return played


def blue(notes: Sequence[Note], key: Key, longest: float) -> list[Note]:
    """Short falling notes off the beat become the blue fifth or, in major, the blue third.

    Args:
        notes: a phrase, in order.
        key: its key.
        longest: beats of the longest note that is bent so.
    """
    played = list(notes)
    for here in range(1, len(notes) - 1):
        note, fall = notes[here], notes[here - 1].pitch - notes[here].pitch
        falls = fall >= 0 and notes[here + 1].pitch < note.pitch
        if not falls or note.start % 1 == 0 or note.duration > longest:
            continue
        degree = (note.pitch - key.tonic) % 12
        if degree == _FOURTH and fall == 2:
            played[here] = replace(note, pitch=note.pitch + 1)
        elif degree == _MAJOR_THIRD and key.mode is Mode.MAJOR:
            played[here] = replace(note, pitch=note.pitch - 1)
    return played


def broken_chord(tones: Sequence[int], count: int, bounds: tuple[int, int]) -> list[int]:
    """A zigzag through a chord's tones that climbs from the bottom of its bounds: 1 2 3, 2 3 4, 3 4 5.

    Args:
        tones: pitch classes.
        count: how many notes.
        bounds: lowest and highest pitch.
    """
    low, high = bounds
    ladder = [pitch for pitch in range(low, high + 1) if pitch % 12 in tones] or [low]
    last = len(ladder) - 1
    places = [step // 3 + step % 3 for step in range(count)]
    return [ladder[min(place, last) if place <= last else last - (place - last) % 3] for place in places]
