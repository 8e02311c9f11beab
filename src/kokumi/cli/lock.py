"""One process at a time on `KOKUMI_DATA`: an embedded engine answers a second one with riddles."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from kokumi.errors import SetupError

_FILE = "lock"


class DataLock:
    """The lock that this process holds; it can say at what address the process is found."""

    def __init__(self, file: TextIOWrapper) -> None:
        self._file = file
        self.write_holder("")

    def write_holder(self, address: str) -> None:
        """Write down who holds the lock, for whoever comes upon it."""
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), "address": address}, self._file)
        self._file.flush()


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a folder; what is not known of it is 0 or empty."""

    pid: int = 0
    address: str = ""

    def __str__(self) -> str:
        """Return how people are told of it."""
        if not self.pid:
            return "another process"
        return f"process {self.pid}" + (f", serving at {self.address}" if self.address else "")


def holder(folder: Path) -> Holder | None:
    """Return the process that holds the folder, if there is one; nothing is made or changed.

    Raises:
        OSError: the lock's file cannot be read.
    """
    try:
        file = (folder / _FILE).open(encoding="utf-8")
    except FileNotFoundError:
        return None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return _read(file)
    return None


@contextmanager
def data_lock(folder: Path, *, exclusive: bool = True) -> Iterator[DataLock]:
    """Hold the folder for this process; the system lets go when the process ends, however it ends.

    Not exclusively if the events are on a server: then several processes may share the folder.

    Raises:
        SetupError: another process holds it, named with its id and address; or the folder cannot be used.
    """
    try:
        # Password hashes and visitors' behaviour are nobody else's on this machine.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (folder / _FILE).open("a+", encoding="utf-8")
    except OSError as error:
        raise SetupError(f"KOKUMI_DATA: {folder} cannot be used: {error.strerror}") from None
    with file:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SetupError(
                f"{folder} is in use by {_read(file)}. Stop it first, or set KOKUMI_DATA to another folder."
            ) from None
        yield DataLock(file)


def _read(file: TextIOWrapper) -> Holder:
    file.seek(0)
    try:
        found = json.load(file)
        return Holder(int(found["pid"]), str(found["address"]))
    except (ValueError, KeyError, TypeError):
        return Holder()
