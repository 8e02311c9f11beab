"""The dashboard's files as they are served: which file for which address, under which headers."""

from __future__ import annotations

import gzip
from pathlib import Path

import httpx
import pytest
from starlette.responses import PlainTextResponse

from kokumi.api.routes.dashboard import Dashboard

_PAGE = "<!doctype html><title>Kokumi</title>" + " " * 200
_SCRIPT = "export const answer = 42;" * 20


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder like the one that the build makes."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(_PAGE)
    (tmp_path / "assets" / "index-Ab12.js").write_text(_SCRIPT)
    (tmp_path / ".sources").write_text("hash")
    return tmp_path


def _client(folder: Path) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(Dashboard(PlainTextResponse("otherwise", 404), folder))
    return httpx.AsyncClient(transport=transport, base_url="http://kokumi.test")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("method", "path", "status", "body"),
    [
        pytest.param("GET", "/", 200, _PAGE, id="page"),
        pytest.param("GET", "/websites/1/funnel?saved=2", 200, _PAGE, id="address-of-the-page"),
        pytest.param("GET", "/assets/index-Ab12.js", 200, _SCRIPT, id="script"),
        pytest.param("HEAD", "/", 200, "", id="head"),
        pytest.param("GET", "/assets/index-Old1.js", 404, "otherwise", id="script-of-an-older-build"),
        pytest.param("GET", "/favicon.ico", 404, "otherwise", id="file-that-is-not-there"),
        pytest.param("GET", "/.sources", 404, "otherwise", id="hidden-file"),
        pytest.param("GET", "/../conftest.py", 404, "otherwise", id="outside-of-the-folder"),
        pytest.param("GET", "/api", 404, "otherwise", id="api"),
        pytest.param("GET", "/api/nothing", 404, "otherwise", id="unknown-api"),
        pytest.param("POST", "/websites", 404, "otherwise", id="post"),
    ],
)
async def test_files(built: Path, method: str, path: str, status: int, body: str) -> None:
    async with _client(built) as client:
        response = await client.request(method, path)
    assert (response.status_code, response.text) == (status, body)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("path", "caching"),
    [
        pytest.param("/", "no-cache", id="page"),
        pytest.param("/assets/index-Ab12.js", "public, max-age=31536000, immutable", id="hashed"),
    ],
)
async def test_headers(built: Path, path: str, caching: str) -> None:
    async with _client(built) as client:
        response = await client.get(path)
    assert {name: response.headers[name] for name in ("cache-control", "content-encoding", "vary")} == {
        "cache-control": caching,
        "content-encoding": "gzip",
        "vary": "Accept-Encoding",
    }
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
        "font-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.anyio
async def test_plain_for_who_takes_no_gzip(built: Path) -> None:
    async with _client(built) as client:
        packed = await client.get("/")
        plain = await client.get("/", headers={"Accept-Encoding": "identity"})
    assert ("content-encoding" in plain.headers, plain.content) == (False, _PAGE.encode())
    assert int(packed.headers["content-length"]) == len(gzip.compress(_PAGE.encode(), mtime=0))


@pytest.mark.anyio
async def test_says_that_it_is_not_built(tmp_path: Path) -> None:
    async with _client(tmp_path / "nowhere") as client:
        response = await client.get("/websites")
    assert (response.status_code, "make setup" in response.text) == (404, True)
