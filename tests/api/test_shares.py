"""Share links: what a visitor by one sees, and when it ends."""

from __future__ import annotations

import httpx
import pytest

from kokumi.app import Kokumi
from kokumi.metadata.parts import Part
from kokumi.metadata.websites import NewWebsite, OwnedWebsite

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True


@pytest.fixture
def website(kokumi: Kokumi, admin: dict[str, str]) -> OwnedWebsite:
    """Return a website of the administrator's."""
    owner = kokumi.metadata.users.named("admin")
    assert owner is not None
    return kokumi.metadata.websites.create(NewWebsite("Shop", "", owner.id))


async def test_visit(http: httpx.AsyncClient, admin: dict[str, str], website: OwnedWebsite) -> None:
    """Who knows the slug sees the website, no other, until the link's slug changes or it goes."""
    body = {"name": "Press", "slug": "press-2026", "parameters": {"overview": True}}
    made = (await http.post(f"/api/websites/{website.id}/shares", json=body, headers=admin)).json()
    assert made == {
        "id": made["id"],
        "entityId": str(website.id),
        "name": "Press",
        "shareType": 1,
        "slug": "press-2026",
        "parameters": {"overview": True},
        "opens": "all",
        "reportId": None,
        "hasPassword": False,
        "expiresAt": None,
        "embedOrigins": [],
        "createdAt": made["createdAt"],
        "updatedAt": made["createdAt"],
    }
    visit = (await http.get("/api/share/press-2026")).json()
    assert visit == {
        "shareId": made["id"],
        "shareType": 1,
        "parameters": {"overview": True},
        "websiteId": str(website.id),
        "opens": "all",
        "reportId": None,
        "shows": sorted(Part),
        "token": visit["token"],
    }
    visitor = {"x-umami-share-token": visit["token"]}
    other = (await http.post("/api/websites", json={"name": "Other"}, headers=admin)).json()["id"]
    assert (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code == 200
    assert (await http.get(f"/api/websites/{other}", headers=visitor)).status_code == 403

    address = f"/api/share/id/{made['id']}"
    renamed = (await http.post(address, json={"name": "News", "slug": "news-2026"}, headers=admin)).json()
    assert renamed == {
        **made,
        "name": "News",
        "slug": "news-2026",
        "parameters": {},
        "updatedAt": renamed["updatedAt"],
    }
    assert (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code == 401
    visitor = {"x-umami-share-token": (await http.get("/api/share/news-2026")).json()["token"]}
    assert (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code == 200
    assert (await http.delete(address, headers=admin)).json() == {"ok": True}
    assert (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code == 401
    assert (await http.get("/api/share/news-2026")).status_code == 404


async def test_share_id_of_a_website(
    http: httpx.AsyncClient, admin: dict[str, str], website: OwnedWebsite
) -> None:
    """A website's `shareId` is the slug of its first link; a taken one is refused, and changes nothing."""
    address = f"/api/websites/{website.id}"
    await http.post(address, json={"shareId": "shop-2026"}, headers=admin)
    links = (await http.get(f"{address}/shares", headers=admin)).json()["data"]
    assert [(link["slug"], link["name"]) for link in links] == [("shop-2026", "Shop")]
    body = {"name": "Other", "shareId": "shop-2026"}
    assert (await http.post("/api/websites", json=body, headers=admin)).status_code == 409
    assert (await http.get("/api/websites", headers=admin)).json()["count"] == 1
    link = {"name": "x", "slug": "shop-2026", "shareType": 1, "entityId": str(website.id)}
    assert (await http.post("/api/share", json=link, headers=admin)).status_code == 409


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty seal"),
        pytest.param("0" * 64, id="invented seal"),
        pytest.param("é", id="no ASCII"),
    ],
)
async def test_forged_token(
    http: httpx.AsyncClient, kokumi: Kokumi, website: OwnedWebsite, token: str
) -> None:
    """A token is no good without the server's seal."""
    share = kokumi.metadata.shares.create(website.id, "x", {})
    headers = [(b"x-umami-share-token", f"{share.id}.{token}".encode())]
    assert (await http.get(f"/api/websites/{website.id}", headers=headers)).status_code == 401


@pytest.mark.parametrize("slug", ["", "a b", "ä", "a/b"])
async def test_slugs_that_could_not_stand_in_an_address(
    http: httpx.AsyncClient, admin: dict[str, str], website: OwnedWebsite, slug: str
) -> None:
    """They are refused, whether as a link's slug or as the website's `shareId`."""
    address = f"/api/websites/{website.id}"
    link = await http.post(f"{address}/shares", json={"name": "Press", "slug": slug}, headers=admin)
    changed = await http.post(address, json={"shareId": slug}, headers=admin)
    assert (link.status_code, changed.status_code) == (400, 400)
