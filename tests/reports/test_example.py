"""The worked example of the specification: 138 requests; from every store the answer of a plain reference."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.run import Runtime, run
from kokumi.reports.registry import report_named
from kokumi.reports.request import parse_report
from oracle.answer import differences
from oracle.model import read_umami_dump
from support.asking import the_same_from_all
from support.store_events import SavedInMemory, insert

EXAMPLE = Path(__file__).parent.parent / "example"
CASES = json.loads((EXAMPLE / "cases.json").read_text("utf-8"))
SEGMENTS = json.loads((EXAMPLE / "segments.json").read_text("utf-8"))
WEBSITE = UUID("a1a1a1a1-0000-4000-8000-000000000001")
IDS = {segment["name"]: str(uuid5(WEBSITE, segment["name"])) for segment in SEGMENTS}


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


@pytest.mark.parametrize("case", CASES, ids=[f"{index}-{each['report']}" for index, each in enumerate(CASES)])
def test_answers_as_the_reference(example_stores: dict[str, EventStore], case: dict[str, object]) -> None:
    report = report_named(str(case["report"]))
    body = case["body"]
    assert report is not None
    assert isinstance(body, dict)
    saved = SavedInMemory(
        {IDS[each["name"]]: {"type": each["type"], "parameters": each["parameters"]} for each in SEGMENTS},
        WEBSITE,
    )
    query = parse_report(report, with_ids(body))
    website = Website(query.website_id, "Example", "example.com")
    answers = {
        name: run(query, website, Runtime(RequestReader(store), saved, now=0)).answer
        for name, store in example_stores.items()
    }
    assert differences(case["expect"], the_same_from_all(answers)) == []
