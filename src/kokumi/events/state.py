"""How an event store is, for who looks before anything is changed: nothing is migrated here."""

from __future__ import annotations

from dataclasses import dataclass

import clickhouse_connect
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import DatabaseError, OperationalError

from kokumi.errors import SetupError
from kokumi.events.engine import without_trace
from kokumi.events.layout import read_dsn
from kokumi.events.migrations import applied_version, migrations


@dataclass(frozen=True, slots=True)
class StoreState:
    """The schema's version: as it is, 0 if there is none yet, and as this program has it.

    `oldest` is the instant of the oldest event, in epoch milliseconds; none if there are no events.
    """

    version: int
    latest: int
    oldest: int | None = None


def read_state(dsn: str) -> StoreState:
    """Return how the store is that others may have open too, if it is a server's.

    Raises:
        SetupError: it cannot be opened, with the engine's reason.
    """
    try:
        client = clickhouse_connect.get_client(dsn=read_dsn(dsn)[0])
        try:
            version = applied_version(client)
            return StoreState(version, len(migrations()), _oldest(client) if version else None)
        finally:
            client.close()
    except (DatabaseError, OperationalError, OSError) as error:
        raise SetupError(without_trace(error)) from error


def _oldest(client: Client) -> int | None:
    # Each part of the table knows its oldest event, so that no row is read.
    statement = "select count(), toUnixTimestamp64Milli(min(created_at)) from events"
    ((count, oldest),) = client.query(statement).result_rows
    return int(oldest) if count else None
