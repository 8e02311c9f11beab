"""Instants, zones and calendar units: an instant is a whole number of milliseconds since 1970.

See docs/spec/requests.md#time-zones.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from oracle.errors import BadRequestError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
HOUR_MS = 3_600_000
FOREVER_MS = 10**15
UNITS = ("hour", "day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of time; both ends belong to it (docs/spec/requests.md#dates)."""

    start_ms: int
    end_ms: int

    def __contains__(self, instant_ms: int) -> bool:
        """Whether the instant lies in the range."""
        return self.start_ms <= instant_ms <= self.end_ms

    def since(self, reset_at_ms: int | None) -> "Range":
        """Return the range with an earlier start moved up to the website's reset (docs/spec/requests.md)."""
        return self if reset_at_ms is None else Range(max(self.start_ms, reset_at_ms), self.end_ms)


def zone_of(name: object) -> ZoneInfo:
    """Return the IANA zone of that name, UTC if none is given (docs/spec/requests.md#time-zones)."""
    try:
        return ZoneInfo("UTC" if name is None else str(name))
    except (KeyError, ValueError, OSError) as fault:
        raise BadRequestError(f"no such time zone: {name}") from fault


def to_local(instant_ms: int, zone: ZoneInfo) -> datetime:
    """Return what a clock in the zone shows at the instant."""
    return (EPOCH + instant_ms * MILLISECOND).astimezone(zone)


def wall_time(instant_ms: int, zone: ZoneInfo) -> datetime:
    """Return the same without zone, to compute and compare with."""
    return to_local(instant_ms, zone).replace(tzinfo=None, fold=0)


def from_local(wall: datetime, zone: ZoneInfo) -> int:
    """Return the instant of a wall time: the earlier if repeated, the next if skipped.

    See docs/spec/requests.md#dates.
    """
    before, after = (_instant(wall.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    if wall_time(before, zone) == wall:
        return before
    # Skipped. Python puts fold=0 after the jump and fold=1 before it; the jump itself lies between.
    early, late = after, before
    while late - early > 1:
        middle = (early + late) // 2
        if wall_time(middle, zone) < wall:
            early = middle
        else:
            late = middle
    return late


def _instant(moment: datetime) -> int:
    return (moment - EPOCH) // MILLISECOND


def day_start(day: date, zone: ZoneInfo) -> int:
    """Return the first instant of the local day, also where midnight does not exist.

    See docs/spec/requests.md#time-zones.
    """
    return from_local(datetime(day.year, day.month, day.day), zone)  # noqa: DTZ001 - a wall time


def day_end(day: date, zone: ZoneInfo) -> int:
    """Return the last millisecond of the local day."""
    return day_start(day + timedelta(days=1), zone) - 1


def parse_instant(value: object, zone: ZoneInfo, *, is_end: bool) -> int:
    """Return the instant that `startDate` or `endDate` means (docs/spec/requests.md#dates)."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise BadRequestError(f"not a date: {value!r}")
    if isinstance(value, (int, float)):
        return int(value // 1)
    if re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            day = date.fromisoformat(value)
            return day_end(day, zone) if is_end else day_start(day, zone)
        moment = datetime.fromisoformat(value)
    except ValueError as fault:
        raise BadRequestError(f"not a date: {value!r}") from fault
    if moment.tzinfo is not None:
        return _instant(moment)
    return from_local(moment.replace(microsecond=moment.microsecond // 1000 * 1000), zone)


def parse_range(start: object, end: object, zone: ZoneInfo) -> Range:
    """Return the range of a request; an end before the start is the caller's fault.

    See docs/spec/requests.md#dates.
    """
    span = Range(parse_instant(start, zone, is_end=False), parse_instant(end, zone, is_end=True))
    if span.end_ms < span.start_ms:
        raise BadRequestError("endDate before startDate")
    return span


def unit_start_day(day: date, unit: str) -> date:
    """Return the first day of the week (a Monday), month or year that the day lies in."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    if unit == "year":
        return day.replace(month=1, day=1)
    return day


def unit_start(instant_ms: int, unit: str, zone: ZoneInfo) -> int:
    """Return the first instant of the calendar unit that the instant lies in (docs/spec/requests.md)."""
    if unit == "hour":
        return _hour_start(instant_ms, zone)
    return day_start(unit_start_day(to_local(instant_ms, zone).date(), unit), zone)


def _hour_start(instant_ms: int, zone: ZoneInfo) -> int:
    # A repeated hour is two hours, told apart by their offset from UTC.
    local = to_local(instant_ms, zone)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    start = instant_ms - into // MILLISECOND
    while to_local(start, zone).utcoffset() != local.utcoffset():
        start += 60_000  # the clock changed within the hour, which therefore starts at the change
    return start


def add_units(day: date, unit: str, count: int) -> date:
    """Return the first day of a unit moved by that many units."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    if unit == "year":
        return day.replace(year=day.year + count)
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def saved_range(text: str, zone: ZoneInfo, now_ms: int) -> Range:
    """Return the range of a cohort's `dateRange` text (docs/spec/filters.md#date-range)."""
    if text in {"all", ""}:
        return Range(-FOREVER_MS, FOREVER_MS)
    if fixed := re.fullmatch(r"range:(-?[0-9]+):(-?[0-9]+)", text):
        return Range(int(fixed[1]), int(fixed[2]))
    relative = re.fullmatch(r"([0-9]+)(hour|day|week|month|year)", text)
    if relative is None:
        raise BadRequestError(f"not a date range: {text!r}")
    count, unit = int(relative[1]), relative[2]
    if unit == "hour":
        start = _hour_start(now_ms, zone)
        return Range(start - count * HOUR_MS, start + HOUR_MS - 1)
    first = unit_start_day(to_local(now_ms, zone).date(), unit)
    return Range(
        day_start(add_units(first, unit, -count), zone), day_start(add_units(first, unit, 1), zone) - 1
    )


def previous_range(span: Range) -> Range:
    """Return the range of equal length that ends 1 ms before this one (docs/spec/revenue.md#comparison)."""
    return Range(span.start_ms - (span.end_ms - span.start_ms + 1), span.start_ms - 1)


def year_earlier(span: Range, zone: ZoneInfo) -> Range:
    """Return the range whose ends lie a calendar year earlier in the zone (docs/spec/revenue.md)."""

    def earlier(instant_ms: int) -> int:
        wall = wall_time(instant_ms, zone)
        day = 28 if (wall.month, wall.day) == (2, 29) else wall.day
        return from_local(wall.replace(year=wall.year - 1, day=day), zone)

    return Range(earlier(span.start_ms), earlier(span.end_ms))


def format_instant(instant_ms: int) -> str:
    """Return the instant as answers have it: `2025-10-01T07:00:00Z` (docs/spec/requests.md)."""
    return (EPOCH + instant_ms * MILLISECOND).strftime("%Y-%m-%dT%H:%M:%SZ")


def buckets(span: Range, unit: str, zone: ZoneInfo) -> list[int]:
    """Return the first instants of all units of a range, of which the first may lie before it."""
    if span.end_ms < span.start_ms:
        return []
    short = HOUR_MS // 4 if unit == "hour" else 3 * HOUR_MS
    instants = [*range(span.start_ms, span.end_ms, short), span.end_ms]
    return sorted({unit_start(instant, unit, zone) for instant in instants})
