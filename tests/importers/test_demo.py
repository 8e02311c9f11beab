"""The demo's rows: exactly as many as asked for, the same on every run, and shaped like real visits."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from kokumi.domain.times import iso
from kokumi.events.store import EventStore
from kokumi.importers.demo.generation import Demo, generate
from kokumi.sql.fragment import sql

ENDS_AT = 1_790_000_000_000
DEMO = Demo(events=20_000, seed=7, ends_at=ENDS_AT)
HALF_AN_HOUR = 30 * 60_000

Rows = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def made(store: EventStore) -> EventStore:
    """Return the store with the demo in it."""
    for _ in generate(DEMO, store):
        pass
    return store


def ask(store: EventStore, text: str, demo: Demo = DEMO) -> Rows:
    """Return the rows of a question about the demo's events."""
    answer = store.query(sql(text, website=demo.website_id), name="test")
    return [tuple(row) for row in answer.rows]


def checksum(store: EventStore, demo: Demo) -> Rows:
    return ask(
        store, "select sum(cityHash64(*)), count() from events where website_id = {website:UUID}", demo
    )


def test_reports_how_far_it_is(store: EventStore) -> None:
    demo = Demo(events=9_000, seed=11, ends_at=ENDS_AT)
    stored = list(generate(demo, store, batch=500))
    assert stored == sorted(set(stored))
    assert stored[-1] == 9_000
    assert len(stored) > 2


def test_makes_the_same_rows_whatever_the_batches(store: EventStore) -> None:
    demo = Demo(events=5_000, seed=12, ends_at=ENDS_AT)
    list(generate(demo, store))
    first = checksum(store, demo)
    list(generate(demo, store, batch=300))
    assert checksum(store, demo) == first
    assert first[0][1] == 5_000


def test_makes_the_same_rows_on_every_store(stores: dict[str, EventStore]) -> None:
    demo = Demo(events=3_000, seed=15, ends_at=ENDS_AT)
    for store in stores.values():
        list(generate(demo, store))
    sums = {name: checksum(store, demo) for name, store in stores.items()}
    assert sums == dict.fromkeys(stores, sums["embedded"])


def test_makes_other_rows_from_another_seed(store: EventStore) -> None:
    text = (
        "select groupArray(path) from (select path from events where website_id = {website:UUID} limit 100)"
    )
    answers = []
    for seed in (13, 14):
        demo = Demo(events=500, seed=seed, ends_at=ENDS_AT)
        list(generate(demo, store))
        answers.append(ask(store, text, demo))
    assert answers[0] != answers[1]


def test_stays_within_its_92_days(made: EventStore) -> None:
    [(count, ids, first, last)] = ask(
        made,
        "select count(), uniqExact(event_id), toUnixTimestamp64Milli(min(created_at)),"
        " toUnixTimestamp64Milli(max(created_at)) from events where website_id = {website:UUID}",
    )
    assert (count, ids) == (20_000, 20_000)
    assert iso(DEMO.starts_at) == "2026-06-22T00:00:00Z"
    # A visitor far east of Greenwich begins the first day while it is still the day before in UTC.
    assert DEMO.starts_at - 12 * 3_600_000 <= int(str(first)) < DEMO.starts_at + 86_400_000
    assert ENDS_AT - 3_600_000 < int(str(last)) <= ENDS_AT


SHAPE = {
    "events a visitor": ("count() / uniqExact(session_id)", 6.3, 7.7),
    "events a visit": ("count() / uniqExact(visit_id)", 4.5, 5.5),
    "buyers": ("uniqExactIf(session_id, event_name = 'purchase') / uniqExact(session_id)", 0.01, 0.06),
    "identified": ("uniqExactIf(session_id, distinct_id != '') / uniqExact(session_id)", 0.1, 0.2),
    "visits by campaign": ("countIf(utm_source != '') / uniqExact(visit_id)", 0.2, 0.5),
    "countries": ("uniqExact(country)", 15, 30),
    "browsers": ("uniqExact(browser)", 5, 12),
    "event names": ("uniqExact(event_name)", 9, 12),
    "paths": ("uniqExact(path)", 25, 60),
    "titles": ("uniqExact(title)", 25, 60),
    "referrers": ("uniqExact(referrer)", 12, 30),
    "host names": ("uniqExact(hostname)", 2, 2),
    "days": ("uniqExact(toDate(created_at))", 92, 93),
    "two click ids": ("countIf(gclid != '' and fbclid != '')", 0, 0),
    "ads": ("least(countIf(gclid != ''), countIf(fbclid != ''), countIf(twclid != ''))", 5, 900),
    "growth": ("countIf(created_at > '2026-08-24') / countIf(created_at < '2026-07-20')", 1.1, 2.0),
    "weekends": ("countIf(toDayOfWeek(created_at) = 6) / countIf(toDayOfWeek(created_at) = 2)", 0.6, 0.95),
}


@pytest.mark.parametrize("name", SHAPE)
def test_looks_like_a_shop(made: EventStore, name: str) -> None:
    figure, low, high = SHAPE[name]
    [(value,)] = ask(made, "select " + figure + " from events where website_id = {website:UUID}")
    assert low <= float(str(value)) <= high


def test_leaks_at_every_step_of_the_funnel(made: EventStore) -> None:
    [counts] = ask(
        made,
        """
        select uniqExact(session_id), uniqExactIf(session_id, path like '/products/%'),
            uniqExactIf(session_id, event_name = 'add-to-cart'), uniqExactIf(session_id, path = '/checkout'),
            uniqExactIf(session_id, event_name = 'purchase')
        from events where website_id = {website:UUID}
        """,
    )
    figures = [int(str(count)) for count in counts]
    assert all(later < 0.8 * earlier for earlier, later in pairwise(figures))
    assert figures[-1] > 0


def test_keeps_visits_whole_and_apart(made: EventStore) -> None:
    [(within, between)] = ask(
        made,
        """
        with pauses as (
            select visit_id, toUnixTimestamp64Milli(created_at) as at,
                lagInFrame(visit_id) over visitor as visit_before,
                lagInFrame(at) over visitor as at_before
            from events where website_id = {website:UUID}
            window visitor as (partition by session_id order by created_at, toUInt128(event_id))
        )
        select maxIf(at - at_before, visit_id = visit_before),
            minIf(at - at_before, visit_id != visit_before and at_before > 0)
        from pauses
        """,
    )
    assert int(str(within)) <= HALF_AN_HOUR < int(str(between))


def test_earns_in_three_currencies_what_the_properties_say(made: EventStore) -> None:
    rows = ask(
        made,
        """
        select revenue_currencies[1], sum(revenue_amounts[1]),
            sum(toDecimal128(property_values[indexOf(property_names, 'revenue')], 4)),
            countIf(property_values[indexOf(property_names, 'currency')] != revenue_currencies[1])
        from events where website_id = {website:UUID} and notEmpty(revenue_currencies)
        group by 1 order by 1
        """,
    )
    assert [row[0] for row in rows] == ["EUR", "GBP", "USD"]
    assert all(row[1] == row[2] and Decimal(str(row[1])) > 0 and row[3] == 0 for row in rows)


def test_has_properties_of_every_kind(made: EventStore) -> None:
    text = """
        select name, type, anyLast(value) != '' from events
        array join property_names as name, property_types as type, property_values as value
        where website_id = {website:UUID} group by 1, 2 order by 1
    """
    kinds = {
        "currency": 1,
        "delivery": 4,
        "express": 3,
        "first_order": 3,
        "items": 2,
        "newsletter": 3,
        "plan": 1,
        "price": 2,
        "product": 1,
        "quantity": 2,
        "query": 1,
        "results": 2,
        "revenue": 2,
    }
    assert ask(made, text) == [(name, kind, 1) for name, kind in kinds.items()]


def test_identifies_its_customers_once(made: EventStore) -> None:
    text = """
        select count(), uniqExact(session_id),
            (select uniqExact(session_id) from events where website_id = {website:UUID} and distinct_id != '')
        from identifications where website_id = {website:UUID}
    """
    [(rows, sessions, identified)] = ask(made, text)
    assert rows == sessions == identified
