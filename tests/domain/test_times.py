"""Dates, zones and calendar units against the oracle's slow reading of docs/spec/requests.md."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kokumi.domain.times import Unit, iso, parse_instant, parse_range, parse_zone, unit_range
from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from oracle import times as oracle

ZONES = ("UTC", "Europe/Berlin", "America/Havana", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe")
RESTLESS = (
    *("Africa/Cairo", "Africa/Casablanca", "America/Asuncion", "America/Havana", "America/Inuvik"),
    *("America/Mexico_City", "America/Winnipeg", "Antarctica/Vostok", "Asia/Almaty", "Asia/Beirut"),
)
"""Zones that got new rules since 2022."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2035, 1, 1))  # noqa: DTZ001 - wall-clock times


@given(MOMENTS, st.sampled_from(ZONES), st.booleans())
@example(datetime(2025, 3, 30, 2, 30), "Europe/Berlin", False)  # noqa: DTZ001 - skipped
@example(datetime(2025, 10, 26, 2, 30), "Europe/Berlin", False)  # noqa: DTZ001 - repeated
@example(datetime(2011, 12, 30, 12, 0), "Pacific/Apia", True)  # noqa: DTZ001 - a day that was not
def test_wall_times_and_dates_read_as_the_oracle_does(moment: datetime, zone: str, is_end: bool) -> None:  # noqa: FBT001
    for text in (moment.isoformat(timespec="milliseconds"), moment.date().isoformat()):
        ours = parse_instant(text, parse_zone(zone), "startDate", is_end=is_end)
        assert ours == oracle.parse_instant(text, oracle.zone_of(zone), is_end=is_end)


@pytest.mark.parametrize(
    ("value", "instant"),
    [
        (1_760_857_200_000, 1_760_857_200_000),
        ("1760857200000", 1_760_857_200_000),
        ("2025-10-19T07:00:00Z", 1_760_857_200_000),
        ("2025-10-19T09:00:00+02:00", 1_760_857_200_000),
        ("2025-10-19T07:00:00.1239999Z", 1_760_857_200_123),
        (1_760_857_200_123.9, 1_760_857_200_123),
    ],
)
def test_forms_of_one_instant(value: object, instant: int) -> None:
    assert parse_instant(value, parse_zone("America/Los_Angeles"), "startDate") == instant


@pytest.mark.parametrize("value", [None, True, "", "yesterday", "2025-13-01", [], 1e18, 10**18, "9" * 15])
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(BadRequestError) as caught:
        parse_instant(value, parse_zone("UTC"), "parameters.startDate")
    assert caught.value.details[0].path == "parameters.startDate"


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(BadRequestError) as caught:
        parse_range(2, 1, parse_zone("UTC"))
    assert caught.value.details[0].path == "parameters.endDate"


@pytest.mark.parametrize("zone", ZONES)
def test_the_last_day_of_the_calendar_ends_with_it(zone: str) -> None:
    end = parse_instant("9999-12-31", parse_zone(zone), "endDate", is_end=True)
    assert iso(end) == "9999-12-31T23:59:59.999Z"


@pytest.mark.parametrize(("name", "zone"), [("utc", "UTC"), ("america/NEW_YORK", "America/New_York")])
def test_zones_are_found_in_whatever_case(name: str, zone: str) -> None:
    assert str(parse_zone(name)) == zone


def test_zones_are_those_of_the_engine(store: EventStore) -> None:
    """Where rules changed in recent years, both know it, month by month: else a day would be two days."""
    zones = sorted(RESTLESS)
    moments = [datetime(year, month, 15, tzinfo=UTC) for year in (2025, 2026, 2027) for month in range(1, 13)]
    statement = sql(
        """
        select zone, toUnixTimestamp(at), formatDateTime(at, '%z', zone)
        from
        (
            select
                arrayJoin({zones:Array(String)}) as zone,
                toDateTime(arrayJoin({moments:Array(UInt32)}), 'UTC') as at
        )
        order by zone, at
        settings allow_nonconst_timezone_arguments = 1
        """,
        zones=tuple(zones),
        moments=tuple(int(moment.timestamp()) for moment in moments),
    )
    ours = [
        (zone, int(moment.timestamp()), f"{moment.astimezone(parse_zone(zone)):%z}")
        for zone in zones
        for moment in moments
    ]
    assert [tuple(row) for row in store.query(statement, name="zones").rows] == ours


@given(MOMENTS, st.sampled_from(ZONES), st.sampled_from(Unit), st.integers(0, 40))
def test_units_around_now_are_whole(moment: datetime, zone: str, unit: Unit, count: int) -> None:
    now = (moment.replace(tzinfo=UTC) - EPOCH) // timedelta(milliseconds=1)
    found = unit_range(count, unit, now, parse_zone(zone))
    assert found.start <= now <= found.end
    assert unit_range(0, unit, found.end + 1, parse_zone(zone)).start == found.end + 1


def test_instants_in_answers_show_milliseconds_only_if_there_are_any() -> None:
    assert (iso(1_760_857_200_000), iso(1_760_857_200_120)) == (
        "2025-10-19T07:00:00Z",
        "2025-10-19T07:00:00.120Z",
    )


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_before_the_ends_of_the_calendar_is_some_instant(zone: str) -> None:
    found = parse_range("0001-01-01T12:00:00Z", "9999-12-31T12:00:00Z", parse_zone("UTC"))
    before = found.year_before(parse_zone(zone))
    assert before.start < found.start
    assert before.end < found.end


def test_a_year_before_29_february_is_28_february() -> None:
    found = parse_range("2024-02-29", "2024-02-29", parse_zone("Europe/Berlin"))
    assert found.year_before(parse_zone("Europe/Berlin")) == parse_range(
        "2023-02-28", "2023-02-28", parse_zone("Europe/Berlin")
    )
