"""Proves that settings come from the environment, and that wrong ones are one line."""

from __future__ import annotations

import pytest

from songwright.cli.environment import read_settings
from songwright.errors import InvalidValue

pytestmark = pytest.mark.fast


def test_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch):
    """What is typed counts more than what is set."""
    monkeypatch.setenv("SONGWRIGHT_WORKERS", "3")
    assert read_settings().workers == 3
    assert read_settings(workers=1).workers == 1


@pytest.mark.parametrize(("name", "value"), [("SONGWRIGHT_WORKERS", "many"), ("SONGWRIGHT_PORT", "70000")])
def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    """The message names the variable and its value."""
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidValue, match=f"^{name}: '{value}': "):
        read_settings()
