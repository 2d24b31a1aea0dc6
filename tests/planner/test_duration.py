"""Lengths and tempos."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.planner.duration import bars_in, duration_for, seconds_for, tempos

pytestmark = pytest.mark.fast

BAR_S = st.floats(0.4, 8.0)


@given(st.floats(5, 600), BAR_S)
def test_bars_leave_the_last_chord_room(duration_s: float, bar_s: float) -> None:
    """What the bars leave is between 0.8 s and 0.8 s plus a bar."""
    tail_s = duration_s - bars_in(duration_s, bar_s) * bar_s
    assert 0.8 - 1e-6 <= tail_s < 0.8 + bar_s + 1e-6


@given(st.integers(1, 1400), BAR_S)
def test_named_and_chosen_lengths_hold_their_bars(bars: int, bar_s: float) -> None:
    """The seconds for so many bars hold exactly so many bars."""
    assert bars_in(float(seconds_for(bars, bar_s)), bar_s) >= bars
    assert bars_in(duration_for(bars, bar_s), bar_s) == bars


@given(st.integers(40, 150), st.integers(5, 40), st.floats(30, 600))
def test_the_best_tempo_comes_first(low: int, width: int, duration_s: float) -> None:
    """All are offered once; the first lets the last chord ring 1.2 to 3.3 s wherever one of them can."""
    offered = list(tempos((low, low + width), low + width // 2, 4.0, duration_s))
    assert sorted(offered) == list(range(low, low + width + 1))
    tails = [duration_s - bars_in(duration_s, 240.0 / bpm) * 240.0 / bpm for bpm in offered]
    if duration_s > 60 and low > 70 and any(1.5 <= tail <= 3.0 for tail in tails):
        assert 1.2 <= tails[0] <= 3.3
