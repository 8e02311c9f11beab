"""Nothing that a request may say makes the server fail, or work without bounds: it is refused by field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import process_time
from uuid import UUID

import httpx
import pytest

from api.declared import api_client
from api.test_statistics import OCTOBER, address
from kokumi.app import Kokumi, create_api
from kokumi.domain.columns import camel_case
from kokumi.domain.saved import FilterKind
from kokumi.errors import BadRequestError, Detail
from kokumi.events.engine import Limits
from kokumi.events.store import Answer, EventStore
from kokumi.filters.bounds import MAX_CONDITIONS, MAX_VALUES
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import report_named
from kokumi.reports.request import parse_report
from kokumi.sql.fragment import Fragment

pytestmark = pytest.mark.anyio

RANGE = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
MUCH_TIME = {"startAt": "0", "endAt": "4102444800000"}


@pytest.fixture
def website(kokumi: Kokumi, admin: dict[str, str]) -> UUID:
    """Return a website of the administrator's, without any events."""
    owner = kokumi.metadata.users.first_admin()
    assert owner is not None
    return kokumi.metadata.websites.create(NewWebsite("Shop", "shop.example", owner.id)).id


def goal(website: UUID, filters: Mapping[str, object], **parameters: object) -> dict[str, object]:
    """Return the body of a request for a goal."""
    wanted = {**RANGE, "type": "path", "value": "/", **parameters}
    return {"websiteId": str(website), "filters": filters, "parameters": wanted}


def funnel(website: UUID, **first_step: object) -> dict[str, object]:
    """Return the body of a request for a funnel of eight steps, each as given."""
    steps = [{"type": "event", "value": "x", **first_step}] * 8
    return {"websiteId": str(website), "parameters": {**RANGE, "window": 1, "steps": steps}}


def told(response: httpx.Response) -> tuple[int, str, str]:
    """Return the status, and what was wrong first: where and why."""
    detail = response.json()["error"]["details"][0]
    return response.status_code, detail["path"], detail["message"]


CONDITIONS = f"must have at most {MAX_CONDITIONS} conditions"
VALUES = f"must have at most {MAX_VALUES} values"
NAMES = "must have names of at most 50 characters"
LONG = "must have at most 1000 characters in each value"
FILTERS: dict[str, tuple[dict[str, object], str, str]] = {
    "1 000 regular expressions": ({f"path{n}": f"re.{n}" for n in range(1000)}, "filters", CONDITIONS),
    "51 conditions": ({f"path{n}": "c.x" for n in range(51)}, "filters", CONDITIONS),
    "100 000 values in text": ({"country": "x," * 100_000}, "filters.country", VALUES),
    "100 000 values in a list": ({"country": ["x"] * 100_000}, "filters.country", VALUES),
    "1 001 event types": ({"eventType": "1," * 1000 + "1"}, "filters.eventType", VALUES),
    "1 001 values in two": ({"os": "x," * 499 + "x", "city": "neq." + "x," * 500}, "filters", VALUES),
    "long text": ({"path": "c." + "x" * 1001}, "filters.path", LONG),
    "long value of a list": ({"path": ["x", "x" * 1001]}, "filters.path", LONG),
    "long number": ({"path": [1e308, 10**19, 1e308], "os": "x" * 1001}, "filters.os", LONG),
    "long name": ({"x" * 51: "x"}, "filters", NAMES),
    "a row of digits as a name": ({"1" * 900_000 + "x": "x"}, "filters", NAMES),
}  # fmt: skip


@pytest.mark.parametrize(("filters", "path", "message"), FILTERS.values(), ids=FILTERS)
async def test_filters(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    filters: dict[str, object],
    path: str,
    message: str,
) -> None:
    response = await http.post("/api/reports/goals", json=goal(website, filters), headers=admin)
    assert told(response) == (400, path, message)


async def test_as_many_as_there_may_be(http: httpx.AsyncClient, admin: dict[str, str], website: UUID) -> None:
    most: dict[str, object] = {f"path{n}": ["x" * 900] * (MAX_VALUES // MAX_CONDITIONS) for n in range(50)}
    response = await http.post("/api/reports/goals", json=goal(website, most), headers=admin)
    assert (response.status_code, response.json()) == (200, {"num": 0, "total": 0})


QUERIES = {
    "numbered": ([(f"country{n}", "FR") for n in range(51)], "filters", CONDITIONS),
    "repeated": ([("country", "FR")] * 150, "country", CONDITIONS),
    "values": ([("country", "x," * 1000)], "country", VALUES),
}


@pytest.mark.parametrize(("filters", "path", "message"), QUERIES.values(), ids=QUERIES)
async def test_filters_of_the_query(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    filters: list[tuple[str, str]],
    path: str,
    message: str,
) -> None:
    params = httpx.QueryParams([*OCTOBER.items(), *filters])
    response = await http.get(address(website, "stats"), params=params, headers=admin)
    assert told(response) == (400, path, message)


async def test_parameters_of_the_query(http: httpx.AsyncClient, admin: dict[str, str], website: UUID) -> None:
    """There may be 200, also of those that mean nothing."""
    most = httpx.QueryParams([*OCTOBER.items(), *[("match", "all")] * 99, *[("x", "1")] * 99])
    answers = [
        await http.get(address(website, "stats"), params=params, headers=admin)
        for params in (most, most.add("x", "1"))
    ]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert answers[1].json()["error"]["message"] == "The query must have at most 200 parameters."


async def test_long_names_in_the_query_are_no_filters(
    http: httpx.AsyncClient, admin: dict[str, str], website: UUID
) -> None:
    params = {**OCTOBER, "1" * 50_000 + "x": "1"}
    assert (await http.get(address(website, "stats"), params=params, headers=admin)).status_code == 200


def test_spelling_of_long_names() -> None:
    """A row of separators is looked at once, not from each of its places."""
    assert camel_case("-" * 300_000 + "!") == "-" * 300_000 + "!"
    assert camel_case("first__-click_") == "firstClick_"


async def test_saved_filters_count_with_those_of_the_request(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], website: UUID
) -> None:
    tests = [{"name": "path", "operator": "c", "value": "x"}] * 25
    action = {"type": "path", "value": "/"}
    segments = kokumi.metadata.segments
    segment = segments.create(website, FilterKind.SEGMENT, "segment", {"filters": tests})
    cohort = segments.create(website, FilterKind.COHORT, "cohort", {"filters": tests, "action": action})
    both = {"segment": str(segment.id), "cohort": str(cohort.id)}
    few = await http.post("/api/reports/goals", json=goal(website, both), headers=admin)
    many = await http.post("/api/reports/goals", json=goal(website, {**both, "os": "x"}), headers=admin)
    assert few.status_code == 200
    assert told(many) == (400, "filters", f"{CONDITIONS}, with those of its segment and cohort")


SAVED: dict[str, tuple[str, dict[str, object], str, str]] = {
    "conditions of a segment": (
        "segments",
        {"type": "segment", "parameters": {"filters": [{"name": "os", "value": "x"}] * 51}},
        "parameters.filters",
        CONDITIONS,
    ),
    "values of a segment": (
        "segments",
        {"type": "segment", "parameters": {"filters": [{"name": "os", "value": ["x"] * 501}] * 2}},
        "parameters.filters",
        VALUES,
    ),
    "action of a cohort": (
        "segments",
        {"type": "cohort", "parameters": {"action": {"type": "path", "value": "x" * 1001}}},
        "parameters.action.value",
        LONG,
    ),
    "size of a segment": (
        "segments",
        {"type": "segment", "parameters": {"note": "é" * 50_000}},
        "parameters",
        "must be at most 100 kB of JSON",
    ),
    "size of a report": (
        "reports",
        {"type": "goal", "parameters": {"type": "path", "value": "/", "note": "x" * 100_000}},
        "parameters",
        "must be at most 100 kB of JSON",
    ),
    "conditions of a report": (
        "reports",
        {
            "type": "goal",
            "parameters": {"type": "path", "value": "/", "filters": {f"os{n}": "x" for n in range(51)}},
        },
        "parameters.filters",
        CONDITIONS,
    ),
}


@pytest.mark.parametrize(("where", "body", "path", "message"), SAVED.values(), ids=SAVED)
async def test_what_is_saved(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    *,
    where: str,
    body: dict[str, object],
    path: str,
    message: str,
) -> None:
    to = f"/api/websites/{website}/segments" if where == "segments" else "/api/reports"
    response = await http.post(to, json={**body, "name": "x", "websiteId": str(website)}, headers=admin)
    assert told(response) == (400, path, message)


@dataclass
class _Recording(EventStore):
    """A store that remembers what it was asked, by name, and within how many seconds; it passes all on."""

    store: EventStore
    asked: list[tuple[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.layout, self.is_shared = self.store.layout, self.store.is_shared

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        """Ask the store."""
        self.asked.append((name, (limits or Limits()).seconds))
        return self.store.query(statement, name=name, limits=limits, tag=tag)


HOSTILE = {
    "not closed": "((",
    "repetition of repetitions": "((a{1,1000}){1,1000})",
    "deep repetition": "((((a{30}){30}){30}){30})",
    "large classes": r"(\pL{1,30}){1,30}",
    "long": ".{1000}" * 70,
}


@pytest.mark.parametrize(
    ("wrong", "queries"),
    [
        pytest.param("x{1000}", ["check:expression", "report:goal"], id="all valid"),
        *(pytest.param(each, ["check:expression"] * 4, id=name) for name, each in HOSTILE.items()),
    ],
)
async def test_all_regular_expressions_are_tried_in_one_query(
    kokumi: Kokumi, admin: dict[str, str], website: UUID, wrong: str, queries: list[str]
) -> None:
    """If it fails, one after the other, up to the first that is not valid: here the third of 50."""
    store = _Recording(kokumi.store)
    filters: dict[str, object] = {f"path{n}": f"re.^/{n}$" for n in range(50)}
    filters["path2"] = f"re.{wrong}"
    app = create_api(Kokumi(kokumi.settings, store, kokumi.metadata, kokumi.clock))
    async with api_client(app) as client:
        response = await client.post("/api/reports/goals", json=goal(website, filters), headers=admin)
    assert [name for name, _ in store.asked] == queries
    if len(queries) == 2:
        assert response.status_code == 200
    else:
        message = "must be a valid RE2 regular expression, and small enough to compile"
        assert told(response) == (400, "filters.path2", message)


async def test_an_export_tries_regular_expressions_once_and_has_one_time_limit(
    kokumi: Kokumi, admin: dict[str, str], website: UUID
) -> None:
    store = _Recording(kokumi.store)
    app = create_api(Kokumi(kokumi.settings, store, kokumi.metadata, kokumi.clock))
    async with api_client(app) as client:
        response = await client.get(
            address(website, "export"), params={**OCTOBER, "path": "re.x"}, headers=admin
        )
    assert response.status_code == 200
    assert [name for name, _ in store.asked] == ["check:expression"] + ["statistic:metrics"] * 7
    seconds = [seconds for _, seconds in store.asked]
    assert seconds == sorted(seconds, reverse=True)
    assert len(set(seconds)) == 8


LARGE = "99999999999999999999"
EXTREMES: dict[str, tuple[str, dict[str, str], int]] = {
    "page of events": ("events", {**MUCH_TIME, "page": LARGE}, 400),
    "page of sessions": ("sessions", {**MUCH_TIME, "page": LARGE}, 400),
    "page of event data": ("event-data", {**MUCH_TIME, "page": LARGE}, 400),
    "page of buyers": ("revenue/sessions", {**MUCH_TIME, "page": LARGE, "currency": "USD"}, 400),
    "last page": ("events", {**MUCH_TIME, "page": "2147483647", "pageSize": LARGE}, 200),
    "limit": ("metrics", {**OCTOBER, "type": "path", "limit": LARGE}, 200),
    "offset": ("metrics", {**OCTOBER, "type": "path", "offset": LARGE}, 400),
    "limit of values": ("values", {**OCTOBER, "type": "path", "limit": LARGE}, 200),
    "limit of a series": ("events/series", {**OCTOBER, "limit": LARGE}, 200),
    "digits": ("events", {**OCTOBER, "page": "9" * 5000}, 400),
    "start": ("stats", {"startAt": "-" + LARGE, "endAt": "0"}, 400),
    "end": ("stats", {"startAt": "0", "endAt": LARGE}, 400),
    "before all events": (
        "pageviews", {"startAt": "-62135596800000", "endAt": "-62135596800000", "compare": "yoy"}, 200,
    ),
    "after all events": (
        "pageviews", {"startAt": "253402300799999", "endAt": "253402300799999", "compare": "prev"}, 200,
    ),
    "search": ("events", {**OCTOBER, "search": "x" * 10_000}, 400),
    "zone": ("stats", {**OCTOBER, "timezone": "x" * 10_000}, 400),
    "property": ("event-data/values", {**OCTOBER, "propertyName": "x" * 501}, 400),
    "property of a session": ("session-data/values", {**OCTOBER, "propertyName": "x" * 501}, 400),
}  # fmt: skip


@pytest.mark.parametrize(("name", "params", "status"), EXTREMES.values(), ids=EXTREMES)
async def test_extremes_of_statistics(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    name: str,
    params: dict[str, str],
    status: int,
) -> None:
    response = await http.get(address(website, name), params=params, headers=admin)
    assert response.status_code == status, response.text


INTEGER = "must be a number of at most 64 bits, or be text if it stands for a larger one"
STEP = "parameters.steps.0.filters.0"
BODIES: dict[str, tuple[dict[str, object], str, str]] = {
    "integer of 65 bits": (
        {"filters": [{"property": "x", "operator": "eq", "value": 2**64}]}, f"{STEP}.value", INTEGER
    ),
    "negative integer of 65 bits": (
        {"filters": [{"property": "x", "operator": "eq", "value": -(2**63) - 1}]}, f"{STEP}.value", INTEGER
    ),
    "integer of 31 digits": (
        {"filters": [{"property": "x", "operator": "eq", "value": 10**30}]}, f"{STEP}.value", INTEGER
    ),
    "filters of all steps": (
        {"filters": [{"property": "x", "operator": "eq", "value": "y"}] * 7},
        "parameters.steps",
        "must have at most 50 filters in all steps together",
    ),
    "value of a step": ({"value": "x" * 1001}, "parameters.steps.0.value", "must be at most 1000 characters"),
    "property": (
        {"filters": [{"property": "x" * 501, "operator": "eq", "value": "y"}]},
        f"{STEP}.property",
        "must be at most 500 characters",
    ),
}  # fmt: skip


LISTS: dict[str, tuple[str, dict[str, object], str, int]] = {
    "steps": ("funnel", {"window": 1, "steps": [0] * 450_000}, "parameters.steps", 8),
    "filters of a step": (
        "funnel",
        {"window": 1, "steps": [{"type": "event", "value": "x", "filters": [0] * 450_000}] * 2},
        "parameters.steps.0.filters",
        20,
    ),
    "fields": ("breakdown", {"fields": [0] * 450_000}, "parameters.fields", 8),
}


@pytest.mark.parametrize(("report", "parameters", "path", "most"), LISTS.values(), ids=LISTS)
def test_a_long_list_of_wrong_items_is_one_error(
    report: str, parameters: dict[str, object], path: str, most: int
) -> None:
    """An error for each item would be an answer of 30 MB, which takes seconds to make."""
    found = report_named(report)
    assert found is not None
    begun = process_time()
    with pytest.raises(BadRequestError) as caught:
        parse_report(found, {"websiteId": str(UUID(int=0)), "parameters": {**RANGE, **parameters}})
    assert caught.value.details[0] == Detail(path, f"must have at most {most} items")
    assert len(caught.value.details) <= 3
    assert process_time() - begun < 0.2


@pytest.mark.parametrize(("step", "path", "message"), BODIES.values(), ids=BODIES)
async def test_extremes_of_a_funnel(
    http: httpx.AsyncClient,
    admin: dict[str, str],
    website: UUID,
    step: dict[str, object],
    path: str,
    message: str,
) -> None:
    response = await http.post("/api/reports/funnel", json=funnel(website, **step), headers=admin)
    assert told(response) == (400, path, message)


async def test_integers_of_64_bits(http: httpx.AsyncClient, admin: dict[str, str], website: UUID) -> None:
    """The largest and the smallest come back as they were sent."""
    values = [2**64 - 1, -(2**63)]
    tests = [{"property": "x", "operator": "eq", "value": value} for value in values]
    body = funnel(website, filters=tests)
    response = await http.post("/api/reports/funnel", content=json.dumps(body), headers=admin)
    assert [each["value"] for each in response.json()[0]["filters"]] == values


async def test_event_data_may_have_larger_integers(http: httpx.AsyncClient, website: UUID) -> None:
    payload = {"website": str(website), "name": "x", "data": {"large": 10**30}}
    headers = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}
    sent = await http.post("/api/send", json={"type": "event", "payload": payload}, headers=headers)
    assert (sent.status_code, "sessionId" in sent.json()) == (200, True)
