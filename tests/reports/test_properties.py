"""What must hold between answers, whatever happened and whatever is asked: the product against itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.events.store import EventStore
from oracle.drawing import WEBSITE
from oracle.drawing_filters import FIELDS
from support.asking import Asked, asked
from support.store_events import insert
from support.strategies import REPORTS, Situation, situations

Json = dict[str, Any]

few = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)

DATES = ("startDate", "endDate", "timezone")
NEGATED = {"eq": "neq", "c": "dnc", "re": "nre", "s": "ns"}


def rows_of(answer: Any) -> Any:
    """Return the rows of an answer, which an option may have made an object."""
    return answer["rows"] if isinstance(answer, dict) else answer


VISITORS: Mapping[str, Callable[[Any], int]] = {
    "goals": lambda answer: int((answer["rows"][0] if "rows" in answer else answer)["total"]),
    "attribution": lambda answer: int(answer["total"]["visitors"]),
    "revenue": lambda answer: int(answer["total"]["unique_count"]),
    "funnel": lambda answer: int(rows_of(answer)[0]["visitors"]),
}
"""How many visitors an answer speaks of, where it is one figure."""


def parameters_of(situation: Situation) -> Json:
    """Return the parameters of what is asked."""
    parameters = situation.body["parameters"]
    assert isinstance(parameters, dict)
    return parameters


def filters_of(situation: Situation) -> Json:
    """Return the filters of what is asked."""
    filters = situation.body["filters"]
    assert isinstance(filters, dict)
    return filters


def ask(question: Asked, filters: Json | None = None, **parameters: object) -> Any:
    """Return the product's answer with other filters or parameters."""
    situation = question.situation
    return question.of_product(
        {
            **situation.body,
            "filters": filters_of(situation) if filters is None else filters,
            "parameters": {**parameters_of(situation), **parameters},
        }
    )


def as_bytes(answer: object) -> bytes:
    """Return an answer as it goes over the wire."""
    return json.dumps(answer).encode()


@pytest.mark.parametrize("report", REPORTS)
def test_the_own_events_alone_count_in_any_order_and_alike_each_time(store: EventStore, report: str) -> None:
    """Neither another website's events, nor the order in which they came in, nor asking again matter."""

    @few
    @given(situations(report), st.randoms(use_true_random=False))
    def check(situation: Situation, random: Any) -> None:
        question = asked(store, situation)
        own = [event for event in situation.events if event.website_id == WEBSITE]
        random.shuffle(own)
        halves = asked(store, situation, own[: len(own) // 2])
        insert(store, own[len(own) // 2 :], halves.websites)
        first = as_bytes(question.of_product())
        assert as_bytes(question.of_product()) == first
        assert as_bytes(halves.of_product()) == first

    check()


@few
@given(situations("breakdown"), st.sampled_from(FIELDS), st.sampled_from(sorted(NEGATED)), st.data())
def test_a_filter_and_its_negation_add_up(
    store: EventStore, situation: Situation, field: str, operator: str, data: st.DataObject
) -> None:
    """Each page view passes either the filter or its negation; `referrer` has a rule of its own."""
    if field == "referrer":
        field = "path"
    question = asked(store, situation)
    value = "" if operator == "s" else data.draw(st.sampled_from(("/", "/a", "US", "chrome", "c", "^/")))
    plain = {name: each for name, each in filters_of(situation).items() if not name.startswith("match")}

    def views(filters: Json) -> int:
        return sum(row["views"] for row in ask(question, filters, fields=["os"], limit=10_000))

    everything = views(plain)
    with_it = views({**plain, f"{field}77": f"{operator}.{value}"})
    without_it = views({**plain, f"{field}77": f"{NEGATED[operator]}.{value}"})
    assert with_it + without_it == everything


@pytest.mark.parametrize("report", VISITORS)
def test_one_more_condition_never_finds_more_visitors(store: EventStore, report: str) -> None:
    @few
    @given(
        situations(report), st.sampled_from(FIELDS), st.sampled_from(("eq.US", "neq./", "c.a", "s.", "ns."))
    )
    def check(situation: Situation, field: str, value: str) -> None:
        question = asked(store, situation)
        plain = {name: each for name, each in filters_of(situation).items() if name != "match"}
        more = VISITORS[report](ask(question, {**plain, f"{field}88": value}))
        assert more <= VISITORS[report](ask(question, plain))

    check()


@few
@given(situations("funnel"))
def test_the_steps_of_a_funnel_never_grow(store: EventStore, situation: Situation) -> None:
    question = asked(store, situation)
    rows = rows_of(ask(question))
    visitors = [row["visitors"] for row in rows]
    assert visitors == sorted(visitors, reverse=True)
    assert [row["previous"] for row in rows[1:]] == visitors[:-1]
    wider = rows_of(ask(question, window=10_000))
    assert all(wide["visitors"] >= row["visitors"] for wide, row in zip(wider, rows, strict=True))


@few
@given(situations("funnel"))
def test_the_first_step_of_a_funnel_is_a_goal(store: EventStore, situation: Situation) -> None:
    first, *_ = steps = parameters_of(situation)["steps"]
    if first.get("filters") or "anyOf" in first:
        return
    dates = {name: value for name, value in parameters_of(situation).items() if name in DATES}
    body = {**situation.body, "parameters": dates}
    question = asked(store, situation)
    (row, *_) = ask(question.about("funnel", body), steps=steps, window=10_000)
    goal = question.about("goals", {**body, "type": "goal"})
    assert ask(goal, type=first["type"], value=first["value"])["num"] == row["visitors"]


def without_options(situation: Situation) -> Situation:
    """Return the situation with nothing but dates and zone among its parameters."""
    dates = ("startDate", "endDate", "timezone")
    parameters = {name: each for name, each in parameters_of(situation).items() if name in dates}
    return replace(situation, body={**situation.body, "parameters": parameters})


@few
@given(situations("retention").map(without_options))
def test_everyone_is_there_on_day_0(store: EventStore, situation: Situation) -> None:
    question = asked(store, situation)
    rows = ask(question)
    firsts = [row for row in rows if row["day"] == 0]
    assert [(row["returnVisitors"], row["percentage"]) for row in firsts] == [
        (row["visitors"], 100) for row in firsts
    ]
    assert {row["date"] for row in rows} == {row["date"] for row in firsts}
    goal = question.about("goals", {**situation.body, "type": "goal"})
    visitors = ask(goal, type="path", value="*")["total"]
    assert sum(row["visitors"] for row in firsts) == visitors


@few
@given(situations("retention"))
def test_on_or_after_finds_all_that_exact_finds(store: EventStore, situation: Situation) -> None:
    question = asked(store, situation)
    plain: Json = {"average": False, "breakdown": None, "compare": None}
    exact, rolling = (
        {(row["date"], row["day"]): row["returnVisitors"] for row in ask(question, **plain, returns=returns)}
        for returns in ("exact", "onOrAfter")
    )
    assert all(rolling.get(cell, 0) >= count for cell, count in exact.items())


@few
@given(situations("retention"), st.sampled_from(FIELDS), st.integers(1, 3))
def test_groups_of_retention_add_up(store: EventStore, situation: Situation, field: str, limit: int) -> None:
    question = asked(store, situation)
    answer = ask(question, compare=None, breakdown={"field": field}, limit=limit, cells="all")
    parts = [*(group["rows"] for group in answer["groups"]), answer["other"] or []]

    def summed(name: str) -> dict[tuple[str, int], int]:
        sums: dict[tuple[str, int], int] = {}
        for row in (row for rows in parts for row in rows):
            sums[row["date"], row["day"]] = sums.get((row["date"], row["day"]), 0) + row[name]
        return sums

    for name in ("visitors", "returnVisitors"):
        assert summed(name) == {(row["date"], row["day"]): row[name] for row in answer["rows"]}


@few
@given(situations("lifecycle"))
def test_whoever_was_active_is_returning_or_dormant(store: EventStore, situation: Situation) -> None:
    rows = ask(asked(store, situation))
    for before, row in pairwise(rows):
        active = before["new"] + before["returning"] + before["resurrecting"]
        assert row["returning"] + row["dormant"] == active


@few
@given(situations("stickiness"))
def test_stickiness_has_each_visitor_once(store: EventStore, situation: Situation) -> None:
    question = asked(store, situation)
    goal = question.about("goals", {**situation.body, "type": "goal"})
    entity = parameters_of(situation).get("entity", "session")
    visitors = ask(goal, type="path", value="*", entity=entity)["total"]
    assert sum(row["visitors"] for row in ask(question)) == visitors


@pytest.mark.parametrize("report", ["retention", "stickiness"])
def test_there_are_no_more_persons_than_sessions(store: EventStore, report: str) -> None:
    @few
    @given(situations(report).map(without_options))
    def check(situation: Situation) -> None:
        question = asked(store, situation)

        def visitors(entity: str) -> int:
            rows = ask(question, entity=entity)
            return sum(row["visitors"] for row in rows if row.get("day", 0) == 0)

        assert visitors("person") <= visitors("session")

    check()


@few
@given(situations("breakdown"), st.sampled_from(FIELDS))
def test_rows_of_a_breakdown_add_up(store: EventStore, situation: Situation, field: str) -> None:
    """Views, bounces and time are each credited to one row, however the rows are cut."""
    question = asked(store, situation)
    if field == "event":  # with which custom events are counted too
        field = "path"

    def sums(fields: Sequence[str]) -> list[float]:
        rows = ask(question, fields=list(fields), limit=10_000)
        return [round(sum(row[name] for row in rows), 3) for name in ("views", "bounces", "totaltime")]

    assert sums([field]) == sums(["os", field] if field != "os" else ["os", "path"])


@few
@given(situations("revenue"))
def test_lists_of_revenue_add_up_to_its_total(store: EventStore, situation: Situation) -> None:
    answer = ask(asked(store, situation))
    total = pytest.approx(answer["total"]["sum"], abs=1e-9)
    for name in ("country", "region", "referrer", "channel"):
        assert sum(row["value"] for row in answer[name]) == total
    assert sum(row["y"] for row in answer["chart"]) == total
    assert sum(row["count"] for row in answer["chart"]) == answer["total"]["count"]


@few
@given(situations("goals"), st.integers(1, 5))
def test_copies_of_all_visitors_multiply_what_is_counted(
    store: EventStore, situation: Situation, count: int
) -> None:
    """Under new names they are new visitors, who do the same."""
    question = asked(store, situation)
    first = counts(ask(question, entity="session"))
    copies = [
        replace(
            event,
            session_id=f"{event.session_id}-{copy}",
            visit_id=f"{event.visit_id}-{copy}",
            event_id=str(uuid4()),
        )
        for event in situation.events
        for copy in range(count)
    ]
    copied = counts(ask(asked(store, situation, copies), entity="session"))
    assert copied == [count * value for value in first]


def counts(answer: Json) -> list[int]:
    """Return what an answer of goals counts."""
    return [row[name] for row in answer.get("rows", [answer]) for name in ("num", "total")]
