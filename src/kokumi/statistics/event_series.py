"""Custom events over time, by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.intervals import Interval, chosen_interval


class EventPoint(WireModel):
    """How many events of a name there are in a bucket."""

    x: str = Field(description="The event's name.")
    t: Instant = Field(description="Start of the bucket.")
    y: int = Field(description="Events in the bucket.")


@dataclass(frozen=True, slots=True)
class EventSeriesParameters:
    """How the chart is cut, and of how many names: the most frequent, or all."""

    unit: Interval | None = None
    limit: int | None = None


def statement(parameters: EventSeriesParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(name, bucket, events)` by bucket, then name."""
    return sql(
        """
        select toString(event_name) as name, $bucket as start, count() as events
        from events
        where $filtered and event_type = 2
        group by name, start
        order by start, name
        """,
        bucket=chosen_interval(parameters.unit, subject.range, subject.zone).sql(subject.zone),
        filtered=subject.select().filtered,
    )


def shape(parameters: EventSeriesParameters, subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a point for each name and bucket, by bucket, then name."""
    interval = chosen_interval(parameters.unit, subject.range, subject.zone)
    points = [(row.text("name"), row.number("start"), row.number("events")) for row in rows]
    shown = _most_frequent(points, parameters.limit)
    return [
        {"x": name, "t": interval.start(start, subject.zone), "y": events}
        for name, start, events in points
        if name in shown
    ]


def _most_frequent(points: list[tuple[str, int, int]], limit: int | None) -> set[str]:
    totals: Counter[str] = Counter()
    for name, _, events in points:
        totals[name] += events
    return set(sorted(totals, key=lambda name: (-totals[name], name))[:limit])


EVENT_SERIES = Definition(name="events-series", statement=statement, shape=shape)
