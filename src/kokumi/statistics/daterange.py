"""When a website's first and last events are from."""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters


class DateRangeAnswer(WireModel):
    """The first and the last event, UTC instants; null if there are no events."""

    start_date: Instant | None = Field(description="When the first event happened; null if there is none.")
    end_date: Instant | None = Field(description="When the last event happened; null if there is none.")


def statement(_parameters: NoParameters, subject: Subject) -> Fragment:
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
        filtered=subject.select().filtered,
    )


def shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> dict[str, str | None]:
    """Return `{startDate, endDate}`."""
    row = rows.only()
    if not row.number("events"):
        return {"startDate": None, "endDate": None}
    return {"startDate": iso(row.number("first")), "endDate": iso(row.number("last"))}


DATERANGE = Definition(name="daterange", statement=statement, shape=shape)
