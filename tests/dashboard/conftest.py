"""The dashboard in a real Chromium, a real server with a demo website behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest
from playwright.sync_api import Browser, Page

from kokumi.api.dashboard import BUILT
from support.chromium import chromium
from support.server import run, serving

PASSWORD = "correct horse"
_WIDTH, _HEIGHT = 1360, 860


@dataclass(frozen=True)
class Site:
    """A server with a demo website, and an administrator's way to its API."""

    address: str
    website_id: str
    http: httpx.Client

    def page_of(self, path: str) -> str:
        """Return the address of one of the website's pages."""
        return f"{self.address}/websites/{self.website_id}{path}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a demo website."""
    assert (BUILT / "index.html").is_file(), "the dashboard is not built: run `make setup`"
    data = tmp_path_factory.mktemp("dashboard")
    made = run(data, "demo", "--events", "20000", KOKUMI_ADMIN_PASSWORD=PASSWORD)
    assert made.returncode == 0, made.stderr
    with (
        serving(data, KOKUMI_ADMIN_PASSWORD=PASSWORD) as server,
        httpx.Client(base_url=server.address, timeout=30) as http,
    ):
        answer = http.post("/api/auth/login", json={"username": "admin", "password": PASSWORD})
        http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        website_id = http.get("/api/websites").json()["data"][0]["id"]
        yield Site(server.address, website_id, http)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a page that nobody has signed in on."""
    context = browser.new_context(
        viewport={"width": _WIDTH, "height": _HEIGHT}, locale="en-US", timezone_id="Europe/Berlin"
    )
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()


def sign_in(page: Page, site: Site, username: str = "admin", password: str = PASSWORD) -> None:
    """Sign in, and wait for the list of websites."""
    page.goto(f"{site.address}/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
