"""Proves how the texts of options are read, and that errors name the field, the value and what is allowed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.cli import options
from songwright.errors import InvalidValue

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90.0),
        ("90s", 90.0),
        ("90 S", 90.0),
        ("7.5", 7.5),
        ("1:30", 90.0),
        ("0:05", 5.0),
        ("10:00", 600.0),
    ],
)
def test_durations_are_seconds_or_minutes(text: str, seconds: float):
    """90, 90s and 1:30 are the same."""
    assert options.parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["3", "601", "10:01", "4.99", "", "-90", "nan", "inf", "1e2", "1:75", "1:2:3", "９０", "ninety", "0x90"],
)
def test_other_durations_are_refused(text: str):
    """The message says the text as typed and what is allowed."""
    with pytest.raises(InvalidValue) as caught:
        options.parse_duration(text)
    assert str(caught.value) == f"duration: {text!r}: 5 to 600 seconds, written 90, 90s or 1:30"


@given(st.floats(5, 600))
def test_any_allowed_duration_is_read_back(seconds: float):
    """What we print as seconds we also read."""
    assert options.parse_duration(f"{seconds:.6f}") == pytest.approx(seconds, abs=1e-6)


@pytest.mark.parametrize(
    ("parse", "field", "good", "bad"),
    [
        (
            options.parse_bpm,
            "bpm",
            ["30", "300", " 120 "],
            ["0", "29", "301", "120.5", "-120", "fast", "1_20", ""],
        ),
        (options.parse_takes, "takes", ["1", "8"], ["0", "9", "two"]),
        (options.parse_seed, "seed", ["0", str(2**63 - 1)], ["-1", str(2**63), "1.5", "9" * 400]),
        (options.parse_workers, "workers", ["1", "64"], ["0", "65", "all"]),
    ],
)
def test_integers_have_ranges(parse: Callable[[str], int], field: str, good: list[str], bad: list[str]):
    """Whole numbers within the range are read; everything else is refused by name."""
    assert [parse(text) for text in good] == [int(text) for text in good]
    for text in bad:
        with pytest.raises(InvalidValue, match=f"^{field}: "):
            parse(text)


def test_bpm_zero_reads_as_in_the_manual():
    """The message of the manual."""
    with pytest.raises(InvalidValue, match=r"^bpm: '0': 30 to 300 beats per minute"):
        options.parse_bpm("0")


def test_lyrics_are_text_or_a_file(tmp_path: Path):
    """@FILE reads UTF-8, with or without a byte order mark."""
    path = tmp_path / "words.txt"
    path.write_text("\ufeff[Verse]\nÇa va?", encoding="utf-8")
    assert options.parse_lyrics("[Verse]\nla") == "[Verse]\nla"
    assert options.parse_lyrics(f"@{path}") == "[Verse]\nÇa va?"


def refused_lyrics(text: str) -> str:
    with pytest.raises(InvalidValue, match=r"^lyrics: ") as caught:
        options.parse_lyrics(text)
    return str(caught.value)


def test_lyrics_files_that_cannot_be_read_are_refused(tmp_path: Path):
    """Missing, a folder, a name without a file, a stranger's home."""
    assert "No such file" in refused_lyrics(f"@{tmp_path / 'missing.txt'}")
    assert "s a directory" in refused_lyrics(f"@{tmp_path}")
    assert refused_lyrics("@")
    assert refused_lyrics("@~nobody-of-that-name/words.txt")


def test_lyrics_files_must_be_text_of_a_sane_size(tmp_path: Path):
    """A sound file is no lyrics, and an endless file is not read to its end."""
    path = tmp_path / "words.txt"
    path.write_bytes(b"fine so far \xff\xfe")
    assert "UTF-8 text file (byte 12" in refused_lyrics(f"@{path}")
    path.write_bytes(b"a" * 200_001)
    assert "at most 200 kB" in refused_lyrics(f"@{path}")
    assert "at most 200 kB" in refused_lyrics("@/dev/zero")


def test_a_typed_backslash_n_breaks_the_line():
    """Most shells hand on `\\n` as it is typed; lyrics with real line breaks stay as they are."""
    assert options.parse_lyrics(r"[Verse]\nSun is shining") == "[Verse]\nSun is shining"
    assert options.parse_lyrics("a\\nb\nc") == "a\\nb\nc"


@pytest.mark.parametrize("parse", [options.parse_soundfont, lambda text: options.parse_lyrics(f"@{text}")])
@pytest.mark.parametrize("path", ["~nobody-here/file", "a" * 300, "a\0b"])
def test_impossible_paths_are_refused(parse: Callable[[str], object], path: str):
    """A home that does not exist and a name that no system takes are wrong values, not crashes."""
    with pytest.raises(InvalidValue, match=r"that can be read \(."):
        parse(path)


def test_soundfonts_are_known_by_their_header(tmp_path: Path):
    """A file that is no SoundFont is refused before anything is rendered."""
    good, bad = tmp_path / "a.sf2", tmp_path / "b.sf2"
    good.write_bytes(b"RIFF\x00\x00\x00\x00sfbkLIST")
    bad.write_bytes(b"RIFF\x00\x00\x00\x00WAVEfmt ")
    assert options.parse_soundfont(str(good)) == good
    for path in (bad, tmp_path / "missing.sf2", tmp_path):
        with pytest.raises(InvalidValue, match=r"^soundfont: "):
            options.parse_soundfont(str(path))


def test_paths_are_shown_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Below the current folder relative, elsewhere absolute."""
    monkeypatch.chdir(tmp_path)
    assert options.shown_path(tmp_path / "out" / "song.mp3") == os.path.join("out", "song.mp3")
    assert options.shown_path(Path("/elsewhere/song.mp3")) == "/elsewhere/song.mp3"
