"""Retention: of the visitors who first came on a day, how many came back days later.

See docs/spec/retention.md.

A visitor belongs to the local day, in `timezone`, of their first event in the range that passes the
filters. `visitors` is how many belong to that day. `returnVisitors` is how many of them have any
event, whatever the filters, on the local day `day` days later, up to 31. `percentage` is their
share. Day 0 is the day itself, so it has all of them. Rows without a returning visitor are left
out.

Days are calendar days: a day of 23 or 25 hours, when clocks change, is one day. `date` is the
instant at which that local day begins.

A visitor without an id is recognised for one period only, a month unless set otherwise. Those who
come back in another period count as new.
"""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import Field

from kokumi.domain.times import iso, midnight
from kokumi.domain.validation import WireModel
from kokumi.filters.compile import TRUE
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, sql

LAST_DAY = 31
_EPOCH = date(1970, 1, 1)


class RetentionRow(WireModel):
    """A cohort on one day after its first."""

    date: str = Field(description="The first day's start in the zone, as a UTC instant.")
    day: int = Field(description="Days after the first, 0 to 31.")
    visitors: int = Field(description="Visitors whose first event was on that day.")
    return_visitors: int = Field(description="Those of them who had any event on the later day.")
    percentage: float = Field(description="returnVisitors / visitors, times 100.")


def statement(_parameters: Parameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(first day, days later, visitors who returned)`, days since 1970."""
    selection = subject.select()
    return sql(
        """
        with
            -- Each visitor's days with any event, and those with one that passes the filters.
            visitors as
            (
                select
                    groupUniqArray(toDate(created_at, {zone:String})) as days,
                    $passing_days as passing_days
                from events
                where $unfiltered
                group by session_id
                having notEmpty(passing_days)
            )
        select
            toInt32(arrayMin(passing_days)) as cohort,
            toInt32(active_day) - cohort as day,
            count() as visitors
        from visitors
        array join days as active_day
        where day between 0 and {last_day:Int32}
        group by cohort, day
        order by cohort, day
        """,
        zone=str(subject.zone),
        # Without filters all days pass, and no event needs a second look.
        passing_days=sql("days") if selection.passes == TRUE else _passing_days(subject, selection.passes),
        unfiltered=selection.unfiltered,
        last_day=LAST_DAY,
    )


def _passing_days(subject: Subject, passes: Fragment) -> Fragment:
    return sql(
        "groupUniqArrayIf(toDate(created_at, {zone:String}), $passes)", passes=passes, zone=str(subject.zone)
    )


def shape(_parameters: Parameters, subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return `[{date, day, visitors, returnVisitors, percentage}]`, by date, then day."""
    counted = [(row.number("cohort"), row.number("day"), row.number("visitors")) for row in rows]
    # Everyone has an event on the first day: the row of day 0 is the size of the cohort.
    sizes = {cohort: count for cohort, day, count in counted if day == 0}
    return [
        {
            "date": iso(midnight(_EPOCH + timedelta(days=cohort), subject.zone)),
            "day": day,
            "visitors": sizes[cohort],
            "returnVisitors": count,
            "percentage": 100 * count / sizes[cohort],
        }
        for cohort, day, count in counted
    ]


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-01T07:00:00.000Z",
        "endDate": "2025-11-01T06:59:59.999Z",
        "timezone": "America/Los_Angeles",
    },
    answer=[
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 0,
            "visitors": 1499,
            "returnVisitors": 1499,
            "percentage": 100,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 1,
            "visitors": 1499,
            "returnVisitors": 151,
            "percentage": 10.073382254836558,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 2,
            "visitors": 1499,
            "returnVisitors": 83,
            "percentage": 5.537024683122081,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 3,
            "visitors": 1499,
            "returnVisitors": 45,
            "percentage": 3.002001334222815,
        },
    ],
)

REPORT = Report(
    name="retention",
    saved_as="retention",
    definition=definition_of(__doc__),
    title="Retention",
    summary="Of the visitors who first came on a day, how many came back on later days.",
    parameters=Parameters,
    answer=list[RetentionRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
)
