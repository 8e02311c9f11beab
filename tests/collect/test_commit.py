"""Group commit: answered means durable, once; overload and failures are told, and nothing waits for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from kokumi.collect.commit import GroupCommit
from kokumi.collect.visits import NO_VISIT, Arrival
from kokumi.domain.events import Event, EventType, Identification
from kokumi.errors import OverloadedError
from kokumi.events.engine import Limits
from kokumi.events.rows import Row, Table
from kokumi.events.store import Answer, EventStore
from kokumi.sql.fragment import Fragment, sql

pytestmark = [pytest.mark.anyio, pytest.mark.every_store]
NOON = 1_760_097_600_000
DAY = 86_400_000


class FailingStore:
    """A store whose inserts fail as often as told, before or after they went through."""

    def __init__(self, store: EventStore, *, failures: int, after: bool = False) -> None:
        self.store = store
        self.failures = failures
        self.after = after
        self.inserts: list[tuple[str, int]] = []

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        return self.store.query(statement, name=name, limits=limits, tag=tag)

    def cancel(self, tag: str) -> None:
        self.store.cancel(tag)

    def insert(self, table: Table, rows: Sequence[Row], *, token: str, most_partitions: int = 0) -> None:
        if rows:
            self.inserts.append((table.name, len(rows)))
        if rows and self.failures:
            self.failures -= 1
            if self.after:
                self.store.insert(table, rows, token=token, most_partitions=most_partitions)
            raise OSError("no space left on device")
        self.store.insert(table, rows, token=token, most_partitions=most_partitions)


def arrival(website_id: UUID, event_id: UUID | None = None, at: int = NOON) -> Arrival:
    event = Event(website_id, uuid4(), NO_VISIT, event_id or uuid4(), at, EventType.PAGE_VIEW)
    return Arrival(event, at == NOON, 0)


def stored(store: EventStore, website_id: UUID) -> list[tuple[UUID, UUID]]:
    statement = sql(
        "select event_id, visit_id from events where website_id = {website:UUID}", website=website_id
    )
    return [(UUID(str(row[0])), UUID(str(row[1]))) for row in store.query(statement, name="test").rows]


async def test_all_that_were_answered_are_stored_once(store: EventStore, website_id: UUID) -> None:
    commit = GroupCommit(store)
    sent = {uuid4(): None for _ in range(300)}
    visits = await asyncio.gather(*(commit.store(arrival(website_id, each)) for each in sent))
    assert sorted(stored(store, website_id)) == sorted(zip(sent, visits, strict=True))
    await commit.close()


async def test_requests_of_a_moment_share_an_insert(store: EventStore, website_id: UUID) -> None:
    counting = FailingStore(store, failures=0)
    commit = GroupCommit(counting, largest=100)
    said = Identification(website_id, uuid4(), NOON, "u1", ())
    await asyncio.gather(
        *(commit.store(arrival(website_id)) for _ in range(150)), commit.store(Arrival(said, True, 0))
    )
    assert counting.inserts == [("events", 100), ("events", 50), ("identifications", 1)]
    await commit.close()


@pytest.mark.parametrize("after", [False, True], ids=["before", "after-it-went-through"])
async def test_a_retry_stores_nothing_twice(store: EventStore, website_id: UUID, *, after: bool) -> None:
    failing = FailingStore(store, failures=2, after=after)
    commit = GroupCommit(failing)
    sent = [uuid4() for _ in range(10)]
    visits = await asyncio.gather(*(commit.store(arrival(website_id, each)) for each in sent))
    assert sorted(stored(store, website_id)) == sorted(zip(sent, visits, strict=True))
    assert failing.inserts == [("events", 10)] * 3
    await commit.close()


async def test_a_store_that_stays_broken_fails_those_who_wait_and_no_others(
    store: EventStore, website_id: UUID
) -> None:
    failing = FailingStore(store, failures=3)
    commit = GroupCommit(failing)
    said = Identification(website_id, uuid4(), NOON, "u1", ())
    lost, kept = await asyncio.gather(
        commit.store(arrival(website_id)), commit.store(Arrival(said, True, 0)), return_exceptions=True
    )
    assert isinstance(lost, OverloadedError)
    assert isinstance(kept, UUID)
    assert stored(store, website_id) == []
    later = uuid4()
    visit_id = await commit.store(arrival(website_id, later))
    assert stored(store, website_id) == [(later, visit_id)]
    await commit.close()


async def test_a_flooded_website_is_told_so_while_others_are_taken(
    store: EventStore, website_id: UUID
) -> None:
    commit = GroupCommit(store, capacity=10)
    other = uuid4()
    outcomes = await asyncio.gather(
        *(commit.store(arrival(website_id)) for _ in range(8)),
        *(commit.store(arrival(other)) for _ in range(4)),
        return_exceptions=True,
    )
    refused = [each.retry_after if isinstance(each, OverloadedError) else None for each in outcomes]
    # A website may have as many waiting as there are places left.
    assert refused == [None] * 5 + [1] * 3 + [None] * 3 + [1]
    assert (len(stored(store, website_id)), len(stored(store, other))) == (5, 3)
    await commit.close()


async def test_a_flood_over_many_months_holds_up_no_other_website(
    store: EventStore, website_id: UUID
) -> None:
    """The months of an insert are few, and an event waits for the insert that runs and for its own."""
    counting = FailingStore(store, failures=0)
    commit = GroupCommit(counting, largest=20)
    months = [NOON - number * 31 * DAY for number in range(40)]
    flood = [asyncio.ensure_future(commit.store(arrival(website_id, at=at))) for at in months]
    await flood[0]
    before = len(counting.inserts)
    other = uuid4()
    await commit.store(arrival(other))
    assert len(counting.inserts) - before <= 2
    await asyncio.gather(*flood)
    assert counting.inserts[0] == ("events", 4)
    assert (len(stored(store, website_id)), len(stored(store, other))) == (40, 1)
    await commit.close()


async def test_a_flood_of_one_month_holds_up_no_other_website(store: EventStore, website_id: UUID) -> None:
    counting = FailingStore(store, failures=0)
    commit = GroupCommit(counting, largest=20)
    flood = [asyncio.ensure_future(commit.store(arrival(website_id))) for _ in range(200)]
    await flood[0]
    before = len(counting.inserts)
    await commit.store(arrival(uuid4()))
    assert len(counting.inserts) - before <= 2
    await asyncio.gather(*flood)
    assert counting.inserts[-1] == ("events", 1)
    assert len(stored(store, website_id)) == 200
    await commit.close()


async def test_closing_stores_what_waits_and_takes_no_more(store: EventStore, website_id: UUID) -> None:
    commit = GroupCommit(store, pause=0.5)
    waiting = [asyncio.ensure_future(commit.store(arrival(website_id))) for _ in range(5)]
    await asyncio.sleep(0)
    await asyncio.wait_for(commit.close(), 10)
    assert len(await asyncio.gather(*waiting)) == 5
    assert len(stored(store, website_id)) == 5
    with pytest.raises(OverloadedError):
        await commit.store(arrival(website_id))


async def test_one_who_leaves_does_not_disturb_the_others(store: EventStore, website_id: UUID) -> None:
    commit = GroupCommit(store)
    leaving = asyncio.ensure_future(commit.store(arrival(website_id)))
    staying = asyncio.ensure_future(commit.store(arrival(website_id)))
    await asyncio.sleep(0)
    leaving.cancel()
    assert isinstance(await asyncio.wait_for(staying, 10), UUID)
    await commit.close()
