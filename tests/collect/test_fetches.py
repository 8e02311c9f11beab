"""Agents that run the tracker: kept in a table of their own, and people's numbers stay as they are."""

from __future__ import annotations

import asyncio
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kokumi.agents.ranges import install, read_published
from kokumi.collect.collector import Accepted, Ignored
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from support.collecting import CHROME, body, client, collecting

pytestmark = [pytest.mark.anyio, pytest.mark.every_store]

_BOTS = ("Mozilla/5.0 (compatible; GPTBot/1.2)", "curl/8.5", "Mozilla/5.0 (compatible; ChatGPT-User/1.0)")


def stored(store: EventStore, website_id: UUID) -> list[tuple[object, ...]]:
    """Return what is stored of agents, in order of their paths."""
    statement = sql(
        """
        select kind, operator, name, proof, reporter, hostname, path, referrer, event_name, status, user_agent
        from agents where website_id = {website:UUID} order by path
        """,
        website=website_id,
    )
    return [tuple(row) for row in store.query(statement, name="test").rows]


async def test_a_bot_is_stored_apart_and_answered_as_before(store: EventStore, website_id: UUID) -> None:
    payload = {"hostname": "example.com", "referrer": "https://news.example/a", "name": "signup"}
    async with collecting(store, website_id) as collector:
        for number, agent in enumerate(_BOTS):
            sent = body(website_id, url=f"/{number}", **payload)
            assert await collector.send(sent, client(agent=agent)) == Ignored("bot")
    rest = ("claimed", "tracker", "example.com")
    seen = ("news.example", "signup", 0)
    assert stored(store, website_id) == [
        ("crawler", "OpenAI", "GPTBot", *rest, "/0", *seen, _BOTS[0]),
        ("tool", "curl", "curl/", *rest, "/1", *seen, _BOTS[1]),
        ("assistant", "OpenAI", "ChatGPT-User", *rest, "/2", *seen, _BOTS[2]),
    ]


@pytest.mark.parametrize(
    ("kind", "path", "peer"),
    [
        pytest.param("identify", "/", "8.8.8.8", id="identify"),
        pytest.param("performance", "/", "8.8.8.8", id="performance"),
        pytest.param("event", "/x", "8.8.8.8", id="ignored-path"),
        pytest.param("event", "/", "9.9.9.9", id="ignored-address"),
    ],
)
async def test_what_is_not_kept_of_bots(
    store: EventStore, website_id: UUID, kind: str, path: str, peer: str
) -> None:
    async with collecting(store, website_id, ignore_paths="/x", ignore_addresses="9.9.9.9") as collector:
        sent = body(website_id, kind, url=path, data={"a": "b"})
        assert await collector.send(sent, client(peer, _BOTS[0])) == Ignored("bot")
    assert stored(store, website_id) == []


async def test_a_long_user_agent_is_cut(store: EventStore, website_id: UUID) -> None:
    async with collecting(store, website_id) as collector:
        await collector.send(body(website_id), client(agent="Googlebot " + "x" * 5000))
    ((*_, user_agent),) = stored(store, website_id)
    assert user_agent == ("Googlebot " + "x" * 490)


async def test_an_address_that_the_operator_publishes_verifies(
    store: EventStore, website_id: UUID, tmp_path: Path
) -> None:
    content = b'{"prefixes": [{"ipv4Prefix": "192.0.2.0/24"}]}'
    install(tmp_path, read_published(content, operator="OpenAI", source=""))
    async with collecting(store, website_id, data=tmp_path) as collector:
        for number, peer in enumerate(("192.0.2.9", "192.0.3.9")):
            await collector.send(body(website_id, url=f"/{number}"), client(peer, _BOTS[0]))
    assert [row[3] for row in stored(store, website_id)] == ["address", "claimed"]


async def test_people_are_stored_the_same_with_bots_among_them(store: EventStore) -> None:
    """The same visitors twice, the second time between agents: their rows are equal but for ids."""
    quiet, busy = uuid4(), uuid4()
    for website_id, bots in ((quiet, ()), (busy, _BOTS)):
        async with collecting(store, website_id) as collector:
            for number in range(20):
                agents = [(bot, "1.1.1.1") for bot in bots] + [(CHROME, f"8.8.8.{number % 7}")]
                outcomes = await asyncio.gather(
                    *(
                        collector.send(body(website_id, url=f"/{number}"), client(peer, agent))
                        for agent, peer in agents
                    )
                )
                assert [type(each) for each in outcomes] == [Ignored] * len(bots) + [Accepted]
    assert _people(store, quiet) == _people(store, busy)
    assert len(stored(store, quiet)) == 0
    assert len(stored(store, busy)) == 60


def _people(store: EventStore, website_id: UUID) -> list[tuple[object, ...]]:
    statement = sql(
        """
        select * except (website_id, session_id, visit_id, event_id), count() over (partition by visit_id)
        from events where website_id = {website:UUID} order by path
        """,
        website=website_id,
    )
    rows = [tuple(row) for row in store.query(statement, name="test").rows]
    assert len(rows) == 20
    return rows
