"""`kokumi backup`: an archive of the data folder, also while a server writes to it."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kokumi.cli.console import answers
from kokumi.errors import SetupError
from kokumi.settings import Settings, read_settings

_METADATA = "metadata.sqlite"
_EVENTS = "events"
_AGENTS = "agents"
_LINKS = ".backup"
_ATTEMPTS = 10
_UNFINISHED = shutil.ignore_patterns("tmp_*", "delete_tmp_*")
"""Parts that are being written or removed: the engine throws them away when it starts."""


def backup(
    archive: Annotated[Path, typer.Argument(help="The `.tar` file to write; it must not be there yet.")],
) -> None:
    """Write all data into a tar archive, also while a server runs; unpacked, it is a data folder again."""
    settings = read_settings()
    _check(settings)
    with _links(settings.data) as links:
        # Events first: then the metadata knows every website that they are of.
        _link(settings.data / _EVENTS, links / _EVENTS)
        _copy_database(settings.data / _METADATA, links / _METADATA)
        if (settings.data / _AGENTS).is_dir():
            shutil.copytree(settings.data / _AGENTS, links / _AGENTS)
        _write(links, archive)
    answers.print(f"{archive} holds {archive.stat().st_size / 1e6:.1f} MB.")


def _check(settings: Settings) -> None:
    if settings.events is not None or settings.metadata is not None:
        raise SetupError(
            "Only what is kept in KOKUMI_DATA itself is archived. KOKUMI_EVENTS and KOKUMI_METADATA name "
            "other places: use pg_dump for PostgreSQL, BACKUP for a ClickHouse server."
        )
    for name in (_METADATA, _EVENTS):
        if not (settings.data / name).exists():
            raise SetupError(f"KOKUMI_DATA: there is no {name} in {settings.data}; nothing was archived.")


@contextmanager
def _links(data: Path) -> Iterator[Path]:
    """Make a folder beside the data, on the same file system, for as long as it takes."""
    folder = data / _LINKS
    folder.mkdir(mode=0o700, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise SetupError("Another backup is being made.") from None
    try:
        # One that was killed left its links, which would keep what is deleted on the disk.
        shutil.rmtree(folder / _EVENTS, ignore_errors=True)
        shutil.rmtree(folder / _AGENTS, ignore_errors=True)
        (folder / _METADATA).unlink(missing_ok=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


def _link(source: Path, target: Path) -> None:
    """Link every file of the engine: it never changes a finished part, it writes new ones.

    Merged parts stay for eight minutes, so whatever is merged meanwhile is there in one form or in both, and
    then the engine takes the merged one. Only a folder that goes away while it is looked through is a reason
    to begin anew.
    """
    for attempt in range(_ATTEMPTS):
        try:
            shutil.copytree(source, target, symlinks=True, ignore=_UNFINISHED, copy_function=os.link)
        except OSError as error:  # of which shutil's own is one
            shutil.rmtree(target, ignore_errors=True)
            if attempt == _ATTEMPTS - 1:
                raise SetupError(f"{source} could not be archived: {_first(error)}") from error
        else:
            return


def _first(error: OSError) -> str:
    """Return what was the matter with the first of the files."""
    return str(error.args[0][0][2]) if isinstance(error, shutil.Error) else str(error)


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


def _write(links: Path, archive: Path) -> None:
    try:
        # For its owner's eyes only, as the folder is.
        file = os.open(archive, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise SetupError(f"{archive} cannot be made: {error.strerror}") from None
    try:
        with os.fdopen(file, "wb") as written, tarfile.open(fileobj=written, mode="w") as tar:
            tar.add(links, arcname=".")
            written.flush()
            os.fsync(file)
    except OSError as error:
        archive.unlink()
        raise SetupError(f"{archive} cannot be written: {error.strerror}") from None
