"""The collector for tests: with a clock that is moved by hand, and one website."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from uuid import UUID

from kokumi.collect.collector import Accepted, Collector
from kokumi.collect.commit import Store
from kokumi.collect.place import ClientInfo
from kokumi.domain.websites import Website
from kokumi.events.engine import Limits
from kokumi.events.rows import Row, Table
from kokumi.events.store import Answer, EventStore
from kokumi.settings import Settings
from kokumi.sql.fragment import Fragment, identifier, join, sql
from support.session_keys import MadeUpKeys

CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
OCTOBER_END = 1_761_954_600_000
"""2025-10-31T23:50:00Z."""
MINUTE = 60_000
DAY = 86_400
"""In seconds, as timestamps are."""


class OneWebsite:
    """Knows one website."""

    def __init__(self, website_id: UUID) -> None:
        self.known: Website | None = Website(website_id, "A", "example.com")

    def website(self, website_id: UUID) -> Website | None:
        return self.known if self.known and self.known.id == website_id else None


class Hand:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = OCTOBER_END

    def __call__(self) -> int:
        return self.now


class CountingStore:
    """A store that counts the rows of each insert."""

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self.inserts: list[int] = []

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        return self.store.query(statement, name=name, limits=limits, tag=tag)

    def cancel(self, tag: str) -> None:
        self.store.cancel(tag)

    def insert(self, table: Table, rows: Sequence[Row], *, token: str, most_partitions: int = 0) -> None:
        if rows:
            self.inserts.append(len(rows))
        self.store.insert(table, rows, token=token, most_partitions=most_partitions)


@asynccontextmanager
async def collecting(
    store: Store, website_id: UUID, clock: Hand | None = None, **settings: object
) -> AsyncIterator[Collector]:
    collector = Collector(
        store=store,
        websites=OneWebsite(website_id),
        session_keys=MadeUpKeys(),
        secret=b"s" * 32,
        settings=Settings.model_validate(settings),
        clock=clock or Hand(),
    )
    yield collector
    await collector.close()


def client(peer: str = "8.8.8.8", agent: str = CHROME, **headers: str) -> ClientInfo:
    return ClientInfo(peer, {"user-agent": agent} | {k.replace("_", "-"): v for k, v in headers.items()})


class Editor:
    """May edit every website."""

    async def may_edit(self, website_id: UUID) -> bool:  # noqa: ARG002
        return True


def editor(peer: str = "8.8.8.8", agent: str = CHROME, **headers: str) -> ClientInfo:
    """Return a client who may edit, and so is told the stored ids."""
    return replace(client(peer, agent, **headers), authority=Editor())


def body(website_id: UUID, kind: str = "event", **payload: object) -> dict[str, object]:
    return {"type": kind, "payload": {"website": str(website_id), "url": "/", **payload}}


def rows(
    store: EventStore, website_id: UUID, *columns: str, table: str = "events"
) -> list[tuple[object, ...]]:
    statement = sql(
        "select $columns from $table where website_id = {website:UUID} order by created_at, session_id",
        columns=join(", ", map(identifier, columns)),
        table=identifier(table),
        website=website_id,
    )
    return [tuple(row) for row in store.query(statement, name="test").rows]


def accepted(outcome: object) -> Accepted:
    assert isinstance(outcome, Accepted)
    return outcome
