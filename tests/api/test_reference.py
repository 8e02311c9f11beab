"""`/docs` and `/openapi.json`: all from this server, small, cacheable, and under a strict policy."""

from __future__ import annotations

import gzip
import re

import httpx
import pytest

from kokumi.api.routes.reference import BUILT

pytestmark = pytest.mark.anyio

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "style-src": "'unsafe-inline'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


async def viewer_address(http: httpx.AsyncClient) -> str:
    """Return the address of the viewer's first script, which the page names."""
    found = re.search(r'data-viewer="([^"]+)"', (await http.get("/docs")).text)
    assert found is not None
    return found[1]


async def test_the_page_names_only_addresses_of_this_server(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    addresses = re.findall(r'(?:src|href|data-viewer)="([^"]+)"', page.text)
    answers = {address: (await http.get(address)).status_code for address in set(addresses)}
    assert len(answers) == 4
    assert set(answers.values()) == {200}
    assert all(address.startswith("/") for address in answers)


async def test_the_policy_allows_no_inline_script_and_no_other_server(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    parts = page.headers["content-security-policy"].split("; ")
    assert dict(part.split(" ", 1) for part in parts) == _POLICY
    assert not re.search(r"<script>|<style| style=| on\w+=", page.text)


@pytest.mark.parametrize(
    ("path", "media_type", "caching"),
    [
        pytest.param("/docs", "text/html; charset=utf-8", "no-cache", id="page"),
        pytest.param("/docs/start.js", "text/javascript; charset=utf-8", "no-cache", id="start"),
        pytest.param("/openapi.json", "application/json", "no-cache", id="document"),
        pytest.param(
            "", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", id="viewer"
        ),
    ],
)
async def test_headers(http: httpx.AsyncClient, path: str, media_type: str, caching: str) -> None:
    answer = await http.get(path or await viewer_address(http))
    headers = answer.headers
    assert (answer.status_code, headers["content-type"]) == (200, media_type)
    assert headers["cache-control"] == caching


async def test_what_is_large_is_sent_gzipped(http: httpx.AsyncClient) -> None:
    for path in (await viewer_address(http), "/openapi.json"):
        packed = await http.get(path)
        plain = await http.get(path, headers={"Accept-Encoding": "identity"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in plain.headers
        assert packed.content == plain.content
        assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 3


async def test_every_script_is_served_and_nothing_else(http: httpx.AsyncClient) -> None:
    scripts = sorted(BUILT.rglob("*.js.gz"))
    assert len(scripts) > 50
    for script in scripts[:3]:
        name = script.relative_to(BUILT).as_posix().removesuffix(".gz")
        answer = await http.get(f"/docs/viewer/{name}")
        assert answer.content == gzip.decompress(script.read_bytes())
    for name in ("nothing.js", "%2e%2e/%2e%2e/places/NRO_LICENSE", "..%2f..%2fplaces%2fNRO_LICENSE"):
        answer = await http.get(f"/docs/viewer/{name}")
        assert answer.status_code == 404, name
