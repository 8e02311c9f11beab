"""What the pages of journeys, lifecycle, stickiness, trend and experiment ask, draw and say."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dashboard.conftest import REPORTS, Scheme, Site, figures, findings, opened, report_path, settle

_EXPERIMENT = {"exposure": {"property": "variant"}, "goal": {"type": "event", "value": "purchase"}}


def _variant(name: str, conversions: int, p_value: float | None) -> dict[str, object]:
    return {
        "variant": name,
        "visitors": 1000,
        "conversions": conversions,
        "rate": conversions / 1000,
        "low": conversions / 1250,
        "high": conversions / 800,
        "lift": None if p_value is None else conversions / 60 - 1,
        "pValue": p_value,
    }


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([_variant("A", 60, None), _variant("B", 90, 0.011)], "B converts better than A: 9.0%"),
        ([_variant("A", 60, None), _variant("B", 40, 0.04)], "B converts worse than A: 4.0%"),
        ([_variant("A", 60, None), _variant("B", 70, 0.36)], "The difference between B and A may be chance"),
        ([_variant("A", 60, None), _variant("B", 5, 0.001)], "It is too early to compare the variants."),
        ([_variant("A", 60, None)], "Visitors saw only one variant"),
    ],
)
def test_an_experiment_says_what_it_can_say(
    admin: Page, site: Site, rows: list[dict[str, object]], sentence: str
) -> None:
    admin.route("**/api/reports/experiment", lambda route: route.fulfill(json=rows))
    admin.goto(site.page_of(report_path("experiment", _EXPERIMENT)))
    expect(admin.get_by_text(re.compile(f"^{re.escape(sentence)}"))).to_be_visible()
    expect(admin.get_by_role("region", name="Conversion rate by variant")).to_contain_text("60 of 1,000")


def test_an_experiment_says_what_it_needs(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/experiment"))
    snippet = admin.get_by_text('umami.track("exposure", { experiment: "headline", variant: "B" })')
    expect(snippet).to_be_visible()
    expect(admin.get_by_role("button", name="Run")).to_be_disabled()
    admin.get_by_role("combobox", name="The variant is in").fill("variant")
    admin.get_by_role("combobox", name="Goal", exact=True).fill("purchase")
    admin.get_by_role("button", name="Run").click()
    expect(admin.get_by_text("No event in this range has the property variant.")).to_be_visible()
    expect(snippet).to_be_visible()


def test_lifecycle_leaves_open_who_stays_away_until_a_week_is_over(admin: Page, site: Site) -> None:
    rows = [
        {"t": t, "new": 10, "returning": 4, "resurrecting": 2, "dormant": dormant, "complete": complete}
        for t, dormant, complete in (
            ("2026-10-26T00:00:00Z", 3, True),
            ("2026-11-02T00:00:00Z", 5, True),
            ("2026-11-09T00:00:00Z", 9, False),
        )
    ]
    admin.clock.set_fixed_time("2026-11-11T12:00:00Z")
    admin.route("**/api/reports/lifecycle", lambda route: route.fulfill(json=rows))
    path = report_path("lifecycle", {"unit": "week"}) + "&date=2026-10-26..2026-11-11&tz=UTC"
    admin.goto(site.page_of(path))
    settle(admin)
    assert figures(admin) == {
        "New": "10",
        "Returning": "4",
        "Back after a pause": "2",
        "Stayed away": "5",
        "Growth": "+7",
    }
    expect(admin.get_by_text("The last whole week, from Nov 2, 2026, compared with")).to_be_visible()
    told = re.compile(r"Stayed away: between 3 \(.*\) and 5 \(")
    expect(admin.get_by_role("img", name=told)).to_be_visible()
    admin.goto(site.page_of(path + "&table=lifecycle"))
    last = admin.get_by_role("row").last.get_by_role("cell")
    expect(last).to_have_text(["Nov 9, 2026", "10", "4", "2", "Not over yet"])


def test_stickiness_divides_an_average_day_by_all_visitors(admin: Page, site: Site) -> None:
    rows = [{"periods": n, "visitors": {1: 60, 2: 30, 10: 10}.get(n, 0)} for n in range(1, 11)]
    admin.route("**/api/reports/stickiness", lambda route: route.fulfill(json=rows))
    admin.goto(site.page_of("/stickiness?date=2026-01-01..2026-01-10"))
    settle(admin)
    shown = figures(admin)
    # 60 + 2 * 30 + 10 * 10 = 220 active visitors on 10 days, of 100
    assert (shown["Visitors per day"], shown["Stickiness"], shown["All visitors"]) == ("22", "22.0%", "100")
    assert shown["Came on another day"] == "40.0%"
    expect(admin.get_by_role("img", name=re.compile("On 1 day: 60, On 2 days: 30"))).to_be_visible()


def test_a_trend_follows_several_lines_and_splits_them(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/trend?table=trend"))
    settle(admin)
    admin.get_by_role("button", name="Add line").click()
    line = admin.get_by_role("group", name="Line 2")
    line.get_by_role("combobox", name="Line 2", exact=True).fill("/products")
    line.get_by_role("combobox", name="Line 2: Measured by").click()
    admin.get_by_role("option", name="Times it happened").click()
    admin.get_by_role("button", name="Run").click()
    heads = admin.get_by_role("columnheader")
    expect(heads).to_have_text(["When", "Visitors", "/products · Times it happened"])
    admin.get_by_role("combobox", name="Split by").click()
    admin.get_by_role("option", name="Device").click()
    with admin.expect_response("**/api/reports/trend") as answered:
        admin.get_by_role("button", name="Run").click()
    names = [group["name"] for group in answered.value.json()["groups"]]
    expect(heads).to_have_text(["When", *(name.capitalize() for name in names)])
    admin.get_by_role("radiogroup", name="Line to split").get_by_text("/products").click()
    expect(admin).to_have_url(re.compile("series=1"))


def test_a_trend_keeps_the_conditions_that_a_program_wrote(admin: Page, site: Site) -> None:
    filters = [{"property": "plan", "operator": "eq", "value": "club"}]
    series = [{"type": "event", "value": "signup", "measure": "events", "filters": filters}]
    asked: list[object] = []

    def answer(route: Route) -> None:
        asked.append((route.request.post_data_json or {})["parameters"]["series"])
        route.continue_()

    admin.route("**/api/reports/trend", answer)
    admin.goto(site.page_of(report_path("trend", {"series": series})))
    settle(admin)
    expect(admin.get_by_text("with 1 condition")).to_be_visible()
    assert asked[0] == series


_FLOW = {
    "rows": [{"items": ["/", "/sale", "signup"], "count": 30}, {"items": ["/"], "count": 60}],
    "flow": {
        "total": 100,
        "steps": [
            {"step": 1, "nodes": [{"item": "/", "visits": 100, "ends": 60}]},
            {
                "step": 2,
                "nodes": [
                    {"item": "/sale", "visits": 30, "ends": 0},
                    {"item": None, "visits": 10, "ends": 10},
                ],
            },
            {"step": 3, "nodes": [{"item": "signup", "visits": 30, "ends": 30}]},
        ],
        "links": [
            {"step": 1, "from": "/", "to": "/sale", "visits": 30},
            {"step": 1, "from": "/", "to": None, "visits": 10},
            {"step": 2, "from": "/sale", "to": "signup", "visits": 30},
        ],
    },
}


def test_journeys_show_who_leaves_and_say_what_they_leave_out(admin: Page, site: Site) -> None:
    admin.route("**/api/reports/journey", lambda route: route.fulfill(json=_FLOW))
    path = report_path("journey", {"steps": 3, "collapse": True, "nodes": 1})
    admin.goto(site.page_of(path))
    settle(admin)
    assert figures(admin) == {"Journeys": "100", "Left at once": "60.0%", "Reached step 3": "30.0%"}
    told = "100 journeys. Step 1: / 100 (100%); Left 60 (60%). Step 2: /sale 30 (30%), Others 10 (10%); Left"
    expect(admin.get_by_role("img", name=told)).to_be_visible()
    expect(admin.get_by_text("Others are all beyond the 1 most frequent")).to_contain_text("10 at step 2.")
    expect(admin.get_by_text("What came after step 3 is not shown.")).to_be_visible()
    admin.goto(site.page_of(path + "&table=flow"))
    table = admin.get_by_role("group", name="How visits go on").get_by_role("row")
    expect(table.nth(2).get_by_role("cell")).to_have_text(["Step 1", "/", "/sale", "30", "30.0%", "30.0%"])
    expect(table.nth(4).get_by_role("cell")).to_have_text(["Step 1", "/", "Left", "60", "60.0%", "60.0%"])


def test_journeys_are_asked_for_from_anywhere_and_backwards(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/journey"))
    settle(admin)
    shown = admin.get_by_role("combobox", name="Show", exact=True)
    shown.click()
    admin.get_by_role("option", name="What leads to").click()
    expect(admin.get_by_role("button", name="Run")).to_be_disabled()
    admin.get_by_role("combobox", name="Page or event").fill("signup")
    admin.get_by_role("button", name="More options").click()
    admin.get_by_role("button", name="Add group").click()
    admin.get_by_label("Pattern 1").fill("/products/*")
    admin.get_by_label("Name of group 1").fill("A product")
    admin.get_by_role("combobox", name="Leave out").fill("search")
    admin.get_by_role("combobox", name="Leave out").press("Enter")
    with admin.expect_request("**/api/reports/journey") as asked:
        admin.get_by_role("button", name="Run").click()
    sent = (asked.value.post_data_json or {})["parameters"]
    assert {name: sent[name] for name in ("direction", "endStep", "flow", "groups", "exclude")} == {
        "direction": "backward",
        "endStep": "signup",
        "flow": True,
        "groups": [{"pattern": "/products/*", "name": "A product"}],
        "exclude": [{"type": "event", "value": "search"}],
    }
    expect(admin.get_by_role("heading", name="What leads there")).to_be_visible()


_CELLS: dict[str, tuple[dict[str, object], str]] = {
    "journey": ({"step": 1, "item": "/"}, "Visitors with / at step 1"),
    "stickiness": ({"periods": 1}, "Visitors who came in 1 week"),
    "trend": ({"series": 0}, "Behind /products · Visitors"),
    "experiment": ({"variant": "club", "of": "visitors"}, "Visitors who saw club"),
}
"""Of some reports, a cell and what its list of visitors is called."""


@pytest.mark.parametrize("kind", list(_CELLS))
def test_their_numbers_open(admin: Page, site: Site, kind: str) -> None:
    cell, title = _CELLS[kind]
    admin.goto(site.page_of(f"{report_path(kind, REPORTS[kind])}&cell={quote(json.dumps(cell))}"))
    expect(admin.get_by_role("dialog", name=title).get_by_role("link").first).to_be_visible()


def test_a_figure_of_the_lifecycle_opens(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(report_path("lifecycle", REPORTS["lifecycle"])))
    settle(admin)
    count = figures(admin)["New"]
    admin.get_by_role("button", name=count, exact=True).first.click()
    drawer = admin.get_by_role("dialog", name=re.compile("^New visitors, week of"))
    expect(drawer.get_by_text(f"{count} visitors")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["journey", "trend", "experiment"])
def test_their_options_are_usable_by_all(browser: Browser, site: Site, kind: str, scheme: Scheme) -> None:
    with opened(browser, site.token, scheme=scheme) as page:
        page.goto(site.page_of(report_path(kind, REPORTS[kind])))
        settle(page)
        page.get_by_role("button", name="More options").click()
        page.get_by_role("combobox", name="Count", exact=True).click()
        expect(page.get_by_role("option", name="Persons, by distinct id")).to_be_visible()
        assert findings(page) == []
