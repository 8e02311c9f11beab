"""How a metadata database is, for who looks before anything is changed: nothing is migrated here."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from kokumi.errors import SetupError
from kokumi.metadata.database import connect
from kokumi.metadata.migrations import current, latest
from kokumi.metadata.models import ErasureRow, UserRow, WebsiteRow
from kokumi.metadata.passwords import is_password


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """The schema's revision: as it is, none if there is none yet, and as this program has it.

    `damage` is what SQLite finds wrong with its file; `has_password`: the given password is the user's.
    What follows is counted only if the schema is this program's: erasures that wait, those of them that have
    failed, and websites with a retention of their own.
    """

    revision: str | None
    latest: str
    damage: str
    has_password: bool
    waiting: int = 0
    failing: int = 0
    own_retentions: int = 0


def read_state(dsn: str, username: str, password: str | None) -> DatabaseState:
    """Return how the database is, which a server may use meanwhile.

    Raises:
        SetupError: it cannot be reached, with the database's reason.
    """
    engine = connect(dsn)
    try:
        with engine.connect() as connection:
            revision, newest = current(connection), latest()
            is_current = revision == newest
            return DatabaseState(
                revision,
                newest,
                _damage(connection),
                is_current and password is not None and _has(connection, username, password),
                *(_background(connection) if is_current else ()),
            )
    except DBAPIError as error:
        raise SetupError(str(error.orig).strip().splitlines()[0]) from None
    finally:
        engine.dispose()


def _damage(connection: Connection) -> str:
    if connection.dialect.name != "sqlite":
        return ""
    found = str(connection.exec_driver_sql("pragma quick_check(1)").scalar())
    return "" if found == "ok" else found


def _background(connection: Connection) -> tuple[int, int, int]:
    counted = (
        select(func.count()).select_from(ErasureRow),
        select(func.count()).select_from(ErasureRow).where(ErasureRow.attempts > 0),
        select(func.count()).select_from(WebsiteRow).where(WebsiteRow.retention_days.is_not(None)),
    )
    waiting, failing, own = (connection.scalar(statement) or 0 for statement in counted)
    return waiting, failing, own


def _has(connection: Connection, username: str, password: str) -> bool:
    hashed = connection.scalar(select(UserRow.password_hash).where(UserRow.username == username))
    return is_password(password, hashed)
