"""The native dialect: the HTTP API of ACE-Step 1.5, as its clients know it. Pure functions, no HTTP.

Where upstream is at odds with itself or silently corrects, docs/dialects.md says what we do instead.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from songwright.dialects.bodies import read_json
from songwright.dialects.fields import Fields, Found, flag, integer, nested, number, text, word
from songwright.errors import Error, InvalidValue, QueueFull, UnsupportedTask
from songwright.jobs.queue import Job, Ticket
from songwright.jobs.states import JobState
from songwright.song.key import parse_key
from songwright.song.meter import parse_meter
from songwright.song.request import AudioFormat, SongRequest, parse_audio_format, request_to_json
from songwright.store.songs import KeptSong, kept_songs_from_json

Json = Any  # whatever the json module writes

DOOR = "native"
SERVICE, API_VERSION = "ACE-Step API", "1.0"  # what clients look for in /health
DEFAULT_TAKES = 2
MOST_IDS = 1_000

_ALIASES: dict[str, tuple[str, ...]] = {
    "prompt": ("prompt", "caption"),
    "lyrics": ("lyrics",),
    "instrumental": ("instrumental",),
    "sample_query": ("sample_query", "sampleQuery", "description", "desc"),
    "sample_mode": ("sample_mode", "sampleMode"),
    "audio_duration": ("audio_duration", "duration", "audioDuration", "target_duration", "targetDuration"),
    "bpm": ("bpm",),
    "key_scale": ("key_scale", "keyscale", "keyScale", "key"),
    "time_signature": ("time_signature", "timesignature", "timeSignature"),
    "vocal_language": ("vocal_language", "vocalLanguage", "language"),
    "use_random_seed": ("use_random_seed", "useRandomSeed"),
    "seed": ("seed",),
    "batch_size": ("batch_size",),
    "audio_format": ("audio_format",),
    "task_type": ("task_type", "taskType"),
}
_METAS = ("metas", "meta", "metadata", "user_metadata", "userMetadata")
_INSTRUMENTAL = frozenset({"[inst]", "[instrumental]"})
_REQUEST_FIELDS = {  # what a SongRequest calls the fields whose names differ
    "duration": "audio_duration",
    "key": "key_scale",
    "language": "vocal_language",
    "takes": "batch_size",
    "format": "audio_format",
}
_TASKS = frozenset({"text2music"})
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_STATUS = {JobState.QUEUED: 0, JobState.RUNNING: 0, JobState.SUCCEEDED: 1}  # all else is 2, failed


@dataclass(frozen=True, slots=True)
class Order:
    """What a client ordered.

    Attributes:
        request: what to make.
        prompt: the prompt as it was sent; results repeat it.
        lyrics: the lyrics as they were sent.
    """

    request: SongRequest
    prompt: str
    lyrics: str

    def payload(self) -> Json:
        """The order as the payload of a job."""
        return {"request": request_to_json(self.request), "prompt": self.prompt, "lyrics": self.lyrics}


def parse_order(body: Mapping[str, Any]) -> Order:
    """Read the fields of POST /release_task. Unknown fields, and those without effect here, are passed over.

    Raises:
        InvalidValue: a field holds what it may not; the message begins with the name the client used.
        UnsupportedTask: another task than text2music.
    """
    metas = next((body[name] for name in _METAS if body.get(name)), None)
    fields = Fields([body, nested(body.get("param_obj")), nested(metas)], _ALIASES)
    _check_task(fields.find("task_type"))
    prompt, lyrics = text(fields.find("prompt")), text(fields.find("lyrics"))
    key, meter = word(fields.find("key_scale")), word(fields.find("time_signature"))
    language = word(fields.find("vocal_language"))
    takes, seeds = integer(fields.find("batch_size")), _seeds(fields)
    try:
        request = SongRequest(
            caption=prompt,
            lyrics=None if lyrics.strip().casefold() in _INSTRUMENTAL else lyrics or None,
            instrumental=_is_yes(fields.find("instrumental")),
            duration_s=number(fields.find("audio_duration"), unset=(0, -1)),
            bpm=integer(fields.find("bpm"), unset=(0, -1)),
            key=None if key is None else parse_key(key),
            meter=None if meter is None else parse_meter(meter.removesuffix(".0")),
            vocal_language=None if language in (None, "unknown") else language,
            seed=seeds[0] if len(seeds) == 1 else None,
            seeds=seeds if len(seeds) > 1 else (),
            takes=DEFAULT_TAKES if takes is None else takes,
            audio_format=_audio_format(fields.find("audio_format")),
        )
    except InvalidValue as exc:
        raise _renamed(exc, fields) from None
    query, sample_mode = fields.find("sample_query"), _is_yes(fields.find("sample_mode"))
    if (query is not None or sample_mode) and lyrics.strip().casefold() not in _INSTRUMENTAL:
        request = dataclasses.replace(request, auto_lyrics=True)
    return Order(_sampled(request, query), prompt, lyrics)


def parse_task_ids(body: Mapping[str, Any]) -> list[str]:
    """Read the ids of POST /query_result: a list, JSON text of a list, or one id. Anything else holds none.

    Raises:
        InvalidValue: more ids than one query may have.
    """
    value = body.get("task_id_list")
    if isinstance(value, str):
        if _UUID.fullmatch(value.strip()):
            return [value.strip()]
        try:
            value = read_json(value)
        except ValueError:
            return []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return []
    if len(value) > MOST_IDS:
        raise InvalidValue("task_id_list", len(value), f"at most {MOST_IDS:,} ids in one query")
    return [str(one) for one in value if isinstance(one, str | int)]


def wrap(data: Json, now_ms: int) -> dict[str, Json]:
    """The envelope of every successful answer; `now_ms` is milliseconds since 1970."""
    return {"data": data, "code": 200, "error": None, "timestamp": now_ms, "extra": None}


def accepted(ticket: Ticket) -> Json:
    """What POST /release_task answers."""
    return {"task_id": ticket.job.id, "status": "queued", "queue_position": ticket.position}


def health(version: str, about: Json, now_ms: int) -> Json:
    """What GET /health answers: the envelope of ACE-Step, and around it the two keys that others look for.

    Args:
        version: of Songwright.
        about: what the executor says of itself, its `model`; None while it is being built.
        now_ms: milliseconds since 1970.
    """
    data = {
        "status": "ok",
        "service": SERVICE,
        "version": API_VERSION,
        "models_initialized": about is not None,
        "llm_initialized": False,
        "loaded_model": about["model"] if about is not None else None,
        "loaded_lm_model": None,
    }
    return {"status": "healthy", "version": version, **wrap(data, now_ms)}


def result_item(task_id: str, job: Job | None, folder: PurePath) -> Json:
    """One entry of what POST /query_result answers.

    Args:
        task_id: the id as it was asked for.
        job: the job, or None if there is none: clients then read "still queued".
        folder: where the files of the job's attempt lie, absolute.
    """
    if job is None:
        return {"task_id": task_id, "result": "[]", "status": 0}
    status = _STATUS.get(job.state, 2)
    items = _song_items(job, folder) if status == 1 else [_unfinished_item(job, status)]
    return {
        "task_id": task_id,
        "result": json.dumps(items, ensure_ascii=False),
        "status": status,
        "progress_text": _progress_text(job),
    }


def refuse(error: Error) -> Json:
    """How a request is refused."""
    return {"detail": "Server busy: queue is full" if isinstance(error, QueueFull) else str(error)}


def _check_task(found: Found | None) -> None:
    task = word(found)
    if found is not None and task is not None and task not in _TASKS:
        raise UnsupportedTask(f"{found.name}: {task[:60]!r}: the studio engine makes text2music only")


def _sampled(request: SongRequest, found: Found | None) -> SongRequest:
    """A sample query describes the whole song: it takes the place of the prompt."""
    if found is None:
        return request
    try:
        return dataclasses.replace(request, caption=text(found))
    except InvalidValue as exc:
        raise InvalidValue(found.name, exc.value, exc.allowed) from None


def _is_yes(found: Found | None) -> bool:
    """Fields that upstream does not know, or reads loosely: only a clear yes counts."""
    try:
        return flag(found) is True
    except InvalidValue:
        return False


def _audio_format(found: Found | None) -> AudioFormat:
    name = word(found)
    return AudioFormat.MP3 if name is None else parse_audio_format(name)


def _seeds(fields: Fields) -> tuple[int | None, ...]:
    """The seeds as far as they are said: 42, "42", "42,43" or [42, 43]; below 0 is chance."""
    found = fields.find("seed")
    if found is None or flag(fields.find("use_random_seed")):
        return ()
    values = found.value.split(",") if isinstance(found.value, str) else found.value
    seeds = [
        integer(Found(found.name, value)) for value in (values if isinstance(values, list) else [values])
    ]
    return tuple(None if seed is None or seed < 0 else seed for seed in seeds)


def _renamed(error: InvalidValue, fields: Fields) -> InvalidValue:
    """The same error under the name that the client used."""
    field = _REQUEST_FIELDS.get(error.field, error.field)
    found = fields.find(field) if field in _ALIASES else None
    return type(error)(field if found is None else found.name, error.value, error.allowed)


def _item(job: Job, status: int) -> dict[str, Json]:
    return {"file": "", "wave": "", "status": status, "create_time": int(job.created), "env": "development"}


def _unfinished_item(job: Job, status: int) -> Json:
    if job.state is JobState.QUEUED:
        told = {"prompt": job.payload["prompt"], "lyrics": job.payload["lyrics"], "metas": {}}
        return {**_item(job, status), **told, "progress": 0.0, "stage": "queued", "error": None}
    if job.state is JobState.RUNNING:
        stage = job.stage or "running"
        return {**_item(job, status), "progress": round(job.fraction, 4), "stage": stage}
    return {**_item(job, status), "progress": 0.0, "stage": "failed", "error": job.error or "unknown"}


def _progress_text(job: Job) -> str:
    if job.state is JobState.RUNNING:
        return f"{job.stage or 'starting'} ({job.fraction:.0%})"
    return job.error or job.state.value


def _song_items(job: Job, folder: PurePath) -> list[Json]:
    songs = kept_songs_from_json(job.result)
    seeds = ",".join(str(song.seed) for song in songs)
    return [
        {
            **_item(job, 1),
            "file": "/v1/audio?path=" + quote(str(folder / song.audio), safe=""),
            "prompt": song.caption,
            "lyrics": song.lyrics,
            "metas": _metas(song, job.payload),
            "generation_info": _generation_info(song, songs),
            "seed_value": seeds,
            "lm_model": song.planner,
            "dit_model": song.model,
            "progress": 1.0,
            "stage": "succeeded",
        }
        for song in songs
    ]


def _metas(song: KeptSong, payload: Json) -> Json:
    return {
        "bpm": song.bpm,
        "duration": song.duration_s,
        "genres": song.genre,
        "keyscale": song.key,
        "timesignature": song.time_signature,
        "prompt": payload["prompt"],
        "lyrics": payload["lyrics"],
    }


def _generation_info(song: KeptSong, songs: list[KeptSong]) -> str:
    taken = sum(one.seconds_taken for one in songs)
    count = f"{len(songs)} song" + ("s" if len(songs) > 1 else "")
    lines = [
        f"**Total generation time ({count}): {taken:.2f}s**",
        f"- {taken / len(songs):.2f}s per song",
        f"- Loudness {song.loudness_lufs:.1f} LUFS, true peak {song.true_peak_dbtp:.1f} dBTP",
        *(f"- {field}: {value} ({reason})" for field, value, reason in song.decisions),
    ]
    return "\n".join(lines)
