"""Segments and cohorts over HTTP: made, used, changed, refused, and whose they are."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from kokumi.app import Kokumi
from kokumi.metadata.access import Role
from kokumi.metadata.websites import NewWebsite
from oracle.making import SITE, custom, view
from support.store_events import insert

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True

EXAMPLE = json.loads((Path(__file__).parent.parent / "example" / "segments.json").read_text("utf-8"))
SEGMENT = {
    "type": "segment",
    "name": "Germans",
    "parameters": {"filters": [{"name": "country", "operator": "eq", "value": "DE"}]},
}
COHORT = {
    "type": "cohort",
    "name": "Signed up",
    "parameters": {"dateRange": "all", "action": {"type": "event", "value": "signup"}, "filters": []},
}


@pytest.fixture
def website(kokumi: Kokumi, admin: dict[str, str]) -> UUID:
    """Return a website of the administrator's."""
    owner = kokumi.metadata.users.first_admin()
    assert owner is not None
    return kokumi.metadata.websites.create(NewWebsite("Shop", "shop.example", owner.id)).id


@pytest.fixture
def address(website: UUID) -> str:
    """Return where the website's segments are."""
    return f"/api/websites/{website}/segments"


async def test_life_of_a_segment(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, address: str
) -> None:
    http.headers.update(admin)
    made = (await http.post(address, json=SEGMENT)).json()
    assert made == {
        "id": made["id"],
        "websiteId": str(website),
        **SEGMENT,
        "createdAt": made["createdAt"],
        "updatedAt": made["createdAt"],
    }
    one = f"{address}/{made['id']}"
    assert (await http.get(one)).json() == made
    page = {"data": [made], "count": 1, "page": 1, "pageSize": 20}
    assert (await http.get(f"{address}?type=segment")).json() == page
    assert (await http.get(f"{address}?type=cohort")).json() == {**page, "data": [], "count": 0}

    renamed = (await http.post(one, json={"name": " Germany "})).json()
    assert renamed == {**made, "name": " Germany ", "updatedAt": renamed["updatedAt"]}
    other = {
        "filters": [{"name": "country", "operator": "neq", "value": "DE"}],
        "match": "any",
        "note": "kept",
    }
    changed = (await http.post(one, json={"parameters": other})).json()
    assert changed == {**renamed, "parameters": other, "updatedAt": changed["updatedAt"]}

    assert (await http.delete(one)).json() == {"ok": True}
    assert [(await http.get(one)).status_code, (await http.delete(one)).status_code] == [404, 404]


async def test_the_worked_example_can_be_created_as_it_is(
    http: httpx.AsyncClient, admin: dict[str, str], address: str
) -> None:
    http.headers.update(admin)
    made = [(await http.post(address, json=segment)).json() for segment in EXAMPLE]
    assert [{key: row[key] for key in ("type", "name", "parameters")} for row in made] == EXAMPLE


async def test_pages_and_search(http: httpx.AsyncClient, admin: dict[str, str], address: str) -> None:
    http.headers.update(admin)
    for name in ("Été", "Winter", "100%"):
        await http.post(address, json={**SEGMENT, "name": name})

    async def names(query: str) -> tuple[int, list[str]]:
        page = (await http.get(f"{address}?type=segment&{query}")).json()
        return page["count"], [row["name"] for row in page["data"]]

    assert await names("pageSize=2") == (3, ["Été", "Winter"])
    assert await names("pageSize=2&page=2") == (3, ["100%"])
    assert await names("search=été") == (1, ["Été"])
    assert await names("search=%25") == (1, ["100%"])


async def test_reports_run_through_them(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], website: UUID, address: str
) -> None:
    http.headers.update(admin)
    events = [
        view("/", "2025-10-02T10:00:00Z", country="DE"),
        custom("signup", "2025-10-02T10:01:00Z", country="DE"),
        view("/", "2025-10-03T10:00:00Z", session="bob", country="DE"),
        view("/", "2025-10-03T10:00:00Z", session="eve", country="FR"),
    ]
    insert(kokumi.store, events, {SITE: website})
    segment = (await http.post(address, json=SEGMENT)).json()["id"]
    cohort = (await http.post(address, json=COHORT)).json()["id"]

    async def visitors(**filters: str) -> object:
        parameters = {"startDate": "2025-10-01", "endDate": "2025-10-31", "type": "path", "value": "/"}
        body = {"websiteId": str(website), "filters": filters, "parameters": parameters}
        return (await http.post("/api/reports/goals", json=body)).json()

    assert await visitors() == {"num": 3, "total": 3}
    assert await visitors(segment=segment) == {"num": 2, "total": 2}
    assert await visitors(cohort=cohort) == {"num": 1, "total": 1}
    await http.delete(f"{address}/{segment}")
    answer = await visitors(segment=segment)
    assert isinstance(answer, dict)
    assert answer["error"]["code"] == "not-found"


REFUSALS = {
    "no type": ({"type": None}, "type"),
    "type that is none": ({"type": "group"}, "type"),
    "no name": ({"name": ""}, "name"),
    "blank name": ({"name": "  "}, "name"),
    "long name": ({"name": "x" * 201}, "name"),
    "no parameters": ({"parameters": None}, "parameters"),
    "filters that are no list": ({"parameters": {"filters": {}}}, "parameters.filters"),
    "control among the filters": (
        {"parameters": {"filters": [{"name": "segment", "operator": "eq", "value": str(uuid4())}]}},
        "parameters.filters.0.name",
    ),
    "unknown operator": (
        {"parameters": {"filters": [{"name": "os", "operator": "gt", "value": "1"}]}},
        "parameters.filters.0.operator",
    ),
    "invalid expression": (
        {"parameters": {"filters": [{"name": "os", "operator": "re", "value": "(("}]}},
        "parameters.filters.0.value",
    ),
    "unknown match": ({"parameters": {"filters": [], "match": "some"}}, "parameters.match"),
    "cohort without an action": ({"type": "cohort"}, "parameters.action"),
    "cohort with an unknown range": (
        {
            "type": "cohort",
            "parameters": {"action": {"type": "path", "value": "/"}, "dateRange": "lately"},
        },
        "parameters.dateRange",
    ),
}


@pytest.mark.parametrize(("change", "path"), REFUSALS.values(), ids=REFUSALS)
async def test_what_no_report_could_use_is_refused(
    http: httpx.AsyncClient, admin: dict[str, str], address: str, change: dict[str, object], path: str
) -> None:
    http.headers.update(admin)
    refused = await http.post(address, json={**SEGMENT, **change})
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], error["details"][0]["path"]) == (400, "bad-request", path)
    assert (await http.get(f"{address}?type=segment")).json()["count"] == 0


async def test_only_who_may_edit_the_website_changes_them(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], website: UUID, address: str
) -> None:
    made = (await http.post(address, json=SEGMENT, headers=admin)).json()["id"]
    stranger = kokumi.metadata.users.create("stranger", "a quiet password", Role.USER)
    theirs = {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(stranger.id)}"}
    share = kokumi.metadata.shares.create(website, "Public", {})
    guest = {"x-umami-share-token": kokumi.metadata.shares.token(share)}
    one = f"{address}/{made}"
    asked = [
        ("GET", f"{address}?type=segment", guest, 200),
        ("GET", one, guest, 200),
        ("POST", address, guest, 401),
        ("POST", one, guest, 401),
        ("DELETE", one, guest, 401),
        ("GET", f"{address}?type=segment", theirs, 403),
        ("GET", one, theirs, 403),
        ("POST", address, theirs, 403),
        ("POST", one, theirs, 403),
        ("DELETE", one, theirs, 403),
        ("GET", one, {}, 401),
        ("GET", f"{address}?type=group", admin, 400),
        ("GET", address, admin, 400),
        ("GET", f"{address}/x", admin, 404),
        ("GET", f"/api/websites/{uuid4()}/segments/{made}", admin, 404),
    ]
    answers = [
        await http.request(method, path, headers=headers, json=SEGMENT if method == "POST" else None)
        for method, path, headers, _ in asked
    ]
    assert [answer.status_code for answer in answers] == [status for *_, status in asked]
    assert (await http.get(one, headers=admin)).status_code == 200


async def test_another_website_or_type_does_not_find_it(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], address: str
) -> None:
    http.headers.update(admin)
    made = (await http.post(address, json=SEGMENT)).json()["id"]
    other = (await http.post("/api/websites", json={"name": "Other"})).json()["id"]
    elsewhere = f"/api/websites/{other}/segments/{made}"
    statuses = [
        (await http.get(elsewhere)).status_code,
        (await http.post(elsewhere, json=SEGMENT)).status_code,
        (await http.delete(elsewhere)).status_code,
        (await http.post(f"{address}/{made}", json={**SEGMENT, "type": "cohort"})).status_code,
    ]
    assert statuses == [404, 404, 404, 404]
