"""Conditions over ranges: exact for all instants, and read by the day."""

from __future__ import annotations

from itertools import combinations_with_replacement
from uuid import UUID, uuid4

import pytest

from kokumi.domain.events import Event, EventType
from kokumi.domain.times import TimeRange
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventStore
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import created_in, created_near

DAY = 86_400_000
LAST_MONTH = 65_530 * DAY
LAST_OF_DATES = 65_536 * DAY - 1
INSTANTS = (
    *(-DAY, -1, 0, DAY - 1, DAY),
    *(1_772_323_200_000 - 1, 1_772_323_200_000, 1_774_915_200_000),
    *(LAST_MONTH - 1, LAST_MONTH, LAST_OF_DATES, LAST_OF_DATES + 1, LAST_OF_DATES + DAY, 10_000_000_000_000),
)
"""Around the ends of the engine's dates, 1970 and 2149, and of a day and a month in between."""


def store_events(store: EventStore, website_id: UUID, instants: list[int]) -> None:
    """Store a page view at each instant, all of one visit."""
    session_id, visit_id = uuid4(), uuid4()
    events = [Event(website_id, session_id, visit_id, uuid4(), at, EventType.PAGE_VIEW) for at in instants]
    store.insert(EVENTS, [event_row(each) for each in events], token=uuid4().hex)


def stored_in(website_id: UUID, created: Fragment) -> Fragment:
    """Return the question for the instants of a website's events that pass a condition."""
    return sql(
        "select groupArray(at) from (select toUnixTimestamp64Milli(created_at) as at from events"
        " where website_id = {website:UUID} and $created order by at)",
        website=website_id,
        created=created,
    )


@pytest.mark.every_store
def test_a_range_has_the_events_from_its_start_to_its_end(store: EventStore, website_id: UUID) -> None:
    store_events(store, website_id, list(INSTANTS))
    for start, end in combinations_with_replacement(sorted(INSTANTS), 2):
        inside = [at for at in sorted(INSTANTS) if start <= at <= end]
        between = TimeRange(start, end)
        ((found,),) = store.query(stored_in(website_id, created_in(between)), name="test").rows
        assert found == inside, between
        ((nearby,),) = store.query(stored_in(website_id, created_near(between)), name="test").rows
        assert isinstance(nearby, (list, tuple))
        assert set(inside) <= set(nearby), between


@pytest.mark.every_store
def test_an_empty_range_has_no_events(store: EventStore, website_id: UUID) -> None:
    store_events(store, website_id, list(INSTANTS))
    for empty in (TimeRange(1, 0), TimeRange(DAY, 0), TimeRange(0, -DAY), TimeRange(-1, -2)):
        ((found,),) = store.query(stored_in(website_id, created_in(empty)), name="test").rows
        assert found == []


def test_a_day_is_read_without_the_rest_of_its_month(store: EventStore, website_id: UUID) -> None:
    first = 1_772_323_200_000
    store_events(
        store, website_id, [first + hour * 3_600_000 + each for hour in range(720) for each in range(80)]
    )
    question = sql(
        "select sum(cityHash64(visit_id)) from events where website_id = {website:UUID} and $created",
        website=website_id,
        created=created_in(TimeRange(first, first + DAY - 1)),
    )
    assert store.query(question, name="test").rows_read <= 2 * 8_192
