"""The API reference in a real Chromium: readable, usable, and silent towards other servers."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from dashboard.conftest import Scheme, Site, opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shows_an_operation_and_sends_a_request(browser: Browser, site: Site, scheme: Scheme) -> None:
    problems: list[str] = []
    hosts: set[str] = set()

    def note(line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            problems.append(line.text)

    with opened(browser, scheme=scheme) as page:
        page.on("console", note)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))

        page.goto(f"{site.address}/docs#tag/system/GET/api/heartbeat")
        expect(page.get_by_role("heading", name="Kokumi", exact=True)).to_be_visible()
        assert page.evaluate("document.body.className") == f"{scheme}-mode"
        expect(page.get_by_text(f"curl {site.address}/api/heartbeat")).to_be_visible()

        page.get_by_role("button", name="Test Request (get /api/heartbeat)").click()
        client = page.get_by_role("dialog", name="API Client")
        with page.expect_response(f"{site.address}/api/heartbeat") as sent:
            client.get_by_role("button", name="Send get request").click()
        assert sent.value.status == 200
        expect(client.get_by_text("200 OK")).to_be_visible()

    assert hosts == {urlsplit(site.address).netloc}
    assert problems == []
