"""Shows how far the work is: a bar on a terminal, plain lines elsewhere. It knows nothing of the work."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from songwright.progress import Progress, Step


@contextmanager
def watch(quiet: bool, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
    """A progress that is shown on standard error while the block runs.

    Args:
        quiet: show nothing.
        cancelled: whether the work should stop, as `Progress` asks it.
    """
    if quiet:
        yield Progress(cancelled=cancelled)
    elif sys.stderr.isatty():
        with _bar() as listener:
            yield Progress(listener, cancelled)
    else:
        yield Progress(_lines(), cancelled)


@contextmanager
def _bar() -> Iterator[Callable[[Step], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description:<28}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=1.0)
        yield lambda step: bar.update(task, description=step.stage, completed=step.fraction)


def _lines() -> Callable[[Step], None]:
    """A line for each new stage."""
    started = time.monotonic()
    shown = ""

    def show(step: Step) -> None:
        nonlocal shown
        if step.stage != shown:
            shown = step.stage
            elapsed = time.monotonic() - started
            print(f"{step.fraction:4.0%} {elapsed:6.1f} s  {step.stage}", file=sys.stderr, flush=True)

    return show
