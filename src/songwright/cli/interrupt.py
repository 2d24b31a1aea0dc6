"""Lets Ctrl-C and SIGTERM stop the work so that nothing half-made stays behind.

It knows nothing of the work.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from songwright.errors import JobCancelled, RenderFailed


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """While the block runs, Ctrl-C and SIGTERM end the worker processes and raise `KeyboardInterrupt`.

    Python drops an exception that a signal raises inside a destructor or a callback. So the block also gets a
    function that says whether it was asked to stop; work that asks it, or misses its workers, stops as well.
    A second signal is ignored, because it would interrupt the tidying up.

    Raises:
        KeyboardInterrupt: the block was stopped.
    """
    asked = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if not asked.is_set():
            asked.set()
            for child in multiprocessing.active_children():
                child.terminate()  # or they would go on writing into the folder that is being removed
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # only the main thread may handle signals
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    hook, sys.unraisablehook = sys.unraisablehook, _quiet_interrupt
    try:
        yield asked.is_set
    except (JobCancelled, RenderFailed):
        if asked.is_set():
            raise KeyboardInterrupt from None
        raise
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


def _quiet_interrupt(lost: sys.UnraisableHookArgs) -> None:
    """Say nothing of a lost `KeyboardInterrupt`, since we know of it."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
