"""What is kept on a job's row about each finished song, as JSON that old and new versions can read."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from songwright.song.song import Song

Json = Any  # whatever the json module reads and writes


@dataclass(frozen=True, slots=True)
class KeptSong:
    """One finished take. Plain values on purpose: the plan itself lies in a file and may change its form.

    Attributes:
        title: a short name.
        caption: the words on style that were followed.
        lyrics: what is sung.
        genre: which style the composer followed.
        bpm: quarter notes per minute.
        key: as the ACE-Step API writes it, "D Minor".
        time_signature: the upper number alone, "4".
        vocal_language: ISO 639-1.
        duration_s: seconds.
        seed: source of all randomness.
        planner: what decided.
        engine: what performed.
        model: the engine's version.
        audio: the finished song, relative to the folder of its attempt, as all files below.
        files: the other files by what they are: "midi", "lrc", "plan", "timeline", "picture".
        stems: wav files by name.
        loudness_lufs: integrated loudness.
        true_peak_dbtp: true peak.
        seconds_taken: wall time to make it.
        decisions: (field, value, reason) of all that was decided for the user.
    """

    title: str
    caption: str
    lyrics: str
    genre: str
    bpm: int
    key: str
    time_signature: str
    vocal_language: str
    duration_s: float
    seed: int
    planner: str
    engine: str
    model: str
    audio: str
    files: dict[str, str]
    stems: dict[str, str]
    loudness_lufs: float
    true_peak_dbtp: float
    seconds_taken: float
    decisions: tuple[tuple[str, str, str], ...]


def keep_song(song: Song, folder: Path, planner: str) -> KeptSong:
    """What to keep of a song whose files lie in or below `folder`."""
    plan, files = song.plan, song.files

    def relative(path: Path) -> str:
        return str(path.relative_to(folder))

    return KeptSong(
        title=plan.title,
        caption=plan.caption,
        lyrics=plan.lyrics,
        genre=str(plan.genre),
        bpm=plan.bpm,
        key=plan.key.name,
        time_signature=plan.meter.value,
        vocal_language=plan.vocal_language,
        duration_s=float(plan.duration_s),
        seed=plan.seed,
        planner=planner,
        engine=plan.engine,
        model=plan.model,
        audio=relative(files.audio),
        files={name: relative(path) for name, path in files.documents.items()},
        stems={name: relative(path) for name, path in files.stems.items()},
        loudness_lufs=float(song.loudness_lufs),
        true_peak_dbtp=float(song.true_peak_dbtp),
        seconds_taken=float(song.seconds_taken),
        decisions=tuple((one.field, one.value, one.reason) for one in plan.decisions),
    )


def kept_songs_to_json(songs: list[KeptSong]) -> Json:
    """Songs as the result of a job."""
    return {"songs": [dataclasses.asdict(song) for song in songs]}


def kept_songs_from_json(result: Json) -> list[KeptSong]:
    """Read what `kept_songs_to_json` wrote."""
    return [_kept(song) for song in result["songs"]]


def _kept(wire: dict[str, Json]) -> KeptSong:
    known = {field.name for field in dataclasses.fields(KeptSong)}
    fields = {name: value for name, value in wire.items() if name in known}
    return KeptSong(**{**fields, "decisions": tuple(tuple(one) for one in wire["decisions"])})
