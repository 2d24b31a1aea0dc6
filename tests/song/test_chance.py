"""Named randomness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.song.chance import Chance, child_seed

pytestmark = pytest.mark.fast


def test_draws_are_the_same_on_every_machine():
    """Golden figures: a change here changes every song ever made."""
    assert child_seed(7, "drums") == 523781706191241257
    chance = Chance(7, "melody")
    assert [chance.integer(0, 99) for _ in range(8)] == [94, 85, 23, 46, 28, 81, 97, 38]


def test_names_give_independent_draws():
    """Another name gives another stream; the same name the same one."""
    assert Chance(1, "a").random() == Chance(1, "a").random() != Chance(1, "b").random()
    assert Chance(1).child("a").random() == Chance(1).child("a").random() != Chance(1).child("b").random()


@given(st.integers(), st.integers(-50, 50), st.integers(0, 50))
def test_integers_stay_within_their_limits(seed: int, low: int, width: int):
    """Both limits are included, nothing beyond."""
    assert low <= Chance(seed).integer(low, low + width) <= low + width


def test_weights_are_followed():
    """An item of weight 0 never comes; one of weight 3 comes three times as often as one of weight 1."""
    chance = Chance(3)
    drawn = [chance.weighted([("never", 0.0), ("often", 3.0), ("seldom", 1.0)]) for _ in range(4_000)]
    assert "never" not in drawn
    assert 2.6 < drawn.count("often") / drawn.count("seldom") < 3.4


def test_gauss_has_the_asked_mean_and_deviation():
    """Measured over 20,000 draws."""
    chance = Chance(5)
    draws = [chance.gauss(2.0, 0.5) for _ in range(20_000)]
    mean = sum(draws) / len(draws)
    deviation = (sum((draw - mean) ** 2 for draw in draws) / len(draws)) ** 0.5
    assert abs(mean - 2.0) < 0.02
    assert abs(deviation - 0.5) < 0.02
