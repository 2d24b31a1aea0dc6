"""A plan is plain JSON that a person can edit."""

import json
from typing import Any

import pytest

from songwright.errors import InvalidValue
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import (
    RING_S,
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
    duration_s=14.0,
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


def edited(*path: str | int, to: object) -> dict[str, Any]:
    """The plan as JSON with one value changed, as a person does in an editor."""
    wire: dict[str, Any] = json.loads(json.dumps(plan_to_json(PLAN)))
    inner: Any = wire
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return wire


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("version",), 99, "version: 99: 1 or 2"),
        (("title",), 7, "title: 7: text"),
        (("bpm",), "fast", "bpm: 'fast': a whole number from 30 to 300"),
        (("bpm",), 12, "bpm: 12"),
        (("bpm",), True, "bpm: True"),
        (("vocal_language",), "english", "vocal_language: 'english': an ISO 639 code such as en"),
        (("vocal_language",), 5, "vocal_language: 5: an ISO 639 code such as en"),
        (("key",), "H minor", "key: 'H minor': a tonic"),
        (("meter",), "5", "meter: '5': 2, 3, 4 or 6"),
        (("genre",), "polka", "genre: 'polka': one of pop"),
        (("voice",), "tenor", "voice: 'tenor': one of female"),
        (("voice",), None, "voice: 'null': who sings"),
        (("seed",), -1, "seed: -1"),
        (("loop",), "yes", "loop: 'yes': true or false"),
        (("audio_format",), "ogg", "audio_format: 'ogg'"),
        (("tempo",), 90, "tempo: 90: only audio_format"),
        (("instruments", "bass"), "kazoo", r"instruments\.bass: 'kazoo'"),
        (("instruments", "bass"), "rock_kit", r"instruments\.bass: 'rock_kit'"),
        (("instruments", "drums"), "piano", r"instruments\.drums: 'piano'.*brush_kit"),
        (("instruments", "choir"), "choir", r"instruments\.choir"),
        (("instruments",), [], r"instruments: \[\]: a JSON object"),
        (("sections",), None, "sections: 'null': a list"),
        (("sections",), [], "sections: .*at least one section"),
        (("sections", 0, "kind"), "refrain", r"sections\[0\]\.kind: 'refrain': one of intro"),
        (("sections", 0, "kind"), "silence", r"sections\[0\]\.lines: .*silence"),
        (("sections", 0, "bars"), 0, r"sections\[0\]\.bars: 0"),
        (("sections", 0, "bars"), 3, r"sections\[0\]\.lines\[1\]\.bars: 2: a whole number from 1 to 1"),
        (("sections", 1, "bars"), 1_400, "sections: '1404 bars': at most 300 bars at 90 bpm"),
        (("sections", 0, "energy"), 1.5, r"sections\[0\]\.energy: 1\.5: a number from 0 to 1"),
        (("sections", 0, "swell"), -2, r"sections\[0\]\.swell"),
        (("sections", 0, "transpose"), 7, r"sections\[0\]\.transpose: 7: a whole number from -6 to 6"),
        (("sections", 1, "lead"), "kazoo", r"sections\[1\]\.lead: 'kazoo': null or one of"),
        (("sections", 1, "lead"), [], r"sections\[1\]\.lead: \[\]: null or one of"),
        (("sections", 1, "lead"), "rock_kit", r"sections\[1\]\.lead: 'rock_kit': null or one of"),
        (("sections", 1, "lead"), "rain", r"sections\[1\]\.lead: 'rain': null or one of"),
        (("sections", 0, "volume"), 3, r"sections\[0\]\.volume: 3: only bars"),
        (("sections", 0, "modifiers"), [3], r"sections\[0\]\.modifiers\[0\]: 3: text"),
        (("sections", 0, "lines", 1, "start_bar"), 1, r"lines\[1\]\.start_bar: 1: at least 2"),
        (("sections", 0, "lines", 0, "bars"), 4, r"lines\[1\]\.start_bar: 2: no more lines"),
        (("sections", 0, "lines", 1, "text"), "  ", r"lines\[1\]\.text: .*words here or in backing"),
        (("sections", 0, "lines", 1, "text"), None, r"lines\[1\]\.text: 'null': text"),
        (("sections", 0, "lines", 0, "style"), "yodel", r"lines\[0\]\.style: 'yodel': one of sung"),
        (("duration_s",), 11.0, r"duration_s: 11\.0: for 6 bars 12 to 20 seconds; null"),
        (("duration_s",), 60.0, r"duration_s: 60\.0: for 6 bars"),
        (("decisions", 0, "value"), 90, r"decisions\[0\]\.value: 90"),
    ],
)
def test_a_wrong_value_is_refused_by_its_path(path: tuple[str | int, ...], value: object, named: str):
    """A slip in an edited plan is named with its place, its value and what is allowed."""
    with pytest.raises(InvalidValue, match=named):
        plan_from_json(edited(*path, to=value))


@pytest.mark.parametrize(
    "field",
    ["version", "title", "caption", "genre", "vocal_language", "voice", "bpm", "key", "meter", "sections",
     "instruments", "seed", "engine", "model"],
)  # fmt: skip
def test_a_plan_without_a_field_is_refused(field: str):
    """The missing field is named."""
    wire = plan_to_json(PLAN)
    del wire[field]
    with pytest.raises(InvalidValue, match=f"{field}: 'missing'"):
        plan_from_json(wire)


@pytest.mark.parametrize("wire", [None, [], "plan", 3])
def test_what_is_no_object_is_refused(wire: object):
    """A file may hold any JSON."""
    with pytest.raises(InvalidValue, match=r"plan: .*JSON object"):
        plan_from_json(wire)


def test_a_plan_of_version_1_is_read():
    """What version 2 added has defaults."""
    wire = edited("version", to=1)
    del wire["loop"]
    for section in wire["sections"]:
        del section["swell"], section["transpose"]
        for line in section["lines"]:
            del line["harmonies"]
    assert plan_from_json(wire) == PLAN


def test_other_bars_need_no_other_duration():
    """Null is worked out from the bars, with a ring for the last chord; a loop lasts exactly its bars."""
    longer = edited("sections", 1, "bars", to=4)
    with pytest.raises(InvalidValue, match="duration_s"):
        plan_from_json(longer)
    longer["duration_s"] = None
    assert plan_from_json(longer).duration_s == pytest.approx(16.0 + RING_S)
    del longer["duration_s"]
    longer["loop"] = True
    assert plan_from_json(longer).duration_s == pytest.approx(16.0)
    with pytest.raises(InvalidValue, match="for 8 bars 16 seconds"):
        plan_from_json({**longer, "duration_s": 17.0})


def test_a_song_of_one_bar_may_be_shorter_than_its_bar_but_not_empty():
    """The planner cuts a bar off that is longer than the song, which lasts 5 s at least."""
    wire = edited("bpm", to=30)
    wire["sections"] = [{"kind": "outro", "title": "Outro", "bars": 1, "energy": 0.4}]
    assert plan_from_json({**wire, "duration_s": 5.0}).duration_s == 5.0
    with pytest.raises(InvalidValue, match=r"duration_s: 0: for 1 bars 5 to"):
        plan_from_json({**wire, "duration_s": 0})


def test_words_changed_in_a_line_change_the_lyrics():
    """What is sung is in the lines; the text of the lyrics follows where they differ."""
    changed = plan_from_json(edited("sections", 0, "lines", 1, "text", to="Another line"))
    assert changed.sections[0].lines[1].text == "Another line"
    assert changed.lyrics == "[Verse]\nOne line (one line)\nAnother line\n\n[Outro]"
    assert plan_from_json(edited("title", to="Other")).lyrics == PLAN.lyrics


def test_bars_and_beats_have_their_length():
    """At 90 bpm a 3/4 bar lasts two seconds."""
    assert PLAN.bars == 6
    assert PLAN.bar_s == pytest.approx(2.0)
    bass = PLAN.instrument(Role.BASS)
    assert bass is not None
    assert bass.label == "upright bass"
    assert PLAN.instrument(Role.DRUMS) is None
