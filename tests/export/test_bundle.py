"""Proves that the files of a song come into place whole, and that those of an earlier one give way."""

from __future__ import annotations

from pathlib import Path

import pytest

from songwright.export.bundle import move_files
from songwright.song.files import SongFiles, song_files

pytestmark = pytest.mark.fast


def written(folder: Path, text: str, stems: tuple[str, ...] = ("drums",), words: bool = True) -> SongFiles:
    """A set of files that hold a text."""
    files = song_files(folder / "song", "mp3", stems, has_words=words)
    (folder / "song.stems").mkdir(parents=True, exist_ok=True)
    for path in (files.audio, *files.stems.values(), *files.documents.values()):
        path.write_text(text)
    return files


def test_files_are_moved_with_their_stems(tmp_path: Path):
    """A complete set leaves its hidden folder, and a song of that name gives way."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "song.mp3").write_text("old")
    hidden = written(tmp_path / "hidden", "new")
    target = song_files(kept / "song", "mp3", ["drums"])
    move_files(hidden, target)
    everything = [target.audio, *target.stems.values(), *target.documents.values()]
    assert {path for path in kept.rglob("*") if path.is_file()} == set(everything)
    assert all(path.read_text() == "new" for path in everything)
    assert [path.name for path in (tmp_path / "hidden").iterdir()] == ["song.stems"]


def test_leftovers_of_an_earlier_song_are_removed(tmp_path: Path):
    """Words and stems that the new song does not have would belong to another song."""
    written(tmp_path / "kept", "old", ("drums", "choir"))
    (tmp_path / "kept/song.stems/notes.txt").touch()
    move_files(
        written(tmp_path / "hidden", "new", words=False),
        song_files(tmp_path / "kept/song", "mp3", ["drums"], has_words=False),
    )
    assert not (tmp_path / "kept/song.lrc").exists()
    assert {path.name for path in (tmp_path / "kept/song.stems").iterdir()} == {"drums.wav", "notes.txt"}


def test_a_song_without_stems_leaves_no_folder_for_them(tmp_path: Path):
    """The folder of the earlier stems goes with them."""
    written(tmp_path / "kept", "old")
    move_files(written(tmp_path / "hidden", "new", stems=()), song_files(tmp_path / "kept/song", "mp3"))
    assert not (tmp_path / "kept/song.stems").exists()


def test_files_that_are_not_ours_are_left_alone(tmp_path: Path):
    """Without a plan beside it, a folder by the name of our stems is somebody else's."""
    (tmp_path / "kept/song.stems").mkdir(parents=True)
    (tmp_path / "kept/song.stems/mine.wav").touch()
    move_files(written(tmp_path / "hidden", "new", stems=()), song_files(tmp_path / "kept/song", "mp3"))
    assert (tmp_path / "kept/song.stems/mine.wav").exists()
