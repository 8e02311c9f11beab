"""Users over HTTP: what administrators do, and what the last of them cannot."""

from __future__ import annotations

import httpx
import pytest

from api.people import PASSWORD
from kokumi.app import Kokumi
from kokumi.metadata.websites import NewWebsite

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


async def test_life_of_a_user(http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str]) -> None:
    """A user is made, renamed, listed, and deleted once they have no websites."""
    http.headers.update(admin)
    body = {"username": "bob", "password": PASSWORD, "role": "view-only"}
    made = (await http.post("/api/users", json=body)).json()
    assert made == {
        "id": made["id"],
        "username": "bob",
        "role": "view-only",
        "createdAt": made["createdAt"],
    }
    assert (await http.post("/api/users", json=body)).status_code == 409
    weak = await http.post(f"/api/users/{made['id']}", json={"password": "password1"})
    assert (weak.status_code, [each["path"] for each in weak.json()["error"]["details"]]) == (
        400,
        ["password"],
    )
    address = f"/api/users/{made['id']}"
    changed = (await http.post(address, json={"username": "rob", "role": "user"})).json()
    assert changed == {**made, "username": "rob", "role": "user"}
    assert (await http.get(address)).json() == changed

    user = kokumi.metadata.users.named("rob")
    assert user is not None
    website = kokumi.metadata.websites.create(NewWebsite("Site", "", user.id))
    found = (await http.get("/api/admin/users?search=RO")).json()
    assert found["data"] == [
        {
            **changed,
            "logoUrl": None,
            "displayName": None,
            "updatedAt": found["data"][0]["updatedAt"],
            "deletedAt": None,
            "_count": {"websites": 1},
        }
    ]
    assert [each["id"] for each in (await http.get(f"{address}/websites")).json()["data"]] == [
        str(website.id)
    ]
    assert (await http.delete(address)).json()["error"]["message"] == (
        "The user still has websites: transfer or delete them first."
    )
    assert (await http.delete(f"/api/websites/{website.id}")).status_code == 200
    assert (await http.delete(address)).json() == {"ok": True}
    assert (await http.get(address)).status_code == 404


async def test_last_administrator(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """Nobody is left without an administrator."""
    http.headers.update(admin)
    me = (await http.get("/api/me")).json()["user"]["id"]
    assert (await http.post(f"/api/users/{me}", json={"role": "user"})).status_code == 409
    assert (await http.delete(f"/api/users/{me}")).status_code == 409
    other = {"username": "eve", "password": PASSWORD, "role": "admin"}
    assert (await http.post("/api/users", json=other)).status_code == 200
    assert (await http.post(f"/api/users/{me}", json={"role": "user"})).status_code == 200
    assert (await http.get("/api/admin/users")).status_code == 403


@pytest.mark.parametrize(
    ("body", "path"),
    [
        pytest.param({"username": "", "password": PASSWORD}, "username", id="no name"),
        pytest.param({"username": " ", "password": PASSWORD}, "username", id="blank name"),
        pytest.param({"username": "a" * 256, "password": PASSWORD}, "username", id="long name"),
        pytest.param({"username": "a", "password": "short"}, "password", id="short password"),
        pytest.param({"username": "a", "password": "x" * 256}, "password", id="long password"),
        pytest.param({"username": "a", "password": "12345678"}, "password", id="common password"),
        pytest.param({"username": "a", "password": " " * 8}, "password", id="eight blanks"),
        pytest.param({"username": "Elspeth-9", "password": "elspeth-9"}, "password", id="the name itself"),
        pytest.param({"username": "a", "password": PASSWORD, "role": "root"}, "role", id="unknown role"),
    ],
)
async def test_refused(
    http: httpx.AsyncClient, admin: dict[str, str], body: dict[str, str], path: str
) -> None:
    """What is wrong with a user to be is told by field."""
    answer = await http.post("/api/users", json=body, headers=admin)
    assert answer.status_code == 400
    assert [detail["path"] for detail in answer.json()["error"]["details"]] == [path]
