"""What the decisions say is true and reads well."""

import pytest

from songwright.errors import LyricsTooLong
from songwright.planner.brief import bpm_reason, settle
from songwright.song.request import SongRequest
from tests.planner.speech import planned

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("caption", "reason"),
    [
        ("a birthday song for Anna", "usual in pop"),
        ("a violin piece", "usual in cinematic"),
        ("sad slow pop", "usual in pop, slower by the words of the caption"),
        ("techno", "usual in techno"),
    ],
)
def test_a_tempo_is_usual_in_a_style(caption: str, reason: str) -> None:
    """A sub-genre has a tempo of its own; an instrument or an occasion has none."""
    assert bpm_reason(settle(SongRequest(caption=caption), 1, [])) == reason


def test_one_line_is_no_lines() -> None:
    """The error counts in English."""
    with pytest.raises(LyricsTooLong, match="'1 line of 300 syllables'"):
        planned(caption="pop", lyrics="la " * 300, duration_s=10.0)


def test_a_loop_has_no_last_chord() -> None:
    """What is added to a loop fills it; the end leads back into the start."""
    lyrics = (
        "[Verse]\nSun is shining bright\nAll along the line\n[Chorus]\nWe are going home\nWe are feeling fine"
    )
    plan = planned(caption="funk", lyrics=lyrics, seed=3, loop=True)
    reasons = [decision.reason for decision in plan.decisions if decision.value.startswith("added")]
    assert reasons
    assert "the last chord" not in reasons
