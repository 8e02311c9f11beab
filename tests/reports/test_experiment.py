"""Experiment beyond its cases: the sessions behind every number, refusals, and its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError, QueryTooLargeError
from kokumi.events.store import EventStore
from kokumi.reports.experiment import MAX_VARIANTS, REPORT
from kokumi.reports.request import request_model
from oracle.experiment import exposed
from oracle.making import request, with_data
from oracle.question import ask
from support.asking import asked
from support.store_events import as_uuid
from support.strategies import Situation, situations

Json = dict[str, Any]
GOAL: Json = {"type": "event", "value": "buy"}
few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@few
@given(situations("experiment"))
def test_the_sessions_behind_every_number(store: EventStore, situation: Situation) -> None:
    product = asked(store, situation)
    question = ask(
        situation.events,
        situation.body,
        situation.saved,
        reset_at_ms=situation.reset_at_ms,
        now_ms=situation.now_ms,
    )
    found, visitor_of = exposed(question), question.visitor_of()
    rows = product.of_product()
    assert isinstance(rows, list)
    for row in [*rows, {"variant": "nowhere", "visitors": 0, "conversions": 0}]:
        for of in ("visitors", "conversions"):
            visitors = {
                each.visitor
                for each in found
                if each.variant == row["variant"] and (of == "visitors" or each.converted)
            }
            behind = product.sessions_behind({"variant": row["variant"], "of": of})
            sessions = {
                as_uuid(event.session_id)
                for event in question.unfiltered()
                if visitor_of[event.event_id] in visitors
            }
            assert set(behind) == sessions
            if question.parameters.get("entity", "session") == "session":
                assert len(behind) == row[of]


@few
@given(situations("experiment"))
def test_visitors_without_those_of_several_variants_are_never_more(
    store: EventStore, situation: Situation
) -> None:
    product = asked(store, situation)
    given_parameters = situation.body["parameters"]
    assert isinstance(given_parameters, dict)

    def visitors(multiple: str) -> Mapping[str, int]:
        rows = product.of_product(
            {**situation.body, "parameters": {**given_parameters, "multiple": multiple}}
        )
        assert isinstance(rows, list)
        return {row["variant"]: row["visitors"] for row in rows}

    all_of_them, strict = visitors("first"), visitors("exclude")
    assert all(count <= all_of_them[name] for name, count in strict.items())


REFUSED: Mapping[str, tuple[Json, str]] = {
    "no exposure": ({"goal": GOAL}, "parameters.exposure: is required"),
    "no property": ({"exposure": {}, "goal": GOAL}, "parameters.exposure.property: is required"),
    "an empty property": (
        {"exposure": {"property": ""}, "goal": GOAL},
        "parameters.exposure.property: must be at least 1 character",
    ),
    "no goal": ({"exposure": {"property": "x"}}, "parameters.goal: is required"),
    "a pattern as the goal": (
        {"exposure": {"property": "x"}, "goal": "buy"},
        "parameters.goal: must be an object",
    ),
    "a wrong step of the exposure": (
        {"exposure": {"property": "x", "step": {"type": "any", "value": "y"}}, "goal": GOAL},
        "parameters.exposure.step.value: must be left out where type is any",
    ),
    "another multiple": (
        {"exposure": {"property": "x"}, "goal": GOAL, "multiple": "last"},
        "parameters.multiple: must be 'first' or 'exclude'",
    ),
    "a number as the control": (
        {"exposure": {"property": "x"}, "goal": GOAL, "control": 1},
        "parameters.control: must be text",
    ),
    "too many conditions": (
        {
            "exposure": {"property": "x"},
            "goal": {
                "anyOf": [
                    {"type": "any", "filters": [{"property": "x", "operator": "s"}] * 20} for _ in range(3)
                ]
            },
        },
        "parameters.goal: must have at most 50 filters in all steps together",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_say_what_would_be_right(name: str) -> None:
    parameters, sentence = REFUSED[name]
    body = request(**parameters) | {"websiteId": "86d4095c-a2a8-4fc8-9521-103e858e2b41"}
    with pytest.raises(BadRequestError) as refused:
        validate(request_model(REPORT), body)
    assert refused.value.message.startswith(sentence)


@pytest.mark.parametrize("options", REPORT.sample.options.values(), ids=REPORT.sample.options)
def test_the_samples_options_are_answered(embedded_store: EventStore, options: Json) -> None:
    events = [with_data("exposure", "2025-10-20", variant="A")]
    body = request(**{**REPORT.sample.parameters, **options})
    rows = asked(embedded_store, Situation("experiment", events, body, {}, None, 0)).of_product()
    assert isinstance(rows, list)
    assert [(row["variant"], row["visitors"], row["conversions"]) for row in rows] == [("A", 1, 0)]


def test_a_thousand_variants_are_answered_and_no_more(embedded_store: EventStore) -> None:
    events = [
        with_data("see", "2025-05-01", f"v{number}", variant=f"{number:04}") for number in range(MAX_VARIANTS)
    ]
    body = request(exposure={"property": "variant"}, goal=GOAL)
    rows = asked(embedded_store, Situation("experiment", events, body, {}, None, 0)).of_product()
    assert isinstance(rows, list)
    assert [row["variant"] for row in rows] == [f"{number:04}" for number in range(MAX_VARIANTS)]
    one_more = [*events, with_data("see", "2025-05-01", "one more", variant="another")]
    with pytest.raises(QueryTooLargeError, match="The property variant has more than 1000 values"):
        asked(embedded_store, Situation("experiment", one_more, body, {}, None, 0)).of_product()


def test_a_session_of_a_hundred_thousand_exposures(embedded_store: EventStore) -> None:
    """A session costs no more than its events."""
    start = 1_746_057_600_000
    events = [with_data("see", start + number, variant="AB"[number % 2]) for number in range(100_000)]
    body = request(exposure={"property": "variant"}, goal={"type": "event", "value": "see"})
    rows = asked(embedded_store, Situation("experiment", events, body, {}, None, 0)).of_product()
    assert isinstance(rows, list)
    assert [(row["variant"], row["visitors"], row["conversions"]) for row in rows] == [("A", 1, 1)]
