"""`songwright plan` writes a plan as JSON that a person can edit, and `songwright render` renders it.

It knows nothing of how plans are made and rendered.
"""

from __future__ import annotations

import dataclasses
import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from songwright.audio.atomic import atomic_write
from songwright.cli import asking
from songwright.cli.options import path_trouble, shown_path
from songwright.cli.perform import Manner, open_pipeline, perform
from songwright.cli.target import parse_target
from songwright.errors import InvalidValue
from songwright.song.files import DOCUMENTS, beside, file_name, numbered
from songwright.song.plan import plan_from_json, plan_to_json
from songwright.song.request import AudioFormat, parse_audio_format

if TYPE_CHECKING:
    from songwright.song.plan import SongPlan

LARGEST_PLAN = 5_000_000  # bytes; ten minutes of fast singing stay far below it
_ENDING = DOCUMENTS["plan"]
_Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE.json", help="Where to write. Default: named by the title."),
]


def plan(
    prompt: asking.Prompt,
    lyrics: asking.Lyrics = None,
    duration: asking.Duration = None,
    bpm: asking.Bpm = None,
    key: asking.KeyName = None,
    time_signature: asking.TimeSignature = None,
    language: asking.Language = None,
    seed: asking.Seed = None,
    instrumental: asking.Instrumental = False,
    loop: asking.Loop = False,
    takes: asking.Takes = "1",
    audio_format: asking.Format = None,
    output: _Output = None,
    as_json: asking.AsJson = False,
) -> None:
    """Write the plan of a song as JSON, to be edited and rendered."""
    asked = asking.Asked(
        prompt, lyrics, duration, bpm, key, time_signature, language, seed, instrumental, loop, takes
    )
    request = asked.request(AudioFormat.MP3 if audio_format is None else parse_audio_format(audio_format))
    place = _check_place(output)
    pipeline = open_pipeline({})
    try:
        plans = pipeline.plan(request)
    finally:
        pipeline.close()
    files = _files(place, plans[0].title, len(plans))
    for each, file in zip(plans, files, strict=True):
        _write(file, plan_to_json(each))
    _tell(plans, files, as_json)


def render(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN.json", help="A plan that songwright wrote, edited or not.")
    ],
    audio_format: asking.Format = None,
    soundfont: asking.Soundfont = None,
    workers: asking.Workers = None,
    output: asking.Output = None,
    stream: asking.Stream = None,
    no_stems: asking.NoStems = False,
    as_json: asking.AsJson = False,
) -> None:
    """Render a plan to a song, exactly as it stands."""
    read = read_plan(plan)
    target = parse_target(output, audio_format or _usual_format(output, read))
    changed = dataclasses.replace(read, audio_format=target.audio_format)
    manner = Manner(asking.changed_settings(workers, soundfont, no_stems), stream, as_json)
    perform(lambda pipeline: [pipeline.checked(changed)], target, manner)


def _usual_format(output: str | None, plan: SongPlan) -> str | None:
    """The plan's format, unless the name of the song has an ending that says another."""
    names_file = output is not None and not Path(output).expanduser().is_dir()
    return None if names_file and output is not None and Path(output).suffix else plan.audio_format


def read_plan(path: str) -> SongPlan:
    """The plan in a file.

    Raises:
        InvalidValue: the file cannot be read or is no plan; the message says where in it.
    """
    try:
        with Path(path).expanduser().open("rb") as file:
            data = file.read(LARGEST_PLAN + 1)
    except (OSError, RuntimeError, ValueError) as exc:
        raise InvalidValue("plan", path, f"a plan file that can be read ({path_trouble(exc)})") from exc
    if len(data) > LARGEST_PLAN:
        raise InvalidValue("plan", path, f"a plan file of at most {LARGEST_PLAN // 1_000_000} MB")
    try:
        wire = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as exc:
        where = f"line {exc.lineno}, column {exc.colno}"
        raise InvalidValue("plan", path, f"JSON; {where}: {exc.msg}") from exc
    except (UnicodeDecodeError, RecursionError, ValueError) as exc:
        raise InvalidValue("plan", path, "JSON in UTF-8") from exc
    return plan_from_json(wire)


def _check_place(output: str | None) -> Path:
    """The file or the existing folder to write to, absolute."""
    try:
        path = Path.cwd() if output is None else Path(output).expanduser().absolute()
        if path.is_dir():
            return path
        folder_exists = path.parent.is_dir()
    except (OSError, RuntimeError, ValueError) as exc:
        raise InvalidValue("output", output or ".", f"a file ({path_trouble(exc)})") from exc
    if path.suffix.lower() != ".json" or not folder_exists:
        raise InvalidValue(
            "output", output, "a file ending in .json in a folder that exists, or such a folder"
        )
    if path.exists() and not _is_plan(path):
        raise InvalidValue("output", output, "a new name; that file exists and holds no plan")
    return path


def _is_plan(path: Path) -> bool:
    try:
        wire = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(wire, dict) and {"version", "sections"} <= wire.keys()


def _files(place: Path, title: str, takes: int) -> list[Path]:
    """A file for each take; a name that was not asked for is a free one."""
    if place.is_dir():
        named = (beside(base, _ENDING) for base in numbered(place / file_name(title), takes > 1))
        return list(islice((file for file in named if not file.exists()), takes))
    ending = _ENDING if place.name.endswith(_ENDING) else place.suffix
    base = place.with_name(place.name.removesuffix(ending))
    return [beside(each, ending) for each in islice(numbered(base, takes > 1), takes)]


def _write(file: Path, wire: dict[str, Any]) -> None:
    with atomic_write(file) as temporary:
        temporary.write_text(json.dumps(wire, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _tell(plans: list[SongPlan], files: list[Path], as_json: bool) -> None:
    if as_json:
        items = [
            {"file": str(file), "plan": plan_to_json(each)} for each, file in zip(plans, files, strict=True)
        ]
        print(json.dumps({"plans": items}, ensure_ascii=False, indent=2))
        return
    for each, file in zip(plans, files, strict=True):
        voice = f"{each.voice} voice" if each.voice else "instrumental"
        print(f"{shown_path(file)}: {each.title}, {each.genre}, {each.bpm} bpm, {each.key.name}, {voice}")
    print(f"edit it, then: songwright render {shown_path(files[0])}")
