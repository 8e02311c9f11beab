"""Whom the collector believes: credentials on its public routes add rights and are never refused."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, event

from api.conftest import Watch
from api.people import sign_up
from kokumi.api.server.senders import MAX_REMEMBERED, Senders
from kokumi.app import Kokumi
from kokumi.collect.authority import STRANGER
from kokumi.metadata.access import Role, SignedIn
from kokumi.metadata.websites import NewWebsite

pytestmark = pytest.mark.anyio


def secret_of(headers: dict[str, str]) -> str:
    return headers["Authorization"].removeprefix("Bearer ")


@contextmanager
def look_ups() -> Iterator[list[str]]:
    """Give a list, to which each query of a metadata database is added until the block ends."""
    found: list[str] = []

    def add(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", add)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", add)


@pytest.fixture
def owner(kokumi: Kokumi) -> SignedIn:
    """Make a user."""
    caller = kokumi.metadata.tokens.caller(secret_of(sign_up(kokumi, "owner")))
    assert caller is not None
    return caller


@pytest.fixture
def site(kokumi: Kokumi, owner: SignedIn) -> UUID:
    """Make a website of the owner."""
    return kokumi.metadata.websites.create(NewWebsite("A", "example.com", owner.user_id)).id


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param("key", True, id="key-of-the-owner"),
        pytest.param("sign-in", True, id="sign-in-of-the-owner"),
        pytest.param("read-only-key", False, id="key-that-only-reads"),
        pytest.param("somebody", False, id="somebody-else"),
        pytest.param("invalid", False, id="invalid-key"),
    ],
)
async def test_who_may_edit(kokumi: Kokumi, owner: SignedIn, site: UUID, who: str, *, expected: bool) -> None:
    secrets = {
        "key": kokumi.metadata.keys.create(owner.user_id, "k")[1],
        "sign-in": kokumi.metadata.tokens.issue(owner.user_id),
        "read-only-key": kokumi.metadata.keys.create(owner.user_id, "k", read_only=True)[1],
        "somebody": secret_of(sign_up(kokumi, "somebody")),
        "invalid": "kokumi_" + "x" * 43,
    }
    authority = Senders(kokumi.metadata).authority(secrets[who])
    assert (await authority.may_edit(site), await authority.may_edit(uuid4())) == (expected, False)


@pytest.mark.parametrize("shown", [None, "", "None", "undefined", "null", "kokumi_"])
async def test_placeholders_are_no_credentials(kokumi: Kokumi, shown: str | None) -> None:
    assert Senders(kokumi.metadata).authority(shown) is STRANGER


async def test_a_placeholder_does_not_hide_the_key_behind_it(
    kokumi: Kokumi, owner: SignedIn, site: UUID
) -> None:
    _, secret = kokumi.metadata.keys.create(owner.user_id, "k")
    assert await Senders(kokumi.metadata).authority("undefined", secret).may_edit(site)


async def test_the_items_of_a_request_share_one_look_up(kokumi: Kokumi, owner: SignedIn, site: UUID) -> None:
    key, secret = kokumi.metadata.keys.create(owner.user_id, "k")
    senders = Senders(kokumi.metadata)
    first, other = senders.authority(secret), senders.authority("kokumi_" + "x" * 43)
    assert await asyncio.gather(*(first.may_edit(site) for _ in range(50))) == [True] * 50
    assert await asyncio.gather(*(other.may_edit(site) for _ in range(50))) == [False] * 50
    kokumi.metadata.keys.delete(owner.user_id, key.id)
    # What the request has learned stands until it ends, and the right is remembered for some seconds.
    assert [await first.may_edit(site), await senders.authority(secret).may_edit(site)] == [True, True]
    # Without that memory the revoked key is worth nothing.
    assert not await Senders(kokumi.metadata).authority(secret).may_edit(site)


async def test_refusals_are_remembered_for_five_seconds(kokumi: Kokumi, owner: SignedIn, site: UUID) -> None:
    """A stranger who sends the same made-up credentials often costs few look-ups; a new right counts soon."""
    watch = Watch(100)
    senders = Senders(kokumi.metadata, lambda: watch.now)
    with look_ups() as found:
        for _ in range(20):
            assert not await senders.authority("x" * 43).may_edit(site)
    assert len(found) == 1
    other = kokumi.metadata.users.create("other", "a quiet password", Role.USER)
    token = kokumi.metadata.tokens.issue(other.id)
    assert not await senders.authority(token).may_edit(site)
    kokumi.metadata.websites.transfer(site, user_id=other.id)
    watch.now += 4
    assert not await senders.authority(token).may_edit(site)
    watch.now += 1
    assert await senders.authority(token).may_edit(site)


async def test_strangers_do_not_make_rights_be_forgotten(kokumi: Kokumi, owner: SignedIn, site: UUID) -> None:
    key, secret = kokumi.metadata.keys.create(owner.user_id, "k")
    senders = Senders(kokumi.metadata)
    assert await senders.authority(secret).may_edit(site)
    for number in range(2 * MAX_REMEMBERED):
        senders.may_edit(None, f"{number:043}", site)
    kokumi.metadata.keys.delete(owner.user_id, key.id)
    assert await senders.authority(secret).may_edit(site)
