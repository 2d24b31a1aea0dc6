"""Where songs are written: names, formats, and what may be overwritten. It knows nothing of rendering."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from songwright.audio.atomic import disk_errors
from songwright.cli.options import path_trouble
from songwright.errors import InvalidValue
from songwright.song.files import DOCUMENTS, STEMS, beside, file_name, numbered
from songwright.song.request import AudioFormat, parse_audio_format

_BESIDE = (*DOCUMENTS.values(), STEMS)  # what lies beside a song
_LONGEST_ENDING = max(_BESIDE, key=len)
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

    def bases(self, title: str, takes: int) -> list[Path]:
        """Folder and name without ending for each take.

        A name that was not asked for is made free by a number; a name that was asked for is overwritten.

        Args:
            title: of the song; names it if no name was asked for.
            takes: how many songs; several are numbered from 1.
        Raises:
            InvalidValue: files that Songwright did not make would be overwritten.
        """
        if self.name is None:
            names = (base for base in numbered(self.folder / file_name(title), takes > 1) if _is_free(base))
            return list(islice(names, takes))
        bases = list(islice(numbered(self.folder / self.name, takes > 1), takes))
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
                beside(self.folder / f"{self.name}-1", _LONGEST_ENDING).exists()  # raises if it is too long
        except OSError as exc:
            shown = str(self.folder / (self.name or ""))
            raise InvalidValue("output", shown, f"a place that can be written ({exc.strerror})") from exc

    def _check_neighbours(self, base: Path) -> None:
        audio = beside(base, f".{self.audio_format}")
        if audio.is_dir():
            raise InvalidValue("output", str(audio), "the name of a file; this is a folder")
        if beside(base, DOCUMENTS["plan"]).exists():
            return  # a song of ours, which may be made anew
        for ending in _BESIDE:
            neighbour = beside(base, ending)
            if neighbour.exists():
                allowed = f"a name whose side files are free; {neighbour.name} exists and is not Songwright's"
                raise InvalidValue("output", str(audio), allowed)


def parse_target(output: str | None, audio_format: str | None) -> Target:
    """Where to write, from the texts of `-o` and `--format`.

    `-o` names a file or an existing folder; its ending decides the format unless `--format` does.

    Raises:
        InvalidValue: the two contradict each other, the ending is no format, or the place cannot be used.
    """
    asked = None if audio_format is None else parse_audio_format(audio_format)
    path = _locate(output)
    if output is None or path.is_dir():
        return Target(path, None, asked or AudioFormat.MP3)
    if output.endswith("/") or (path.exists() and not path.is_file()):
        raise InvalidValue("output", output, "a file name such as song.mp3, or a folder that exists")
    if not path.parent.is_dir():
        raise InvalidValue("output", output, f"a file in a folder that exists; {path.parent} does not")
    found = _format_of(path, output)
    if found is not None and asked is not None and found is not asked:
        raise InvalidValue("output", output, f"an ending that agrees with --format {asked}")
    name = path.name if found is None else path.stem
    return Target(path.parent, name, found or asked or AudioFormat.MP3)


def _locate(output: str | None) -> Path:
    """The absolute path that `-o` names, or the current folder."""
    if output is not None and not output.strip():
        raise InvalidValue("output", output, "a file name such as song.mp3, or a folder that exists")
    try:
        path = Path.cwd() if output is None else Path(output).expanduser().absolute()
        path.exists()  # raises if it is too long
    except (OSError, RuntimeError, ValueError) as exc:
        allowed = f"a place that can be written ({path_trouble(exc)})"
        raise InvalidValue("output", output or ".", allowed) from exc
    return path


def _format_of(path: Path, output: str) -> AudioFormat | None:
    """The format that a name's ending says, or None if it has no ending."""
    if not path.suffix:
        return None
    try:
        return AudioFormat(path.suffix[1:].lower())
    except ValueError:
        endings = ", ".join(f".{each}" for each in AudioFormat)
        raise InvalidValue("output", output, f"a name that ends in one of {endings}") from None


def _is_free(base: Path) -> bool:
    return not any(beside(base, ending).exists() for ending in _ENDINGS)
