"""Where the files of a song lie: their names and endings. It knows nothing of what is in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

DOCUMENTS = {
    "midi": ".mid",
    "lrc": ".lrc",
    "plan": ".plan.json",
    "timeline": ".timeline.json",
    "picture": ".png",
}
STEMS = ".stems"
_LONGEST_NAME = 60  # characters; leaves room for endings on every file system


@dataclass(frozen=True, slots=True)
class SongFiles:
    """The files of one song.

    Attributes:
        audio: the finished song in the asked format.
        stems: one wav file per stem, by stem name; empty if the engine has none.
        midi: the score, or None if the engine has none.
        lrc: timed lyrics, or None for an instrumental.
        plan: the plan as JSON.
        timeline: sections, bars, beats, chords and words in seconds, as JSON.
        picture: waveform, sections, chords and lyrics as PNG.
    """

    audio: Path
    stems: dict[str, Path]
    midi: Path | None
    lrc: Path | None
    plan: Path
    timeline: Path
    picture: Path

    @property
    def base(self) -> Path:
        """Folder and name without ending, which all files share."""
        return self.plan.with_name(self.plan.name.removesuffix(DOCUMENTS["plan"]))

    @property
    def documents(self) -> dict[str, Path]:
        """Everything there is but the song and its stems, by the keys of `DOCUMENTS`."""
        places = {name: getattr(self, name) for name in DOCUMENTS}
        return {name: path for name, path in places.items() if path is not None}


def song_files(
    base: Path, audio_format: str, stems: Iterable[str] = (), has_score: bool = True, has_words: bool = True
) -> SongFiles:
    """Where the files of a song lie: all beside `base`, which is a folder and a name without ending."""
    return SongFiles(
        audio=beside(base, f".{audio_format}"),
        stems={stem: beside(base, STEMS) / f"{stem}.wav" for stem in stems},
        midi=beside(base, DOCUMENTS["midi"]) if has_score else None,
        lrc=beside(base, DOCUMENTS["lrc"]) if has_words else None,
        plan=beside(base, DOCUMENTS["plan"]),
        timeline=beside(base, DOCUMENTS["timeline"]),
        picture=beside(base, DOCUMENTS["picture"]),
    )


def file_name(title: str) -> str:
    """A title as a file name without ending: "Hold On, Tonight!" is "hold-on-tonight"."""
    plain = unicodedata.normalize("NFC", title).casefold()
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    return "-".join(words)[:_LONGEST_NAME].strip("-") or "song"


def numbered(base: Path, several: bool) -> Iterator[Path]:
    """Bases without end: `song`, `song-2`, `song-3` ...; for several takes `song-1`, `song-2` ..."""
    for number in count(1):
        yield base if number == 1 and not several else base.with_name(f"{base.name}-{number}")


def beside(base: Path, ending: str) -> Path:
    """The file of that ending; a name such as "take.2" keeps its dot."""
    return base.with_name(base.name + ending)
