"""Custom events over time, by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pydantic import Field

from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Instant, Rows, Scope, Statistic
from kokumi.statistics.intervals import Interval, chosen_interval


class EventPoint(Answer):
    """How many events of a name there are in a bucket."""

    x: str = Field(description="The event's name.")
    t: Instant = Field(description="Start of the bucket.")
    y: int


@dataclass(frozen=True, slots=True)
class EventSeriesParameters:
    """How the chart is cut, and of how many names: the most frequent, or all."""

    unit: Interval | None = None
    limit: int | None = None


def statement(parameters: EventSeriesParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(name, bucket, events)` by bucket, then name."""
    return sql(
        """
        select toString(event_name) as name, $bucket as start, count() as events
        from events
        where $filtered and event_type = 2
        group by name, start
        order by start, name
        """,
        bucket=chosen_interval(parameters.unit, scope.range, scope.zone).sql(scope.zone),
        filtered=scope.select().filtered,
    )


def shape(parameters: EventSeriesParameters, scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return a point for each name and bucket, by bucket, then name."""
    interval = chosen_interval(parameters.unit, scope.range, scope.zone)
    points = [(read(name, str), read(start, int), read(events, int)) for name, start, events in rows]
    shown = _most_frequent(points, parameters.limit)
    return [
        {"x": name, "t": interval.start(start, scope.zone), "y": events}
        for name, start, events in points
        if name in shown
    ]


def _most_frequent(points: list[tuple[str, int, int]], limit: int | None) -> set[str]:
    totals: Counter[str] = Counter()
    for name, _, events in points:
        totals[name] += events
    return set(sorted(totals, key=lambda name: (-totals[name], name))[:limit])


EVENT_SERIES = Statistic("events-series", statement, shape)
