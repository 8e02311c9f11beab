"""What a panel shows can be taken away: as CSV, JSON, PNG, and as a question to ask elsewhere."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.conftest import REPORTS, Site, report_path, settle

_PAGES = {
    "overview": "",
    "events": "/events",
    "sessions": "/sessions",
    **{kind: report_path(kind, parameters) for kind, parameters in REPORTS.items()},
}
_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def key(site: Site) -> str:
    """Make an API key, as copied questions want one."""
    answer = site.http.post("/api/me/api-keys", json={"name": "copied", "readOnly": True})
    return str(answer.json()["key"])


def _choose(page: Page, menu: Locator, item: str) -> None:
    menu.click()
    page.get_by_role("menuitem", name=item).click()
    expect(page.get_by_role("menu")).to_have_count(0)


def _taken(page: Page, menu: Locator, item: str) -> bytes:
    with page.expect_download() as download:
        _choose(page, menu, item)
    return Path(download.value.path()).read_bytes()


def _copied(page: Page, menu: Locator, item: str) -> str:
    _choose(page, menu, item)
    expect(page.get_by_text("Copied").first).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", list(_PAGES))
def test_every_panel_is_a_picture(admin: Page, site: Site, name: str) -> None:
    admin.goto(site.page_of(_PAGES[name]))
    settle(admin)
    if name == "overview":
        admin.get_by_role("img", name="World map").locator("canvas").wait_for()
    menus = admin.get_by_role("button", name="Export ")
    pictures = [_taken(admin, menu, "Download PNG") for menu in menus.all()]
    # A picture with nothing but its title has 5 kB.
    assert {(picture[:8], len(picture) > 8000) for picture in pictures} == {(_PNG, True)}


@pytest.mark.parametrize("name", ["overview", "journey"])
def test_what_is_copied_asks_the_same(admin: Page, site: Site, key: str, name: str) -> None:
    admin.goto(site.page_of(_PAGES[name]))
    settle(admin)
    menu = admin.get_by_role("button", name="Export ").first
    shown = json.loads(_taken(admin, menu, "Download JSON"))
    curl = _copied(admin, menu, "Copy as curl").replace("YOUR_API_KEY", key)
    python = _copied(admin, menu, "Copy as Python").replace("YOUR_API_KEY", key)
    answers = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout)
        for command in (["sh", "-c", curl], [sys.executable, "-c", python])
    ]
    assert answers == [shown, shown]


def test_csv_holds_the_table(admin: Page, site: Site) -> None:
    admin.goto(site.page_of(_PAGES["breakdown"]))
    settle(admin)
    menu = admin.get_by_role("button", name="Export ")
    answer = json.loads(_taken(admin, menu, "Download JSON"))
    rows = list(csv.reader(_taken(admin, menu, "Download CSV").decode().splitlines()))
    columns = ["Browser", "Country", "Visitors", "Visits", "Views", "Bounce rate", "Visit duration"]
    assert rows[0] == columns
    assert [row[:5] for row in rows[1:]] == [
        [str(row[name]) for name in ("browser", "country", "visitors", "visits", "views")] for row in answer
    ]
