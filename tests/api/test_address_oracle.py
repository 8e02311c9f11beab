"""Attempts to find out by an address what its visitor did, or to write into their session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from uuid import UUID

import httpx
import pytest

from api.declared import api_client
from api.people import sign_up
from kokumi.app import Kokumi, create_api
from kokumi.metadata.websites import NewWebsite
from kokumi.settings import Settings
from kokumi.sql.fragment import sql

pytestmark = pytest.mark.anyio

CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
VICTIM, ATTACKER, BACKEND = "81.2.69.142", "9.9.9.9", "10.0.0.1"
TO_THE_END_OF_TIME = "startAt=0&endAt=4000000000000"


@dataclass(frozen=True)
class Scene:
    """A website that the victim visited, and connections from whatever address to its server."""

    kokumi: Kokumi
    site: UUID
    owner: dict[str, str]
    connect: Callable[[str], AbstractAsyncContextManager[httpx.AsyncClient]]

    async def send(self, peer: str, headers: dict[str, str], **body: object) -> dict[str, str]:
        """Return the answer to an event or an identification."""
        kind = str(body.pop("kind", "event"))
        payload = {"website": str(self.site), "url": "/", **body}
        headers = {"User-Agent": CHROME, **headers}
        async with self.connect(peer) as http:
            sent = await http.post("/api/send", json={"type": kind, "payload": payload}, headers=headers)
        sent.raise_for_status()
        return {str(name): str(value) for name, value in sent.json().items()}

    async def look(self, path: str) -> httpx.Response:
        """Return what the owner sees of the website: no visitor by a link sees more."""
        async with self.connect(ATTACKER) as http:
            return await http.get(
                f"/api/websites/{self.site}/{path}?{TO_THE_END_OF_TIME}", headers=self.owner
            )

    def stored(self) -> dict[str, list[str]]:
        """Return the paths of each session."""
        statement = sql(
            """
            select toString(session_id), arraySort(groupArray(path)) from events
            where website_id = {site:UUID} group by session_id
            """,
            site=self.site,
        )
        found = self.kokumi.store.query(statement, name="test").rows
        return {str(session): list(map(str, paths)) for session, paths in found if isinstance(paths, list)}


@pytest.fixture
async def scene(kokumi: Kokumi) -> Scene:
    """Let somebody visit a secret page of a website."""
    settings = Settings(data=kokumi.settings.data, trusted_proxies=BACKEND)
    application = create_api(replace(kokumi, settings=settings))

    @asynccontextmanager
    async def connect(peer: str) -> AsyncIterator[httpx.AsyncClient]:
        async with api_client(application, peer) as http:
            yield http

    owner = sign_up(kokumi, "owner")
    user = kokumi.metadata.tokens.caller(owner["Authorization"].removeprefix("Bearer "))
    assert user is not None
    site = kokumi.metadata.websites.create(NewWebsite("A", "example.com", user.user_id)).id
    scene = Scene(kokumi, site, owner, connect)
    await scene.send(VICTIM, {}, url="/secret-page")
    return scene


async def test_trying_addresses_finds_nobody(scene: Scene) -> None:
    """Neither by the id that is answered, nor by what was sent under it, is the victim's session found."""
    (victims_session,) = scene.stored()
    answers = [
        await scene.send(ATTACKER, {}, kind=kind, ip=f"81.2.69.{host}", userAgent=CHROME, url="/marker")
        for host in range(140, 145)
        for kind in ("event", "identify")
    ]
    ids = sorted({answer["sessionId"] for answer in answers})
    assert len(ids) == 5
    assert set(ids).isdisjoint(scene.stored())
    seen = [await scene.look(f"sessions/{each}/activity") for each in ids]
    assert [(each.status_code, each.json()) for each in seen] == [(200, [])] * 5
    assert [(await scene.look(f"sessions/{each}")).status_code for each in ids] == [404] * 5
    stored = scene.stored()
    assert stored.pop(victims_session) == ["/secret-page"]
    assert list(stored.values()) == [["/marker"]] * 5


async def test_nobody_writes_into_a_victims_session(scene: Scene) -> None:
    (session,) = scene.stored()
    crime = {"plan": "criminal"}
    await scene.send(ATTACKER, {}, kind="identify", ip=VICTIM, userAgent=CHROME, data=crime)
    assert (await scene.look(f"sessions/{session}/properties")).json() == []


async def test_a_visitors_own_answer_opens_nothing(scene: Scene) -> None:
    """The victim's own ids and token, read by a script of the page, are no key to what is stored."""
    answer = await scene.send(VICTIM, {}, url="/secret-page")
    (session,) = scene.stored()
    assert answer["sessionId"] != session
    assert (await scene.look(f"sessions/{answer['sessionId']}")).status_code == 404
    assert (await scene.send(VICTIM, {}))["sessionId"] == answer["sessionId"]


def _credentials(scene: Scene) -> dict[str, dict[str, str]]:
    metadata = scene.kokumi.metadata
    user = metadata.users.named("owner")
    assert user is not None
    keys = {
        name: metadata.keys.create(user.id, name, read_only=name == "read-only-key")[1]
        for name in ("key", "read-only-key")
    }
    share = metadata.shares.create(scene.site, "link", {})
    return {
        **{name: {"x-umami-api-key": key} for name, key in keys.items()},
        "sign-in": scene.owner,
        "foreign-user": sign_up(scene.kokumi, "somebody else"),
        "share-link": {"x-umami-share-token": metadata.shares.token(share)},
        "nothing": {},
    }


@pytest.mark.parametrize(
    ("peer", "credential", "speaks_for_others"),
    [
        pytest.param(ATTACKER, "key", True, id="key"),
        pytest.param(ATTACKER, "sign-in", True, id="sign-in"),
        pytest.param(BACKEND, "nothing", True, id="trusted-address"),
        pytest.param(ATTACKER, "read-only-key", False, id="read-only-key"),
        pytest.param(ATTACKER, "foreign-user", False, id="foreign-user"),
        pytest.param(ATTACKER, "share-link", False, id="share-link"),
    ],
)
async def test_who_speaks_for_others(
    scene: Scene, peer: str, credential: str, *, speaks_for_others: bool
) -> None:
    """Who may edit the website and who is trusted reach the visitor's session, and are told its real id."""
    (session,) = scene.stored()
    headers = _credentials(scene)[credential]
    answer = await scene.send(peer, headers, ip=VICTIM, userAgent=CHROME, url="/later")
    stored = scene.stored()
    assert stored[session] == (["/later", "/secret-page"] if speaks_for_others else ["/secret-page"])
    assert (answer["sessionId"] == session) is speaks_for_others
    assert (answer["sessionId"] in stored) is speaks_for_others
