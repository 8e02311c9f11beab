"""Everything that a stranger can send goes through parsers that either take it or say what is wrong with it.

Each kind of request is changed at random, from a seed, thousands of times. A parser may return or raise a
`CallerError`; any other error would be a 500. It also has to stay within a bound of processor time.
`make fuzz` sends a million such requests to a running server.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from uuid import UUID

import pytest

from kokumi.agents.reading import read_agent
from kokumi.api.server.body import MAX_BYTES, parse_json
from kokumi.collect.address import read_address
from kokumi.collect.device import read_device
from kokumi.collect.payload import parse as parse_payload
from kokumi.collect.properties import flatten, revenue_of
from kokumi.domain.addresses import read_ip
from kokumi.domain.times import UTC_ZONE, TimeRange
from kokumi.domain.validation import validate
from kokumi.domain.websites import Website
from kokumi.errors import CallerError
from kokumi.filters.compile import select
from kokumi.filters.resolve import parse_cohort, parse_segment
from kokumi.filters.tree import Resolved
from kokumi.filters.wire import parse_filters
from kokumi.queries.query import Subject
from kokumi.reports.registry import REPORTS
from kokumi.reports.request import request_model
from kokumi.reports.saved import check_saved
from support.mutation import Samples, text_of
from support.samples import COHORTS, FILTERS, PAYLOADS, REPORT_REQUESTS, SEGMENTS

NOW = 1_800_000_000_000
WEBSITE = Website(UUID(int=1), "Shop", "shop.example")
MAX_SECONDS = 0.25
"""Processor time that one input may take. The slowest takes about a tenth of it on a quiet machine."""


def collect(body: object) -> None:
    """Take an event as far as it goes without a store."""
    submission = parse_payload(body, NOW)
    revenue_of(flatten(submission.data))
    read_address(submission.url, submission.referrer, submission.hostname, submission.title, keep_hash=True)
    read_agent(submission.user_agent)
    read_device(submission.user_agent[:500])
    read_ip(submission.address)


def run_reports(body: object) -> None:
    """Take a report's request up to its statement, as each of the reports."""
    for report in REPORTS:
        try:
            request = validate(request_model(report), body)
            between = request.parameters.range()
            filters = Resolved(parse_filters(request.filters or {}).condition)
            report.statement(
                request.parameters, Subject(WEBSITE, between, request.parameters.zone(), filters)
            )
        except CallerError:
            continue


def save_reports(body: object) -> None:
    """Check the parameters of a saved report, as each of the reports."""
    parameters = body.get("parameters") if isinstance(body, dict) else None
    for report in REPORTS:
        try:
            check_saved(report, parameters if isinstance(parameters, dict) else {})
        except CallerError:
            continue


def filter_events(body: object) -> None:
    """Take filters up to their condition."""
    found = parse_filters(body if isinstance(body, dict) else {"path": body})
    select(WEBSITE.id, TimeRange(0, NOW), Resolved(found.condition, exclude_bounce=found.exclude_bounce))


def save_segment(body: object) -> None:
    """Check the conditions of a segment."""
    parse_segment(body if isinstance(body, dict) else {"filters": body})


def save_cohort(body: object) -> None:
    """Check the action, the range and the conditions of a cohort."""
    parse_cohort(body if isinstance(body, dict) else {"action": body}, NOW, UTC_ZONE)


@dataclass(frozen=True)
class Entrance:
    """A way in: good requests, what reads them, and how many inputs it gets."""

    samples: Samples
    read: Callable[[object], None]
    inputs: int


ENTRANCES = (
    Entrance(PAYLOADS, collect, 8_000),
    Entrance(REPORT_REQUESTS, run_reports, 3_000),
    Entrance(REPORT_REQUESTS, save_reports, 500),
    Entrance(FILTERS, filter_events, 5_500),
    Entrance(SEGMENTS, save_segment, 2_000),
    Entrance(COHORTS, save_cohort, 2_000),
)


def test_there_are_enough_inputs() -> None:
    assert sum(entrance.inputs for entrance in ENTRANCES) >= 20_000


@pytest.fixture
def frozen_heap() -> Iterator[None]:
    """Keep the objects of earlier tests out of garbage collections, which would count as time of an input."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("frozen_heap")
@pytest.mark.parametrize("entrance", ENTRANCES, ids=lambda entrance: entrance.read.__name__)
def test_it_is_taken_or_refused(entrance: Entrance) -> None:
    random = Random(20_261_124)
    taken = 0
    for good in entrance.samples.good:  # libraries load their rules at the first call
        entrance.read(deepcopy(good))
    for number in range(entrance.inputs):
        content = text_of(entrance.samples.draw(random))
        if len(content) > MAX_BYTES:
            continue  # refused before it is parsed
        started = time.thread_time()
        try:
            entrance.read(parse_json(content))
            taken += 1
        except CallerError:
            pass
        except Exception as error:
            raise AssertionError(f"input {number} of {entrance.read.__name__}: {content[:2000]!r}") from error
        assert time.thread_time() - started < MAX_SECONDS, content[:2000]
    # Otherwise everything is refused at the door, and nothing behind it is tried.
    assert taken > entrance.inputs // 20
