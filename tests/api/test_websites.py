"""Websites over HTTP, from the first to the last of their days."""

from __future__ import annotations

from uuid import UUID

import httpx
import pytest

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


async def test_life_of_a_website(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """A website is made, found, listed, changed and deleted."""
    http.headers.update(admin)
    made = (await http.post("/api/websites", json={"name": "Shop", "domain": "shop.test"})).json()
    me = made["userId"]
    assert made == {
        "id": made["id"],
        "name": "Shop",
        "domain": "shop.test",
        "resetAt": None,
        "userId": me,
        "teamId": None,
        "createdBy": me,
        "createdAt": made["createdAt"],
        "updatedAt": made["createdAt"],
        "deletedAt": None,
        "replayEnabled": False,
        "replayConfig": None,
        "shareId": None,
        "retentionDays": None,
    }
    address = f"/api/websites/{made['id']}"
    assert (await http.get(address)).json() == made
    user = {"id": me, "username": "admin"}
    assert (await http.get("/api/websites?pageSize=5000")).json() == {
        "data": [{**made, "user": user, "createUser": user}],
        "count": 1,
        "page": 1,
        "pageSize": 1000,
    }

    changed = (await http.post(address, json={"name": "Store", "shareId": "shop-2026"})).json()
    assert changed == {**made, "name": "Store", "shareId": "shop-2026", "updatedAt": changed["updatedAt"]}
    unshared = (await http.post(address, json={"shareId": None})).json()
    assert unshared == {**changed, "shareId": None, "updatedAt": unshared["updatedAt"]}

    assert (await http.post(f"{address}/reset")).json() == {"ok": True}
    reset = (await http.get(address)).json()
    assert reset["resetAt"] == reset["updatedAt"] >= unshared["updatedAt"]

    assert (await http.delete(address)).json() == {"ok": True}
    gone = await http.get(address)
    assert (gone.status_code, gone.json()) == (
        404,
        {"error": {"message": "There is no such website.", "code": "not-found", "status": 404}},
    )


async def test_id_of_ones_own(http: httpx.AsyncClient, admin: dict[str, str], website_id: UUID) -> None:
    """An id may be brought along, once."""
    body = {"name": "Shop", "domain": "", "id": str(website_id)}
    assert (await http.post("/api/websites", json=body, headers=admin)).json()["id"] == str(website_id)
    second = await http.post("/api/websites", json=body, headers=admin)
    assert (second.status_code, second.json()["error"]["code"]) == (409, "conflict")


async def test_search_and_pages(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """Lists are cut into pages and searched by name or domain, whatever the case."""
    http.headers.update(admin)
    for name in ("Été", "Winter", "100%", "Spätsommer"):
        await http.post("/api/websites", json={"name": name, "domain": f"{name}.test"})

    async def names(query: str) -> tuple[int, list[str]]:
        page = (await http.get(f"/api/websites?{query}")).json()
        return page["count"], [website["name"] for website in page["data"]]

    assert await names("pageSize=3") == (4, ["Été", "Winter", "100%"])
    assert await names("pageSize=3&page=2") == (4, ["Spätsommer"])
    assert await names(f"page={2**31 - 1}") == (4, [])
    assert (await http.get(f"/api/websites?page={10**30}")).status_code == 400
    assert await names("search=été") == (1, ["Été"])
    assert await names("search=%25") == (1, ["100%"])
    assert await names("search=TEST") == (4, ["Été", "Winter", "100%", "Spätsommer"])
