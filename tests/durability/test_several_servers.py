"""Several `kokumi serve` before one store: started at once, and all of a visitor's events are one visit."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from support import postgresql
from support.clickhouse.servers import Servers
from support.load import BROWSER, PASSWORD, Sent, make_website
from support.server import Server, serving
from support.stores import SHARED

pytestmark = pytest.mark.anyio

_VISITORS = 25
_EVENTS = 8


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests as the server runs."""
    return "asyncio"


@pytest.mark.parametrize(
    ("store", "database"), list(zip(SHARED, ("sqlite", "postgresql"), strict=False)), ids=SHARED
)
async def test_servers_that_start_at_once_share_all(
    request: pytest.FixtureRequest, tmp_path: Path, store: str, database: str
) -> None:
    """On one machine with SQLite, and with a `KOKUMI_DATA` each and PostgreSQL as if on several."""
    servers = request.getfixturevalue(store)
    assert isinstance(servers, Servers)
    with ExitStack() as ending:
        settings = {
            "KOKUMI_EVENTS": servers.new_database(),
            "KOKUMI_ADMIN_PASSWORD": PASSWORD,
            # The answers to a trusted machine name the visits as they are stored.
            "KOKUMI_TRUSTED_PROXIES": "127.0.0.1",
        }
        folders = [tmp_path] * 2
        if database == "postgresql":
            running = ending.enter_context(postgresql.running())
            settings["KOKUMI_METADATA"] = running.new_database()
            folders = [tmp_path / "1", tmp_path / "2"]
        started = _start_at_once(ending, folders, settings)
        sent = Sent(await make_website(started[0].address))
        answers = await _send_each_visitors_events_to_all(started, sent)
        events = EventStore(settings["KOKUMI_EVENTS"], clients=1)
        ending.callback(events.close)
        sent.check(_paths(events, UUID(sent.website)))
        assert {len(visits) for visits in answers} == {1}
        visits = {visit for each in answers for visit in each}
        assert len(visits) == _VISITORS
        assert _visits(events, UUID(sent.website)) == dict.fromkeys(visits, _EVENTS)
        assert [server.stop() for server in started] == [0, 0]


def _start_at_once(ending: ExitStack, folders: list[Path], settings: dict[str, str]) -> list[Server]:
    with ThreadPoolExecutor(len(folders)) as threads:
        return list(threads.map(lambda folder: ending.enter_context(serving(folder, **settings)), folders))


async def _send_each_visitors_events_to_all(servers: list[Server], sent: Sent) -> list[set[str]]:
    """Return the visits that each visitor's events were given; two at a time, to different servers."""
    async with AsyncExitStack() as ending:
        clients = [
            await ending.enter_async_context(
                httpx.AsyncClient(base_url=server.address, headers=BROWSER, timeout=60)
            )
            for server in servers
        ]
        people = [uuid4().hex for _ in range(_VISITORS)]
        return list(await asyncio.gather(*(_visit(clients, sent, person) for person in people)))


async def _visit(clients: list[httpx.AsyncClient], sent: Sent, person: str) -> set[str]:
    visits = set()
    for _ in range(_EVENTS // len(clients)):
        events = [sent.event(id=person) for _ in clients]
        answers = await asyncio.gather(
            *(client.post("/api/send", json=body) for client, (_, body) in zip(clients, events, strict=True))
        )
        visits |= {answer.json()["visitId"] for answer in answers}
        sent.answered.update(path for path, _ in events)
    return visits


def _paths(store: EventStore, website_id: UUID) -> dict[str, int]:
    return _counted(store, "path", website_id)


def _visits(store: EventStore, website_id: UUID) -> dict[str, int]:
    return _counted(store, "toString(visit_id)", website_id)


def _counted(store: EventStore, value: str, website_id: UUID) -> dict[str, int]:
    counted = sql(
        f"select {value}, count() from events where website_id = {{website:UUID}} group by 1",
        website=website_id,
    )
    return {str(found): int(str(times)) for found, times in store.query(counted, name="test").rows}
