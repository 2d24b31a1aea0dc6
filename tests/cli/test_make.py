"""Proves that `songwright make` makes real songs, and that nothing half-made stays behind when it cannot."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from songwright.cli.main import main

LYRICS = "[Verse]\nWalking down the quiet road\nCarrying a heavy load\n"
SHORT = ("make", "pop, female voice", "--lyrics", LYRICS, "--duration", "8", "--seed", "3")
LIMIT_BYTES = 300_000  # less than one second of a stem


def start(folder: Path, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """The command as a user runs it, in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "songwright", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        preexec_fn=before,
    )


def finish(child: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Its exit code and what it printed."""
    out, err = child.communicate(timeout=240)
    return subprocess.CompletedProcess(child.args, child.returncode, out, err)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A short sung song on two worker processes, and the folder it was made in."""
    folder = tmp_path_factory.mktemp("made")
    return folder, finish(start(folder, *SHORT, "-o", "road.wav", "--workers", "2"))


def test_a_song_is_made_with_everything_beside_it(made: tuple[Path, subprocess.CompletedProcess[str]]):
    """The song of the asked length, stems, MIDI, timed lyrics, plan, timeline and picture; nothing else."""
    folder, done = made
    assert done.returncode == 0, done.stderr
    beside = {"mid", "lrc", "plan.json", "timeline.json", "png", "stems"}
    assert {path.name for path in folder.iterdir()} == {"road.wav", *(f"road.{ending}" for ending in beside)}
    info = soundfile.info(folder / "road.wav")
    assert (info.frames, info.samplerate, info.channels) == (8 * 48_000, 48_000, 2)
    assert "Walking" in (folder / "road.lrc").read_text()
    for stem in (folder / "road.stems").iterdir():
        assert soundfile.info(stem).frames == info.frames


def test_the_report_names_every_file(made: tuple[Path, subprocess.CompletedProcess[str]]):
    """What was made is on standard output, how far it was on standard error."""
    _, done = made
    for name in (
        "road.wav",
        "road.mid",
        "road.lrc",
        "road.plan.json",
        "road.timeline.json",
        "road.png",
        "road.stems/",
    ):
        assert name in done.stdout
    assert "LUFS" in done.stdout
    assert "mastering" in done.stderr
    assert "error" not in done.stderr


def test_json_tells_of_every_take(tmp_path: Path):
    """Two takes with consecutive seeds, numbered names, no stems, and standard output is one JSON object."""
    arguments = ("make", "metal, instrumental", "--duration", "5", "--seed", "40", "--takes", "2")
    done = finish(start(tmp_path, *arguments, "-o", "loud.flac", "--no-stems", "--json", "--workers", "1"))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    songs = json.loads(done.stdout)["songs"]
    assert [song["seed"] for song in songs] == [40, 41]
    assert [Path(song["files"]["audio"]) for song in songs] == [
        tmp_path / f"loud-{take}.flac" for take in (1, 2)
    ]
    assert all(song["files"]["stems"] == {} and song["files"]["lrc"] is None for song in songs)
    assert all(Path(song["files"]["midi"]).stat().st_size > 100 for song in songs)
    assert not list(tmp_path.glob("*.stems"))


def test_a_song_without_a_name_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """The title names the song; the second time with a number."""
    monkeypatch.chdir(tmp_path)
    arguments = [
        "make",
        "ambient, instrumental",
        "--duration",
        "5",
        "--seed",
        "1",
        "--no-stems",
        "--workers",
        "1",
    ]
    names = []
    for _ in range(2):
        assert main([*arguments, "--json"]) == 0
        names.append(Path(json.loads(capsys.readouterr().out)["songs"][0]["files"]["audio"]).stem)
    assert names[1] == f"{names[0]}-2"
    assert len(list(tmp_path.glob("*.mp3"))) == 2


def test_lyrics_that_need_more_time_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The message says how long they need; nothing is written."""
    arguments = ["make", "pop", "--lyrics", LYRICS * 40, "--duration", "5", "-o", str(tmp_path / "a.mp3")]
    assert main(arguments) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("error: ")
    assert "seconds" in last
    assert list(tmp_path.iterdir()) == []


def _small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, LIMIT_BYTES))


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path, workers: str):
    """No file under the final name, no temporary file, exit code 1."""
    done = finish(start(tmp_path, *SHORT, "-o", "road.mp3", "--workers", workers, before=_small_files_only))
    assert done.returncode == 1
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert last.startswith("error: no room to write ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_nothing(tmp_path: Path, number: signal.Signals):
    """Ctrl-C and SIGTERM end the work with exit code 130, and no file and no process stays behind."""
    child = start(tmp_path, *SHORT, "-o", "road.mp3", "--workers", "2")
    assert child.stderr is not None
    child.stderr.readline()  # the first stage has begun
    os.kill(child.pid, number)
    done = finish(child)
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1] == "stopped"
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_is_logged_and_told_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
):
    """An exception that nobody expected has a traceback in the log and an exit code of 1."""

    def break_off(settings: object) -> None:
        raise ZeroDivisionError(f"by {type(settings).__name__}")

    monkeypatch.setattr("songwright.wiring.build_pipeline", break_off)
    assert main(["make", "pop", "-o", str(tmp_path / "a.mp3")]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "error: unexpected ZeroDivisionError: by Settings"
    assert "Traceback" in caplog.text
