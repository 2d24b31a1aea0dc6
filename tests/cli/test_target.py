"""Proves which names songs get, and that nothing is overwritten that was not named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from songwright.cli.target import Target, parse_target
from songwright.errors import InvalidValue
from songwright.song.request import AudioFormat
from tests.cli.songs import kept_song

pytestmark = pytest.mark.fast


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("output", "audio_format", "name", "found"),
    [
        (None, None, None, AudioFormat.MP3),
        (None, "WAV", None, AudioFormat.WAV),
        ("song.flac", None, "song", AudioFormat.FLAC),
        ("song.FLAC", "flac", "song", AudioFormat.FLAC),
        ("song", "opus", "song", AudioFormat.OPUS),
        ("song", None, "song", AudioFormat.MP3),
        ("take.2.wav", None, "take.2", AudioFormat.WAV),
        (".", "wav", None, AudioFormat.WAV),
    ],
)
def test_the_ending_decides_the_format(
    here: Path, output: str | None, audio_format: str | None, name: str | None, found: AudioFormat
):
    """Without an ending --format decides, and without both it is mp3."""
    assert parse_target(output, audio_format) == Target(here, name, found)


@pytest.mark.parametrize(
    ("output", "audio_format", "message"),
    [
        ("song.mp3", "wav", "output: 'song.mp3': an ending that agrees with --format wav"),
        ("song.ogg", None, "output: 'song.ogg': a name that ends in one of .mp3, .wav, .flac, .opus"),
        ("song.mp3", "ogg", "format: 'ogg': one of mp3, wav, flac, opus"),
        ("nowhere/song.mp3", None, "output: 'nowhere/song.mp3': a file in a folder that exists; "),
        ("nowhere/", None, "output: 'nowhere/': a file name such as song.mp3, or a folder that exists"),
        ("", None, "output: '': a file name such as song.mp3, or a folder that exists"),
        ("/dev/null", None, "output: '/dev/null': a file name such as song.mp3, or a folder that exists"),
        ("~nobody-here/a.mp3", None, "output: '~nobody-here/a.mp3': a place that can be written (Could not"),
        ("a" * 300 + ".mp3", None, "output: 'aaaaa"),
    ],
)
def test_contradictions_are_refused(output: str, audio_format: str | None, message: str):
    """The message names the field, the value and what is allowed."""
    with pytest.raises(InvalidValue) as caught:
        parse_target(output, audio_format)
    assert str(caught.value).startswith(message)


def test_a_name_by_title_never_overwrites(here: Path):
    """The next free number is taken, whatever of a song lies there."""
    target = parse_target(None, None)
    assert target.bases("rain", 1) == [here / "rain"]
    (here / "rain.wav").touch()
    assert target.bases("rain", 1) == [here / "rain-2"]
    (here / "rain-2.stems").mkdir()
    assert target.bases("rain", 1) == [here / "rain-3"]
    assert target.bases("rain", 2) == [here / "rain-1", here / "rain-3"]


def test_several_takes_are_numbered(here: Path):
    """name-1, name-2, ..."""
    assert parse_target("song.mp3", None).bases("rain", 3) == [here / f"song-{take}" for take in (1, 2, 3)]


def test_a_song_of_ours_is_made_anew(here: Path):
    """A name that was given by -o is overwritten with all that lies beside it."""
    kept_song(here, "song")
    assert parse_target("song.wav", None).bases("rain", 1) == [here / "song"]


def test_files_of_others_beside_the_song_are_not_overwritten(here: Path):
    """-o names the song, not the picture that lies beside it by chance."""
    (here / "song.png").write_bytes(b"a photo")
    with pytest.raises(InvalidValue, match=r"output: .*song\.png exists"):
        parse_target("song.mp3", None).bases("rain", 1)


def test_a_folder_is_no_song(here: Path):
    """A folder by the name of the song is refused."""
    (here / "song.mp3").mkdir()
    with pytest.raises(InvalidValue, match="this is a folder"):
        parse_target("song", "mp3").bases("rain", 1)


def test_writing_is_tried_before_the_work(here: Path):
    """A place that cannot be written is found out at once, and the trial leaves nothing."""
    parse_target("song.mp3", None).check()
    assert list(here.iterdir()) == []
    with pytest.raises(InvalidValue, match=r"^output: "):
        Target(here / "gone", None, AudioFormat.MP3).check()
    with pytest.raises(InvalidValue, match=r"^output: .*File name too long"):
        parse_target("x" * 250 + ".mp3", None).check()


@pytest.mark.skipif(
    not os.path.isdir("/proc/self"),
    reason="needs /proc: mount -t proc proc /proc",
)
def test_a_folder_that_cannot_be_written_is_refused():
    """/proc takes no files, not even from root."""
    with pytest.raises(InvalidValue, match=r"^output: '/proc/song': a place that can be written"):
        parse_target("/proc/song.mp3", None).check()


def test_a_current_folder_that_is_gone_is_refused(here: Path):
    """Someone removed the folder that the shell stands in."""
    (here / "gone").mkdir()
    os.chdir(here / "gone")
    (here / "gone").rmdir()
    for output in (None, "song.mp3"):
        with pytest.raises(InvalidValue, match=r"^output: .*: a place that can be written"):
            parse_target(output, None)
