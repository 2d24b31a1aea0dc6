"""The genres that the planner tells apart and the composer has a style for. Names only."""

from __future__ import annotations

from enum import StrEnum


class Genre(StrEnum):
    """A genre with chords, rhythms, instruments and a mix of its own."""

    POP = "pop"
    BALLAD = "ballad"
    ROCK = "rock"
    METAL = "metal"
    BLACK_METAL = "black metal"
    FOLK = "folk"
    COUNTRY = "country"
    BLUES = "blues"
    JAZZ = "jazz"
    SOUL = "soul"
    REGGAE = "reggae"
    LATIN = "latin"
    HIP_HOP = "hip-hop"
    LOFI = "lo-fi"
    ELECTRONIC = "electronic"
    AMBIENT = "ambient"
    CINEMATIC = "cinematic"
