"""The event store: query, insert, close. One dialect, whether the engine is embedded or a server."""

from __future__ import annotations

import queue
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

import clickhouse_connect
from clickhouse_connect import common
from clickhouse_connect.datatypes.registry import get_from_name
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import DatabaseError, OperationalError

from kokumi.errors import BadRequestError, KokumiError, SetupError
from kokumi.events.engine import (
    ALWAYS,
    DELETION,
    NO_SETTINGS,
    PLAIN_CSV,
    EngineSettings,
    Limits,
    too_large,
    without_trace,
)
from kokumi.events.layout import TABLES, read_dsn
from kokumi.events.migrations import migrate
from kokumi.events.rows import Row, Table
from kokumi.sql.fragment import Fragment, identifier, rendered, sql

# Without a session id a server's client may have its queries run side by side.
common.set_setting("autogenerate_session_id", False)

_CODE = re.compile(r"Code: (\d+)|error code (\d+)")
_TOO_LARGE = {"159": "time", "241": "memory"}
_CANCELLED = "394"
_BAD_PATTERN = "427"
_UNFINISHED = "341"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query and what it cost: seconds in the engine, rows and bytes read."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    seconds: float
    rows_read: int
    bytes_read: int


class QueryCancelledError(KokumiError):
    """The query was killed because whoever asked has gone."""


class EventReader(Protocol):
    """What reports need of a store."""

    def query(self, statement: Fragment, *, name: str, limits: Limits = ..., tag: str = ...) -> Answer:
        """Return the rows of a statement; `tag` is what `cancel` knows it by."""

    def cancel(self, tag: str) -> None:
        """Kill the running queries of that tag, if there are any."""


class EventWriter(Protocol):
    """What the collector and importers need of a store."""

    def insert(self, table: Table, rows: Sequence[Row], *, token: str, most_partitions: int = 0) -> None:
        """Store rows at once and durably; a second insert under the same token does nothing.

        The store refuses rows of more than `most_partitions` months; 0 is no limit.
        """


class EventStore:
    """The events of all websites.

    In an embedded engine (`chdb:///folder`), on a server (`clickhouse://…`) or a cluster (`…?cluster=name`).

    Safe to share between threads: each call leases a client of its own, since an engine client serialises
    what is asked of it.
    """

    def __init__(self, dsn: str, *, clients: int = 4) -> None:
        """Open the store and bring its schema up to date.

        Raises:
            SetupError: the store cannot be reached, or was written by a newer program.
        """
        self._dsn, self.layout = read_dsn(dsn)
        self.is_shared = not dsn.startswith("chdb:")
        """Whether other processes may be at it too; an embedded engine is this process's own."""
        self._clients: queue.SimpleQueue[Client] = queue.SimpleQueue()
        self._opened = [self._connect() for _ in range(clients)]
        self._control = self._connect()
        for client in self._opened:
            self._clients.put(client)
        try:
            migrate(self._control, self.layout)
        except (SetupError, DatabaseError) as error:
            self.close()
            if isinstance(error, SetupError):
                raise
            raise SetupError(f"The event store cannot be set up: {without_trace(error)}") from error

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        """Return the rows of a statement, all of them or none.

        `name` stands in a comment before the SQL, so that it can be told in the engine's log; `tag` is what
        `cancel` knows the query by.

        Raises:
            QueryTooLargeError: it went past its limit of time or memory.
            QueryCancelledError: it was cancelled.
        """
        settings = {**(limits or Limits()).settings(), "log_comment": tag}
        with self._lease() as client, _engine_errors():
            text, parameters = _engine_form(statement)
            result = client.query(f"/* {name} */ {text}", parameters=parameters, settings=settings)
        cost = result.summary or {}
        return Answer(
            columns=tuple(result.column_names),
            rows=result.result_rows,
            seconds=int(cost.get("elapsed_ns", 0)) / 1e9,
            rows_read=int(cost.get("read_rows", 0)),
            bytes_read=int(cost.get("read_bytes", 0)),
        )

    def insert(self, table: Table, rows: Sequence[Row], *, token: str, most_partitions: int = 0) -> None:
        """Store rows in one durable insert.

        `token` names the batch: the engine stores equal tokens once, so a caller that does not know whether
        its insert went through may repeat it. Rows of more than `most_partitions` months are refused, all of
        them; 0 is no limit. (On a cluster each shard counts its own.)
        """
        if not rows:
            return
        with self._lease() as client:
            client.insert(
                table.name,
                rows,
                column_names=table.columns,
                column_types=[get_from_name(type_name) for type_name in table.types],
                settings={
                    "insert_deduplication_token": token,
                    "max_partitions_per_insert_block": most_partitions,
                },
            )

    def insert_from(self, table: Table, rows: Fragment, *, token: str) -> None:
        """Store the rows of a statement, made by the engine itself, in the order of the table's columns.

        `token` names the batch, as with `insert`.
        """
        columns = ", ".join(table.columns)
        text, parameters = _engine_form(rows)
        with self._lease() as client:
            client.command(
                f"insert into {table.name} ({columns}) {text}",
                parameters=parameters,
                settings={"insert_deduplication_token": token},
            )

    def run(self, statement: Fragment, *, settings: EngineSettings = NO_SETTINGS) -> None:
        """Make, change or drop a table."""
        text, parameters = _engine_form(statement)
        with self._lease() as client:
            client.command(text, parameters=parameters, settings=dict(settings))

    def load_csv(self, table: str, columns: Sequence[str], csv: bytes) -> None:
        """Store CSV with a header in some of a table's columns; others in the header are passed over.

        Raises:
            BadRequestError: it cannot be read as CSV.
        """
        with self._lease() as client:
            try:
                client.raw_insert(table, columns, csv, settings=dict(PLAIN_CSV), fmt="CSVWithNames")
            except DatabaseError as error:
                raise BadRequestError(f"The CSV cannot be read: {without_trace(error)}") from error

    def erase(self, website_id: UUID, *, before: int | None = None) -> None:
        """Delete what is stored of a website, and return when it is gone.

        With `before`, an instant in epoch milliseconds, what was created then or later stays.
        """
        condition = sql("website_id = {website:UUID}", website=website_id)
        if before is not None:
            condition = sql(
                "$website and created_at < fromUnixTimestamp64Milli({before:Int64}, 'UTC')",
                website=condition,
                before=before,
            )
        for table in TABLES:
            self._delete(table, condition)

    def cancel(self, tag: str) -> None:
        """Kill the running queries of that tag, if there are any; returns at once."""
        self._control.command(
            "kill query where Settings['log_comment'] = {tag:String} async", parameters={"tag": tag}
        )

    def close(self) -> None:
        """Wait for what is running and close the engine."""
        for _ in self._opened:
            self._clients.get().close()
        self._control.close()

    def _connect(self) -> Client:
        try:
            client = clickhouse_connect.get_client(dsn=self._dsn, settings=dict(ALWAYS))
        except (DatabaseError, OperationalError, OSError) as error:
            raise SetupError(f"The event store cannot be opened: {without_trace(error)}") from error
        except TypeError:  # the driver takes the address's parameters for arguments
            raise SetupError("KOKUMI_EVENTS: a parameter of the address is not known") from None
        if not self.is_shared:
            _count_what_was_read(client)
        return client

    def _delete(self, table: str, condition: Fragment) -> None:
        held = self.layout.held(table)
        deletion = sql("alter table $held delete where $condition", held=held, condition=condition)
        with self._lease() as client:
            try:
                text, parameters = _engine_form(deletion)
                client.command(text, parameters=parameters, settings=dict(DELETION))
            except DatabaseError as error:
                # A replica that is down deletes when it is back. The others have, if nothing is left.
                left = sql(
                    "select count() from $table where $condition",
                    table=identifier(table),
                    condition=condition,
                )
                text, parameters = _engine_form(left)
                found = client.query(text, parameters=parameters).result_rows
                if _code(error) != _UNFINISHED or found[0][0]:
                    raise

    @contextmanager
    def _lease(self) -> Iterator[Client]:
        client = self._clients.get()
        try:
            yield client
        except BaseException:
            client = self._clean(client)
            raise
        finally:
            self._clients.put(client)

    def _clean(self, client: Client) -> Client:
        """Return a client to go on with after an error.

        An embedded engine keeps what a query had written when it failed or was killed, and would put it
        before the answer to the connection's next one.
        """
        if self.is_shared:
            return client
        client.close()
        return self._connect()


def _count_what_was_read(client: Client) -> None:
    """Make an embedded engine's client count the rows and bytes that were read, as a server's does.

    By itself it counts those of the answer. There is no public way to ask it for more, so this replaces a
    private method; `pyproject.toml` names the versions of the client that it was tried with.
    """

    def summary(result: Any) -> dict[str, str]:
        return {
            "read_rows": str(result.storage_rows_read()),
            "read_bytes": str(result.storage_bytes_read()),
            "elapsed_ns": str(int(result.elapsed() * 1_000_000_000)),
        }

    client._backend._summary = summary  # type: ignore[attr-defined]  # noqa: SLF001


def _engine_form(statement: Fragment) -> tuple[str, dict[str, object]]:
    """Return a statement's text, and its values in the types that the driver takes."""
    text, parameters = rendered(statement)
    return text, {
        name: str(value) if isinstance(value, UUID) else list(value) if isinstance(value, tuple) else value
        for name, value in parameters.items()
    }


@contextmanager
def _engine_errors() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        code = _code(error)
        if code in _TOO_LARGE:
            raise too_large(_TOO_LARGE[code]) from error
        if code == _CANCELLED:
            raise QueryCancelledError("The query was cancelled.") from error
        if code == _BAD_PATTERN:
            raise BadRequestError("A regular expression is not valid RE2.") from error
        raise


def _code(error: DatabaseError) -> str:
    match = _CODE.search(str(error))
    return (match[1] or match[2]) if match else ""
