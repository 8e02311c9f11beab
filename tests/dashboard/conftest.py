"""The dashboard in a real Chromium, a real server with a demo website behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kokumi.api.routes.dashboard import BUILT
from kokumi.reports import registry
from support.chromium import chromium
from support.server import run, serving

PASSWORD = "correct horse"

Parameters: TypeAlias = dict[str, object]
Scheme: TypeAlias = Literal["light", "dark"]

_WIDTH, _HEIGHT = 1360, 860
_NARROW = 500

_AXE = Path(__file__).parents[2] / "dashboard" / "node_modules" / "axe-core" / "axe.min.js"
_FINDINGS = """
axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`))
"""

expect.set_options(timeout=20_000)


@dataclass(frozen=True)
class Site:
    """A server with a demo website, and an administrator's way to its API."""

    address: str
    website_id: str
    token: str
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
        token = answer.json()["token"]
        http.headers["Authorization"] = f"Bearer {token}"
        website_id = http.get("/api/websites").json()["data"][0]["id"]
        yield Site(server.address, website_id, token, http)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with chromium() as started:
        yield started


@contextmanager
def opened(
    browser: Browser, token: str | None = None, *, width: int = _WIDTH, scheme: Scheme = "light"
) -> Iterator[Page]:
    """Open a page, signed in if there is a token, until the end of the block."""
    context = browser.new_context(
        viewport={"width": width, "height": _HEIGHT},
        has_touch=width < _NARROW,
        color_scheme=scheme,
        locale="en-US",
        timezone_id="Europe/Berlin",
        permissions=["clipboard-read", "clipboard-write"],
    )
    if token is not None:
        # Once only: later pages have what the dashboard keeps.
        context.add_init_script(
            "if (!sessionStorage.begun) { sessionStorage.begun = 1;"
            f" localStorage.setItem('kokumi.token', '{token}'); }}"
        )
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a page that nobody has signed in on."""
    with opened(browser) as page:
        yield page


@pytest.fixture
def admin(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a page that the administrator has signed in on."""
    with opened(browser, site.token) as page:
        yield page


def sign_in(page: Page, site: Site, username: str = "admin", password: str = PASSWORD) -> None:
    """Sign in by the form."""
    page.goto(f"{site.address}/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def settle(page: Page) -> None:
    """Wait until all that the page asked for is there and drawn."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def figures(page: Page) -> dict[str, str]:
    """Return the large figures at the top of a page, by their names."""
    names = page.get_by_role("term").all_inner_texts()
    values = page.get_by_role("definition").all_inner_texts()
    return {name: value.splitlines()[0] for name, value in zip(names, values, strict=True)}


def findings(page: Page) -> list[str]:
    """Return what axe finds serious or critical on a page."""
    page.evaluate(_AXE.read_text("utf-8"))
    return [f"{page.url}: {finding}" for finding in page.evaluate(_FINDINGS)]


def row(page: Page, name: str) -> Locator:
    """Return the bar of a list that stands for a value; its figure follows the name."""
    # Playwright wants slashes escaped, too.
    pattern = re.escape(name).replace("/", r"\/")
    return page.get_by_role("button", name=re.compile(rf"^{pattern}\s*[\d,]+$")).first


def report_path(kind: str, parameters: object) -> str:
    """Return the path of a report with its parameters."""
    return f"/{kind}?params={quote(json.dumps(parameters))}"


CHANGING = re.compile("^(Save|Save report|Save changes|Save as new|(Delete|Reset|Edit) ?.*|New [a-z].*)$")
"""Names of the buttons that change something."""

GOAL: Parameters = {"type": "event", "value": "signup"}
REPORTS: dict[str, Parameters] = {
    **{report.saved_as: report.sample.undated for report in registry.REPORTS},
    "goal": GOAL,
    "funnel": {
        "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "signup"}],
        "window": 7,
        "windowUnit": "day",
    },
    "journey": {"steps": 4, "collapse": True},
    "retention": {},
    "breakdown": {"fields": ["browser", "country"]},
    "attribution": {"model": "last-click", "type": "event", "step": "signup", "channel": True},
    "revenue": {"currency": "USD"},
    "lifecycle": {"unit": "week"},
    "stickiness": {"unit": "week"},
    "trend": {
        "series": [
            {"type": "path", "value": "/products", "measure": "visitors"},
            {"type": "event", "value": "purchase", "measure": "sum", "property": "revenue"},
        ],
        "currency": "USD",
    },
    # The demo website runs no experiment; what people subscribe to divides them as well.
    "experiment": {"exposure": {"property": "plan"}, "goal": {"type": "event", "value": "purchase"}},
}
"""A report of each kind, as it is saved; its sample, where that fits the events of the website."""
