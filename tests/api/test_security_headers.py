"""What browsers are told with every answer: pages, files, scripts, errors, whatever the route."""

from __future__ import annotations

import httpx
import pytest

from kokumi.app import Kokumi, create_api

pytestmark = pytest.mark.anyio

_NOTHING = "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("method", "path", "status", "may_run"),
    [
        pytest.param("GET", "/", 200, "script-src 'self'", id="dashboard"),
        pytest.param("GET", "/websites/x/reports", 200, "script-src 'self'", id="page of the dashboard"),
        pytest.param("GET", "/docs", 200, "script-src 'self'", id="reference"),
        pytest.param("GET", "/script.js", 200, _NOTHING, id="tracker"),
        pytest.param("GET", "/metrics", 401, _NOTHING, id="metrics"),
        pytest.param("GET", "/api/heartbeat", 200, _NOTHING, id="API"),
        pytest.param("OPTIONS", "/api/send", 204, _NOTHING, id="preflight"),
        pytest.param("POST", "/api/send", 400, _NOTHING, id="error"),
        pytest.param("GET", "/api/nothing", 404, _NOTHING, id="nothing in the API"),
        pytest.param("GET", "/nothing.txt", 404, _NOTHING, id="no such file"),
        pytest.param("POST", "/", 404, _NOTHING, id="page that is posted to"),
    ],
)
async def test_every_answer(
    http: httpx.AsyncClient, method: str, path: str, status: int, may_run: str
) -> None:
    """No answer is framed, guessed at, or runs what another site wrote."""
    answer = await http.request(method, path)
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == status
    assert may_run in policy
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert policy.partition("script-src ")[2].partition(";")[0] in {"", "'self'"}
    shared = ("x-content-type-options", "x-frame-options", "referrer-policy")
    assert [answer.headers[name] for name in shared] == ["nosniff", "DENY", "strict-origin-when-cross-origin"]
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers


async def test_our_own_faults_too(kokumi: Kokumi) -> None:
    """An answer to a fault of ours is no exception."""
    application = create_api(kokumi)

    def fail() -> None:
        raise RuntimeError

    application.add_api_route("/broken", fail)
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://kokumi.test") as client:
        answer = await client.get("/broken")
    assert (answer.status_code, answer.headers["content-security-policy"]) == (500, _NOTHING)
