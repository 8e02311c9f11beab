"""The collector as a whole: a body and a request in, rows of the event store out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kokumi.collect.authority import STRANGER, Authority
from kokumi.collect.collector import Accepted, Ignored
from kokumi.errors import BadRequestError, CallerError, ForbiddenError, TooLargeError
from kokumi.events.store import EventStore
from support.collecting import (
    CHROME,
    DAY,
    MINUTE,
    OCTOBER_END,
    CountingStore,
    Hand,
    accepted,
    body,
    client,
    collecting,
    editor,
    rows,
)

pytestmark = [pytest.mark.anyio, pytest.mark.every_store]


async def test_an_event_with_everything(store: EventStore, website_id: UUID) -> None:
    async with collecting(store, website_id) as collector:
        outcome = await collector.send(
            body(
                website_id,
                name="purchase",
                url="https://shop.example.com/cart?utm_source=news&gclid=g#top",
                referrer="https://www.google.com/search?q=a",
                title="Cart",
                hostname="shop.example.com",
                language="en-GB",
                screen="1440x900",
                tag="b",
                data={"revenue": 5, "currency": "eur", "cart": {"items": ["a"]}},
            ),
            editor(),
        )
    answer = accepted(outcome)
    found = rows(
        store,
        website_id,
        *("session_id", "visit_id", "event_type", "event_name", "tag", "hostname", "path", "query", "title"),
        *("referrer", "referrer_path", "referrer_query", "utm_source", "gclid", "browser", "os", "device"),
        *("screen", "language", "country", "distinct_id", "property_names", "property_types"),
        *("property_values", "revenue_currencies"),
    )
    assert found == [
        (
            answer.session_id,
            answer.visit_id,
            *(2, "purchase", "b", "shop.example.com", "/cart#top", "utm_source=news&gclid=g", "Cart"),
            *("google.com", "/search", "q=a", "news", "g", "chrome", "Linux", "laptop"),
            *("1440x900", "en-GB", "US", ""),
            ["revenue", "currency", "cart.items"],
            [2, 1, 5],
            ["5", "eur", '["a"]'],
            ["EUR"],
        )
    ]


async def test_a_page_view_a_sample_and_an_identification(store: EventStore, website_id: UUID) -> None:
    async with collecting(store, website_id) as collector:
        await collector.send(body(website_id, url="/a#b"), client())
        await collector.send(
            body(website_id, "performance", url="/a#b", lcp=1200.5, name="x"), client("8.8.4.4")
        )
        await collector.send(body(website_id, "identify", id="u1", data={"plan": "pro"}), client())
        await collector.send(body(website_id, id="u1"), client("1.1.1.1"))
    found = rows(
        store,
        website_id,
        "event_type",
        "event_name",
        "path",
        "distinct_id",
        "property_names",
        "property_values",
    )
    assert sorted(found) == [
        (1, "", "/", "u1", [], []),
        (1, "", "/a#b", "", [], []),
        (5, "", "/a", "", ["lcp"], ["1200.5"]),
    ]
    said = rows(
        store, website_id, "distinct_id", "property_names", "property_values", table="identifications"
    )
    assert said == [("u1", ["plan"], ["pro"])]
    (session,) = {row[0] for row in rows(store, website_id, "session_id", table="identifications")}
    assert session in {row[0] for row in rows(store, website_id, "session_id")}


async def test_a_claimed_visitor_is_stored_as_claimed(store: EventStore, website_id: UUID) -> None:
    """Place, device and bot are those of the claim, whoever makes it."""
    async with collecting(store, website_id) as collector:
        for sender in (client("10.0.0.1", "curl/8.5"), editor("10.0.0.1", "curl/8.5")):
            await collector.send(body(website_id, ip="8.8.8.8", userAgent=CHROME), sender)
            assert await collector.send(body(website_id, userAgent="curl/8.5"), sender) == Ignored("bot")
        await collector.send(body(website_id, ip="10.1.1.1", browser="b", os="o", device="d"), client())
    found = rows(store, website_id, "browser", "os", "device", "country")
    assert sorted(found) == [("b", "o", "d", ""), *[("chrome", "Linux", "desktop", "US")] * 2]


async def test_a_visit_goes_on_across_the_change_of_period_with_its_token(
    store: EventStore, website_id: UUID
) -> None:
    clock = Hand()
    async with collecting(store, website_id, clock) as collector:
        first = accepted(await collector.send(body(website_id), client()))
        clock.now += 20 * MINUTE
        second = accepted(await collector.send(body(website_id), client(x_umami_cache=first.cache)))
        clock.now += 20 * MINUTE
        third = accepted(await collector.send(body(website_id), client(x_umami_cache=second.cache)))
        without = accepted(await collector.send(body(website_id), client()))
    assert (second.session_id, second.visit_id) == (first.session_id, first.visit_id)
    assert (third.session_id, third.visit_id) == (first.session_id, first.visit_id)
    assert without.session_id != first.session_id


async def test_a_visit_goes_on_across_a_restart(store: EventStore, website_id: UUID) -> None:
    clock = Hand()
    visits = []
    for minutes in (0, 30, 31):
        clock.now += minutes * MINUTE
        async with collecting(store, website_id, clock) as collector:
            # With an id, so that the change of month does not matter.
            visits.append(accepted(await collector.send(body(website_id, id="u1"), client())).visit_id)
    assert visits[0] == visits[1] != visits[2]


async def test_another_websites_token_is_not_honoured(store: EventStore) -> None:
    one, other = uuid4(), uuid4()
    clock = Hand()
    async with collecting(store, other, clock) as elsewhere:
        token = accepted(await elsewhere.send(body(other), client())).cache
    clock.now += 20 * MINUTE
    async with collecting(store, one, clock) as collector:
        with_token = accepted(await collector.send(body(one), client(x_umami_cache=token)))
        without = accepted(await collector.send(body(one), client()))
    assert with_token.session_id == without.session_id


@contextmanager
def refused(kind: type[CallerError], *paths: str) -> Iterator[None]:
    with pytest.raises(kind) as error:
        yield
    assert [detail.path for detail in error.value.details] == list(paths)


async def test_what_is_refused_or_ignored_is_not_stored(store: EventStore, website_id: UUID) -> None:
    async with collecting(
        store, website_id, ignore_addresses="9.9.9.0/24", ignore_paths="/admin*,/exact"
    ) as collector:
        with refused(BadRequestError, "payload.website"):
            await collector.send(body(uuid4()), client())
        with refused(BadRequestError, "payload.url"):
            await collector.send(body(website_id, url="https://["), client())
        with refused(BadRequestError, "payload.data.a.b"):
            await collector.send(body(website_id, data={"a": {"b": "x" * 501}}), client())
        for sender, claim in (
            (client("9.9.9.9"), {}),
            (client("9.9.9.9"), {"ip": "8.8.8.8", "userAgent": CHROME}),
            (editor("9.9.9.9"), {"ip": "8.8.8.8"}),
            (client(), {"ip": "9.9.9.9"}),
        ):
            with refused(ForbiddenError):
                await collector.send(body(website_id, **claim), sender)
        outcomes = [
            await collector.send(body(website_id), client(agent="Googlebot/2.1")),
            await collector.send(body(website_id, url="/admin/users"), client()),
            await collector.send(body(website_id, url="/exact"), client()),
        ]
        assert outcomes == [Ignored("bot"), Ignored("ignored-path"), Ignored("ignored-path")]
        assert rows(store, website_id, "path") == []
        await collector.send(body(website_id, url="/exact/not"), client())
    assert rows(store, website_id, "path") == [("/exact/not",)]


class EditorOfOne:
    """May edit one website."""

    def __init__(self, website_id: UUID) -> None:
        self.website_id = website_id

    async def may_edit(self, website_id: UUID) -> bool:
        return website_id == self.website_id


@pytest.mark.parametrize(
    ("is_editor", "days", "late", "taken"),
    [
        pytest.param(False, 7, 7 * DAY, True, id="stranger"),
        pytest.param(False, 7, 7 * DAY + 1, False, id="stranger-too-late"),
        pytest.param(False, 30, 30 * DAY, True, id="stranger-as-the-operator-says"),
        pytest.param(True, 7, 25 * 365 * DAY, True, id="editor"),
    ],
)
async def test_how_late_an_event_may_come(
    store: EventStore, website_id: UUID, days: int, late: int, *, is_editor: bool, taken: bool
) -> None:
    authority: Authority = EditorOfOne(website_id) if is_editor else STRANGER
    at = OCTOBER_END // 1000 - late
    async with collecting(store, website_id, late_days=days) as collector:
        (outcome,) = await collector.batch(
            [body(website_id, timestamp=at)], replace(client(), authority=authority)
        )
    assert len(rows(store, website_id, "path")) == taken
    if not taken:
        assert isinstance(outcome, BadRequestError)
        assert outcome.message == (
            "payload.timestamp: must not be more than 7 days ago; with an API key that may edit the website, "
            "any time since the year 2000 will do"
        )


@pytest.mark.parametrize(
    ("is_editor", "inserts"),
    [pytest.param(False, [1], id="stranger"), pytest.param(True, [4] * 5, id="editor")],
)
async def test_a_batch_of_many_months_makes_small_inserts(
    store: EventStore, website_id: UUID, inserts: list[int], *, is_editor: bool
) -> None:
    counting = CountingStore(store)
    authority: Authority = EditorOfOne(website_id) if is_editor else STRANGER
    months = [body(website_id, timestamp=OCTOBER_END // 1000 - month * 31 * DAY) for month in range(20)]
    async with collecting(counting, website_id) as collector:
        await collector.batch(months, replace(client(), authority=authority))
    assert counting.inserts == inserts


async def test_a_batch_gives_way_between_its_items_and_shares_an_insert(
    store: EventStore, website_id: UUID
) -> None:
    counting = CountingStore(store)
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with collecting(counting, website_id) as collector:
        turning = asyncio.ensure_future(count_turns())
        await collector.batch([body(website_id, url=f"/{number}") for number in range(500)], client())
        turning.cancel()
        with pytest.raises(TooLargeError):
            await collector.batch([None] * 501, client())
    assert turns >= 500
    assert counting.inserts == [500]


async def test_bots_count_if_the_operator_wants_them(store: EventStore, website_id: UUID) -> None:
    async with collecting(store, website_id, bot_check=False) as collector:
        accepted(await collector.send(body(website_id), client(agent="curl/8.5")))


async def test_headers_of_trusted_proxies_name_address_and_place(store: EventStore, website_id: UUID) -> None:
    headers = {
        "x_forwarded_for": "8.8.8.8",
        "cf_ipcountry": "DE",
        "cf_region_code": "BE",
        "cf_ipcity": "Berlin",
    }
    async with collecting(store, website_id, trusted_proxies="10.0.0.0/8") as collector:
        proxied = accepted(await collector.send(body(website_id), client("10.0.0.1", **headers)))
        direct = accepted(await collector.send(body(website_id), client("8.8.8.8")))
        forged = accepted(await collector.send(body(website_id), client("1.1.1.1", **headers)))
    assert proxied.session_id == direct.session_id != forged.session_id
    found = rows(store, website_id, "country", "region", "city")
    assert sorted(found)[1:] == [("DE", "DE-BE", "Berlin"), ("US", "", "")]


async def test_a_batch_stores_what_is_good_in_the_order_given(store: EventStore, website_id: UUID) -> None:
    clock = Hand()
    async with collecting(store, website_id, clock) as collector:
        seconds = OCTOBER_END // 1000
        outcomes = await collector.batch(
            [
                body(website_id, timestamp=seconds, url="/1"),
                body(website_id, timestamp="soon"),
                None,
                body(website_id, timestamp=seconds - 40 * 60, url="/2"),
                body(website_id, timestamp=seconds - 20 * 60, url="/3"),
                body(website_id, userAgent="curl/8"),
            ],
            editor(),
        )
        with refused(BadRequestError, ""):
            await collector.batch({}, client())
    kinds = [type(each) for each in outcomes]
    assert kinds == [Accepted, BadRequestError, BadRequestError, Accepted, Accepted, Ignored]
    visits = [each.visit_id for each in outcomes if isinstance(each, Accepted)]
    assert rows(store, website_id, "path", "visit_id") == [
        ("/2", visits[1]),
        ("/3", visits[2]),
        ("/1", visits[0]),
    ]
    # Twenty minutes from both of its neighbours, the third joins the earlier.
    assert visits[2] == visits[1] != visits[0]
