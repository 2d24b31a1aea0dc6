"""Proves that settings come from the environment, and that wrong ones are one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from songwright.cli.environment import read_settings
from songwright.errors import InvalidValue

pytestmark = pytest.mark.fast


def test_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch):
    """What is typed counts more than what is set."""
    monkeypatch.setenv("SONGWRIGHT_WORKERS", "3")
    assert read_settings().workers == 3
    assert read_settings(workers=1).workers == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("SONGWRIGHT_WORKERS", "many"), ("SONGWRIGHT_PORT", "70000"), ("SONGWRIGHT_DATA_DIR", "~nobody-here/x")],
)
def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    """The message names the variable and its value."""
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidValue, match=f"^{name}: '{value}': "):
        read_settings()


def test_an_empty_host_is_refused():
    """The system would take it for all interfaces."""
    with pytest.raises(InvalidValue, match=r"^SONGWRIGHT_HOST: '': "):
        read_settings(host="")


def test_a_soundfont_from_the_environment_is_checked_at_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """A server must not start well and then fail every job; `~` is the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SONGWRIGHT_SOUNDFONT", "~/piano.sf2")
    with pytest.raises(InvalidValue, match=r"^soundfont: '~/piano.sf2': a SoundFont file"):
        read_settings()
    (tmp_path / "piano.sf2").write_bytes(b"RIFF\0\0\0\0sfbk")
    assert read_settings().soundfont == tmp_path / "piano.sf2"
