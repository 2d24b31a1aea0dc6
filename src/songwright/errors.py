"""Everything that can go wrong, in one tree. It knows nothing of HTTP status codes or exit codes.

Error
├── RequestError        the caller can fix it
│   ├── InvalidValue    a field holds a value that is not allowed
│   ├── LyricsTooLong   the lyrics need more time than was asked for
│   └── UnsupportedTask no installed engine can do this
├── NotFound            an unknown song, job or file
├── EngineError         the engine could not do its work
│   └── RenderFailed
├── JobError            something about a job, not about its music
│   ├── JobCancelled
│   ├── AttemptLost     another attempt owns the job now
│   └── QueueFull
└── StoreError          files or rows could not be written
    ├── DiskFull
    └── DataFolderBusy  another server owns the data folder
"""

from __future__ import annotations

import errno

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # disk, quota, file-size limit
_LONGEST_VALUE_SHOWN = 60  # characters; a 200 kB lyric must not flood a terminal


class Error(Exception):
    """The root of all errors that Songwright raises on purpose."""

    code = "error"


class RequestError(Error):
    """The caller asked for something that cannot be done as asked."""

    code = "bad_request"


class InvalidValue(RequestError):
    """A field holds a value that is not allowed; the message names field, value and what is allowed."""

    code = "invalid_value"

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field = field
        self.value = value
        self.allowed = allowed
        super().__init__(f"{field}: {shorten(value)}: {allowed}")

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.field, self.value, self.allowed))


class LyricsTooLong(InvalidValue):
    """The lyrics cannot be sung in the asked duration; the message says how long they need."""

    code = "lyrics_too_long"


class UnsupportedTask(RequestError):
    """No installed engine can do this task."""

    code = "unsupported_task"


class NotFound(Error):
    """There is no such song, job or file."""

    code = "not_found"


class EngineError(Error):
    """The engine could not do its work."""

    code = "engine_error"


class RenderFailed(EngineError):
    """Rendering broke off; the cause is chained."""

    code = "render_failed"


class JobError(Error):
    """Something about a job rather than about its music."""

    code = "job_error"


class JobCancelled(JobError):
    """The job was cancelled while it ran."""

    code = "job_cancelled"


class AttemptLost(JobError):
    """Another attempt owns the job now; this one's results are dropped."""

    code = "attempt_lost"


class QueueFull(JobError):
    """The queue holds as many jobs as it may; nothing was accepted."""

    code = "queue_full"


class StoreError(Error):
    """Files or rows could not be written or read."""

    code = "store_error"


class DiskFull(StoreError):
    """There is no room left to write; nothing half-written stays behind."""

    code = "disk_full"


class DataFolderBusy(StoreError):
    """Another server process owns the data folder."""

    code = "data_folder_busy"


def no_room(exc: OSError) -> bool:
    """Whether the system says that a disk, a quota or a file-size limit is exhausted."""
    return exc.errno in _NO_ROOM


def shorten(value: object) -> str:
    """Show a value in an error message: its text, quoted if it is a string, cut when long."""
    text = repr(value) if isinstance(value, str) else str(value)
    if len(text) <= _LONGEST_VALUE_SHOWN:
        return text
    return f"{text[: _LONGEST_VALUE_SHOWN - 1]}… ({len(str(value))} characters)"
