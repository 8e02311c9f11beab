"""Who signs in, what they may do, and how they get about without a mouse."""

from __future__ import annotations

import json
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from dashboard.conftest import CHANGING, PASSWORD, REPORTS, Site, report_path, settle, sign_in


def test_wrong_password(page: Page, site: Site) -> None:
    sign_in(page, site, password="not the password")
    expect(page.get_by_role("alert")).to_contain_text("The name or the password is not right.")


def test_expired_session_comes_back_to_the_page(page: Page, site: Site) -> None:
    sign_in(page, site)
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    page.evaluate("localStorage.setItem('kokumi.token', 'gone')")
    page.goto(site.page_of("/goal?date=7d"))
    expect(page.get_by_role("status").first).to_contain_text("Your sign-in has ended")
    page.get_by_label("User name").fill("admin")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Goals", level=1)).to_be_visible()
    assert page.url == site.page_of("/goal?date=7d")


def test_signing_out_everywhere(page: Page, site: Site) -> None:
    username = f"user-{uuid4().hex[:8]}"
    user = {"username": username, "password": "a long password", "role": "user"}
    assert site.http.post("/api/users", json=user).status_code == 200
    sign_in(page, site, username, "a long password")
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()
    token, device = (page.evaluate(f"localStorage.getItem('kokumi.{name}')") for name in ("token", "device"))

    page.goto(f"{site.address}/settings/password")
    page.get_by_role("button", name="Sign out everywhere").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    me = httpx.get(f"{site.address}/api/me", headers={"Authorization": f"Bearer {token}"})
    assert me.status_code == 401

    with page.expect_request("**/api/auth/login") as sent:
        sign_in(page, site, username, "a long password")
    assert json.loads(sent.value.post_data or "")["device"] == device
    expect(page.get_by_role("button", name="Your account")).to_be_visible()


@pytest.mark.parametrize(
    ("role", "team_role"),
    [
        pytest.param("view-only", "team-member", id="by her role"),
        pytest.param("user", "team-view-only", id="by her role in the team"),
    ],
)
def test_who_only_views_sees_no_edit_buttons_and_the_api_refuses_her(
    page: Page, site: Site, role: str, team_role: str
) -> None:
    username = f"viewer-{uuid4().hex[:8]}"
    user = {"username": username, "password": "a long password", "role": role}
    viewer = site.http.post("/api/users", json=user).json()
    team, _ = site.http.post("/api/teams", json={"name": "Readers"}).json()
    website = {"name": "Shared", "domain": "shared.test", "teamId": team["id"]}
    website_id = site.http.post("/api/websites", json=website).json()["id"]
    member = {"userId": viewer["id"], "role": team_role}
    assert site.http.post(f"/api/teams/{team['id']}/users", json=member).status_code == 200

    sign_in(page, site, username, "a long password")
    expect(page.get_by_role("link", name="Shared")).to_be_visible()
    base = f"{site.address}/websites/{website_id}"
    changing = page.get_by_role("button", name=CHANGING)
    for path in ("/settings", "/segments", "/saved", report_path("goal", REPORTS["goal"])):
        page.goto(base + path)
        settle(page)
        expect(changing).to_have_count(0)

    token = page.evaluate("localStorage.getItem('kokumi.token')")
    report = {"websiteId": website_id, "type": "goal", "name": "Hers", "parameters": REPORTS["goal"]}
    segment = {"type": "segment", "name": "Hers", "parameters": {}}
    with httpx.Client(base_url=site.address, headers={"Authorization": f"Bearer {token}"}) as her:
        answers = [
            her.get(f"/api/websites/{website_id}"),
            her.post("/api/websites", json={"name": "Hers", "teamId": team["id"]}),
            her.post(f"/api/websites/{website_id}", json={"name": "Mine"}),
            her.post(f"/api/websites/{website_id}/reset"),
            her.delete(f"/api/websites/{website_id}"),
            her.post("/api/reports", json=report),
            her.post(f"/api/websites/{website_id}/segments", json=segment),
            her.get(f"/api/websites/{site.website_id}"),
        ]
    assert [answer.status_code for answer in answers] == [200, *[403] * 7]


def test_settings_change_the_password_and_make_keys(page: Page, site: Site) -> None:
    username = f"user-{uuid4().hex[:8]}"
    user = {"username": username, "password": "a long password", "role": "user"}
    assert site.http.post("/api/users", json=user).status_code == 200
    sign_in(page, site, username, "a long password")
    expect(page.get_by_role("heading", name="Websites")).to_be_visible()

    page.goto(f"{site.address}/settings/keys")
    expect(page.get_by_role("tab", name="Users")).to_have_count(0)
    page.get_by_role("button", name="Create key").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("reading")
    dialog.get_by_role("button", name="Create").click()
    key = dialog.get_by_role("group").inner_text()
    answer = httpx.get(f"{site.address}/api/me", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200

    page.goto(f"{site.address}/settings/password")
    page.get_by_label("Current password").fill("a long password")
    page.get_by_label("New password", exact=True).fill("a longer password")
    page.get_by_label("New password again").fill("a longer password")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    sign_in(page, site, username, "a longer password")
    expect(page.get_by_role("button", name="Your account")).to_be_visible()


def test_an_administrator_adds_and_deletes_a_user(admin: Page, site: Site) -> None:
    name = f"new-{uuid4().hex[:8]}"
    admin.goto(f"{site.address}/settings/users")
    admin.get_by_role("button", name="Add user").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("User name").fill(name)
    dialog.get_by_label("Password", exact=True).fill("a long password")
    dialog.get_by_role("button", name="Save").click()
    expect(admin.get_by_role("cell", name=name, exact=True)).to_be_visible()
    admin.get_by_role("button", name=f"Delete the user {name}?").click()
    admin.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(admin.get_by_role("cell", name=name, exact=True)).to_have_count(0)


def test_a_keyboard_is_enough(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(""))
    settle(admin)
    admin.keyboard.press("Tab")
    skip = admin.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    admin.keyboard.press("Enter")
    expect(admin.locator("#content")).to_be_focused()

    online, earlier = (
        admin.get_by_role("link", name="online now"),
        admin.get_by_role("button", name="Earlier range"),
    )
    admin.keyboard.press("Tab")
    expect(online).to_be_focused()
    admin.keyboard.press("Tab")
    expect(earlier).to_be_focused()
    assert earlier.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"

    admin.keyboard.press("Tab")
    admin.keyboard.press("Enter")
    expect(admin.get_by_role("button", name="Last 7 days")).to_be_visible()
    admin.keyboard.press("Escape")
    expect(admin.get_by_role("button", name="Last 7 days")).to_have_count(0)
    expect(admin.get_by_role("button", name="Date range")).to_be_focused()
