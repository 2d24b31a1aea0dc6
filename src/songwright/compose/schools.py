"""Schools within a genre that drummers know by name, and the words that ask for them. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from songwright.compose.style import Levels
from songwright.song.genre import Genre


@dataclass(frozen=True, slots=True)
class School:
    """Grooves that take the place of the genre's own.

    Attributes:
        genre: where it belongs.
        words: any of them in the caption asks for it.
        grooves: thin, medium, full.
        likely: chance that a song not asking for any school gets this one.
    """

    genre: Genre
    words: tuple[str, ...]
    grooves: Levels
    likely: float = 0.0


SCHOOLS = (
    School(Genre.LATIN, ("bossa", "samba"), Levels("bossa", "bossa", "bossa"), 0.0),
    School(Genre.HIP_HOP, ("trap", "drill", "808"), Levels("trap_soft", "trap", "trap_full"), 0.0),
    School(
        Genre.HIP_HOP,
        ("boom bap", "boom-bap", "old school", "90s", "jazz rap"),
        Levels("boom_bap_soft", "boom_bap", "boom_bap"),
        0.3,
    ),
    School(
        Genre.ELECTRONIC,
        ("drum and bass", "drum & bass", "dnb", "jungle", "breakbeat"),
        Levels("break_soft", "break", "break"),
    ),
    School(Genre.ROCK, ("punk", "hardcore"), Levels("rock_beat", "punk", "punk")),
    School(Genre.METAL, ("thrash", "speed metal"), Levels("metal_chug", "metal_skank", "metal_skank")),
    School(Genre.METAL, ("doom", "sludge", "stoner"), Levels("metal_half", "metal_half", "metal_half")),
    School(Genre.FOLK, ("waltz", "lullaby"), Levels("folk_soft", "folk_soft", "folk_stomp")),
)
