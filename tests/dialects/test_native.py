import json
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.dialects.native import (
    accepted,
    health,
    parse_order,
    parse_task_ids,
    refuse,
    result_item,
    wrap,
)
from songwright.errors import InvalidValue, QueueFull, RequestError, UnsupportedTask
from songwright.jobs.queue import Job, Ticket
from songwright.jobs.states import JobState
from songwright.song.key import parse_key
from songwright.song.meter import Meter
from songwright.song.request import AudioFormat, SongRequest, request_from_json
from songwright.store.songs import kept_songs_to_json
from tests.store.test_songs import SONG

pytestmark = pytest.mark.fast

SEED_000 = {
    "prompt": "An upbeat pop song about summer.",
    "lyrics": "[Verse]\nSun is shining...\n[Chorus]\nIt's a beautiful day!",
    "audio_duration": 30,
    "thinking": True,
    "bpm": 120,
    "key_scale": "C Major",
    "time_signature": "4",
}
FOLDER = PurePosixPath("/data/songs/my id/2")


def request(**fields: Any) -> SongRequest:
    return parse_order(fields).request


def job(state: JobState, **changed: Any) -> Job:
    payload = {"request": {}, "prompt": "sent prompt", "lyrics": "sent lyrics"}
    fields: dict[str, Any] = {
        "id": "my id",
        "door": "native",
        "state": state,
        "attempt": 2,
        "cancel_requested": False,
        "payload": payload,
        "stage": "",
        "fraction": 0.0,
        "result": None,
        "error": None,
        "created": 1_795_000_000.9,
        "started": None,
        "finished": None,
    }
    return Job(**{**fields, **changed})


def test_the_example_of_the_seed_is_understood():
    """Every field of it acts."""
    assert parse_order(SEED_000).request == SongRequest(
        caption="An upbeat pop song about summer.",
        lyrics="[Verse]\nSun is shining...\n[Chorus]\nIt's a beautiful day!",
        duration_s=30.0,
        bpm=120,
        key=parse_key("C Major"),
        meter=Meter.FOUR,
        takes=2,
    )


def test_an_empty_order_leaves_everything_open():
    """Two takes as mp3, as upstream."""
    assert request() == SongRequest(takes=2, audio_format=AudioFormat.MP3)


@pytest.mark.parametrize(
    "names",
    [
        ("prompt", "caption"),
        ("audio_duration", "duration", "audioDuration", "target_duration", "targetDuration"),
        ("key_scale", "keyscale", "keyScale", "key"),
        ("time_signature", "timesignature", "timeSignature"),
        ("vocal_language", "vocalLanguage", "language"),
        ("sample_query", "sampleQuery", "description", "desc"),
    ],
    ids=lambda names: names[0],
)
def test_every_alias_works(names):
    """At the top, in param_obj as object and as text, in metas under all its names."""
    values = {"audio_duration": 42, "key_scale": "F# minor", "time_signature": "3", "vocal_language": "es"}
    value = values.get(names[0], "slow blues")
    expected = request(**{names[0]: value})
    assert expected != request()
    for name in names:
        fields = {name: value}
        assert request(**fields) == expected
        assert request(param_obj=fields) == expected
        assert request(param_obj=json.dumps(fields)) == expected
        for metas in ("metas", "meta", "metadata", "user_metadata", "userMetadata"):
            assert request(**{metas: fields}) == expected
            assert request(**{metas: json.dumps(fields)}) == expected


def test_the_top_level_comes_first_then_param_obj_then_metas():
    """But a blank is no value, so nested ones are seen."""
    assert request(bpm=100, param_obj={"bpm": 110}, metas={"bpm": 120}).bpm == 100
    assert request(param_obj={"bpm": 110}, metas={"bpm": 120}).bpm == 110
    assert request(bpm="", param_obj={"bpm": None}, metas={"bpm": 120}).bpm == 120
    assert request(duration=20, param_obj={"audio_duration": 40}).duration_s == 20


@pytest.mark.parametrize("lyrics", ["", "  ", "[inst]", "[Instrumental]", " [instrumental] ", None])
def test_lyrics_can_say_that_nothing_is_sung(lyrics):
    """Blank and the two tags."""
    assert request(lyrics=lyrics).lyrics is None


def test_a_clear_wish_for_an_instrumental_counts():
    """An unclear one is passed over: upstream does not know the field."""
    assert request(lyrics="la", instrumental=True).instrumental
    assert request(lyrics="la", instrumental="yes").instrumental
    assert not request(lyrics="la", instrumental="maybe").instrumental
    assert not request(lyrics="la", instrumental=[3]).instrumental


def test_a_sample_query_takes_the_place_of_the_prompt():
    """The planner infers the rest, the words as well; results repeat what was sent."""
    order = parse_order({"sample_query": "A sad violin solo", "prompt": "ignored", "thinking": True})
    assert order.request == SongRequest(caption="A sad violin solo", takes=2, auto_lyrics=True)
    assert (order.prompt, order.lyrics) == ("ignored", "")


def test_sample_mode_takes_the_prompt_for_the_description():
    """Upstream's flag without a description; blank lyrics without it stay an instrumental."""
    assert request(prompt="a song for Anna", sample_mode=True).auto_lyrics
    assert request(prompt="a song for Anna", sampleMode="true", lyrics="la la").lyrics == "la la"
    assert not request(sample_query="a song for Anna", lyrics="[inst]").auto_lyrics
    for unclear in (False, "", None, "maybe", [1]):
        assert not request(prompt="a song for Anna", lyrics="", sample_mode=unclear).auto_lyrics


@pytest.mark.parametrize("value", [0, -1, "", None, "N/A", "0", -1.0])
def test_unset_numbers_are_unset(value):
    """Where upstream means so."""
    assert request(bpm=value, audio_duration=value) == request()


@pytest.mark.parametrize(
    ("fields", "seed", "seeds"),
    [
        ({"seed": 42}, 42, ()),
        ({"seed": "42"}, 42, ()),
        ({"seed": 0}, 0, ()),
        ({"seed": 42, "use_random_seed": False}, 42, ()),
        ({"seed": 42, "use_random_seed": True}, None, ()),
        ({"seed": 42, "useRandomSeed": "yes"}, None, ()),
        ({"seed": -1}, None, ()),
        ({"seed": "-1"}, None, ()),
        ({"seed": ""}, None, ()),
        ({"seed": "7,8"}, None, (7, 8)),
        ({"seed": [7, "8", -1]}, None, (7, 8, None)),
        ({"seed": " 7 , 8 "}, None, (7, 8)),
    ],
)
def test_seeds_count_unless_chance_is_asked_for(fields, seed, seeds):
    """One for all takes, or one for each."""
    asked = request(**fields)
    assert (asked.seed, asked.seeds) == (seed, seeds)


def test_takes_without_a_seed_of_their_own_get_one_by_chance():
    """A list may be shorter than the batch."""
    asked = request(seed="7,-1", batch_size=3)
    assert [asked.take_seed(take, 100) for take in range(3)] == [7, 101, 102]
    assert [request(seed=5).take_seed(take, 100) for take in range(2)] == [5, 6]


@pytest.mark.parametrize("audio_format", ["mp3", "WAV", "flac", "opus"])
def test_the_four_formats_are_known(audio_format):
    """In any case."""
    assert request(audio_format=audio_format).audio_format == audio_format.lower()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"bpm": "abc"}, "bpm: 'abc': a whole number"),
        ({"bpm": 120.5}, "bpm: 120.5: a whole number"),
        ({"bpm": 20}, "bpm: 20: 30 to 300 beats per minute"),
        ({"duration": 601}, "duration: 601.0: 5 to 600 seconds"),
        ({"metas": {"targetDuration": 2}}, "targetDuration: 2.0: 5 to 600 seconds"),
        ({"audio_duration": 1e400}, "audio_duration: inf: a number"),
        ({"batch_size": 0}, "batch_size: 0: 1 to 8"),
        ({"batch_size": 9}, "batch_size: 9: 1 to 8"),
        ({"audio_format": "wma"}, "audio_format: 'wma': one of mp3, wav, flac, opus"),
        ({"time_signature": "5/4"}, "time_signature: '5/4': 2, 3, 4 or 6, also written 2/4, 3/4, 4/4 or 6/8"),
        ({"language": "klingon"}, "language: 'klingon': an ISO 639 code such as en, es or de"),
        ({"seed": 1.5}, "seed: 1.5: a whole number"),
        ({"seed": 2**63}, f"seed: {2**63}: 0 to {2**63 - 1}"),
        ({"seed": "1,x"}, "seed: 'x': a whole number"),
        ({"seed": list(range(9))}, "seed: 9: at most 8 seeds"),
        ({"use_random_seed": "maybe", "seed": 1}, "use_random_seed: 'maybe': true or false"),
        ({"prompt": ["a", "b"]}, "prompt: ['a', 'b']: text"),
    ],
)
def test_a_bad_value_is_refused_with_what_is_allowed(fields, told):
    """Under the name that the client used."""
    with pytest.raises(InvalidValue) as caught:
        parse_order(fields)
    assert refuse(caught.value) == {"detail": told}


@pytest.mark.parametrize(
    "fields",
    [
        {"key": "H major"},
        {"prompt": "x\0y"},
        {"prompt": "\ud800"},
        {"lyrics": "la\0"},
        {"caption": "x" * 4_001},
        {"sample_query": "x" * 4_001},
        {"sample_query": "x", "prompt": "\ud800"},
    ],
)
def test_unusable_text_is_refused(fields):
    """Naming the field, and the refusal can be written as JSON."""
    with pytest.raises(InvalidValue) as caught:
        parse_order(fields)
    told = refuse(caught.value)["detail"]
    assert told.startswith(("key: ", "prompt: ", "lyrics: ", "caption: ", "sample_query: "))
    told.encode()


@pytest.mark.parametrize("task", ["cover", "repaint", "lego", "extract", "complete", "cover-nofsq", "bogus"])
def test_other_tasks_are_refused(task):
    """A song out of nothing would not be what was asked for."""
    with pytest.raises(UnsupportedTask, match=f"taskType: '{task}'"):
        parse_order({"taskType": task})
    assert request(task_type="text2music") == request(task_type="") == request()


def test_fields_without_effect_are_accepted():
    """Of upstream, of its forks, and unknown ones; null everywhere is harmless."""
    unused = {
        "thinking": "whatever",
        "format": "mp3",
        "model": "acestep-v15-turbo",
        "inference_steps": 8,
        "guidance_scale": 7.0,
        "repaint_mode": "wild",
        "lm_temperature": 0.85,
        "use_cot_caption": True,
        "track_classes": ["drums"],
        "something_new": {"deep": [1]},
    }
    assert request(**unused) == request()
    assert request(**dict.fromkeys([*unused, *SEED_000, "seed", "metas", "param_obj"])) == request()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(), children, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(
    ["prompt", "lyrics", "bpm", "duration", "key", "seed", "batch_size", "metas", "param_obj", "language",
     "time_signature", "audio_format", "sample_query", "use_random_seed", "instrumental", "task_type"]
)  # fmt: skip


@given(st.dictionaries(names, json_values))
def test_whatever_is_sent_becomes_a_job_or_a_refusal(fields):
    """And a job's payload survives JSON."""
    try:
        order = parse_order(fields)
    except RequestError as exc:
        refuse(exc)["detail"].encode()
        return
    assert request_from_json(json.loads(json.dumps(order.payload()))["request"]) == order.request


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        (["a", "b", "a"], ["a", "b", "a"]),
        ('["a", "b"]', ["a", "b"]),
        ('"ab"', ["ab"]),
        ("550e8400-e29b-41d4-a716-446655440000", ["550e8400-e29b-41d4-a716-446655440000"]),
        (["a", 5, None, {"x": 1}], ["a", "5"]),
        ("not json", []),
        ("5", []),
        (5, []),
        ([], []),
        ("", []),
        (None, []),
    ],
)
def test_task_ids_come_in_many_forms(value, ids):
    """In the order they were asked for."""
    assert parse_task_ids({"task_id_list": value}) == ids
    assert parse_task_ids({}) == []


def test_endless_lists_of_ids_are_refused():
    """A thousand is plenty."""
    assert len(parse_task_ids({"task_id_list": ["x"] * 1_000})) == 1_000
    with pytest.raises(InvalidValue, match="task_id_list: 1001: at most 1,000 ids"):
        parse_task_ids({"task_id_list": ["x"] * 1_001})


def test_the_envelope_has_its_keys_in_order():
    """Some clients compare text."""
    assert list(wrap([], 5)) == ["data", "code", "error", "timestamp", "extra"]
    assert wrap([], 5) == {"data": [], "code": 200, "error": None, "timestamp": 5, "extra": None}


def test_an_accepted_task_has_its_id_and_place():
    """Place 1 is the next to be claimed."""
    assert accepted(Ticket(job(JobState.QUEUED), 3)) == {
        "task_id": "my id",
        "status": "queued",
        "queue_position": 3,
    }


def test_health_satisfies_both_kinds_of_clients():
    """Those of ACE-Step look into the envelope, others at the top."""
    body = health("1.2.3", {"model": "studio-1"}, 5)
    assert (body["status"], body["version"], body["code"]) == ("healthy", "1.2.3", 200)
    assert body["data"] == {
        "status": "ok",
        "service": "ACE-Step API",
        "version": "1.0",
        "models_initialized": True,
        "llm_initialized": False,
        "loaded_model": "studio-1",
        "loaded_lm_model": None,
    }
    assert health("1.2.3", None, 5)["data"]["models_initialized"] is False


def test_an_unknown_task_looks_as_if_it_waited():
    """So upstream does, and clients rely on it."""
    assert result_item("x", None, FOLDER) == {"task_id": "x", "result": "[]", "status": 0}


def test_a_waiting_task_shows_what_was_sent():
    """With nothing in its metas yet."""
    item = result_item("my id", job(JobState.QUEUED), FOLDER)
    assert list(item) == ["task_id", "result", "status", "progress_text"]
    assert (item["status"], item["progress_text"]) == (0, "queued")
    assert json.loads(item["result"]) == [
        {
            "file": "",
            "wave": "",
            "status": 0,
            "create_time": 1_795_000_000,
            "env": "development",
            "prompt": "sent prompt",
            "lyrics": "sent lyrics",
            "metas": {},
            "progress": 0.0,
            "stage": "queued",
            "error": None,
        }
    ]


def test_a_running_task_shows_its_progress():
    """Real stage, real fraction."""
    item = result_item("my id", job(JobState.RUNNING, stage="singing", fraction=0.41234567), FOLDER)
    (result,) = json.loads(item["result"])
    assert (item["status"], item["progress_text"]) == (0, "singing (41%)")
    assert (result["status"], result["progress"], result["stage"]) == (0, 0.4123, "singing")
    (fresh,) = json.loads(result_item("my id", job(JobState.RUNNING), FOLDER)["result"])
    assert fresh["stage"] == "running"


def test_a_finished_task_shows_its_songs():
    """All keys in their order; the path is one escaped word that leads to the file."""
    done = job(JobState.SUCCEEDED, result=kept_songs_to_json([SONG, SONG]), fraction=1.0)
    item = result_item("my id", done, FOLDER)
    results = json.loads(item["result"])
    assert (item["status"], len(results)) == (1, 2)
    keys = (
        "file wave status create_time env prompt lyrics metas generation_info seed_value lm_model dit_model"
    )
    assert " ".join(results[0]) == f"{keys} progress stage"
    path = results[0]["file"].removeprefix("/v1/audio?path=")
    assert path == "%2Fdata%2Fsongs%2Fmy%20id%2F2%2Fnight.mp3"
    assert unquote(path) == "/data/songs/my id/2/night.mp3"
    assert results[0]["metas"] == {
        "bpm": 70,
        "duration": 30.0,
        "genres": "blues",
        "keyscale": "A Minor",
        "timesignature": "4",
        "prompt": "sent prompt",
        "lyrics": "sent lyrics",
    }
    assert results[0]["seed_value"] == f"{2**62},{2**62}"
    assert results[0]["prompt"] == "slow blues"
    assert (results[0]["lm_model"], results[0]["dit_model"]) == ("rules", "studio-1")
    assert "(2 songs): 11.00s" in results[0]["generation_info"]
    assert "bpm: 70 (slow)" in results[0]["generation_info"]


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED, JobState.TIMED_OUT])
def test_a_failed_task_says_why(state):
    """Status 2, whatever ended it."""
    item = result_item("my id", job(state, error="the disk is full", fraction=0.5), FOLDER)
    (result,) = json.loads(item["result"])
    assert (item["status"], item["progress_text"]) == (2, "the disk is full")
    assert (result["status"], result["stage"], result["progress"]) == (2, "failed", 0.0)
    assert result["error"] == "the disk is full"


def test_a_full_queue_is_told_in_the_words_of_upstream():
    """Clients match on them."""
    assert refuse(QueueFull("200 jobs")) == {"detail": "Server busy: queue is full"}
