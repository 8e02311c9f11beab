"""How many sessions, visits, page views, custom events and countries a range has."""

from __future__ import annotations

from pydantic import Field

from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Nothing, Rows, Scope, Statistic


class Figure(Answer):
    """One figure."""

    value: int


class SessionTotals(Answer):
    """The figures of a range, over page views and custom events."""

    pageviews: Figure
    visitors: Figure = Field(description="Sessions with any event.")
    visits: Figure
    countries: Figure
    events: Figure = Field(description="Custom events.")


def statement(_parameters: Nothing, scope: Scope) -> Fragment:
    """Return the statement; one row `(views, visitors, visits, countries, events)`."""
    return sql(
        """
        select
            countIf(event_type = 1) as views,
            uniqExact(session_id) as visitors,
            uniqExact(visit_id) as visits,
            uniqExactIf(country, country != '') as countries,
            countIf(event_type = 2) as customs
        from events
        where $filtered
        """,
        filtered=scope.select().filtered,
    )


def shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> dict[str, dict[str, int]]:
    """Return each figure as `{value}`."""
    names = ("pageviews", "visitors", "visits", "countries", "events")
    return {name: {"value": read(value, int)} for name, value in zip(names, rows[0], strict=True)}


SESSION_TOTALS = Statistic("sessions-stats", statement, shape)
