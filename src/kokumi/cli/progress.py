"""The progress bar of commands that take their time."""

from __future__ import annotations

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kokumi.cli.console import remarks


def progress() -> Progress:
    """Return a progress display on stderr; without a terminal it shows nothing until the end."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=remarks,
    )
