"""What the lyricist is asked for. It knows nothing of how lyrics are written."""

from __future__ import annotations

from dataclasses import dataclass

from songwright.song.genre import Genre


@dataclass(frozen=True, slots=True)
class LyricWish:
    """A wish for lyrics.

    Attributes:
        description: the caller's words about the song.
        genre: the style, which has a form, rhyme scheme and voice of its own.
        moods: mood words understood from the description, such as "sad".
        seed: source of all choices.
        duration_s: how long the song will be in seconds; None leaves it to the words.
        form: titles of the sections wanted in order ("Verse 1", "Chorus", ...); empty leaves it to the genre.
    """

    description: str
    genre: Genre
    moods: tuple[str, ...]
    seed: int
    duration_s: float | None = None
    form: tuple[str, ...] = ()
