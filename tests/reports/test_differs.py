"""Where our numbers differ from Umami's on purpose (docs/compat.md), by the smallest visits that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import pytest

from kokumi.events.store import EventStore
from oracle.making import custom, request, sale, view, with_data
from oracle.model import Event
from support.asking import asked
from support.strategies import Situation

pytestmark = pytest.mark.every_store

DAY = "2025-05-01"
SEGMENT = str(UUID(int=1))


@dataclass(frozen=True)
class Difference:
    """What a report says of some events; `read` picks the figures that differ."""

    events: Sequence[Event]
    report: str
    parameters: dict[str, object]
    expected: list[object]
    keys: tuple[str, ...]
    filters: dict[str, object] = field(default_factory=dict)
    saved: dict[str, dict[str, object]] = field(default_factory=dict)


def at(minute: float) -> str:
    """Return an instant so many minutes into the day."""
    return f"{DAY}T00:{int(minute):02}:{int(minute * 60) % 60:02}"


def goal(
    *events: Event,
    expected: int,
    value: str = "/",
    filters: dict[str, object] | None = None,
    **saved: dict[str, object],
) -> Difference:
    """Return the question how many sessions viewed a path."""
    by_id = {SEGMENT: saved["segment"]} if saved else {}
    parameters: dict[str, object] = {"type": "path", "value": value}
    return Difference(events, "goals", parameters, [[expected]], ("num",), filters or {}, by_id)


def funnel(
    *events: Event,
    steps: Sequence[tuple[str, str]],
    expected: list[int],
    filters: dict[str, object] | None = None,
    condition: dict[str, str] | None = None,
    window: float = 1,
    **unit: str,
) -> Difference:
    """Return the question how many sessions reach each step; the condition is on the last one's data."""
    named: list[dict[str, object]] = [{"type": kind, "value": value} for kind, value in steps]
    if condition:
        named[-1]["filters"] = [condition]
    parameters: dict[str, object] = {"steps": named, "window": window, **unit}
    return Difference(
        events, "funnel", parameters, [[each] for each in expected], ("visitors",), filters or {}
    )


def breakdown(*events: Event, field: str, expected: list[object], keys: tuple[str, ...]) -> Difference:
    """Return the question for some columns of a breakdown."""
    return Difference(events, "breakdown", {"fields": [field]}, expected, (field, *keys))


VIEWED_TWICE = [("path", "/"), ("path", "/")]
BUY = [("path", "/"), ("event", "buy")]
FROM_A_FRIEND = view("/", at(0), referrer="friend.example")

DIFFERENCES = {
    "filters: numbered names": goal(
        view("/", at(0), "ann", country="US", os="iOS"),
        view("/", at(0), "bob", country="DE", os="iOS"),
        filters={"country1": "neq.US", "country2": "neq.FR"},
        expected=1,
    ),
    "filters: % and _ are literal": goal(
        view("/", at(0), "ann", title="50% off"),
        view("/", at(0), "bob", title="500 off"),
        filters={"title": "c.0% o"},
        expected=1,
    ),
    "filters: missing text is empty text": goal(
        view("/", at(0), "ann"),
        view("/", at(0), "bob", country="US"),
        filters={"country": "neq.US"},
        expected=1,
    ),
    "segments are one group, joined by and": goal(
        view("/", at(0), "ann", os="iOS", country="US"),
        view("/", at(0), "bob", os="Linux", country="US"),
        view("/", at(0), "cyd", os="iOS", country="DE"),
        filters={"segment": SEGMENT, "country": "US"},
        segment={
            "type": "segment",
            "parameters": {
                "match": "any",
                "filters": [
                    {"name": "os", "operator": "eq", "value": "iOS"},
                    {"name": "os", "operator": "eq", "value": "Windows"},
                ],
            },
        },
        expected=1,
    ),
    "patterns: a star in the middle, all else literal": goal(
        view("/a_b/x/end", at(0), "ann"),
        view("/aXb/x/end", at(0), "bob"),
        view("/A_b/x/end", at(0), "cyd"),
        value="/a_b*end",
        expected=1,
    ),
    "funnel: filters hold for every step": funnel(
        view("/", at(0), os="iOS"),
        custom("buy", at(1), os="Linux"),
        steps=BUY,
        filters={"os": "iOS"},
        expected=[1, 0],
    ),
    "funnel: an event is not used twice": funnel(
        view("/", at(0)),
        view("/", at(0), "bob"),
        view("/", at(1), "bob"),
        steps=VIEWED_TWICE,
        expected=[2, 1],
    ),
    "funnel: conditions on data": funnel(
        view("/", at(0)),
        with_data("buy", at(1), plan="Pro"),
        view("/", at(0), "bob"),
        with_data("buy", at(1), "bob", plan="free"),
        steps=BUY,
        condition={"property": "plan", "operator": "c", "value": "pro"},
        expected=[2, 1],
    ),
    "funnel: equality on data is exact": funnel(
        view("/", at(0)),
        with_data("buy", at(1), plan="Pro"),
        steps=BUY,
        condition={"property": "plan", "operator": "eq", "value": "pro"},
        expected=[1, 0],
    ),
    "funnel: the window is in days": funnel(
        view("/", at(0)), custom("buy", "2025-05-02T00:00:00"), steps=BUY, window=1, expected=[1, 1]
    ),
    "funnel: or in another unit": funnel(
        view("/", at(0)), custom("buy", at(2)), steps=BUY, window=1, windowUnit="minute", expected=[1, 0]
    ),
    "breakdown by event counts events": breakdown(
        view("/", at(0)),
        custom("buy", at(1)),
        field="event",
        keys=("views",),
        expected=[["", 1], ["buy", 1]],
    ),
    "breakdown: a visit of two pages is no bounce": breakdown(
        view("/a", at(0)),
        view("/b", at(1)),
        view("/b", at(1), "bob"),
        field="path",
        keys=("bounces",),
        expected=[["/b", 1], ["/a", 0]],
    ),
    "breakdown: time goes to the page it was spent on": breakdown(
        view("/a", at(0)),
        view("/b", at(1)),
        view("/a", at(5)),
        field="path",
        keys=("totaltime",),
        expected=[["/a", 60], ["/b", 240]],
    ),
    "retention: days of 23 hours are days": Difference(
        [view("/", "2025-03-29T23:00:00Z"), view("/", "2025-03-30T22:00:00Z")],
        "retention",
        {"timezone": "Europe/Berlin"},
        [["2025-03-29T23:00:00Z", 0, 1], ["2025-03-29T23:00:00Z", 1, 1]],
        ("date", "day", "returnVisitors"),
    ),
    "revenue: arpu divides by filtered sessions": Difference(
        [
            sale("30", at(0), country="US"),
            view("/", at(0), "bob", country="US"),
            view("/", at(0), "cyd", country="DE"),
        ],
        "revenue",
        {"currency": "USD"},
        [[15]],
        ("arpu",),
        {"country": "US"},
    ),
    "attribution: a direct return is no touch": Difference(
        [FROM_A_FRIEND, custom("buy", at(5))],
        "attribution",
        {"model": "last-click", "type": "event", "step": "buy"},
        [["friend.example", 1]],
        ("name", "value"),
    ),
    "attribution: value in the currency": Difference(
        [FROM_A_FRIEND, sale("12.50", at(5)), sale("2.50", at(6))],
        "attribution",
        {"model": "first-click", "type": "event", "step": "purchase", "currency": "USD"},
        [["friend.example", 15]],
        ("name", "value"),
    ),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_differs(store: EventStore, name: str) -> None:
    case = DIFFERENCES[name]
    body = request(case.filters, **case.parameters)
    situation = Situation(case.report, list(case.events), body, case.saved, None, 1_750_000_000_000)
    assert [[row[key] for key in case.keys] for row in rows_of(asked(store, situation).of_product())] == (
        case.expected
    )


def rows_of(answer: object) -> list[dict[str, object]]:
    """Return the rows of an answer, or the part of it that stands for one."""
    match answer:
        case list():
            return answer
        case {"referrer": list(rows), "paidAds": _}:
            return rows
        case {"total": dict(total), "chart": _}:
            return [total]
        case dict():
            return [answer]
        case _:
            raise AssertionError(f"no answer of a report: {answer!r}")
