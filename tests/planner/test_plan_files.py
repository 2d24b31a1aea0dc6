"""Every plan that the planner makes can be written as JSON and read again, bit for bit."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from songwright.errors import LyricsTooLong
from songwright.song.genre import Genre
from songwright.song.meter import Meter
from songwright.song.plan import plan_from_json, plan_to_json
from tests.planner.speech import SEED_LYRICS, SHORT_SONG, TWO_VERSES, planned

LYRICS = (
    None,
    SHORT_SONG,
    TWO_VERSES,
    SEED_LYRICS,
    "[Intro]\n[Verse - whispered]\nOne [loud] line (one line)\nTWO LINES\n[Silence]\n[Build]\n[Drop]\n"
    "[Chorus]\nThree (and four)",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    genre=st.sampled_from(Genre),
    lyrics=st.sampled_from(LYRICS),
    seed=st.integers(0, 2**63 - 1),
    duration_s=st.none() | st.floats(5.0, 600.0),
    meter=st.none() | st.sampled_from(Meter),
    bpm=st.none() | st.integers(30, 300),
    loop=st.booleans(),
)
def test_every_plan_survives_its_file(genre, lyrics, seed, duration_s, meter, bpm, loop):
    """All fields are equal, so the song is the same; all that the planner makes passes the checks."""
    wish = {"duration_s": duration_s, "meter": meter, "bpm": bpm, "loop": loop}
    try:
        plan = planned(f"{genre} with vinyl crackle and shaker", lyrics, seed, **wish)
    except LyricsTooLong:
        return
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan
