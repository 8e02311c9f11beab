"""A server that goes away is told of once, and the page goes on by itself when it is back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from browser.conftest import Shop
from dashboard.conftest import settle


def test_one_banner_and_it_recovers_by_itself(admin: Page, shop: Shop) -> None:
    shop.happens(1, "/")
    admin.goto(shop.page_of("?date=7d"))
    settle(admin)

    def refuse(route: Route) -> None:
        route.abort("connectionrefused")

    admin.route("**/*", refuse)
    admin.get_by_role("button", name="Earlier range").click()
    alert = admin.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text("The server cannot be reached.")
    expect(admin.get_by_text(re.compile("^[^0-9]+ online now$"))).to_be_visible()

    # A page that was not loaded yet keeps the shell, and comes when the server is back.
    admin.get_by_role("link", name="Breakdown").click()
    expect(admin.get_by_role("navigation", name="Main").first).to_be_visible()
    expect(alert).to_have_count(1)
    admin.go_back()
    admin.go_back()
    admin.get_by_role("link", name="Retention").click()

    admin.unroute("**/*", refuse)
    expect(alert).to_have_count(0)
    expect(admin.get_by_role("heading", name="Retention", level=1)).to_be_visible()
    admin.get_by_role("link", name="Overview").click()
    settle(admin)
    expect(admin.get_by_role("definition").first).to_contain_text("1")
