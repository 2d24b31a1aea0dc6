"""What all doors share on the wire: reading bodies, writing JSON, and which error is which status code."""

from __future__ import annotations

import json
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from songwright.dialects import native
from songwright.dialects.bodies import MULTIPART, UnsupportedContentType, gather, media_type, read_body
from songwright.errors import DiskFull, Error, NotFound, QueueFull, RequestError, StoreError

LARGEST_BODY = 16 * 2**20  # bytes; text and metadata need a thousandth of it
_MOST_PARTS = 1_000


class BodyTooLarge(RequestError):
    """The body of a request is larger than any song needs."""

    code = "body_too_large"


_STATUS: list[tuple[type[Error], int]] = [  # the first that fits
    (BodyTooLarge, 413),
    (UnsupportedContentType, 415),
    (RequestError, 400),
    (NotFound, 404),
    (QueueFull, 429),
    (DiskFull, 507),
    (StoreError, 503),
]


class WireJson(JSONResponse):
    """JSON that can always be written: what UTF-8 cannot hold, it escapes."""

    def render(self, content: Any) -> bytes:
        """The bytes of the body."""
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace")


async def read_fields(request: Request) -> dict[str, Any]:
    """The fields of a request's body in any of the content types that clients use.

    Raises:
        RequestError: the body cannot be read.
        HTTPException: a multipart body is malformed.
    """
    content_type = request.headers.get("content-type", "")
    if media_type(content_type) != MULTIPART:
        return read_body(content_type, await request.body())
    async with request.form(max_files=_MOST_PARTS, max_fields=_MOST_PARTS) as form:
        texts = [(name, value) for name, value in form.multi_items() if not isinstance(value, UploadFile)]
    return gather(texts)


class BodyLimit:
    """Stops reading a body that is too large. Starlette's own limit answers in plain text."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; reading too much of it raises `BodyTooLarge`."""
        size = 0

        async def limited() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > LARGEST_BODY:
                raise BodyTooLarge(f"the body is larger than {LARGEST_BODY:,} bytes")
            return message

        await self._app(scope, limited, send)


def install(app: FastAPI) -> None:
    """Give an app the body limit and the answers to errors."""
    app.add_middleware(BodyLimit)
    app.add_exception_handler(Error, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_parameters)
    app.add_exception_handler(ClientDisconnect, _let_go)
    app.add_exception_handler(Exception, _apologise)


async def _refuse(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Error)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    if status >= 500:
        structlog.get_logger("songwright.server").error("request failed", error=str(error))
    return WireJson(native.refuse(error), status)


async def _refuse_parameters(_request: Request, error: Exception) -> Response:
    """Say which parameter is wrong, but never echo its value: not every value can be written as JSON."""
    assert isinstance(error, RequestValidationError)
    kept = ("type", "loc", "msg")
    return WireJson(
        {"detail": [{**{key: one[key] for key in kept}, "input": None} for one in error.errors()]}, 422
    )


async def _let_go(_request: Request, _error: Exception) -> Response:
    """The client left while it was still sending: no fault of ours, and nobody reads the answer."""
    return Response(status_code=400)


async def _apologise(_request: Request, _error: Exception) -> Response:
    """A fault of ours; the traceback goes to the log, the server framework sees to that."""
    return WireJson({"detail": "internal error; the server's log has the details"}, 500)
