"""What a request may hold."""

from typing import Any

import pytest

from songwright.errors import InvalidValue
from songwright.song.key import parse_key
from songwright.song.meter import Meter
from songwright.song.request import (
    AudioFormat,
    SongRequest,
    parse_audio_format,
    request_from_json,
    request_to_json,
)

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("bpm", {"bpm": 0}),
        ("bpm", {"bpm": 301}),
        ("duration", {"duration_s": 3}),
        ("duration", {"duration_s": 601}),
        ("duration", {"duration_s": float("nan")}),
        ("lyrics", {"lyrics": "la " * 70_000}),
        ("lyrics", {"lyrics": "nul \0"}),
        ("prompt", {"caption": "\ud800"}),
        ("prompt", {"caption": "x" * 5_000}),
        ("seed", {"seed": -1}),
        ("seed", {"seed": 2**63}),
        ("takes", {"takes": 0}),
        ("takes", {"takes": 9}),
        ("language", {"vocal_language": "english"}),
    ],
)
def test_a_value_out_of_range_is_refused(field: str, fields: dict[str, Any]):
    """The message starts with the field's name and stays short."""
    with pytest.raises(InvalidValue, match=f"^{field}: ") as caught:
        SongRequest(**fields)
    assert len(str(caught.value)) < 200


def test_the_limits_themselves_are_allowed():
    """30 and 300 bpm, 5 and 600 seconds."""
    SongRequest(bpm=30, duration_s=5, seed=0, takes=8)
    SongRequest(bpm=300, duration_s=600, seed=2**63 - 1, takes=1)


def test_a_request_survives_json():
    """What a job row keeps is what was asked."""
    request = SongRequest(
        "caption", "words", False, 30.5, 120, parse_key("F#m"), Meter.SIX, "en", 7, 2, AudioFormat.FLAC
    )
    assert request_from_json(request_to_json(request)) == request
    assert request_from_json(request_to_json(SongRequest())) == SongRequest()


def test_an_unknown_format_is_refused_with_the_known_ones():
    """The message lists the formats."""
    assert parse_audio_format(" MP3 ") is AudioFormat.MP3
    with pytest.raises(InvalidValue, match=r"^format: 'aiff': one of mp3, wav, flac, opus"):
        parse_audio_format("aiff")
