"""Deleting over HTTP: routes only ask for it, whatever waits or runs, and it is done soon after."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid4

import httpx
import pytest

from api.declared import api_client
from api.people import sign_up
from kokumi.app import Kokumi, create_api
from kokumi.domain.events import Event, EventType
from kokumi.erasing.eraser import Eraser
from kokumi.events.rows import EVENTS, event_row
from kokumi.sql.fragment import sql
from support.erasing import drive, erase, later, mutations

pytestmark = pytest.mark.anyio

_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}
_EVER = "startAt=0&endAt=4000000000000"


async def _make(http: httpx.AsyncClient, website_id: UUID) -> httpx.Response:
    return await http.post("/api/websites", json={"name": "Shop", "id": str(website_id)})


async def _send(http: httpx.AsyncClient, website_id: UUID, address: str) -> Mapping[str, str]:
    payload = {"website": str(website_id), "url": "/secret", "ip": address}
    sent = await http.post("/api/send", json={"type": "event", "payload": payload}, headers=_BROWSER)
    identified = {"website": str(website_id), "ip": address, "data": {"plan": "pro"}}
    await http.post("/api/send", json={"type": "identify", "payload": identified}, headers=_BROWSER)
    answer: Mapping[str, str] = sent.json()
    return answer


def _stored(kokumi: Kokumi, website_id: UUID) -> list[tuple[object, ...]]:
    statement = sql(
        "select 'event' as kind, session_id, visit_id from events where website_id = {website:UUID}"
        " union all select 'identify', session_id, session_id from identifications"
        " where website_id = {website:UUID}",
        website=website_id,
    )
    return sorted((tuple(row) for row in kokumi.store.query(statement, name="test").rows), key=str)


async def test_creation_erases_nothing(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """42 websites with made-up ids at once cost the engine not a single mutation."""
    http.headers.update(sign_up(kokumi, "ada"))
    before = mutations(kokumi.store)
    made = await asyncio.gather(*(_make(http, uuid4()) for _ in range(42)))
    erase(kokumi.store, kokumi.metadata)
    assert [answer.status_code for answer in made] == [200] * 42
    assert mutations(kokumi.store) == before


async def test_deletions_and_resets_only_ask(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """42 at once start nothing in the engine; then they are one mutation. Others are served meanwhile."""
    http.headers.update(sign_up(kokumi, "ada"))
    ids = [uuid4() for _ in range(42)]
    for website_id in ids:
        await _make(http, website_id)
    kokumi.store.insert(
        EVENTS,
        [
            event_row(Event(website_id, uuid4(), uuid4(), uuid4(), 1_760_000_000_000, EventType.PAGE_VIEW))
            for website_id in ids
        ],
        token=uuid4().hex,
    )
    before = mutations(kokumi.store)
    asked = await asyncio.gather(
        *(http.delete(f"/api/websites/{website_id}") for website_id in ids[:21]),
        *(http.post(f"/api/websites/{website_id}/reset") for website_id in ids[21:]),
    )
    assert [answer.json() for answer in asked] == [{"ok": True}] * 42
    assert mutations(kokumi.store) == before
    assert (await http.get(f"/api/websites/{ids[-1]}/stats?{_EVER}")).json()["pageviews"] == 0

    eraser = Eraser(kokumi.store, kokumi.metadata, clock=kokumi.clock)
    assert eraser.run_once(later(kokumi.metadata))
    assert (await http.get("/api/share/nope")).status_code == 404
    assert (await http.get("/api/websites")).json()["count"] == 21
    drive(eraser, later(kokumi.metadata))
    assert mutations(kokumi.store) == before + 1
    assert [_stored(kokumi, website_id) for website_id in ids] == [[]] * 42


async def test_a_loop_of_resets_costs_one_mutation(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """However often it is called, one request waits."""
    http.headers.update(sign_up(kokumi, "ada"))
    website_id = uuid4()
    await _make(http, website_id)
    await _send(http, website_id, "192.0.2.1")
    before = mutations(kokumi.store)
    for _ in range(42):
        assert (await http.post(f"/api/websites/{website_id}/reset")).status_code == 200
    assert kokumi.metadata.erasures.waiting() == 1
    erase(kokumi.store, kokumi.metadata)
    assert (mutations(kokumi.store), _stored(kokumi, website_id)) == (before + 2, [])


async def test_one_visitor(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """What is stored of one visitor goes, other visitors stay, and who comes again is counted again."""
    http.headers.update(sign_up(kokumi, "ada"))
    website_id = uuid4()
    await _make(http, website_id)
    gone, other = [await _send(http, website_id, address) for address in ("192.0.2.1", "192.0.2.2")]
    everything = _stored(kokumi, website_id)
    address = f"/api/websites/{website_id}/sessions/{gone['sessionId']}"
    assert (await http.delete(address)).json() == {"ok": True}
    assert (await http.delete(address)).json() == {"ok": True}
    assert kokumi.metadata.erasures.waiting() == 1
    erase(kokumi.store, kokumi.metadata)
    left = _stored(kokumi, website_id)
    assert left == [row for row in everything if str(row[1]) == other["sessionId"]]
    assert len(left) == 2
    for answer in (await http.get(address), await http.delete(address)):
        assert (answer.status_code, answer.json()["error"]["message"]) == (404, "There is no such session.")

    again = await _send(http, website_id, "192.0.2.1")
    assert again["sessionId"] == gone["sessionId"]
    session = (await http.get(address)).json()
    assert (session["visits"], session["views"], session["totaltime"]) == (1, 1, 0)


async def test_session_of_another_website(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Who may not edit a website learns nothing of its sessions, and a session is found on its own only."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    website_id, his = uuid4(), uuid4()
    for owner, made in ((ada, website_id), (bob, his)):
        http.headers.update(owner)
        await _make(http, made)
    sent = await _send(http, website_id, "192.0.2.1")
    paths = [
        f"/api/websites/{of}/sessions/{session}"
        for of in (website_id, his, uuid4())
        for session in (sent["sessionId"], uuid4())
    ]
    answers = [(await http.delete(path)).status_code for path in paths]
    assert answers == [403, 403, 404, 404, 403, 403]
    assert (await http.delete(f"/api/websites/{his}/sessions/none")).status_code == 404
    assert kokumi.metadata.erasures.waiting() == 0


async def test_retention(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A website's own retention is set when it is made and later, and taken away again."""
    http.headers.update(sign_up(kokumi, "ada"))
    made = (await http.post("/api/websites", json={"name": "Shop", "retentionDays": 90})).json()
    address = f"/api/websites/{made['id']}"
    changes: list[dict[str, object]] = [{"retentionDays": 30}, {"name": "Store"}, {"retentionDays": None}]
    changed = [(await http.post(address, json=change)).json()["retentionDays"] for change in changes]
    assert (made["retentionDays"], changed) == (90, [30, 30, None])
    assert (await http.get(address)).json()["retentionDays"] is None
    for days in (0, 36_501, 1.5, "many"):
        refused = await http.post(address, json={"retentionDays": days})
        assert (refused.status_code, refused.json()["error"]["details"][0]["path"]) == (400, "retentionDays")


async def test_retention_of_the_server(kokumi: Kokumi) -> None:
    """A website cannot keep its events for longer than the server does."""
    settings = kokumi.settings.model_copy(update={"retention_days": 30})
    async with api_client(create_api(replace(kokumi, settings=settings))) as http:
        http.headers.update(sign_up(kokumi, "ada"))
        made = await http.post("/api/websites", json={"name": "Shop", "retentionDays": 30})
        longer = {"name": "Shop", "retentionDays": 31}
        refused = [
            await http.post(path, json=longer)
            for path in ("/api/websites", f"/api/websites/{made.json()['id']}")
        ]
    assert made.json()["retentionDays"] == 30
    details = [
        {"path": "retentionDays", "message": "must be at most 30: this server keeps no event for longer"}
    ]
    assert [answer.json()["error"]["details"] for answer in refused] == [details] * 2
