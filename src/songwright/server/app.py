"""Assembles the web application and runs it. It knows nothing of single routes."""

from __future__ import annotations

import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import structlog
import uvicorn
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from songwright import __version__
from songwright.errors import StoreError
from songwright.jobs.child import ExecutorFactory
from songwright.server.logs import configure_logs
from songwright.server.native import native_routes
from songwright.server.room import EngineRoom, open_room
from songwright.server.wire import install
from songwright.settings import Settings

_GRACE_S = 10  # how long open downloads may take when the server stops
_BACKLOG = 128


class CannotListen(StoreError):
    """The address is taken or not ours."""

    code = "cannot_listen"


def create_app(room: EngineRoom) -> FastAPI:
    """The web application over an engine room; its worker runs as long as the application."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        room.worker.start()
        try:
            yield
        finally:
            await run_in_threadpool(room.worker.stop)

    app = FastAPI(title="Songwright", version=__version__, lifespan=lifespan)
    install(app)
    app.include_router(native_routes(room))
    return app


def serve(
    settings: Settings, announce: Callable[[str], None], factory: ExecutorFactory | None = None
) -> None:
    """Run the server until SIGTERM or Ctrl-C.

    Args:
        settings: where to listen, where to keep.
        announce: told once, in one line, where the server listens and keeps.
        factory: what the worker process builds; None makes songs.
    Raises:
        CannotListen: the address is taken or not ours.
        DataFolderBusy: another server owns the data folder.
        StoreError: the data folder or its database cannot be used.
    """
    configure_logs()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # both end as KeyboardInterrupt, in good order
    log = structlog.get_logger("songwright.server")
    try:
        with _listen(settings.host, settings.port) as listener, open_room(settings, factory) as room:
            config = uvicorn.Config(
                create_app(room),
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_GRACE_S,
            )
            announce(
                f"songwright {__version__} listens on {_url(listener)} and keeps songs in {room.folder.root}"
            )
            uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        log.info("server stopped")


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as exc:
        raise CannotListen(f"cannot listen on {host}, port {port}: {exc.strerror}") from exc
    # asyncio turns Nagle's algorithm off only for sockets it made; without this an answer takes 40 ms longer
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
