"""What a payload's `ip` and `userAgent` reach, and which ids the public is told."""

from __future__ import annotations

from uuid import UUID

import pytest

from kokumi.collect.place import ClientInfo
from kokumi.events.store import EventStore
from support.collecting import CHROME, accepted, body, client, collecting, editor, rows

pytestmark = pytest.mark.anyio

FORWARDED = {"x_forwarded_for": "9.9.9.9"}


@pytest.mark.parametrize(
    ("sender", "claim", "is_the_visitor"),
    [
        pytest.param(client("9.9.9.9"), {"ip": "8.8.8.8", "userAgent": CHROME}, False, id="stranger"),
        pytest.param(client("9.9.9.9"), {"ip": "8.8.8.8"}, False, id="stranger-with-the-same-browser"),
        pytest.param(client(agent="Mozilla/5.0 X"), {"userAgent": CHROME}, False, id="neighbour"),
        pytest.param(client(), {"ip": "8.8.8.8", "userAgent": CHROME}, True, id="visitor-who-names-themself"),
        pytest.param(client(), {"ip": "[::ffff:8.8.8.8]:443"}, True, id="visitor-in-another-spelling"),
        pytest.param(editor("9.9.9.9", "x"), {"ip": "8.8.8.8", "userAgent": CHROME}, True, id="editor"),
        pytest.param(client("10.0.0.1", "x"), {"ip": "8.8.8.8", "userAgent": CHROME}, True, id="trusted"),
        pytest.param(client("10.0.0.1", **FORWARDED), {"ip": "8.8.8.8"}, False, id="behind-a-trusted-proxy"),
        pytest.param(client("10.0.0.1", x_real_ip=""), {"ip": "8.8.8.8"}, False, id="with-an-empty-header"),
        pytest.param(client("10.0.0.1", x_forwarded_for="8.8.8.8"), {}, True, id="visitor-behind-the-proxy"),
    ],
)
async def test_whose_session_a_claim_reaches(
    store: EventStore, website_id: UUID, sender: ClientInfo, claim: dict[str, object], *, is_the_visitor: bool
) -> None:
    async with collecting(store, website_id, trusted_proxies="10.0.0.0/8") as collector:
        await collector.send(body(website_id, url="/visitor"), client("8.8.8.8"))
        await collector.send(body(website_id, "event", **({"url": "/claim"} | claim)), sender)
        await collector.send(body(website_id, "identify", data={"a": 1}, **claim), sender)
    found = rows(store, website_id, "path", "session_id")
    visitors, claimed = ({row[1] for row in found if row[0] == path} for path in ("/visitor", "/claim"))
    said = {row[0] for row in rows(store, website_id, "session_id", table="identifications")}
    assert (len(visitors), len(claimed), said) == (1, 1, claimed)
    assert (claimed == visitors) is is_the_visitor


async def test_two_senders_of_one_claim_have_nothing_in_common(store: EventStore, website_id: UUID) -> None:
    async with collecting(store, website_id) as collector:
        for peer in ("9.9.9.1", "9.9.9.2", "9.9.9.1"):
            await collector.send(body(website_id, ip="8.8.8.8", userAgent=CHROME), client(peer))
    sessions = [row[0] for row in rows(store, website_id, "session_id")]
    assert len(set(sessions)) == 2


async def test_the_public_is_told_ids_of_its_own(store: EventStore, website_id: UUID) -> None:
    """The same for each event of a visit, so that they can be compared, and stored nowhere."""
    async with collecting(store, website_id, trusted_proxies="10.0.0.0/8") as collector:
        public = [accepted(await collector.send(body(website_id), client())) for _ in range(2)]
        named = accepted(await collector.send(body(website_id, id="u1"), client()))
        claim = body(website_id, ip="8.8.8.8", userAgent=CHROME)
        told = [accepted(await collector.send(claim, each)) for each in (editor(), client("10.0.0.1"))]
    visitors, persons = (
        {row[1:] for row in rows(store, website_id, "distinct_id", "session_id", "visit_id") if row[0] == id_}
        for id_ in ("", "u1")
    )
    assert {(each.session_id, each.visit_id) for each in told} == visitors
    public_ids = {(each.session_id, each.visit_id) for each in (*public, named)}
    assert (len(visitors), len(persons), len(public_ids)) == (1, 1, 2)
    stored = {id_ for ids in visitors | persons for id_ in ids}
    assert stored.isdisjoint(id_ for ids in public_ids for id_ in ids)
