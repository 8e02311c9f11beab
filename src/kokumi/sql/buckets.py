"""Calendar buckets that instants are counted in: an integer in SQL, an instant again in the answer.

See docs/spec/requests.md#time-zones.

A bucket of a clock unit is epoch milliseconds; one of days or longer is days since 1970, by its first day.
"""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kokumi.domain.times import Unit, midnight
from kokumi.sql.fragment import Fragment, integer, sql

MINUTE = 60_000
HOUR = 60 * MINUTE
"""Clock units, in milliseconds."""

_EPOCH = date(1970, 1, 1)


def bucket(unit: Unit, zone: ZoneInfo) -> Fragment:
    """Return the bucket of an event's `created_at`."""
    if unit is Unit.HOUR:
        return clock_bucket(HOUR, zone)
    return sql("toInt64(toInt32($first_day))", first_day=_first_day(unit, zone))


def _first_day(unit: Unit, zone: ZoneInfo) -> Fragment:
    day = sql("toDate(created_at, {zone:String})", zone=str(zone))
    match unit:
        case Unit.WEEK:
            return sql("toMonday($day)", day=day)
        case Unit.MONTH:
            return sql("toStartOfMonth($day)", day=day)
        case Unit.YEAR:
            return sql("toStartOfYear($day)", day=day)
        case _:
            return day


def bucket_start(unit: Unit, value: int, zone: ZoneInfo) -> int:
    """Return the instant at which a bucket starts; it may lie before the range."""
    return value if unit is Unit.HOUR else midnight(_EPOCH + timedelta(days=value), zone)


def clock_bucket(length: int, zone: ZoneInfo) -> Fragment:
    """Return the start of the local hour or minute, of that many milliseconds, that an event lies in."""
    return sql(
        "toUnixTimestamp64Milli(created_at) - (toUnixTimestamp64Milli(created_at)"
        " + 1000 * timezoneOffset(toTimeZone(created_at, {zone:String}))) % $length",
        zone=str(zone),
        length=integer(length),
    )
