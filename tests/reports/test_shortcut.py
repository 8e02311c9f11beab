"""When a report's shortcut answers, and when its statement has to. What they answer, the oracle checks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from kokumi.domain.events import Event, EventType, Visitor
from kokumi.domain.websites import Website
from kokumi.errors import QueryTooLargeError
from kokumi.events.engine import Limits
from kokumi.events.request_reader import RequestReader
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import Answer, EventStore
from kokumi.queries.run import Result, Runtime, run
from kokumi.reports.registry import report_named
from kokumi.reports.request import parse_report
from kokumi.sql.fragment import Fragment
from support.store_events import SavedInMemory

AT = 1_760_000_000_000
DAY = 86_400_000


@dataclass
class Listening:
    """A store that remembers what each of its queries cost."""

    store: EventStore
    rows_read: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        """Ask the store."""
        self.seconds.append((limits or Limits()).seconds)
        found = self.store.query(statement, name=name, limits=limits, tag=tag)
        self.rows_read.append(found.rows_read)
        return found

    def cancel(self, tag: str) -> None:
        """Pass it on."""
        self.store.cancel(tag)


def breakdown(
    store: Listening, website_id: UUID, *fields: str, clock: Callable[[], float] = time.monotonic
) -> Result:
    """Return the breakdown of a website by fields."""
    report = report_named("breakdown")
    assert report is not None
    parameters = {"startDate": AT, "endDate": AT + 2 * DAY, "fields": list(fields)}
    query = parse_report(report, {"websiteId": str(website_id), "parameters": parameters})
    runtime = Runtime(RequestReader(store, clock=clock), SavedInMemory({}, website_id), AT)
    return run(query, Website(website_id, "", ""), runtime)


@pytest.mark.parametrize(
    ("fields", "countries", "queries"),
    [
        (("country",), ("DE", "DE"), 1),
        (("country",), ("DE", "FR"), 2),
        (("os",), ("DE", "FR"), 1),
        (("country", "path"), ("DE", "DE"), 1),
        (("event",), ("DE", "DE"), 1),
    ],
)
def test_the_statement_is_asked_where_a_visit_does_not_fit_the_shortcut(
    store: EventStore, website_id: UUID, fields: tuple[str, ...], countries: tuple[str, str], queries: int
) -> None:
    insert_visit(store, website_id, countries)
    listening = Listening(store)
    result = breakdown(listening, website_id, *fields)
    assert len(listening.rows_read) == queries
    assert result.cost.rows_read == sum(listening.rows_read)


def test_the_statement_has_the_time_that_the_shortcut_left(store: EventStore, website_id: UUID) -> None:
    insert_visit(store, website_id, ("DE", "FR"))
    listening = Listening(store)
    moments = iter((0.0, 0.0, 20.0))
    breakdown(listening, website_id, "country", clock=lambda: next(moments))
    assert listening.seconds == [30.0, 10.0]


def test_after_the_time_limit_the_statement_is_not_asked(store: EventStore, website_id: UUID) -> None:
    insert_visit(store, website_id, ("DE", "FR"))
    listening = Listening(store)
    moments = iter((0.0, 0.0, 30.0))
    with pytest.raises(QueryTooLargeError):
        breakdown(listening, website_id, "country", clock=lambda: next(moments))
    assert listening.seconds == [30.0]


@pytest.mark.parametrize("countries", [("DE", "FR"), ("FR", "DE")])
def test_a_visit_over_midnight_that_does_not_fit_is_not_lost(
    store: EventStore, website_id: UUID, countries: tuple[str, str]
) -> None:
    insert_visit(store, website_id, countries, apart=DAY)
    listening = Listening(store)
    found = breakdown(listening, website_id, "country").answer
    assert len(listening.rows_read) == 2
    assert isinstance(found, list)
    assert sorted((row["country"], row["views"]) for row in found) == [("DE", 1), ("FR", 1)]


def insert_visit(store: EventStore, website_id: UUID, countries: tuple[str, str], apart: int = 1) -> None:
    """Insert one visit of two page views, each from a country, so many milliseconds apart."""
    session_id, visit_id = uuid4(), uuid4()
    events = [
        Event(
            website_id,
            session_id,
            visit_id,
            uuid4(),
            AT + place * apart,
            EventType.PAGE_VIEW,
            visitor=Visitor(country=country),
        )
        for place, country in enumerate(countries)
    ]
    store.insert(EVENTS, [event_row(each) for each in events], token=uuid4().hex)


def test_without_events_the_shortcut_says_so(store: EventStore, website_id: UUID) -> None:
    listening = Listening(store)
    assert breakdown(listening, website_id, "country").answer == []
    assert len(listening.rows_read) == 1
