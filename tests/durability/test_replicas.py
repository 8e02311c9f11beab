"""Replicas that are killed and come back under load: nothing that was answered is lost or doubled."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from kokumi.domain.events import Event, EventType
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventStore
from kokumi.metadata.store import Metadata
from kokumi.metadata.websites import NewWebsite
from kokumi.sql.fragment import sql
from support.clickhouse.servers import Servers, is_cluster_there, running
from support.erasing import erase
from support.load import BROWSER, PASSWORD, Sent, make_website, send
from support.server import serving

pytestmark = pytest.mark.anyio

_CONNECTIONS = 8
_ENOUGH = 100


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests as the server runs."""
    return "asyncio"


@pytest.fixture(scope="module", params=["2x2"] if is_cluster_there() else [])
def replicas() -> Iterator[Servers]:
    """Run a cluster of this module's own: shard 1 on servers 0 and 1, shard 2 on 2 and 3."""
    with running(shards=2, replicas=2) as servers:
        yield servers


def test_with_a_replica_down_a_store_opens_erases_and_answers(
    replicas: Servers, website_id: UUID, tmp_path: Path
) -> None:
    """Of its own accord and in the background, and the replica that comes back has erased the same."""
    metadata = Metadata(f"sqlite:///{tmp_path / 'metadata.sqlite'}")
    user = metadata.users.create("ada", "a quiet password")
    deleted = metadata.websites.create(NewWebsite("Shop", "", user.id)).id
    dsn = replicas.new_database()
    other = uuid4()
    EventStore(dsn, clients=1).close()
    replicas.end(3)
    store = EventStore(dsn, clients=1)
    for website in (website_id, deleted, other):
        rows = [
            event_row(Event(website, uuid4(), uuid4(), uuid4(), 1_760_000_000_000, EventType.PAGE_VIEW))
            for _ in range(20)
        ]
        store.insert(EVENTS, rows, token=uuid4().hex)
    store.erase(website_id)
    metadata.websites.delete(deleted)
    erase(store, metadata)
    assert metadata.erasures.waiting() == 0
    metadata.close()
    counted = sql("select website_id, count() from events group by 1")
    assert store.query(counted, name="test").rows == [(other, 20)]
    replicas.start(3)
    store.close()
    database = dsn.rpartition("/")[2].partition("?")[0]
    replicas.ask(f"system sync replica {database}.events_local", 3)
    one, another = (
        replicas.ask(f"select sum(cityHash64(*)) from {database}.events_local", number) for number in (2, 3)
    )
    assert one == another


async def test_answered_events_survive_replicas_that_are_killed(replicas: Servers, tmp_path: Path) -> None:
    """Each in turn, those that are asked first and those that are not; the one that Kokumi speaks to last."""
    dsn = replicas.new_database()
    settings = {"KOKUMI_EVENTS": dsn, "KOKUMI_ADMIN_PASSWORD": PASSWORD, "KOKUMI_LOG_LEVEL": "error"}
    with serving(tmp_path, **settings) as server:
        sent, is_over = Sent(await make_website(server.address)), asyncio.Event()
        async with httpx.AsyncClient(base_url=server.address, headers=BROWSER, timeout=60) as http:
            senders = [
                asyncio.ensure_future(send(http, sent, number, is_over.is_set))
                for number in range(_CONNECTIONS)
            ]
            for number in (2, 1, 3, 0):
                await _answered(sent, senders)
                await asyncio.to_thread(replicas.end, number, signal.SIGKILL)
                if number != 0:
                    await _answered(sent, senders)
                await asyncio.to_thread(replicas.start, number)
            await _answered(sent, senders)
            is_over.set()
            await asyncio.gather(*senders)
        assert server.stop() == 0
    database = dsn.rpartition("/")[2].partition("?")[0]
    for number in range(len(replicas.nodes)):
        replicas.ask(f"system sync replica {database}.events_local", number)
    for shown_by in range(len(replicas.nodes)):
        sent.check(_paths(replicas.address(database, shown_by), UUID(sent.website)))


async def _answered(sent: Sent, senders: Sequence[asyncio.Future[None]]) -> None:
    """Wait until enough more has been answered."""
    enough = len(sent.answered) + _ENOUGH
    while len(sent.answered) < enough:
        await asyncio.sleep(0.005)
        assert not any(sender.done() for sender in senders), [sender.exception() for sender in senders]


def _paths(dsn: str, website_id: UUID) -> dict[str, int]:
    store = EventStore(dsn, clients=1)
    counted = sql(
        "select path, count() from events where website_id = {website:UUID} group by path", website=website_id
    )
    found = {str(path): int(str(times)) for path, times in store.query(counted, name="test").rows}
    store.close()
    return found
