"""How a chart over time is cut: its unit, which may not be too fine for its range.

See docs/spec/statistics.md#unit.
"""

from __future__ import annotations

from enum import StrEnum
from zoneinfo import ZoneInfo

from kokumi.domain.times import TimeRange, Unit, iso, to_datetime
from kokumi.sql.buckets import HOUR, MINUTE, bucket, bucket_start, clock_bucket
from kokumi.sql.fragment import Fragment

_MAX_MINUTES = 60
_MAX_HOURS = 30 * 24
_MAX_MONTHS_OF_DAYS = 7
_MAX_MONTHS = 24


class Interval(StrEnum):
    """The unit of a chart's buckets, from fine to coarse; a week starts on Monday."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def sql(self, zone: ZoneInfo) -> Fragment:
        """Return the bucket of an event's `created_at`, an integer."""
        return clock_bucket(MINUTE, zone) if self is Interval.MINUTE else bucket(Unit(self.value), zone)

    def start(self, value: int, zone: ZoneInfo) -> str:
        """Return the instant at which a bucket starts, such as `2025-10-01T07:00:00Z`."""
        return iso(value if self is Interval.MINUTE else bucket_start(Unit(self.value), value, zone))


_FROM_FINE_TO_COARSE = tuple(Interval)


def chosen_interval(wanted: Interval | None, span: TimeRange, zone: ZoneInfo) -> Interval:
    """Return the unit asked for, or the finest that the range allows if it is finer or there is none."""
    finest = _finest(span, zone)
    if wanted is None:
        return finest
    return max(wanted, finest, key=_FROM_FINE_TO_COARSE.index)


def _finest(span: TimeRange, zone: ZoneInfo) -> Interval:
    length = span.end - span.start
    if length // MINUTE <= _MAX_MINUTES:
        return Interval.MINUTE
    if length // HOUR <= _MAX_HOURS:
        return Interval.HOUR
    months = _month(span.end, zone) - _month(span.start, zone)
    if months <= _MAX_MONTHS_OF_DAYS:
        return Interval.DAY
    return Interval.MONTH if months <= _MAX_MONTHS else Interval.YEAR


def _month(instant: int, zone: ZoneInfo) -> int:
    local = to_datetime(instant).astimezone(zone)
    return local.year * 12 + local.month
