"""Reads values out of JSON with errors that say where they stand: "sections[2].lines[0].bars".

It knows nothing of plans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import Any, TypeVar

from songwright.errors import InvalidValue

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Reader:
    """Reads the fields of one JSON object; every error names the path of the field.

    Args:
        value: the object.
        path: where it stands; empty for the whole.
    """

    def __init__(self, value: Any, path: str = "") -> None:
        if not isinstance(value, dict):
            raise InvalidValue(path or "plan", _shown(value), "a JSON object in { }")
        self._fields: dict[str, Any] = value
        self._path = path

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def only(self, known: Iterable[str]) -> None:
        """Make sure that there are no other fields.

        Raises:
            InvalidValue: a name that means nothing here, perhaps misspelt.
        """
        allowed = sorted(known)
        for name in self._fields:
            if name not in allowed:
                raise InvalidValue(self.path(name), _shown(self._fields[name]), "only " + ", ".join(allowed))

    def path(self, name: str) -> str:
        """Where a field stands."""
        return f"{self._path}.{name}" if self._path else name

    def get(self, name: str, default: Any = None) -> Any:
        """A field as it is, or the default where it is missing."""
        return self._fields.get(name, default)

    def need(self, name: str) -> Any:
        """A field that must be there."""
        if name not in self._fields:
            raise InvalidValue(self.path(name), "missing", "this field is needed")
        return self._fields[name]

    def refuse(self, name: str, allowed: str) -> InvalidValue:
        """The error for a field that holds what it may not."""
        return InvalidValue(self.path(name), _shown(self._fields.get(name)), allowed)

    def text(self, name: str, longest: int, default: str | None = None) -> str:
        """Text without control characters that no renderer can take."""
        value = self._take(name, default)
        if not isinstance(value, str) or len(value) > longest or not _is_plain(value):
            raise self.refuse(name, f"text in quotes, at most {longest:,} characters")
        return value

    def integer(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number in a range."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.refuse(name, f"a whole number from {low} to {high}")
        return value

    def number(self, name: str, low: float, high: float, default: float | None = None) -> float:
        """A number in a range."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.refuse(name, f"a number from {low:g} to {high:g}")
        return float(value)

    def flag(self, name: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._take(name, default)
        if not isinstance(value, bool):
            raise self.refuse(name, "true or false")
        return value

    def choice(self, name: str, kinds: type[E], default: E | None = None) -> E:
        """One of some words."""
        value = self._take(name, default)
        try:
            return kinds(value)
        except ValueError:
            raise self.refuse(name, "one of " + ", ".join(kinds)) from None

    def parsed(self, name: str, parse: Callable[[str], T], help_text: str) -> T:
        """Text that a function reads."""
        value = self.need(name)
        if isinstance(value, str):
            with suppress(InvalidValue):
                return parse(value)
        raise self.refuse(name, help_text)

    def texts(self, name: str, longest: int, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        items = dict(self._numbered(name, default))
        return tuple(Reader(items).text(path, longest) for path in items)

    def objects(self, name: str, default: tuple[()] | None = None) -> Iterator[Reader]:
        """A list of objects, each with a reader of its own."""
        for path, value in self._numbered(name, default):
            yield Reader(value, path)

    def _numbered(self, name: str, default: Any) -> Iterator[tuple[str, Any]]:
        value = self._take(name, default)
        if not isinstance(value, list | tuple):
            raise self.refuse(name, "a list in [ ]")
        for at, item in enumerate(value):
            yield f"{self.path(name)}[{at}]", item

    def _take(self, name: str, default: Any) -> Any:
        return self.need(name) if default is None else self._fields.get(name, default)


def _is_plain(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def _shown(value: Any) -> Any:
    """A value as JSON writes it where that differs from Python."""
    return "null" if value is None else value
