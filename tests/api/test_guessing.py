"""Guessing slugs of share links and access codes of teams is slowed down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from api.conftest import Watch
from api.declared import api_client
from api.people import sign_up
from kokumi.app import Kokumi, create_api
from kokumi.metadata.websites import NewWebsite
from kokumi.settings import Settings

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


@pytest.fixture
async def proxied(timed: Kokumi) -> AsyncIterator[httpx.AsyncClient]:
    """Speak to an application behind a proxy, which tells the address."""
    settings = Settings.model_validate({**timed.settings.model_dump(), "trusted_proxies": "127.0.0.1"})
    async with api_client(create_api(replace(timed, settings=settings))) as client:
        yield client


def _from(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address}


async def test_slugs(proxied: httpx.AsyncClient, timed: Kokumi, watch: Watch) -> None:
    """An address has thirty wrong slugs in five minutes; right ones do not count, others are let in."""
    sign_up(timed, "ada")
    user = timed.metadata.users.named("ada")
    assert user is not None
    website = timed.metadata.websites.create(NewWebsite("Shop", "", user.id))
    timed.metadata.shares.create(website.id, "Press", {}, "press")

    async def visit(slug: str, address: str = "2001:db8:1:2::1") -> httpx.Response:
        return await proxied.get(f"/api/share/{slug}", headers=_from(address))

    statuses = []
    for number in range(30):
        statuses += [(await visit("press")).status_code, (await visit(f"guess-{number}")).status_code]
    assert statuses == [200, 404] * 30
    refused = await visit("press", "2001:db8:1:2:3:4:5:6")  # the same customer's network
    assert (refused.status_code, refused.json()["error"], refused.headers["Retry-After"]) == (
        429,
        {
            "message": "Too many wrong guesses. Wait a moment, then try again.",
            "code": "too-many-requests",
            "status": 429,
        },
        "301",
    )
    assert (await visit("press", "2001:db8:1:3::1")).status_code == 200
    assert (await visit("press", "203.0.113.9")).status_code == 200
    watch.now += 300_000
    assert (await visit("press")).status_code == 200


async def test_access_codes(proxied: httpx.AsyncClient, timed: Kokumi) -> None:
    """A user, and an address, has ten wrong codes in five minutes; a right one passes for others."""
    users = {name: sign_up(timed, name) for name in ("ada", "bob", "cid", "dan")}
    user = timed.metadata.users.named("ada")
    assert user is not None
    code = timed.metadata.teams.create("Engines", user.id).access_code

    async def join(name: str, address: str, code: str) -> int:
        headers = {**users[name], **_from(address)}
        return (await proxied.post("/api/teams/join", json={"accessCode": code}, headers=headers)).status_code

    guesses = [await join("bob", f"203.0.113.{number}", f"guess-{number}") for number in range(12)]
    assert guesses == [404] * 10 + [429] * 2
    assert await join("bob", "198.51.100.1", code) == 429

    guesses = [await join("cid", "192.0.2.1", f"guess-{number}") for number in range(5)]
    guesses += [await join("ada", "192.0.2.1", f"guess-{number}") for number in range(5)]
    assert guesses == [404] * 10
    assert await join("dan", "192.0.2.1", code) == 429
    assert await join("dan", "192.0.2.2", code) == 200
    assert await join("cid", "192.0.2.2", code) == 200
