"""When a website's first and last events are from."""

from __future__ import annotations

from kokumi.domain.times import iso
from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Instant, Nothing, Rows, Scope, Statistic


class DateRangeAnswer(Answer):
    """The first and the last event, UTC instants; null if there are no events."""

    start_date: Instant | None
    end_date: Instant | None


def statement(_parameters: Nothing, scope: Scope) -> Fragment:
    """Return the statement; one row `(events, first, last)`, times in milliseconds."""
    return sql(
        """
        select
            count() as events,
            min(toUnixTimestamp64Milli(created_at)) as first,
            max(toUnixTimestamp64Milli(created_at)) as last
        from events
        where $filtered
        """,
        filtered=scope.select().filtered,
    )


def shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> dict[str, str | None]:
    """Return `{startDate, endDate}`."""
    events, first, last = (read(value, int) for value in rows[0])
    if not events:
        return {"startDate": None, "endDate": None}
    return {"startDate": iso(first), "endDate": iso(last)}


DATERANGE = Statistic("daterange", statement, shape)
