"""All the files of one song: where they lie, how they are written, how they come into place.

It knows nothing of engines and of who asked.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

from songwright.audio.clip import Clip
from songwright.export.lrc import to_lrc
from songwright.export.midi import write_midi
from songwright.export.picture import draw_picture
from songwright.song.plan import SongPlan, plan_to_json
from songwright.song.score import Score
from songwright.song.song import SongFiles
from songwright.song.timeline import Timeline, timeline_to_json

_LONGEST_NAME = 60  # characters; leaves room for endings on every file system


def file_name(title: str) -> str:
    """A title as a file name without ending: "Hold On, Tonight!" is "hold-on-tonight"."""
    plain = unicodedata.normalize("NFC", title).casefold()
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    return "-".join(words)[:_LONGEST_NAME].strip("-") or "song"


def song_files(base: Path, plan: SongPlan, stems: list[str], has_score: bool, has_words: bool) -> SongFiles:
    """Where the files of a song lie: all beside `base`, which is a folder and a name without ending."""
    return SongFiles(
        audio=_beside(base, f".{plan.audio_format}"),
        stems={stem: _beside(base, ".stems") / f"{stem}.wav" for stem in stems},
        midi=_beside(base, ".mid") if has_score else None,
        lrc=_beside(base, ".lrc") if has_words else None,
        plan=_beside(base, ".plan.json"),
        timeline=_beside(base, ".timeline.json"),
        picture=_beside(base, ".png"),
    )


def write_documents(
    files: SongFiles, plan: SongPlan, timeline: Timeline, score: Score | None, clip: Clip
) -> None:
    """Write everything that is neither the song nor a stem."""
    _write_json(files.plan, plan_to_json(plan))
    _write_json(files.timeline, timeline_to_json(timeline))
    if files.lrc is not None:
        files.lrc.write_text(to_lrc(timeline, plan.title), encoding="utf-8")
    if files.midi is not None and score is not None:
        write_midi(files.midi, score, plan.title)
    draw_picture(files.picture, clip, timeline, plan.title, _subtitle(plan))


def move_files(source: SongFiles, target: SongFiles) -> None:
    """Move a complete set of files on one disk into place; the song itself comes last."""
    if target.stems:
        next(iter(target.stems.values())).parent.mkdir(exist_ok=True)
    for stem, path in source.stems.items():
        os.replace(path, target.stems[stem])
    for name in ("midi", "lrc", "plan", "timeline", "picture", "audio"):
        path, place = getattr(source, name), getattr(target, name)
        if path is not None:
            os.replace(path, place)


def _beside(base: Path, ending: str) -> Path:
    return base.with_name(base.name + ending)  # with_suffix would cut a name such as "take.2"


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _subtitle(plan: SongPlan) -> str:
    minutes, seconds = divmod(round(plan.duration_s), 60)
    voice = f"{plan.voice} voice" if plan.voice else "instrumental"
    parts = (
        plan.genre,
        f"{plan.bpm} bpm",
        plan.key.name,
        plan.meter.signature,
        f"{minutes}:{seconds:02}",
        voice,
    )
    return " · ".join(parts)
