"""What revenue and trend refuse, and what they bear."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kokumi.domain.rates import MAX_RATE
from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from oracle.answer import differences
from oracle.making import SITE, sale
from oracle.model import CUSTOM_EVENT, NUMBER, Event
from oracle.rates import RATES
from support.asking import Asked, asked
from support.strategies import Situation

COUNT = {"type": "any", "measure": "events"}


def about(report: str, events: list[Event], store: EventStore, **parameters: object) -> Asked:
    """Return a question about the year 2025, unless the parameters say otherwise."""
    dates: dict[str, object] = {"startDate": "2025-01-01", "endDate": "2025-12-31"}
    body: dict[str, object] = {"websiteId": SITE, "parameters": dates | parameters, "strict": True}
    return asked(store, Situation(report, events, body, {}, None, 0))


@pytest.mark.parametrize(
    ("report", "parameters", "path"),
    [
        ("revenue", {"ltv": {"unit": "week"}}, "parameters.ltv.periods"),
        ("revenue", {"ltv": {"unit": "day", "periods": 1}}, "parameters.ltv.unit"),
        ("revenue", {"ltv": {"unit": "week", "periods": 367}}, "parameters.ltv.periods"),
        ("revenue", {"ltv": {"unit": "week", "periods": -1}}, "parameters.ltv.periods"),
        ("revenue", {"ltv": {"unit": "week", "periods": 1, "colour": 1}}, "parameters.ltv.colour"),
        ("revenue", {"lists": "some"}, "parameters.lists"),
        ("revenue", {"convert": "maybe"}, "parameters.convert"),
        ("revenue", {"entity": "team"}, "parameters.entity"),
        ("trend", {"series": []}, "parameters.series"),
        ("trend", {"series": [COUNT] * 11}, "parameters.series"),
        ("trend", {"series": [COUNT | {"measure": "mode"}]}, "parameters.series.0.measure"),
        ("trend", {"series": [COUNT | {"measure": "sum"}]}, "parameters.series.0.property"),
        ("trend", {"series": [{"type": "any"}]}, "parameters.series.0.measure"),
        ("trend", {"series": [{"type": "path", "measure": "events"}]}, "parameters.series.0.value"),
        ("trend", {"series": [COUNT | {"colour": 1}]}, "parameters.series.0.colour"),
        ("trend", {"series": [COUNT], "unit": "year"}, "parameters.unit"),
        ("trend", {"series": [COUNT], "unit": "hour"}, "parameters.unit"),
        ("trend", {"series": [COUNT], "compare": "never"}, "parameters.compare"),
        ("trend", {"series": [COUNT], "currency": "dollars"}, "parameters.currency"),
        (
            "trend",
            {"series": [COUNT], "breakdown": {"field": "path"}, "limit": 51},
            "parameters.limit",
        ),
        ("trend", {"series": [COUNT], "breakdown": {"field": "colour"}}, "parameters.breakdown.field"),
    ],
)
def test_refusals_name_the_field(
    embedded_store: EventStore, report: str, parameters: dict[str, object], path: str
) -> None:
    currency: dict[str, object] = {"currency": "USD"} if report == "revenue" else {}
    with pytest.raises(BadRequestError) as error:
        about(report, [], embedded_store, **(currency | parameters)).of_product()
    assert [detail.path for detail in error.value.details] == [path]


def test_more_rates_than_one_value_of_a_server_holds(stores: dict[str, EventStore]) -> None:
    days = [date(2015, 1, 1) + timedelta(days=number) for number in range(4000)]
    assert min(RATES["USD"]) < days[-1].isoformat()
    events = [sale("0.0003", f"{day}T10:00:00Z", "ann", "USD") for day in days]
    for store in stores.values():
        question = about("revenue", events, store, currency="EUR", convert=True, startDate="2015-01-01")
        assert differences(question.of_oracle(), question.of_product()) == []


def test_largest_amounts_at_extreme_rates_are_exact(embedded_store: EventStore) -> None:
    largest = "999999999999999.9999"
    events = [sale(f"{sign}{largest}", "2025-11-04T10:00:00Z", "ann", "USD") for sign in ("", "", "-")]
    question = about("revenue", events, embedded_store, currency="JPY", convert=True, refunds=True)
    assert differences(question.of_oracle(), question.of_product()) == []
    assert MAX_RATE == 10**12


def test_numbers_that_add_up_to_more_than_fits_a_property(embedded_store: EventStore) -> None:
    events = [
        Event(
            event_id=f"{number:08}",
            website_id=SITE,
            session_id="ann",
            visit_id="ann",
            created_at_ms=1_760_000_000_000,
            event_type=CUSTOM_EVENT,
            event_name="vote",
            properties=(("n", NUMBER, "9" * 37),),
        )
        for number in range(200)
    ]
    series = [COUNT | {"measure": measure, "property": "n"} for measure in ("sum", "average", "max")]
    answer: Any = about("trend", events, embedded_store, series=series).of_product()
    assert answer["totals"] == [2e39, 1e37, 1e37]


def test_a_session_of_a_hundred_thousand_events(embedded_store: EventStore) -> None:
    events = [
        sale("1.5", 1_760_000_000_000 + number * 1000, "ann", ("USD", "EUR")[number % 2])
        for number in range(100_000)
    ]
    bought: Any = about(
        "revenue",
        events,
        embedded_store,
        currency="EUR",
        convert=True,
        customers=True,
        refunds=True,
        ltv={"unit": "week", "periods": 10},
        lists="all",
        entity="person",
    ).of_product()
    assert bought["total"]["count"] == 100_000
    assert bought["customers"]["new"]["unique_count"] == 1
    series = [COUNT | {"measure": "median", "property": "revenue"}, COUNT | {"measure": "visitors"}]
    counted: Any = about(
        "trend", events, embedded_store, series=series, currency="USD", breakdown={"field": "path"}
    ).of_product()
    assert counted["totals"] == [1.5, 1]
