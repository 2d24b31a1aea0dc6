"""What all doors share on the wire, at the level of ASGI."""

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI, Request

from songwright.server.wire import install, read_fields

pytestmark = pytest.mark.fast


def app_that_reads() -> FastAPI:
    app = FastAPI()
    install(app)

    @app.post("/")
    async def read(request: Request) -> Any:
        return await read_fields(request)

    return app


@pytest.mark.parametrize("content_type", [b"application/json", b"multipart/form-data; boundary=x"])
def test_a_client_that_leaves_while_it_sends_is_no_fault_of_ours(content_type: bytes):
    """Nothing is raised, so the log gets no traceback."""
    messages = iter(
        [
            {"type": "http.request", "body": b"{", "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    sent = []

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": [(b"content-type", content_type)],
    }
    asyncio.run(app_that_reads()(scope, receive, send))
    assert sent[0]["status"] < 500
