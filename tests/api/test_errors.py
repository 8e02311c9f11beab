"""Every error has the one shape of SPEC 2, and the checks come in its order."""

from __future__ import annotations

from uuid import uuid4

import httpx
import pytest

pytestmark = pytest.mark.anyio

_ERRORS = [
    pytest.param("GET", "/api/nothing", None, 404, "not-found", id="unknown path"),
    pytest.param("PUT", "/api/websites", None, 405, "method-not-allowed", id="unknown method"),
    pytest.param("GET", "/api/websites/no-uuid", None, 404, "not-found", id="malformed id in the path"),
    pytest.param("POST", "/api/websites/no-uuid", b"{}", 404, "not-found", id="malformed id and a body"),
    pytest.param("GET", f"/api/websites/{uuid4()}", None, 404, "not-found", id="no such website"),
    pytest.param("POST", f"/api/websites/{uuid4()}", b"{", 400, "bad-request", id="body before permission"),
    pytest.param("POST", "/api/websites", b'{"name": " "}', 400, "bad-request", id="blank name"),
    pytest.param(
        "POST",
        "/api/websites",
        b'{"name": "a", "teamId": 5}',
        400,
        "bad-request",
        id="malformed id in a body",
    ),
    pytest.param("POST", "/api/websites", b" " * 1_000_001, 413, "too-large", id="too large"),
    pytest.param("GET", "/api/websites?page=0", None, 400, "bad-request", id="page 0"),
    pytest.param("GET", "/api/websites?pageSize=many", None, 400, "bad-request", id="page size in words"),
    pytest.param("GET", "/api/websites?search=%00", None, 400, "bad-request", id="NUL in the query"),
]


@pytest.mark.parametrize(("method", "path", "content", "status", "code"), _ERRORS)
async def test_administrator(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    method: str,
    path: str,
    content: bytes | None,
    status: int,
    code: str,
) -> None:
    """With credentials, what is wrong with the request is told."""
    answer = await http.request(method, path, content=content, headers=admin)
    error = answer.json()["error"]
    assert (answer.status_code, error["status"], error["code"]) == (status, status, code)
    assert error["message"]


@pytest.mark.parametrize(
    ("method", "path", "content"),
    [
        pytest.param("GET", "/api/websites/no-uuid", None, id="malformed id"),
        pytest.param("POST", "/api/websites", b"{", id="malformed body"),
        pytest.param("GET", "/api/websites?page=0", None, id="malformed query"),
    ],
)
async def test_nobody(http: httpx.AsyncClient, method: str, path: str, content: bytes | None) -> None:
    """Without credentials nothing else is looked at."""
    answer = await http.request(method, path, content=content)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "unauthorized"


async def test_headers(http: httpx.AsyncClient) -> None:
    """Answers carry their request's id, and what browsers need to know."""
    answer = await http.get("/api/heartbeat")
    assert answer.json() == {"ok": True}
    assert len(answer.headers["X-Request-Id"]) == 16
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Headers": "*, Authorization",
        "Cache-Control": "no-cache, no-store",
    }
    assert {name: answer.headers[name] for name in expected} == expected
    preflight = await http.options("/api/websites")
    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, DELETE, POST, PUT"
