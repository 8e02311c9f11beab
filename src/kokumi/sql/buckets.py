"""Calendar buckets that instants are counted in: an integer in SQL, an instant again in the answer.

See docs/spec/requests.md#time-zones.

A bucket of a clock unit is epoch milliseconds; one of days or longer is days since 1970, by its first day.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kokumi.domain.times import CALENDAR, TimeRange, Unit, midnight, next_start, start_of, to_datetime
from kokumi.errors import BadRequestError
from kokumi.sql.fragment import Fragment, integer, sql

MINUTE = 60_000
HOUR = 60 * MINUTE
"""Clock units, in milliseconds."""

MAX_BUCKETS = 2000
"""Buckets of one answer in which empty ones are told too."""

_SHORTEST = {
    Unit.HOUR: 60,
    Unit.DAY: 24 * 60,
    Unit.WEEK: 7 * 24 * 60,
    Unit.MONTH: 28 * 24 * 60,
    Unit.YEAR: 365 * 24 * 60,
}
"""Minutes of each unit, about and not more."""

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
    """Return the instant at which a bucket starts, within the calendar; it may lie before the range."""
    return value if unit is Unit.HOUR else _midnight(_EPOCH + timedelta(days=value), zone)


def bucket_starting(unit: Unit, instant: int, zone: ZoneInfo) -> int | None:
    """Return the bucket that starts at an instant, as `bucket` numbers it; none if no bucket does."""
    if unit is Unit.HOUR:
        return instant if _hour_of(instant, zone) == instant else None
    first = start_of(unit, _local_day(instant, zone))
    return (first - _EPOCH).days if _midnight(first, zone) == instant else None


def buckets_of(unit: Unit, between: TimeRange, zone: ZoneInfo, path: str) -> list[int]:
    """Return the buckets of a range in their order, as `bucket` numbers them; none if the range is empty.

    Raises:
        BadRequestError: there are more than 2 000; it names the parameter at `path`.
    """
    if between.end < between.start:
        return []
    if (between.end - between.start) // (_SHORTEST[unit] * MINUTE) > 2 * MAX_BUCKETS:
        raise _too_many(path)
    found = _hours(between, zone) if unit is Unit.HOUR else _days(unit, between, zone)
    if len(found) > MAX_BUCKETS:
        raise _too_many(path)
    return found


def _too_many(path: str) -> BadRequestError:
    return BadRequestError.at(
        path, f"must cut the range into at most {MAX_BUCKETS} buckets; take a longer unit or a shorter range"
    )


def _hours(between: TimeRange, zone: ZoneInfo) -> list[int]:
    found = [_hour_of(between.start, zone)]
    while found[-1] + HOUR <= between.end and (following := _hour_of(found[-1] + HOUR, zone)) <= between.end:
        found.append(following)
    return found


def _hour_of(instant: int, zone: ZoneInfo) -> int:
    try:
        offset = to_datetime(instant).astimezone(zone).utcoffset() or timedelta()
    except OverflowError:  # within a day of an end of the calendar
        offset = timedelta()
    return max(CALENDAR.start, instant - (instant + offset // timedelta(milliseconds=1)) % HOUR)


def _days(unit: Unit, between: TimeRange, zone: ZoneInfo) -> list[int]:
    last = _local_day(between.end, zone)
    found = [start_of(unit, _local_day(between.start, zone))]
    with suppress(OverflowError, ValueError):  # the calendar's last year has no next one
        while (following := next_start(unit, found[-1])) <= last:
            found.append(following)
    return [(each - _EPOCH).days for each in found]


def unit_number(unit: Unit, zone: ZoneInfo) -> Fragment:
    """Return the number of the day, week or month that an event lies in; neighbours differ by 1.

    A day comes as a date, which takes few bytes; `toInt32` makes it the number of days since 1970.
    """
    day = sql("toDate(created_at, {zone:String})", zone=str(zone))
    match unit:
        case Unit.WEEK:
            return sql("intDiv(toUInt16($day) + $before, 7)", day=day, before=integer(_DAYS_BEFORE_1970))
        case Unit.MONTH:
            return sql("toRelativeMonthNum($day)", day=day)
        case _:
            return day


_DAYS_BEFORE_1970 = 3
"""Days of the week in which 1970 began that lie in 1969: it began on a Thursday."""


def number_of_unit(unit: Unit, instant: int, zone: ZoneInfo) -> int:
    """Return the number of the unit that an instant lies in, as `unit_number` does of an event."""
    day = _local_day(instant, zone)
    match unit:
        case Unit.WEEK:
            return ((day - _EPOCH).days + _DAYS_BEFORE_1970) // 7
        case Unit.MONTH:
            return 12 * day.year + day.month
        case _:
            return (day - _EPOCH).days


def start_of_unit(unit: Unit, number: int, zone: ZoneInfo) -> int:
    """Return the instant at which the unit of that number starts; at an end of the calendar, that end."""
    try:
        return _midnight(_first_day_of(unit, number), zone)
    except (OverflowError, ValueError):
        return CALENDAR.end if number > number_of_unit(unit, 0, zone) else CALENDAR.start


def _first_day_of(unit: Unit, number: int) -> date:
    match unit:
        case Unit.WEEK:
            return _EPOCH + timedelta(days=7 * number - _DAYS_BEFORE_1970)
        case Unit.MONTH:
            return date((number - 1) // 12, (number - 1) % 12 + 1, 1)
        case _:
            return _EPOCH + timedelta(days=number)


def unit_numbers(unit: Unit, between: TimeRange, zone: ZoneInfo, path: str) -> range:
    """Return the numbers of the units of a range; none if the range is empty.

    Raises:
        BadRequestError: there are more than 2 000; it names the parameter at `path`.
    """
    first, last = (number_of_unit(unit, each, zone) for each in (between.start, between.end))
    if between.end < between.start:
        return range(first, first)
    if last - first >= MAX_BUCKETS:
        raise _too_many(path)
    return range(first, last + 1)


def _midnight(day: date, zone: ZoneInfo) -> int:
    """Return the first instant of a day in the zone, or the end of the calendar that it would lie beyond."""
    try:
        return max(CALENDAR.start, min(midnight(day, zone), CALENDAR.end))
    except OverflowError:
        return CALENDAR.end if day > _EPOCH else CALENDAR.start


def _local_day(instant: int, zone: ZoneInfo) -> date:
    moment = to_datetime(max(CALENDAR.start, min(instant, CALENDAR.end)))
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # within a day of an end of the calendar
        return moment.date()


def clock_bucket(length: int, zone: ZoneInfo) -> Fragment:
    """Return the start of the local hour or minute, of that many milliseconds, that an event lies in."""
    return sql(
        "toUnixTimestamp64Milli(created_at) - (toUnixTimestamp64Milli(created_at)"
        " + 1000 * timezoneOffset(toTimeZone(created_at, {zone:String}))) % $length",
        zone=str(zone),
        length=integer(length),
    )
