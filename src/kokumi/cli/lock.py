"""One process at a time on `KOKUMI_DATA`: an embedded engine answers a second one with riddles."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from kokumi.errors import SetupError

_FILE = "lock"


class DataLock:
    """The lock that this process holds; it can say at what address the process is found."""

    def __init__(self, file: TextIOWrapper) -> None:
        self._file = file
        self.tell("")

    def tell(self, address: str) -> None:
        """Write down who holds the lock, for whoever comes upon it."""
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), "address": address}, self._file)
        self._file.flush()


@contextmanager
def data_lock(folder: Path, *, exclusive: bool = True) -> Iterator[DataLock]:
    """Hold the folder for this process; the system lets go when the process ends, however it ends.

    Not exclusively if the events are on a server: then several processes may share the folder.

    Raises:
        SetupError: another process holds it, named with its id and address; or the folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _FILE).open("a+", encoding="utf-8")
    except OSError as error:
        raise SetupError(f"KOKUMI_DATA: {folder} cannot be used: {error.strerror}") from None
    with file:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SetupError(_held(folder, file)) from None
        yield DataLock(file)


def _held(folder: Path, file: TextIOWrapper) -> str:
    file.seek(0)
    try:
        holder = json.load(file)
        who = f"process {holder['pid']}"
        if holder["address"]:
            who += f", serving at {holder['address']}"
    except (ValueError, KeyError, TypeError):
        who = "another process"
    return f"{folder} is in use by {who}. Stop it first, or set KOKUMI_DATA to another folder."
