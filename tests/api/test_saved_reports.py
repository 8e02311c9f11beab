"""Saved reports over HTTP: the contract's samples, what is refused, whose they are, and running one."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest

from kokumi.app import Kokumi
from kokumi.metadata.access import Role
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import REPORTS
from oracle.making import SITE, custom, view
from support.erasing import erase
from support.store_events import insert

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True

LOGIN: dict[str, object] = {
    "name": "Triggered Login-button ",
    "parameters": {"type": "event", "value": "login-button-header"},
    "type": "goal",
}
"""The contract's own sample, but for the website."""

GOAL = {"type": "event", "value": "signup"}


@pytest.fixture
def owner(kokumi: Kokumi) -> dict[str, str]:
    """Return the headers of a user who owns a website."""
    return signed_in(kokumi, "owner")


@pytest.fixture
def website(kokumi: Kokumi, owner: dict[str, str]) -> UUID:
    """Return a website of the owner's with two visitors, one of whom signs up."""
    user = kokumi.metadata.users.named("owner")
    assert user is not None
    made = kokumi.metadata.websites.create(NewWebsite("Shop", "shop.example", user.id)).id
    events = [
        view("/", "2025-10-02T10:00:00Z", country="DE"),
        custom("signup", "2025-10-02T10:01:00Z", country="DE"),
        view("/", "2025-11-03T10:00:00Z", session="bob", country="FR"),
    ]
    insert(kokumi.store, events, {SITE: made})
    return made


def signed_in(kokumi: Kokumi, name: str, role: Role = Role.USER) -> dict[str, str]:
    """Return the headers of a new user."""
    user = kokumi.metadata.users.create(name, "a quiet password", role)
    return {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(user.id)}"}


async def save(http: httpx.AsyncClient, website: UUID, **changes: object) -> dict[str, object]:
    """Return a report that was saved."""
    saved = await http.post("/api/reports", json={**LOGIN, "websiteId": str(website), **changes})
    assert saved.status_code == 200, saved.text
    answer: dict[str, object] = saved.json()
    return answer


async def test_life_of_a_saved_report(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    user = kokumi.metadata.users.named("owner")
    assert user is not None
    made = await save(http, website)
    assert made == {
        "id": made["id"],
        "userId": str(user.id),
        "websiteId": str(website),
        "type": "goal",
        "name": "Triggered Login-button ",
        "description": "",
        "parameters": {"type": "event", "value": "login-button-header"},
        "createdAt": made["createdAt"],
        "updatedAt": made["createdAt"],
    }
    one = f"/api/reports/{made['id']}"
    assert (await http.get(one)).json() == made
    changed = (await http.post(one, json={"description": "Test"})).json()
    assert changed == {**made, "description": "Test", "updatedAt": changed["updatedAt"]}
    whole = {**LOGIN, "websiteId": str(website), "name": "Login", "description": "x" * 500}
    changed = (await http.post(one, json=whole)).json()
    assert changed == {**made, **whole, "updatedAt": changed["updatedAt"]}
    assert (await http.delete(one)).json() == {"ok": True}
    assert (await http.get(one)).status_code == 403
    assert (await http.get(one, headers=signed_in(kokumi, "admin", Role.ADMIN))).status_code == 404


async def test_lists_are_ordered_by_update_and_cut_into_pages(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    first = await save(http, website, name="first")
    second = await save(http, website, name="second", type="goals")
    utm = await save(http, website, name="utm", type="utmFilters", parameters={})
    first = (await http.post(f"/api/reports/{first['id']}", json={"description": "newer"})).json()
    newest = sorted((first, second, utm), key=lambda row: str(row["id"]))
    newest.sort(key=lambda row: str(row["updatedAt"]), reverse=True)

    async def listed(query: str, path: str = f"/api/reports?websiteId={website}&") -> object:
        return (await http.get(f"{path}{query}")).json()

    page = {"data": newest, "count": 3, "page": 1, "pageSize": 20}
    assert await listed("") == page
    assert await listed("", f"/api/websites/{website}/reports?") == page
    goals = [row for row in newest if row["type"] == "goal"]
    for name in ("goal", "goals"):
        assert await listed(f"type={name}") == {**page, "data": goals, "count": 2}
    assert await listed("type=utm") == {**page, "data": [utm], "count": 1}
    assert await listed("page=2&pageSize=2") == {**page, "data": newest[2:], "page": 2, "pageSize": 2}
    assert await listed("page=9&pageSize=5000") == {**page, "data": [], "page": 9, "pageSize": 1000}
    for wrong in ("pageSize=0", "pageSize=many", "page=0", "type=pages"):
        assert (await http.get(f"/api/reports?websiteId={website}&{wrong}")).status_code == 400
    assert (await http.get("/api/reports")).status_code == 400


REFUSALS = {
    "no website": ({"websiteId": None}, "websiteId"),
    "unknown type": ({"type": "pages"}, "type"),
    "no name": ({"name": ""}, "name"),
    "blank name": ({"name": "\t "}, "name"),
    "long name": ({"name": "x" * 201}, "name"),
    "long description": ({"description": "x" * 501}, "description"),
    "no parameters": ({"parameters": None}, "parameters"),
    "parameters of another report": ({"type": "funnel"}, "parameters.steps"),
    "missing parameter": ({"parameters": {"type": "path"}}, "parameters.value"),
    "wrong date": (
        {"parameters": {**GOAL, "startDate": "soon"}},
        "parameters.startDate",
    ),
    "end before start": (
        {"parameters": {**GOAL, "startDate": 2, "endDate": 1}},
        "parameters.endDate",
    ),
    "unknown zone": (
        {"parameters": {**GOAL, "timezone": "Mars"}},
        "parameters.timezone",
    ),
    "unknown filter": (
        {"parameters": {**GOAL, "filters": {"colour": "red"}}},
        "parameters.filters.colour",
    ),
    "invalid expression": (
        {"parameters": {**GOAL, "filters": {"os": "re.(("}}},
        "parameters.filters.os",
    ),
}


@pytest.mark.parametrize(("change", "path"), REFUSALS.values(), ids=REFUSALS)
async def test_what_could_not_be_run_is_refused(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID, change: dict[str, object], path: str
) -> None:
    http.headers.update(owner)
    body = {**LOGIN, "websiteId": str(website)}
    made = await save(http, website)
    # An update may leave out what a new report needs.
    addresses = ["/api/reports"] + [f"/api/reports/{made['id']}"] * (None not in change.values())
    for address in addresses:
        refused = await http.post(address, json={**body, **change})
        error = refused.json()["error"]
        assert (refused.status_code, error["details"][0]["path"]) == (400, path)
    listed = (await http.get(f"/api/reports?websiteId={website}")).json()
    assert listed["data"] == [made]


async def test_a_new_type_must_fit_the_parameters_that_stay(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    made = await save(http, website)
    refused = await http.post(f"/api/reports/{made['id']}", json={"type": "funnel"})
    assert (refused.status_code, refused.json()["error"]["details"][0]["path"]) == (400, "parameters.steps")


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
async def test_every_report_can_be_saved_without_dates_and_run_with_them(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID, report: object
) -> None:
    http.headers.update(owner)
    found = next(each for each in REPORTS if each is report)
    parameters = found.sample.undated
    made = await save(http, website, type=found.name, parameters=parameters)
    assert (made["type"], made["parameters"]) == (found.saved_as, parameters)
    dates = {"startDate": "2025-10-01", "endDate": "2025-11-30"}
    run = await http.post(f"/api/reports/{made['id']}/run", json={"parameters": dates})
    body = {"websiteId": str(website), "parameters": {**parameters, **dates}}
    asked = await http.post(f"/api/reports/{found.name}", json=body)
    assert (run.status_code, run.content) == (200, asked.content)
    assert "server-timing" in run.headers


async def test_what_is_given_goes_before_what_is_saved(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    saved = {
        "type": "path",
        "value": "/",
        "start_date": "2025-10-01",
        "endDate": "2025-10-31",
        "filters": {"country": "DE"},
    }
    made = await save(http, website, parameters=saved)
    assert made["parameters"] == saved

    async def run(**body: object) -> object:
        return (await http.post(f"/api/reports/{made['id']}/run", json=body)).json()

    assert await run() == {"num": 1, "total": 1}
    assert await run(parameters={"endDate": "2025-11-30"}) == {"num": 1, "total": 1}
    assert await run(parameters={"endDate": "2025-11-30"}, filters={}) == {"num": 2, "total": 2}
    assert await run(parameters={"startDate": "2025-11-01", "end-date": "2025-11-30"}) == {
        "num": 0,
        "total": 0,
    }
    assert await run(parameters={"type": "event", "value": "signup"}) == {"num": 1, "total": 1}


async def test_a_run_without_dates_is_refused(
    http: httpx.AsyncClient, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    made = await save(http, website)
    refused = await http.post(f"/api/reports/{made['id']}/run", json={})
    paths = [each["path"] for each in refused.json()["error"]["details"]]
    assert (refused.status_code, paths) == (400, ["parameters.startDate", "parameters.endDate"])


async def test_rights(http: httpx.AsyncClient, kokumi: Kokumi, owner: dict[str, str], website: UUID) -> None:
    http.headers.update(owner)
    made = await save(http, website)
    del http.headers["Authorization"]
    theirs = signed_in(kokumi, "stranger")
    admin = signed_in(kokumi, "admin", Role.ADMIN)
    share = kokumi.metadata.shares.create(website, "Public", {})
    guest = {"x-umami-share-token": kokumi.metadata.shares.token(share)}
    body = {**LOGIN, "websiteId": str(website)}
    dates = {"parameters": {"startDate": "2025-10-01", "endDate": "2025-10-31"}}
    one, run = f"/api/reports/{made['id']}", f"/api/reports/{made['id']}/run"
    missing = f"/api/reports/{uuid4()}"
    asked: list[tuple[str, str, dict[str, str], object, int]] = [
        ("GET", f"/api/reports?websiteId={website}", guest, None, 200),
        ("GET", one, guest, None, 200),
        ("POST", run, guest, dates, 200),
        ("POST", "/api/reports", guest, body, 401),
        ("POST", one, guest, body, 401),
        ("DELETE", one, guest, None, 401),
        ("GET", f"/api/reports?websiteId={website}", theirs, None, 403),
        ("GET", one, theirs, None, 403),
        ("POST", run, theirs, dates, 403),
        ("POST", "/api/reports", theirs, body, 403),
        ("POST", "/api/reports", theirs, {**body, "type": "pages"}, 400),
        ("POST", one, theirs, body, 403),
        ("POST", one, theirs, {**body, "parameters": {}}, 400),
        ("DELETE", one, theirs, None, 403),
        ("GET", one, {}, None, 401),
        ("POST", run, {}, None, 401),
        ("GET", one, admin, None, 200),
        ("GET", missing, admin, None, 404),
        ("GET", missing, theirs, None, 403),
        ("POST", f"{missing}/run", admin, dates, 404),
        ("DELETE", missing, admin, None, 404),
        ("GET", "/api/reports/x", admin, None, 404),
        ("GET", f"/api/reports?websiteId={uuid4()}", admin, None, 404),
        ("DELETE", one, owner, None, 200),
    ]
    answers = [
        await http.request(method, path, headers=headers, json=content)
        for method, path, headers, content, _ in asked
    ]
    assert [answer.status_code for answer in answers] == [status for *_, status in asked]


async def test_moving_needs_the_right_on_both_websites(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: dict[str, str], website: UUID
) -> None:
    http.headers.update(owner)
    made = await save(http, website)
    mine = (await http.post("/api/websites", json={"name": "Mine"})).json()["id"]
    stranger = signed_in(kokumi, "stranger")
    theirs = (await http.post("/api/websites", json={"name": "Theirs"}, headers=stranger)).json()["id"]
    one = f"/api/reports/{made['id']}"
    assert (await http.post(one, json={"websiteId": theirs})).status_code == 403
    assert (await http.post(one, json={"websiteId": mine}, headers=stranger)).status_code == 403
    assert (await http.get(one)).json() == made
    assert (await http.post(one, json={"websiteId": mine})).json()["websiteId"] == mine


async def test_a_report_outlives_its_maker_but_not_its_website(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: dict[str, str], website: UUID
) -> None:
    signed_in(kokumi, "another admin", Role.ADMIN)
    http.headers.update(signed_in(kokumi, "admin", Role.ADMIN))
    maker = kokumi.metadata.users.named("admin")
    assert maker is not None
    made = await save(http, website)
    assert made["userId"] == str(maker.id)
    kokumi.metadata.users.delete(maker.id)
    http.headers.update(owner)
    one = f"/api/reports/{made['id']}"
    assert (await http.get(one)).json() == {**made, "userId": None}
    await http.delete(f"/api/websites/{website}")
    erase(kokumi.store, kokumi.metadata)
    assert kokumi.metadata.saved_reports.find(UUID(str(made["id"]))) is None
