"""A plan is plain JSON that a person can edit."""

import json

import pytest

from songwright.errors import InvalidValue
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import (
    Decision,
    PlannedLine,
    PlannedSection,
    SongPlan,
    VocalStyle,
    Voice,
    plan_from_json,
    plan_to_json,
)
from songwright.song.request import AudioFormat

pytestmark = pytest.mark.fast

LINES = (PlannedLine(0, 2, "One line", "one line", True, VocalStyle.WHISPER), PlannedLine(2, 2, "two"))
PLAN = SongPlan(
    title="A Plan",
    caption="jazz waltz",
    lyrics="[Verse]\nOne line (one line)\ntwo",
    genre=Genre.JAZZ,
    moods=("calm",),
    vocal_language="en",
    voice=Voice.FEMALE,
    bpm=90,
    key=parse_key("Bb"),
    meter=Meter.THREE,
    duration_s=30.0,
    sections=(
        PlannedSection(SectionKind.VERSE, "Verse", 4, 0.5, ("soft",), LINES),
        PlannedSection(SectionKind.OUTRO, "Outro", 2, 0.3, lead="piano", fade_out=True),
    ),
    instruments={Role.CHORDS: "piano", Role.BASS: "upright_bass"},
    seed=2**62,
    engine="studio",
    model="m",
    audio_format=AudioFormat.WAV,
    decisions=(Decision("bpm", "90", "a waltz"),),
)


def test_a_plan_survives_json():
    """Every field comes back from its text."""
    assert plan_from_json(json.loads(json.dumps(plan_to_json(PLAN)))) == PLAN


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("key", "H minor"),
        ("genre", "polka"),
        ("instruments", {"bass": "kazoo"}),
        ("version", 99),
        ("sections", None),
    ],
)
def test_a_plan_with_a_wrong_value_is_refused(field: str, value: object):
    """A slip in an edited plan is named, not rendered."""
    with pytest.raises(InvalidValue):
        plan_from_json({**plan_to_json(PLAN), field: value})


def test_a_plan_without_a_field_is_refused():
    """The missing field is named."""
    wire = plan_to_json(PLAN)
    del wire["bpm"]
    with pytest.raises(InvalidValue, match="bpm"):
        plan_from_json(wire)


def test_bars_and_beats_have_their_length():
    """At 90 bpm a 3/4 bar lasts two seconds."""
    assert PLAN.bars == 6
    assert PLAN.bar_s == pytest.approx(2.0)
    bass = PLAN.instrument(Role.BASS)
    assert bass is not None
    assert bass.label == "upright bass"
    assert PLAN.instrument(Role.DRUMS) is None
