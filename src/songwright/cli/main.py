"""The `songwright` command: its sub-commands, and how errors become one line and an exit code.

It knows nothing of what the commands do.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from songwright import __version__
from songwright.cli.make import make
from songwright.cli.plan import plan, render
from songwright.cli.serve import serve
from songwright.errors import Error, RequestError

OK, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130  # 130 is what shells give a command ended by Ctrl-C


def build_app() -> typer.Typer:
    """The command with all its sub-commands."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_songwright)
    app.command()(make)
    app.command()(plan)
    app.command()(render)
    app.command()(serve)
    return app


def run() -> None:
    """Run the command with the arguments of the process, and end the process."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # the shell closed it: `songwright make ... >&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a title must not fail on an old terminal
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code: 0 done, 1 failed, 2 wrong use, 130 stopped by the user."""
    try:
        code = build_app()(args=list(arguments), prog_name="songwright", standalone_mode=False)
        sys.stdout.flush()
        return _stopped() if code == STOPPED else int(code or OK)
    except RequestError as exc:
        return _fail(str(exc), WRONG_USE)
    except Error as exc:
        return _fail(str(exc), FAILED)
    except typer.TyperException as exc:
        return _fail(_usage_message(exc), WRONG_USE)
    except (KeyboardInterrupt, typer.Abort):
        return _stopped()
    except BrokenPipeError:
        _drop_output()
        return FAILED
    except OSError as exc:  # of the surroundings, such as a full disk behind standard output
        _drop_output()
        return _fail(_system_message(exc), FAILED)
    except Exception as exc:
        logging.getLogger("songwright").exception("unexpected error")
        return _fail(f"unexpected {type(exc).__name__}: {exc}", FAILED)


def _songwright(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Turn words into songs: composed, arranged, sung and mastered on this computer."""
    if version:
        print(f"songwright {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def _usage_message(exc: typer.TyperException) -> str:
    """What is wrong with the command line, and which help to read."""
    context: typer.Context | None = getattr(exc, "ctx", None)
    command = "songwright" if context is None else context.command_path
    return f"{exc.format_message().rstrip('.')}; see {command} --help"


def _system_message(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename or 'the output'}: {reason}"


def _fail(message: str, code: int) -> int:
    print(f"error: {' '.join(message.split())}", file=sys.stderr)
    return code


def _stopped() -> int:
    print("stopped", file=sys.stderr)
    return STOPPED


def _drop_output() -> None:
    """Whoever read our output is gone; keep Python from complaining when it flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
