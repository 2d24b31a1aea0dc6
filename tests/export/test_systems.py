"""Proves where rows of the picture are broken."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.export.systems import LONGEST_S, break_into_systems
from songwright.song.timeline import Timeline
from tests.export.songs import long_timeline, words

pytestmark = pytest.mark.fast


@settings(max_examples=30, deadline=None)
@given(duration_s=st.floats(5.0, 600.0))
def test_rows_cover_the_song_without_gaps(duration_s: float):
    """Every second lies in exactly one row, and no row is much longer than the others."""
    rows = break_into_systems(long_timeline(duration_s))
    assert rows[0].start_s == 0.0
    assert rows[-1].end_s == duration_s
    assert all(row.end_s == after.start_s for row, after in pairwise(rows))
    assert all(0 < row.end_s - row.start_s <= min(row.span_s + 1e-9, 1.5 * LONGEST_S) for row in rows)


def test_a_short_song_is_one_row():
    """Nothing is broken that fits."""
    assert len(break_into_systems(long_timeline(30.0))) == 1


def test_rows_break_between_sections():
    """With sections of 16 seconds all breaks are at their starts."""
    song = long_timeline(160.0)
    starts = {section.start_s for section in song.sections}
    assert {row.start_s for row in break_into_systems(song)} <= starts


def test_rows_do_not_cut_a_line():
    """A line that would be cut moves the break to another bar."""
    bars = tuple(float(bar) for bar in range(0, 80, 2))
    song = Timeline(80.0, (), (), bars, bars, (words("a line right over the middle", 36.5, 1.0),))
    middle = break_into_systems(song)[1].start_s
    assert not 36.5 < middle < 42.4


def test_a_timeline_without_bars_is_broken_evenly():
    """Engines that know no bars get pictures too."""
    rows = break_into_systems(Timeline(100.0, (), (), (), (), ()))
    assert [round(row.end_s, 3) for row in rows] == [33.333, 66.667, 100.0]
