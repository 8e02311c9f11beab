"""docs/spec/requests.md on dates, zones and calendar units, sentence by sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from oracle.errors import BadRequestError
from oracle.goals import goals
from oracle.making import ms, request, view
from oracle.times import (
    Range,
    format_instant,
    from_local,
    parse_instant,
    parse_range,
    previous_range,
    saved_range,
    unit_start,
    year_earlier,
    zone_of,
)

UTC = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
CAIRO = ZoneInfo("Africa/Cairo")
HAVANA = ZoneInfo("America/Havana")
APIA = ZoneInfo("Pacific/Apia")


@pytest.mark.parametrize(
    ("value", "zone", "start", "end"),
    [
        ("2025-10-01T00:00:00+02:00", UTC, "2025-09-30T22:00:00Z", None),
        ("2025-10-01T00:00:00Z", BERLIN, "2025-10-01T00:00:00Z", None),
        ("2025-10-01T00:00:00", BERLIN, "2025-09-30T22:00:00Z", None),
        ("1759276800000", BERLIN, "2025-10-01T00:00:00Z", None),
        (1759276800000, BERLIN, "2025-10-01T00:00:00Z", None),
        ("2025-10-01", UTC, "2025-10-01T00:00:00Z", "2025-10-01T23:59:59.999Z"),
        ("2025-10-26", BERLIN, "2025-10-25T22:00:00Z", "2025-10-26T22:59:59.999Z"),
        ("2025-03-30", BERLIN, "2025-03-29T23:00:00Z", "2025-03-30T21:59:59.999Z"),
        # In a repeated hour the earlier, in a skipped one the next instant.
        ("2025-10-26T02:30:00", BERLIN, "2025-10-26T00:30:00Z", None),
        ("2025-03-30T02:30:00", BERLIN, "2025-03-30T01:00:00Z", None),
        # Midnight does not exist on this day in Cairo, comes twice in Havana, and Apia had no 30th at all.
        ("2025-04-25", CAIRO, "2025-04-24T22:00:00Z", "2025-04-25T20:59:59.999Z"),
        ("2025-11-02", HAVANA, "2025-11-02T04:00:00Z", "2025-11-03T04:59:59.999Z"),
        ("2011-12-30", APIA, "2011-12-30T10:00:00Z", "2011-12-30T09:59:59.999Z"),
    ],
)
def test_a_date_means(value: object, zone: ZoneInfo, start: str, end: str | None) -> None:
    assert parse_instant(value, zone, is_end=False) == ms(start)
    assert parse_instant(value, zone, is_end=True) == ms(end or start)


def test_digits_finer_than_a_millisecond_are_cut() -> None:
    assert parse_instant("2025-10-01T00:00:00.999999Z", UTC, is_end=True) == ms("2025-10-01T00:00:00.999Z")
    assert parse_instant("2025-10-01T00:00:00.999999", BERLIN, is_end=True) == ms("2025-09-30T22:00:00.999Z")


@pytest.mark.parametrize("value", [None, True, "", "yesterday", "2025-13-01", "2025-02-30", [], {}])
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(BadRequestError):
        parse_instant(value, UTC, is_end=False)


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(BadRequestError):
        parse_range("2025-10-02", "2025-10-01", UTC)
    assert parse_range("2025-10-01T00:00:00Z", "2025-10-01T00:00:00Z", UTC).start_ms == ms("2025-10-01")


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../UTC", 5])
def test_an_unknown_zone_is_refused(name: object) -> None:
    with pytest.raises(BadRequestError):
        zone_of(name)


@pytest.mark.parametrize(
    ("at", "unit", "zone", "start"),
    [
        ("2025-10-26T00:59:59Z", "hour", BERLIN, "2025-10-26T00:00:00Z"),
        ("2025-10-26T01:00:00Z", "hour", BERLIN, "2025-10-26T01:00:00Z"),
        ("2025-10-14T10:20:00Z", "hour", ZoneInfo("Asia/Kolkata"), "2025-10-14T09:30:00Z"),
        ("2025-10-26T22:30:00Z", "day", BERLIN, "2025-10-25T22:00:00Z"),
        ("2025-04-25T12:00:00Z", "day", CAIRO, "2025-04-24T22:00:00Z"),
        ("2025-11-02T05:30:00Z", "day", HAVANA, "2025-11-02T04:00:00Z"),
        ("2025-10-26T12:00:00Z", "week", BERLIN, "2025-10-19T22:00:00Z"),
        ("2025-10-27T00:00:00Z", "week", BERLIN, "2025-10-26T23:00:00Z"),
        ("2025-10-31T23:30:00Z", "month", BERLIN, "2025-10-31T23:00:00Z"),
        ("2025-01-01T04:59:59Z", "year", NEW_YORK, "2024-01-01T05:00:00Z"),
    ],
)
def test_calendar_units_are_those_of_the_zone(at: str, unit: str, zone: ZoneInfo, start: str) -> None:
    assert format_instant(unit_start(ms(at), unit, zone)) == start


def test_every_skipped_minute_means_the_jump() -> None:
    jump = ms("2025-03-30T01:00:00Z")
    assert {from_local(datetime(2025, 3, 30, 2, minute), BERLIN) for minute in range(60)} == {jump}  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("0day", "2025-10-26T00:00:00+02:00", "2025-10-26T23:59:59.999+01:00"),
        ("1day", "2025-10-25T00:00:00+02:00", "2025-10-26T23:59:59.999+01:00"),
        ("0hour", "2025-10-26T12:00:00+01:00", "2025-10-26T12:59:59.999+01:00"),
        ("24hour", "2025-10-25T13:00:00+02:00", "2025-10-26T12:59:59.999+01:00"),
        ("1week", "2025-10-13T00:00:00+02:00", "2025-10-26T23:59:59.999+01:00"),
        ("8month", "2025-02-01T00:00:00+01:00", "2025-10-31T23:59:59.999+01:00"),
        ("12month", "2024-10-01T00:00:00+02:00", "2025-10-31T23:59:59.999+01:00"),
        ("1year", "2024-01-01T00:00:00+01:00", "2025-12-31T23:59:59.999+01:00"),
        ("range:5:7", "1970-01-01T00:00:00.005Z", "1970-01-01T00:00:00.007Z"),
    ],
)
def test_the_date_range_of_a_cohort(text: str, start: str, end: str) -> None:
    noon = ms("2025-10-26T12:34:56+01:00")
    assert saved_range(text, BERLIN, noon) == Range(ms(start), ms(end))


def test_the_previous_range_is_as_long_and_ends_one_millisecond_before() -> None:
    day = Range(ms("2025-10-02"), ms("2025-10-02T23:59:59.999"))
    assert previous_range(day) == Range(ms("2025-10-01"), ms("2025-10-01T23:59:59.999"))
    assert previous_range(Range(5, 5)) == Range(4, 4)


def test_a_year_earlier_is_a_calendar_year_in_the_zone() -> None:
    leap = Range(ms("2024-02-29", "Europe/Berlin"), ms("2024-10-27T23:59:59.999", "Europe/Berlin"))
    assert year_earlier(leap, BERLIN) == Range(
        ms("2023-02-28", "Europe/Berlin"), ms("2023-10-27T23:59:59.999", "Europe/Berlin")
    )


def test_both_ends_are_inclusive() -> None:
    events = [view("/", at) for at in (999, 1000, 2000, 2001)]
    several = [view("/", at, session=str(at)) for at in (999, 1000, 2000, 2001)]
    body = request(startDate=1000, endDate="2000", type="path", value="/")
    assert goals(events, body) == {"num": 1, "total": 1}
    assert goals(several, body) == {"num": 2, "total": 2}


def test_a_reset_moves_an_earlier_start_up_and_may_empty_the_range() -> None:
    events = [view("/", at, session=str(at)) for at in (1000, 1500, 2000)]
    body = request(startDate=1000, endDate=2000, type="path", value="/")
    assert goals(events, body, reset_at_ms=1500) == {"num": 2, "total": 2}
    assert goals(events, body, reset_at_ms=500) == {"num": 3, "total": 3}
    assert goals(events, body, reset_at_ms=2001) == {"num": 0, "total": 0}
