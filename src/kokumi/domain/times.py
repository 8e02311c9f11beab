"""Instants, ranges and calendar units in a time zone. An instant is epoch milliseconds, UTC.

See docs/spec/requests.md#time-zones.
"""

from __future__ import annotations

import re
import time as process_time
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeAlias
from zoneinfo import ZoneInfo, available_timezones, reset_tzpath

from kokumi.errors import BadRequestError

# The rules of zones change every year, and two different sets put one event on two days. So ours are those
# of the package `tzdata` in the engine's release; a system may have older ones, newer ones, or none.
reset_tzpath(())

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = re.compile(r"-?\d{1,15}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FINE_FRACTION = re.compile(r"(\.\d{3})\d+")
DAY = 86_400_000
"""Milliseconds of a UTC day."""
_EARLIEST = -62_135_596_800_000
_LATEST = 253_402_300_799_999
"""The first millisecond of the year 1 and the last of 9999, beyond which there are no calendars."""

MAX_ZONE = 50
"""Characters of a time zone's name; the longest there is has 32."""

INSTANT_FORMS = "must be an ISO 8601 date or time such as 2025-10-31T23:59:59.999Z, or epoch milliseconds"
"""What to tell someone whose date is none."""

UTC_ZONE = ZoneInfo("UTC")

Clock: TypeAlias = Callable[[], int]
"""What says the present instant; a test brings its own."""


def system_clock() -> int:
    """Return the present instant, in epoch milliseconds."""
    return process_time.time_ns() // 1_000_000


class Unit(StrEnum):
    """A calendar unit that buckets and cohort ranges are made of; a week starts on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From `start` to `end`, both inclusive, in epoch milliseconds; empty if `end` lies before `start`."""

    start: int
    end: int

    def clamped(self, earliest: int | None) -> TimeRange:
        """Return the range without what lies before `earliest`, a website's reset (docs/spec/requests.md)."""
        return self if earliest is None else TimeRange(max(self.start, earliest), self.end)

    def previous(self) -> TimeRange:
        """Return the range of equal length that ends 1 ms before this one (docs/spec/revenue.md)."""
        return TimeRange(self.start - (self.end - self.start) - 1, self.start - 1)

    def year_before(self, zone: ZoneInfo) -> TimeRange:
        """Return both ends a calendar year earlier in the zone; 29 February becomes 28 February."""
        return TimeRange(_year_before(self.start, zone), _year_before(self.end, zone))


def day_of(instant: int) -> int:
    """Return the days from 1970 to the UTC day of an instant."""
    return instant // DAY


CALENDAR = TimeRange(_EARLIEST, _LATEST)
"""All there is of the calendar."""


def parse_zone(text: str, path: str = "timezone") -> ZoneInfo:
    """Return the IANA zone of that name, written in whatever case.

    Raises:
        BadRequestError: there is no such zone.
    """
    name = _zone_names().get(text.lower())
    if name is None:
        raise BadRequestError.at(path, "must be an IANA time zone such as Europe/Paris")
    return ZoneInfo(name)


def parse_instant(value: object, zone: ZoneInfo, path: str, *, is_end: bool = False) -> int:
    """Return the instant that a date parameter names, in epoch milliseconds (docs/spec/requests.md#dates).

    `value` is ISO 8601 text, an ISO date alone (its first millisecond, or its last if `is_end`), or epoch
    milliseconds as a number or digits; finer digits are cut. Text without an offset is local to `zone`.

    Raises:
        BadRequestError: the value is none of these, or lies outside the years 1 to 9999.
    """
    instant = _instant(value, zone, is_end=is_end)
    if instant is None or not _EARLIEST <= instant <= _LATEST:
        raise BadRequestError.at(path, INSTANT_FORMS)
    return instant


def parse_range(start: object, end: object, zone: ZoneInfo, path: str = "parameters") -> TimeRange:
    """Return the range between two date parameters.

    Raises:
        BadRequestError: one of them is not a date, or the end lies before the start.
    """
    parsed = TimeRange(
        parse_instant(start, zone, f"{path}.startDate"),
        parse_instant(end, zone, f"{path}.endDate", is_end=True),
    )
    if parsed.end < parsed.start:
        raise BadRequestError.at(f"{path}.endDate", "must not be before startDate")
    return parsed


def from_local(moment: datetime, zone: ZoneInfo) -> int:
    """Return the instant of a wall-clock time: in a repeated hour the earlier, in a skipped one the next."""
    local = moment.replace(tzinfo=zone, fold=0)
    there_and_back = local.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if there_and_back != moment:
        return _first_instant_after_gap(moment, zone)
    return to_milliseconds(local)


def start_of(unit: Unit, moment: date) -> date:
    """Return the first day of the week, month or year that a day lies in."""
    match unit:
        case Unit.WEEK:
            return moment - timedelta(days=moment.weekday())
        case Unit.MONTH:
            return moment.replace(day=1)
        case Unit.YEAR:
            return moment.replace(month=1, day=1)
        case _:
            return moment


def next_start(unit: Unit, first: date) -> date:
    """Return the first day of the next day, week, month or year, given the first day of this one."""
    return _add_units(first, unit, 1)


def unit_range(count: int, unit: Unit, now: int, zone: ZoneInfo) -> TimeRange:
    """Return the range from the start of the current unit minus `count` units to the end of the current unit.

    This is what `<n><unit>` of a cohort's `dateRange` means (docs/spec/filters.md): `0day` is today.

    Raises:
        OverflowError, ValueError: the range starts before the year 1.
    """
    if unit is Unit.HOUR:
        hour = now - (now + _offset(now, zone)) % 3_600_000
        return TimeRange(hour - count * 3_600_000, hour + 3_600_000 - 1)
    first = start_of(unit, to_datetime(now).astimezone(zone).date())
    start, end = _add_units(first, unit, -count), _add_units(first, unit, 1)
    return TimeRange(midnight(start, zone), midnight(end, zone) - 1)


def to_datetime(instant: int) -> datetime:
    """Return an instant as an aware `datetime` in UTC."""
    return _EPOCH + timedelta(milliseconds=instant)


def to_milliseconds(moment: datetime) -> int:
    """Return an aware `datetime` as epoch milliseconds; finer digits are cut."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def iso(instant: int) -> str:
    """Return `2025-10-01T07:00:00Z`, as times in answers look; milliseconds only if there are any."""
    text = to_datetime(instant).replace(tzinfo=None).isoformat(timespec="milliseconds")
    return text.removesuffix(".000") + "Z"


def _instant(value: object, zone: ZoneInfo, *, is_end: bool) -> int | None:
    match value:
        case bool():
            return None
        case int():
            return value
        case float() | Decimal():
            return int(value // 1)
        case str() if _DIGITS.fullmatch(value):
            return int(value)
        case str():
            return _instant_of_text(value, zone, is_end=is_end)
        case _:
            return None


def _instant_of_text(text: str, zone: ZoneInfo, *, is_end: bool) -> int | None:
    try:
        if _DATE.fullmatch(text):
            day = date.fromisoformat(text)
            return _last_instant(day, zone) if is_end else midnight(day, zone)
        moment = datetime.fromisoformat(_FINE_FRACTION.sub(r"\1", text))
        return from_local(moment, zone) if moment.tzinfo is None else to_milliseconds(moment)
    except (ValueError, OverflowError):
        return None


def midnight(day: date, zone: ZoneInfo) -> int:
    """Return the first instant of a day in the zone, also where there is no midnight.

    See docs/spec/requests.md#time-zones.
    """
    return from_local(datetime.combine(day, time()), zone)


def _last_instant(day: date, zone: ZoneInfo) -> int:
    return _LATEST if day == date.max else midnight(day + timedelta(days=1), zone) - 1


def _first_instant_after_gap(moment: datetime, zone: ZoneInfo) -> int:
    """Return where a skipped hour ends: the first instant whose wall clock shows a later time than `moment`.

    Of a time in a gap, `fold=1` uses the offset after it and so lies before the gap, `fold=0` lies behind it.
    """
    early = to_milliseconds(moment.replace(tzinfo=zone, fold=1))
    late = to_milliseconds(moment.replace(tzinfo=zone, fold=0))
    while late - early > 1:
        middle = (early + late) // 2
        if _offset(middle, zone) == _offset(late, zone):
            late = middle
        else:
            early = middle
    return late


def _offset(instant: int, zone: ZoneInfo) -> int:
    offset = to_datetime(instant).astimezone(zone).utcoffset() or timedelta()
    return offset // timedelta(milliseconds=1)


def _add_units(day: date, unit: Unit, count: int) -> date:
    match unit:
        case Unit.WEEK:
            return day + timedelta(weeks=count)
        case Unit.MONTH:
            months = day.year * 12 + day.month - 1 + count
            return date(months // 12, months % 12 + 1, 1)
        case Unit.YEAR:
            return day.replace(year=day.year + count)
        case _:
            return day + timedelta(days=count)


def _year_before(instant: int, zone: ZoneInfo) -> int:
    try:
        local = to_datetime(instant).astimezone(zone).replace(tzinfo=None)
        last_day = monthrange(local.year - 1, local.month)[1]
        return from_local(local.replace(year=local.year - 1, day=min(local.day, last_day)), zone)
    except (ValueError, OverflowError):
        # At either end of the calendar, where there are no events to compare with.
        return instant - 365 * DAY


@cache
def _zone_names() -> Mapping[str, str]:
    """Return the name of each zone by that name in lower case: clients write `utc`."""
    return {name.lower(): name for name in available_timezones()}
