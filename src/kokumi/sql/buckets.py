"""Calendar buckets that instants are counted in: an integer in SQL, an instant again in the answer (SPEC 2).

A bucket of a clock unit is epoch milliseconds; one of days or longer is days since 1970, by its first day.
"""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kokumi.domain.times import Unit, midnight
from kokumi.sql.fragment import Fragment, sql

MINUTE = 60_000
HOUR = 60 * MINUTE
"""Clock units, in milliseconds."""

_EPOCH = date(1970, 1, 1)

_FIRST_DAY = {
    Unit.DAY: "toDate(created_at, {zone:String})",
    Unit.WEEK: "toMonday(toDate(created_at, {zone:String}))",
    Unit.MONTH: "toStartOfMonth(toDate(created_at, {zone:String}))",
    Unit.YEAR: "toStartOfYear(toDate(created_at, {zone:String}))",
}


def bucket(unit: Unit, zone: ZoneInfo) -> Fragment:
    """Return the bucket of an event's `created_at`."""
    if unit is Unit.HOUR:
        return clock_bucket(HOUR, zone)
    return sql(f"toInt64(toInt32({_FIRST_DAY[unit]}))", zone=str(zone))


def bucket_start(unit: Unit, value: int, zone: ZoneInfo) -> int:
    """Return the instant at which a bucket starts; it may lie before the range."""
    return value if unit is Unit.HOUR else midnight(_EPOCH + timedelta(days=value), zone)


def clock_bucket(length: int, zone: ZoneInfo) -> Fragment:
    """Return the start of the local hour or minute, of that many milliseconds, that an event lies in."""
    return sql(
        "toUnixTimestamp64Milli(created_at) - (toUnixTimestamp64Milli(created_at)"
        f" + 1000 * timezoneOffset(toTimeZone(created_at, {{zone:String}}))) % {length:d}",
        zone=str(zone),
    )
