"""Proves what is shown while a song is made."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest

from songwright.cli.watch import watch

CODE = """
from songwright.cli.watch import watch
with watch(quiet=False) as progress:
    progress.report("singing [a]", 0.25)
    input()
    progress.report("mastering", 0.75)
    input()
"""


def test_lines_are_plain_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]):
    """One line for each stage, on standard error."""
    with watch(quiet=False) as progress:
        for stage, fraction in (("composing", 0.0), ("singing", 0.1), ("singing", 0.4), ("mastering", 0.8)):
            progress.report(stage, fraction)
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert [re.sub(r" +[\d.]+ s  ", " ", line).strip() for line in lines] == [
        "0% composing",
        "10% singing",
        "80% mastering",
    ]


def test_quiet_shows_nothing(capsys: pytest.CaptureFixture[str]):
    """--json must not be disturbed."""
    with watch(quiet=True) as progress:
        progress.report("singing", 0.5)
    captured = capsys.readouterr()
    assert captured.out == captured.err == ""


def test_a_terminal_shows_a_bar_with_the_stage():
    """The real stage, the share, elapsed and remaining time; brackets are no markup."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-c", CODE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=theirs, env=environment) as child:
        os.close(theirs)
        assert child.stdin is not None
        shown = b""
        for words in (b"singing [a]", b"mastering"):  # each stage stays until it was seen
            while words not in shown:
                shown += os.read(ours, 65_536)
            child.stdin.write(b"\n")
            child.stdin.flush()
        assert child.wait() == 0
    os.close(ours)
    text = shown.decode()
    assert "singing [a]" in text
    assert "mastering" in text
    assert "75%" in text
    assert "0:00:" in text
