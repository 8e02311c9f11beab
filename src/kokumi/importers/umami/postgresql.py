"""A live Umami database on PostgreSQL, read in one transaction that sees one moment and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from kokumi.errors import BadRequestError
from kokumi.importers.umami.source import Chunk, whole_records

_NOT_LIBPQ = frozenset({"schema", "pgbouncer", "connection_limit", "pool_timeout", "socket_timeout"})
"""What such a server's own address may say and the database's library does not know."""


class PostgreSQL:
    """The tables of a database; use `open_postgresql`."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def columns(self, table: str) -> tuple[str, ...] | None:
        """Return the names of the table's columns; none if there is no such table."""
        rows = self._connection.execute(
            "select attname from pg_attribute"
            " where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped order by attnum",
            (f'"{table}"',),
        ).fetchall()
        return tuple(str(row[0]) for row in rows) or None

    def size(self, table: str) -> int:
        """Return how many rows the table has."""
        counted = sql.SQL("select count(*) from {}").format(sql.Identifier(table))
        row = self._connection.execute(counted).fetchone()
        return int(row[0]) if row else 0

    def chunks(self, table: str) -> Iterator[Chunk]:
        """Read the table as the database itself writes CSV."""
        copied = sql.SQL("copy (select * from {}) to stdout (format csv)").format(sql.Identifier(table))
        done = 0
        with self._connection.cursor().copy(copied) as copy:
            for records in whole_records(bytes(block) for block in copy):
                done += records.count(b"\n")
                yield Chunk(records, done)


@contextmanager
def open_postgresql(address: str) -> Iterator[PostgreSQL]:
    """Open a database by its `postgresql://` address, which may carry Prisma's `schema`.

    Raises:
        BadRequestError: the database cannot be reached; the password is not in the message.
    """
    dsn, schema = _split(address)
    try:
        connection = psycopg.connect(dsn, options="-c timezone=UTC -c datestyle=ISO", client_encoding="utf8")
    except psycopg.Error as error:
        raise BadRequestError(f"The database cannot be opened: {_first_line(error)}") from None
    with connection:
        connection.execute("set transaction isolation level repeatable read, read only")
        if schema:
            connection.execute("select set_config('search_path', %s, true)", (f'"{schema}"',))
        yield PostgreSQL(connection)


def _split(address: str) -> tuple[str, str]:
    """Return the address as the driver understands it, and the schema that it names."""
    parts = urlsplit(address)
    options = parse_qsl(parts.query)
    kept = urlencode([(name, value) for name, value in options if name not in _NOT_LIBPQ])
    return urlunsplit(parts._replace(query=kept)), dict(options).get("schema", "")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
