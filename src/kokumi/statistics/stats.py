"""Views, visitors, visits, bounces and time of a range, beside the same of another range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from kokumi.filters.compile import Selection
from kokumi.reports.comparison import Comparison, compared_range
from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Rows, Scope, Statistic, seconds


class Totals(Answer):
    """The figures of a range, over its page views."""

    pageviews: int
    visitors: int = Field(description="Sessions with a page view.")
    visits: int
    bounces: int = Field(description="Visits with exactly one page view.")
    totaltime: int = Field(description="Seconds from first to last page view, over all visits.")


class StatsAnswer(Totals):
    """The figures of a range and of the one it is compared with."""

    comparison: Totals


@dataclass(frozen=True, slots=True)
class StatsParameters:
    """Which range is set beside the one asked about."""

    compare: Comparison = Comparison.PREVIOUS


def statement(parameters: StatsParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(is_comparison, views, visitors, visits, bounces, milliseconds)`."""
    compared = compared_range(scope.range, parameters.compare, scope.zone)
    return sql(
        """
        $current
        union all
        $comparison
        """,
        current=_totals(sql("0"), scope.select()),
        comparison=_totals(sql("1"), scope.select(compared, "comparison_")),
    )


def _totals(part: Fragment, selection: Selection) -> Fragment:
    return sql(
        """
        select
            $part as part,
            sum(views) as all_views,
            uniqExact(session) as visitors,
            count() as visits,
            countIf(views = 1) as bounces,
            sum(toUnixTimestamp64Milli(last) - toUnixTimestamp64Milli(first)) as time
        from
        (
            -- As 64-bit numbers ids are grouped and counted in three quarters of the time.
            select
                any(cityHash64(session_id)) as session,
                count() as views,
                min(created_at) as first,
                max(created_at) as last
            from events
            where $filtered and event_type = 1
            group by cityHash64(visit_id)
        )
        """,
        part=part,
        filtered=selection.filtered,
    )


def shape(_parameters: StatsParameters, _scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the figures, and those of the other range under `comparison`."""
    parts = {read(part, int): _figures(values) for part, *values in rows}
    return {**parts[0], "comparison": parts[1]}


def _figures(values: Sequence[object]) -> dict[str, int]:
    views, visitors, visits, bounces, time = (read(value, int) for value in values)
    return {
        "pageviews": views,
        "visitors": visitors,
        "visits": visits,
        "bounces": bounces,
        "totaltime": seconds(time),
    }


STATS = Statistic("stats", statement, shape)
