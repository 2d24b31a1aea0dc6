"""Proves how the files of a song are named."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.song.files import DOCUMENTS, file_name, numbered, song_files

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


def test_everything_lies_beside_one_base(tmp_path: Path):
    """A dot in the name is no ending, and the base can be told from the files."""
    base = tmp_path / "take.2"
    files = song_files(base, "flac", ["drums"])
    assert files.base == base
    assert files.audio == tmp_path / "take.2.flac"
    assert files.stems == {"drums": tmp_path / "take.2.stems/drums.wav"}
    assert files.documents == {name: tmp_path / f"take.2{ending}" for name, ending in DOCUMENTS.items()}


def test_what_there_is_not_is_no_document(tmp_path: Path):
    """An engine without a score, a song without words."""
    files = song_files(tmp_path / "song", "mp3", has_score=False, has_words=False)
    assert set(files.documents) == {"plan", "timeline", "picture"}


@pytest.mark.parametrize(
    ("several", "names"), [(False, ["song", "song-2", "song-3"]), (True, ["song-1", "song-2", "song-3"])]
)
def test_takes_are_numbered(several: bool, names: list[str]):
    """One song keeps its name; several are numbered from 1."""
    assert [base.name for base in islice(numbered(Path("song"), several), 3)] == names
