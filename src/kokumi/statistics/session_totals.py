"""How many sessions, visits, page views, custom events and countries a range has."""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters


class Figure(WireModel):
    """One figure."""

    value: int = Field(description="How many.")


class SessionTotals(WireModel):
    """The figures of a range, over page views and custom events."""

    pageviews: Figure = Field(description="Page views.")
    visitors: Figure = Field(description="Sessions with any event.")
    visits: Figure = Field(description="Different visits.")
    countries: Figure = Field(description="Different countries.")
    events: Figure = Field(description="Custom events.")


def statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; one row `(pageviews, visitors, visits, countries, events)`."""
    return sql(
        """
        select
            countIf(event_type = 1) as pageviews,
            uniqExact(session_id) as visitors,
            uniqExact(visit_id) as visits,
            uniqExactIf(country, country != '') as countries,
            countIf(event_type = 2) as events
        from events
        where $filtered
        """,
        filtered=subject.select().filtered,
    )


def shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> dict[str, dict[str, int]]:
    """Return each figure as `{value}`."""
    row = rows.only()
    names = ("pageviews", "visitors", "visits", "countries", "events")
    return {name: {"value": row.number(name)} for name in names}


SESSION_TOTALS = Definition(name="sessions-stats", statement=statement, shape=shape)
