"""The tables in which a source's records lie while they are joined; the engine does the joining."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Protocol
from uuid import uuid4

from kokumi.errors import BadRequestError
from kokumi.events.engine import Limits
from kokumi.events.migrations import statements
from kokumi.events.rows import Table
from kokumi.events.store import Answer
from kokumi.importers.umami.source import UmamiSource
from kokumi.sql.fragment import Fragment, Value, identifier, slots, sql, unchecked_sql

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

_PREFIX = "import_umami_"
_MAX_HOURS = 48
"""How long an import on a store that others share may take before its tables count as left behind."""


class ImportStore(Protocol):
    """What an import needs of an event store."""

    @property
    def is_shared(self) -> bool:
        """Whether other processes may be at it too."""

    def query(self, statement: Fragment, *, name: str, limits: Limits) -> Answer:
        """Return the rows of a statement."""

    def run(self, statement: Fragment) -> None:
        """Make or drop a table."""

    def load_csv(self, table: str, columns: Sequence[str], csv: bytes) -> None:
        """Store CSV with a header in a table."""

    def insert_from(self, table: Table, rows: Fragment, *, token: str) -> None:
        """Store the rows of a statement."""


@dataclass(frozen=True, slots=True)
class Staging:
    """A source's tables in the store, under names that no other import has; `found` are those it has."""

    prefix: str
    found: frozenset[str]

    def table(self, name: str) -> Fragment:
        """Return the table that holds the source's table of that name."""
        return identifier(f"{self.prefix}_{name}")

    def sql(self, text: str, **parts: Value | Fragment) -> Fragment:
        """Return a statement in which `$import_session` and the like stand for the tables."""
        tables = {f"import_{name}": self.table(name) for name in TABLES}
        return unchecked_sql(text, **{slot: tables[slot] for slot in slots(text) & tables.keys()}, **parts)


@contextmanager
def staged(source: UmamiSource, store: ImportStore, progress: Progress) -> Iterator[Staging]:
    """Hold a copy of the source's tables in the store.

    Raises:
        BadRequestError: the table of events or a column that cannot be done without is missing, or what is
            there is no CSV in UTF-8.
    """
    found = {table: columns for table in TABLES if (columns := source.columns(table)) is not None}
    _check(found)
    _drop_leftovers(store)
    staging = Staging(f"{_PREFIX}{uuid4().hex}", frozenset(found))
    try:
        for statement in statements(text("staging")):
            typed = {"typed_value": unchecked_sql(text("typed_value"))} if "$typed_value" in statement else {}
            store.run(staging.sql(statement, **typed))
        for table, columns in found.items():
            _load(table, columns, staging, source, store, progress=progress)
        yield staging
    finally:
        for table in TABLES:
            _drop(staging.table(table), store)


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
    table: str,
    columns: tuple[str, ...],
    staging: Staging,
    source: UmamiSource,
    store: ImportStore,
    *,
    progress: Progress,
) -> None:
    size, target = source.size(table), str(staging.table(table))
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


def _drop_leftovers(store: ImportStore) -> None:
    """Drop what an import left that was killed; one that still runs has newer tables, if it can be there."""
    left = sql(
        "select name from system.tables where database = currentDatabase()"
        " and startsWith(name, {prefix:String})"
        " and metadata_modification_time <= now() - toIntervalHour({hours:UInt32})",
        prefix=_PREFIX,
        hours=_MAX_HOURS if store.is_shared else 0,
    )
    for (name,) in store.query(left, name="import", limits=Limits()).rows:
        _drop(identifier(str(name)), store)


def _drop(table: Fragment, store: ImportStore) -> None:
    store.run(sql("drop table if exists $table sync", table=table))
