"""What people do in the dashboard, in a real Chromium: it shows what the API says, and no errors."""

from __future__ import annotations

import json
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.conftest import Site, sign_in

_FUNNEL = {
    "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "signup"}],
    "window": 7,
    "windowUnit": "day",
}
_GOAL = {"type": "event", "value": "signup"}
_ATTRIBUTION = {"model": "last-click", "type": "event", "step": "signup"}

_PARAMETERS: dict[str, dict[str, object]] = {
    "goal": {**_GOAL},
    "funnel": {**_FUNNEL},
    "journey": {"steps": 4, "collapse": True},
    "retention": {},
    "breakdown": {"fields": ["browser", "country"]},
    "attribution": {**_ATTRIBUTION},
    "revenue": {"currency": "USD"},
    "utm": {},
}


def _report(kind: str, parameters: object) -> str:
    return f"/{kind}?params={quote(json.dumps(parameters))}"


_PAGES = {
    "overview": "",
    "realtime": "/realtime",
    "events": "/events",
    "sessions": "/sessions",
    "saved": "/saved",
    "segments": "/segments",
    "settings": "/settings",
    **{kind: _report(kind, parameters) for kind, parameters in _PARAMETERS.items()},
}


def test_wrong_password(page: Page, site: Site) -> None:
    sign_in(page, site, password="not the password")
    expect(page.get_by_role("alert")).to_contain_text("The name or the password is not right.")


def test_expired_session_comes_back_to_the_page(page: Page, site: Site) -> None:
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    page.evaluate("localStorage.setItem('kokumi.token', 'gone')")
    page.goto(site.page_of("/goal"))
    expect(page.get_by_role("status").first).to_contain_text("Your sign-in has ended")
    page.get_by_label("User name").fill("admin")
    page.get_by_label("Password", exact=True).fill("correct horse")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Goals", level=1)).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        pytest.param("light", 1360, id="light"),
        pytest.param("dark", 1360, id="dark"),
        pytest.param("light", 390, id="phone"),
        pytest.param("dark", 360, id="small-phone-dark"),
    ],
)
def test_no_errors_and_no_overflow(browser: Browser, site: Site, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-US",
    )
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: problems.append(f"{page.url}: {message.text}") if message.type == "error" else None,
    )
    page.on(
        "requestfailed",
        # Going to the next page ends what the one before still asked for.
        lambda request: (
            problems.append(f"{page.url}: {request.url} {request.failure}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    for path in _PAGES.values():
        page.goto(site.page_of(path))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        expect(page.get_by_role("alert")).to_have_count(0)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            problems.append(f"{page.url}: {wide} pixels too wide")
    context.close()
    assert problems == []


def test_overview_shows_what_the_api_says(page: Page, site: Site) -> None:
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    with page.expect_response(lambda response: "/stats?" in response.url) as answered:
        page.goto(site.page_of("?date=7d"))
    query = httpx.URL(answered.value.url).params
    stats = site.http.get(f"/api/websites/{site.website_id}/stats", params=query).json()
    figures = page.locator(".figure")
    expect(figures.nth(0)).to_contain_text(f"{stats['visitors']:,}")
    expect(figures.nth(1)).to_contain_text(f"{stats['visits']:,}")
    expect(figures.nth(2)).to_contain_text(f"{stats['pageviews']:,}")


def test_a_click_on_a_row_filters_and_a_deep_link_restores_it(page: Page, site: Site) -> None:
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    page.goto(site.page_of(""))
    page.get_by_role("button", name="/products:", exact=False).first.click()
    chip = page.get_by_role("button", name="Path is /products", exact=True)
    expect(chip).to_be_visible()
    assert "path=eq.%2Fproducts" in page.url
    page.reload()
    expect(chip).to_be_visible()


@pytest.mark.parametrize("kind", list(_PARAMETERS))
def test_save_reopen_change_delete(page: Page, site: Site, kind: str) -> None:
    name = f"Report {uuid4().hex[:8]}"
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    page.goto(site.page_of(_report(kind, _PARAMETERS[kind])))
    page.get_by_role("button", name="Save report").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()

    page.goto(site.page_of("/saved"))
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("The report is saved.").first).to_be_visible()
    kept = site.http.get("/api/reports", params={"websiteId": site.website_id, "type": kind}).json()["data"]
    assert [report["parameters"] for report in kept if report["name"] == name] == [_PARAMETERS[kind]]

    page.get_by_role("button", name=f"Delete the report {name}?").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("The report is deleted.").first).to_be_visible()
    left = site.http.get("/api/reports", params={"websiteId": site.website_id, "type": kind}).json()["data"]
    assert [report for report in left if report["name"] == name] == []


def test_who_only_views_sees_no_edit_buttons_and_the_api_refuses_her(page: Page, site: Site) -> None:
    username = f"viewer-{uuid4().hex[:8]}"
    body = {"username": username, "password": "a long password", "role": "view-only"}
    assert site.http.post("/api/users", json=body).status_code == 200
    sign_in(page, site, username, "a long password")
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    expect(page.get_by_text("Nobody has shared a website with you yet")).to_be_visible()
    expect(page.get_by_role("button", name="Add website")).to_have_count(0)
    token = page.evaluate("localStorage.getItem('kokumi.token')")
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=site.address, headers=headers) as her:
        refused = [
            her.post("/api/websites", json={"name": "Hers", "domain": "hers.test"}).status_code,
            her.post(f"/api/websites/{site.website_id}", json={"name": "Mine"}).status_code,
            her.get(f"/api/websites/{site.website_id}").status_code,
        ]
    assert refused == [403, 403, 403]


def test_public_link_shows_a_report_read_only(page: Page, site: Site) -> None:
    slug = uuid4().hex
    shared = site.http.post(f"/api/websites/{site.website_id}", json={"shareId": slug})
    assert shared.status_code == 200
    page.goto(f"{site.address}/share/{slug}{_report('goal', _GOAL)}")
    expect(page.get_by_role("heading", name="Goals", level=1)).to_be_visible()
    expect(page.locator(".figure").first).to_contain_text("%")
    expect(page.get_by_role("button", name="Save report")).to_have_count(0)
    site.http.post(f"/api/websites/{site.website_id}", json={"shareId": None})
