"""All the files of one song: how they are written and how they come into place.

It knows nothing of engines and of who asked.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from songwright.audio.clip import Clip
from songwright.export.lrc import to_lrc
from songwright.export.midi import write_midi
from songwright.export.picture import draw_picture
from songwright.song.files import DOCUMENTS, STEMS, SongFiles, beside
from songwright.song.plan import SongPlan, plan_to_json
from songwright.song.score import Score
from songwright.song.timeline import Timeline, timeline_to_json


def write_documents(
    files: SongFiles, plan: SongPlan, timeline: Timeline, score: Score | None, clip: Clip
) -> None:
    """Write everything that is neither the song nor a stem."""
    _write_json(files.plan, plan_to_json(plan))
    _write_json(files.timeline, timeline_to_json(timeline))
    if files.lrc is not None:
        files.lrc.write_text(to_lrc(timeline, plan.title), encoding="utf-8")
    if files.midi is not None and score is not None:
        write_midi(files.midi, score, plan.title, timeline)
    draw_picture(files.picture, clip, timeline, plan.title, _subtitle(plan))


def move_files(source: SongFiles, target: SongFiles) -> None:
    """Move a complete set of files on one disk into place; the song itself comes last.

    An earlier song of ours by that name gives way, with the words and stems that the new one does not have.
    """
    renewed = target.plan.exists()
    if target.stems:
        beside(target.base, STEMS).mkdir(exist_ok=True)
    for stem, path in source.stems.items():
        os.replace(path, target.stems[stem])
    for name, path in source.documents.items():
        os.replace(path, target.documents[name])
    if renewed:
        _remove_leftovers(target)
    os.replace(source.audio, target.audio)


def _remove_leftovers(files: SongFiles) -> None:
    for name in DOCUMENTS.keys() - files.documents.keys():
        beside(files.base, DOCUMENTS[name]).unlink(missing_ok=True)
    stems = beside(files.base, STEMS)
    if stems.is_dir():
        for path in set(stems.glob("*.wav")) - set(files.stems.values()):
            path.unlink()
        if not any(stems.iterdir()):
            stems.rmdir()


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
