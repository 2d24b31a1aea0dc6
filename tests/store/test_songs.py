import json

import pytest

from songwright.store.songs import KeptSong, kept_songs_from_json, kept_songs_to_json

pytestmark = pytest.mark.fast

SONG = KeptSong(
    title="Night",
    caption="slow blues",
    lyrics="[Verse]\nNight",
    genre="blues",
    bpm=70,
    key="A Minor",
    time_signature="4",
    vocal_language="en",
    duration_s=30.0,
    seed=2**62,
    planner="rules",
    engine="studio",
    model="studio-1",
    audio="night.mp3",
    files={"midi": "night.mid"},
    stems={"bass": "night.stems/bass.wav"},
    loudness_lufs=-14.0,
    true_peak_dbtp=-1.0,
    seconds_taken=5.5,
    decisions=(("bpm", "70", "slow"),),
)


def test_what_is_kept_can_be_read_again():
    """Through real JSON."""
    wire = json.loads(json.dumps(kept_songs_to_json([SONG, SONG])))
    assert kept_songs_from_json(wire) == [SONG, SONG]


def test_what_a_newer_version_adds_is_passed_over():
    """After a step back to an older version the songs are still there."""
    wire = json.loads(json.dumps(kept_songs_to_json([SONG])))
    wire["songs"][0]["mood"] = "blue"
    assert kept_songs_from_json(wire) == [SONG]
