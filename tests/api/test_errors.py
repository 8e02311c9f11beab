"""Errors have the one shape of docs/spec/requests.md#errors, and the checks come in its order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from kokumi.api.server.errors import STATUSES
from kokumi.app import Kokumi
from kokumi.errors import CallerError
from kokumi.metadata.database import connect

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


async def test_methods_of_an_address(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """What is refused says what would be answered, and HEAD is answered as GET is."""
    refused = await http.put("/api/reports", headers=admin)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, POST")
    asked = [
        await http.head(path) for path in ("/api/heartbeat", "/api/websites", "/api/send", "/api/nothing")
    ]
    assert [answer.status_code for answer in asked] == [200, 401, 405, 404]


def test_every_error_of_a_caller_has_its_status() -> None:
    """No error that a module raises is without a status."""

    def kinds(parent: type[CallerError]) -> set[str]:
        return {parent.code}.union(*(kinds(each) for each in parent.__subclasses__()))

    assert kinds(CallerError) <= set(STATUSES)


async def test_our_own_fault(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault inside is answered without a word about it, and found in the log by the request's id."""
    engine = connect(kokumi.settings.metadata_dsn)
    with engine.begin() as connection:
        connection.execute(text("drop table tokens"))
    engine.dispose()
    answer = await http.get("/api/me?search=curious", headers=admin)
    assert (answer.status_code, answer.json()) == (
        500,
        {
            "error": {
                "message": "Something went wrong here. The log says more under this answer's X-Request-Id.",
                "code": "server-error",
                "status": 500,
            }
        },
    )
    assert answer.headers["X-Request-Id"] in capsys.readouterr().out


async def test_a_body_that_is_too_large_is_taken_in_before_the_answer(
    http: httpx.AsyncClient, admin: dict[str, str]
) -> None:
    """Otherwise the connection is reset while the client still sends, and the answer is lost with it."""
    sent = 0

    async def large() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(30):
            sent += 100_000
            yield b" " * 100_000

    headers = {**admin, "Content-Length": "3000000"}
    answer = await http.post("/api/websites", content=large(), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")
    assert sent == 3_000_000


async def test_body_without_a_length(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """A body that does not say how long it is, is read up to the limit only."""
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 100_000
            yield b" " * 100_000

    answer = await http.post("/api/websites", content=endless(), headers=admin)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")
    assert sent <= 1_200_000
