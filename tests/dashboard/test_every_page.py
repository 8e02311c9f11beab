"""Every page, in both themes and as narrow and wide as screens are: no errors, no overflow, usable by all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from dashboard.conftest import REPORTS, Scheme, Site, findings, opened, report_path, settle

_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

_OF_A_WEBSITE = (
    *("", "/realtime", "/events", "/sessions", "/saved", "/segments", "/settings"),
    *(report_path(kind, parameters) for kind, parameters in REPORTS.items()),
    *("/goal", "/funnel", "?table=traffic,path,world&compare=prev&date=90d", "?path=eq.%2Fnowhere"),
)
_OTHERS = (
    *("/websites", "/settings", "/settings/password", "/settings/keys", "/settings/users"),
    "/no-such-page",
)


def _watch(page: Page) -> list[str]:
    """Return the list that what goes wrong from now on is added to."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            found.append(f"{page.url}: {message.text}") if message.type in {"error", "warning"} else None
        ),
    )
    page.on(
        "requestfailed",
        # Going to the next page ends what the one before still asked for.
        lambda request: (
            found.append(f"{page.url}: {request.url} {request.failure}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.on(
        "response",
        lambda response: (
            found.append(f"{page.url}: {response.status} {response.url}") if not response.ok else None
        ),
    )
    return found


@pytest.mark.parametrize(
    ("scheme", "width", "with_axe"),
    [
        pytest.param("light", 1360, True, id="light"),
        pytest.param("dark", 2560, False, id="dark-wide"),
        pytest.param("light", 390, False, id="phone"),
        pytest.param("dark", 360, True, id="small-phone-dark"),
    ],
)
def test_no_errors_no_overflow_nothing_inaccessible(
    browser: Browser, site: Site, scheme: Scheme, width: int, *, with_axe: bool
) -> None:
    session_id = site.http.get(
        f"/api/websites/{site.website_id}/sessions",
        params={"startAt": 0, "endAt": 4_000_000_000_000, "pageSize": 1},
    ).json()["data"][0]["id"]
    addresses = [site.page_of(path) for path in (*_OF_A_WEBSITE, f"/sessions/{session_id}")]
    with opened(browser, site.token, width=width, scheme=scheme) as page:
        problems = _watch(page)
        for address in (*addresses, *(site.address + path for path in _OTHERS)):
            page.goto(address)
            settle(page)
            problems += [f"{page.url}: alert" for _ in page.get_by_role("alert").all()]
            if (wide := page.evaluate(_TOO_WIDE)) > 0:
                problems.append(f"{page.url}: {wide} pixels too wide")
            if with_axe:
                problems += findings(page)
    assert problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sign_in_is_accessible(browser: Browser, site: Site, scheme: Scheme) -> None:
    with opened(browser, scheme=scheme) as page:
        problems = _watch(page)
        page.goto(f"{site.address}/sign-in")
        page.get_by_role("button", name="Sign in").wait_for()
        problems += findings(page)
    assert problems == []
