"""Reads the body of a request as named fields, whatever its content type. It knows nothing of any field."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from songwright.errors import RequestError

Json = Any  # whatever the json module reads

_DEEPEST = 64  # levels of nesting; honest requests have three
_MOST_FIELDS = 1_000
_FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


class BadBody(RequestError):
    """The body cannot be read as what its content type says."""

    code = "bad_body"


class UnsupportedContentType(RequestError):
    """The body is neither JSON nor a form."""

    code = "unsupported_content_type"

    def __init__(self, content_type: str) -> None:
        self.content_type = content_type
        super().__init__(
            f"Unsupported Content-Type: {content_type or '(missing)'}; "
            f"use application/json, {_FORM}, or {MULTIPART}"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.content_type,))


def media_type(content_type: str) -> str:
    """The content type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def read_body(content_type: str, body: bytes) -> dict[str, Json]:
    """The fields of any body but a multipart one.

    JSON counts by its content type or by its first character, for `curl -d` calls everything a form.

    Args:
        content_type: the header, "" if it is missing.
        body: the whole body.
    Raises:
        BadBody: it is not what it claims to be.
        UnsupportedContentType: it is neither JSON nor a form.
    """
    media = media_type(content_type)
    if media.startswith("application/json") or media.endswith("+json"):
        return _object(body, "Malformed JSON payload")
    start = body.lstrip()[:1]
    if start in (b"{", b"["):
        return _object(body, "Invalid JSON body (hint: set 'Content-Type: application/json')")
    if media == _FORM or b"=" in body:
        return _form(body)
    raise UnsupportedContentType(content_type)


def gather(pairs: list[tuple[str, str]]) -> dict[str, Json]:
    """The fields of a form; a repeated one becomes a list."""
    fields: dict[str, Json] = {}
    for name, value in pairs:
        if name not in fields:
            fields[name] = value
        elif isinstance(fields[name], list):
            fields[name].append(value)
        else:
            fields[name] = [fields[name], value]
    return fields


def read_json(text: str | bytes) -> Json:
    """Read JSON strictly: no NaN, no infinities, no bottomless nesting, no endless numbers.

    Raises:
        ValueError: it is not such JSON.
    """
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as exc:
        raise ValueError("nested too deeply") from exc
    level = [value]
    for _ in range(_DEEPEST):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return value
    raise ValueError("nested too deeply")


def _children(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse_constant(name: str) -> Json:
    raise ValueError(f"{name} is not JSON")


def _object(body: bytes, complaint: str) -> dict[str, Json]:
    try:
        value = read_json(body)
    except ValueError as exc:
        raise BadBody(complaint) from exc
    if not isinstance(value, dict):
        raise BadBody("JSON payload must be an object")
    return value


def _form(body: bytes) -> dict[str, Json]:
    try:
        text = body.decode("utf-8", "replace")
        return gather(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as exc:
        raise BadBody(f"a form may have at most {_MOST_FIELDS} fields") from exc
