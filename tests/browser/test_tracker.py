"""The tracker in a real Chromium, the real server behind it: what happens in the page is what goals count."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, Request

from support.chromium import chromium
from support.server import serving

_PASSWORD = "correct horse"
_BROWSER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
_PAGE = Path(__file__).with_name("page.html").read_text("utf-8")
_PATIENCE = 20.0


class Site:
    """A website of the server, and the pages of it that a browser sees."""

    def __init__(self, kokumi: str) -> None:
        self.http = httpx.Client(base_url=kokumi, timeout=30)
        token = self._post("/api/auth/login", {"username": "admin", "password": _PASSWORD})["token"]
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.id = str(self._post("/api/websites", {"name": "Shop", "domain": "shop.test"})["id"])
        self.address = ""

    def goal(self, kind: str, value: str) -> dict[str, object]:
        """Return what the goals report says."""
        now = int(time.time() * 1000)
        parameters = {
            "startDate": now - 3_600_000,
            "endDate": now + 3_600_000,
            "type": kind,
            "value": value,
        }
        body = {"websiteId": self.id, "type": "goal", "filters": {}, "parameters": parameters}
        return self._post("/api/reports/goals", body)

    def breakdown(self, *fields: str) -> list[tuple[object, ...]]:
        """Return the values of these fields that there are events with, in order."""
        now = int(time.time() * 1000)
        parameters = {"startDate": now - 3_600_000, "endDate": now + 3_600_000, "fields": list(fields)}
        body = {"websiteId": self.id, "type": "breakdown", "filters": {}, "parameters": parameters}
        response = self.http.post("/api/reports/breakdown", json=body)
        rows: list[dict[str, object]] = response.json()
        return sorted(tuple(row[name] for name in (*fields, "views")) for row in rows)

    def _post(self, path: str, body: object) -> dict[str, object]:
        response = self.http.post(path, json=body)
        assert response.status_code == 200, response.text
        found: dict[str, object] = response.json()
        return found


@contextmanager
def pages(html: str) -> Iterator[str]:
    """Serve one page at all paths, and return its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def kokumi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a server."""
    with serving(tmp_path_factory.mktemp("data"), KOKUMI_ADMIN_PASSWORD=_PASSWORD) as server:
        yield server.address


@pytest.fixture
def site(kokumi: str) -> Iterator[Site]:
    """Make a website and serve its pages."""
    made = Site(kokumi)
    html = _PAGE.replace("SCRIPT", f"{kokumi}/script.js").replace("WEBSITE", made.id)
    with pages(html) as address:
        made.address = address
        yield made
    made.http.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab of a visitor nobody knows, whose user agent is that of a person."""
    context = browser.new_context(
        user_agent=_BROWSER, locale="en-GB", viewport={"width": 1280, "height": 800}
    )
    yield context.new_page()
    context.close()


def eventually(check: Callable[[], object], expected: object) -> None:
    """Wait until a check gives what is expected."""
    until = time.monotonic() + _PATIENCE
    while (found := check()) != expected and time.monotonic() < until:
        time.sleep(0.05)
    assert found == expected


def test_views_clicks_navigation_and_identify_are_what_goals_count(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/start?utm_source=news")
    page.wait_for_function("window.umami && window.umami === window.kokumi")
    eventually(lambda: site.goal("path", "/start"), {"num": 1, "total": 1})

    page.click("button b")
    eventually(lambda: site.goal("event", "signup"), {"num": 1, "total": 1})

    page.evaluate("history.pushState({}, '', '/inner'); document.title = 'Inner'")
    eventually(lambda: site.goal("path", "/inner"), {"num": 1, "total": 1})
    assert site.goal("event", "nothing") == {"num": 0, "total": 1}

    # From here on it is a person, and a session of their own.
    page.evaluate("umami.identify('user-7', {plan: 'pro'})")
    page.evaluate("umami.track('known', {n: 1})")
    eventually(lambda: site.goal("event", "known"), {"num": 1, "total": 2})

    assert site.breakdown("path", "title", "event", "distinctId", "tag") == [
        ("/inner", "Inner", "", "", "test", 1),
        ("/inner", "Inner", "known", "user-7", "test", 1),
        ("/start", "Shop", "", "", "test", 1),
        ("/start", "Shop", "signup", "", "test", 1),
    ]
    assert site.breakdown("browser", "os", "device", "screen", "language", "utmSource") == [
        ("chrome", "Linux", "laptop", "1280x800", "en-GB", "", 1),
        ("chrome", "Linux", "laptop", "1280x800", "en-GB", "news", 1),
    ]


def test_a_click_on_a_link_is_not_lost(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/cart")
    page.click("a")
    page.wait_for_url("**/thanks")
    eventually(lambda: site.goal("event", "buy"), {"num": 1, "total": 1})
    eventually(
        lambda: site.breakdown("path", "event"),
        [("/cart", "", 1), ("/cart", "buy", 1), ("/thanks", "", 1)],
    )


def test_a_view_that_waits_for_its_title_goes_before_the_event_that_follows(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/a")
    eventually(lambda: site.goal("path", "/a"), {"num": 1, "total": 1})
    page.evaluate("history.pushState({}, '', '/b'); umami.track('at-once'); history.back()")
    eventually(
        lambda: site.breakdown("path", "event"),
        [("/a", "", 2), ("/b", "", 1), ("/b", "at-once", 1)],
    )


def test_all_forms_of_track(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/forms")
    page.evaluate("""async () => {
        await kokumi.track();
        await kokumi.track('named');
        await kokumi.track({url: '/virtual', title: 'Virtual', hostname: 'shop.test'});
        await kokumi.track(props => ({...props, name: 'made', url: '/made'}));
        await kokumi.track('secret');
        await kokumi.identify({theme: 'dark'});
    }""")
    eventually(
        lambda: site.breakdown("path", "event", "title"),
        [
            ("/forms", "", "Shop", 2),
            ("/forms", "named", "Shop", 1),
            ("/made", "made", "Shop", 1),
            ("/virtual", "", "Virtual", 1),
        ],
    )


@pytest.mark.parametrize("name", ["umami.disabled", "kokumi.disabled"])
def test_visitors_who_do_not_want_to_be_counted_are_not(site: Site, page: Page, name: str) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.add_init_script(f"localStorage.setItem('{name}', '1')")
    page.goto(f"{site.address}/private")
    page.click("button")
    page.evaluate("umami.track('said')")
    assert [url for url in sent if url.endswith("/api/send")] == []


_OPTIONS: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "exclude": ('data-exclude-search="true" data-exclude-hash="true"', [("/o", "", 1)]),
    "nothing-excluded": ("", [("/o#h", "q=1", 1)]),
    "other-domains": ('data-domains="example.com, example.org"', []),
    "own-domain": ('data-domains="example.com,127.0.0.1"', [("/o#h", "q=1", 1)]),
    "by-hand": ('data-auto-track="false"', []),
    "do-not-track": ('data-do-not-track="true"', []),
}


@pytest.mark.parametrize(("attributes", "rows"), _OPTIONS.values(), ids=_OPTIONS)
def test_attributes(kokumi: str, browser: Browser, attributes: str, rows: list[tuple[object, ...]]) -> None:
    site = Site(kokumi)
    script = f'<script defer src="{kokumi}/script.js" data-website-id="{site.id}" {attributes}></script>'
    context = browser.new_context(user_agent=_BROWSER)
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'doNotTrack', {value: '1'})")
    with pages(f"<!doctype html><title>T</title>{script}") as address:
        page.goto(f"{address}/o?q=1#h")
        page.wait_for_function("window.kokumi")
        page.wait_for_load_state("networkidle")
        context.close()
    eventually(lambda: site.breakdown("path", "query"), rows)
    site.http.close()


def test_vitals_are_sent_once_when_the_page_is_hidden(site: Site, page: Page) -> None:
    bodies: list[str] = []

    def keep(request: Request) -> None:
        if request.post_data:
            bodies.append(request.post_data)

    page.on("request", keep)
    page.goto(f"{site.address}/vitals")
    eventually(lambda: site.goal("path", "/vitals"), {"num": 1, "total": 1})
    page.click("h1")
    # A tab cannot be hidden from outside, and requests of a page that is gone are not seen from there.
    page.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', {value: 'hidden'});
        document.dispatchEvent(new Event('visibilitychange'));
        document.dispatchEvent(new Event('visibilitychange'));
    }""")
    eventually(lambda: [json.loads(body)["type"] for body in bodies], ["event", "performance"])
    payload = json.loads(bodies[1])["payload"]
    assert {"lcp", "fcp", "ttfb"} <= payload.keys()
    assert payload["url"] == f"{site.address}/vitals"
