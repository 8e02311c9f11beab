"""A website's life: added, its code put in, renamed, reset, deleted; and what goes on there right now."""

from __future__ import annotations

import httpx
from playwright.sync_api import Page, expect

from dashboard.conftest import Site, figures, settle

_BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_a_website_is_added_used_renamed_reset_and_deleted(admin: Page, site: Site) -> None:
    admin.goto(f"{site.address}/websites")
    admin.get_by_role("button", name="Add website").click()
    dialog = admin.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Notebook")
    dialog.get_by_label("Domain").fill("notes.example")
    dialog.get_by_role("button", name="Add website").or_(
        dialog.get_by_role("button", name="Add")
    ).first.click()

    expect(admin.get_by_role("heading", name="Website settings", level=1)).to_be_visible()
    website_id = httpx.URL(admin.url).path.split("/")[2]
    code = f'<script defer src="{site.address}/script.js" data-website-id="{website_id}"></script>'
    expect(admin.get_by_text(code)).to_be_visible()
    expect(admin.get_by_text("Waiting for the first event…")).to_be_visible()
    payload = {"website": website_id, "hostname": "notes.example", "url": "/first", "title": "First"}
    sent = httpx.post(
        f"{site.address}/api/send",
        json={"type": "event", "payload": payload},
        headers={"User-Agent": _BROWSER},
    )
    assert sent.status_code == 200
    expect(admin.get_by_text("Events are coming in; the latest came")).to_be_visible()

    admin.goto(f"{site.address}/websites/{website_id}/realtime")
    settle(admin)
    assert list(figures(admin).items())[:3] == [("Visitors", "1"), ("Views", "1"), ("Events", "0")]
    expect(admin.get_by_text("viewed /first")).to_be_visible()
    admin.get_by_role("link", name="viewed /first").click()
    expect(admin.get_by_role("heading", name="Visitor", level=1)).to_be_visible()
    expect(admin.get_by_label("Activity").get_by_text("viewed /first")).to_be_visible()

    admin.goto(f"{site.address}/websites/{website_id}/settings")
    admin.get_by_label("Name").fill("Notes")
    admin.get_by_role("button", name="Save").click()
    expect(admin.get_by_text("The website is saved.").first).to_be_visible()
    assert site.http.get(f"/api/websites/{website_id}").json()["name"] == "Notes"

    for typed, stored in (("90", 90), ("", None)):
        admin.get_by_label("Days", exact=True).fill(typed)
        with admin.expect_response(lambda answer: answer.request.method == "POST") as saved:
            admin.get_by_role("button", name="Set limit").click()
        assert saved.value.json()["retentionDays"] == stored

    for button, done in (
        ("Reset website", "All events are deleted."),
        ("Delete", "The website is deleted."),
    ):
        admin.get_by_role("button", name=button).click()
        dialog = admin.get_by_role("dialog")
        confirm = dialog.get_by_role("button", name=button)
        expect(confirm).to_be_disabled()
        dialog.get_by_label("Type Notes to confirm").fill("Notes")
        confirm.click()
        expect(admin.get_by_text(done).first).to_be_visible()
    expect(admin.get_by_role("heading", name="Websites", level=1)).to_be_visible()
    assert site.http.get(f"/api/websites/{website_id}").status_code == 404


def test_events_with_data_and_a_visitors_way(admin: Page, site: Site) -> None:
    admin.goto(site.page_of("/events?search=purchase&name=purchase&property=currency"))
    settle(admin)
    expect(admin.get_by_role("textbox", name="Search")).to_have_value("purchase")
    expect(admin.get_by_role("heading", name="Properties")).to_be_visible()
    admin.get_by_role("button", name="Open", exact=True).first.click()
    dialog = admin.get_by_role("dialog")
    expect(dialog.get_by_text("Data of purchase")).to_be_visible()
    expect(dialog.get_by_text("currency", exact=True)).to_be_visible()


def test_first_load_is_light(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sign-in")
    page.wait_for_load_state("networkidle")
    scripts = page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))"
        ".map(({ name, encodedBodySize }) => [name, encodedBodySize])"
    )
    assert sum(size for _, size in scripts) < 350_000
    assert [name for name, _ in scripts if "EChart" in name or "world" in name] == []
    assert all(name.startswith(f"{site.address}/") for name, _ in scripts)
