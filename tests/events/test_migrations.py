"""The schema on a server and on a cluster: from nothing, by several at once, from older; what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from uuid import UUID, uuid4

import clickhouse_connect
import pytest
from clickhouse_connect.driver.client import Client

from kokumi.domain.events import Event, EventType
from kokumi.errors import SetupError
from kokumi.events.engine import ALWAYS
from kokumi.events.layout import read_dsn
from kokumi.events.migrations import Migration, migrate, migrations
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.state import StoreState, read_state
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from support.clickhouse.servers import Servers
from support.stores import SHARED

LATER = Migration(
    len(migrations()) + 1, "later", ("alter table $events add column if not exists extra String default 'x'",)
)


@pytest.fixture(params=SHARED)
def servers(request: pytest.FixtureRequest) -> Servers:
    """Return the one server, then the cluster."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Servers)
    return found


@contextmanager
def connected(dsn: str) -> Iterator[Client]:
    """Ask the server itself."""
    client = clickhouse_connect.get_client(dsn=read_dsn(dsn)[0], settings=dict(ALWAYS))
    yield client
    client.close()


@contextmanager
def opened(dsn: str) -> Iterator[EventStore]:
    """Open a store."""
    store = EventStore(dsn, clients=1)
    yield store
    store.close()


def test_several_processes_begin_at_once(servers: Servers, website_id: UUID) -> None:
    dsn = servers.new_database()
    event = Event(website_id, uuid4(), uuid4(), uuid4(), 1_760_000_000_000, EventType.PAGE_VIEW)

    def begin(_number: int) -> int:
        with opened(dsn) as store:
            store.insert(EVENTS, [event_row(event)], token=uuid4().hex)
            return len(store.query(sql("select * from identifications"), name="test").rows)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(begin, range(4))) == [0] * 4
    with connected(dsn) as client:
        assert client.query("select count() from events").result_rows == [(4,)]
        found = client.query("select distinct version, name from schema_migrations order by version")
        assert found.result_rows == [(each.version, each.name) for each in migrations()]


def test_an_older_store_is_brought_up_to_date(servers: Servers, website_id: UUID) -> None:
    """Every server gets the new column, and what was stored keeps its rows."""
    dsn = servers.new_database()
    event = Event(website_id, uuid4(), uuid4(), uuid4(), 1_760_000_000_000, EventType.PAGE_VIEW)
    with opened(dsn) as store:
        store.insert(EVENTS, [event_row(event)], token="first")
    address, layout = read_dsn(dsn)
    with connected(dsn) as client:
        for _ in range(2):
            migrate(client, layout, [*migrations(), LATER])
        assert client.query("select event_id, extra from events").result_rows == [(event.event_id, "x")]
        client.command("insert into events (website_id, extra) values (generateUUIDv4(), 'y')")
        assert client.query("select extra from events order by extra").result_rows == [("x",), ("y",)]
    database = address.rpartition("/")[2]
    for node in range(len(servers.nodes)):
        with connected(servers.address(database, node)) as client:
            assert client.query("select extra from events order by extra").result_rows == [("x",), ("y",)]


def test_event_ids_are_no_longer_compressed(servers: Servers, website_id: UUID) -> None:
    """On every server; what was stored before is there as it was."""
    dsn = servers.new_database()
    event = Event(website_id, uuid4(), uuid4(), uuid4(), 1_760_000_000_000, EventType.PAGE_VIEW)
    address, layout = read_dsn(dsn)
    database = address.rpartition("/")[2]
    with connected(dsn) as client:
        migrate(client, layout, migrations()[:1])
        client.command("insert into events (created_at, event_id) values (1, generateUUIDv4())")
    with opened(dsn) as store:
        store.insert(EVENTS, [event_row(event)], token="later")
        assert store.query(sql("select uniqExact(event_id) from events"), name="test").rows == [(2,)]
    for node in range(len(servers.nodes)):
        with connected(servers.address(database, node)) as client:
            found = client.query(
                "select distinct compression_codec from system.columns"
                " where database = currentDatabase() and name = 'event_id'"
                " and (database, table) in"
                " (select database, name from system.tables where engine like '%MergeTree')"
            )
            assert found.result_rows == [("CODEC(NONE)",)]


def test_a_store_tells_its_version_before_and_after_its_first_start(servers: Servers) -> None:
    dsn = servers.new_database()
    before = read_state(dsn)
    EventStore(dsn, clients=1).close()
    latest = len(migrations())
    assert [before, read_state(dsn)] == [StoreState(0, latest), StoreState(latest, latest)]


def test_data_of_a_newer_program_is_left_alone(servers: Servers) -> None:
    dsn = servers.new_database()
    with opened(dsn):
        pass
    with connected(dsn) as client:
        client.command("insert into schema_migrations (version, name) values (999, 'later')")
    known = len(migrations())
    with pytest.raises(SetupError, match=rf"newer version of Kokumi \(schema 999, this one knows {known}\)"):
        EventStore(dsn)


@pytest.mark.parametrize("servers", SHARED[1:], indirect=True)
@pytest.mark.parametrize(
    ("begun", "asked", "message"),
    [
        ("", "?cluster=lab", "is not laid out for the cluster lab: its table events is MergeTree"),
        ("?cluster=lab", "", "is not laid out for a single server: its table events is Distributed"),
        (None, "?cluster=lob", "the server knows no cluster lob, only lab"),
        (None, "?cluster=l%27b", "cluster must be a name of letters, digits and `_.-`"),
        (None, "?clutser=lab", "a parameter of the address is not known"),
        (None, "none", "Database .*none does not exist"),
    ],
)
def test_what_does_not_fit_is_refused(servers: Servers, begun: str | None, asked: str, message: str) -> None:
    address = servers.new_database().partition("?")[0]
    if begun is not None:
        EventStore(address + begun, clients=1).close()
    with pytest.raises(SetupError, match=message):
        EventStore(address + asked)


def test_the_embedded_engine_has_no_cluster() -> None:
    with pytest.raises(SetupError, match="the embedded engine has no cluster"):
        EventStore("chdb:///nowhere?cluster=lab")
