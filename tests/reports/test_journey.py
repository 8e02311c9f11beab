"""Journeys: what their options refuse, how the flow adds up, and who is behind each of its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.reports.journey import REPORT
from kokumi.reports.request import parse_report
from oracle.journey import sessions_behind
from oracle.making import ms, request, view
from oracle.question import ask as question_of
from support.asking import Asked, asked
from support.store_events import as_uuid
from support.stores import SHARED
from support.strategies import Situation, situations

Json = dict[str, Any]

few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

STEP = {"type": "path", "value": "/"}


@pytest.mark.parametrize(
    ("parameters", "field", "sentence"),
    [
        ({"from": "anywhere"}, "startStep", "is required with from: anywhere"),
        ({"from": "anywhere", "startStep": ""}, "startStep", "is required with from: anywhere"),
        ({"direction": "backward"}, "endStep", "is required with direction: backward"),
        ({"direction": "backward", "endStep": ""}, "endStep", "is required with direction: backward"),
        ({"direction": "backward", "endStep": "/", "from": "start"}, "from", "must be left out"),
        ({"direction": "backward", "endStep": "/", "from": "anywhere", "startStep": "/"}, "from", "left out"),
        ({"from": "end"}, "from", "start"),
        ({"direction": "sideways"}, "direction", "forward"),
        ({"entity": "visitor"}, "entity", "person"),
        ({"flow": True, "nodes": 0}, "nodes", "1"),
        ({"flow": True, "nodes": 51}, "nodes", "50"),
        ({"flow": True, "nodes": 2.5}, "nodes", "whole"),
        ({"flow": "maybe"}, "flow", "true"),
        ({"groups": [{"pattern": "/", "name": "x"}] * 51}, "groups", "50"),
        ({"groups": [{"pattern": "/"}]}, "groups.0.name", "required"),
        ({"groups": [{"name": "x"}]}, "groups.0.pattern", "required"),
        ({"groups": [{"pattern": "/", "name": "x" * 501}]}, "groups.0.name", "500"),
        ({"groups": [{"pattern": "x" * 1001, "name": "x"}]}, "groups.0.pattern", "1000"),
        ({"exclude": STEP}, "exclude", "list"),
        ({"exclude": [STEP] * 51}, "exclude", "50"),
        ({"exclude": [{"type": "path"}]}, "exclude.0.value", "required"),
        ({"exclude": [{"type": "any", "value": "/"}]}, "exclude.0.value", "left out"),
        (
            {"exclude": [{**STEP, "filters": [{"property": "a", "operator": "s"}] * 17}] * 3},
            "exclude",
            "at most 50 filters",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(parameters: Json, field: str, sentence: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        parse_report(REPORT, request(steps=3, **parameters))
    (detail, *_) = refused.value.details
    assert detail.path == f"parameters.{field}"
    assert sentence in detail.message


@pytest.mark.parametrize(
    "parameters",
    [
        {"nodes": 50},
        {"groups": []},
        {"groups": [{"pattern": "", "name": ""}] * 50},
        {"exclude": []},
        {"from": "start", "direction": "forward"},
        {"direction": "forward", "from": "anywhere", "startStep": "/"},
        {"direction": "backward", "endStep": "/", "startStep": "/", "flow": True, "nodes": 1},
        {"from": None, "exclude": None, "groups": None},
    ],
)
def test_what_goes_together_is_taken(parameters: Json) -> None:
    body = {**request(steps=3, **parameters), "strict": True}
    assert parse_report(REPORT, body).parameters.steps == 3


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ({}, "cell"),
        ({"items": ["/"], "step": 1, "item": "/"}, "cell"),
        ({"items": None}, "cell.items"),
        ({"items": ["/"] * 101}, "cell.items"),
        ({"step": 1}, "cell"),
        ({"step": None, "item": "/"}, "cell.step"),
        ({"item": "/"}, "cell"),
        ({"step": 1, "from": "/"}, "cell"),
        ({"step": 1, "from": "/", "to": "/", "ends": True}, "cell"),
        ({"step": 1, "from": "/", "to": "/", "item": "/"}, "cell"),
        ({"step": 0, "item": "/"}, "cell.step"),
        ({"step": 4, "item": "/"}, "cell.step"),
        ({"step": 4, "from": "/", "to": "/"}, "cell.step"),
        ({"step": 1, "item": "/", "colour": "red"}, "cell.colour"),
    ],
)
def test_a_cell_that_no_answer_has_is_refused(store: EventStore, cell: Json, path: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        question(store, steps=3, flow=True).sessions_behind(cell)
    assert [detail.path for detail in refused.value.details] == [path]


def test_a_cell_of_the_flow_needs_the_flow(store: EventStore) -> None:
    with pytest.raises(BadRequestError, match="needs flow: true"):
        question(store, steps=3).sessions_behind({"step": 1, "item": "/"})


@pytest.mark.parametrize(
    "cell",
    [
        {"items": []},
        {"items": ["/"]},
        {"items": ["/", None]},
        {"items": [None, "/", None]},
        {"items": ["/", "/nowhere", None]},
        {"items": ["/"] * 100},
        {"step": 1, "item": "/nowhere"},
        {"step": 1, "item": "/rare"},
        {"step": 2, "item": None},
        {"step": 2, "item": "/", "ends": True},
        {"step": 2, "from": "/", "to": "/a"},
        {"step": 3, "item": "/"},
        {"step": 3, "from": "/", "to": "/"},
    ],
)
def test_what_the_answer_does_not_have_is_an_empty_page(store: EventStore, cell: Json) -> None:
    """`/rare` is there, but at step 1 it does not stand alone."""
    assert question(store, steps=3, flow=True, nodes=1).sessions_behind(cell) == []


MANY = 100_000
COSTLY: Mapping[str, Json] = {
    "plain": {},
    "anywhere": {"from": "anywhere", "startStep": "/b", "endStep": "/c*"},
    "backward": {"direction": "backward", "endStep": "/c*", "flow": True, "nodes": 50},
    "flow": {"flow": True, "collapse": True, "exclude": [{"anyOf": [{"type": "path", "value": "/x"}] * 10}]},
    "groups": {"groups": [{"pattern": f"/{n}*", "name": "group"} for n in range(50)], "collapse": True},
}


@pytest.fixture(scope="module")
def crawler(embedded_store: EventStore) -> Asked:
    """Return a question about one session of very many events: `/a` and at last `/b` and `/c`."""
    paths = [*["/a"] * (MANY - 2), "/b", "/c"]
    start = ms("2025-10-01")
    events = [view(path, start + 1000 * number, "crawler") for number, path in enumerate(paths)]
    return asked(embedded_store, Situation("journey", events, request(steps=3), {}, None, 0))


@pytest.mark.slow
@pytest.mark.parametrize("entity", ["session", "person"])
@pytest.mark.parametrize("options", COSTLY.values(), ids=COSTLY)
def test_a_session_of_very_many_events_costs_no_square_of_them(
    crawler: Asked, options: Json, entity: str
) -> None:
    """A square of them would be ten thousand million numbers, for which the engine has no time."""
    answer: Any = crawler.of_product(request(steps=3, entity=entity, **options))
    rows = answer["rows"] if isinstance(answer, dict) else answer
    assert [row["count"] for row in rows] == [1]


@pytest.mark.parametrize("options", REPORT.sample.options.values(), ids=REPORT.sample.options)
def test_the_reference_shows_requests_that_are_taken(options: Json) -> None:
    body = {**request(), "parameters": {**REPORT.sample.parameters, **options}, "strict": True}
    assert parse_report(REPORT, body).parameters.steps == 3


def question(store: EventStore, **parameters: object) -> Asked:
    """Return a question about three sessions."""
    events = [
        view("/", "2025-10-01T10:00:00", "ann"),
        view("/a", "2025-10-01T10:01:00", "ann"),
        view("/", "2025-10-01T10:00:00", "bob"),
        view("/rare", "2025-10-01T10:00:00", "cyd"),
    ]
    return asked(store, Situation("journey", events, request(**parameters), {}, None, 0))


def flow_of(situation: Situation) -> Situation:
    """Return the situation with a flow asked for."""
    parameters = situation.body["parameters"]
    assert isinstance(parameters, dict)
    return Situation(
        situation.report,
        situation.events,
        {**situation.body, "parameters": {**parameters, "flow": True}},
        situation.saved,
        situation.reset_at_ms,
        situation.now_ms,
    )


@few
@given(situations("journey").map(flow_of))
def test_the_flow_adds_up_at_every_node(store: EventStore, situation: Situation) -> None:
    answer: Any = asked(store, situation).of_product()
    flow, parameters = answer["flow"], situation.body["parameters"]
    assert isinstance(parameters, dict)
    is_backward = parameters.get("direction") == "backward"
    nearer, further = ("to", "from") if is_backward else ("from", "to")
    onward: Counter[tuple[int, str | None]] = Counter()
    arriving: Counter[tuple[int, str | None]] = Counter()
    for link in flow["links"]:
        onward[link["step"], link[nearer]] += link["visits"]
        arriving[link["step"] + 1, link[further]] += link["visits"]
    for step in flow["steps"]:
        names = [node["item"] for node in step["nodes"]]
        assert len({*names}) == len(names) <= parameters.get("nodes", 10) + 1
        for node in step["nodes"]:
            here = (step["step"], node["item"])
            assert node["visits"] == node["ends"] + onward[here]
            assert step["step"] == 1 or node["visits"] == arriving[here]
    first = flow["steps"][0]["nodes"] if flow["steps"] else []
    assert sum(node["visits"] for node in first) == flow["total"]
    assert sum(row["count"] for row in answer["rows"]) <= flow["total"]


def cells_of(answer: Any) -> Iterator[tuple[Json, int]]:
    """Yield every cell of an answer with its number; rows that look alike are one cell."""
    rows: Counter[tuple[str | None, ...]] = Counter()
    for row in answer["rows"]:
        rows[tuple(row["items"])] += row["count"]
    for items, count in rows.items():
        yield {"items": list(items)}, count
    for step in answer["flow"]["steps"]:
        for node in step["nodes"]:
            cell = {"step": step["step"], "item": node["item"]}
            yield cell, node["visits"]
            yield {**cell, "ends": True}, node["ends"]
    for link in answer["flow"]["links"]:
        yield {name: link[name] for name in ("step", "from", "to")}, link["visits"]


def check_cells(store: EventStore, situation: Situation, data: st.DataObject) -> None:
    """Open some cells of the answer: the sessions that the oracle finds, as many as the number says."""
    product = asked(store, situation)
    cells = list(cells_of(product.of_product()))
    body: Mapping[str, Any] = situation.body
    oracle = question_of(
        situation.events, body, situation.saved, reset_at_ms=situation.reset_at_ms, now_ms=situation.now_ms
    )
    for cell, count in data.draw(st.lists(st.sampled_from(cells), max_size=6)) if cells else ():
        found = product.sessions_behind(cell)
        assert sorted(found) == sorted({as_uuid(session) for session in sessions_behind(oracle, cell)})
        if body["parameters"].get("entity") == "session":
            assert len(found) == count


@few
@given(situations("journey").map(flow_of), st.data())
def test_the_sessions_behind_a_cell_are_those_of_the_oracle(
    store: EventStore, situation: Situation, data: st.DataObject
) -> None:
    check_cells(store, situation, data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@settings(few, max_examples=3)
@given(situations("journey").map(flow_of), st.data())
def test_the_sessions_behind_a_cell_are_those_of_the_oracle_on_servers(
    store: EventStore, situation: Situation, data: st.DataObject
) -> None:
    check_cells(store, situation, data)
