"""The routes of the native door. It knows nothing of how songs are made."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse

from songwright import __version__
from songwright.dialects import native
from songwright.server.room import EngineRoom
from songwright.server.wire import WireJson, read_fields

MIME_TYPES = {
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".opus": "audio/ogg",
    ".mid": "audio/midi",
    ".lrc": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
}


def native_routes(room: EngineRoom) -> APIRouter:
    """The four core routes of the ACE-Step API over an engine room."""
    router = APIRouter(tags=["native"], default_response_class=WireJson)

    @router.get("/health", summary="Is the server up?")
    async def health() -> Response:
        return WireJson(native.health(__version__, room.worker.about, _now_ms()))

    @router.post("/release_task", summary="Queue a song")
    async def release_task(request: Request) -> Response:
        order = native.parse_order(await read_fields(request))
        ticket = await run_in_threadpool(room.submit, order.payload(), native.DOOR)
        return WireJson(native.wrap(native.accepted(ticket), _now_ms()))

    @router.post("/query_result", summary="How far are my songs?")
    async def query_result(request: Request) -> Response:
        task_ids = native.parse_task_ids(await read_fields(request))
        items = await run_in_threadpool(_result_items, room, task_ids)
        return WireJson(native.wrap(items, _now_ms()))

    @router.get("/v1/audio", summary="Download a song")
    @router.head("/v1/audio", summary="What a download would be", operation_id="audio_head")
    async def audio(path: Annotated[str, Query(description="as given in a result's `file`")]) -> Response:
        file = await run_in_threadpool(_confined, room.folder.songs, path)
        media = MIME_TYPES.get(file.suffix.lower(), "application/octet-stream")
        return FileResponse(file, media_type=media, headers={"x-content-type-options": "nosniff"})

    return router


def _now_ms() -> int:
    return int(time.time() * 1_000)


def _result_items(room: EngineRoom, task_ids: list[str]) -> list[Any]:
    jobs = room.queue.get_many(task_ids)
    items = []
    for task_id in task_ids:
        job = jobs.get(task_id)
        folder = room.folder.songs if job is None else room.folder.attempt(job.id, job.attempt)
        items.append(native.result_item(task_id, job, folder))
    return items


def _confined(songs: Path, path: str) -> Path:
    """The file at an absolute path below the songs folder, symbolic links resolved.

    Raises:
        HTTPException: 403 if it lies elsewhere, 404 if it is no file.
    """
    forbidden = HTTPException(403, "Access denied: path outside allowed directory")
    if not os.path.isabs(path) or "\0" in path:
        raise forbidden
    root, file = Path(os.path.realpath(songs)), Path(os.path.realpath(path))
    if not file.is_relative_to(root):
        raise forbidden
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    if hidden or not os.path.isfile(file):
        raise HTTPException(404, "Audio file not found")
    return file
