"""Reads the settings for a command, with errors as one line. It knows nothing of what they are for."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from songwright.cli.options import parse_soundfont
from songwright.errors import InvalidValue
from songwright.settings import Settings


def read_settings(**changed: Any) -> Settings:  # any setting by its name
    """The settings from the environment, with some replaced by options.

    Raises:
        InvalidValue: a variable of the environment holds a value that is not allowed.
    """
    settings = _parse(changed)
    if settings.soundfont is None:
        return settings
    # a server would otherwise start well and fail every job
    return settings.model_copy(update={"soundfont": parse_soundfont(str(settings.soundfont))})


def _parse(changed: dict[str, Any]) -> Settings:
    try:
        return Settings(**changed)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        field = str(first["loc"][0]) if first["loc"] else "settings"
        name = field if field.isupper() else f"SONGWRIGHT_{field.upper()}"
        raise InvalidValue(name, first["input"], first["msg"].lower()) from exc
