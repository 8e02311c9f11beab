"""Where an Umami server's data can be read from: tables, as CSV, a few megabytes at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

CHUNK = 8_000_000
"""Bytes of CSV that are handed on together, about."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole records of CSV, without the header; `done` of the table's `size` is read with it."""

    records: bytes
    done: int


class UmamiSource(Protocol):
    """A set of tables with Umami's names."""

    def columns(self, table: str) -> tuple[str, ...] | None:
        """Return a table's columns in the order of its records; none if there is no such table."""

    def size(self, table: str) -> int:
        """Return how much there is to read, in whatever `Chunk.done` counts."""

    def chunks(self, table: str) -> Iterator[Chunk]:
        """Read a table from start to end."""


def whole_records(blocks: Iterable[bytes], size: int = CHUNK) -> Iterator[bytes]:
    """Return the same bytes in blocks of about `size` that end where a record of CSV ends."""
    held = bytearray()
    for block in blocks:
        held += block
        if len(held) >= size:
            end = _end_of_records(held)
            if end:
                yield bytes(held[:end])
                del held[:end]
    if held:
        yield bytes(held)


def _end_of_records(text: bytearray) -> int:
    """Return the position behind the last line break that does not lie between quotes."""
    end = text.rfind(b"\n")
    quotes = text.count(b'"', 0, max(end, 0))
    while end >= 0 and quotes % 2:
        before = text.rfind(b"\n", 0, end)
        quotes -= text.count(b'"', max(before, 0), end)
        end = before
    return end + 1
