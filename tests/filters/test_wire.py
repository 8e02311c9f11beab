"""The wire's filters as a tree: one row for each sentence of docs/spec/filters.md."""

from __future__ import annotations

from uuid import UUID

import pytest

from kokumi.domain.columns import COLUMNS, Column, column
from kokumi.errors import BadRequestError
from kokumi.filters.tree import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    ExternalReferrer,
    Filters,
    IsEventType,
    Operator,
)
from kokumi.filters.wire import parse_conditions, parse_filters

ID = "5e600000-0000-4000-8000-000000000001"


def named(name: str) -> Column:
    """Return the column of that name."""
    found = column(name)
    assert found is not None
    return found


def compare(name: str, operator: Operator, *values: str, key: str = "") -> Compare:
    """Return the comparison that a filter means."""
    return Compare(named(name), operator, values, f"filters.{key or name}")


def every(*conditions: Condition, always: tuple[Condition, ...] = ()) -> Filters:
    """Return filters that demand all of the conditions."""
    return Filters(AllOf((AllOf(conditions), *always)))


MEANINGS: dict[str, tuple[dict[str, object], Filters]] = {
    "nothing": ({}, every()),
    "a bare value": ({"os": "Mac OS"}, every(compare("os", Operator.EQ, "Mac OS"))),
    "a list in text": ({"os": "neq.a,,b"}, every(compare("os", Operator.NEQ, "a", "", "b"))),
    "a list of literals": ({"os": ["a,b", 3]}, every(compare("os", Operator.EQ, "a,b", "3"))),
    "an operator only with its dot": ({"os": "contains"}, every(compare("os", Operator.EQ, "contains"))),
    "an unknown operator": ({"os": "gt.5"}, every(compare("os", Operator.EQ, "gt.5"))),
    "an operator in a value": (
        {"path": "eq.c.example.com"},
        every(compare("path", Operator.EQ, "c.example.com")),
    ),
    "contains keeps commas": ({"path": "c.a,b"}, every(compare("path", Operator.CONTAINS, "a,b"))),
    "is set": ({"city": "s."}, every(compare("city", Operator.SET, ""))),
    "is not set, whatever follows": ({"city": "ns.x"}, every(compare("city", Operator.NOT_SET, "x"))),
    "empty text": ({"tag": ""}, every(compare("tag", Operator.EQ, ""))),
    "nothing is trimmed": ({"tag": " a "}, every(compare("tag", Operator.EQ, " a "))),
    "null is not there": ({"tag": None, "segment": None}, every()),
    "numbers in shortest form": ({"tag": 1e3}, every(compare("tag", Operator.EQ, "1000"))),
    "small numbers": ({"tag": 1e-7}, every(compare("tag", Operator.EQ, "0.0000001"))),
    "a name with digits": (
        {"country1": "neq.US", "country2": "neq.DE"},
        every(
            compare("country", Operator.NEQ, "US", key="country1"),
            compare("country", Operator.NEQ, "DE", key="country2"),
        ),
    ),
    "names in three cases": (
        {"utm_source": "a", "utm-medium": "b", "utmTerm1": "c"},
        every(
            compare("utmSource", Operator.EQ, "a", key="utm_source"),
            compare("utmMedium", Operator.EQ, "b", key="utm-medium"),
            compare("utmTerm", Operator.EQ, "c", key="utmTerm1"),
        ),
    ),
    "any": (
        {"match": "any", "os": "a", "tag": "b"},
        Filters(AllOf((AnyOf((compare("os", Operator.EQ, "a"), compare("tag", Operator.EQ, "b"))),))),
    ),
    "a type stays and": (
        {"match": "any", "os": "a", "eventType": 2},
        Filters(AllOf((AnyOf((compare("os", Operator.EQ, "a"),)), IsEventType((2,))))),
    ),
    "a referrer must be external": (
        {"match": "any", "referrer": "c.x"},
        Filters(AllOf((AnyOf((compare("referrer", Operator.CONTAINS, "x"),)), ExternalReferrer()))),
    ),
    "controls": (
        {"segment": ID, "cohort": ID, "excludeBounce": "yes"},
        Filters(AllOf((AllOf(()),)), UUID(ID), UUID(ID), exclude_bounce=True),
    ),
    "text that means no": ({"excludeBounce": "false"}, every()),
}


@pytest.mark.parametrize(("wire", "meaning"), MEANINGS.values(), ids=MEANINGS)
def test_what_is_written_means(wire: dict[str, object], meaning: Filters) -> None:
    assert parse_filters(wire) == meaning


@pytest.mark.parametrize("each", COLUMNS, ids=[each.name for each in COLUMNS])
@pytest.mark.parametrize("operator", Operator, ids=[operator.value for operator in Operator])
def test_every_field_takes_every_operator(each: Column, operator: Operator) -> None:
    parsed = parse_filters({each.name: f"{operator.value}.x"})
    always = (ExternalReferrer(),) if each.name == "referrer" else ()
    assert parsed == every(compare(each.name, operator, "x"), always=always)


FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "unknown name": ({"colour": "red"}, "filters.colour"),
    "boolean": ({"os": False}, "filters.os"),
    "object": ({"os": {}}, "filters.os"),
    "empty list": ({"os": []}, "filters.os"),
    "null in a list": ({"os": ["a", None]}, "filters.os"),
    "type that is none": ({"eventType": "click"}, "filters.eventType"),
    "type by another operator": ({"eventType": "c.1"}, "filters.eventType"),
    "match that is neither": ({"match": "some"}, "filters.match"),
    "segment that is no id": ({"segment": 5}, "filters.segment"),
    "flag that is a number": ({"excludeBounce": 1}, "filters.excludeBounce"),
    "expression that is too long": ({"path": "re." + "a" * 501}, "filters.path"),
}


@pytest.mark.parametrize(("wire", "path"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_fit_is_named(wire: dict[str, object], path: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        parse_filters(wire)
    assert [detail.path for detail in caught.value.details] == [path]


def test_a_saved_value_is_not_read_for_operators() -> None:
    entries = [{"name": "path", "operator": "eq", "value": "c.example.com"}]
    parsed = parse_conditions({"filters": entries, "match": "any"}, "parameters")
    wanted = Compare(named("path"), Operator.EQ, ("c.example.com",), "parameters.filters.0.value")
    assert parsed == AllOf((AnyOf((wanted,)),))
