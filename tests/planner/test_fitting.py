"""Lengths of sections."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.planner.drafts import Draft, DraftLine, ending, free_title, wordless
from songwright.planner.fitting import SUNG_SHARE, Pace, fewest_units, fit, grid_for
from songwright.song.lyrics import LyricLine, SectionKind

pytestmark = pytest.mark.fast

PACE = Pace(2.8, 6.0)


def verse(*syllables: int, title: str = "Verse") -> Draft:
    lines = tuple(DraftLine(LyricLine("la"), count) for count in syllables)
    return dataclasses.replace(wordless(SectionKind.VERSE, title), lines=lines)


@given(st.floats(0.4, 8.0))
def test_a_unit_is_never_hurried(bar_s: float) -> None:
    """Short bars are taken in twos and fours until a unit lasts 0.9 s; long bars stand alone."""
    grid = grid_for(bar_s)
    assert grid.unit_s >= 0.9
    assert grid.unit_bars == 1 or grid.unit_s < 1.8


@settings(deadline=None)
@given(
    st.floats(0.5, 8.0),
    st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), min_size=1, max_size=4),
    st.integers(0, 40),
)
def test_the_total_is_exact_and_no_line_too_fast(bar_s: float, verses: list[list[int]], spare: int) -> None:
    """Whatever the words: the lengths sum to the total, lines fit their section, none is above the limit."""
    grid = grid_for(bar_s)
    drafts = (wordless(SectionKind.INTRO, "Intro", drop_cost=0.7), *(verse(*v) for v in verses), ending())
    fewest = fewest_units(drafts, grid, PACE)
    found = fit(drafts, grid, PACE, (fewest + spare, fewest + spare))
    if found is None:
        assert spare > 0  # more time than these sections can fill
        return
    assert found.units == fewest + spare
    for draft, layout in zip(drafts, found.layouts, strict=True):
        assert sum(layout.lines) <= layout.units
        for line, units in zip(draft.lines, layout.lines, strict=True):
            assert line.syllables / (SUNG_SHARE * units * grid.unit_s) <= PACE.limit


def test_less_than_the_fewest_does_not_fit() -> None:
    """One unit below the least there is no fit."""
    grid = grid_for(2.0)
    drafts = (verse(8, 8, 8, 8), ending())
    fewest = fewest_units(drafts, grid, PACE)
    assert fit(drafts, grid, PACE, (fewest, fewest)) is not None
    assert fit(drafts, grid, PACE, (fewest - 1, fewest - 1)) is None


def test_comfortable_lines_take_two_bars_at_120_bpm() -> None:
    """Eight syllables like 4 s; four lines make eight bars."""
    found = fit((verse(8, 8, 8, 8), ending()), grid_for(2.0), PACE, (6, 20))
    assert found is not None
    assert found.layouts[0].lines == (2, 2, 2, 2)
    assert found.layouts[0].units == 8


def test_a_long_line_gets_more_time_than_its_neighbours() -> None:
    """Only the line that would be too fast is given twice the time."""
    found = fit((verse(8, 8, 24, 8), ending()), grid_for(2.0), PACE, (8, 16))
    assert found is not None
    assert found.layouts[0].lines[2] == 2 * found.layouts[0].lines[0]


def test_an_ending_with_words_keeps_a_bar_for_the_last_chord() -> None:
    """The words of an outro end before its last bar."""
    last = ending("Outro", (), verse(6, 6).lines)
    found = fit((verse(8, 8), last), grid_for(2.0), PACE, (6, 16))
    assert found is not None
    assert sum(found.layouts[-1].lines) < found.layouts[-1].units


def test_titles_count_up() -> None:
    """A taken title gets the next free number."""
    drafts = (verse(1, title="Verse 3"), verse(1, title="Solo"), verse(1, title="Chorus (repeat)"))
    assert free_title("Verse 3", drafts) == "Verse 4"
    assert free_title("Solo", drafts) == "Solo 2"
    assert free_title("Chorus (repeat)", drafts) == "Chorus (repeat 2)"
    assert free_title("Bridge", drafts) == "Bridge"
