"""Settings come from the environment, and every one of them is documented."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from songwright.settings import Settings

pytestmark = pytest.mark.fast

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"


def test_every_setting_is_documented():
    """docs/settings.md names each variable."""
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`SONGWRIGHT_{name.upper()}`" in page for name in Settings.model_fields)


def test_the_names_of_the_seeds_are_aliases(monkeypatch: pytest.MonkeyPatch):
    """ACESTEP_API_PORT works; SONGWRIGHT_PORT wins over it."""
    monkeypatch.setenv("ACESTEP_API_PORT", "9001")
    assert Settings().port == 9001
    monkeypatch.setenv("SONGWRIGHT_PORT", "9002")
    assert Settings().port == 9002
    assert Settings(port=9003).port == 9003


def test_the_home_folder_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """`~` in the data folder is the user's home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SONGWRIGHT_DATA_DIR", raising=False)
    assert Settings().data_folder == tmp_path / ".local/share/songwright"


@pytest.mark.parametrize(("name", "value"), [("PORT", "70000"), ("QUEUE_MAX", "0"), ("WORKERS", "many")])
def test_a_wrong_setting_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    """A slip in the environment is an error at the start, not a surprise later."""
    monkeypatch.setenv(f"SONGWRIGHT_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize(
    "name", ["SONGWRIGHT_HOST", "ACESTEP_API_HOST", "SONGWRIGHT_DATA_DIR", "SONGWRIGHT_SOUNDFONT"]
)
def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch, name: str):
    """`SONGWRIGHT_HOST=` in a file of settings must not open the server to every network."""
    monkeypatch.setenv(name, "")
    settings = Settings()
    assert settings.host == "127.0.0.1"
    assert settings.data_dir.is_relative_to("~")
    assert settings.soundfont is None
