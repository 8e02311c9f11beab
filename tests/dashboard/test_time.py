"""What pages say about time: unfinished ranges, changes of the clocks, what charts tell in words."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.sync_api import Page, Request, expect

from dashboard.conftest import Site, settle

_BERLIN = ZoneInfo("Europe/Berlin")


def _instants(request: Request) -> tuple[str, str]:
    """Return the range that a request asks about, as the clocks of Berlin show it."""
    query = httpx.URL(request.url).params
    first, last = (
        datetime.fromtimestamp(int(query[name]) / 1000, _BERLIN).strftime("%d %b %H:%M")
        for name in ("startAt", "endAt")
    )
    return first, last


def _asked(page: Page, topic: str, address: str) -> list[tuple[str, str]]:
    """Open a page, and return the ranges that it asks a topic about."""
    found: list[tuple[str, str]] = []
    page.on(
        "request",
        lambda request: found.append(_instants(request)) if f"/{topic}?" in request.url else None,
    )
    page.goto(address)
    settle(page)
    return found


@pytest.mark.parametrize(
    ("now", "date", "whole", "part"),
    [
        pytest.param(
            "2026-11-24T18:30:20+01:00",
            "today",
            ("24 Nov 00:00", "24 Nov 23:59"),
            ("23 Nov 00:00", "23 Nov 18:30"),
            id="today",
        ),
        pytest.param(
            "2026-11-24T18:30:20+01:00",
            "this-month",
            ("01 Nov 00:00", "30 Nov 23:59"),
            ("01 Oct 00:00", "24 Oct 18:30"),
            id="this month",
        ),
        pytest.param(
            "2026-10-26T18:30:20+01:00",
            "today",
            ("26 Oct 00:00", "26 Oct 23:59"),
            ("25 Oct 00:00", "25 Oct 18:30"),
            id="after a day of 25 hours",
        ),
    ],
)
def test_an_unfinished_range_is_compared_with_the_same_part_of_the_one_before(
    admin: Page, site: Site, now: str, date: str, whole: tuple[str, str], part: tuple[str, str]
) -> None:
    admin.clock.set_fixed_time(now)
    asked = _asked(admin, "stats", site.page_of(f"?date={date}"))
    expect(admin.get_by_text(re.compile("compared with the same part of the one before"))).to_be_visible()
    assert asked == [whole, part]


def test_changes_say_from_what_and_no_change_is_neither_good_nor_bad(admin: Page, site: Site) -> None:
    figures = {"pageviews": 20, "visitors": 10, "visits": 10, "bounces": 5, "totaltime": 60}

    def answer(request: Request) -> dict[str, int]:
        is_before = httpx.URL(request.url).params["endAt"] < running[0]
        return {**figures, "visitors": 8 if is_before else 10}

    running = ["0"]
    with admin.expect_request("**/stats?*") as first:
        admin.goto(site.page_of("?date=yesterday"))
    running[0] = httpx.URL(first.value.url).params["startAt"]
    admin.route("**/stats?*", lambda route: route.fulfill(json=answer(route.request)))
    admin.reload()
    visitors, visits = (admin.get_by_role("definition").nth(at).locator(".change") for at in (0, 1))
    expect(visitors).to_have_text("+25% from 8")
    expect(visitors).to_have_attribute("data-good", "true")
    expect(visits).to_have_text("0% from 10")
    expect(visits).not_to_have_attribute("data-good", re.compile("."))


def test_local_days_stand_beside_local_days_when_the_clocks_change(admin: Page, site: Site) -> None:
    admin.goto(
        site.page_of("?date=2026-10-29..2026-11-04&compare=prev&tz=America/St_Johns&unit=day&table=traffic")
    )
    settle(admin)
    table = admin.get_by_role("group", name="Traffic over time").get_by_role("row")
    expect(admin.get_by_role("columnheader", name="Visitors, before")).to_be_visible()
    days = [row.get_by_role("cell").all_inner_texts() for row in table.all()[1:]]
    assert [(cells[0], cells[3]) for cells in days] == [
        ("Oct 29, 2026", "Oct 22, 2026"),
        ("Oct 30, 2026", "Oct 23, 2026"),
        ("Oct 31, 2026", "Oct 24, 2026"),
        ("Nov 1, 2026", "Oct 25, 2026"),
        ("Nov 2, 2026", "Oct 26, 2026"),
        ("Nov 3, 2026", "Oct 27, 2026"),
        ("Nov 4, 2026", "Oct 28, 2026"),
    ]


def test_what_has_not_come_is_left_out_and_what_is_not_over_is_told_apart(admin: Page, site: Site) -> None:
    admin.clock.set_fixed_time("2026-11-10T12:00:00+01:00")
    admin.goto(site.page_of("?date=this-month&table=traffic"))
    settle(admin)
    expect(admin.get_by_role("group", name="Traffic over time").get_by_role("row")).to_have_count(11)
    admin.goto(site.page_of("?date=this-month"))
    settle(admin)
    expect(admin.get_by_text("Dashed: not over yet.")).to_be_visible()
    expect(
        admin.get_by_role("img", name=re.compile(r"^Traffic over time\. Visitors.*Visitors so far, Nov 10:"))
    ).to_be_visible()


def test_retention_counts_by_week_and_tells_its_averages(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/retention?date=90d"))
    settle(admin)
    by_day = re.compile(r"^Retention of [\d,]+ visitors.*: Day 1 \d+\.\d%, Day 2")
    expect(admin.get_by_role("img", name=by_day)).to_be_visible()
    expect(admin.get_by_text("Dashed cells are not over yet")).to_be_visible()
    admin.get_by_role("radiogroup", name="Count by").get_by_text("Weeks").click()
    expect(admin).to_have_url(site.page_of("/retention?date=90d&params=%7B%22unit%22%3A%22week%22%7D"))
    expect(admin.get_by_role("img", name=re.compile(r"came again: Week 1 \d+\.\d%, Week 2"))).to_be_visible()


def test_events_beyond_the_largest_are_added_up(admin: Page, site: Site) -> None:
    rows = [{"x": f"event-{n}", "t": "2026-11-01T00:00:00Z", "y": 20 - n} for n in range(12)]
    admin.route("**/events/series?*", lambda route: route.fulfill(json=rows))
    admin.goto(site.page_of("/events?date=2026-10-31..2026-11-02&tz=UTC&unit=day"))
    settle(admin)
    # 12 + 11 + 10 + 9 of the four smallest
    expect(admin.get_by_role("img", name=re.compile(r"Other: between 0 \(.*\) and 42 \("))).to_be_visible()


def test_the_week_is_told_per_day(admin: Page, site: Site) -> None:
    week = [[0] * 24 for _ in range(7)]
    week[1][9], week[3][9] = 10, 8  # five Mondays, four Wednesdays
    admin.route("**/sessions/weekly?*", lambda route: route.fulfill(json=week))
    admin.goto(site.page_of("/sessions?date=2026-11-02..2026-11-30&tz=UTC&table=weekly"))
    admin.clock.set_fixed_time("2026-12-24T12:00:00Z")
    admin.reload()
    settle(admin)
    row = admin.get_by_role("group", name="When visitors come").get_by_role("row", name=re.compile("^09:00"))
    assert row.get_by_role("cell").all_inner_texts() == ["09:00", "2", "0", "2", "0", "0", "0", "0"]
