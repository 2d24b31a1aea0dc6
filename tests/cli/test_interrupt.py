"""Proves that signals stop the work even where Python loses the exception they raise."""

from __future__ import annotations

import contextlib
import os
import signal

import pytest

from songwright.cli.interrupt import stoppable
from songwright.errors import JobCancelled, RenderFailed
from songwright.progress import Progress

pytestmark = pytest.mark.fast


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_both_signals_stop_the_block(number: signal.Signals):
    """SIGTERM is as polite as Ctrl-C, and afterwards the old handlers are back."""
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), stoppable():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_a_lost_interrupt_is_found_at_the_next_report():
    """Work that swallowed the exception stops when it reports its progress."""
    reached = []

    def work() -> None:
        with stoppable() as asked:
            with contextlib.suppress(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGINT)
            reached.append("swallowed")
            Progress(cancelled=asked).report("singing", 0.5)
            reached.append("went on")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert reached == ["swallowed"]


def test_a_second_signal_does_not_disturb_the_tidying_up():
    """Ctrl-C twice stops once."""
    tidied = []

    def work() -> None:
        with stoppable():
            try:
                os.kill(os.getpid(), signal.SIGINT)
            finally:
                os.kill(os.getpid(), signal.SIGINT)
                tidied.append(True)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert tidied == [True]


def test_an_interrupt_lost_in_a_destructor_is_not_printed(capsys: pytest.CaptureFixture[str]):
    """Python would print a traceback where it drops the exception."""

    class Falls:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    def work() -> None:
        with stoppable() as asked:
            Falls()
            Progress(cancelled=asked).report("singing", 0.5)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("error", [JobCancelled, RenderFailed])
def test_errors_stay_errors_when_nobody_asked_to_stop(error: type[Exception]):
    """A worker that died by itself is no Ctrl-C."""
    with pytest.raises(error), stoppable():
        raise error("by itself")
