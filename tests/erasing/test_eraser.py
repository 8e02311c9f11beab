"""The eraser on every store: what was asked for goes, from all tables, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

import pytest
from clickhouse_connect.driver.exceptions import DatabaseError

from kokumi.domain.events import Event, EventType, Identification
from kokumi.erasing.eraser import GRACE_MILLISECONDS, Eraser
from kokumi.events.layout import TABLES
from kokumi.events.rows import AGENTS, EVENTS, IDENTIFICATIONS, agent_row, event_row, identification_row
from kokumi.events.store import EventStore
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite
from kokumi.sql.fragment import Fragment, identifier, sql
from support.agents import fetch
from support.clickhouse.servers import Servers, is_server_there
from support.erasing import drive, erase, later, mutations

pytestmark = pytest.mark.every_store

_AT = 1_760_000_000_000
_SESSIONS = (uuid4(), uuid4())


def store_both(
    store: EventStore, website_ids: Sequence[UUID], *, at: int = _AT, sessions: Sequence[UUID] = _SESSIONS
) -> None:
    """Store an event and an identification of each session on each website, and as many fetches of agents."""
    pairs = [(website_id, session_id) for website_id in website_ids for session_id in sessions]
    events = [
        event_row(Event(website_id, session_id, uuid4(), uuid4(), at, EventType.PAGE_VIEW))
        for website_id, session_id in pairs
    ]
    said = [
        identification_row(Identification(website_id, session_id, at, "someone", ()))
        for website_id, session_id in pairs
    ]
    fetches = [agent_row(fetch(website_id, at=at)) for website_id, _ in pairs]
    store.insert(AGENTS, fetches, token=uuid4().hex)
    store.insert(EVENTS, events, token=uuid4().hex)
    store.insert(IDENTIFICATIONS, said, token=uuid4().hex)


def rows(store: EventStore, website_id: UUID, session_id: UUID | None = None) -> list[tuple[int, int]]:
    """Return, for each table, how many rows a website or a session has, and a sum of all their bytes."""
    condition = sql("website_id = {website:UUID}", website=website_id)
    if session_id is not None:
        condition = sql("$condition and session_id = {session:UUID}", condition=condition, session=session_id)
    found = []
    for table in TABLES:
        statement = sql(
            "select count(), sum(cityHash64(*)) from $table where $condition",
            table=identifier(table),
            condition=condition,
        )
        ((count, checksum),) = store.query(statement, name="test").rows
        found.append((int(str(count)), int(str(checksum))))
    return found


def counts(store: EventStore, website_id: UUID, session_id: UUID | None = None) -> list[int]:
    """Return how many rows of each table a website or a session has."""
    return [count for count, _ in rows(store, website_id, session_id)]


def websites(metadata: Metadata, user: User, number: int) -> list[UUID]:
    """Make websites."""
    return [metadata.websites.create(NewWebsite("Shop", "", user.id)).id for _ in range(number)]


def test_deletions_resets_and_sessions_share_a_mutation(
    store: EventStore, metadata: Metadata, ada: User
) -> None:
    """42 of each are one mutation of each table, and other websites and visitors stay byte for byte."""
    deleted, reset, visited = (websites(metadata, ada, 14) for _ in range(3))
    (other,) = websites(metadata, ada, 1)
    store_both(store, [*deleted, *reset, *visited, other])
    kept = [rows(store, website_id, _SESSIONS[1]) for website_id in visited]
    untouched = rows(store, other)
    before = mutations(store)
    for website_id in deleted:
        metadata.websites.delete(website_id)
    for website_id in reset:
        for _ in range(3):
            metadata.websites.reset(website_id)
    for website_id in visited:
        metadata.erasures.request_sessions(website_id, _SESSIONS[:1])
    assert metadata.erasures.waiting() == 42
    erase(store, metadata)
    shards = 2 if store.layout.cluster else 1
    assert mutations(store) - before <= len(TABLES) * shards
    assert metadata.erasures.waiting() == 0
    assert [counts(store, website_id) for website_id in (*deleted, *reset)] == [[0, 0, 0]] * 28
    assert [counts(store, website_id, _SESSIONS[0]) for website_id in visited] == [[0, 0, 0]] * 14
    assert [rows(store, website_id, _SESSIONS[1]) for website_id in visited] == kept
    assert rows(store, other) == untouched
    again = NewWebsite("Shop", "", ada.id, id=deleted[0])
    assert metadata.websites.create(again).id == deleted[0]


def test_nothing_is_erased_before_the_grace_time_is_over(
    store: EventStore, metadata: Metadata, ada: User
) -> None:
    """Events that arrive within it go as well; so does what arrives while the engine erases."""
    (website_id,) = websites(metadata, ada, 1)
    store_both(store, [website_id])
    metadata.websites.delete(website_id)
    asked_at = metadata.clock()
    eraser = Eraser(store, metadata, clock=metadata.clock)
    assert not eraser.run_once(asked_at)
    assert counts(store, website_id) == [2, 2, 2]
    store_both(store, [website_id])
    assert eraser.run_once(asked_at + GRACE_MILLISECONDS)
    store_both(store, [website_id])
    drive(eraser, asked_at + GRACE_MILLISECONDS)
    assert metadata.erasures.waiting() == 1
    drive(eraser, asked_at + 3_600_000)
    eraser.stop()
    assert (metadata.erasures.waiting(), counts(store, website_id)) == (0, [0, 0, 0])


def test_another_process_goes_on(store: EventStore, metadata: Metadata, ada: User) -> None:
    """An eraser that stops leaves a mutation that runs; the next one takes it over and starts none anew."""
    (website_id,) = websites(metadata, ada, 1)
    store_both(store, [website_id])
    metadata.websites.delete(website_id)
    first, second = (Eraser(store, metadata, clock=metadata.clock) for _ in range(2))
    assert first.run_once(later(metadata))
    started = mutations(store)
    first.stop()
    drive(second, later(metadata))
    second.stop()
    assert mutations(store) == started
    assert (metadata.erasures.waiting(), counts(store, website_id)) == (0, [0, 0, 0])


def test_reset_that_comes_while_one_is_under_way(store: EventStore, metadata: Metadata, ada: User) -> None:
    """It is not lost, waits for its turn, and however many come, one waits."""
    (website_id,) = websites(metadata, ada, 1)
    store_both(store, [website_id])
    metadata.websites.reset(website_id)
    eraser = Eraser(store, metadata, clock=metadata.clock)
    assert eraser.run_once(later(metadata))
    for _ in range(10):
        metadata.websites.reset(website_id)
    assert metadata.erasures.waiting(website_id) == 2
    store_both(store, [website_id])
    before = mutations(store)
    drive(eraser, later(metadata))
    drive(eraser, later(metadata))
    eraser.stop()
    assert 0 < mutations(store) - before <= len(TABLES) * 2
    assert (metadata.erasures.waiting(), counts(store, website_id)) == (0, [0, 0, 0])


@pytest.fixture(params=["server"] if is_server_there() else [])
def own_store(request: pytest.FixtureRequest) -> Iterator[EventStore]:
    """Open a store on the one server that no other test uses."""
    server = request.getfixturevalue("server")
    assert isinstance(server, Servers)
    opened = EventStore(server.new_database(), clients=1)
    yield opened
    opened.close()


def test_what_fails_is_tried_again(own_store: EventStore, metadata: Metadata, ada: User) -> None:
    """A store that refuses delays an erasure, longer each time, and it is done once the store takes it."""
    (website_id,) = websites(metadata, ada, 1)
    store_both(own_store, [website_id])
    metadata.websites.delete(website_id)
    eraser = Eraser(own_store, metadata, clock=metadata.clock)
    own_store.run(Fragment("rename table identifications to away"))
    now = later(metadata)
    for pause in (30_000, 60_000):
        with pytest.raises(DatabaseError):
            eraser.run_once(now)
        assert not eraser.run_once(now + pause - 1)
        now += pause
    own_store.run(Fragment("rename table away to identifications"))
    drive(eraser, now)
    eraser.stop()
    assert (metadata.erasures.waiting(), counts(own_store, website_id)) == (0, [0, 0, 0])
