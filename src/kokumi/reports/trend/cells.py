"""The sessions behind a number of a trend."""

from __future__ import annotations

from pydantic import Field

from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.parts.behind import Behind
from kokumi.reports.parts.entity import Entity
from kokumi.reports.parts.splits import GroupCell
from kokumi.reports.parts.trends import in_bucket, trend_buckets
from kokumi.reports.report import WireDate
from kokumi.reports.trend.parameters import MAX_SERIES, TrendParameters
from kokumi.reports.trend.statement import UNIT, fits_any, fits_series
from kokumi.sql.fragment import Fragment, sql


class TrendCell(GroupCell):
    """A number of the answer: of a series, maybe in a bucket and in a group."""

    series: int = Field(ge=0, lt=MAX_SERIES, description="Which series, counted from 0.")
    t: WireDate | None = Field(None, description="The start of a bucket.")


def behind(parameters: TrendParameters, cell: TrendCell, subject: Subject) -> Behind:
    """Return the sessions of the events that fit a series, in a bucket and in a group.

    Raises:
        BadRequestError: there is no such series, or a group is asked for without a breakdown.
    """
    trend_buckets(parameters.unit, subject, UNIT)
    if cell.series >= len(parameters.series):
        raise BadRequestError.at("cell.series", f"must be at most {len(parameters.series) - 1}")
    cell.check_group(parameters.breakdown)
    counted = sql(
        "select session_id from events where $filtered and $fits and $in_bucket and $in_group",
        filtered=subject.select().filtered,
        fits=fits_series(parameters.series[cell.series], cell.series),
        in_bucket=sql("true") if cell.t is None else in_bucket(parameters.unit, cell.t, subject),
        in_group=_in_group(parameters, cell, subject),
    )
    return Behind(counted, Entity.SESSION)


def _in_group(parameters: TrendParameters, cell: TrendCell, subject: Subject) -> Fragment:
    """Return the condition that an event is of the group; one that does not stand alone has no events."""
    if parameters.breakdown is None or not cell.is_of_group:
        return sql("true")
    value = parameters.breakdown.value()
    alone = sql(
        """
        (
            select $value
            from events
            where $filtered and $fits_any
            group by $value
            order by count() desc, $value
            limit {limit:UInt8}
        )
        """,
        value=value,
        filtered=subject.select().filtered,
        fits_any=fits_any(parameters.series),
        limit=parameters.limit,
    )
    if cell.group is None:
        return sql("$value global not in $alone", value=value, alone=alone)
    return sql(
        "$value = {group:String} and {group:String} global in $alone",
        value=value,
        group=cell.group,
        alone=alone,
    )
