"""Views, visitors, visits, bounces and time of a range, beside the same of another range."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.numbers import seconds
from kokumi.domain.validation import WireModel
from kokumi.filters.compile import Selection
from kokumi.queries.comparison import Comparison, compared_range
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, sql


class Totals(WireModel):
    """The figures of a range, over its page views."""

    pageviews: int = Field(description="Page views.")
    visitors: int = Field(description="Sessions with a page view.")
    visits: int = Field(description="Different visits.")
    bounces: int = Field(description="Visits with exactly one page view.")
    totaltime: int = Field(description="Seconds from first to last page view, over all visits.")


class StatsAnswer(Totals):
    """The figures of a range and of the one it is compared with."""

    comparison: Totals = Field(description="The same figures of the range compared with.")


@dataclass(frozen=True, slots=True)
class StatsParameters:
    """Which range is set beside the one asked about."""

    compare: Comparison = Comparison.PREVIOUS


def statement(parameters: StatsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(is_comparison, views, visitors, visits, bounces, milliseconds)`."""
    compared = compared_range(subject.range, parameters.compare, subject.zone)
    return sql(
        """
        $current
        union all
        $comparison
        """,
        current=_totals(sql("0"), subject.select()),
        comparison=_totals(sql("1"), subject.select(compared, "comparison_")),
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


def shape(_parameters: StatsParameters, _subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the figures, and those of the other range under `comparison`."""
    parts = {row.number("part"): _figures(row) for row in rows}
    return {**parts[0], "comparison": parts[1]}


def _figures(row: Row) -> dict[str, int]:
    return {
        "pageviews": row.number("all_views"),
        "visitors": row.number("visitors"),
        "visits": row.number("visits"),
        "bounces": row.number("bounces"),
        "totaltime": seconds(row.number("time")),
    }


STATS = Definition(name="stats", statement=statement, shape=shape)
