"""Behind nginx as deploy/nginx.conf has it, Kokumi sees visitors: not the proxy, and not what they claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from docs.generated import ROOT
from support import nginx
from support.server import serving

pytestmark = pytest.mark.skipif(not nginx.IS_HERE, reason="this machine has no nginx")

_CONFIGURATION = ROOT / "deploy" / "nginx.conf"
_PASSWORD = "correct horse"
_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}
_AMERICAN, _DUTCH = "8.8.8.8", "193.0.6.139"


@dataclass(frozen=True)
class _Site:
    address: str
    admin: dict[str, str]

    def post(self, path: str, body: object, headers: dict[str, str]) -> httpx.Response:
        return httpx.post(f"{self.address}{path}", json=body, headers=headers)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Site]:
    """Run nginx before a server that trusts it."""
    settings = {"KOKUMI_ADMIN_PASSWORD": _PASSWORD, "KOKUMI_TRUSTED_PROXIES": "127.0.0.1"}
    with (
        serving(tmp_path_factory.mktemp("data"), **settings) as server,
        nginx.before(
            server.address, ROOT / "deploy" / "nginx.conf", tmp_path_factory.mktemp("nginx")
        ) as address,
    ):
        body = {"username": "admin", "password": _PASSWORD}
        token = httpx.post(f"{address}/api/auth/login", json=body).json()["token"]
        yield _Site(address, {"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"X-Forwarded-For": _DUTCH}, id="an address"),
        pytest.param({"X-Forwarded-For": f"{_DUTCH}, 127.0.0.1"}, id="a proxy of ours"),
        pytest.param({"X-Real-IP": _DUTCH, "True-Client-IP": _DUTCH}, id="an address in other headers"),
        pytest.param({"CF-Connecting-IP": _DUTCH, "CF-IPCountry": "NL"}, id="to come through a CDN"),
        pytest.param({"Forwarded": f"for={_DUTCH}"}, id="an address in the standard's header"),
    ],
)
def test_country(site: _Site, claims: dict[str, str]) -> None:
    """The country is that of the address that nginx saw, whatever the visitor claims."""
    website = site.post("/api/websites", {"name": "Shop"}, site.admin).json()["id"]
    event = {"type": "event", "payload": {"website": website, "url": "/"}}
    sent = site.post("/api/send", event, {**_BROWSER, nginx.PEER: _AMERICAN, **claims})
    assert sent.status_code == 200
    countries = f"/api/websites/{website}/metrics?type=country&startAt=0&endAt=4000000000000"
    assert httpx.get(f"{site.address}{countries}", headers=site.admin).json() == [{"x": "US", "y": 1}]


def test_two_visitors_are_two(site: _Site) -> None:
    """Who comes from another address is another session, though nginx brings them both."""
    website = site.post("/api/websites", {"name": "Shop"}, site.admin).json()["id"]
    event = {"type": "event", "payload": {"website": website, "url": "/"}}
    sessions = [
        site.post("/api/send", event, {**_BROWSER, nginx.PEER: peer}).json()["sessionId"]
        for peer in (_AMERICAN, _DUTCH, _AMERICAN)
    ]
    assert sessions[0] == sessions[2] != sessions[1]


def test_guesses_count_for_who_makes_them(site: _Site) -> None:
    """Claiming another address each time gains nothing, and locks nobody else out."""
    body = {"username": "admin", "password": "a guess"}
    headers = ["X-Forwarded-For", "True-Client-IP", "X-Real-IP", "CF-Connecting-IP", "Forwarded"] * 2
    guesses = [
        site.post("/api/auth/login", body, {nginx.PEER: "203.0.113.9", header: f"203.0.113.{number}"})
        for number, header in enumerate(headers, 10)
    ]
    assert [guess.status_code for guess in guesses] == [401] * 5 + [429] * 5
    right = {**body, "password": _PASSWORD}
    assert site.post("/api/auth/login", right, {nginx.PEER: "203.0.113.8"}).status_code == 200


def test_what_passes_and_what_does_not(site: _Site) -> None:
    """Kokumi's own headers and errors come through; metrics are for inside."""
    page = httpx.get(site.address)
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    too_large = site.post("/api/send", {"x": "y" * 1_100_000}, _BROWSER)
    assert (too_large.status_code, too_large.json()["error"]["code"]) == (413, "too-large")
    metrics = f"{site.address}/metrics"
    assert httpx.get(metrics, headers=site.admin).status_code == 200
    assert httpx.get(metrics, headers={**site.admin, nginx.PEER: _AMERICAN}).status_code == 403


@pytest.mark.parametrize(
    ("method", "path", "burst", "flood", "others"),
    [
        pytest.param("POST", "/api/send", 100, ["198.51.100.1"], "198.51.100.9", id="events"),
        pytest.param("POST", "/api/batch", 100, ["198.51.100.2"], "198.51.100.9", id="many events"),
        pytest.param("POST", "/api/auth/login", 20, ["198.51.100.3"], "198.51.100.9", id="sign-in"),
        pytest.param("GET", "/api/share/guess", 30, ["198.51.100.4"], "198.51.100.9", id="share links"),
        pytest.param(
            "POST",
            "/api/auth/login",
            20,
            ["2001:db8:1:2::7", "2001:db8:1:2:8::9"],
            "2001:db8:1:3::7",
            id="one network of IPv6",
        ),
    ],
)
def test_flood_of_one_address(
    site: _Site, method: str, path: str, burst: int, flood: list[str], others: str
) -> None:
    """Who asks too often is answered 429; what others send and ask meanwhile arrives."""
    website = site.post("/api/websites", {"name": "Shop"}, site.admin).json()["id"]
    with httpx.Client() as client:

        def ask(peer: str) -> int:
            return client.request(method, f"{site.address}{path}", headers={nginx.PEER: peer}).status_code

        answers = {ask(flood[turn % len(flood)]) for turn in range(3 * burst)}
        passed = 404 if "share" in path else 400
        assert answers == {passed, 429}
        assert ask(others) == passed
    event = {"type": "event", "payload": {"website": website, "url": "/"}}
    sent = site.post("/api/send", event, {**_BROWSER, nginx.PEER: others})
    assert (sent.status_code, "sessionId" in sent.json()) == (200, True)
