"""Reports over HTTP: who may ask, what is refused, and what the answer carries."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest

from api.declared import api_client
from kokumi.app import Kokumi, create_api
from kokumi.metadata.access import Role
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import REPORTS
from oracle.making import SITE, custom, view
from support.store_events import insert

pytestmark = pytest.mark.anyio

RANGE = {"startDate": "2025-10-01T00:00:00Z", "endDate": "2025-10-31T23:59:59.999Z"}


@pytest.fixture
def website(kokumi: Kokumi, admin: dict[str, str]) -> UUID:
    """Return a website of the administrator's with two visitors, one of whom signs up."""
    owner = kokumi.metadata.users.first_admin()
    assert owner is not None
    made = kokumi.metadata.websites.create(NewWebsite("Shop", "shop.example", owner.id)).id
    events = [
        view("/", "2025-10-02T10:00:00Z"),
        custom("signup", "2025-10-02T10:01:00Z"),
        view("/", "2025-10-03T10:00:00Z", session="bob"),
    ]
    insert(kokumi.store, events, {SITE: made})
    return made


def goal(website: UUID, **changes: object) -> dict[str, object]:
    """Return the body of a request for a goal."""
    parameters = {**RANGE, "type": "event", "value": "signup"}
    return {"websiteId": str(website), "type": "goal", "parameters": parameters, **changes}


async def test_a_goal_is_answered_with_its_cost(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID
) -> None:
    response = await http.post("/api/reports/goals", json=goal(website), headers=admin)
    assert (response.status_code, response.json()) == (200, {"num": 1, "total": 2})
    timing = response.headers["server-timing"].split(", ")
    assert [part.split(";")[0] for part in timing] == ["query", "rows", "bytes"]
    rows, read = (int(part.split('"')[1]) for part in timing[1:])
    assert (rows >= 2, read > rows) == (True, True)


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
async def test_every_report_answers_its_own_example(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, report: object
) -> None:
    found = next(each for each in REPORTS if each is report)
    for name in (found.name, *found.aliases):
        body = {"websiteId": str(website), "type": found.saved_as, "filters": {}}
        response = await http.post(
            f"/api/reports/{name}",
            json={**body, "parameters": {**RANGE, **found.sample.undated}},
            headers=admin,
        )
        assert response.status_code == 200, response.text


REFUSALS = {
    "type of another report": ({"type": "funnel"}, "type"),
    "unknown filter": ({"filters": {"colour": "red"}}, "filters.colour"),
    "boolean as a filter": ({"filters": {"os": True}}, "filters.os"),
    "empty list as a filter": ({"filters": {"os": []}}, "filters.os"),
    "invalid expression": ({"filters": {"path": "re.(("}}, "filters.path"),
    "long expression": ({"filters": {"path": "re." + "x" * 501}}, "filters.path"),
    "malformed segment": ({"filters": {"segment": "x"}}, "filters.segment"),
    "website that is no id": ({"websiteId": "x"}, "websiteId"),
    "no parameters": ({"parameters": None}, "parameters"),
    "no dates": ({"parameters": {"type": "path", "value": "/"}}, "parameters.startDate"),
    "end before start": (
        {"parameters": {"startDate": 2, "endDate": 1, "type": "path", "value": "/"}},
        "parameters.endDate",
    ),
    "boolean as a date": (
        {"parameters": {**RANGE, "startDate": True, "type": "path", "value": "/"}},
        "parameters.startDate",
    ),
    "control with a number": ({"filters": {"segment1": str(uuid4())}}, "filters.segment1"),
    "unknown zone": (
        {"parameters": {**RANGE, "timezone": "Mars", "type": "path", "value": "/"}},
        "parameters.timezone",
    ),
    "kind that is none": ({"parameters": {**RANGE, "type": "click", "value": "/"}}, "parameters.type"),
}


@pytest.mark.parametrize(("change", "path"), REFUSALS.values(), ids=REFUSALS)
async def test_what_does_not_fit_is_refused_by_name(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, change: dict[str, object], path: str
) -> None:
    response = await http.post("/api/reports/goals", json=goal(website, **change), headers=admin)
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["details"][0]["path"]) == (400, "bad-request", path)


STEPS = [{"type": "path", "value": "/"}, {"type": "event", "value": "signup"}]
UNKNOWN: dict[str, tuple[dict[str, object], dict[str, object], str, str]] = {
    "a parameter": ({"windowUnits": "hour"}, {}, "parameters.windowUnits", "; did you mean windowUnit?"),
    "in a step": (
        {"steps": [{**STEPS[0], "valeu": 1}, *STEPS]},
        {},
        "parameters.steps.0.valeu",
        "; did you mean value?",
    ),
    "beside the parameters": ({}, {"filterss": {}}, "filterss", "; did you mean filters?"),
    "like nothing": ({"zzz": 1}, {}, "parameters.zzz", ""),
}


@pytest.mark.parametrize("name", UNKNOWN)
async def test_a_strict_request_may_not_hold_what_is_unknown(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, name: str
) -> None:
    parameters, beside, path, hint = UNKNOWN[name]
    known = {**RANGE, "steps": STEPS, "window": 1, **parameters}
    body = {"websiteId": str(website), "parameters": known, **beside}
    strict = await http.post("/api/reports/funnel", json={**body, "strict": True}, headers=admin)
    assert strict.status_code == 400
    assert strict.json()["error"]["details"] == [{"path": path, "message": f"is not known here{hint}"}]
    assert (await http.post("/api/reports/funnel", json=body, headers=admin)).status_code == 200


@pytest.mark.parametrize("currency", ["", "US", "EURO", "U$D", "\u00c9UR", "USD\n"])
async def test_a_currency_is_three_letters(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, currency: str
) -> None:
    body = {"websiteId": str(website), "parameters": {**RANGE, "currency": currency}}
    answers = [
        await http.post("/api/reports/revenue", json=body, headers=admin),
        await http.get(
            f"/api/websites/{website}/revenue/sessions", params={**RANGE, "currency": currency}, headers=admin
        ),
    ]
    told = "must be the three letters of a currency, such as USD"
    assert [(each.status_code, each.json()["error"]["details"][0]["message"]) for each in answers] == [
        (400, told),
        (400, told),
    ]


async def test_first_credentials_then_the_body_then_permission(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], website: UUID
) -> None:
    stranger = kokumi.metadata.users.create("stranger", "a quiet password", Role.USER)
    theirs = {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(stranger.id)}"}
    wrong = goal(website, filters={"colour": "red"})
    missing = goal(uuid4())
    asked = [
        (wrong, {}, 401),
        (wrong, theirs, 400),
        (goal(website), theirs, 403),
        (missing, theirs, 403),
        (missing, admin, 404),
    ]
    statuses = [
        (await http.post("/api/reports/goals", json=body, headers=headers)).status_code
        for body, headers, _ in asked
    ]
    assert statuses == [status for _, _, status in asked]


async def test_a_segment_that_is_not_there_is_not_found(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID
) -> None:
    body = goal(website, filters={"segment": str(uuid4())})
    response = await http.post("/api/reports/goals", json=body, headers=admin)
    assert (response.status_code, response.json()["error"]["details"][0]["path"]) == (404, "filters.segment")


async def test_a_report_past_its_limit_is_refused_whole(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, kokumi: Kokumi
) -> None:
    small = kokumi.settings.model_copy(update={"query_seconds": 1e-6})
    limited = Kokumi(small, kokumi.store, kokumi.metadata, kokumi.clock)
    async with api_client(create_api(limited)) as client:
        response = await client.post("/api/reports/goals", json=goal(website), headers=admin)
    assert (response.status_code, response.json()["error"]["code"]) == (422, "query-too-large")
