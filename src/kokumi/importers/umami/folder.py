"""A folder of CSV dumps: `session.csv`, `website_event.csv` and so on, each with a header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path

from kokumi.errors import BadRequestError
from kokumi.importers.umami.source import CHUNK, Chunk, whole_records

_MAX_HEADER = 100_000


class Folder:
    """The tables that a folder has files of."""

    def __init__(self, path: Path) -> None:
        """Take the folder.

        Raises:
            BadRequestError: there is no such folder.
        """
        if not path.is_dir():
            raise BadRequestError(f"There is no folder {path}.")
        self._path = path

    def columns(self, table: str) -> tuple[str, ...] | None:
        """Return the names in the file's header; none if there is no such file.

        Raises:
            BadRequestError: the file has no header of UTF-8.
        """
        path = self._file(table)
        if not path.exists():
            return None
        with path.open("rb") as file:
            header = _header(file, path)
        names = next(csv.reader([header]), [])
        return tuple(name.strip() for name in names)

    def size(self, table: str) -> int:
        """Return the size of the file in bytes."""
        return self._file(table).stat().st_size

    def chunks(self, table: str) -> Iterator[Chunk]:
        """Read the file behind its header."""
        path = self._file(table)
        with path.open("rb") as file:
            _header(file, path)
            for records in whole_records(iter(partial(file.read, CHUNK), b"")):
                yield Chunk(records, file.tell())

    def _file(self, table: str) -> Path:
        return self._path / f"{table}.csv"


def _header(file: BufferedReader, path: Path) -> str:
    try:
        return file.readline(_MAX_HEADER).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadRequestError(f"{path.name} is not CSV in UTF-8.") from None
