"""Properties: flat names, types and canonical text; revenue by docs/spec/revenue.md#revenue-rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from kokumi.collect.properties import flatten, numbers, revenue_of
from kokumi.domain.events import Property, PropertyType, Revenue
from kokumi.errors import BadRequestError


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("pro", PropertyType.TEXT, "pro"),
        ("", PropertyType.TEXT, ""),
        (9, PropertyType.NUMBER, "9"),
        (9.0, PropertyType.NUMBER, "9"),
        (19.5, PropertyType.NUMBER, "19.5"),
        (-0.0, PropertyType.NUMBER, "0"),
        (1e-7, PropertyType.NUMBER, "0.0000001"),
        (1e21, PropertyType.NUMBER, "1000000000000000000000"),
        (2**60, PropertyType.NUMBER, "1152921504606846976"),
        (True, PropertyType.BOOLEAN, "true"),
        (False, PropertyType.BOOLEAN, "false"),
        ("2025-10-01T09:00:00.000+02:00", PropertyType.DATE, "2025-10-01T07:00:00Z"),
        ("2025-10-01T07:00:00.250Z", PropertyType.DATE, "2025-10-01T07:00:00.250Z"),
        ("2025-10-01T07:00:00", PropertyType.DATE, "2025-10-01T07:00:00Z"),
        ("2025-10-01T07:00:00-05:00", PropertyType.DATE, "2025-10-01T12:00:00Z"),
        ("2025-10-01", PropertyType.TEXT, "2025-10-01"),
        ("2025-13-45T00:00:00Z", PropertyType.TEXT, "2025-13-45T00:00:00Z"),
        (["a", 1, {"b": "ü"}], PropertyType.JSON, '["a",1,{"b":"ü"}]'),
        ([], PropertyType.JSON, "[]"),
        (None, PropertyType.JSON, "null"),
    ],
)
def test_types_and_canonical_text(value: object, kind: PropertyType, text: str) -> None:
    assert flatten({"x": value}) == (Property("x", kind, text),)


def test_nested_objects_get_dotted_names_and_the_later_of_two_counts() -> None:
    data = {"a": {"b": {"c": 1}, "d": "x"}, "a.d": "y", "e": {}}
    assert flatten(data) == (
        Property("a.b.c", PropertyType.NUMBER, "1"),
        Property("a.d", PropertyType.TEXT, "y"),
    )


@pytest.mark.parametrize(
    ("data", "path"),
    [
        pytest.param({"x": "y" * 501}, "payload.data.x", id="long-text"),
        pytest.param({"x": ["y" * 5000]}, "payload.data.x", id="long-list"),
        pytest.param({"x": 10**501}, "payload.data.x", id="long-number"),
        pytest.param({"x" * 501: 1}, "payload.data", id="long-name"),
        pytest.param({f"x{i}": i for i in range(101)}, "payload.data", id="many"),
    ],
)
def test_refuses_what_is_too_much(data: dict[str, object], path: str) -> None:
    with pytest.raises(BadRequestError) as error:
        flatten(data)
    assert [detail.path for detail in error.value.details] == [path]


class Watched(dict[str, object]):
    """An object that counts how many of its entries are looked at."""

    looked_at = 0

    def items(self) -> Iterator[tuple[str, object]]:  # type: ignore[override]
        for each in super().items():
            self.looked_at += 1
            yield each


@pytest.mark.parametrize(
    ("name", "value", "looked_at"),
    [
        pytest.param("k" * 501, {}, 0, id="name-too-long-for-anything-inside"),
        pytest.param("k", 1, 101, id="too-many-entries"),
    ],
)
def test_the_walk_ends_at_the_first_thing_that_is_too_much(name: str, value: object, looked_at: int) -> None:
    inner = Watched({str(number): value for number in range(1000)})
    with pytest.raises(BadRequestError):
        flatten({name: inner})
    assert inner.looked_at == looked_at


def test_measurements_are_number_properties() -> None:
    assert numbers({"lcp": 1200.5, "cls": 0.0}) == (
        Property("lcp", PropertyType.NUMBER, "1200.5"),
        Property("cls", PropertyType.NUMBER, "0"),
    )


@pytest.mark.parametrize(
    ("revenue", "currency", "expected"),
    [
        (19.99, "usd", Revenue("USD", Decimal("19.9900"))),
        (5, "EUR", Revenue("EUR", Decimal("5.0000"))),
        (" +5.25 ", "EUR", Revenue("EUR", Decimal("5.2500"))),
        ("-3", "EUR", Revenue("EUR", Decimal("-3.0000"))),
        ("0.00005", "EUR", Revenue("EUR", Decimal("0.0001"))),
        (0, "EUR", Revenue("EUR", Decimal("0.0000"))),
        (0.1 + 0.2, "EUR", Revenue("EUR", Decimal("0.3000"))),
        ("5,25", "EUR", None),
        ("1e3", "EUR", None),
        (".5", "EUR", None),
        ("\u0665", "EUR", None),
        (True, "EUR", None),
        (None, "EUR", None),
        ([5], "EUR", None),
        (10**15, "EUR", None),
        (5, "EURO", None),
        (5, "EU", None),
        (5, "\u00c9UR", None),
        (5, "", None),
        (5, 840, None),
        (5, None, None),
    ],
)
def test_revenue(revenue: object, currency: object, expected: Revenue | None) -> None:
    found = revenue_of(flatten({"revenue": revenue, "currency": currency}))
    assert found == ((expected,) if expected else ())


def test_no_revenue_without_both_entries() -> None:
    assert revenue_of(flatten({"revenue": 5})) == ()
    assert revenue_of(flatten({"order": {"revenue": 5, "currency": "EUR"}})) == ()
