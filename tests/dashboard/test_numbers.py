"""Numbers open: who is behind them, page by page, and how to filter by them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.conftest import REPORTS, Scheme, Site, findings, opened, report_path, settle

_OPENED: dict[str, tuple[dict[str, Any], str]] = {
    "goal": ({"of": "num"}, "Visitors who reached signup"),
    "funnel": ({"step": 2, "outcome": "dropped"}, "Visitors who left before step 2, signup"),
    "breakdown": (
        {"values": {"browser": "chrome", "country": "US"}},
        "Visitors with browser Chrome, country United States",
    ),
    "utm": ({"list": "utm_source", "name": "google"}, "Visitors with utm source google"),
    "attribution": (
        {"list": "utm_source", "name": "google"},
        "Visitors whose conversion is credited to google",
    ),
    "revenue": ({"list": "country", "name": "US"}, "Buyers from United States"),
}
"""Of some reports, a cell and what its list of visitors is called."""


def _opened(kind: str, cell: object) -> str:
    """Return the path of a report with one of its numbers open."""
    return f"{report_path(kind, REPORTS[kind])}&cell={quote(json.dumps(cell))}"


@pytest.mark.parametrize("kind", list(_OPENED))
def test_the_address_opens_a_number(admin: Page, site: Site, kind: str) -> None:
    cell, title = _OPENED[kind]
    with admin.expect_response(lambda response: response.url.endswith("/sessions")) as answered:
        admin.goto(site.page_of(_opened(kind, cell)))
    assert answered.value.request.post_data_json["cell"] == cell
    count = answered.value.json()["count"]
    drawer = admin.get_by_role("dialog", name=title)
    expect(drawer.get_by_text(f"{count:,} visitors")).to_be_visible()
    expect(drawer.get_by_role("link")).to_have_count(min(20, count))


def test_a_number_opens_who_is_behind_it(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(report_path("funnel", REPORTS["funnel"])))
    left = admin.get_by_role("button", name="left (")
    number = left.inner_text().split()[0]
    left.click()
    drawer = admin.get_by_role("dialog", name="Visitors who left before step 2, signup")
    expect(drawer.get_by_text(f"{number} visitors")).to_be_visible()
    drawer.get_by_role("button", name="Next page").click()
    expect(drawer.get_by_text("Page 2 of")).to_be_visible()
    expect(drawer.locator("[aria-busy=true]")).to_have_count(0)
    visitor = drawer.get_by_role("link").first
    address = httpx.URL(str(visitor.get_attribute("href"))).path
    visitor.click()
    expect(admin.get_by_role("heading", name="Visitor", level=1)).to_be_visible()
    assert httpx.URL(admin.url).path == address
    admin.go_back()
    expect(drawer.get_by_text("Page 2 of")).to_be_visible()
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    assert set(httpx.URL(admin.url).params) == {"params"}


def test_the_visitors_of_a_number_become_a_filter_where_one_says_it(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(_opened("funnel", {"step": 2, "outcome": "reached"})))
    filtering = admin.get_by_role("button", name="Filter by these")
    expect(admin.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    expect(filtering).to_have_count(0)
    admin.goto(site.page_of(_opened("goal", {"of": "num"})))
    filtering.click()
    expect(admin.get_by_role("dialog")).to_have_count(0)
    expect(admin.get_by_role("button", name="Event is signup", exact=True)).to_be_visible()
    assert dict(httpx.URL(admin.url).params)["scope"] == "session"


def test_a_cell_of_the_retention_grid_opens(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(report_path("retention", {}) + "&table=retention"))
    settle(admin)
    number = admin.get_by_role("row").nth(1).get_by_title("Show the visitors behind this number").last
    text = number.inner_text()
    number.click()
    expect(admin.get_by_role("dialog").get_by_text(f"{text} visitor")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_number_is_usable_by_all(browser: Browser, site: Site, scheme: Scheme) -> None:
    with opened(browser, site.token, scheme=scheme, width=390) as page:
        page.goto(site.page_of(_opened("goal", {"of": "num"})))
        expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
        assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_funnel_splits_and_its_options_are_usable_by_all(
    browser: Browser, site: Site, scheme: Scheme
) -> None:
    split = {**REPORTS["funnel"], "breakdown": {"field": "device"}, "limit": 8}
    with opened(browser, site.token, scheme=scheme) as page:
        page.goto(site.page_of(report_path("funnel", split)))
        settle(page)
        groups = page.get_by_role("region", name="By device")
        expect(groups.get_by_text("converts best")).to_be_visible()
        number = groups.get_by_title("Show the visitors behind this number").first
        count = number.inner_text()
        number.click()
        expect(page.get_by_role("dialog").get_by_text(f"{count} visitors")).to_be_visible()
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
        page.get_by_role("button", name="More options").click()
        page.get_by_role("button", name="Add exclusion").click()
        expect(page.get_by_role("combobox", name="Exclusion 1")).to_be_visible()
        assert findings(page) == []
