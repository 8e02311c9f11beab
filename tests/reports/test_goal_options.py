"""Options of goals, campaigns and breakdowns: what is refused, the sessions behind numbers, and costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.domain.events import Event, EventType, Page
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError
from kokumi.events.request_reader import RequestReader
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventStore
from kokumi.queries.run import Runtime, run
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.registry import AnyReport, report_named
from kokumi.reports.request import parse_report
from kokumi.reports.saved import saved_query
from oracle.behind import Cell, behind_breakdown, behind_goals, behind_utm, sessions_of
from oracle.making import request, view
from oracle.question import Question
from oracle.question import ask as question_of
from support.asking import asked
from support.store_events import SavedInMemory, as_uuid
from support.stores import SHARED
from support.strategies import Situation, situations

Json = dict[str, Any]

few = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)

HOME = {"type": "path", "value": "/"}
SIGNUP = {"type": "event", "value": "signup"}
BY_OS = {"breakdown": {"field": "os"}}


def named(name: str) -> AnyReport:
    """Return the report of that name."""
    found = report_named(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("report", "parameters", "field", "sentence"),
    [
        ("goals", {}, "type", "is required"),
        ("goals", {"type": "path"}, "value", "is required"),
        ("goals", {"type": "any", "value": "/"}, "value", "must be left out"),
        ("goals", {"anyOf": [HOME], "type": "path"}, "anyOf", "stands alone"),
        ("goals", {**HOME, "intervals": True}, "intervals", "needs goals"),
        ("goals", {**HOME, "compare": "year"}, "compare", "prev"),
        ("goals", {**HOME, "entity": "user"}, "entity", "person"),
        ("goals", {"goals": []}, "goals", "at least 1"),
        ("goals", {"goals": [HOME] * 21}, "goals", "at most 20"),
        ("goals", {"goals": [HOME], "type": "path"}, "goals", "stands alone"),
        ("goals", {"goals": [HOME], "value": "/"}, "goals", "stands alone"),
        ("goals", {"goals": [HOME], "filters": []}, "goals", "stands alone"),
        ("goals", {"goals": [HOME], "anyOf": [HOME]}, "goals", "stands alone"),
        ("goals", {"goals": [HOME], "trend": "year"}, "trend", "month"),
        ("goals", {"goals": [HOME], "currency": "dollar"}, "currency", "three letters"),
        ("goals", {"goals": [HOME], "breakdown": {}}, "breakdown", "either a field or a property"),
        ("goals", {"goals": [HOME], "breakdown": {"field": "colour"}}, "breakdown.field", "must be one of"),
        ("goals", {"goals": [HOME], **BY_OS, "limit": 0}, "limit", "at least 1"),
        ("goals", {"goals": [HOME], **BY_OS, "limit": 51}, "limit", "at most 50"),
        ("utm", {"goals": [HOME]}, "goals", "needs details"),
        ("utm", {"currency": "USD"}, "currency", "needs details"),
        ("utm", {"details": True, "goals": [HOME] * 21}, "goals", "at most 20"),
        ("breakdown", {"fields": ["os", "property:"]}, "fields", "is not a field"),
        ("breakdown", {"fields": [f"property:{'x' * 501}"]}, "fields", "is not a field"),
        ("breakdown", {"fields": ["property:a", "property:a"]}, "fields", "each field once"),
        ("breakdown", {"fields": ["entryPath", "entry_path"]}, "fields", "each field once"),
        ("breakdown", {"fields": ["os"], "orderBy": "conversions"}, "orderBy", "only with goals"),
        ("breakdown", {"fields": ["os"], "orderBy": "revenue"}, "orderBy", "only with currency"),
        ("breakdown", {"fields": ["os"], "orderBy": "time"}, "orderBy", "totaltime"),
        ("breakdown", {"fields": ["os"], "limit": 0}, "limit", "at least 1"),
        ("breakdown", {"fields": ["os"], "limit": 10_001}, "limit", "at most 10000"),
    ],
)
def test_what_does_not_go_together_is_refused(
    report: str, parameters: Json, field: str, sentence: str
) -> None:
    with pytest.raises(BadRequestError) as refused:
        parse_report(named(report), request(**parameters))
    (detail, *_) = refused.value.details
    assert detail.path == f"parameters.{field}"
    assert sentence in detail.message


@pytest.mark.parametrize(
    "options", [{"trend": "day"}, {"currency": "USD"}, {"timing": True}, {"breakdown": {"field": "os"}}]
)
def test_a_single_goal_does_not_know_options_of_several(options: Json) -> None:
    loose = parse_report(named("goals"), request(**HOME, **options))
    assert loose.parameters == parse_report(named("goals"), request(**HOME)).parameters
    nonsense = parse_report(named("goals"), request(**HOME, **dict.fromkeys(options, "nonsense")))
    assert nonsense.parameters == loose.parameters
    with pytest.raises(BadRequestError) as refused:
        parse_report(named("goals"), {**request(**HOME, **options), "strict": True})
    (detail,) = refused.value.details
    assert detail.path == f"parameters.{next(iter(options))}"
    assert "not known without goals" in detail.message


@pytest.mark.parametrize(
    ("report", "parameters"),
    [
        ("goals", {**HOME, "limit": 3, "intervals": False, "compare": "yoy", "entity": "visit"}),
        ("goals", {"anyOf": [HOME, SIGNUP], "entity": "person"}),
        ("goals", {"type": "any", "filters": [{"field": "os", "operator": "ns"}]}),
        ("goals", {"goals": [HOME] * 20, "limit": 50, "intervals": True, "timing": True, "trend": "hour"}),
        ("utm", {"details": False, "entity": "person"}),
        ("utm", {"details": True, "goals": [{"type": "any"}], "currency": "usd"}),
        ("breakdown", {"fields": ["property:a b", "channel", "entry-path", "exit_path", "utm_source"]}),
        ("breakdown", {"fields": ["os"], "goals": [HOME], "orderBy": "conversions", "limit": 10_000}),
    ],
)
def test_what_goes_together_is_taken(report: str, parameters: Json) -> None:
    parse_report(named(report), {**request(**parameters), "strict": True})


def test_a_saved_goal_may_have_conditions_or_filters() -> None:
    """Both are named `filters`: a list has the goal's own conditions, an object filters of the request."""
    conditions = [{"field": "os", "operator": "eq", "value": "mac"}]
    dates = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
    goal = saved_query(named("goals"), UUID(int=1), {**HOME, "filters": conditions}, dates, None)
    assert isinstance(goal.parameters, GoalParameters)
    assert len(goal.parameters.goal().conditions()) == 1
    filtered = saved_query(named("goals"), UUID(int=1), {**HOME, "filters": {"os": "mac"}}, dates, None)
    assert isinstance(filtered.parameters, GoalParameters)
    assert filtered.parameters.goal().conditions() == ()
    assert filtered.events.filters != goal.events.filters
    with pytest.raises(BadRequestError):
        saved_query(named("utm"), UUID(int=1), {"filters": conditions}, dates, None)


@pytest.mark.parametrize(
    ("report", "parameters", "cell", "path"),
    [
        ("goals", HOME, {}, "cell.of"),
        ("goals", HOME, {"of": "rate"}, "cell.of"),
        ("goals", HOME, {"of": "num", "goal": 1}, "cell.goal"),
        ("goals", {"goals": [HOME, SIGNUP]}, {"of": "num", "goal": 2}, "cell.goal"),
        ("goals", {"goals": [HOME, SIGNUP]}, {"of": "total", "goal": 2}, "cell.goal"),
        ("goals", {"goals": [HOME]}, {"of": "num", "goal": -1}, "cell.goal"),
        ("goals", {"goals": [HOME]}, {"of": "num", "group": "mac"}, "cell.group"),
        ("goals", {"goals": [HOME]}, {"of": "num", "group": None}, "cell.group"),
        ("goals", {"goals": [HOME]}, {"of": "num", "t": "2025-10-01T00:00:00Z"}, "cell.t"),
        ("goals", HOME, {"of": "num", "t": "2025-10-01T00:00:00Z"}, "cell.t"),
        ("goals", {"goals": [HOME], "trend": "day"}, {"of": "num", "t": "soon"}, "cell.t"),
        ("utm", {}, {"list": "utm_color", "name": "x"}, "cell.list"),
        ("utm", {}, {"list": "path", "name": "x"}, "cell.list"),
        ("utm", {}, {"list": "utm_source"}, "cell.name"),
        ("utm", {"details": True}, {"list": "utm_source", "name": "x", "goal": 0}, "cell.goal"),
        (
            "utm",
            {"details": True, "goals": [HOME]},
            {"list": "utm_source", "name": "x", "goal": 1},
            "cell.goal",
        ),
        ("breakdown", {"fields": ["os", "country"]}, {"values": {"os": "mac"}}, "cell.values"),
        ("breakdown", {"fields": ["os"]}, {"values": {"os": "mac", "country": "DE"}}, "cell.values"),
        ("breakdown", {"fields": ["os"]}, {"values": {"country": "DE"}}, "cell.values"),
        ("breakdown", {"fields": ["property:a"]}, {"values": {"property:b": ""}}, "cell.values"),
        ("breakdown", {"fields": ["os"]}, {"values": {"os": 1}}, "cell.values.os"),
        ("breakdown", {"fields": ["os"]}, {"values": {"os": "mac"}, "goal": 0}, "cell.goal"),
    ],
)
def test_cells_that_the_answer_cannot_have_are_refused(
    store: EventStore, report: str, parameters: Json, cell: Json, path: str
) -> None:
    question = asked(store, Situation(report, [], request(**parameters), {}, None, 0))
    with pytest.raises(BadRequestError) as refused:
        question.sessions_behind(cell)
    assert refused.value.details[0].path == path


@pytest.mark.parametrize(
    ("report", "parameters", "cell"),
    [
        ("goals", {"goals": [HOME], **BY_OS, "limit": 1}, {"of": "total", "group": "win"}),
        ("goals", {"goals": [HOME], **BY_OS}, {"of": "total", "group": "linux"}),
        ("goals", {"goals": [HOME], **BY_OS}, {"of": "total", "group": None}),
        ("goals", {"goals": [HOME], "trend": "day"}, {"of": "total", "t": "2025-10-01T01:00:00Z"}),
        ("goals", {"goals": [HOME], "trend": "day"}, {"of": "total", "t": "2024-10-01T00:00:00Z"}),
        ("utm", {}, {"list": "utmSource", "name": ""}),
        ("utm", {}, {"list": "utm_source", "name": "news"}),
        ("breakdown", {"fields": ["os"], "limit": 1}, {"values": {"os": "win"}}),
        ("breakdown", {"fields": ["os"]}, {"values": {"os": "linux"}}),
    ],
)
def test_what_does_not_occur_in_the_answer_gives_an_empty_page(
    stores: dict[str, EventStore], report: str, parameters: Json, cell: Json
) -> None:
    events = [
        view("/", "2025-10-01T10:00:00", "ann", os="mac"),
        view("/", "2025-10-01T10:00:00", "bob", os="mac"),
        view("/", "2025-10-01T10:00:00", "cyd", os="win"),
    ]
    dates = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
    for store in stores.values():
        question = asked(store, Situation(report, events, request(**dates, **parameters), {}, None, 0))
        assert question.sessions_behind(cell) == []


def test_a_row_beyond_the_list_is_no_cell(store: EventStore) -> None:
    events = [view("/", "2025-10-01T10:00:00", f"v{n}", utm_term=f"t{n:02}") for n in range(51)]
    dates = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
    question = asked(store, Situation("utm", events, request(**dates), {}, None, 0))
    assert len(question.sessions_behind({"list": "utm_term", "name": "t49"})) == 1
    assert question.sessions_behind({"list": "utm_term", "name": "t50"}) == []


def test_too_many_buckets_are_refused(store: EventStore) -> None:
    dates = {"startDate": "2025-01-01", "endDate": "2025-12-31"}
    body = request(**dates, goals=[HOME], trend="hour")
    with pytest.raises(BadRequestError) as refused:
        asked(store, Situation("goals", [], body, {}, None, 0)).of_product()
    assert refused.value.details[0].path == "parameters.trend"


def cells_of_goals(parameters: Json, answer: Any) -> Iterator[tuple[Json, int]]:
    """Yield the cells of an answer of goals with their numbers."""
    if "rows" not in answer:
        yield {"of": "num"}, answer["num"]
        yield {"of": "total"}, answer["total"]
        return
    groups = [{"group": each["name"], "rows": each["rows"]} for each in answer.get("groups", ())]
    groups += [{"group": None, "rows": answer["other"]}] if answer.get("other") else []
    for part in [{"rows": answer["rows"]}, *groups]:
        group = {name: value for name, value in part.items() if name == "group"}
        for goal, row in enumerate(part["rows"]):
            yield {"of": "num", "goal": goal, **group}, row["num"]
            yield {"of": "total", "goal": goal, **group}, row["total"]
    for each in answer.get("trend", ()):
        yield {"of": "total", "t": each["t"]}, each["total"]
        for goal, num in enumerate(each["num"]):
            yield {"of": "num", "goal": goal, "t": each["t"]}, num


def cells_of_utm(_parameters: Json, answer: Any) -> Iterator[tuple[Json, int]]:
    """Yield the cells of an answer of campaigns with their numbers."""
    for name, rows in answer.items():
        for row in rows:
            cell = {"list": name, "name": row["utm"]}
            if "visitors" in row:
                yield cell, row["visitors"]
            for goal, num in enumerate(row.get("conversions", ())):
                yield {**cell, "goal": goal}, num


def cells_of_breakdown(parameters: Json, answer: Any) -> Iterator[tuple[Json, int]]:
    """Yield the cells of a breakdown with their numbers."""
    for row in answer:
        cell = {"values": {name: row[name] for name in parameters["fields"]}}
        yield cell, row["visitors"]
        for goal, num in enumerate(row.get("conversions", ())):
            yield {**cell, "goal": goal}, num


CELLS: Mapping[str, Callable[[Json, Any], Iterator[tuple[Json, int]]]] = {
    "goals": cells_of_goals,
    "utm": cells_of_utm,
    "breakdown": cells_of_breakdown,
}
BEHIND: Mapping[str, Callable[[Question, Cell], set[str]]] = {
    "goals": behind_goals,
    "utm": behind_utm,
    "breakdown": behind_breakdown,
}


def check_cells(store: EventStore, situation: Situation, data: st.DataObject) -> None:
    """Open some cells: the same sessions as the oracle finds, and as many as the number says."""
    product = asked(store, situation)
    body: Mapping[str, Any] = situation.body
    parameters = body["parameters"]
    cells = list(CELLS[situation.report](parameters, product.of_product()))
    oracle = question_of(
        situation.events, body, situation.saved, reset_at_ms=situation.reset_at_ms, now_ms=situation.now_ms
    )
    for cell, count in data.draw(st.lists(st.sampled_from(cells), max_size=6)) if cells else ():
        found = product.sessions_behind(cell)
        visitors = BEHIND[situation.report](oracle, cell)
        assert sorted(found) == sorted(as_uuid(session) for session in sessions_of(oracle, visitors))
        assert len(visitors) == count
        if parameters.get("entity", "session") == "session":
            assert len(found) == count


@pytest.mark.parametrize("report", CELLS)
@few
@given(data=st.data())
def test_the_sessions_behind_a_cell_are_those_of_the_oracle(
    store: EventStore, report: str, data: st.DataObject
) -> None:
    check_cells(store, data.draw(situations(report)), data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@pytest.mark.parametrize("report", CELLS)
@settings(few, max_examples=6)
@given(data=st.data())
def test_the_sessions_behind_a_cell_are_those_of_the_oracle_on_servers(
    store: EventStore, report: str, data: st.DataObject
) -> None:
    check_cells(store, data.draw(situations(report)), data)


MANY = 100_000


def test_a_visit_of_a_hundred_thousand_events_is_answered(store: EventStore, website_id: UUID) -> None:
    """Each on a path of its own, which is the worst for a breakdown; costs grow with the events."""
    at = 1_760_000_000_000
    session, visit = uuid4(), uuid4()
    kinds = (EventType.PAGE_VIEW, EventType.CUSTOM)
    events = (
        Event(website_id, session, visit, uuid4(), at + 10 * n, kinds[n % 2], page=Page(path=f"/{n}"))
        for n in range(MANY)
    )
    store.insert(EVENTS, [event_row(each) for each in events], token=uuid4().hex)
    goals = [{"type": "path", "value": f"/{n}*"} for n in range(20)]
    every: Json = {"goals": goals, "currency": "USD", "entity": "person"}
    asks: Mapping[str, Json] = {
        "goals": every | {"trend": "hour", "timing": True, "breakdown": {"property": "plan"}},
        "utm": every | {"details": True},
        "breakdown": every | {"fields": ["path", "channel", "entryPath"], "limit": 10_000},
    }
    dates = {"startDate": at, "endDate": at + 10 * MANY}
    for report, parameters in asks.items():
        body = {"websiteId": str(website_id), "parameters": {**dates, **parameters}}
        runtime = Runtime(RequestReader(store), SavedInMemory({}, website_id), at)
        found: Any = run(parse_report(named(report), body), Website(website_id, "", ""), runtime).answer
        if report == "breakdown":
            assert len(found) == 10_000
            assert found[0]["conversions"] == [1] * 20
        if report == "goals":
            assert [row["num"] for row in found["rows"]] == [1] * 20
