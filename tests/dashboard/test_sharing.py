"""Share links: made and changed in the settings and on a report, opened by people without an account."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from dashboard.conftest import PASSWORD, REPORTS, Site, figures, report_path, settle

_LINK_PASSWORD = "open sesame, please"
_PAGES = ("Overview", "Realtime", "Events", "Sessions", "Goals", "Saved reports", "Segments & cohorts")


def _links(site: Site) -> str:
    return f"/api/websites/{site.website_id}/shares"


@pytest.fixture(autouse=True)
def no_links(site: Site) -> Iterator[None]:
    """Leave the website without links."""
    yield
    for link in site.http.get(_links(site)).json()["data"]:
        site.http.delete(f"/api/share/id/{link['id']}")


def _make(site: Site, **terms: object) -> str:
    """Return the address of a new link."""
    answer = site.http.post(_links(site), json={"name": "link", "slug": uuid4().hex, **terms})
    assert answer.status_code == 200, answer.text
    return f"{site.address}/share/{answer.json()['slug']}"


def test_a_link_is_made_changed_and_deleted(admin: Page, page: Page, site: Site) -> None:
    admin.goto(site.page_of("/settings"))
    admin.get_by_role("button", name="New link").click()
    dialog = admin.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="Statistics without single visitors")).to_be_checked()
    expect(dialog.get_by_role("radio", name="Only this report")).to_have_count(0)
    dialog.get_by_label("Name").fill("For the press")
    dialog.get_by_role("switch", name="With a password").click()
    expect(dialog.get_by_role("button", name="Create link")).to_be_disabled()
    dialog.get_by_label("Password", exact=True).fill("short")
    dialog.get_by_role("button", name="Create link").click()
    expect(dialog.get_by_text("must be 8 to 255 characters").first).to_be_visible()
    dialog.get_by_label("Password", exact=True).fill(_LINK_PASSWORD)
    dialog.get_by_label("Last day").fill("2099-12-31")
    dialog.get_by_role("button", name="Create link").click()
    expect(dialog).to_have_count(0)

    link = admin.get_by_role("region", name="For the press")
    for words in ("Statistics without single visitors", "With a password", "Until Dec 31, 2099"):
        expect(link.get_by_text(words)).to_be_visible()
    address = link.get_by_role("group").inner_text()
    page.goto(address)
    expect(page.get_by_role("heading", name="This link has a password")).to_be_visible()

    admin.get_by_role("button", name="Change the link For the press").click()
    dialog.get_by_role("radio", name="Everything").click()
    dialog.get_by_role("switch", name="With a password").click()
    dialog.get_by_label("Last day").fill("")
    dialog.get_by_role("button", name="Save").click()
    expect(link.get_by_text("Everything, including single visitors")).to_be_visible()
    expect(link.get_by_text("With a password")).to_have_count(0)
    page.goto(address)
    settle(page)
    expect(page.get_by_role("link", name="Realtime")).to_be_visible()

    admin.get_by_role("button", name="Delete the link For the press?").click()
    admin.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(link).to_have_count(0)
    page.goto(address)
    expect(page.get_by_text("This link does not work.")).to_be_visible()


def test_a_password_is_asked_for(page: Page, site: Site) -> None:
    page.goto(_make(site, password=_LINK_PASSWORD))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("alert")).to_have_text("The password is wrong.")
    page.get_by_label("Password", exact=True).fill(_LINK_PASSWORD)
    page.get_by_role("button", name="Open").click()
    settle(page)
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()


def test_statistics_without_single_visitors(page: Page, site: Site) -> None:
    """There is no way to a page that the link does not open, and what is missing is said without alarm."""
    answers: list[str] = []
    page.on("response", lambda each: answers.append(each.url) if each.status >= 400 else None)
    address = _make(site, opens="statistics")
    page.goto(address)
    settle(page)
    menu = page.get_by_role("navigation")
    shown = [name for name in _PAGES if menu.get_by_role("link", name=name, exact=True).count()]
    assert shown == [name for name in _PAGES if name != "Realtime"]
    expect(page.get_by_role("link", name="online now")).to_have_count(0)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_role("combobox", name="Field").click()
    expect(page.get_by_role("option", name="Country")).to_be_visible()
    expect(page.get_by_role("option", name="Distinct id")).to_have_count(0)
    for path in ("/sessions", "/events", f"/sessions/{uuid4()}"):
        page.goto(address + path)
        expect(page.get_by_text("This share link does not show single visitors.")).to_be_visible()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
    for path in ("", "/saved", "/segments", *(report_path(kind, REPORTS[kind]) for kind in REPORTS)):
        page.goto(address + path)
        settle(page)
    page.goto(f"{address}/realtime")
    expect(page.get_by_text("This share link does not show this page.")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert answers == []


def test_sections_that_are_switched_off(page: Page, site: Site) -> None:
    """The first page that is open comes first; filters are gone if they are closed."""
    sections = {"overview": False, "events": False, "goals": False, "allowFilter": False}
    address = _make(site, parameters=sections)
    page.goto(address)
    settle(page)
    expect(page.get_by_role("heading", name="Sessions", level=1)).to_be_visible()
    menu = page.get_by_role("navigation")
    shown = [name for name in _PAGES if menu.get_by_role("link", name=name, exact=True).count()]
    assert shown == ["Sessions", "Saved reports", "Segments & cohorts"]
    expect(page.get_by_role("button", name="Filter", exact=True)).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("kind", list(REPORTS))
def test_one_report_alone(page: Page, site: Site, kind: str) -> None:
    """Whatever the address says, the saved report is shown, with its figures and nothing to change."""
    answers: list[str] = []
    page.on("response", lambda each: answers.append(each.url) if each.status >= 400 else None)
    saved = {"websiteId": site.website_id, "type": kind, "name": f"Our {kind}", "parameters": REPORTS[kind]}
    report = site.http.post("/api/reports", json=saved).json()["id"]
    address = _make(site, opens="report", reportId=report)
    for path in ("", "/sessions", report_path("breakdown", {"fields": ["distinctId"]})):
        page.goto(address + path)
        settle(page)
        expect(page.get_by_role("heading", name=f"Our {kind}", level=1)).to_be_visible()
        expect(page.get_by_role("region").first).to_be_visible()
    expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(0)
    expect(page.get_by_role("form", name="Set up")).to_have_count(0)
    expect(page.get_by_role("button", name="Filter", exact=True)).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)
    site.http.delete(f"/api/reports/{report}")
    assert answers == []


def test_a_report_is_shared_from_its_page(admin: Page, page: Page, site: Site) -> None:
    saved = {"websiteId": site.website_id, "type": "goal", "name": "Sign-ups", "parameters": REPORTS["goal"]}
    report = site.http.post("/api/reports", json=saved).json()["id"]
    admin.goto(site.page_of(f"/goal?saved={report}"))
    settle(admin)
    shown = figures(admin)
    admin.get_by_role("button", name="Share this report").click()
    dialog = admin.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="Only this report")).to_be_checked()
    dialog.get_by_role("button", name="Create link").click()
    page.goto(dialog.get_by_role("group").first.inner_text())
    settle(page)
    expect(page.get_by_role("heading", name="Sign-ups", level=1)).to_be_visible()
    assert figures(page) == shown
    site.http.delete(f"/api/reports/{report}")
