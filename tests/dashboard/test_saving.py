"""Reports are built, saved, opened again, changed, deleted and shared; segments and cohorts likewise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, Response, expect

from dashboard.conftest import CHANGING, REPORTS, Site, figures, report_path, row, settle

_SAVED = re.compile(r"/api/reports/[0-9a-f-]{36}$")


def _is_change(answer: Response) -> bool:
    """Whether a saved report was changed by this."""
    return answer.request.method == "POST" and _SAVED.search(answer.url) is not None


@pytest.mark.parametrize("kind", list(REPORTS))
def test_save_reopen_change_delete(admin: Page, site: Site, kind: str) -> None:
    name = f"Report {uuid4().hex[:8]}"
    admin.goto(site.page_of(report_path(kind, REPORTS[kind])))
    admin.get_by_role("button", name="Save report").click()
    admin.get_by_label("Name", exact=True).fill(name)
    admin.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(admin.get_by_role("heading", name=name, level=1)).to_be_visible()

    admin.goto(site.page_of("/saved"))
    admin.get_by_role("link", name=name).click()
    expect(admin.get_by_role("heading", name=name, level=1)).to_be_visible()
    with admin.expect_response(_is_change):
        admin.get_by_role("button", name="Save changes").click()
    expect(admin.get_by_text("The report is saved.").first).to_be_visible()
    kept = site.http.get("/api/reports", params={"websiteId": site.website_id, "type": kind}).json()["data"]
    assert [report["parameters"] for report in kept if report["name"] == name] == [REPORTS[kind]]

    admin.get_by_role("button", name=f"Delete the report {name}?").click()
    admin.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(admin.get_by_text("The report is deleted.").first).to_be_visible()
    left = site.http.get("/api/reports", params={"websiteId": site.website_id, "type": kind}).json()["data"]
    assert [report for report in left if report["name"] == name] == []


def test_a_change_of_a_saved_report_is_kept(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/goal"))
    goal = admin.get_by_role("combobox", name="What counts", exact=True)
    goal.fill("/pricing")
    goal.press("Enter")
    admin.get_by_role("button", name="Save report").click()
    admin.get_by_label("Name", exact=True).fill("Pricing seen")
    admin.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(admin.get_by_role("heading", name="Pricing seen", level=1)).to_be_visible()
    goal.fill("/sale")
    goal.press("Enter")
    expect(admin.get_by_role("heading", name="/sale", level=2)).to_be_visible()
    # Its word that the report is saved may still be that of the first time.
    with admin.expect_response(_is_change):
        admin.get_by_role("button", name="Save changes").click()
    (kept,) = (
        report
        for report in site.http.get("/api/reports", params={"websiteId": site.website_id}).json()["data"]
        if report["name"] == "Pricing seen"
    )
    site.http.delete(f"/api/reports/{kept['id']}")
    assert kept["parameters"] == {"type": "path", "value": "/sale"}


@pytest.fixture
def slug(site: Site) -> Iterator[str]:
    """Share the website by a public link."""
    made = uuid4().hex
    path = f"/api/websites/{site.website_id}"
    assert site.http.post(path, json={"shareId": made}).status_code == 200
    yield made
    site.http.post(path, json={"shareId": None})


def test_every_report_is_shared_read_only(page: Page, site: Site, slug: str) -> None:
    changing = page.get_by_role("button", name=CHANGING)
    for kind, parameters in REPORTS.items():
        page.goto(f"{site.address}/share/{slug}{report_path(kind, parameters)}")
        settle(page)
        expect(page.get_by_role("region").first).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(changing).to_have_count(0)
    expect(page.get_by_role("navigation").get_by_role("link", name="Settings")).to_have_count(0)


def test_the_link_to_share_opens_what_is_shown(admin: Page, page: Page, site: Site, slug: str) -> None:
    admin.goto(site.page_of(report_path("goal", REPORTS["goal"]) + "&date=7d"))
    settle(admin)
    shown = figures(admin)
    admin.get_by_role("button", name="Share this report").click()
    dialog = admin.get_by_role("dialog")
    link = dialog.get_by_role("group").filter(has_text=slug).inner_text()
    page.goto(link)
    settle(page)
    assert figures(page) == shown


def test_a_segment_is_made_used_and_deleted(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/segments"))
    admin.get_by_role("button", name="New segment").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("Name").fill("On the sale page")
    dialog.get_by_role("combobox", name="Value").fill("/sale")
    dialog.get_by_role("combobox", name="Value").press("Enter")
    dialog.get_by_role("button", name="Save").click()
    expect(admin.get_by_text("Path is /sale")).to_be_visible()

    admin.get_by_role("button", name="Use as filter: On the sale page").click()
    expect(admin.get_by_text("Segment: On the sale page")).to_be_visible()
    settle(admin)
    expect(row(admin, "/sale")).to_be_visible()
    expect(row(admin, "/products")).to_have_count(0)

    admin.goto(site.page_of("/segments"))
    admin.get_by_role("button", name="Delete On the sale page?").click()
    admin.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(admin.get_by_text("No segments yet.")).to_be_visible()


def test_a_cohort_is_made_and_used(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/segments"))
    admin.get_by_role("button", name="New cohort").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Buyers")
    dialog.get_by_role("radio", name="Event").press(" ")
    dialog.get_by_role("combobox", name="Page or event", exact=True).fill("purchase")
    dialog.get_by_role("button", name="Save").click()
    expect(admin.get_by_role("dialog")).to_have_count(0)
    (cohort,) = site.http.get(f"/api/websites/{site.website_id}/segments", params={"type": "cohort"}).json()[
        "data"
    ]
    assert (cohort["name"], cohort["parameters"]) == (
        "Buyers",
        {
            "filters": [],
            "match": "all",
            "action": {"type": "event", "value": "purchase"},
            "dateRange": "30day",
        },
    )
    with admin.expect_response("**/api/reports/goal") as answered:
        admin.goto(site.page_of(report_path("goal", REPORTS["goal"]) + f"&cohort={cohort['id']}"))
    asked = answered.value.request.post_data_json
    assert asked is not None
    assert asked["filters"] == {"cohort": cohort["id"]}
    goal = site.http.post("/api/reports/goal", json=asked).json()
    expect(admin.get_by_role("definition").nth(1)).to_contain_text(f"{goal['num']:,}")
    site.http.delete(f"/api/websites/{site.website_id}/segments/{cohort['id']}")
