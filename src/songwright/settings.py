"""Settings from the environment: the only reader of it. The seeds' `ACESTEP_*` names work as aliases."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_MOST_USEFUL_WORKERS = 4  # a song has about ten stems; more processes only cost memory


def _usable_cores() -> int:
    """Processors this process may use, at least 1 and at most as many as help."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, _MOST_USEFUL_WORKERS))


class Settings(BaseSettings):
    """Everything an operator can set. Each field is read from `SONGWRIGHT_<FIELD>` in upper case.

    An empty variable counts as not set: as an address it would mean all networks, as a folder this one.
    """

    model_config = SettingsConfigDict(
        env_prefix="SONGWRIGHT_", populate_by_name=True, extra="ignore", env_ignore_empty=True
    )

    data_dir: Path = Path("~/.local/share/songwright")
    """Where the server keeps its database and songs; `~` is the home folder."""

    host: str = Field(
        "127.0.0.1",
        min_length=1,
        validation_alias=AliasChoices("SONGWRIGHT_HOST", "ACESTEP_API_HOST", "host"),
    )
    """Address the server listens on."""

    port: int = Field(
        8001, ge=0, le=65_535, validation_alias=AliasChoices("SONGWRIGHT_PORT", "ACESTEP_API_PORT", "port")
    )
    """HTTP port the server listens on; 0 takes a free one."""

    queue_max: int = Field(
        200,
        ge=1,
        le=1_000_000,
        validation_alias=AliasChoices("SONGWRIGHT_QUEUE_MAX", "ACESTEP_QUEUE_MAXSIZE", "queue_max"),
    )
    """Jobs that may wait; one more is refused."""

    min_free_mb: int = Field(200, ge=0)
    """New jobs are refused while the disk of the data folder has less free than this, in MB (10^6 bytes)."""

    keep_stems: bool = True
    """Whether the server keeps the stems of each song (about 17 MB per stem and minute)."""

    workers: int = Field(default_factory=_usable_cores, ge=1, le=64)
    """Processes that render one song side by side. The song does not depend on it."""

    soundfont: Path | None = None
    """A General MIDI SoundFont (.sf2) that replaces our acoustic instruments."""

    @property
    def data_folder(self) -> Path:
        """`data_dir` as an absolute path."""
        return self.data_dir.expanduser().absolute()

    @field_validator("data_dir", mode="after")
    @classmethod
    def _has_a_home(cls, folder: Path) -> Path:
        try:
            folder.expanduser()
        except RuntimeError as exc:
            raise ValueError("a folder; this home folder is not known") from exc
        return folder
