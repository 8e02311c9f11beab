"""Each field of the catalogue with each operator in each report, against the oracle, about one crowd."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import pytest

from kokumi.domain.columns import COLUMNS
from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.filters.tree import Operator
from kokumi.filters.wire import EVENT_TYPE
from oracle.answer import differences
from oracle.drawing import WEBSITE
from oracle.filters import ATTRIBUTE_OF
from oracle.model import Event
from support.asking import Asked, asked, the_same_from_all
from support.crowd import body_of, crowd
from support.strategies import REPORTS, Situation

FIELDS = (*(column.name for column in COLUMNS), EVENT_TYPE)
LISTED = (Operator.EQ, Operator.NEQ)

CROWD = crowd()


@pytest.fixture(scope="module")
def people(store: EventStore) -> Asked:
    """Return the crowd in the store."""
    return asked(store, Situation("goals", CROWD, body_of("goals"), {}, None, 0))


def values_of(events: list[Event], field: str) -> list[str]:
    """Return the values of a field that occur, the most frequent first."""
    values = [event.text(ATTRIBUTE_OF[field]) for event in events if event.website_id == WEBSITE]
    return sorted(set(values) - {""}, key=lambda value: (-values.count(value), value))


def filter_of(field: str, operator: Operator) -> str:
    """Return the value of a filter on the field that bites."""
    first, second, *_ = (*values_of(CROWD, field), "nowhere", "nowhere")
    match operator:
        case Operator.EQ:
            return f"{first},{second}"
        case Operator.NEQ:
            return f"neq.{second}"
        case Operator.CONTAINS | Operator.NOT_CONTAINS:
            return f"{operator.value}.{first[-2:].swapcase()}"
        case Operator.MATCHES | Operator.NOT_MATCHES:
            return f"{operator.value}.^{re.escape(first[:1].swapcase())}"
        case Operator.SET | Operator.NOT_SET:
            return f"{operator.value}."


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("report", REPORTS)
def test_answers_as_the_oracle(people: Asked, report: str, field: str) -> None:
    operators = Operator if field != EVENT_TYPE else LISTED
    values = [filter_of(field, operator) for operator in operators]
    questions = [people.about(report, body_of(report, {field: value})) for value in values]
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(Asked.of_product, questions))
    wrong = {
        value: found
        for value, question, answer in zip(values, questions, answers, strict=True)
        if (found := differences(question.of_oracle(), answer))
    }
    assert wrong == {}


@pytest.mark.parametrize("report", REPORTS)
def test_answers_alike_from_every_store(stores: dict[str, EventStore], report: str) -> None:
    """Each field in every other report, with one operator after another."""
    everywhere = {
        name: asked(store, Situation("goals", CROWD, body_of("goals"), {}, None, 0))
        for name, store in stores.items()
    }
    fields = FIELDS[list(REPORTS).index(report) % 2 :: 2]
    for field, operator in zip(fields, cycle(Operator), strict=False):
        value = filter_of(field, operator if field != EVENT_TYPE else Operator.EQ)
        body = body_of(report, {field: value})
        the_same_from_all({name: one.about(report, body).of_product() for name, one in everywhere.items()})


@pytest.mark.parametrize("operator", [each for each in Operator if each not in LISTED])
def test_event_types_are_compared_whole(people: Asked, operator: Operator) -> None:
    question = people.about("goals", body_of("goals", {EVENT_TYPE: f"{operator.value}.1"}))
    with pytest.raises(BadRequestError):
        question.of_product()
