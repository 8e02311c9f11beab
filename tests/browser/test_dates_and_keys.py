"""Dates can be picked on a phone, a keyboard keeps its place, and nothing moves that should not."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import Shop
from dashboard.conftest import opened, report_path, settle

PHONE = 390
FUNNEL = {
    "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "signup"}],
    "window": 7,
    "windowUnit": "day",
}


def test_the_date_picker_fits_a_phone(browser: Browser, shop: Shop) -> None:
    with opened(browser, shop.token, width=PHONE) as page:
        page.goto(shop.page_of("/sessions?date=7d"))
        page.get_by_role("button", name="Date range: Last 7 days").click()
        picker = page.get_by_role("dialog")
        expect(picker.get_by_role("button", name="Earlier month")).to_be_visible()
        expect(picker.get_by_role("button", name="Later month")).to_be_visible()
        box = picker.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
        picker.get_by_role("button", name="This week").click()
        expect(page).to_have_url(re.compile("date=this-week"))


def test_earlier_and_later_move_by_the_shown_period(admin: Page, shop: Shop) -> None:
    admin.goto(shop.page_of("/sessions?date=this-month"))
    admin.get_by_role("button", name="Earlier range").click()
    expect(admin.get_by_role("button", name="Date range: Last month")).to_be_visible()
    admin.get_by_role("button", name="Later range").click()
    expect(admin.get_by_role("button", name="Date range: This month")).to_be_visible()


def test_focus_stays_on_run(admin: Page, shop: Shop) -> None:
    shop.happens(1, "/")
    admin.goto(shop.page_of(report_path("funnel", FUNNEL)))
    settle(admin)
    admin.get_by_role("textbox", name="Time between steps").fill("3")
    run = admin.get_by_role("button", name="Run")
    run.focus()
    admin.keyboard.press("Enter")
    expect(admin).to_have_url(re.compile("window%22%3A3"))
    expect(admin.get_by_role("status").filter(has_text="The report is ready.")).to_have_count(1)
    expect(run).to_be_focused()


def test_skeletons_are_still_where_motion_is_reduced(admin: Page, shop: Shop) -> None:
    waiting: list[Route] = []
    admin.emulate_media(reduced_motion="reduce")

    def hold(route: Route) -> None:
        waiting.append(route)

    admin.route("**/stats?*", hold)
    admin.goto(shop.page_of())
    skeleton = admin.get_by_role("group", name="Loading").first.locator(".mantine-Skeleton-root")
    expect(skeleton).to_be_visible()
    times = skeleton.evaluate("node => getComputedStyle(node, '::after').animationIterationCount")
    assert times == "1"
    for route in waiting:
        route.abort()
