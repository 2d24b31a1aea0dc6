"""Proves how the files of a song are named and how they come into place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.export.bundle import file_name, move_files
from songwright.song.song import SongFiles

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hold On, Tonight!", "hold-on-tonight"),
        ("Don’t Stop", "dont-stop"),
        ("../../etc/passwd", "etc-passwd"),
        ("夜に駆ける", "夜に駆ける"),
        ("...", "song"),
        ("", "song"),
        ("CON_AUX", "con-aux"),
    ],
)
def test_titles_become_file_names(title: str, name: str):
    """Small letters, joined by hyphens; a title without letters is "song"."""
    assert file_name(title) == name


@given(st.text(max_size=200))
def test_no_title_leaves_its_folder(title: str):
    """Names never hold a separator or a leading dot, and leave room for every ending."""
    name = file_name(title)
    assert name
    assert Path("/folder", name).parent == Path("/folder")
    assert not name.startswith(".")
    assert len(f"{name}-12.timeline.json".encode()) <= 255


def test_files_are_moved_with_their_stems(tmp_path: Path):
    """A complete set leaves its hidden folder, and files of an earlier song give way."""
    hidden, kept = tmp_path / "hidden", tmp_path / "kept"
    sets = []
    for folder in (hidden, kept):
        folder.mkdir()
        stems = {"drums": folder / "song.stems" / "drums.wav"}
        names = ("song.mp3", "song.mid", "song.plan.json", "song.timeline.json", "song.png")
        audio, midi, plan, timeline, picture = (folder / name for name in names)
        sets.append(SongFiles(audio, stems, midi, None, plan, timeline, picture))
    (hidden / "song.stems").mkdir()
    for path in (hidden / "song.stems" / "drums.wav", *(hidden / name for name in names)):
        path.write_text("new")
    (kept / "song.mp3").write_text("old")
    move_files(*sets)
    assert {path.name for path in kept.iterdir()} == {*names, "song.stems"}
    assert (kept / "song.mp3").read_text() == (kept / "song.stems" / "drums.wav").read_text() == "new"
    assert [path.name for path in hidden.iterdir()] == ["song.stems"]
