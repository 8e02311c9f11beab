"""Buckets at the ends of the calendar, where a zone or a next unit would lie beyond it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from kokumi.domain.times import CALENDAR, TimeRange, Unit
from kokumi.sql.buckets import bucket_start, bucket_starting, buckets_of

DAY = 86_400_000
ENDS = {
    "first": TimeRange(CALENDAR.start, CALENDAR.start + 2 * DAY),
    "last": TimeRange(CALENDAR.end - 2 * DAY, CALENDAR.end),
}


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("end", ENDS)
def test_an_end_of_the_calendar_has_buckets(end: str, unit: Unit, zone: str) -> None:
    between, named = ENDS[end], ZoneInfo(zone)
    found = buckets_of(unit, between, named, "parameters.trend")
    starts = [bucket_start(unit, each, named) for each in found]
    assert found == sorted(set(found))
    assert 1 <= len(found) <= (50 if unit is Unit.HOUR else 4)
    assert starts[0] < between.start + DAY  # the year 1 has no day before its first
    assert starts[-1] <= between.end
    inner = [each for each in found if CALENDAR.start < bucket_start(unit, each, named) < CALENDAR.end]
    assert inner == [bucket_starting(unit, bucket_start(unit, each, named), named) for each in inner]
