"""The options that say what a song is to be, which `make` and `plan` share, and those that say how to render.

It knows nothing of planning and rendering.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from songwright.cli import options
from songwright.song.key import parse_key
from songwright.song.meter import parse_meter
from songwright.song.request import AudioFormat, SongRequest

AUTO = "auto"  # as lyrics: write them
_Text = str | None

Prompt = Annotated[
    str,
    typer.Argument(
        metavar="PROMPT", help="Style in free words: genre, mood, tempo, instruments, voice, era."
    ),
]
Lyrics = Annotated[
    _Text,
    typer.Option(
        metavar="TEXT|@FILE|auto",
        help="What to sing, with tags such as [Verse]. Default: auto, written from the prompt.",
    ),
]
Duration = Annotated[
    _Text,
    typer.Option(metavar="S", help="5 to 600 seconds: 90, 90s or 1:30. Default: what the lyrics need."),
]
Bpm = Annotated[_Text, typer.Option(metavar="N", help="30 to 300 quarter notes per minute.")]
KeyName = Annotated[_Text, typer.Option(metavar="KEY", help="'D Minor', 'Am', 'F# minor', 'Bb major' ...")]
TimeSignature = Annotated[_Text, typer.Option(metavar="N", help="2, 3, 4 or 6; also 2/4, 3/4, 4/4, 6/8.")]
Language = Annotated[
    _Text, typer.Option(metavar="CODE", help="Language of the lyrics: en, es, de ... (ISO 639).")
]
Seed = Annotated[_Text, typer.Option(metavar="N", help="The same request and seed give the same song.")]
Instrumental = Annotated[bool, typer.Option("--instrumental", help="Nothing is sung.")]
Loop = Annotated[bool, typer.Option("--loop", help="The end leads back into the start, exactly.")]
Takes = Annotated[str, typer.Option(metavar="N", help="How many different songs, up to 8.")]
Format = Annotated[_Text, typer.Option("--format", metavar="NAME", help="mp3 (default), wav, flac or opus.")]
Soundfont = Annotated[
    _Text, typer.Option(metavar="FILE", help="A General MIDI SoundFont (.sf2) for acoustic instruments.")
]
Workers = Annotated[_Text, typer.Option(metavar="N", help="Processes that render side by side.")]
Output = Annotated[
    _Text,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write. Default: named by the title."),
]
Stream = Annotated[
    _Text,
    typer.Option(
        metavar="FILE|-", help="Also write a preview as wav while the song is made; - is standard output."
    ),
]
NoStems = Annotated[bool, typer.Option("--no-stems", help="Do not keep the stems.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON and nothing else.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that say what a song is to be, as texts; None where one was not given."""

    prompt: str
    lyrics: str | None
    duration: str | None
    bpm: str | None
    key: str | None
    time_signature: str | None
    language: str | None
    seed: str | None
    instrumental: bool
    loop: bool
    takes: str

    def request(self, audio_format: AudioFormat) -> SongRequest:
        """The request that they make. Without lyrics they are written from the prompt.

        Raises:
            InvalidValue: an option holds what it may not.
        """
        auto = self.lyrics is None or self.lyrics.strip().lower() == AUTO
        return SongRequest(
            caption=self.prompt,
            lyrics=None if auto or self.lyrics is None else options.parse_lyrics(self.lyrics),
            auto_lyrics=auto and not self.instrumental,
            instrumental=self.instrumental,
            duration_s=None if self.duration is None else options.parse_duration(self.duration),
            bpm=None if self.bpm is None else options.parse_bpm(self.bpm),
            key=None if self.key is None else parse_key(self.key),
            meter=None if self.time_signature is None else parse_meter(self.time_signature),
            vocal_language=None if self.language is None else self.language.strip().lower(),
            seed=None if self.seed is None else options.parse_seed(self.seed),
            takes=options.parse_takes(self.takes),
            loop=self.loop,
            audio_format=audio_format,
        )


def changed_settings(workers: str | None, soundfont: str | None, no_stems: bool = False) -> dict[str, Any]:
    """The settings that options change, by name.

    Raises:
        InvalidValue: an option holds what it may not.
    """
    changed: dict[str, Any] = {"keep_stems": not no_stems}
    if workers is not None:
        changed["workers"] = options.parse_workers(workers)
    if soundfont is not None:
        changed["soundfont"] = options.parse_soundfont(soundfont)
    return changed
