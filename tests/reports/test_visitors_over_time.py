"""What retention, lifecycle and stickiness refuse, and how much they do at most."""

from __future__ import annotations

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kokumi.domain.times import Unit
from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError, QueryTooLargeError
from kokumi.events.store import EventStore
from kokumi.reports.registry import report_named
from kokumi.reports.request import parse_report
from kokumi.reports.sessions import sessions_model
from kokumi.sql.buckets import number_of_unit, start_of_unit
from oracle.drawing import DAY_MS
from oracle.making import ms, request, view
from support.asking import Asked, asked
from support.strategies import Situation

STEP = {"type": "path", "value": "/"}

REFUSED = {
    "retention by hour": ("retention", {"unit": "hour"}, "unit"),
    "retention by year": ("retention", {"unit": "year"}, "unit"),
    "no periods": ("retention", {"periods": 0}, "periods"),
    "too many periods": ("retention", {"periods": 367}, "periods"),
    "no minimum": ("retention", {"minimum": 0}, "minimum"),
    "half a minimum": ("retention", {"minimum": 1.5}, "minimum"),
    "a start of no kind": ("retention", {"start": {"value": "/"}}, "start.type"),
    "a return with a value too many": (
        "retention",
        {"return": {"type": "any", "value": "/"}},
        "return.value",
    ),
    "returns of another kind": ("retention", {"returns": "before"}, "returns"),
    "first of another kind": ("retention", {"first": "last"}, "first"),
    "some cells": ("retention", {"cells": "some"}, "cells"),
    "average of later returns": ("retention", {"average": True, "returns": "onOrAfter"}, "average"),
    "a split by nothing": ("retention", {"breakdown": {}}, "breakdown"),
    "a split by an unknown field": ("retention", {"breakdown": {"field": "colour"}}, "breakdown.field"),
    "no groups": ("retention", {"breakdown": {"field": "os"}, "limit": 0}, "limit"),
    "too many groups": ("retention", {"breakdown": {"field": "os"}, "limit": 51}, "limit"),
    "another comparison": ("retention", {"compare": "next"}, "compare"),
    "visits that return": ("retention", {"entity": "visit"}, "entity"),
    "lifecycle by hour": ("lifecycle", {"unit": "hour"}, "unit"),
    "lifecycle of people of another kind": ("lifecycle", {"entity": "user"}, "entity"),
    "stickiness by year": ("stickiness", {"unit": "year"}, "unit"),
}


@pytest.mark.parametrize(("report", "parameters", "path"), REFUSED.values(), ids=REFUSED)
def test_refused(report: str, parameters: dict[str, object], path: str) -> None:
    found = report_named(report)
    assert found is not None
    body = {"websiteId": str(UUID(int=1)), "parameters": {"startDate": 0, "endDate": 1, **parameters}}
    with pytest.raises(BadRequestError) as refusal:
        parse_report(found, body)
    assert [each.path for each in refusal.value.details] == [f"parameters.{path}"]
    assert "<" not in refusal.value.message


def question(store: EventStore, report: str, **parameters: object) -> Asked:
    """Return a question about one page view on 2 May 2025."""
    events = [view("/", "2025-05-02T10:00:00Z", distinct_id="ann")]
    return asked(store, Situation(report, events, request(**parameters), {}, None, 0))


REFUSED_CELLS: dict[str, Any] = {
    "a group without a split": ("retention", {}, {"date": "2025-05-02", "group": "x"}, "cell.group"),
    "no group without a split": ("retention", {}, {"date": "2025-05-02", "group": None}, "cell.group"),
    "a date that is none": ("retention", {}, {"date": "soon"}, "cell.date"),
    "a unit that is none": ("lifecycle", {}, {"t": "soon", "state": "new"}, "cell.t"),
}


@pytest.mark.parametrize(("report", "parameters", "cell", "path"), REFUSED_CELLS.values(), ids=REFUSED_CELLS)
def test_refused_cells(
    store: EventStore, report: str, parameters: dict[str, object], cell: dict[str, object], path: str
) -> None:
    with pytest.raises(BadRequestError) as refusal:
        question(store, report, **parameters).sessions_behind(cell)
    assert [each.path for each in refusal.value.details] == [path]


MALFORMED_CELLS = {
    "no date": ("retention", {"day": 1}, "cell.date"),
    "a day before the cohort": ("retention", {"date": 0, "day": -1}, "cell.day"),
    "a distance by two names": ("retention", {"date": 0, "day": 1, "period": 1}, "cell.period"),
    "a state that is none": ("lifecycle", {"t": 0, "state": "asleep"}, "cell.state"),
    "no unit": ("lifecycle", {"state": "new"}, "cell.t"),
    "no periods": ("stickiness", {}, "cell.periods"),
    "none of the periods": ("stickiness", {"periods": 0}, "cell.periods"),
}


@pytest.mark.parametrize(("report", "cell", "path"), MALFORMED_CELLS.values(), ids=MALFORMED_CELLS)
def test_malformed_cells(report: str, cell: dict[str, object], path: str) -> None:
    found = report_named(report)
    assert found is not None
    body = {"websiteId": str(UUID(int=1)), "parameters": {"startDate": 0, "endDate": 1}, "cell": cell}
    with pytest.raises(BadRequestError) as refusal:
        validate(sessions_model(found), body)
    assert [each.path for each in refusal.value.details] == [path]


EMPTY_CELLS = {
    "a day without a cohort": ("retention", {}, {"date": "2025-05-03"}),
    "an instant within a day": ("retention", {}, {"date": "2025-05-02T10:00:00Z"}),
    "a distance over the last": ("retention", {}, {"date": "2025-05-02", "day": 32}),
    "a distance without a return": ("retention", {}, {"date": "2025-05-02", "day": 1}),
    "a group that is not there": (
        "retention",
        {"breakdown": {"field": "os"}},
        {"date": "2025-05-02", "group": "OS/2"},
    ),
    "others that are not there": (
        "retention",
        {"breakdown": {"field": "os"}},
        {"date": "2025-05-02", "group": None},
    ),
    "the unit before the first": (
        "lifecycle",
        {"startDate": "2025-05-03"},
        {"t": "2025-05-02", "state": "new"},
    ),
    "more units than there are": ("stickiness", {"endDate": "2025-05-02"}, {"periods": 1000}),
}


@pytest.mark.parametrize(("report", "parameters", "cell"), EMPTY_CELLS.values(), ids=EMPTY_CELLS)
def test_cells_that_the_answer_does_not_have(
    store: EventStore, report: str, parameters: dict[str, object], cell: dict[str, object]
) -> None:
    assert question(store, report, **parameters).sessions_behind(cell) == []


@pytest.mark.parametrize("report", ["lifecycle", "stickiness"])
def test_more_than_2000_units_are_refused(store: EventStore, report: str) -> None:
    with pytest.raises(BadRequestError) as refusal:
        question(store, report, startDate="2020-01-01", endDate="2025-12-31").of_product()
    assert [each.path for each in refusal.value.details] == ["parameters.unit"]


@pytest.mark.parametrize("unit", ["day", "week", "month"])
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
@pytest.mark.parametrize("report", ["lifecycle", "stickiness", "retention"])
@pytest.mark.parametrize("days", [(-719_162, -719_160), (2_932_894, 2_932_896)], ids=["year 1", "year 9999"])
def test_the_ends_of_the_calendar(
    store: EventStore, report: str, zone: str, unit: str, days: tuple[int, int]
) -> None:
    start, end = (day * 86_400_000 for day in days)
    options = {"compare": "prev", "cells": "all", "average": True} if report == "retention" else {}
    asked = question(store, report, startDate=start, endDate=end, timezone=zone, unit=unit, **options)
    assert isinstance(asked.of_product(), list | dict)


def session(number: int) -> str:
    """Return the id of a session."""
    return f"{number:08x}-5555-4555-8555-000000000000"


def test_a_table_of_too_many_rows_is_refused(store: EventStore) -> None:
    """There is a cohort on each of 600 days, and most have 367 distances."""
    first = ms("2023-01-01")
    crowd = [view("/", first + day * DAY_MS, session(day)) for day in range(600)]
    body = request(startDate="2023-01-01", endDate="2025-12-31", cells="all", periods=366)
    with pytest.raises(QueryTooLargeError) as refusal:
        asked(store, Situation("retention", crowd, body, {}, None, 0)).of_product()
    assert "fewer periods" in refusal.value.message


@pytest.mark.parametrize("unit", [Unit.DAY, Unit.WEEK, Unit.MONTH])
@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Africa/Cairo", "Pacific/Auckland"])
def test_units_follow_each_other(unit: Unit, zone: str) -> None:
    """Each begins in itself, a millisecond after the last of the one before."""
    there = ZoneInfo(zone)
    first = number_of_unit(unit, ms("1999-12-31"), there)
    for number in range(first, first + 400):
        start = start_of_unit(unit, number, there)
        assert number_of_unit(unit, start, there) == number
        assert number_of_unit(unit, start - 1, there) == number - 1


EVENTS_OF_A_CRAWLER = 100_000
COSTLY = {
    "retention of many returns": (
        "retention",
        {"return": {"type": "path", "value": "/*"}, "minimum": 3, "returns": "onOrAfter", "first": "ever"},
    ),
    "retention of groups": (
        "retention",
        {"return": {"type": "any"}, "breakdown": {"field": "path"}, "entity": "person"},
    ),
    "lifecycle": ("lifecycle", {"entity": "person"}),
    "stickiness": ("stickiness", {"entity": "person"}),
}


@pytest.fixture(scope="module")
def crawler(embedded_store: EventStore) -> Asked:
    """Return a website with one session of 100 000 events, one every ten seconds."""
    first = ms("2025-01-01")
    events = [view("/", first + at * 10_000, session(1)) for at in range(EVENTS_OF_A_CRAWLER)]
    return asked(embedded_store, Situation("stickiness", events, request(), {}, None, 0))


@pytest.mark.parametrize(("report", "parameters"), COSTLY.values(), ids=COSTLY)
def test_a_crawler_costs_no_more_than_the_limit_of_time(
    crawler: Asked, report: str, parameters: dict[str, object]
) -> None:
    """Whatever compared each event of a session with each other would take minutes."""
    answer: Any = crawler.about(report, request(**parameters)).of_product()
    days = -(-EVENTS_OF_A_CRAWLER * 10 // 86_400)
    if report == "stickiness":
        assert answer[days - 1] == {"periods": days, "visitors": 1}
    elif report == "lifecycle":
        assert sum(row["returning"] for row in answer) == days - 1
    else:
        rows = answer["rows"] if isinstance(answer, dict) else answer
        assert [row["day"] for row in rows] == list(range(min(days, 32)))
