"""What the decisions say is true and reads well."""

import pytest

from songwright.planner.brief import bpm_reason, settle
from songwright.song.request import SongRequest

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
