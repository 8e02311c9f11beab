"""The tables in which a source's records lie while they are joined; the engine does the joining."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import Protocol

from kokumi.errors import BadRequestError
from kokumi.events.engine import Limits
from kokumi.events.migrations import statements
from kokumi.events.rows import Table
from kokumi.events.store import Answer
from kokumi.importers.umami.source import Source
from kokumi.sql.fragment import Fragment, identifier, sql

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

TABLES = ("website", "session", "website_event", "event_data", "session_data", "revenue")
NEEDED: dict[str, tuple[str, ...]] = {
    "website": ("website_id",),
    "session": ("session_id",),
    "website_event": ("event_id", "website_id", "session_id", "created_at"),
    "event_data": ("website_event_id",),
    "session_data": ("website_id", "session_id", "created_at"),
    "revenue": ("event_id", "currency", "revenue"),
}
"""Columns without which a table says nothing; any other may be missing."""


class ImportStore(Protocol):
    """What an import needs of an event store."""

    def query(self, statement: Fragment, *, name: str, limits: Limits) -> Answer:
        """Return the rows of a statement."""

    def run(self, statement: Fragment) -> None:
        """Make or drop a table."""

    def load_csv(self, table: str, columns: Sequence[str], csv: bytes) -> None:
        """Store CSV with a header in a table."""

    def insert_from(self, table: Table, rows: Fragment, *, token: str) -> None:
        """Store the rows of a statement."""


@contextmanager
def staged(source: Source, store: ImportStore, progress: Progress) -> Iterator[frozenset[str]]:
    """Hold a copy of the source's tables in the store; gives the names of those there are.

    Raises:
        BadRequestError: the table of events or a column that cannot be done without is missing, or what is
            there is no CSV in UTF-8.
    """
    found = {table: columns for table in TABLES if (columns := source.columns(table)) is not None}
    _check(found)
    _drop(store)
    try:
        for statement in statements(text("staging")):
            typed = {"typed_value": Fragment(text("typed_value"))} if "$typed_value" in statement else {}
            store.run(sql(statement, **typed))
        for table, columns in found.items():
            _load(table, columns, source, store, progress)
        yield frozenset(found)
    finally:
        _drop(store)


def text(name: str) -> str:
    """Return the SQL file of that name beside this module."""
    return files("kokumi.importers.umami").joinpath(f"{name}.sql").read_text("utf-8")


def _check(found: dict[str, tuple[str, ...]]) -> None:
    if "website_event" not in found:
        raise BadRequestError("There is no table website_event, so there is nothing to import.")
    for table, columns in found.items():
        missing = [name for name in NEEDED[table] if name not in columns]
        if missing:
            raise BadRequestError(f"The table {table} has no column {' and no '.join(missing)}.")


def _load(
    table: str, columns: tuple[str, ...], source: Source, store: ImportStore, progress: Progress
) -> None:
    size, target = source.size(table), f"import_umami_{table}"
    there = sql(
        "select name from system.columns where database = currentDatabase() and table = {target:String}",
        target=target,
    )
    known = {str(row[0]) for row in store.query(there, name="import", limits=Limits()).rows}
    filled = [name for name in columns if name in known]
    header = ",".join(columns).encode() + b"\n"
    progress(f"Reading {table}", 0, size)
    for chunk in source.chunks(table):
        try:
            chunk.records.decode("utf-8")
        except UnicodeDecodeError:
            raise BadRequestError(f"The table {table} is not CSV in UTF-8.") from None
        store.load_csv(target, filled, header + chunk.records)
        progress(f"Reading {table}", min(chunk.done, size), size)


def _drop(store: ImportStore) -> None:
    for table in TABLES:
        store.run(sql("drop table if exists $table sync", table=identifier(f"import_umami_{table}")))
