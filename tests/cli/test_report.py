"""Proves that the report says everything about a song, to people and to programs."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from songwright.cli.report import print_json, print_report
from songwright.song.lyrics import SectionKind
from songwright.song.plan import plan_from_json
from tests.cli.songs import TEXT, kept_song

pytestmark = pytest.mark.fast


def report(folder: Path, capsys: pytest.CaptureFixture[str], sung: bool = True) -> str:
    print_report([kept_song(folder, sung=sung)])
    return capsys.readouterr().out


def test_the_report_shows_plan_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Every figure that was decided, and every file beside the song with its size."""
    out = report(tmp_path, capsys)
    for words in (
        "blues (lonely)",
        "72 bpm",
        "E Minor",
        "6/8",
        "0:30 (12 bars)",
        "male",
        "brushed drum kit, harmonica",
        "seed",
        "-14.0 LUFS",
        "-1.0 dBTP",
        "10.0 s, 3.0 times as fast as it plays",
        "3.0 kB, stems: drums, vocals",
        "1.5 kB, the score as MIDI",
        "hold-on.timeline.json",
    ):
        assert words in out


def test_paths_are_whole_where_there_is_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """Whoever reads the report from a file can use its lines, however long and however narrow the window."""
    monkeypatch.setenv("COLUMNS", "40")
    folder = tmp_path / ("deep" * 40)
    folder.mkdir()
    out = report(folder, capsys)
    assert f"{folder}/hold-on.wav" in out
    assert f"{folder}/hold-on.timeline.json" in out


def test_the_report_shows_sections_and_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Bars, time and energy of each section, and why things were decided."""
    rows = [row.split() for row in report(tmp_path, capsys).splitlines()]
    assert ["Intro", "4", "0:00–0:10", "███"] in rows
    assert ["Verse", "1", "8", "0:10–0:30", "██████", "1"] in rows
    assert ["bpm", "72", "slow", "blues", "are", "played", "at", "60", "to", "80"] in rows


def test_silence_has_no_energy(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A section in which nothing sounds shows no bar."""
    song = kept_song(tmp_path)
    silence = replace(song.plan.sections[0], kind=SectionKind.SILENCE, title="Silence", energy=0.0)
    plan = replace(song.plan, sections=(silence, *song.plan.sections[1:]))
    print_report([replace(song, plan=plan)])
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert ["Silence", "4", "0:00–0:10"] in rows


def test_words_of_the_user_are_no_markup(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Square brackets in a title are printed as they are."""
    assert TEXT in report(tmp_path, capsys)


def test_an_instrumental_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """No voice, no language and no timed lyrics."""
    out = report(tmp_path, capsys, sung=False)
    assert "none, instrumental" in out
    assert "language" not in out
    assert ".lrc" not in out


def test_json_is_one_object_with_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Programs get absolute paths, measurements and the whole plan."""
    songs = [kept_song(tmp_path, "a"), replace(kept_song(tmp_path, "b", sung=False), loudness_lufs=-math.inf)]
    print_json(songs)
    wire = json.loads(capsys.readouterr().out)["songs"]
    assert [Path(song["files"]["audio"]) for song in wire] == [tmp_path / "a.wav", tmp_path / "b.wav"]
    assert wire[1]["files"]["lrc"] is None
    assert wire[0]["files"]["stems"]["drums"] == str(tmp_path / "a.stems" / "drums.wav")
    assert [song["loudness_lufs"] for song in wire] == [-14.02, None]
    assert plan_from_json(wire[0]["plan"]) == songs[0].plan
