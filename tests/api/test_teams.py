"""Teams over HTTP: founding, joining, roles, and the last owner."""

from __future__ import annotations

import httpx
import pytest

from api.people import sign_up
from kokumi.app import Kokumi

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


async def test_life_of_a_team(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A team is founded, joined by its code, given a website, and dissolved once that is gone."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    team, place = (await http.post("/api/teams", json={"name": "Engines"}, headers=ada)).json()
    assert team == {
        "id": team["id"],
        "name": "Engines",
        "accessCode": team["accessCode"],
        "logoUrl": None,
        "createdAt": team["createdAt"],
        "updatedAt": team["createdAt"],
        "deletedAt": None,
        "members": [place],
    }
    assert place == {
        "id": place["id"],
        "teamId": team["id"],
        "userId": place["userId"],
        "role": "team-owner",
        "createdAt": team["createdAt"],
        "updatedAt": team["createdAt"],
        "user": {"id": place["userId"], "username": "ada"},
    }
    address = f"/api/teams/{team['id']}"
    assert (await http.get(address, headers=bob)).status_code == 403

    joined = (await http.post("/api/teams/join", json={"accessCode": team["accessCode"]}, headers=bob)).json()
    assert joined["role"] == "team-member"
    again = await http.post("/api/teams/join", json={"accessCode": team["accessCode"]}, headers=bob)
    assert again.status_code == 409
    seen_by_member = {**team, "accessCode": None, "members": [place, joined]}
    assert (await http.get(address, headers=bob)).json() == seen_by_member
    assert (await http.get("/api/teams", headers=bob)).json() == {
        "data": [{**seen_by_member, "_count": {"websites": 0, "members": 2}}],
        "count": 1,
        "page": 1,
        "pageSize": 20,
    }
    members = (await http.get(f"{address}/users?search=OB", headers=ada)).json()
    assert (members["data"], members["count"]) == ([joined], 1)

    body = {"name": "Site", "teamId": team["id"]}
    website = (await http.post("/api/websites", json=body, headers=bob)).json()
    assert (website["userId"], website["teamId"]) == (None, team["id"])
    listed = (await http.get(f"{address}/websites", headers=ada)).json()["data"]
    creator = {"id": joined["userId"], "username": "bob"}
    assert listed == [{**website, "user": None, "createUser": creator}]
    assert (await http.get("/api/websites", headers=ada)).json()["count"] == 0
    for someone in (ada, bob):
        found = await http.get("/api/websites?includeTeams=true", headers=someone)
        assert found.json()["data"] == listed
    assert (await http.delete(address, headers=ada)).status_code == 409
    given = await http.post(
        f"/api/websites/{website['id']}/transfer", json={"userId": place["userId"]}, headers=ada
    )
    assert (given.json()["userId"], given.json()["teamId"]) == (place["userId"], None)
    assert (await http.delete(address, headers=ada)).json() == {"ok": True}
    assert (await http.get(address, headers=ada)).status_code == 403


async def test_owners(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A manager makes no owners and removes none, and the last owner stays."""
    ada, bob, cid = (sign_up(kokumi, name) for name in ("ada", "bob", "cid"))
    ids = {
        name: str(user.id) for name in ("ada", "bob", "cid") if (user := kokumi.metadata.users.named(name))
    }
    team = (await http.post("/api/teams", json={"name": "Engines"}, headers=ada)).json()[0]["id"]
    users = f"/api/teams/{team}/users"

    async def status(method: str, path: str, headers: dict[str, str], **body: str) -> int:
        return (await http.request(method, path, json=body or None, headers=headers)).status_code

    assert await status("POST", users, ada, userId=ids["bob"], role="team-manager") == 200
    assert await status("POST", users, bob, userId=ids["cid"], role="team-owner") == 403
    assert await status("POST", users, bob, userId=ids["cid"], role="team-member") == 200
    assert await status("POST", f"{users}/{ids['cid']}", bob, role="team-owner") == 403
    assert await status("POST", f"{users}/{ids['ada']}", bob, role="team-member") == 403
    assert await status("DELETE", f"{users}/{ids['ada']}", bob) == 403
    assert await status("DELETE", f"{users}/{ids['ada']}", ada) == 409
    assert await status("POST", f"{users}/{ids['ada']}", ada, role="team-member") == 409
    assert await status("DELETE", f"{users}/{ids['cid']}", cid) == 200
    assert await status("POST", f"{users}/{ids['bob']}", ada, role="team-owner") == 200
    assert await status("DELETE", f"{users}/{ids['ada']}", ada) == 200


async def test_demoted_member_cannot_rejoin(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Who was made view-only, leaves and joins by the code they know stays out; managers see the new code."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    team = (await http.post("/api/teams", json={"name": "Engines"}, headers=ada)).json()[0]
    address, code = f"/api/teams/{team['id']}", {"accessCode": team["accessCode"]}
    place = (await http.post("/api/teams/join", json=code, headers=bob)).json()
    body = {"name": "Site", "teamId": team["id"]}
    website = (await http.post("/api/websites", json=body, headers=ada)).json()["id"]

    member = f"{address}/users/{place['userId']}"
    assert (await http.post(member, json={"role": "team-view-only"}, headers=ada)).status_code == 200
    assert (await http.delete(member, headers=bob)).status_code == 200
    assert (await http.post("/api/teams/join", json=code, headers=bob)).status_code == 404
    changed = await http.post(f"/api/websites/{website}", json={"name": "pwned"}, headers=bob)
    assert changed.status_code == 403

    new = (await http.get(address, headers=ada)).json()["accessCode"]
    assert new != team["accessCode"]
    joined = await http.post("/api/teams/join", json={"accessCode": new}, headers=bob)
    assert joined.json()["role"] == "team-member"


@pytest.mark.parametrize(("length", "status"), [(11, 400), (12, 200), (50, 200), (51, 400)])
async def test_chosen_codes(http: httpx.AsyncClient, kokumi: Kokumi, length: int, status: int) -> None:
    """An access code that a person chooses has 12 to 50 characters."""
    ada = sign_up(kokumi, "ada")
    team = (await http.post("/api/teams", json={"name": "Engines"}, headers=ada)).json()[0]
    body = {"accessCode": "x" * length}
    assert (await http.post(f"/api/teams/{team['id']}", json=body, headers=ada)).status_code == status
