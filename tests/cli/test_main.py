"""Proves that the command answers every wrong use in one line, and that it starts quickly."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from songwright import __version__
from songwright.cli.main import build_app, main
from songwright.errors import InvalidValue

OPTIONS = (
    *(
        "--lyrics",
        "--duration",
        "--bpm",
        "--key",
        "--time-signature",
        "--language",
        "--seed",
        "--instrumental",
    ),
    *("--takes", "--format", "--soundfont", "--workers", "-o", "--no-stems", "--json"),
)
HEAVY = ("numpy", "scipy", "matplotlib", "gruut", "sqlalchemy", "uvicorn", "fastapi", "rich")


def command(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it."""
    return subprocess.run(
        [sys.executable, "-m", "songwright", *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that wrong arguments are answered with."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("error: ")
    assert captured.err.count("\n") == 1
    return captured.err.removeprefix("error: ").rstrip("\n")


def test_help_names_the_commands_and_options():
    """--help of the command and of make, and the bare command, exit with 0."""
    runner = CliRunner()
    for arguments in (["--help"], []):
        result = runner.invoke(build_app(), arguments)
        assert result.exit_code == 0
        assert "make" in result.output
        assert "serve" in result.output
    result = runner.invoke(build_app(), ["make", "--help"])
    for option in OPTIONS:
        assert f" {option}" in result.output


def test_every_option_is_documented():
    """docs/cli.md names each option that --help names."""
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    shown = CliRunner().invoke(build_app(), ["make", "--help"]).output
    options = set(re.findall(r"--[a-z-]+", shown)) - {"--help"}
    assert {option for option in options if f"`{option}" not in page and f"{option}`" not in page} == set()


def test_version_is_printed():
    """--version prints name and version."""
    done = command("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"songwright {__version__}\n", "")


def test_help_imports_little():
    """--help loads no heavy library, and so does not make anyone wait."""
    code = (
        "import sys; from songwright.cli.main import main; main(['--help']); main(['make', '--help']);"
        f"print('heavy:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("heavy: []\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--bpm", "0"), "bpm: '0': 30 to 300 beats per minute"),
        (("--bpm", "120.5"), "bpm: '120.5': 30 to 300 beats per minute, a whole number"),
        (("--key", "H minor"), "key: 'H minor': a tonic A to G"),
        (("--duration", "3"), "duration: '3': 5 to 600 seconds"),
        (("--duration", "601"), "duration: '601': 5 to 600 seconds"),
        (("--time-signature", "5"), "time_signature: '5': 2, 3, 4 or 6"),
        (("--language", "English"), "language: 'english': an ISO 639 code"),
        (("--seed", "-1"), "seed: '-1': 0 to 9223372036854775807"),
        (("--takes", "9"), "takes: '9': 1 to 8 songs"),
        (("--format", "aac"), "format: 'aac': one of mp3, wav, flac, opus"),
        (("--soundfont", "/none.sf2"), "soundfont: '/none.sf2': a SoundFont file (.sf2) that can be read"),
        (("--workers", "many"), "workers: 'many': 1 to 64 processes"),
        (("--lyrics", "@/none.txt"), "lyrics: '@/none.txt': a text file after @ that can be read"),
        (("--lyrics", "la " * 70_000), "lyrics: 'la la"),
        (
            ("-o", "/none/song.mp3"),
            "output: '/none/song.mp3': a file in a folder that exists; /none does not",
        ),
        (
            ("-o", "song.mp3", "--format", "wav"),
            "output: 'song.mp3': an ending that agrees with --format wav",
        ),
    ],
)
def test_bad_values_name_field_value_and_what_is_allowed(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
):
    """One line on standard error and exit code 2; a huge value does not flood the terminal."""
    line = refused(capsys, "make", "pop", *arguments)
    assert line.startswith(message)
    assert len(line) < 250


def test_a_prompt_that_is_too_long_is_refused(capsys: pytest.CaptureFixture[str]):
    """The prompt has a limit too."""
    assert "prompt: " in refused(capsys, "make", "pop " * 2_000)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("make", "pop", "--bmp", "90"), "No such option: --bmp"),
        (("make",), "Missing argument 'PROMPT'"),
        (("make", "pop", "rock"), "Got unexpected extra argument"),
        (("make", "pop", "--bpm"), "Option '--bpm' requires an argument"),
        (("sing",), "No such command 'sing'"),
        (("--loud",), "No such option: --loud"),
    ],
)
def test_wrong_use_is_one_line_that_names_the_help(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
):
    """Unknown options and commands are answered without a box and a traceback."""
    line = refused(capsys, *arguments)
    assert line.startswith(message)
    assert line.endswith("--help")


def test_errors_are_one_line_in_a_real_process(tmp_path: Path):
    """Standard output stays empty and nothing is written."""
    done = command("make", "pop", "--bpm", "0", folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "error: bpm: '0': 30 to 300 beats per minute, a whole number\n"
    assert list(tmp_path.iterdir()) == []


def test_the_library_raises_what_the_command_prints():
    """Within Python a wrong value is an exception of ours, not a printed line."""
    result = CliRunner().invoke(build_app(), ["make", "pop", "--bpm", "0"])
    assert isinstance(result.exception, InvalidValue)
    assert result.exception.field == "bpm"


def test_a_closed_pipe_is_quiet():
    """`songwright make --help | head -1` says nothing about broken pipes."""
    code = (
        "import sys; from songwright.cli.main import run; sys.argv = ['songwright', 'make', '--help']; run()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == ""
        assert child.wait() == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_failure(closed: str):
    """A daemon may start the command without standard output or standard error."""
    code = "from songwright.cli.main import run; import sys; sys.argv = ['songwright', '--version']; run()"
    done = subprocess.run(
        ["sh", "-c", f'"$0" -c "$1" {closed}', sys.executable, code], check=False, timeout=60
    )
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line():
    """`songwright make --help >/full/disk` fails with a reason and without a traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "songwright", "make", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (1, "error: the output: No space left on device\n")
