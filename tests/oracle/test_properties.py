"""What must hold of any answer, whatever was drawn: the oracle against itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from oracle.answer import answer
from oracle.drawing import WEBSITE
from support.strategies import REPORTS, Situation, situations

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def ask(situation: Situation) -> object:
    return answer(
        situation.report,
        situation.events,
        situation.body,
        situation.saved,
        reset_at_ms=situation.reset_at_ms,
        now_ms=situation.now_ms,
    )


@pytest.mark.parametrize("report", REPORTS)
def test_every_answer_is_json_and_depends_on_the_own_events_only(report: str) -> None:
    @few
    @given(situations(report))
    def check(situation: Situation) -> None:
        found = json.dumps(ask(situation), allow_nan=False)
        own = [event for event in reversed(situation.events) if event.website_id == WEBSITE]
        assert json.dumps(ask(replace(situation, events=own))) == found

    check()


@few
@given(situations("funnel"))
def test_the_steps_of_a_funnel_never_grow(situation: Situation) -> None:
    answer = ask(situation)
    rows = answer["rows"] if isinstance(answer, Mapping) else answer
    assert isinstance(rows, Sequence)
    visitors = [row["visitors"] for row in rows]
    assert visitors == sorted(visitors, reverse=True)


@few
@given(situations("journey"))
def test_a_journey_has_as_many_rows_without_being_told_where_to_end(situation: Situation) -> None:
    parameters = situation.body["parameters"]
    assert isinstance(parameters, Mapping)
    plain = {name: value for name, value in parameters.items() if name not in {"from", "direction", "flow"}}
    free = {name: value for name, value in plain.items() if name not in {"startStep", "endStep"}}
    rows, all_rows = (
        ask(replace(situation, body=situation.body | {"parameters": asked})) for asked in (plain, free)
    )
    assert isinstance(rows, Sequence)
    assert isinstance(all_rows, Sequence)
    assert [row for row in all_rows if row in rows] == rows
