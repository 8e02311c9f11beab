"""The metadata database: SQLite or PostgreSQL by DSN, brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from kokumi.errors import ConflictError, SetupError
from kokumi.metadata.migrations import upgrade

_BUSY_MILLISECONDS = 15_000
_CONNECTIONS = 10
_AT_MOST = 45
"""Connections in a rush: one for each thread that may serve requests, and some for reports."""


class ClashError(ConflictError):
    """A rule of the schema was broken; who knows which one says it in better words."""

    def __init__(self) -> None:
        super().__init__("What this is about was changed at the same moment. Try again.")


class Database:
    """Transactions on the metadata database; safe to share between threads."""

    def __init__(self, dsn: str) -> None:
        """Open the database (`sqlite:///file`, `postgresql://…`) and migrate it.

        Raises:
            SetupError: it cannot be reached, or a newer program has been here.
        """
        self._engine = connect(dsn)
        self._writing = self._engine.execution_options(writing=True)
        try:
            upgrade(self._engine)
        except SetupError:
            self._engine.dispose()
            raise
        except DBAPIError as error:
            self._engine.dispose()
            reason = str(error.orig).strip().splitlines()[0]
            raise SetupError(f"The metadata database cannot be opened: {reason}") from None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only looks."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that is stored as a whole at the end of the block, or not at all.

        Raises:
            ClashError: a name is taken, or what is referred to is not there.
        """
        try:
            with Session(self._writing, expire_on_commit=False) as session, session.begin():
                yield session
        except IntegrityError as error:
            raise ClashError from error

    def scrub(self) -> None:
        """Overwrite what SQLite still keeps of deleted rows in its write-ahead log.

        PostgreSQL has no such command: it reuses the room of deleted rows in its own time.
        """
        if self._engine.dialect.name != "sqlite":
            return
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("pragma wal_checkpoint(truncate)")
        finally:
            connection.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def connect(dsn: str) -> Engine:
    """Return the connections to a database, as it is.

    Raises:
        SetupError: the address is not one, or its folder cannot be made.
    """
    return _engine(_url(dsn))


def _url(dsn: str) -> URL:
    try:
        url = make_url(dsn)
    except ArgumentError:
        raise SetupError(_UNKNOWN) from None
    match url.get_backend_name():
        case "sqlite":
            _make_folder(Path(url.database or "").parent)
            return url.set(drivername="sqlite+pysqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case _:
            raise SetupError(_UNKNOWN)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"KOKUMI_METADATA: the folder {folder} cannot be made: {error.strerror}") from None


_UNKNOWN = "KOKUMI_METADATA: must be sqlite:///file or postgresql://user:password@host/database"


def _engine(url: URL) -> Engine:
    # Parameters may be secrets or people's names, and error messages are logged.
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url, hide_parameters=True, pool_size=_CONNECTIONS, max_overflow=_AT_MOST - _CONNECTIONS
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(
            url,
            hide_parameters=True,
            pool_size=_CONNECTIONS,
            max_overflow=_AT_MOST - _CONNECTIONS,
            pool_pre_ping=True,
        )
    except ModuleNotFoundError:
        raise SetupError("PostgreSQL needs a driver: pip install 'kokumi[postgresql]'") from None


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says
    connection.execute(f"pragma busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma secure_delete = on")  # deleted rows are overwritten with zeros
    # SQLite's own knows ASCII only, and a search should find Été by été.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: object) -> str | None:
    return text.lower() if isinstance(text, str) else None


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that turns from reading to writing half way could fail however long it waited.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("begin immediate" if writing else "begin")
