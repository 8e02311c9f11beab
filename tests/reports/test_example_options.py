"""The worked example of the options: 347 requests; from every store the answer of a plain reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest

from kokumi.domain.rates import read_rates
from kokumi.domain.validation import validate
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.query import Query
from kokumi.queries.run import Runtime, run
from kokumi.reports.registry import AnyReport, report_named
from kokumi.reports.request import is_strict, parse_report
from kokumi.reports.sessions import sessions_model, sessions_query
from oracle.answer import differences
from oracle.model import read_umami_dump
from support.asking import the_same_from_all
from support.rates import RatesInMemory
from support.store_events import SavedInMemory, insert

EXAMPLE = Path(__file__).parent.parent / "example-options"
CASES = json.loads((EXAMPLE / "cases.json").read_text("utf-8"))
SEGMENTS = json.loads((EXAMPLE / "segments.json").read_text("utf-8"))
WEBSITE = UUID("a1a1a1a1-0000-4000-8000-000000000001")
IDS = {segment["name"]: str(uuid5(WEBSITE, segment["name"])) for segment in SEGMENTS}
SAVED = SavedInMemory(
    {IDS[each["name"]]: {"type": each["type"], "parameters": each["parameters"]} for each in SEGMENTS},
    WEBSITE,
)
RATES = RatesInMemory(read_rates((EXAMPLE / "rates.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def example_stores(stores: dict[str, EventStore]) -> dict[str, EventStore]:
    """Return the stores with the example's events in them, and nothing else of its websites."""
    events = read_umami_dump(EXAMPLE / "data")
    websites = {event.website_id: UUID(event.website_id) for event in events}
    for store in stores.values():
        for website_id in websites.values():
            store.erase(website_id)
        insert(store, events, websites)
    return stores


def with_ids(body: dict[str, object]) -> dict[str, object]:
    """Return the body with the ids of segments and cohorts in the place of `@name`."""
    filters = body.get("filters")
    assert isinstance(filters, dict)
    named = {
        key: IDS[value[1:]] if isinstance(value, str) and value.startswith("@") else value
        for key, value in filters.items()
    }
    return {**body, "filters": named}


def query_of_case(case: dict[str, object]) -> Query[Any]:
    """Return the query of a case: a report's, or one for the sessions behind a number."""
    report: AnyReport | None = report_named(str(case["report"]))
    body = case["body"]
    assert report is not None
    assert isinstance(body, dict)
    if not str(case["path"]).endswith("/sessions"):
        return parse_report(report, with_ids(body))
    request = validate(sessions_model(report), with_ids(body), forbid_unknown=is_strict(body))
    return sessions_query(report, request)


def ask_all(stores: dict[str, EventStore], case: dict[str, object]) -> object:
    """Return the answer of a case, which is the same from all stores."""
    query = query_of_case(case)
    website = Website(query.website_id, "Example", "example.com")
    answers = {
        name: run(query, website, Runtime(RequestReader(store), SAVED, now=0, rates=RATES)).answer
        for name, store in stores.items()
    }
    return the_same_from_all(answers)


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{each['family']}" for at, each in enumerate(CASES)])
def test_answers_as_the_reference(example_stores: dict[str, EventStore], case: dict[str, object]) -> None:
    if case.get("status") == 400:
        with pytest.raises(BadRequestError):
            ask_all(example_stores, case)
    else:
        assert differences(case["expect"], ask_all(example_stores, case)) == []
