"""Statistics of sessions on a few scripted visits, whole answers."""

from __future__ import annotations

from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kokumi.domain.events import Identification, Property, PropertyType
from kokumi.domain.paging import PageRequest
from kokumi.errors import NotFoundError
from kokumi.events.rows import IDENTIFICATIONS, identification_row
from kokumi.events.store import EventStore
from kokumi.queries.query import EventSelection
from kokumi.statistics.base import NoParameters
from kokumi.statistics.session import SESSION, SESSION_ACTIVITY, SessionParameters
from kokumi.statistics.session_data import (
    ONE_SESSION_DATA,
    SESSION_PROPERTIES,
    SESSION_VALUES,
    SessionValuesParameters,
)
from kokumi.statistics.session_list import SESSION_LIST, SessionListParameters
from kokumi.statistics.session_totals import SESSION_TOTALS
from kokumi.statistics.session_weekly import SESSION_WEEKLY
from oracle.making import custom, ms, sale, view
from support.statistics import OCTOBER, ask, fill, october
from support.store_events import as_uuid

pytestmark = pytest.mark.every_store

ANN = {"browser": "chrome", "country": "FR", "city": "Paris", "distinct_id": "ann@example.com"}
PRO = ("plan", PropertyType.TEXT, "pro")
EVENTS = [
    view("/", "2025-09-30T10:00:00Z", visit="a0", browser="old browser"),
    view("/", "2025-10-02T10:00:00Z", visit="a1", browser="firefox", country="FR"),
    custom("signup", "2025-10-02T10:01:30.600Z", visit="a1", query="x=1", referrer="a.example", **ANN),
    view("/b", "2025-10-05T23:30:00Z", visit="a2", hostname="shop.example.com", **ANN),
    view("/", "2025-10-03T10:00:00Z", "bob", browser="safari", country="US"),
]


@pytest.fixture(scope="module")
def site(store: EventStore) -> UUID:
    """Return a website with those events and two identified sessions, beside another like it."""
    made = uuid4()
    for website in (made, uuid4()):
        fill(store, website, EVENTS)
        said = [
            ("ann", "2025-10-02T10:00:00Z", (("plan", PropertyType.TEXT, "free"),)),
            ("ann", "2025-10-02T10:05:00Z", (PRO, ("age", PropertyType.NUMBER, "30"))),
            ("bob", "2025-10-03T10:00:00Z", (PRO,)),
            ("nobody", "2025-10-03T10:00:00Z", (PRO,)),
        ]
        rows = [
            Identification(website, as_uuid(who), ms(at), who, tuple(Property(*each) for each in properties))
            for who, at, properties in said
        ]
        store.insert(IDENTIFICATIONS, [identification_row(row) for row in rows], token=str(uuid4()))
    return made


def ann_in_october(site: UUID) -> dict[str, object]:
    """Return Ann's row of the list."""
    return {
        "id": str(as_uuid("ann")),
        "websiteId": str(site),
        "hostname": "shop.example.com",
        "distinctId": "ann@example.com",
        "browser": "chrome",
        "os": "",
        "device": "",
        "screen": "",
        "language": "",
        "country": "FR",
        "region": "",
        "city": "Paris",
        "firstAt": "2025-10-02T10:00:00Z",
        "lastAt": "2025-10-05T23:30:00Z",
        "visits": 2,
        "views": 2,
        "events": 1,
        "createdAt": "2025-10-05T23:30:00Z",
    }


def test_a_session_in_the_list(store: EventStore, site: UUID) -> None:
    found = ask(store, site, SESSION_LIST, SessionListParameters(PageRequest(1, 1)))
    assert found == {"data": [ann_in_october(site)], "count": 2, "page": 1, "pageSize": 1}


LISTS: dict[str, tuple[PageRequest, dict[str, object], int, list[str]]] = {
    "latest first": (PageRequest(), {}, 2, ["ann", "bob"]),
    "the second page": (PageRequest(2, 1), {}, 2, ["bob"]),
    "past the end": (PageRequest(5, 10), {}, 2, []),
    "far past the end": (PageRequest(10**30, 10), {}, 2, []),
    "that contain a text": (PageRequest(1, 10, "SAFARI"), {}, 1, ["bob"]),
    "with a filter": (PageRequest(), {"country": "US"}, 1, ["bob"]),
}


@pytest.mark.parametrize(("page", "filters", "count", "who"), LISTS.values(), ids=LISTS)
def test_session_list(
    store: EventStore, site: UUID, page: PageRequest, filters: dict[str, object], count: int, who: list[str]
) -> None:
    found = ask(store, site, SESSION_LIST, SessionListParameters(page), october(filters))
    assert isinstance(found, dict)
    ids = [each["id"] for each in found["data"]]
    assert (found["count"], ids) == (count, [str(as_uuid(name)) for name in who])


def test_sessions_with_revenue_in_a_currency(store: EventStore) -> None:
    """They are listed whole: with the views that earned nothing, and in one currency only."""
    made = uuid4()
    dollars = sale("5", "2025-10-02T10:01:00Z", "bob")
    euros = sale("5", "2025-10-02T10:01:00Z", "ann", "EUR")
    fill(store, made, [view("/", "2025-10-02T10:00:00Z", "bob"), dollars, euros])
    found = ask(store, made, SESSION_LIST, SessionListParameters(PageRequest(), "USD"))
    assert isinstance(found, dict)
    rows = [(each["id"], each["views"], each["events"]) for each in found["data"]]
    assert (found["count"], rows) == (1, [(str(as_uuid("bob")), 1, 1)])


def test_session_totals(store: EventStore, site: UUID) -> None:
    assert ask(store, site, SESSION_TOTALS, NoParameters()) == {
        "pageviews": {"value": 3},
        "visitors": {"value": 2},
        "visits": {"value": 3},
        "countries": {"value": 2},
        "events": {"value": 1},
    }


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", {(0, 23): 1, (4, 10): 1, (5, 10): 1}),
        ("Asia/Tokyo", {(1, 8): 1, (4, 19): 1, (5, 19): 1}),
    ],
)
def test_session_weekly(
    store: EventStore, site: UUID, zone: str, expected: dict[tuple[int, int], int]
) -> None:
    found = ask(store, site, SESSION_WEEKLY, NoParameters(), EventSelection(OCTOBER, ZoneInfo(zone)))
    assert found == [[expected.get((day, hour), 0) for hour in range(24)] for day in range(7)]


def test_one_session_over_all_its_events(store: EventStore, site: UUID) -> None:
    listed = ann_in_october(site)
    known = {name: value for name, value in listed.items() if name not in {"hostname", "createdAt"}}
    assert ask(store, site, SESSION, SessionParameters(as_uuid("ann")), EventSelection()) == {
        **known,
        "firstAt": "2025-09-30T10:00:00Z",
        "visits": 3,
        "views": 3,
        "totaltime": 90,
    }


def test_a_session_that_is_not_there(store: EventStore, site: UUID) -> None:
    with pytest.raises(NotFoundError):
        ask(store, site, SESSION, SessionParameters(uuid4()), EventSelection())


def test_activity(store: EventStore, site: UUID) -> None:
    found = ask(store, site, SESSION_ACTIVITY, SessionParameters(as_uuid("ann")))
    assert isinstance(found, list)
    assert [each["createdAt"] for each in found] == [
        "2025-10-05T23:30:00Z",
        "2025-10-02T10:01:30.600Z",
        "2025-10-02T10:00:00Z",
    ]
    assert found[1] == {
        "createdAt": "2025-10-02T10:01:30.600Z",
        "urlPath": "/",
        "urlQuery": "x=1",
        "referrerDomain": "a.example",
        "eventId": str(as_uuid(EVENTS[2].event_id)),
        "eventType": 2,
        "eventName": "signup",
        "visitId": str(as_uuid("a1")),
        "hostname": "example.com",
        "hasData": False,
    }


def test_properties_of_a_session_are_the_latest(store: EventStore, site: UUID) -> None:
    ids = {"websiteId": str(site), "sessionId": str(as_uuid("ann")), "dateValue": None}
    at = {"createdAt": "2025-10-02T10:05:00Z"}
    assert ask(store, site, ONE_SESSION_DATA, SessionParameters(as_uuid("ann")), EventSelection()) == [
        {**ids, **at, "dataKey": "age", "dataType": 2, "stringValue": "30", "numberValue": 30},
        {**ids, **at, "dataKey": "plan", "dataType": 1, "stringValue": "pro", "numberValue": None},
    ]


def test_session_data(store: EventStore, site: UUID) -> None:
    assert ask(store, site, SESSION_PROPERTIES, NoParameters()) == [
        {"propertyName": "plan", "total": 2},
        {"propertyName": "age", "total": 1},
    ]
    assert ask(store, site, SESSION_VALUES, SessionValuesParameters("plan")) == [{"value": "pro", "total": 2}]
    assert ask(store, site, SESSION_VALUES, SessionValuesParameters()) == [
        {"value": "pro", "total": 2},
        {"value": "30", "total": 1},
    ]
    in_the_us = october({"country": "US"})
    assert ask(store, site, SESSION_PROPERTIES, NoParameters(), in_the_us) == [
        {"propertyName": "plan", "total": 1}
    ]
