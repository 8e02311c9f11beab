"""The dashboard in a real Chromium, over websites whose few events each test sends itself."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.conftest import PASSWORD, opened
from support.chromium import chromium
from support.server import serving

AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
_MINUTE = 60
_NETWORK = "203.0.113."
"""Addresses for documentation (RFC 5737); a visitor has one of them."""

expect.set_options(timeout=20_000)


@dataclass(frozen=True)
class Shop:
    """A website of its own, and an administrator's way to its API."""

    address: str
    id: str
    token: str
    http: httpx.Client

    def page_of(self, path: str = "") -> str:
        """Return the address of one of the website's pages."""
        return f"{self.address}/websites/{self.id}{path}"

    def happens(
        self,
        visitor: int,
        path: str,
        *,
        referrer: str = "",
        event: str = "",
        data: Mapping[str, object] | None = None,
        country: str = "DE",
        language: str = "en-US",
        ago: int = 60,
    ) -> None:
        """Send a page view, or a custom event with a name, of a visitor so many minutes ago."""
        payload: dict[str, object] = {
            "website": self.id,
            "hostname": "shop.test",
            "url": path,
            "language": language,
            "timestamp": int(time.time()) - ago * _MINUTE,
        }
        optional: dict[str, object] = {"referrer": referrer, "name": event, "data": data}
        payload |= {name: value for name, value in optional.items() if value}
        headers = {
            "User-Agent": AGENT,
            "X-Forwarded-For": f"{_NETWORK}{visitor}",
            "CF-IPCountry": country,
        }
        answer = self.http.post("/api/send", json={"type": "event", "payload": payload}, headers=headers)
        assert answer.status_code == 200, answer.text
        assert "beep" not in answer.json(), answer.text


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, str]]:
    """Run a server; return an administrator's way to its API, and their token."""
    data = tmp_path_factory.mktemp("shops")
    settings = {"KOKUMI_ADMIN_PASSWORD": PASSWORD, "KOKUMI_TRUSTED_PROXIES": "127.0.0.1"}
    with serving(data, **settings) as server, httpx.Client(base_url=server.address, timeout=30) as http:
        answer = http.post("/api/auth/login", json={"username": "admin", "password": PASSWORD})
        token = answer.json()["token"]
        http.headers["Authorization"] = f"Bearer {token}"
        yield http, token


@pytest.fixture
def shop(people: tuple[httpx.Client, str]) -> Shop:
    """Make a website without any event."""
    http, token = people
    made = http.post("/api/websites", json={"name": "Shop", "domain": "shop.test"}).json()
    return Shop(str(http.base_url).rstrip("/"), made["id"], token, http)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def admin(browser: Browser, shop: Shop) -> Iterator[Page]:
    """Open a page that the administrator has signed in on."""
    with opened(browser, shop.token) as page:
        yield page
