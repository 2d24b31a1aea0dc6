"""Figures in free text."""

import pytest

from songwright.planner.figures import read_figures
from songwright.song.key import parse_key
from songwright.song.meter import Meter

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("text", "bpm"),
    [
        ("pop at 92 bpm", 92),
        ("120BPM techno", 120),
        ("tempo: 75", 75),
        ("bpm 140", 140),
        ("100 beats per minute", 100),
        ("999 bpm", None),
        ("in 1990", None),
    ],
)
def test_tempo(text: str, bpm: int | None) -> None:
    """A number with bpm or tempo is the tempo if it can be played."""
    assert read_figures(text).bpm == bpm


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("in D minor", "D minor"),
        ("in the key of F# major", "F# major"),
        ("rock in E", None),
        ("key of E", "E major"),
        ("a song in Bb minor", "Bb minor"),
        ("C sharp minor ballad", "C# minor"),
        ("in A minor", "A minor"),
        ("in a minor", "A minor"),
        ("in a minor key", None),
        ("a minor problem", None),
        ("I am sad", None),
        ("in Am", "A minor"),
        ("E-flat major", "Eb major"),
        ("d minor", "D minor"),
    ],
)
def test_key(text: str, key: str | None) -> None:
    """Keys are read in usual spellings; the article "a" is no key."""
    assert read_figures(text).key == (None if key is None else parse_key(key))


@pytest.mark.parametrize(
    ("text", "meter"),
    [
        ("in 3/4", Meter.THREE),
        ("6/8 time", Meter.SIX),
        ("4/4", Meter.FOUR),
        ("12/8", Meter.SIX),
        ("7/8", None),
    ],
)
def test_meter(text: str, meter: Meter | None) -> None:
    """Meters that we play are read, others are quoted only."""
    figures = read_figures(text)
    assert figures.meter is meter
    assert "meter" in figures.quotes


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 seconds", 30.0),
        ("a 45-second jingle", 45.0),
        ("2 minutes", 120.0),
        ("two minutes and 10 seconds", 130.0),
        ("half a minute", 30.0),
        ("about 1:30 long", 90.0),
        ("45s", 45.0),
        ("80s pop", None),
        ("1980s pop", None),
        ("20 minutes", None),
        ("90 beats per minute", None),
    ],
)
def test_duration(text: str, seconds: float | None) -> None:
    """Lengths are read; decades, tempos and impossible lengths are none."""
    assert read_figures(text).duration_s == seconds


def test_what_was_read_is_taken_out() -> None:
    """The rest of the text has no figures left."""
    assert "bpm" not in read_figures("house, 124 bpm, F minor").rest
