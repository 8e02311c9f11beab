"""Statistics over HTTP: who may ask, what the query string says, and what is refused."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest
from fastapi.routing import APIRoute
from jsonschema_rs import Draft202012Validator

from kokumi.api.application import ROUTERS, openapi_document
from kokumi.app import Kokumi
from kokumi.metadata.access import Role
from kokumi.metadata.websites import NewWebsite
from oracle.making import SITE, custom, view
from support.store_events import as_uuid, insert

pytestmark = pytest.mark.anyio

OCTOBER = {"startAt": "1759276800000", "endAt": "1761955199999"}
"""The month in which everything happens, as the wire usually says it."""
ANN = as_uuid("ann")
ROUTES = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]


@pytest.fixture
def website(kokumi: Kokumi, admin: dict[str, str]) -> UUID:
    """Return a website of the administrator's with two visitors, one of whom signs up."""
    owner = kokumi.metadata.users.first_admin()
    assert owner is not None
    made = kokumi.metadata.websites.create(NewWebsite("Shop", "shop.example", owner.id, share_id="shop")).id
    events = [
        view("/", "2025-10-02T10:00:00Z", country="FR", os="Linux"),
        custom("signup", "2025-10-02T10:01:00Z", country="FR", os="Linux"),
        view("/b", "2025-10-02T10:02:00Z", country="FR", os="Linux"),
        view("/", "2025-10-03T10:00:00Z", session="bob", country="US", os="Linux"),
    ]
    insert(kokumi.store, events, {SITE: made})
    return made


NOBODYS = "5d1e0a3c-8f0b-4a4e-9a43-2f1f6f0f7c11"
STATISTICS = {
    "stats": OCTOBER,
    "pageviews": {**OCTOBER, "unit": "day"},
    "metrics": {**OCTOBER, "type": "path"},
    "metrics/expanded": {**OCTOBER, "type": "path"},
    "values": {**OCTOBER, "type": "path"},
    "events": OCTOBER,
    "events/series": OCTOBER,
    "events/stats": OCTOBER,
    "event-data": OCTOBER,
    "event-data/events": {**OCTOBER, "event": "signup"},
    "event-data/fields": OCTOBER,
    "event-data/properties": OCTOBER,
    "event-data/stats": OCTOBER,
    "event-data/values": {**OCTOBER, "propertyName": "plan"},
    f"event-data/{NOBODYS}": {},
    "sessions": OCTOBER,
    "sessions/stats": OCTOBER,
    "sessions/weekly": OCTOBER,
    f"sessions/{ANN}": {},
    f"sessions/{ANN}/activity": OCTOBER,
    f"sessions/{ANN}/properties": {},
    "session-data/properties": OCTOBER,
    "session-data/values": {**OCTOBER, "propertyName": "plan"},
    "revenue/sessions": {**OCTOBER, "currency": "usd"},
    "export": OCTOBER,
    "active": {},
    "daterange": {},
}


def address(website: object, name: str) -> str:
    """Return where a statistic answers."""
    return f"/api/realtime/{website}" if name == "realtime" else f"/api/websites/{website}/{name}"


@pytest.mark.parametrize("name", [*STATISTICS, "realtime"])
async def test_who_may_view_the_website_may_ask(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], website: UUID, name: str
) -> None:
    stranger = kokumi.metadata.users.create("stranger", "a quiet password", Role.USER)
    theirs = {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(stranger.id)}"}
    opened = (await http.get("/api/share/shop")).json()
    shared = {"x-umami-share-token": opened["token"], "x-umami-share-context": "1"}
    asked = [(website, {}, 401), (website, theirs, 403), (website, admin, 200), (website, shared, 200)]
    asked += [(uuid4(), theirs, 403), (uuid4(), admin, 404), (uuid4(), shared, 403)]
    statuses = [
        (await http.get(address(which, name), params=STATISTICS.get(name, {}), headers=headers)).status_code
        for which, headers, _ in asked
    ]
    assert statuses == [status for _, _, status in asked]


async def test_stats_carry_their_cost(http: httpx.AsyncClient, admin: dict[str, str], website: UUID) -> None:
    response = await http.get(address(website, "stats"), params=OCTOBER, headers=admin)
    none = {"pageviews": 0, "visitors": 0, "visits": 0, "bounces": 0, "totaltime": 0}
    assert response.json() == {
        "pageviews": 3, "visitors": 2, "visits": 2, "bounces": 1, "totaltime": 120, "comparison": none,
    }  # fmt: skip
    assert response.headers["server-timing"].startswith("query;dur=")


FILTERS: dict[str, tuple[list[tuple[str, str]], int]] = {
    "none": ([], 3),
    "bare value": ([("country", "FR")], 2),
    "operator": ([("country", "neq.FR")], 1),
    "repeated name": ([("path", "c./"), ("path", "neq./b")], 2),
    "numbered name": ([("path1", "c./"), ("path2", "neq./b")], 2),
    "repeated name, any": ([("path", "/"), ("path", "/b"), ("match", "any")], 3),
    "snake case": ([("event_type", "2")], 0),
    "exclude bounces": ([("excludeBounce", "true")], 2),
    "empty text": ([("country", "")], 0),
    "other parameters": ([("utm", "x"), ("cache", "1")], 3),
}


@pytest.mark.parametrize(("filters", "views"), FILTERS.values(), ids=FILTERS)
async def test_filters_of_the_query(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, filters: list[tuple[str, str]], views: int
) -> None:
    params = httpx.QueryParams([*OCTOBER.items(), *filters])
    response = await http.get(address(website, "stats"), params=params, headers=admin)
    assert (response.status_code, response.json().get("pageviews")) == (200, views)


RANGES = {
    "milliseconds": OCTOBER,
    "dates": {"startDate": "2025-10-01", "endDate": "2025-10-31"},
    "times": {"startDate": "2025-10-02T10:00:00Z", "endDate": "2025-10-03T10:00:00.000Z"},
    "local times": {
        "startDate": "2025-10-02T12:00:00",
        "endDate": "2025-10-03T12:00:00",
        "timezone": "Europe/Paris",
    },
    "both": {**OCTOBER, "startDate": "2000-01-01", "endDate": "2000-01-02"},
    "all the time there is": {"startAt": "-62135596800000", "endAt": "253402300799999", "compare": "yoy"},
    "lower-case utc": {**OCTOBER, "timezone": "utc"},
}


@pytest.mark.parametrize("ends", RANGES.values(), ids=RANGES)
async def test_ranges(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, ends: dict[str, str]
) -> None:
    for name in ("stats", "pageviews"):
        response = await http.get(address(website, name), params=ends, headers=admin)
        assert response.status_code == 200, response.text
        found = response.json()["pageviews"]
        assert (found if name == "stats" else sum(point["y"] for point in found)) == 3


REFUSALS: dict[str, tuple[str, dict[str, str], str]] = {
    "no range": ("stats", {}, "startAt"),
    "half a range": ("stats", {"startAt": "0"}, "endAt"),
    "no date": ("stats", {"startDate": "soon", "endDate": "2025-10-01"}, "startDate"),
    "no number": ("stats", {"startAt": "NaN", "endAt": "1"}, "startAt"),
    "end before start": ("stats", {"startAt": "2", "endAt": "1"}, "endAt"),
    "beyond all calendars": ("stats", {"startAt": "0", "endAt": "999999999999999"}, "endAt"),
    "unknown zone": ("stats", {**OCTOBER, "timezone": "Mars"}, "timezone"),
    "unknown comparison": ("stats", {**OCTOBER, "compare": "week"}, "compare"),
    "unknown unit": ("pageviews", {**OCTOBER, "unit": "second"}, "unit"),
    "no type": ("metrics", OCTOBER, "type"),
    "unknown type": ("metrics", {**OCTOBER, "type": "url"}, "type"),
    "list of none": ("metrics", {**OCTOBER, "type": "path", "limit": "0"}, "limit"),
    "negative offset": ("metrics", {**OCTOBER, "type": "path", "offset": "-1"}, "offset"),
    "search of a NUL": ("metrics", {**OCTOBER, "type": "path", "search": "\0"}, "search"),
    "limit of none": ("events/series", {**OCTOBER, "limit": "0"}, "limit"),
    "no property": ("event-data/values", OCTOBER, "propertyName"),
    "property of a NUL": ("event-data/values", {**OCTOBER, "propertyName": "\0"}, "propertyName"),
    "page before the first": ("events", {**OCTOBER, "page": "0"}, "page"),
    "empty pages": ("sessions", {**OCTOBER, "pageSize": "0"}, "pageSize"),
    "segments have no values": ("values", {**OCTOBER, "type": "segment"}, "type"),
    "bad expression": ("stats", {**OCTOBER, "path": "re.(("}, "path"),
    "bad event type": ("stats", {**OCTOBER, "eventType": "x"}, "eventType"),
    "bad match": ("stats", {**OCTOBER, "match": "some"}, "match"),
    "bad segment": ("stats", {**OCTOBER, "segment": "x"}, "segment"),
    "filter of a NUL": ("stats", {**OCTOBER, "path": "\0"}, "path"),
}


@pytest.mark.parametrize(("name", "params", "path"), REFUSALS.values(), ids=REFUSALS)
async def test_what_does_not_fit_is_refused_by_name(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    name: str,
    params: dict[str, str],
    path: str,
) -> None:
    response = await http.get(address(website, name), params=params, headers=admin)
    error = response.json()["error"]
    assert (response.status_code, error["details"][0]["path"]) == (400, path), response.text


async def test_a_segment_that_is_not_there_is_not_found(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID
) -> None:
    params = {**OCTOBER, "segment": str(uuid4())}
    response = await http.get(address(website, "stats"), params=params, headers=admin)
    assert response.status_code == 404


@pytest.mark.parametrize("name", ["sessions/x", "event-data/x", f"sessions/{NOBODYS}", "sessions/x/activity"])
async def test_what_is_not_there_is_not_found(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID, name: str
) -> None:
    response = await http.get(address(website, name), params=OCTOBER, headers=admin)
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not-found")


async def test_answers_are_as_described(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID
) -> None:
    """The dashboard's types are made from the description."""
    document = openapi_document()
    wrong = []
    for name, params in [*STATISTICS.items(), ("realtime", {})]:
        answer = await http.get(address(website, name), params=params, headers=admin)
        path = next(route.path for route in ROUTES if route.path_regex.match(address(website, name)))
        schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        validator = Draft202012Validator({**schema, "components": document["components"]})
        wrong += [f"{name}: {error.message}" for error in validator.iter_errors(answer.json())]
    assert wrong == []
