"""What servers report of agents, over HTTP, and the figures that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

import httpx
import pytest

from kokumi.app import Kokumi
from kokumi.sql.fragment import sql

pytestmark = pytest.mark.anyio

GPTBOT = "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)"
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.fixture
async def site(http: httpx.AsyncClient, admin: dict[str, str]) -> UUID:
    """Make a website."""
    made = await http.post("/api/websites", json={"name": "A", "domain": "example.com"}, headers=admin)
    return UUID(made.json()["id"])


def report(website: UUID, *fetches: Mapping[str, object]) -> dict[str, object]:
    return {"websiteId": str(website), "fetches": list(fetches)}


def rows(kokumi: Kokumi, website: UUID) -> list[tuple[object, ...]]:
    statement = sql(
        """
        select kind, operator, name, proof, reporter, hostname, path, referrer, status, user_agent,
            toUnixTimestamp(created_at) as seconds
        from agents where website_id = {website:UUID} order by path
        """,
        website=website,
    )
    return [tuple(row) for row in kokumi.store.query(statement, name="test").rows]


async def test_a_server_reports_what_it_saw(
    http: httpx.AsyncClient, kokumi: Kokumi, site: UUID, admin: dict[str, str]
) -> None:
    told = {
        "url": "https://shop.example/pricing?a=b#c",
        "userAgent": GPTBOT,
        "status": 404,
        "referrer": "https://www.news.example/x?y",
        "ip": "192.0.2.7",
        "timestamp": 1_760_000_000,
    }
    both = report(site, told, {**told, "userAgent": CHROME})
    answer = await http.post("/api/agents", json=both, headers=admin)
    assert (answer.status_code, answer.json()) == (200, {"size": 2, "stored": 1, "people": 1})
    assert rows(kokumi, site) == [
        (
            *("crawler", "OpenAI", "GPTBot", "claimed", "server", "shop.example", "/pricing"),
            *("news.example", 404, GPTBOT, 1_760_000_000),
        )
    ]
    figures = await http.get(
        f"/api/websites/{site}/agents?startAt=1759276800000&endAt=1761955199999", headers=admin
    )
    assert figures.json()["kinds"] == [{"kind": "crawler", "fetches": 1, "verified": 0}]


@pytest.mark.parametrize(
    ("fetch", "field"),
    [
        pytest.param({"url": "/"}, "fetches.0.userAgent", id="no-agent"),
        pytest.param({"userAgent": "x"}, "fetches.0.url", id="no-url"),
        pytest.param({"url": "/" * 5001, "userAgent": "x"}, "fetches.0.url", id="long-url"),
        pytest.param({"url": "/", "userAgent": "x" * 5001}, "fetches.0.userAgent", id="long-agent"),
        pytest.param({"url": "/", "userAgent": "x", "status": 600}, "fetches.0.status", id="status"),
        pytest.param({"url": "/", "userAgent": "x", "timestamp": 1}, "fetches.0.timestamp", id="old"),
        pytest.param({"url": "/", "userAgent": "x", "timestamp": 10**11}, "fetches.0.timestamp", id="ahead"),
        pytest.param({"url": "/", "userAgent": "x", "ip": "1" * 101}, "fetches.0.ip", id="long-address"),
    ],
)
async def test_a_report_that_is_not_right_is_refused_whole(
    http: httpx.AsyncClient,
    kokumi: Kokumi,
    site: UUID,
    admin: dict[str, str],
    fetch: dict[str, object],
    field: str,
) -> None:
    good = {"url": "/", "userAgent": GPTBOT}
    answer = await http.post("/api/agents", json=report(site, fetch, good), headers=admin)
    assert answer.status_code == 400
    assert [each["path"] for each in answer.json()["error"]["details"]] == [field]
    assert rows(kokumi, site) == []


@pytest.mark.parametrize("count", [0, 501])
async def test_a_report_has_1_to_500_requests(
    http: httpx.AsyncClient, site: UUID, admin: dict[str, str], count: int
) -> None:
    fetches = [{"url": "/", "userAgent": GPTBOT}] * count
    answer = await http.post("/api/agents", json=report(site, *fetches), headers=admin)
    assert (answer.status_code, answer.json()["error"]["details"][0]["path"]) == (400, "fetches")


async def test_a_full_report_is_stored(
    http: httpx.AsyncClient, kokumi: Kokumi, site: UUID, admin: dict[str, str]
) -> None:
    fetches: list[dict[str, object]] = [{"url": f"/{number}", "userAgent": GPTBOT} for number in range(500)]
    answer = await http.post("/api/agents", json=report(site, *fetches), headers=admin)
    assert answer.json() == {"size": 500, "stored": 500, "people": 0}
    assert len(rows(kokumi, site)) == 500


async def test_a_website_that_is_not_there(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    sent = report(uuid4(), {"url": "/", "userAgent": "x"})
    answer = await http.post("/api/agents", json=sent, headers=admin)
    assert answer.status_code == 404
