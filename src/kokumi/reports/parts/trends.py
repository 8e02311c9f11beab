"""Calendar buckets of a report that are all answered, those without events too.

See docs/spec/requests.md#buckets.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, WithJsonSchema

from kokumi.domain.times import Unit, parse_instant
from kokumi.queries.query import Subject
from kokumi.sql.buckets import bucket, bucket_starting, buckets_of
from kokumi.sql.fragment import Fragment, sql

_UNITS = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH)


def _offered(unit: Unit) -> Unit:
    if unit not in _UNITS:
        raise ValueError("must be hour, day, week or month")
    return unit


TrendUnit: TypeAlias = Annotated[
    Unit,
    AfterValidator(_offered),
    WithJsonSchema({"type": "string", "enum": [unit.value for unit in _UNITS]}),
]
"""An hour, a day, a week or a month."""


def trend_buckets(unit: Unit, subject: Subject, path: str = "parameters.trend") -> list[int]:
    """Return the buckets of a trend in their order; none of a range that lies before the reset.

    Raises:
        BadRequestError: there are more than 2 000; it names the parameter at `path`.
    """
    return buckets_of(unit, subject.counted_range, subject.zone, path)


def in_bucket(unit: Unit, t: str | float, subject: Subject) -> Fragment:
    """Return the condition that `created_at` lies in the bucket of a cell, which starts at `t`.

    It is false if no bucket starts then.

    Raises:
        BadRequestError: `t` is no date.
    """
    wanted = bucket_starting(unit, parse_instant(t, subject.zone, "cell.t"), subject.zone)
    if wanted is None:
        return sql("false")
    return sql("$bucket = {cell_bucket:Int64}", bucket=bucket(unit, subject.zone), cell_bucket=wanted)
