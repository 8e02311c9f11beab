"""Filters choose whole visits unless somebody says otherwise, and the page says of whom it speaks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shop
from dashboard.conftest import figures, report_path, row, settle

GOOGLE = "https://google.com/"
FUNNEL = report_path(
    "funnel",
    {
        "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "signup"}],
        "window": 7,
        "windowUnit": "day",
    },
)


@pytest.fixture
def visits(shop: Shop) -> Shop:
    """Two visitors from a search, one of whom goes on and signs up the day after; one visitor without."""
    shop.happens(1, "/", referrer=GOOGLE, ago=1600)
    shop.happens(1, "/pricing", ago=1590)
    shop.happens(1, "/pricing", event="signup", ago=60)
    shop.happens(2, "/", referrer=GOOGLE)
    shop.happens(3, "/")
    return shop


def test_a_click_on_a_source_keeps_whole_visits(admin: Page, visits: Shop) -> None:
    admin.goto(visits.page_of("?date=7d"))
    row(admin, "google.com").click()
    sentence = admin.get_by_role("status").filter(has_text="Showing")
    expect(sentence).to_have_text("Showing visits with a page view from google.com.")
    settle(admin)
    assert figures(admin) | {"Visit duration": ""} == {
        "Visitors": "2",
        "Visits": "2",
        "Views": "3",
        "Bounce rate": "50.0%",
        "Visit duration": "",
    }

    admin.get_by_role("button", name="What filters choose: In this visit").click()
    admin.get_by_role("menuitem", name=re.compile("^Only these events")).click()
    expect(sentence).to_have_text("Showing only page views and events from google.com.")
    expect(admin).to_have_url(re.compile("scope=event"))
    admin.reload()
    settle(admin)
    assert figures(admin)["Bounce rate"] == "100.0%"

    admin.get_by_role("button", name="Remove filter Referrer is google.com").click()
    expect(sentence).to_have_count(0)
    expect(admin).not_to_have_url(re.compile("scope"))


def test_filter_by_this_step_keeps_the_visitors_who_took_it(admin: Page, visits: Shop) -> None:
    admin.goto(visits.page_of(f"{FUNNEL}&date=7d"))
    settle(admin)
    assert figures(admin)["Began"] == "3"
    admin.get_by_role("button", name="Filter by this step").nth(1).click()
    expect(admin.get_by_text("Showing visitors with an event named signup.")).to_be_visible()
    settle(admin)
    assert figures(admin) == {
        "Conversion": "100.0%",
        "Began": "1",
        "Came through": "1",
        "Time to convert": "25h 40m",
    }


def test_a_cohort_of_those_who_did_something_several_times_or_not_at_all(admin: Page, visits: Shop) -> None:
    admin.goto(visits.page_of("/segments"))
    for name, choice, times in (("Often", "did this", "2"), ("Never", "did not do this", "1")):
        admin.get_by_role("button", name="New cohort").click()
        dialog = admin.get_by_role("dialog")
        dialog.get_by_label("Name").fill(name)
        dialog.get_by_role("combobox", name="Visitors who").click()
        admin.get_by_role("option", name=choice, exact=True).click()
        dialog.get_by_label("At least").fill(times)
        dialog.get_by_role("combobox", name="Page or event").fill("/")
        dialog.get_by_role("button", name="Save").click()
        expect(dialog).to_have_count(0)
    expect(admin.get_by_text("viewed page / at least 2 times · the last 30 days")).to_be_visible()
    expect(admin.get_by_text("did not view page / · the last 30 days")).to_be_visible()
    saved = visits.http.get(f"/api/websites/{visits.id}/segments", params={"type": "cohort"}).json()["data"]
    assert [each["parameters"]["action"] for each in saved] == [
        {"type": "path", "value": "/", "atLeast": 2},
        {"type": "path", "value": "/", "negated": True},
    ]
    admin.get_by_role("button", name="Use as filter: Never").click()
    expect(admin.get_by_text("Showing visitors in the cohort Never.")).to_be_visible()


def test_a_segment_says_what_its_conditions_choose(admin: Page, visits: Shop) -> None:
    admin.goto(visits.page_of("/segments"))
    admin.get_by_role("button", name="New segment").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Pricing")
    dialog.get_by_role("combobox", name="Value").fill("/pricing")
    dialog.get_by_role("combobox", name="Value").press("Enter")
    expect(dialog.get_by_role("combobox", name="What filters choose")).to_have_value("In this visit")
    dialog.get_by_role("button", name="Save").click()
    expect(admin.get_by_text("Path is /pricing · in this visit")).to_be_visible()
    saved = visits.http.get(f"/api/websites/{visits.id}/segments", params={"type": "segment"}).json()["data"]
    assert saved[0]["parameters"]["scope"] == "visit"
