"""The collector over HTTP: shapes, statuses and headers as trackers know them."""

from __future__ import annotations

import gzip
from dataclasses import replace
from ipaddress import ip_network
from time import process_time
from uuid import UUID

import httpx
import pytest

from api.declared import api_client
from kokumi.app import Kokumi, create_api
from kokumi.settings import Settings
from kokumi.sql.fragment import sql

pytestmark = pytest.mark.anyio

CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
BROWSER = {"User-Agent": CHROME}


@pytest.fixture
async def site(http: httpx.AsyncClient, admin: dict[str, str]) -> UUID:
    """Make a website."""
    made = await http.post("/api/websites", json={"name": "A", "domain": "example.com"}, headers=admin)
    return UUID(made.json()["id"])


def body(site: UUID, **payload: object) -> dict[str, object]:
    return {"type": "event", "payload": {"website": str(site), "url": "/", **payload}}


def count(kokumi: Kokumi, site: UUID) -> object:
    statement = sql("select count() from events where website_id = {site:UUID}", site=site)
    return kokumi.store.query(statement, name="test").rows[0][0]


async def test_send(http: httpx.AsyncClient, kokumi: Kokumi, site: UUID) -> None:
    response = await http.post(
        "/api/send",
        json=body(site),
        headers=BROWSER | {"Authorization": "Bearer None", "Origin": "https://a.b"},
    )
    assert response.status_code == 200
    assert sorted(response.json()) == ["cache", "sessionId", "visitId"]
    assert response.headers["access-control-allow-origin"] == "*"
    again = await http.post(
        "/api/send", json=body(site), headers=BROWSER | {"x-umami-cache": response.json()["cache"]}
    )
    assert again.json()["visitId"] == response.json()["visitId"]
    assert count(kokumi, site) == 2


async def test_forwarded_in_two_lines(kokumi: Kokumi, site: UUID) -> None:
    """The line that a proxy added counts, not the one before it, which the client sent."""
    settings = Settings(data=kokumi.settings.data, trusted_proxies=(ip_network("127.0.0.1"),))
    forwarded = [("X-Forwarded-For", "193.0.6.139"), ("X-Forwarded-For", "8.8.8.8")]
    async with api_client(create_api(replace(kokumi, settings=settings))) as client:
        sent = await client.post("/api/send", json=body(site), headers=[*BROWSER.items(), *forwarded])
    assert sent.status_code == 200
    statement = sql("select country from events where website_id = {site:UUID}", site=site)
    assert kokumi.store.query(statement, name="test").rows == [("US",)]


async def test_send_takes_any_content_type(http: httpx.AsyncClient, kokumi: Kokumi, site: UUID) -> None:
    content = httpx.Request("POST", "http://x", json=body(site)).content
    response = await http.post("/api/send", content=content, headers=BROWSER | {"Content-Type": "text/plain"})
    assert (response.status_code, count(kokumi, site)) == (200, 1)


async def test_preflight(http: httpx.AsyncClient) -> None:
    response = await http.options(
        "/api/send",
        headers={
            "Origin": "https://a.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,x-umami-cache",
        },
    )
    names = ("allow-origin", "allow-headers", "allow-methods", "max-age")
    assert (response.status_code, [response.headers[f"access-control-{name}"] for name in names]) == (
        204,
        ["*", "*, Authorization", "GET, DELETE, POST, PUT", "86400"],
    )


async def test_bots_are_told_beep(http: httpx.AsyncClient, kokumi: Kokumi, site: UUID) -> None:
    response = await http.post("/api/send", json=body(site), headers={"User-Agent": "curl/8.5.0"})
    assert (response.status_code, response.json()) == (200, {"beep": "boop"})
    assert count(kokumi, site) == 0


@pytest.mark.parametrize(
    ("content", "status", "path"),
    [
        pytest.param(b"", 400, None, id="empty"),
        pytest.param(b"{", 400, None, id="malformed"),
        pytest.param(b"[]", 400, "", id="list"),
        pytest.param(b'{"type":"event","payload":{"website":"x"}}', 400, "payload.website", id="id"),
        pytest.param(b'{"type":"event","payload":{"website":"SITE","lcp":NaN}}', 400, None, id="nan"),
        pytest.param(b'{"type":"event","payload":{"website":"SITE","title":"\\u0000"}}', 400, None, id="nul"),
        pytest.param(
            b'{"type":"event","payload":{"website":"SITE","title":"\\ud800"}}', 400, None, id="surrogate"
        ),
        pytest.param(
            b'{"type":"event","payload":{"website":"SITE","title":"\xff"}}', 400, None, id="not-utf-8"
        ),
        pytest.param(
            b'{"type":"event","payload":{"website":"SITE","timestamp":1}}',
            400,
            "payload.timestamp",
            id="1970",
        ),
        pytest.param(
            b'{"type":"event","payload":{"website":"SITE","name":7}}', 400, "payload.name", id="wrong-type"
        ),
        pytest.param(
            b'{"type":"event","payload":{"title":"' + b"x" * 1_000_000 + b'"}}', 413, None, id="too-large"
        ),
        pytest.param(
            b'{"type":"event","payload":{"website":"00000000-0000-0000-0000-000000000000"}}',
            400,
            "payload.website",
            id="unknown-website",
        ),
    ],
)
async def test_what_cannot_be_stored_is_refused(
    http: httpx.AsyncClient, kokumi: Kokumi, site: UUID, content: bytes, status: int, path: str | None
) -> None:
    response = await http.post(
        "/api/send", content=content.replace(b"SITE", str(site).encode()), headers=BROWSER
    )
    error = response.json()["error"]
    assert (response.status_code, error["status"]) == (status, status)
    if path is not None:
        assert [detail["path"] for detail in error["details"]] == [path]
    assert response.headers["access-control-allow-origin"] == "*"
    assert count(kokumi, site) == 0


async def test_a_batch_tells_what_failed(http: httpx.AsyncClient, kokumi: Kokumi, site: UUID) -> None:
    items = [body(site), body(site, name=7), {"type": "event"}, body(site, userAgent="curl/8")]
    response = await http.post("/api/batch", json=items, headers=BROWSER)
    answer = response.json()
    cache = answer.pop("cache")
    assert isinstance(cache, str)
    wrong = {"path": "payload.name", "message": "must be text"}
    missing = {"path": "payload", "message": "is required"}
    error = {"code": "bad-request", "status": 400}
    assert (response.status_code, answer) == (
        200,
        {
            "size": 4,
            "processed": 2,
            "errors": 2,
            "details": [
                {
                    "index": 1,
                    "response": {
                        "error": {
                            "message": "payload.name: must be text",
                            **error,
                            "details": [wrong],
                        }
                    },
                },
                {
                    "index": 2,
                    "response": {"error": {"message": "payload: is required", **error, "details": [missing]}},
                },
            ],
        },
    )
    assert count(kokumi, site) == 1


@pytest.mark.parametrize(
    ("items", "answer"),
    [
        pytest.param([], {"size": 0, "processed": 0, "cache": None}, id="empty"),
        pytest.param(["bot"], {"size": 1, "processed": 1}, id="bots-only"),
    ],
)
async def test_a_batch_that_stores_nothing(
    http: httpx.AsyncClient, site: UUID, items: list[str], answer: dict[str, object]
) -> None:
    sent = [body(site, userAgent="curl/8") for _ in items]
    response = await http.post("/api/batch", json=sent, headers=BROWSER)
    assert (response.status_code, response.json()) == (200, {"errors": 0, "details": [], **answer})


async def test_a_batch_has_a_limit(http: httpx.AsyncClient, site: UUID) -> None:
    before = process_time()
    response = await http.post("/api/batch", content=b"[" + b"0," * 499_989 + b"0]", headers=BROWSER)
    assert process_time() - before < 1
    assert (response.status_code, response.json()) == (
        413,
        {
            "error": {
                "code": "too-large",
                "message": "A batch holds at most 500 items; send this one in parts.",
                "status": 413,
            }
        },
    )


async def test_a_batch_counts_all_failures_and_tells_of_some(http: httpx.AsyncClient, site: UUID) -> None:
    response = await http.post("/api/batch", json=[0] * 500, headers=BROWSER)
    answer = response.json()
    assert (answer["size"], answer["processed"], answer["errors"]) == (500, 0, 500)
    assert [each["index"] for each in answer["details"]] == list(range(100))
    assert len(response.content) < 20_000


async def test_old_events_need_a_key(http: httpx.AsyncClient, kokumi: Kokumi, site: UUID) -> None:
    admin = kokumi.metadata.users.named("admin")
    assert admin is not None
    _, secret = kokumi.metadata.keys.create(admin.id, "k")
    sent = [
        await http.post("/api/send", json=body(site, timestamp=946_684_800), headers=BROWSER | headers)
        for headers in (
            {},
            {"Authorization": "Bearer undefined"},
            {"x-umami-api-key": "kokumi_" + "x" * 43},
            {"x-umami-api-key": secret},
            {"Authorization": f"Bearer {secret}"},
        )
    ]
    assert [each.status_code for each in sent] == [400, 400, 400, 200, 200]
    assert count(kokumi, site) == 2


async def test_a_batch_must_be_a_list(http: httpx.AsyncClient, site: UUID) -> None:
    response = await http.post("/api/batch", json=body(site), headers=BROWSER)
    assert response.status_code == 400


async def test_a_server_that_stops_says_when_to_come_again(kokumi: Kokumi, site: UUID) -> None:
    stopping = create_api(kokumi)
    await stopping.state.context.collector.close()
    async with api_client(stopping) as http:
        one = await http.post("/api/send", json=body(site), headers=BROWSER)
        many = await http.post("/api/batch", json=[body(site), body(site)], headers=BROWSER)
    told = [
        (each.status_code, each.json()["error"]["code"], each.headers["retry-after"]) for each in (one, many)
    ]
    assert told == [(503, "overloaded", "5")] * 2
    assert count(kokumi, site) == 0


async def test_the_tracker(http: httpx.AsyncClient) -> None:
    response = await http.get("/script.js", headers={"Accept-Encoding": "gzip"})
    names = ("content-type", "cache-control", "access-control-allow-origin", "content-encoding", "vary")
    assert [response.headers[name] for name in names] == [
        "text/javascript; charset=utf-8",
        "public, max-age=86400",
        "*",
        "gzip",
        "Accept-Encoding",
    ]
    plain = await http.get("/script.js", headers={"Accept-Encoding": "identity"})
    assert plain.content == response.content
    assert len(gzip.compress(plain.content)) < 2500
