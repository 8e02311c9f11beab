"""What a log line holds, and what it never does."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

import httpx
import pytest
import structlog

from kokumi.cli.logs import set_up_logs
from kokumi.errors import SetupError
from kokumi.settings import Settings
from support.server import serving


@pytest.fixture
def restored() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


_PASSWORD = "correct horse"


def _login(address: str, password: str) -> httpx.Response:
    return httpx.post(f"{address}/api/auth/login", json={"username": "admin", "password": password})


def _fail(password: str) -> None:
    try:
        int(password)
    except ValueError as error:
        raise SetupError("it cannot start") from error


def test_exceptions_are_named_without_what_they_hold(restored: None) -> None:
    """Of a foreign exception only its kind and place are told; of our own also the message."""
    with redirect_stderr(io.StringIO()) as written:
        set_up_logs(Settings(log_format="json"))
        try:
            _fail("swordfish")
        except SetupError:
            structlog.get_logger().exception("request failed", request_id="abc")
            logging.getLogger("library").exception("library failed\nfuture: <Task exception=%r>", "swordfish")
    first, second = (json.loads(line) for line in written.getvalue().splitlines())
    assert {**first, "timestamp": "", "exception": []} == {
        "event": "request failed",
        "request_id": "abc",
        "level": "error",
        "timestamp": "",
        "exception": [],
    }
    assert second["event"] == "library failed"
    for entry in (first, second):
        outer, inner = entry["exception"]
        assert outer.startswith("SetupError (it cannot start) at test_logs.py:")
        assert inner.startswith("ValueError at test_logs.py:")
    assert "swordfish" not in written.getvalue()


def test_as_text(restored: None) -> None:
    """People read lines of text."""
    with redirect_stderr(io.StringIO()) as written:
        set_up_logs(Settings(log_format="text", log_level="warning"))
        structlog.get_logger().info("not this")
        structlog.get_logger().warning("but this", number=5)
    assert "not this" not in written.getvalue()
    assert "but this" in written.getvalue()
    assert "number" in written.getvalue()


def test_logs_hold_no_secrets(tmp_path: Path) -> None:
    """Lines are JSON, with the route and the request's id; not the path, the query, or what was sent."""
    settings = {"KOKUMI_LOG_LEVEL": "debug", "KOKUMI_TRUSTED_PROXIES": "127.0.0.0/8"}
    with serving(tmp_path, KOKUMI_ADMIN_PASSWORD=_PASSWORD, **settings) as server:
        answer = _login(server.address, _PASSWORD)
        secrets = _busy_day(server.address, answer.json()["token"])
        assert server.stop() == 0
    lines = [line for line in server.lines if not line.startswith("Kokumi serves at")]
    entries = [json.loads(line) for line in lines]
    assert entries[0] == {
        "event": "request",
        "level": "info",
        "method": "POST",
        "route": "/api/auth/login",
        "status": 200,
        "request_id": answer.headers["X-Request-Id"],
        "milliseconds": entries[0]["milliseconds"],
        "timestamp": entries[0]["timestamp"],
    }
    assert {entry["status"] for entry in entries} == {200, 400, 401, 404, 405}
    text = "\n".join(lines)
    assert [secret for secret in (_PASSWORD, "127.0.0.1", *secrets) if secret in text] == []


_VISITOR = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
    "X-Forwarded-For": "203.0.113.77",
    "Referer": "https://referring.example/page",
    "Accept-Language": "haw-US",
}


def _busy_day(address: str, token: str) -> list[str]:
    """Use a server in many ways, right and wrong; return all that should not be in its log."""
    admin = {"Authorization": f"Bearer {token}"}

    def send(method: str, path: str, body: object = None, headers: dict[str, str] = admin) -> httpx.Response:
        return httpx.request(method, f"{address}{path}", json=body, headers=headers)

    _login(address, "a wrong password")
    website = send("POST", "/api/websites", {"name": "shy name", "domain": "shy.example"}).json()["id"]
    key = send("POST", "/api/me/api-keys", {"name": "shy key"}).json()["key"]
    slug = send("POST", f"/api/websites/{website}/shares", {"name": "link"}).json()["slug"]
    share = send("GET", f"/api/share/{slug}").json()["token"]
    data = {"card": "4111-1111", "revenue": 12.5, "currency": "XTS"}
    event = {"website": website, "url": "/secret/page?utm_source=newsletter-7", "data": data}
    named = {"type": "event", "payload": {**event, "name": "bought"}}
    sent = send("POST", "/api/send", named, _VISITOR).json()
    send("POST", "/api/send", {"type": "event", "payload": {**event, "url": "https://[bad"}}, _VISITOR)
    send("POST", "/api/send", {"type": "identify", "payload": {**event, "id": "user-4711"}}, _VISITOR)
    stats = f"/api/websites/{website}/stats?startAt=0&endAt=9&country=Curioland"
    send("GET", stats)
    send("GET", f"{stats}&path=re.(")
    goal = {"websiteId": website, "filters": {"path": "c./secret"}}
    dates = {"startDate": "2025-10-01", "endDate": "2025-10-31", "type": "path"}
    send("POST", "/api/reports/goals", {**goal, "parameters": dates}, {"x-umami-api-key": key})
    dates["value"] = "/goal-of-mine"
    send("POST", "/api/reports/goals", {**goal, "parameters": dates}, {"x-umami-share-token": share})
    send("GET", "/secret-file.txt?token=in-query")
    send("DELETE", f"/api/share/{slug}")
    return [
        *("a wrong password", token, key, slug, share, sent["cache"], sent["sessionId"], website),
        *("shy name", "shy key", "shy.example", "4111-1111", "newsletter-7", "bought", "user-4711"),
        *("secret", "[bad", "Curioland", "goal-of-mine", "in-query", "re.("),
        *_VISITOR.values(),
    ]
