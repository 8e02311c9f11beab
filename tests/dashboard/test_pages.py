"""What people do on the pages of a website: figures as the API gives them, filters, addresses, states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.conftest import REPORTS, Site, figures, report_path, row, settle


def test_overview_shows_what_the_api_says(admin: Page, site: Site) -> None:
    with admin.expect_response(lambda response: "/stats?" in response.url) as answered:
        admin.goto(site.page_of("?date=7d"))
    query = httpx.URL(answered.value.url).params
    stats = site.http.get(f"/api/websites/{site.website_id}/stats", params=query).json()
    minutes, seconds = divmod(round(stats["totaltime"] / stats["visits"]), 60)
    expected = {
        "Visitors": f"{stats['visitors']:,}",
        "Visits": f"{stats['visits']:,}",
        "Views": f"{stats['pageviews']:,}",
        "Bounce rate": f"{stats['bounces'] / stats['visits']:.1%}",
        "Visit duration": f"{minutes}m {seconds}s",
    }
    expect(admin.get_by_role("term")).to_have_count(len(expected))
    assert figures(admin) == expected
    explained = {text.splitlines()[-1] for text in admin.get_by_role("definition").all_inner_texts()}
    assert len(explained - set(expected.values())) == len(expected), "each figure says how it is counted"


_SHOWN: dict[str, Callable[[Any], list[str]]] = {
    "goal": lambda answer: [f"{answer['num'] / answer['total']:.1%}", f"{answer['num']:,}"],
    "funnel": lambda steps: [f"{steps[-1]['remaining']:.1%}", *(f"{step['visitors']:,}" for step in steps)],
    "journey": lambda answer: [f"{answer['flow']['total']:,}", answer["rows"][0]["items"][0]],
    "retention": lambda rows: [f"{rows[0]['visitors']:,}"],
    "breakdown": lambda rows: [f"{rows[0]['visitors']:,}", f"{rows[0]['views']:,}"],
    "attribution": lambda answer: [f"{answer['total']['visitors']:,}", answer["referrer"][0]["name"]],
    "revenue": lambda answer: [f"${answer['total']['sum']:,.2f}", f"{answer['total']['count']:,}"],
    "lifecycle": lambda rows: [f"{[row for row in rows if row['complete']][-1]['returning']:,}"],
    "stickiness": lambda rows: [f"{sum(row['visitors'] for row in rows):,}"],
    "trend": lambda answer: [f"{answer['totals'][0]:,}", f"${answer['totals'][1]:,.2f}"],
    "experiment": lambda rows: [f"{rows[0]['rate']:.1%}", f"{rows[-1]['visitors']:,}"],
    "utm": lambda answer: [answer["utm_source"][0]["utm"], f"{answer['utm_source'][0]['views']:,}"],
}
_PANELS = {"journey": "flow", "retention": "retention", "experiment": "experiment"}
"""Of reports that show nothing but a chart, the panel: its table has the figures as text."""


@pytest.mark.parametrize("kind", list(REPORTS))
def test_report_shows_what_the_api_says(admin: Page, site: Site, kind: str) -> None:
    path = f"/api/reports/{kind}"
    with admin.expect_response(lambda response: httpx.URL(response.url).path == path) as answered:
        admin.goto(site.page_of(report_path(kind, REPORTS[kind]) + f"&table={_PANELS.get(kind, '')}"))
    asked = answered.value.request.post_data_json
    answer = site.http.post(path, json=asked).json()
    settle(admin)
    for text in _SHOWN[kind](answer):
        expect(admin.locator("main").get_by_text(text, exact=True).filter(visible=True)).not_to_have_count(0)


def test_a_click_on_a_row_filters_and_a_deep_link_restores_it(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("?show=channel"))
    row(admin, "/products").click()
    chip = admin.get_by_role("button", name="Path is /products", exact=True)
    expect(chip).to_be_visible()
    expect(admin).to_have_url(site.page_of("?show=channel&path=eq.%2Fproducts"))
    admin.reload()
    expect(chip).to_be_visible()
    admin.get_by_role("link", name="Sessions", exact=True).click()
    expect(admin.get_by_role("heading", name="Sessions", level=1)).to_be_visible()
    expect(chip).to_be_visible()
    admin.get_by_role("button", name="Remove filter Path is /products").click()
    expect(chip).to_have_count(0)


def test_steps_and_nodes_become_filters(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(report_path("funnel", REPORTS["funnel"])))
    admin.get_by_role("button", name="Filter by this step").nth(1).click()
    expect(admin.get_by_role("button", name="Event is signup", exact=True)).to_be_visible()
    admin.goto(site.page_of(report_path("journey", REPORTS["journey"])))
    settle(admin)
    ways = admin.get_by_role("region", name="Most frequent ways")
    ways.get_by_title("Filter by /", exact=True).first.click()
    expect(admin.get_by_role("button", name="Path is /", exact=True)).to_be_visible()


def test_the_address_holds_what_shapes_a_page(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(""))
    settle(admin)
    admin.get_by_role("button", name="Date range").click()
    admin.get_by_role("combobox", name="Compare with").click()
    admin.get_by_role("option", name="The year before").click()
    admin.get_by_role("button", name="Last 7 days").click()
    expect(admin.get_by_role("button", name="Date range: Last 7 days")).to_be_visible()
    world = admin.get_by_role("radiogroup", name="Show as: World map")
    world.get_by_role("radio", name="Table").press(" ")
    admin.get_by_role("tab", name="City").click()
    admin.get_by_title("Sort by Country").click()
    expect(admin).to_have_url(
        site.page_of("?date=7d&compare=yoy&table=world&show=city&sort=world.0.asc"),
    )
    admin.reload()
    settle(admin)
    expect(admin.get_by_role("columnheader", name="Country")).to_have_attribute("aria-sort", "ascending")
    expect(admin.get_by_role("tab", name="City")).to_have_attribute("aria-selected", "true")
    expect(admin.get_by_role("button", name="Date range: Last 7 days")).to_be_visible()


def test_clicks_that_come_before_the_page_is_drawn_again_all_count(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(""))
    settle(admin)
    table = admin.get_by_role("radiogroup", name="Show as: World map").get_by_role("radio", name="Table")
    clicked = [admin.get_by_role("tab", name="City"), table, admin.get_by_role("tab", name="Exit page")]
    admin.evaluate(
        "clicked => { for (const each of clicked) each.click(); }",
        [each.element_handle() for each in clicked],
    )
    expect(admin).to_have_url(site.page_of("?show=city%2Cexit&table=world"))


def test_pickers_know_the_sites_values(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(""))
    admin.get_by_role("button", name="Filter", exact=True).click()
    form = admin.get_by_role("dialog")
    form.get_by_role("combobox", name="Value").fill("check")
    admin.get_by_role("option", name="/checkout/payment").click()
    form.get_by_role("button", name="Apply").click()
    expect(admin.get_by_role("button", name="Path is /checkout/payment", exact=True)).to_be_visible()


def test_nothing_says_so_and_what_to_do(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("?path=eq.%2Fnowhere"))
    expect(admin.get_by_text("No events pass the filters in this range.").first).to_be_visible()
    admin.goto(site.page_of("/revenue?date=2001-01-01..2001-01-02&params=%7B%22currency%22%3A%22USD%22%7D"))
    expect(admin.get_by_text("No purchases in this range. Here is how to send one:")).to_be_visible()
    expect(admin.get_by_text('umami.track("purchase"')).to_be_visible()


def test_a_slow_question_shows_a_clock_and_can_be_cancelled(admin: Page, site: Site) -> None:
    held: list[Route] = []
    admin.route("**/api/reports/goal", lambda route: held.append(route))  # noqa: PLW0108 - Playwright looks at it
    admin.goto(site.page_of(report_path("goal", REPORTS["goal"])))
    expect(admin.get_by_text("Still counting").first).to_be_visible()
    admin.get_by_role("button", name="Cancel").first.click()
    expect(admin.get_by_text("Cancelled.").first).to_be_visible()
    admin.unroute("**/api/reports/goal")
    admin.get_by_role("button", name="Try again").first.click()
    expect(admin.get_by_role("definition").first).to_contain_text("%")


def test_a_lost_connection_says_what_to_do(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/utm"))
    settle(admin)
    admin.context.set_offline(True)
    admin.get_by_role("button", name="Earlier range").click()
    expect(admin.get_by_role("alert").first).to_contain_text("The server cannot be reached.")
    admin.context.set_offline(False)
    expect(admin.get_by_role("button", name="google", exact=True)).to_be_visible()
