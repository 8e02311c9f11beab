"""Floods of sign-ins and guesses: other routes keep their threads, tables stay small."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import anyio
import httpx
import pytest
from sqlalchemy import text

from api.people import PASSWORD, sign_up
from kokumi.app import Kokumi, create_api
from kokumi.metadata.database import connect
from kokumi.metadata.websites import NewWebsite

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True

_SECONDS = 10
"""Far less than a database waits for its lock."""


@contextmanager
def _locked(kokumi: Kokumi, table: str) -> Iterator[None]:
    """Keep others from writing to a table until the block ends."""
    engine = connect(kokumi.settings.metadata_dsn)
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"lock table {table} in exclusive mode"))
        yield
    engine.dispose()


def _threads(name: str) -> int:
    return sum(thread.name.startswith(name) for thread in threading.enumerate())


async def _flood(requests: list[asyncio.Task[httpx.Response]], refused: int) -> None:
    """Wait until all that find no room are answered."""
    while sum(each.done() for each in requests) < refused:
        await asyncio.wait([each for each in requests if not each.done()], return_when="FIRST_COMPLETED")


async def test_sign_ins_leave_other_routes_their_threads(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Two sign-ins of an address run, six wait, the others are told to come again; all else is answered."""
    ada = sign_up(kokumi, "ada")
    body = {"username": "ada", "password": PASSWORD}
    before = _threads("sign in")
    with _locked(kokumi, "sign_in_attempts"):
        flood = [asyncio.create_task(http.post("/api/auth/login", json=body)) for _ in range(62)]
        with anyio.fail_after(_SECONDS):
            await _flood(flood, refused=54)
            answers = [each.result() for each in flood if each.done()]
            assert (await http.get("/api/me", headers=ada)).status_code == 200
        assert _threads("sign in") - before == 2
    assert [each.status_code for each in answers] == [503] * 54
    assert {each.headers["Retry-After"] for each in answers} == {"2"}
    assert Counter(each.status_code for each in await asyncio.gather(*flood))[503] == 54


async def test_one_address_does_not_keep_others_from_signing_in(kokumi: Kokumi) -> None:
    """While one address has all the places that it may have, somebody elsewhere gets one."""
    sign_up(kokumi, "ada")
    body = {"username": "ada", "password": PASSWORD}
    api = create_api(kokumi)
    near, far = (
        httpx.AsyncClient(
            transport=httpx.ASGITransport(api, client=(address, 1)), base_url="http://kokumi.test"
        )
        for address in ("192.0.2.1", "192.0.2.2")
    )
    async with near, far:
        with _locked(kokumi, "sign_in_attempts"):
            flood = [asyncio.create_task(near.post("/api/auth/login", json=body)) for _ in range(100)]
            with anyio.fail_after(_SECONDS):
                await _flood(flood, refused=92)
            other = asyncio.create_task(far.post("/api/auth/login", json=body))
            assert (await far.get("/api/config")).status_code == 200
            assert not other.done()
        assert (await other).status_code == 200
        await asyncio.gather(*flood)


async def test_passwords_of_links_leave_other_routes_their_threads(
    http: httpx.AsyncClient, kokumi: Kokumi
) -> None:
    """A link's password is judged and hashed where sign-ins run, by two threads."""
    ada = sign_up(kokumi, "ada")
    user = kokumi.metadata.users.named("ada")
    assert user is not None
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", user.id))
    body = {"name": "link", "password": PASSWORD}
    address = f"/api/websites/{website.id}/shares"
    with _locked(kokumi, "shares"):
        flood = [asyncio.create_task(http.post(address, json=body, headers=ada)) for _ in range(62)]
        with anyio.fail_after(_SECONDS):
            await _flood(flood, refused=54)
            assert (await http.get("/api/me", headers=ada)).status_code == 200
    statuses = Counter(each.status_code for each in await asyncio.gather(*flood))
    assert statuses == {503: 54, 200: 8}


async def test_wrong_slugs_leave_other_routes_their_threads(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Wrong guesses wait to be counted in a queue of their own."""
    ada = sign_up(kokumi, "ada")
    with _locked(kokumi, "guesses"):
        flood = [asyncio.create_task(http.get(f"/api/share/guess-{number}")) for number in range(62)]
        with anyio.fail_after(_SECONDS):
            await _flood(flood, refused=54)
            assert (await http.get("/api/me", headers=ada)).status_code == 200
    statuses = Counter(each.status_code for each in await asyncio.gather(*flood))
    assert statuses == {503: 54, 404: 8}


async def test_the_heartbeat_needs_no_thread(http: httpx.AsyncClient) -> None:
    limiter = anyio.to_thread.current_default_thread_limiter()
    free = limiter.total_tokens
    limiter.total_tokens = 1
    limiter.acquire_nowait()
    try:
        with anyio.fail_after(_SECONDS):
            assert (await http.get("/api/heartbeat")).json() == {"ok": True}
    finally:
        limiter.release()
        limiter.total_tokens = free
