"""Reads single fields: finds them under all their names and places, and turns them into values.

It knows how clients write things and nothing of what the fields mean. Unset is always None: a field that is
missing, null, blank, or holds a word for "not known".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from songwright.dialects.bodies import read_json
from songwright.errors import InvalidValue

_UNSET_WORDS = frozenset({"n/a", "auto"})  # what our own results and the usual clients write for "not known"
_TRUE = frozenset({"1", "true", "yes", "y", "on"})
_FALSE = frozenset({"0", "false", "no", "n", "off"})
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_LONGEST_NUMBER = 40  # characters
_BEYOND = 10**_LONGEST_NUMBER


@dataclass(frozen=True, slots=True)
class Found:
    """A field as the client sent it.

    Attributes:
        name: the name that the client used.
        value: any JSON value but null and blank text.
    """

    name: str
    value: Any


class Fields:
    """The fields of one request.

    Args:
        sources: objects to look into, the first one first.
        aliases: the names of each field, the first one first.
    """

    def __init__(self, sources: Sequence[Mapping[str, Any]], aliases: Mapping[str, Sequence[str]]) -> None:
        self._sources = sources
        self._aliases = aliases

    def find(self, field: str) -> Found | None:
        """The first value that is set: sources in order, and in each the names in order."""
        for source in self._sources:
            for name in self._aliases[field]:
                value = source.get(name)
                if value is not None and not (isinstance(value, str) and not value.strip()):
                    return Found(name, value)
        return None


def nested(value: Any) -> dict[str, Any]:
    """An object that is given as such or as JSON text; anything else holds no fields."""
    if isinstance(value, str):
        try:
            value = read_json(value)
        except ValueError:
            return {}
    return value if isinstance(value, dict) else {}


def text(found: Found | None) -> str:
    """Text; a number is taken as its digits; unset is empty.

    Raises:
        InvalidValue: it is neither.
    """
    if found is None:
        return ""
    if isinstance(found.value, str):
        return found.value
    if isinstance(found.value, int | float) and not isinstance(found.value, bool):
        return str(found.value)
    raise InvalidValue(found.name, found.value, "text")


def word(found: Found | None) -> str | None:
    """One short text without blanks around it; None if it is unset or says so."""
    content = text(found).strip()
    return None if not content or content.casefold() in _UNSET_WORDS else content


def number(found: Found | None, unset: Sequence[float] = ()) -> float | None:
    """A number, as such or in digits: 30, "30", 30.5.

    Args:
        found: the field.
        unset: numbers that mean "not said".
    Raises:
        InvalidValue: it is no finite number.
    """
    value = None if found is None else _number(found, "a number")
    return None if value is None or value in unset else float(value)


def integer(found: Found | None, unset: Sequence[int] = ()) -> int | None:
    """A whole number: 120, "120" and 120.0 are the same; 120.5 is refused.

    Args:
        found: the field.
        unset: numbers that mean "not said".
    Raises:
        InvalidValue: it is no whole number.
    """
    if found is None:
        return None
    value = _number(found, "a whole number")
    if isinstance(value, float):
        if not value.is_integer():
            raise InvalidValue(found.name, found.value, "a whole number")
        value = int(value)
    return None if value in unset else value


def flag(found: Found | None) -> bool | None:
    """True or false, as such, as 1 or 0, or as a word such as yes and off.

    Raises:
        InvalidValue: it is neither.
    """
    if found is None:
        return None
    content = str(found.value) if isinstance(found.value, bool) else text(found)
    content = content.strip().casefold()
    if content in _TRUE | _FALSE:
        return content in _TRUE
    raise InvalidValue(found.name, found.value, "true or false")


def _number(found: Found, allowed: str) -> int | float | None:
    """A finite number, exact if it is whole; None if the text says that it is not known."""
    value = found.value
    if isinstance(value, str):
        content = value.strip()
        if content.casefold() in _UNSET_WORDS:
            return None
        if len(content) > _LONGEST_NUMBER or not _NUMBER.fullmatch(content):
            raise InvalidValue(found.name, value, allowed)
        value = int(content) if content.lstrip("+-").isdecimal() else float(content)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidValue(found.name, value, allowed)
    if not abs(value) < _BEYOND:  # NaN is not, either
        raise InvalidValue(found.name, value, allowed)
    return value
