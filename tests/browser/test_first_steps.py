"""A website without events says what to do, and shows its figures with the first one."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.conftest import Shop
from dashboard.conftest import figures, settle


def test_first_steps_until_something_is_counted(admin: Page, shop: Shop) -> None:
    admin.goto(shop.page_of())
    steps = admin.get_by_role("region", name="First steps")
    expect(steps.get_by_role("group", name="Tracking code")).to_contain_text(shop.id)
    expect(steps.get_by_role("status")).to_contain_text("Waiting for the first event")
    expect(steps.get_by_role("link", name="Open shop.test")).to_be_visible()
    expect(steps.get_by_text("kokumi demo")).to_be_visible()
    expect(admin.get_by_text("No events came in during this range.")).to_have_count(0)

    shop.happens(1, "/", ago=0)
    expect(steps).to_have_count(0)
    settle(admin)
    expect(admin.get_by_role("definition").first).to_contain_text("1")
    assert figures(admin)["Visitors"] == "1"


def test_an_empty_range_of_a_website_with_events_is_no_first_step(admin: Page, shop: Shop) -> None:
    shop.happens(1, "/")
    admin.goto(shop.page_of("?date=2020-01-01..2020-01-31"))
    expect(admin.get_by_text("No events came in during this range.").first).to_be_visible()
    expect(admin.get_by_role("region", name="First steps")).to_have_count(0)
