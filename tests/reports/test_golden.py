"""The SQL that requests become, one file each under `tests/golden`; `--update-golden` writes them anew.

They freeze what the code does, right or wrong; what is right, the oracle says. They are there to be read:
in a review they show what a change does to the statements.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from kokumi.domain.saved import FilterKind, SavedFilter
from kokumi.domain.websites import Website
from kokumi.events.store import EventStore
from kokumi.filters.resolve import resolve
from kokumi.filters.wire import parse_filters
from kokumi.queries.conversion import Quote, Quotes
from kokumi.queries.query import Subject
from kokumi.reports.registry import REPORTS, AnyReport, report_named
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.printing import printed

GOLDEN = Path(__file__).parent.parent / "golden"
WEBSITE = Website(UUID("86d4095c-a2a8-4fc8-9521-103e858e2b41"), "Shop", "shop.example")
DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31", "timezone": "Europe/Berlin"}
SEGMENT, COHORT = UUID(int=1), UUID(int=2)
NOW = 1_761_955_199_999
WIDTH = 108


@dataclass(frozen=True)
class Case:
    """A request, and what it is there to show."""

    shows: str
    parameters: Mapping[str, object]
    filters: Mapping[str, object] = field(default_factory=dict)
    is_shortcut: bool = False


QUOTES = Quotes({"USD": 20_000}, (Quote("USD", 20_362, Decimal("1.1663"), Decimal(1)),))
START = {"type": "path", "value": "/"}
PURCHASE = {"type": "event", "value": "purchase"}
GOALS = [
    {"anyOf": [PURCHASE, {"type": "path", "value": "/thanks"}]},
    {"type": "any", "filters": [{"property": "seats", "operator": "gte", "value": 5}]},
]
_OWN: Mapping[str, Mapping[str, Case]] = {
    "attribution": {
        "first_click": Case(
            "The first touch before a visit of a page.",
            {"model": "first-click", "type": "path", "step": "/pricing"},
        ),
        "last_click_revenue": Case(
            "The last touch before an event, weighed by revenue; a filter holds for conversions only.",
            {"model": "last-click", "type": "event", "step": "purchase", "currency": "USD"},
            {"country": "US"},
        ),
        "decay_channel_lookback": Case(
            "Touches up to a month before the first conversion share its credit by their age; with channels.",
            {
                "model": "decay",
                "step": {"anyOf": [PURCHASE, {"type": "path", "value": "/thanks*"}]},
                "conversion": "first",
                "lookback": 30,
                "channel": True,
            },
            {"country": "US"},
        ),
        "shapley_persons": Case(
            "The different names of a person's touches share the credit alike.",
            {"model": "shapley", "type": "event", "step": "purchase", "entity": "person"},
        ),
        "position_visits_revenue": Case(
            "Most of a visit's revenue goes to its first and its last touch.",
            {
                "model": "position",
                "step": {"type": "path", "value": "/thanks"},
                "entity": "visit",
                "currency": "EUR",
            },
        ),
        "markov": Case(
            "How often each name follows another, of all visitors with touches.",
            {"model": "markov", "type": "event", "step": "purchase"},
        ),
        "markov_filtered_lookback": Case(
            "The same of visitors whom a filter leaves, and touches of conversions before the range too.",
            {"model": "markov", "type": "event", "step": "purchase", "lookback": 7, "entity": "person"},
            {"country": "US"},
        ),
    },
    "breakdown": {
        "fields_of_visitors": Case("Fields that all events of a visit share.", {"fields": ["os", "country"]}),
        "fields_of_visitors_shortcut": Case(
            "The same, of visits in which they do not change.",
            {"fields": ["os", "country"]},
            is_shortcut=True,
        ),
        "with_events": Case(
            "With `event` among the fields, custom events count.", {"fields": ["path", "event"]}
        ),
        "by_property_and_visit": Case(
            "By a property, the channel and the entry path of the visit, told of one country.",
            {"fields": ["property:plan", "channel", "entryPath"], "orderBy": "bounces", "limit": 20},
            {"country": "DE"},
        ),
        "conversions_and_revenue": Case(
            "By path, with what the persons of each row did.",
            {
                "fields": ["path"],
                "goals": [PURCHASE, {"type": "path", "value": "/pricing"}],
                "currency": "USD",
                "orderBy": "revenue",
                "entity": "person",
            },
        ),
    },
    "experiment": {
        "first_variant": Case(
            "Visitors belong to the variant that they saw first.",
            {"exposure": {"property": "variant"}, "goal": PURCHASE},
        ),
        "one_variant_of_persons": Case(
            "Persons who saw one variant only; an event with it must fit a step.",
            {
                "exposure": {"property": "variant", "step": {"type": "event", "value": "exposure"}},
                "goal": {"type": "path", "value": "/thanks*"},
                "multiple": "exclude",
                "entity": "person",
            },
            {"device": "mobile"},
        ),
    },
    "funnel": {
        "two_steps": Case(
            "A page and then an event, within two hours.",
            {"steps": [{"type": "path", "value": "/"}, PURCHASE], "window": 2, "windowUnit": "hour"},
        ),
        "event_data": Case(
            "Conditions on the data of an event, and a pattern; filters hold for all steps.",
            {
                "steps": [
                    {"type": "path", "value": "/shop/*"},
                    PURCHASE
                    | {
                        "filters": [
                            {"property": "plan", "operator": "eq", "value": "pro"},
                            {"property": "note", "operator": "dnc", "value": "test"},
                        ]
                    },
                ],
                "window": 30,
            },
            {"device": "mobile"},
        ),
        "strict_and_times": Case(
            "Nothing between the steps; times from step to step, by the week of the first.",
            {"steps": [START, PURCHASE], "window": 1, "order": "strict", "timing": True, "trend": "week"},
        ),
        "gaps_and_exclusions": Case(
            "A step an hour after the one before at least, all within a day, without a refund between.",
            {
                "steps": [START, PURCHASE, PURCHASE | {"atLeast": 1, "window": 3}],
                "window": 2,
                "windowUnit": "hour",
                "totalWindow": 1,
                "totalWindowUnit": "day",
                "exclusions": [{"type": "event", "value": "refund", "after": 2}],
            },
        ),
        "groups": Case(
            "Persons by the source of their first step, and what they spent.",
            {
                "steps": [START, PURCHASE],
                "window": 30,
                "breakdown": {"field": "utmSource"},
                "limit": 5,
                "currency": "USD",
                "entity": "person",
            },
        ),
        "entry_range": Case(
            "Those who begin in the range and go on later, and those who still may.",
            {"steps": [START, PURCHASE], "window": 30, "entry": "range", "until": "2025-12-31"},
        ),
        "any_order": Case(
            "Steps in any order, each of which is one of two things.",
            {
                "steps": [START, {"anyOf": [PURCHASE, {"type": "event", "value": "lease"}]}],
                "window": 30,
                "order": "any",
            },
        ),
    },
    "goals": {
        "path": Case("A page view on a path.", {"type": "path", "value": "/pricing"}),
        "pattern": Case(
            "A pattern; `%`, `_` and an escaped star are themselves.", {"type": "event", "value": r"100%_*\*"}
        ),
        "every_operator": Case(
            "Each operator once, joined by or; the rule on referrers and event types stay and.",
            {"type": "path", "value": "/"},
            {
                "match": "any",
                "country": "US,CA",
                "country1": "neq.DE",
                "path": "c./docs",
                "path1": "dnc.draft",
                "title": "re.^Home",
                "title1": "nre.beta$",
                "tag": "s.",
                "city": "ns.",
                "referrer": "google.com",
                "eventType": 1,
            },
        ),
        "segment_cohort_bounce": Case(
            "A segment, a cohort of the last 30 days, and no bounces.",
            {"type": "path", "value": "/"},
            {"segment": str(SEGMENT), "cohort": str(COHORT), "excludeBounce": True},
        ),
        "several": Case("Two goals, each visitor a number with a bit for each.", {"goals": GOALS}),
        "trend": Case("Visitors of each day beside those of the range.", {"goals": GOALS, "trend": "day"}),
        "groups_with_times_and_revenue": Case(
            "Groups by the country of the first event: figures of each, merged for the others and for all.",
            {
                "goals": GOALS,
                "breakdown": {"field": "country"},
                "limit": 5,
                "timing": True,
                "currency": "USD",
                "entity": "person",
            },
        ),
    },
    "journey": {
        "steps": Case("The first three events of each visit.", {"steps": 3}),
        "collapsed": Case(
            "From a page to an event, page views and events, neighbours folded first.",
            {"steps": 7, "startStep": "/", "endStep": "sign*", "collapse": True},
        ),
        "anywhere": Case(
            "From the first page of the docs to the next event, some left out, others under one name.",
            {
                "steps": 5,
                "from": "anywhere",
                "startStep": "Docs",
                "endStep": "sign*",
                "exclude": [{"type": "event", "value": "scroll"}],
                "groups": [{"pattern": "/docs/*", "name": "Docs"}, {"pattern": "/blog/*", "name": "Blog"}],
            },
        ),
        "backward_flow": Case(
            "What leads a person to a purchase, as a flow.",
            {"steps": 4, "direction": "backward", "endStep": "purchase", "flow": True, "entity": "person"},
        ),
    },
    "lifecycle": {
        "days": Case("Days in a zone that changes its clocks.", {}),
        "weeks_of_persons": Case(
            "Weeks of people; all events up to the end are read.",
            {"unit": "week", "entity": "person"},
            {"os": "Mac OS"},
        ),
    },
    "retention": {
        "days": Case("Days in a zone that changes its clocks.", {}),
        "filtered": Case("Filters choose the cohorts, not who returns.", {}, {"os": "Mac OS"}),
        "months_of_persons": Case(
            "Months of people who started with an event; their units are enough to know.",
            {"unit": "month", "periods": 6, "start": PURCHASE, "entity": "person", "cells": "all"},
        ),
        "two_returns": Case(
            "Two purchases in a week make a return; in the first week, from the start event on.",
            {"unit": "week", "return": PURCHASE, "minimum": 2},
            {"os": "Mac OS"},
        ),
        "first_ever": Case(
            "First visits of all time, and returns on that day or any later one.",
            {"first": "ever", "returns": "onOrAfter"},
        ),
        "groups": Case(
            "Groups by the country of the start event, and all others.",
            {"breakdown": {"field": "country"}, "limit": 3},
        ),
    },
    "revenue": {
        "days": Case("Buckets of days, compared with the range before.", {"currency": "USD"}),
        "hours_a_year_before": Case(
            "Buckets of hours, compared with the same dates of the year before.",
            {"currency": "eur", "unit": "hour", "compare": "yoy"},
        ),
        "converted": Case(
            "All currencies converted, by rates that were looked up before.",
            {"currency": "EUR", "convert": True},
        ),
        "everything_added": Case(
            "Customers, refunds, lifetime value and the lists of campaigns.",
            {
                "currency": "USD",
                "customers": True,
                "refunds": True,
                "ltv": {"unit": "month", "periods": 3},
                "lists": "all",
            },
            {"country": "US"},
        ),
        "of_persons": Case("Buyers as persons.", {"currency": "USD", "entity": "person"}),
    },
    "trend": {
        "series": Case(
            "One series of each kind, over weeks.",
            {
                "series": [
                    {"type": "path", "value": "/", "measure": "events"},
                    {"type": "any", "measure": "visitors"},
                    PURCHASE | {"measure": "average", "property": "revenue"},
                    PURCHASE | {"measure": "p90", "property": "seats"},
                ],
                "unit": "week",
                "currency": "USD",
            },
        ),
        "groups": Case(
            "Events split by their own value, visitors as persons.",
            {
                "series": [PURCHASE | {"measure": "visitors"}],
                "breakdown": {"property": "plan"},
                "limit": 3,
                "entity": "person",
            },
        ),
    },
    "stickiness": {
        "months": Case("In how many months visitors had a page view.", {"unit": "month"}, {"eventType": 1}),
    },
    "utm": {
        "campaigns": Case("All five parameters in one go.", {}),
        "details": Case(
            "With visitors, visits and bounces, and what the visitors did.",
            {"details": True, "goals": [PURCHASE], "currency": "USD"},
        ),
    },
}


def _cases(report: AnyReport) -> Mapping[str, Case]:
    """Return the report's own cases; without any, the sample that the reference shows."""
    return _OWN.get(report.name) or {"sample": Case(report.summary, report.sample.undated)}


CASES = {report.name: _cases(report) for report in REPORTS}


class Saved:
    """The segment and the cohort that the cases name."""

    def saved_filter(self, filter_id: UUID) -> SavedFilter | None:
        """Return one of the two."""
        conditions: list[object] = [{"name": "os", "operator": "eq", "value": "Mac OS"}]
        if filter_id == SEGMENT:
            return SavedFilter(SEGMENT, WEBSITE.id, FilterKind.SEGMENT, {"filters": conditions})
        cohort = {"filters": conditions, "dateRange": "30day", "action": {"type": "event", "value": "signup"}}
        return SavedFilter(COHORT, WEBSITE.id, FilterKind.COHORT, cohort)


def statement(report: AnyReport, case: Case) -> Fragment:
    """Return what the engine is asked."""
    parameters = report.parameters.model_validate({**DATES, **case.parameters})
    zone = parameters.zone()
    filters = resolve(parse_filters(case.filters), Saved(), WEBSITE, NOW, zone)
    subject = Subject(WEBSITE, parameters.range(), zone, filters, quotes=QUOTES)
    asked = (
        report.shortcut(parameters, subject) if case.is_shortcut else report.statement(parameters, subject)
    )
    assert asked is not None
    return asked


def golden_file(case: Case, statement: Fragment) -> str:
    """Return the file of a statement: what it shows, the SQL, and its values."""
    shows = textwrap.fill(case.shows, WIDTH, initial_indent="-- ", subsequent_indent="-- ")
    return f"{shows}\n\n{printed(statement)}"


ALL = [(report, name) for report, cases in CASES.items() for name in cases]


@pytest.mark.parametrize(("report", "name"), ALL, ids=[f"{report}-{name}" for report, name in ALL])
def test_statement(report: str, name: str, pytestconfig: pytest.Config) -> None:
    found = report_named(report)
    assert found is not None
    case = CASES[report][name]
    text = golden_file(case, statement(found, case))
    path = GOLDEN / report / f"{name}.sql"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(("report", "name"), ALL, ids=[f"{report}-{name}" for report, name in ALL])
def test_the_engine_parses_it(report: str, name: str, embedded_store: EventStore) -> None:
    found = report_named(report)
    assert found is not None
    parsed = sql("explain ast $statement", statement=statement(found, CASES[report][name]))
    (first,), *_ = embedded_store.query(parsed, name="golden").rows
    assert str(first).startswith("SelectWithUnionQuery")


def test_no_file_is_left_over() -> None:
    assert set(_OWN) <= set(CASES)
    files = {(path.parent.name, path.stem) for path in GOLDEN.rglob("*.sql")}
    assert files == set(ALL)
