"""`kokumi serve`: the HTTP server, from the first migration to the last answer."""

from __future__ import annotations

from typing import Annotated

import typer

from kokumi.settings import read_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; default KOKUMI_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve the tracker, the collector, the API and the dashboard."""
    from kokumi.cli.server import run

    run(read_settings(host=host, port=port))
