"""The overview's statistics against a naive count, on drawn events, filters, segments and cohorts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.domain.columns import COLUMNS
from kokumi.domain.times import parse_range, parse_zone
from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.filters.wire import parse_filters
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import Definition, EventSelection, Query
from kokumi.queries.run import Runtime, run
from kokumi.statistics.dimensions import Dimension
from kokumi.statistics.expanded import EXPANDED
from kokumi.statistics.intervals import Interval
from kokumi.statistics.metrics import METRICS, MetricsParameters
from kokumi.statistics.pageviews import PAGEVIEWS, PageviewsParameters
from kokumi.statistics.stats import STATS, StatsParameters
from oracle import statistics as naive
from oracle.answer import differences
from oracle.breakdown import breakdown
from oracle.question import Question
from oracle.question import ask as ask_oracle
from support.asking import as_json, asked
from support.statistics import P
from support.store_events import SavedInMemory
from support.strategies import Situation, situations

PLAIN = [Dimension(each.name) for each in COLUMNS if each.name not in {"referrer", "language", "event"}]
COARSE = [Interval.YEAR, Interval.MONTH]
"""No range is so long that these become coarser."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A situation's request, put to the product and to the oracle."""

    store: EventStore
    data: st.DataObject
    situation: Situation

    def check(self, statistic: Definition[P], parameters: P, expected: Callable[[Question], object]) -> None:
        """Fail if the statistic differs from the expected answer."""
        situation = self.situation
        stored = asked(self.store, situation)
        given, filters = situation.body["parameters"], situation.body["filters"]
        assert isinstance(given, dict)
        assert isinstance(filters, dict)
        zone = parse_zone(given.get("timezone", "UTC"))
        span = parse_range(given["startDate"], given["endDate"], zone)
        website = Website(stored.website_id, "", "", situation.reset_at_ms)
        saved = SavedInMemory(situation.saved, stored.website_id)
        runtime = Runtime(RequestReader(self.store), saved, situation.now_ms)
        events = EventSelection(span, zone, parse_filters(filters))
        query = Query(statistic, parameters, stored.website_id, events)
        found = as_json(run(query, website, runtime).answer)
        question = ask_oracle(
            situation.events,
            situation.body,
            situation.saved,
            reset_at_ms=situation.reset_at_ms,
            now_ms=situation.now_ms,
        )
        assert differences(expected(question), found) == []


CHECKS: dict[str, Callable[[Drawn], None]] = {
    "stats beside the range before": lambda drawn: drawn.check(
        STATS, StatsParameters(), lambda question: naive.stats(question, "prev")
    ),
    "stats beside the year before": lambda drawn: drawn.check(
        STATS, StatsParameters(Comparison.YEAR), lambda question: naive.stats(question, "yoy")
    ),
}


def check_pageviews(drawn: Drawn) -> None:
    """Try a unit."""
    unit = drawn.data.draw(st.sampled_from(COARSE))
    drawn.check(PAGEVIEWS, PageviewsParameters(unit), lambda question: naive.pageviews(question, unit))


def check_metrics(drawn: Drawn) -> None:
    """Try a dimension."""
    dimension = drawn.data.draw(st.sampled_from([each for each in Dimension if not each.has_country]))
    name = "referrer" if dimension is Dimension.DOMAIN else dimension.value
    drawn.check(METRICS, MetricsParameters(dimension), lambda question: naive.metrics(question, name))


def check_expanded(drawn: Drawn) -> None:
    """Try a dimension that is a column as it stands, whose figures are the report breakdown's."""
    dimension = drawn.data.draw(st.sampled_from([each for each in PLAIN if not each.has_country]))
    situation = drawn.situation
    given = situation.body["parameters"]
    assert isinstance(given, dict)
    rows = breakdown(
        situation.events,
        {**situation.body, "parameters": {**given, "fields": [dimension.value]}},
        situation.saved,
        reset_at_ms=situation.reset_at_ms,
        now_ms=situation.now_ms,
    )
    drawn.check(EXPANDED, MetricsParameters(dimension), lambda _: naive.expanded(rows, dimension.value))


CHECKS |= {"pageviews": check_pageviews, "metrics": check_metrics, "expanded metrics": check_expanded}


@pytest.mark.parametrize("name", CHECKS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_counts_as_the_oracle(store: EventStore, name: str, data: st.DataObject) -> None:
    CHECKS[name](Drawn(store, data, data.draw(situations("utm"))))
