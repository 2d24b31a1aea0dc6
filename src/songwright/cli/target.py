"""Where songs are written: names, formats, and what may be overwritten. It knows nothing of rendering."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from songwright.audio.atomic import disk_errors
from songwright.errors import InvalidValue
from songwright.song.request import AudioFormat, parse_audio_format
from songwright.song.song import Song

PLAN_ENDING, LONGEST_ENDING = ".plan.json", ".timeline.json"
_BESIDE = (".mid", ".lrc", PLAN_ENDING, LONGEST_ENDING, ".png", ".stems")  # what lies beside a song
_ENDINGS = (*(f".{audio_format}" for audio_format in AudioFormat), *_BESIDE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where songs go.

    Attributes:
        folder: an existing folder.
        name: file name without ending, or None to take the title.
        audio_format: of the songs.
    """

    folder: Path
    name: str | None
    audio_format: AudioFormat

    def bases(self, name: str, takes: int) -> list[Path]:
        """Folder and name without ending for each take.

        A name that was not asked for is made free by a number; a name that was asked for is overwritten.

        Args:
            name: the title as a file name, used if no name was asked for.
            takes: how many songs; several are numbered from 1.
        Raises:
            InvalidValue: files that Songwright did not make would be overwritten.
        """
        if self.name is None:
            names = (base for base in _numbered(self.folder / name, takes > 1) if _is_free(base))
            return list(islice(names, takes))
        bases = list(islice(_numbered(self.folder / self.name, takes > 1), takes))
        for base in bases:
            self._check_neighbours(base)
        return bases

    def check(self) -> None:
        """Make sure that files can be written.

        Raises:
            InvalidValue: the folder or the name does not allow it.
            DiskFull: there is no room for a single byte.
        """
        try:
            with (
                disk_errors(self.folder),
                tempfile.TemporaryFile(dir=self.folder, prefix=".songwright-") as probe,
            ):
                probe.write(b"\0")
                probe.flush()
            if self.name is not None:
                _beside(self.folder / f"{self.name}-1", LONGEST_ENDING).exists()  # raises if it is too long
        except OSError as exc:
            shown = str(self.folder / (self.name or ""))
            raise InvalidValue("output", shown, f"a place that can be written ({exc.strerror})") from exc

    def _check_neighbours(self, base: Path) -> None:
        audio = _beside(base, f".{self.audio_format}")
        if audio.is_dir():
            raise InvalidValue("output", str(audio), "the name of a file; this is a folder")
        if _beside(base, PLAN_ENDING).exists():
            return  # a song of ours, which may be made anew
        for ending in _BESIDE:
            neighbour = _beside(base, ending)
            if neighbour.exists():
                allowed = f"a name whose side files are free; {neighbour.name} exists and is not Songwright's"
                raise InvalidValue("output", str(audio), allowed)


def parse_target(output: str | None, audio_format: str | None) -> Target:
    """Where to write, from the texts of `-o` and `--format`.

    `-o` names a file or an existing folder; its ending decides the format unless `--format` does.

    Raises:
        InvalidValue: the two contradict each other, the ending is no format, or the folder does not exist.
    """
    asked = None if audio_format is None else parse_audio_format(audio_format)
    if output is None:
        return Target(Path.cwd(), None, asked or AudioFormat.MP3)
    path = Path(output).expanduser().absolute()
    if path.is_dir():
        return Target(path, None, asked or AudioFormat.MP3)
    if not path.name or output.endswith("/"):
        raise InvalidValue("output", output, "a file name such as song.mp3, or a folder that exists")
    if not path.parent.is_dir():
        raise InvalidValue("output", output, f"a file in a folder that exists; {path.parent} does not")
    found = _format_of(path, output)
    if found is not None and asked is not None and found is not asked:
        raise InvalidValue("output", output, f"an ending that agrees with --format {asked}")
    name = path.name if found is None else path.stem
    return Target(path.parent, name, found or asked or AudioFormat.MP3)


def remove_stale(song: Song) -> None:
    """Remove what an earlier song of this name left: words and stems that the new song does not have."""
    plan = song.files.plan
    base = plan.with_name(plan.name.removesuffix(PLAN_ENDING))
    if song.files.lrc is None:
        _beside(base, ".lrc").unlink(missing_ok=True)
    stems = _beside(base, ".stems")
    if stems.is_dir():
        for path in set(stems.glob("*.wav")) - set(song.files.stems.values()):
            path.unlink()
        if not any(stems.iterdir()):
            stems.rmdir()


def _format_of(path: Path, output: str) -> AudioFormat | None:
    """The format that a name's ending says, or None if it has no ending."""
    if not path.suffix:
        return None
    try:
        return AudioFormat(path.suffix[1:].lower())
    except ValueError:
        endings = ", ".join(f".{each}" for each in AudioFormat)
        raise InvalidValue("output", output, f"a name that ends in one of {endings}") from None


def _numbered(base: Path, always: bool) -> Iterator[Path]:
    """`song`, `song-2`, `song-3` ...; or, if always numbered, `song-1`, `song-2` ..."""
    for number in count(1):
        yield base if number == 1 and not always else base.with_name(f"{base.name}-{number}")


def _is_free(base: Path) -> bool:
    return not any(_beside(base, ending).exists() for ending in _ENDINGS)


def _beside(base: Path, ending: str) -> Path:
    return base.with_name(base.name + ending)
