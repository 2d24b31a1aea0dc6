"""`songwright serve`: the HTTP server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from songwright.cli.environment import read_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on; 0 takes a free one.", show_default="8001", min=0, max=65_535),
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(help="Where jobs and songs are kept.", show_default="~/.local/share/songwright"),
    ] = None,
) -> None:
    """Serve the ACE-Step API: queue songs over HTTP, and finish them whatever happens."""
    from songwright.server.app import serve as run  # loading the web framework takes a second

    said: dict[str, Any] = {"host": host, "port": port, "data_dir": data_dir}
    settings = read_settings(**{name: value for name, value in said.items() if value is not None})
    run(settings, lambda line: print(line, flush=True))
