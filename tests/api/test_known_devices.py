"""A locked account: its owner comes in on a device that is known, and nobody else does."""

from __future__ import annotations

import httpx
import pytest

from api.conftest import Watch
from api.people import PASSWORD, sign_up
from kokumi.app import Kokumi
from kokumi.metadata.devices import LIFETIME

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


async def _sign_in(http: httpx.AsyncClient, device: str | None, password: str = PASSWORD) -> httpx.Response:
    body = {"username": "ada", "password": password, "device": device}
    return await http.post("/api/auth/login", json=body)


async def _status(http: httpx.AsyncClient, device: str | None, password: str = PASSWORD) -> int:
    return (await _sign_in(http, device, password)).status_code


def _device(kokumi: Kokumi, name: str) -> str:
    user = kokumi.metadata.users.named(name)
    assert user is not None
    return kokumi.metadata.devices.token(user.id)


def _lock(kokumi: Kokumi) -> None:
    """Fail to sign in as Ada from a hundred addresses."""
    for number in range(100):
        kokumi.metadata.sign_in_limit.begin("ada", f"203.0.113.{number}")


async def test_who_comes_in(server: httpx.AsyncClient, timed: Kokumi, watch: Watch) -> None:
    """A device's token holds for its user, until the password changes or its time is over."""
    sign_up(timed, "ada")
    sign_up(timed, "bob")
    late = _device(timed, "ada")
    watch.now += 1
    device = (await _sign_in(server, None)).json()["device"]
    named, end, seal = device.split(".")
    watch.now += LIFETIME - 1
    _lock(timed)
    statuses = {
        "no device": await _status(server, None),
        "hers": await _status(server, device),
        "hers again": await _status(server, device),
        "over": await _status(server, late),
        "Bob's": await _status(server, _device(timed, "bob")),
        "seal of another": await _status(server, f"{'0' * 32}.{end}.{seal}"),
        "longer life": await _status(server, f"{named}.{end}0.{seal}"),
        "no seal": await _status(server, f"{named}.{end}."),
        "nonsense": await _status(server, "é.²."),
        "empty": await _status(server, ""),
        "too long": await _status(server, "x" * 201),
    }
    assert statuses == {**dict.fromkeys(statuses, 429), "hers": 200, "hers again": 200, "too long": 400}

    user = timed.metadata.users.named("ada")
    assert user is not None
    watch.now -= 10
    timed.metadata.users.set_password(user.id, "another password")
    assert await _status(server, device, "another password") == 429
    assert await _status(server, _device(timed, "ada"), "another password") == 200


async def test_a_stolen_device_makes_few_guesses(server: httpx.AsyncClient, timed: Kokumi) -> None:
    """A device has ten failures in five minutes, which lock neither the account nor its other devices."""
    sign_up(timed, "ada")
    stolen, other = _device(timed, "ada"), _device(timed, "ada")
    guesses = [await _status(server, stolen, "wrong") for _ in range(12)]
    assert guesses == [401] * 10 + [429] * 2
    assert await _status(server, stolen) == 429
    assert [await _status(server, each) for each in (other, None)] == [200, 200]


async def test_operator_opens_a_locked_account(server: httpx.AsyncClient, timed: Kokumi) -> None:
    """Forgetting the failures of an account, as `kokumi users set-password` does, lets its owner in."""
    sign_up(timed, "ada")
    sign_up(timed, "bob")
    for number in range(100):
        timed.metadata.sign_in_limit.begin("bob", f"203.0.113.{number}")
    _lock(timed)
    timed.metadata.sign_in_limit.forget("ada")
    bob = await server.post("/api/auth/login", json={"username": "bob", "password": PASSWORD})
    assert (await _status(server, None), bob.status_code) == (200, 429)
