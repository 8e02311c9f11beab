"""The overview's statistics on a few scripted visits, whole answers."""

from __future__ import annotations

from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kokumi.domain.columns import column
from kokumi.domain.times import TimeRange
from kokumi.events.store import EventStore
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import EventSelection
from kokumi.statistics.active import ACTIVE, online_range
from kokumi.statistics.base import NoParameters
from kokumi.statistics.daterange import DATERANGE
from kokumi.statistics.dimensions import Dimension
from kokumi.statistics.expanded import EXPANDED
from kokumi.statistics.intervals import Interval
from kokumi.statistics.metrics import METRICS, MetricsParameters
from kokumi.statistics.pageviews import PAGEVIEWS, PageviewsParameters
from kokumi.statistics.realtime import REALTIME, recent_range
from kokumi.statistics.stats import STATS, StatsParameters
from kokumi.statistics.values import VALUES, ValuesParameters
from oracle.filters import Saved
from oracle.making import custom, event, ms, view
from support.statistics import ask, fill, october
from support.store_events import as_uuid

pytestmark = pytest.mark.every_store

ANN = {"browser": "chrome", "country": "FR", "region": "FR-75", "city": "Paris", "language": "fr-FR"}
BOB = {"browser": "firefox", "country": "US", "region": "US-TX", "city": "Paris", "language": "en-US"}

# Ann reads three pages and signs up, comes back a day later and bounces; Bob bounces after a search.
EVENTS = [
    view("/", "2025-10-02T10:00:00.000Z", visit="a1", query="utm_source=mail", utm_source="mail", **ANN),
    view("/b", "2025-10-02T10:01:00.700Z", visit="a1", referrer="www.example.com", **ANN),
    custom("signup", "2025-10-02T10:02:00Z", visit="a1", **ANN),
    view("/", "2025-10-02T11:00:30.600Z", visit="a1", **ANN),
    view("/b", "2025-10-03T08:00:00Z", visit="a2", **ANN),
    view("/", "2025-10-03T09:00:00Z", "bob", referrer="www.google.com", title="Home", **BOB),
    custom("signup", "2025-10-03T09:00:01Z", "bob", **BOB),
    custom("call", "2025-10-03T09:00:02Z", "bob", **BOB),
    event(3, "2025-10-03T10:00:00Z", "eve", path="/link"),
    event(5, "2025-10-03T10:00:00Z", "eve", path="/vitals"),
    view("/old", "2025-09-15T10:00:00Z", "old", visit="o1", **ANN),
    view("/old", "2025-09-15T10:00:05Z", "old", visit="o1", **ANN),
    view("/", "2024-10-15T10:00:00Z", "older", **ANN),
]


@pytest.fixture(scope="module")
def site(store: EventStore) -> UUID:
    """Return a website with those events, beside another whose events must change nothing."""
    made = uuid4()
    fill(store, made, EVENTS)
    fill(store, uuid4(), EVENTS)
    return made


def figures(pageviews: int, visitors: int, visits: int, bounces: int, totaltime: int) -> dict[str, int]:
    """Return the figures as the wire names them."""
    return {
        "pageviews": pageviews,
        "visitors": visitors,
        "visits": visits,
        "bounces": bounces,
        "totaltime": totaltime,
    }


NOTHING = figures(0, 0, 0, 0, 0)
STATS_CASES = {
    "beside the month before": (
        {},
        Comparison.PREVIOUS,
        figures(5, 2, 3, 2, 3630),
        figures(2, 1, 1, 0, 5),
    ),
    "beside the year before": ({}, Comparison.YEAR, figures(5, 2, 3, 2, 3630), figures(1, 1, 1, 1, 0)),
    "of one page": (
        {"path": "/b"},
        Comparison.PREVIOUS,
        figures(2, 1, 2, 2, 0),
        NOTHING,
    ),
    "without bounces": (
        {"excludeBounce": "true"},
        Comparison.PREVIOUS,
        figures(3, 1, 1, 0, 3630),
        figures(2, 1, 1, 0, 5),
    ),
    "of custom events there are no page views": ({"eventType": "2"}, Comparison.YEAR, NOTHING, NOTHING),
    "of one country": (
        {"country": "US"},
        Comparison.PREVIOUS,
        figures(1, 1, 1, 1, 0),
        NOTHING,
    ),
}


@pytest.mark.parametrize(
    ("filters", "compare", "expected", "comparison"), STATS_CASES.values(), ids=STATS_CASES
)
def test_stats(
    store: EventStore,
    site: UUID,
    filters: dict[str, object],
    compare: Comparison,
    expected: dict[str, int],
    comparison: dict[str, int],
) -> None:
    found = ask(store, site, STATS, StatsParameters(compare), october(filters))
    assert found == {**expected, "comparison": comparison}


def test_a_reset_moves_the_start(store: EventStore, site: UUID) -> None:
    reset = ms("2025-10-03T08:30:00Z")
    found = ask(store, site, STATS, StatsParameters(), october(), reset_at=reset)
    assert found == {**figures(1, 1, 1, 1, 0), "comparison": NOTHING}


def points(**values: int) -> list[dict[str, object]]:
    """Return points of days of October, such as `d02=3`."""
    return [{"x": f"2025-10-{day[1:]}T00:00:00Z", "y": value} for day, value in values.items()]


def test_pageviews_by_day_beside_the_year_before(store: EventStore, site: UUID) -> None:
    parameters = PageviewsParameters(Interval.DAY, Comparison.YEAR)
    assert ask(store, site, PAGEVIEWS, parameters) == {
        "pageviews": points(d02=3, d03=2),
        "sessions": points(d02=1, d03=2),
        "startDate": "2025-10-01T00:00:00Z",
        "endDate": "2025-10-31T23:59:59.999Z",
        "compare": {
            "pageviews": [{"x": "2024-10-15T00:00:00Z", "y": 1}],
            "sessions": [{"x": "2024-10-15T00:00:00Z", "y": 1}],
            "startDate": "2024-10-01T00:00:00Z",
            "endDate": "2024-10-31T23:59:59.999Z",
        },
    }


INTERVALS = {
    "a day's hours": (
        None,
        "UTC",
        ("2025-10-02", "2025-10-03"),
        {"2025-10-02T10:00:00Z": (2, 1), "2025-10-02T11:00:00Z": (1, 1)},
    ),
    "an hour's minutes": (
        None,
        "UTC",
        ("2025-10-02T10:00:00Z", "2025-10-02T11:00:00Z"),
        {"2025-10-02T10:00:00Z": (1, 1), "2025-10-02T10:01:00Z": (1, 1)},
    ),
    "minutes of a month become days": (
        Interval.MINUTE,
        "UTC",
        ("2025-10-01", "2025-11-01"),
        {"2025-10-02T00:00:00Z": (3, 1), "2025-10-03T00:00:00Z": (2, 2)},
    ),
    "hours of a zone between hours": (
        Interval.HOUR,
        "Asia/Kolkata",
        ("2025-10-02", "2025-10-03"),
        {"2025-10-02T09:30:00Z": (2, 1), "2025-10-02T10:30:00Z": (1, 1)},
    ),
    "days of a zone": (
        Interval.DAY,
        "Pacific/Auckland",
        ("2025-10-02", "2025-10-04"),
        {"2025-10-01T11:00:00Z": (2, 1), "2025-10-02T11:00:00Z": (3, 2)},
    ),
    "weeks": (Interval.WEEK, "UTC", ("2025-10-02", "2025-10-04"), {"2025-09-29T00:00:00Z": (5, 2)}),
    "months": (Interval.MONTH, "UTC", ("2025-10-02", "2025-10-04"), {"2025-10-01T00:00:00Z": (5, 2)}),
    "years": (Interval.YEAR, "UTC", ("2025-10-02", "2025-10-04"), {"2025-01-01T00:00:00Z": (5, 2)}),
}


@pytest.mark.parametrize(("unit", "zone", "ends", "expected"), INTERVALS.values(), ids=INTERVALS)
def test_pageviews_by_unit(
    store: EventStore,
    site: UUID,
    unit: Interval | None,
    zone: str,
    ends: tuple[str, str],
    expected: dict[str, tuple[int, int]],
) -> None:
    asked = EventSelection(TimeRange(ms(ends[0]), ms(ends[1]) - 1), ZoneInfo(zone))
    assert ask(store, site, PAGEVIEWS, PageviewsParameters(unit), asked) == {
        "pageviews": [{"x": start, "y": views} for start, (views, _) in expected.items()],
        "sessions": [{"x": start, "y": visitors} for start, (_, visitors) in expected.items()],
    }


METRICS_CASES: dict[str, tuple[dict[str, object], dict[str, int]]] = {
    "path": ({}, {"/": 2, "/b": 1}),
    "entry": ({}, {"/": 2, "/b": 1}),
    "exit": ({}, {"/": 2, "/b": 1}),
    "referrer": ({}, {"www.google.com": 1}),
    "domain": ({}, {"www.google.com": 1}),
    "title": ({}, {"Home": 1}),
    "query": ({}, {"utm_source=mail": 1}),
    "event": ({}, {"signup": 2, "call": 1}),
    "tag": ({}, {}),
    "hostname": ({}, {"example.com": 2}),
    "utmSource": ({}, {"mail": 1}),
    "browser": ({}, {"chrome": 1, "firefox": 1}),
    "language": ({}, {"en": 1, "fr": 1}),
    "country": ({}, {"FR": 1, "US": 1}),
    "channel": ({}, {"direct": 1, "organicSearch": 1}),
}


@pytest.mark.parametrize("dimension", [Dimension.PATH, Dimension.ENTRY, Dimension.EXIT])
def test_metrics_of_a_cohort(store: EventStore, site: UUID, dimension: Dimension) -> None:
    cohort = "c0600000-0000-4000-8000-000000000002"
    action = {"type": "path", "value": "/b"}
    saved: Saved = {cohort: {"type": "cohort", "parameters": {"action": action, "dateRange": "all"}}}
    asked = october({"cohort": cohort})
    found = ask(store, site, METRICS, MetricsParameters(dimension), asked, saved=saved)
    assert found == [{"x": "/", "y": 1}, {"x": "/b", "y": 1}]


@pytest.mark.parametrize("name", METRICS_CASES)
def test_metrics(store: EventStore, site: UUID, name: str) -> None:
    dimension = Dimension(name)
    filters, expected = METRICS_CASES[name]
    found = ask(store, site, METRICS, MetricsParameters(dimension), october(filters))
    assert found == [{"x": name, "y": figure} for name, figure in expected.items()]


def test_places_name_their_country(store: EventStore, site: UUID) -> None:
    assert ask(store, site, METRICS, MetricsParameters(Dimension.CITY)) == [
        {"x": "Paris", "y": 1, "country": "FR"},
        {"x": "Paris", "y": 1, "country": "US"},
    ]


def test_entries_through_a_filter_are_the_first_that_pass(store: EventStore, site: UUID) -> None:
    asked = october({"path": "neq./"})
    assert ask(store, site, METRICS, MetricsParameters(Dimension.ENTRY), asked) == [{"x": "/b", "y": 1}]


EXPANDED_CASES: dict[str, tuple[Dimension, list[tuple[object, ...]]]] = {
    "time goes to the page it was spent on": (
        Dimension.PATH,
        [("/", 3, 2, 2, 1, 60), ("/b", 2, 1, 2, 1, 3569)],
    ),
    "entries have their visits' figures": (
        Dimension.ENTRY,
        [("/", 4, 2, 2, 1, 3630), ("/b", 1, 1, 1, 1, 0)],
    ),
    "exits too": (Dimension.EXIT, [("/", 4, 2, 2, 1, 3630), ("/b", 1, 1, 1, 1, 0)]),
    "of a session": (Dimension.BROWSER, [("chrome", 4, 1, 2, 1, 3630), ("firefox", 1, 1, 1, 1, 0)]),
    "events": (Dimension.EVENT, [("signup", 2, 2, 2, 0, 3511), ("call", 1, 1, 1, 0, 0)]),
    "other sites": (Dimension.REFERRER, [("www.google.com", 1, 1, 1, 1, 0)]),
}


@pytest.mark.parametrize(("dimension", "rows"), EXPANDED_CASES.values(), ids=EXPANDED_CASES)
def test_expanded_metrics(
    store: EventStore, site: UUID, dimension: Dimension, rows: list[tuple[object, ...]]
) -> None:
    names = ("name", "pageviews", "visitors", "visits", "bounces", "totaltime")
    found = ask(store, site, EXPANDED, MetricsParameters(dimension))
    assert found == [dict(zip(names, row, strict=True)) for row in rows]


def test_parts_of_expanded_metrics(store: EventStore, site: UUID) -> None:
    found = ask(store, site, EXPANDED, MetricsParameters(Dimension.CITY, limit=1, offset=1, search="par"))
    figures_of_bob = {"pageviews": 1, "visitors": 1, "visits": 1, "bounces": 1, "totaltime": 0}
    assert found == [{"name": "Paris", "country": "US", **figures_of_bob}]


PARTS = {
    "the second": (MetricsParameters(Dimension.EVENT, limit=1, offset=1), [{"x": "call", "y": 1}]),
    "those that contain a text": (
        MetricsParameters(Dimension.EVENT, search="SIGN"),
        [{"x": "signup", "y": 2}],
    ),
    "none": (MetricsParameters(Dimension.EVENT, search="%"), []),
}


@pytest.mark.parametrize(("parameters", "expected"), PARTS.values(), ids=PARTS)
def test_parts_of_metrics(
    store: EventStore, site: UUID, parameters: MetricsParameters, expected: list[object]
) -> None:
    assert ask(store, site, METRICS, parameters) == expected


def test_values_count_events_of_both_kinds(store: EventStore, site: UUID) -> None:
    path = column("path")
    assert path is not None
    assert ask(store, site, VALUES, ValuesParameters(path)) == [
        {"value": "/", "count": 6},
        {"value": "/b", "count": 2},
    ]
    assert ask(store, site, VALUES, ValuesParameters(path, search="B", limit=1)) == [
        {"value": "/b", "count": 2}
    ]


def test_online_are_those_of_the_last_five_minutes(store: EventStore, site: UUID) -> None:
    now = ms("2025-10-03T09:05:01Z")
    asked = EventSelection(online_range(now))
    assert ask(store, site, ACTIVE, NoParameters(), asked) == {"visitors": 1}
    later = EventSelection(online_range(now + 10_000))
    assert ask(store, site, ACTIVE, NoParameters(), later) == {"visitors": 0}


def test_date_range(store: EventStore, site: UUID) -> None:
    assert ask(store, site, DATERANGE, NoParameters(), EventSelection()) == {
        "startDate": "2024-10-15T10:00:00Z",
        "endDate": "2025-10-03T09:00:02Z",
    }
    nothing = {"startDate": None, "endDate": None}
    assert ask(store, uuid4(), DATERANGE, NoParameters(), EventSelection()) == nothing


def test_realtime(store: EventStore, site: UUID) -> None:
    now = ms("2025-10-03T09:20:00Z")

    def happening(kind: str, second: int, name: str = "") -> dict[str, object]:
        return {
            "__type": kind,
            "sessionId": str(as_uuid("bob")),
            "eventName": name,
            "createdAt": f"2025-10-03T09:00:0{second}Z",
            "browser": "firefox",
            "os": "",
            "device": "",
            "country": "US",
            "urlPath": "/",
            "referrerDomain": "" if name else "www.google.com",
            "hostname": "example.com",
        }

    assert ask(store, site, REALTIME, NoParameters(), EventSelection(recent_range(now))) == {
        "countries": {"US": 1},
        "urls": {"/": 1},
        "referrers": {"www.google.com": 1},
        "events": [
            happening("event", 2, "call"),
            happening("event", 1, "signup"),
            happening("pageview", 0),
            happening("session", 0),
        ],
        "series": {
            "views": [{"x": "2025-10-03T09:00:00Z", "y": 1}],
            "visitors": [{"x": "2025-10-03T09:00:00Z", "y": 1}],
        },
        "totals": {"views": 1, "visitors": 1, "events": 2, "countries": 1},
        "timestamp": now,
    }


def test_nothing_goes_on_where_nobody_was(store: EventStore) -> None:
    assert ask(store, uuid4(), REALTIME, NoParameters(), EventSelection(recent_range(0))) == {
        "countries": {},
        "urls": {},
        "referrers": {},
        "events": [],
        "series": {"views": [], "visitors": []},
        "totals": {"views": 0, "visitors": 0, "events": 0, "countries": 0},
        "timestamp": 0,
    }
