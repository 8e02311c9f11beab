"""Signing in and out, passwords, and guessing them."""

from __future__ import annotations

import httpx
import pytest

from api.conftest import Watch
from api.people import PASSWORD, sign_up
from kokumi.app import Kokumi
from kokumi.metadata.access import Role
from kokumi.metadata.tokens import LIFETIME

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


async def _sign_in(http: httpx.AsyncClient, name: str, password: str) -> httpx.Response:
    return await http.post("/api/auth/login", json={"username": name, "password": password})


def _bearer(answer: httpx.Response) -> dict[str, str]:
    return {"Authorization": f"whatever {answer.json()['token']}"}


async def test_sign_in_and_out(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A token stands for its user until logout; other sign-ins of theirs go on."""
    user = kokumi.metadata.users.create("ada", PASSWORD, Role.ADMIN)
    team = kokumi.metadata.teams.create("Engines", user.id)
    answer = await _sign_in(http, "ada", PASSWORD)
    shape = {
        "id": str(user.id),
        "username": "ada",
        "role": "admin",
        "createdAt": answer.json()["user"]["createdAt"],
        "isAdmin": True,
        "teams": [{"id": str(team.id), "name": "Engines", "logoUrl": None}],
    }
    device = answer.json()["device"]
    assert answer.json() == {"token": answer.json()["token"], "user": shape, "device": device}
    second = await _sign_in(http, "ada", PASSWORD)
    assert (await http.post("/api/auth/verify", headers=_bearer(answer))).json() == shape
    me = (await http.get("/api/me", headers=_bearer(answer))).json()
    assert me == {"token": answer.json()["token"], "shareToken": None, "user": shape}
    assert (await http.post("/api/auth/logout", headers=_bearer(answer))).json() == {"ok": True}
    assert (await http.post("/api/auth/verify", headers=_bearer(answer))).status_code == 401
    assert (await http.post("/api/auth/verify", headers=_bearer(second))).status_code == 200


@pytest.mark.parametrize(
    ("name", "password"),
    [pytest.param("ada", "wrong", id="wrong password"), pytest.param("bob", PASSWORD, id="no such user")],
)
async def test_wrong_sign_in(http: httpx.AsyncClient, kokumi: Kokumi, name: str, password: str) -> None:
    """The answer does not tell which of the two is wrong."""
    sign_up(kokumi, "ada")
    answer = await _sign_in(http, name, password)
    assert (answer.status_code, answer.json()) == (
        401,
        {
            "error": {
                "message": "The name or the password is not right.",
                "code": "incorrect-username-password",
                "status": 401,
            }
        },
    )


async def test_names_are_bounded(http: httpx.AsyncClient) -> None:
    """What is remembered of failures cannot be made to grow by long names."""
    answer = await _sign_in(http, "a" * 256, "b" * 256)
    assert (answer.status_code, answer.json()["error"]["details"]) == (
        400,
        [
            {"path": "username", "message": "must be at most 255 characters"},
            {"path": "password", "message": "must be at most 255 characters"},
        ],
    )


async def test_sign_in_ends_after_a_month(server: httpx.AsyncClient, timed: Kokumi, watch: Watch) -> None:
    """A token holds to its last millisecond."""
    headers = sign_up(timed, "ada")
    watch.now += LIFETIME - 1
    assert (await server.get("/api/me", headers=headers)).status_code == 200
    watch.now += 1
    assert (await server.get("/api/me", headers=headers)).status_code == 401


async def test_new_password_ends_all_sign_ins(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Changing the password asks for the old one, and signs everybody out who had signed in with it."""
    headers = sign_up(kokumi, "ada")
    wrong = {"currentPassword": "wrong", "newPassword": "another password"}
    answer = await http.post("/api/me/password", json=wrong, headers=headers)
    assert answer.json()["error"]["details"] == [
        {"path": "currentPassword", "message": "Current password is incorrect"}
    ]
    short = {"currentPassword": PASSWORD, "newPassword": "short"}
    answer = await http.post("/api/me/password", json=short, headers=headers)
    assert answer.json()["error"]["details"] == [
        {"path": "newPassword", "message": "must be 8 to 255 characters"}
    ]
    common = {"currentPassword": PASSWORD, "newPassword": "kokumi-ada"}
    answer = await http.post("/api/me/password", json=common, headers=headers)
    assert [each["path"] for each in answer.json()["error"]["details"]] == ["newPassword"]
    right = {"currentPassword": PASSWORD, "newPassword": "another password"}
    assert (await http.post("/api/me/password", json=right, headers=headers)).status_code == 200
    assert (await http.get("/api/me", headers=headers)).status_code == 401
    assert (await _sign_in(http, "ada", PASSWORD)).status_code == 401
    assert (await _sign_in(http, "ada", "another password")).status_code == 200


async def test_guessing_is_slowed_down(server: httpx.AsyncClient, timed: Kokumi, watch: Watch) -> None:
    """After five wrong passwords the account waits for this address, then it goes on."""
    sign_up(timed, "ada")
    sign_up(timed, "bob")
    for _ in range(5):
        assert (await _sign_in(server, "ada", "wrong")).status_code == 401
        watch.now += 1000
    refused = await _sign_in(server, "ada", PASSWORD)
    assert (refused.status_code, refused.json()["error"]["code"], refused.headers["Retry-After"]) == (
        429,
        "too-many-requests",
        "296",
    )
    assert (await _sign_in(server, "bob", PASSWORD)).status_code == 200
    watch.now += 295_000
    assert (await _sign_in(server, "ada", PASSWORD)).status_code == 200


async def test_tokens_of_deleted_users(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """With a user go their sign-ins and their keys."""
    user = kokumi.metadata.users.create("ada", PASSWORD)
    token = kokumi.metadata.tokens.issue(user.id)
    _, key = kokumi.metadata.keys.create(user.id, "key")
    kokumi.metadata.users.delete(user.id)
    for headers in ({"Authorization": f"Bearer {token}"}, {"x-umami-api-key": key}):
        assert (await http.get("/api/me", headers=headers)).status_code == 401


async def test_keys(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A key is shown once, works in either header, and ends when it is revoked."""
    headers = sign_up(kokumi, "ada")
    made = (await http.post("/api/me/api-keys", json={"name": "CI"}, headers=headers)).json()
    secret = made.pop("key")
    assert made == {
        "id": made["id"],
        "name": "CI",
        "hint": secret[:11],
        "readOnly": False,
        "createdAt": made["createdAt"],
        "expiresAt": None,
    }
    assert (await http.get("/api/me/api-keys", headers=headers)).json() == {
        "data": [made],
        "count": 1,
        "page": 1,
        "pageSize": 20,
    }
    shown = ({"Authorization": f"Bearer {secret}"}, {"x-umami-api-key": secret})
    for each in shown:
        assert (await http.get("/api/me", headers=each)).status_code == 200
    assert (await http.delete(f"/api/me/api-keys/{made['id']}", headers=headers)).json() == {"ok": True}
    for each in shown:
        assert (await http.get("/api/me", headers=each)).status_code == 401
    again = await http.delete(f"/api/me/api-keys/{made['id']}", headers=headers)
    assert again.status_code == 404


async def test_key_expires(server: httpx.AsyncClient, timed: Kokumi, watch: Watch) -> None:
    """A key with an end has one."""
    headers = sign_up(timed, "ada")
    body = {"name": "CI", "expiresAt": "2027-01-15T08:00:01Z"}  # the watch shows 08:00:00
    made = (await server.post("/api/me/api-keys", json=body, headers=headers)).json()
    assert made["expiresAt"] == "2027-01-15T08:00:01.000Z"
    key = {"x-umami-api-key": made["key"]}
    assert (await server.get("/api/me", headers=key)).status_code == 200
    watch.now += 1000
    assert (await server.get("/api/me", headers=key)).status_code == 401
    late = await server.post("/api/me/api-keys", json=body, headers=headers)
    assert late.json()["error"]["details"] == [{"path": "expiresAt", "message": "must lie in the future"}]


async def test_invalid_credentials_are_not_overlooked(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A wrong token is told, though a right one of another kind stands beside it."""
    user = kokumi.metadata.users.create("ada", PASSWORD)
    _, key = kokumi.metadata.keys.create(user.id, "key")
    headers = {"Authorization": "Bearer wrong", "x-umami-api-key": key}
    assert (await http.get("/api/me", headers=headers)).status_code == 401


@pytest.mark.parametrize("placeholder", ["undefined", "null", "None"])
async def test_placeholders_are_no_credentials(
    http: httpx.AsyncClient, kokumi: Kokumi, placeholder: str
) -> None:
    """Clients send these when they have no credential. One that stands beside them counts."""
    user = kokumi.metadata.users.create("ada", PASSWORD)
    _, key = kokumi.metadata.keys.create(user.id, "key")
    headers = {"Authorization": f"Bearer {placeholder}", "x-umami-share-token": placeholder}
    nobody = await http.get("/api/me", headers=headers | {"x-umami-api-key": placeholder})
    assert (nobody.status_code, nobody.json()["error"]["message"]) == (
        401,
        "Sign in first: this needs credentials.",
    )
    ada = await http.get("/api/me", headers=headers | {"x-umami-api-key": key})
    assert (ada.status_code, ada.json()["user"]["username"]) == (200, "ada")


async def test_sign_ins_end_everywhere(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A user ends all their sign-ins at once; keys, and other users, go on."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    second = _bearer(await _sign_in(http, "ada", PASSWORD))
    key = (await http.post("/api/me/api-keys", json={"name": "CI"}, headers=ada)).json()["key"]
    by_key = {"x-umami-api-key": key}
    assert (await http.delete("/api/me/sign-ins", headers=by_key)).status_code == 403
    assert (await http.delete("/api/me/sign-ins", headers=second)).json() == {"ok": True}
    found = [(await http.get("/api/me", headers=each)).status_code for each in (ada, second, by_key, bob)]
    assert found == [401, 401, 200, 200]
