"""Page views and visitors over time, on their own or beside another range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.times import TimeRange, iso
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.filters.compile import Selection
from kokumi.queries.comparison import Comparison, compared_range
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.intervals import Interval, chosen_interval


class Point(WireModel):
    """A figure of one bucket; buckets without any are left out."""

    x: Instant = Field(description="Start of the bucket.")
    y: int = Field(description="How many in the bucket.")


class Series(WireModel):
    """Page views, and sessions with a page view, in each bucket."""

    pageviews: list[Point] = Field(description="Page views over time.")
    sessions: list[Point] = Field(description="Sessions with a page view, over time.")


class ComparedSeries(Series):
    """The same of the range that is compared with."""

    start_date: Instant = Field(description="Start of the range.")
    end_date: Instant = Field(description="End of the range.")


class PageviewsAnswer(Series, SparseModel):
    """Page views and visitors over time; the rest is there if a comparison was asked for."""

    start_date: Instant | None = Field(None, description="Start of the range.")
    end_date: Instant | None = Field(None, description="End of the range.")
    compare: ComparedSeries | None = Field(None, description="The same of the range compared with.")


@dataclass(frozen=True, slots=True)
class PageviewsParameters:
    """How the chart is cut, and which range, if any, is set beside it."""

    unit: Interval | None = None
    compare: Comparison | None = None


def statement(parameters: PageviewsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(is_comparison, bucket, views, visitors)` in order."""
    bucket = chosen_interval(parameters.unit, subject.range, subject.zone).sql(subject.zone)
    current = _points(sql("0"), subject.select(), bucket)
    if parameters.compare is None:
        return sql("$current order by part, start", current=current)
    compared = compared_range(subject.range, parameters.compare, subject.zone)
    return sql(
        "select * from ($current union all $comparison) order by part, start",
        current=current,
        comparison=_points(sql("1"), subject.select(compared, "comparison_"), bucket),
    )


def _points(part: Fragment, selection: Selection, bucket: Fragment) -> Fragment:
    return sql(
        """
        select $part as part, $bucket as start, count() as views, uniqExact(session_id) as visitors
        from events
        where $filtered and event_type = 1
        group by start
        """,
        part=part,
        bucket=bucket,
        filtered=selection.filtered,
    )


def shape(parameters: PageviewsParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return both series by time; with a comparison the ends of both ranges too."""
    interval = chosen_interval(parameters.unit, subject.range, subject.zone)
    current = _series([row for row in rows if row.number("part") == 0], interval, subject)
    if parameters.compare is None:
        return current
    compared = compared_range(subject.range, parameters.compare, subject.zone)
    beside = _series([row for row in rows if row.number("part") == 1], interval, subject)
    return {**current, **_ends(subject.range), "compare": {**beside, **_ends(compared)}}


def _series(rows: Sequence[Row], interval: Interval, subject: Subject) -> dict[str, object]:
    points = [_point(row, interval, subject) for row in rows]
    return {
        "pageviews": [{"x": start, "y": views} for start, views, _ in points],
        "sessions": [{"x": start, "y": visitors} for start, _, visitors in points],
    }


def _point(row: Row, interval: Interval, subject: Subject) -> tuple[str, int, int]:
    return interval.start(row.number("start"), subject.zone), row.number("views"), row.number("visitors")


def _ends(span: TimeRange) -> dict[str, str]:
    return {"startDate": iso(span.start), "endDate": iso(span.end)}


PAGEVIEWS = Definition(name="pageviews", statement=statement, shape=shape)
