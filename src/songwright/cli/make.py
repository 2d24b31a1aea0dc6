"""`songwright make`: a prompt and lyrics become song files. It knows nothing of engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from songwright.cli import options
from songwright.cli.interrupt import stoppable
from songwright.cli.report import print_json, print_report
from songwright.cli.stream import streaming
from songwright.cli.target import Target, parse_target
from songwright.cli.watch import watch
from songwright.song.key import parse_key
from songwright.song.meter import parse_meter
from songwright.song.request import SongRequest

if TYPE_CHECKING:
    from songwright.engine.base import Listen
    from songwright.progress import Progress
    from songwright.song.song import Song

_Text = str | None


def make(
    prompt: Annotated[
        str,
        typer.Argument(
            metavar="PROMPT", help="Style in free words: genre, mood, tempo, instruments, voice, era."
        ),
    ],
    lyrics: Annotated[
        _Text,
        typer.Option(
            metavar="TEXT|@FILE", help="What to sing, with tags such as [Verse]. None: instrumental."
        ),
    ] = None,
    duration: Annotated[
        _Text,
        typer.Option(metavar="S", help="5 to 600 seconds: 90, 90s or 1:30. Default: what the lyrics need."),
    ] = None,
    bpm: Annotated[_Text, typer.Option(metavar="N", help="30 to 300 quarter notes per minute.")] = None,
    key: Annotated[
        _Text, typer.Option(metavar="KEY", help="'D Minor', 'Am', 'F# minor', 'Bb major' ...")
    ] = None,
    time_signature: Annotated[
        _Text, typer.Option(metavar="N", help="2, 3, 4 or 6; also 2/4, 3/4, 4/4, 6/8.")
    ] = None,
    language: Annotated[
        _Text, typer.Option(metavar="CODE", help="Language of the lyrics: en, es, de ... (ISO 639).")
    ] = None,
    seed: Annotated[
        _Text, typer.Option(metavar="N", help="The same request and seed give the same song.")
    ] = None,
    instrumental: Annotated[bool, typer.Option("--instrumental", help="Nothing is sung.")] = False,
    loop: Annotated[bool, typer.Option("--loop", help="The end leads back into the start, exactly.")] = False,
    takes: Annotated[str, typer.Option(metavar="N", help="How many different songs, up to 8.")] = "1",
    audio_format: Annotated[
        _Text, typer.Option("--format", metavar="NAME", help="mp3 (default), wav, flac or opus.")
    ] = None,
    soundfont: Annotated[
        _Text, typer.Option(metavar="FILE", help="A General MIDI SoundFont (.sf2) for acoustic instruments.")
    ] = None,
    workers: Annotated[_Text, typer.Option(metavar="N", help="Processes that render side by side.")] = None,
    output: Annotated[
        _Text,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write. Default: named by the title."),
    ] = None,
    stream: Annotated[
        _Text,
        typer.Option(
            metavar="FILE|-", help="Also write a preview as wav while the song is made; - is standard output."
        ),
    ] = None,
    no_stems: Annotated[bool, typer.Option("--no-stems", help="Do not keep the stems.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the result as JSON and nothing else.")
    ] = False,
) -> None:
    """Make a song out of a prompt and lyrics."""
    target = parse_target(output, audio_format)
    request = SongRequest(
        caption=prompt,
        lyrics=None if lyrics is None else options.parse_lyrics(lyrics),
        instrumental=instrumental,
        duration_s=None if duration is None else options.parse_duration(duration),
        bpm=None if bpm is None else options.parse_bpm(bpm),
        key=None if key is None else parse_key(key),
        meter=None if time_signature is None else parse_meter(time_signature),
        vocal_language=None if language is None else language.strip().lower(),
        seed=None if seed is None else options.parse_seed(seed),
        takes=options.parse_takes(takes),
        audio_format=target.audio_format,
        loop=loop,
    )
    changed: dict[str, Any] = {"keep_stems": not no_stems}
    if workers is not None:
        changed["workers"] = options.parse_workers(workers)
    if soundfont is not None:
        changed["soundfont"] = options.parse_soundfont(soundfont)
    target.check()
    with streaming(stream) as listen:
        with stoppable() as asked, watch(as_json, asked) as progress:
            songs = _make(request, target, changed, progress, listen)
        (print_json if as_json else print_report)(songs)


def _make(
    request: SongRequest, target: Target, changed: dict[str, Any], progress: Progress, listen: Listen | None
) -> list[Song]:
    # numpy, scipy and the pronunciation take a second to import, which --help should not pay
    from songwright.cli.environment import read_settings
    from songwright.wiring import build_pipeline

    pipeline = build_pipeline(read_settings(**changed))
    try:
        plans = pipeline.plan(request)
        return pipeline.render_takes(plans, target.bases(plans[0].title, len(plans)), progress, listen)
    finally:
        pipeline.close()
