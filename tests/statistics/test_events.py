"""Statistics of events and their data on a few scripted events, whole answers."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from kokumi.domain.paging import PageRequest
from kokumi.events.store import EventStore
from kokumi.queries.query import EventSelection
from kokumi.statistics.base import NoParameters
from kokumi.statistics.event_data import (
    DATA_FIELDS,
    DATA_PROPERTIES,
    DATA_TOTALS,
    DATA_VALUES,
    EVENT_PROPERTIES,
    EventPropertiesParameters,
    PropertyParameters,
)
from kokumi.statistics.event_data_list import (
    EVENT_DATA_LIST,
    ONE_EVENT_DATA,
    EventDataListParameters,
    OneEventParameters,
)
from kokumi.statistics.event_list import EVENT_LIST, EventListParameters
from kokumi.statistics.event_series import EVENT_SERIES, EventSeriesParameters
from kokumi.statistics.event_totals import EVENT_TOTALS, EventTotalsParameters
from kokumi.statistics.intervals import Interval
from oracle.making import custom, event, view
from oracle.model import CUSTOM_EVENT
from support.statistics import ask, fill, october
from support.store_events import as_uuid

pytestmark = pytest.mark.every_store

DATA = (
    ("plan", 1, "pro"),
    ("price", 2, "19.5"),
    ("trial", 3, "true"),
    ("until", 4, "2025-11-02T10:30:00.000Z"),
    ("tags", 5, '["a","b"]'),
)
EVENTS = [
    view("/a", "2025-10-02T10:00:00Z", query="x=1", title="A", referrer="www.google.com", city="Paris"),
    event(
        CUSTOM_EVENT,
        "2025-10-02T10:00:00.500Z",
        path="/a",
        event_name="signup",
        properties=DATA,
        event_id="s",
    ),
    custom("call", "2025-10-03T09:00:00Z", "bob"),
    custom("signup", "2025-10-03T09:00:01Z", "bob"),
    event(
        CUSTOM_EVENT,
        "2025-10-03T09:00:02Z",
        "bob",
        path="/",
        event_name="signup",
        properties=(("plan", 1, "pro"),),
    ),
    event(
        1, "2025-10-03T09:30:00Z", "bob", path="/b", properties=(("until", 4, "2025-11-02T10:59:00.000Z"),)
    ),
    event(5, "2025-10-03T10:00:00Z", "bob", path="/b", properties=(("lcp", 2, "100"),)),
    custom("signup", "2025-09-10T09:00:00Z", "old"),
]


@pytest.fixture(scope="module")
def site(store: EventStore) -> UUID:
    """Return a website with those events, beside another whose events must change nothing."""
    made = uuid4()
    fill(store, made, EVENTS)
    fill(store, uuid4(), EVENTS)
    return made


def listed(store: EventStore, site: UUID, page: PageRequest) -> tuple[object, object]:
    """Return how many events there are, and those of a page by their path or name."""
    found = ask(store, site, EVENT_LIST, EventListParameters(page))
    assert isinstance(found, dict)
    assert (found["page"], found["pageSize"]) == (page.number, page.size)
    return found["count"], [each["eventName"] or each["urlPath"] for each in found["data"]]


PAGES = {
    "all": (PageRequest(), (6, ["/b", "signup", "signup", "call", "signup", "/a"])),
    "the second": (PageRequest(2, 4), (6, ["signup", "/a"])),
    "past the end": (PageRequest(3, 4), (6, [])),
    "far past the end": (PageRequest(10**30, 1000), (6, [])),
    "of a name": (PageRequest(1, 2, "SIGN"), (3, ["signup", "signup"])),
    "of a path": (PageRequest(1, 20, "/"), (2, ["/b", "/a"])),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES)
def test_event_list(
    store: EventStore, site: UUID, page: PageRequest, expected: tuple[int, list[str]]
) -> None:
    assert listed(store, site, page) == expected


def test_an_event_in_the_list(store: EventStore, site: UUID) -> None:
    found = ask(store, site, EVENT_LIST, EventListParameters(), october({"path": "/a", "eventType": "1"}))
    assert found == {
        "data": [
            {
                "id": str(as_uuid(EVENTS[0].event_id)),
                "websiteId": str(site),
                "sessionId": str(as_uuid("ann")),
                "visitId": str(as_uuid("ann's visit")),
                "createdAt": "2025-10-02T10:00:00Z",
                "hostname": "example.com",
                "urlPath": "/a",
                "urlQuery": "x=1",
                "referrerPath": "",
                "referrerQuery": "",
                "referrerDomain": "www.google.com",
                "country": "",
                "region": "",
                "city": "Paris",
                "device": "",
                "os": "",
                "browser": "",
                "pageTitle": "A",
                "eventType": 1,
                "eventName": "",
                "hasData": False,
            }
        ],
        "count": 1,
        "page": 1,
        "pageSize": 20,
    }


@pytest.mark.parametrize("limit", [None, 1])
def test_event_series(store: EventStore, site: UUID, limit: int | None) -> None:
    points = [
        {"x": "signup", "t": "2025-10-02T00:00:00Z", "y": 1},
        {"x": "call", "t": "2025-10-03T00:00:00Z", "y": 1},
        {"x": "signup", "t": "2025-10-03T00:00:00Z", "y": 2},
    ]
    found = ask(store, site, EVENT_SERIES, EventSeriesParameters(Interval.DAY, limit))
    assert found == [point for point in points if limit is None or point["x"] == "signup"]


def test_event_totals(store: EventStore, site: UUID) -> None:
    assert ask(store, site, EVENT_TOTALS, EventTotalsParameters()) == {
        "data": {
            "events": 4,
            "visitors": 2,
            "visits": 2,
            "uniqueEvents": 2,
            "comparison": {"events": 1, "visitors": 1, "visits": 1, "uniqueEvents": 1},
        }
    }


def properties_of_signup() -> list[dict[str, object]]:
    """Return the data of the first signup as it goes out."""
    at = "2025-10-02T10:00:00.500Z"
    rows: list[tuple[str, int, str, float | None, str | None]] = [
        ("plan", 1, "pro", None, None),
        ("price", 2, "19.5", 19.5, None),
        ("trial", 3, "true", None, None),
        ("until", 4, "2025-11-02T10:30:00.000Z", None, "2025-11-02T10:30:00.000Z"),
        ("tags", 5, '["a","b"]', None, None),
    ]
    return [
        {
            "dataKey": name,
            "dataType": kind,
            "stringValue": text,
            "numberValue": number,
            "dateValue": date,
            "createdAt": at,
        }
        for name, kind, text, number, date in rows
    ]


def test_data_of_one_event(store: EventStore, site: UUID) -> None:
    ids = {"websiteId": str(site), "eventId": str(as_uuid("s")), "eventName": "signup"}
    found = ask(store, site, ONE_EVENT_DATA, OneEventParameters(as_uuid("s")), EventSelection())
    assert found == [{**ids, **each} for each in properties_of_signup()]
    assert ask(store, site, ONE_EVENT_DATA, OneEventParameters(uuid4()), EventSelection()) == []


def test_event_data_list(store: EventStore, site: UUID) -> None:
    found = ask(store, site, EVENT_DATA_LIST, EventDataListParameters(PageRequest(3, 1)))
    ids = {"websiteId": str(site), "eventId": str(as_uuid("s")), "eventName": "signup"}
    assert found == {
        "data": [{**ids, "eventProperties": properties_of_signup()}],
        "count": 3,
        "page": 3,
        "pageSize": 1,
    }
    assert ask(store, site, EVENT_DATA_LIST, EventDataListParameters(PageRequest(1, 20, "call"))) == {
        "data": [],
        "count": 0,
        "page": 1,
        "pageSize": 20,
    }


def test_properties_by_event(store: EventStore, site: UUID) -> None:
    signup = october({"event": "signup"})
    names = {"plan": 2, "price": 1, "tags": 1, "trial": 1, "until": 1}
    types = {name: kind for name, kind, _ in DATA}
    assert ask(store, site, DATA_PROPERTIES, NoParameters(), signup) == [
        {"eventName": "signup", "propertyName": name, "total": total} for name, total in names.items()
    ]
    assert ask(store, site, EVENT_PROPERTIES, EventPropertiesParameters(), signup) == [
        {"eventName": "signup", "propertyName": name, "dataType": types[name], "total": total}
        for name, total in names.items()
    ]
    with_values = ask(store, site, EVENT_PROPERTIES, EventPropertiesParameters(with_values=True), signup)
    values = {"plan": "pro", "price": "19.5", "tags": '["a","b"]', "trial": "true"}
    assert with_values == [
        {
            "eventName": "signup",
            "propertyName": name,
            "dataType": types[name],
            "propertyValue": {**values, "until": "2025-11-02T10:00:00Z"}[name],
            "total": total,
        }
        for name, total in names.items()
    ]


def test_fields_and_values(store: EventStore, site: UUID) -> None:
    hour = "2025-11-02T10:00:00Z"
    rows: list[tuple[str, int, str, int]] = [
        ("plan", 1, "pro", 2),
        ("until", 4, hour, 2),
        ("price", 2, "19.5", 1),
        ("tags", 5, '["a","b"]', 1),
        ("trial", 3, "true", 1),
    ]
    assert ask(store, site, DATA_FIELDS, NoParameters()) == [
        {"propertyName": name, "dataType": kind, "value": value, "total": total}
        for name, kind, value, total in rows
    ]
    assert ask(store, site, DATA_VALUES, PropertyParameters("until")) == [{"value": hour, "total": 2}]
    assert ask(store, site, DATA_VALUES, PropertyParameters("nothing")) == []
    assert ask(store, site, DATA_VALUES, PropertyParameters("until", "signup")) == [
        {"value": hour, "total": 1}
    ]
    assert ask(store, site, DATA_VALUES, PropertyParameters("until", "nothing")) == []


def test_event_data_totals(store: EventStore, site: UUID) -> None:
    assert ask(store, site, DATA_TOTALS, NoParameters()) == {"events": 3, "properties": 5, "records": 7}
