"""The sessions behind the numbers of revenue and trend: as many as the cell says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from oracle.making import SITE, custom, event, sale, view
from oracle.model import CUSTOM_EVENT, Event
from support.asking import Asked, asked
from support.stores import SHARED
from support.strategies import Situation, situations

drawn = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LISTS = ("country", "referrer", "channel", "utm_source", "utm_medium", "utm_campaign")


def sessions(question: Asked, cell: Mapping[str, object]) -> set[UUID]:
    """Return the sessions behind a cell."""
    return set(question.sessions_behind(cell))


@settings(drawn, max_examples=25)
@given(data=st.data())
def test_buyers(store: EventStore, data: st.DataObject) -> None:
    check_buyers(store, data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@settings(drawn, max_examples=4)
@given(data=st.data())
def test_buyers_on_servers(store: EventStore, data: st.DataObject) -> None:
    check_buyers(store, data)


def check_buyers(store: EventStore, data: st.DataObject) -> None:
    """Ask for all numbers of buyers, and for the buyers in the rows of every list."""
    situation = data.draw(situations("revenue"))
    parameters = situation.body["parameters"]
    assert isinstance(parameters, dict)
    added = {"customers": True, "ltv": {"unit": "month", "periods": 1}, "lists": "all", "entity": "session"}
    question = asked(store, situation).about("revenue", {**situation.body, "parameters": parameters | added})
    answer: Any = question.of_product()

    everybody = sessions(question, {})
    assert len(everybody) == answer["total"]["unique_count"]
    for name, figures in answer["customers"].items():
        assert len(sessions(question, {"customers": name})) == figures["unique_count"]
    for row in answer["ltv"]:
        assert len(sessions(question, {"ltv": row["date"]})) == row["visitors"]
    for name in LISTS:
        rows = [sessions(question, {"list": name, "name": row["name"]}) for row in answer[name]]
        assert set().union(*rows) == everybody
        assert all(rows)
    regions = [
        sessions(question, {"list": "region", "name": row["name"], "country": row["country"]})
        for row in answer["region"]
    ]
    assert set().union(*regions) == everybody
    of_chart = [sessions(question, {"t": row["t"], "x": row["x"]}) for row in answer["chart"]]
    assert set().union(*of_chart) == everybody
    assert all(0 < len(found) <= row["count"] for found, row in zip(of_chart, answer["chart"], strict=True))


@settings(drawn, max_examples=25)
@given(data=st.data())
def test_trends(store: EventStore, data: st.DataObject) -> None:
    check_trend(store, data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@settings(drawn, max_examples=4)
@given(data=st.data())
def test_trends_on_servers(store: EventStore, data: st.DataObject) -> None:
    check_trend(store, data)


def check_trend(store: EventStore, data: st.DataObject) -> None:
    """Ask for every number of a trend that counts sessions."""
    situation = data.draw(situations("trend"))
    parameters = situation.body["parameters"]
    assert isinstance(parameters, dict)
    series = [{**each, "measure": "visitors"} for each in parameters["series"]]
    added = {"series": series, "entity": "session", "unit": "month", "limit": 1}
    split = data.draw(st.sampled_from(({"field": "path"}, {"property": "plan"})))
    body = {**situation.body, "parameters": parameters | added | {"breakdown": split}}
    question = asked(store, situation).about("trend", body)
    answer: Any = question.of_product()

    for number in range(len(series)):
        assert len(sessions(question, {"series": number})) == answer["totals"][number]
        parts = [({}, answer["rows"]), ({"group": None}, answer["other"] or [])]
        parts += [({"group": group["name"]}, group["rows"]) for group in answer["groups"]]
        for cell, rows in parts:
            for row in rows:
                found = sessions(question, {"series": number, "t": row["t"], **cell})
                assert len(found) == row["values"][number]


def about(report: str, events: list[Event], store: EventStore, **parameters: object) -> Asked:
    """Return a question about October 2025."""
    dates = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
    body: dict[str, object] = {"websiteId": SITE, "parameters": dates | parameters}
    return asked(store, Situation(report, events, body, {}, None, 0))


@pytest.mark.parametrize(
    ("parameters", "cell", "path"),
    [
        ({}, {"customers": "new"}, "cell.customers"),
        ({}, {"ltv": "2025-10-01"}, "cell.ltv"),
        ({}, {"list": "utm_source", "name": ""}, "cell.list"),
        ({}, {"list": "browser", "name": ""}, "cell.list"),
        ({}, {"list": "region", "name": ""}, "cell.country"),
        ({}, {"list": "country"}, "cell.name"),
        ({}, {"name": "DE"}, "cell.list"),
        ({}, {"t": "2025-10-01", "list": "country", "name": ""}, "cell.name"),
        ({}, {"t": "yesterday"}, "cell.t"),
        ({"customers": True}, {"customers": "old"}, "cell.customers"),
    ],
)
def test_cells_that_revenue_does_not_have(
    embedded_store: EventStore, parameters: dict[str, object], cell: dict[str, object], path: str
) -> None:
    question = about("revenue", [], embedded_store, currency="USD", **parameters)
    with pytest.raises(BadRequestError) as error:
        question.sessions_behind(cell)
    assert [detail.path for detail in error.value.details] == [path]


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ({"series": 1}, "cell.series"),
        ({"series": -1}, "cell.series"),
        ({}, "cell.series"),
        ({"series": 0, "group": None}, "cell.group"),
        ({"series": 0, "group": "US"}, "cell.group"),
        ({"series": 0, "t": "soon"}, "cell.t"),
    ],
)
def test_cells_that_a_trend_does_not_have(
    embedded_store: EventStore, cell: dict[str, object], path: str
) -> None:
    question = about("trend", [], embedded_store, series=[{"type": "any", "measure": "events"}])
    with pytest.raises(BadRequestError) as error:
        question.sessions_behind(cell)
    assert [detail.path for detail in error.value.details] == [path]


def test_names_and_dates_that_do_not_occur_are_empty(stores: dict[str, EventStore]) -> None:
    bought_at = "2025-10-02T10:00:00Z"
    events = [sale("5", bought_at, "ann", country="US"), view("/", bought_at, "bob")]
    for store in stores.values():
        bought = about(
            "revenue", events, store, currency="USD", ltv={"unit": "month", "periods": 0}, lists="all"
        )
        assert len(sessions(bought, {"list": "utmSource", "name": ""})) == 1
        for cell in (
            {"list": "country", "name": "DE"},
            {"list": "channel", "name": "email"},
            {"x": "nothing"},
            {"t": "2025-10-02T01:00:00Z"},
            {"t": "2025-10-03"},
            {"ltv": "2025-10-02"},
            {"ltv": "2025-09-01"},
        ):
            assert sessions(bought, cell) == set()
        series = [{"type": "any", "measure": "events"}]
        counted = about("trend", events, store, series=series, breakdown={"field": "country"}, limit=1)
        assert len(sessions(counted, {"series": 0, "group": ""})) == 1
        assert len(sessions(counted, {"series": 0, "group": None})) == 1
        # A group that does not stand alone has no cell.
        assert sessions(counted, {"series": 0, "group": "US"}) == set()
        assert sessions(counted, {"series": 0, "t": "2025-10-02T01:00:00Z"}) == set()


def test_persons_of_all_time_stand_for_their_sessions_in_the_range(stores: dict[str, EventStore]) -> None:
    events = [
        sale("5", "2025-09-01T10:00:00Z", "phone", distinct_id="ann"),
        view("/", "2025-10-01T10:00:00Z", "phone"),
        sale("1", "2025-10-02T10:00:00Z", "laptop", distinct_id="ann"),
        custom("seen", "2025-10-03T10:00:00Z", "tablet", distinct_id="ann"),
        sale("2", "2025-10-02T10:00:00Z", "other"),
    ]
    for store in stores.values():
        question = about(
            "revenue",
            events,
            store,
            currency="USD",
            customers=True,
            entity="person",
            ltv={"unit": "month", "periods": 0},
        )
        assert len(sessions(question, {"customers": "returning"})) == 3
        assert len(sessions(question, {"customers": "new"})) == 1
        assert len(sessions(question, {"ltv": "2025-10-01"})) == 1
        # Of October, the phone has no distinct id.
        assert len(sessions(question, {})) == 3


def test_a_trend_lists_the_sessions_of_its_events(embedded_store: EventStore) -> None:
    events = [
        event(CUSTOM_EVENT, "2025-10-01T10:00:00Z", who, event_name=name, path="/", distinct_id="ann")
        for who, name in (("phone", "buy"), ("laptop", "look"))
    ]
    series = [{"type": "event", "value": "buy", "measure": "visitors"}]
    question = about("trend", events, embedded_store, series=series, entity="person")
    assert len(sessions(question, {"series": 0})) == 1
