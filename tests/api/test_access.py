"""Who may call what: every route of the application, by everyone, on websites of a user and of a team.

The table below is the specification. It is compared with the application's own list of routes, so that a
new route fails here until somebody says whom it is for.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass
from ipaddress import ip_network
from uuid import uuid4

import httpx
import pytest
from fastapi import APIRouter, FastAPI

from api.declared import PATHS
from api.world import PASSWORD, Subject, World, every_route, everybody
from kokumi.events.store import EventStore
from kokumi.reports.registry import REPORTS, AnyReport
from kokumi.settings import Settings

pytestmark = pytest.mark.anyio

Callers = frozenset[str]

NOBODY: Callers = frozenset({"nobody"})
TO_EVERYTHING: Callers = frozenset({"link to everything"})
TO_STATISTICS = TO_EVERYTHING | {"link to statistics"}
TO_REPORT = TO_STATISTICS | {"link to a report"}
LINKS = TO_REPORT | {"link with all sections off"}
ADMIN: Callers = frozenset({"admin"})
ADMINS = ADMIN | {"admin's key"}
ADMINS_READING = ADMINS | {"admin's read-only key"}
OWNER: Callers = frozenset({"owner"})
OWNERS = OWNER | {"owner's key"}
OWNERS_READING = OWNERS | {"owner's read-only key"}
TEAM_OWNER: Callers = frozenset({"team owner"})
TEAM_MANAGERS = TEAM_OWNER | {"team manager"}
TEAM_EDITORS = TEAM_MANAGERS | {"team member"}
# A view-only user stays one, whatever their place in the team.
TEAM = TEAM_EDITORS | {"team viewer", "view-only user in the team"}
STRANGERS: Callers = frozenset({"stranger", "view-only stranger"})

WRITERS = ADMINS | OWNERS | TEAM_EDITORS | {"team viewer", "stranger"}
IN_PERSON = ADMIN | OWNER | TEAM | STRANGERS
KEY_HOLDERS = ADMINS_READING | OWNERS_READING
USERS = IN_PERSON | KEY_HOLDERS
EVERYONE = USERS | NOBODY | LINKS


@dataclass(frozen=True)
class Of:
    """Who is allowed to do something with a website of the user `owner`, and with one of the team."""

    user: Callers
    team: Callers


@dataclass(frozen=True)
class Row:
    """A route, who may call it, and a body that it accepts."""

    method: str
    path: str
    allowed: Callers | Of
    body: Mapping[str, object] | None = None
    query: str = ""

    @property
    def refused(self) -> Callers:
        """Who gets 403, at least for some website."""
        each = (self.allowed.user, self.allowed.team) if isinstance(self.allowed, Of) else (self.allowed,)
        unauthorized = NOBODY if self.is_for_visitors else NOBODY | LINKS
        return EVERYONE - frozenset.intersection(*each) - unauthorized

    @property
    def may_change_its_subject(self) -> bool:
        """Whether the next caller needs another one."""
        names_one = "{" in self.path or "{website}" in str(self.body)
        return names_one and self.method != "GET" and not self.is_for_visitors

    @property
    def is_for_visitors(self) -> bool:
        """Whether some share links open it, so that the others are 403 and not 401."""
        allowed = self.allowed.user if isinstance(self.allowed, Of) else self.allowed
        return allowed >= TO_EVERYTHING


LOOK = Of(ADMINS_READING | OWNERS_READING, ADMINS_READING | TEAM)


def _shown_by(links: Callers) -> Of:
    """Return who may look at something, with the share links that show it."""
    return Of(LOOK.user | links, LOOK.team | links)


BY_LINK_TO_EVERYTHING = _shown_by(TO_EVERYTHING)
BY_LINK_TO_STATISTICS = _shown_by(TO_STATISTICS)
BY_LINK_TO_REPORT = _shown_by(TO_REPORT)
BY_EVERY_LINK = _shown_by(LINKS)
# With all sections off the list is empty: reports of a closed section are not in it.
BY_LINK_TO_SAVED_REPORTS = _shown_by(LINKS - {"link to a report"})
EDIT = Of(ADMINS | OWNERS, ADMINS | TEAM_EDITORS)
GIVE = Of(ADMINS | OWNERS, ADMINS | TEAM_MANAGERS)
IN_TEAM = ADMINS_READING | TEAM
NEW_USER = {"username": "{slug}", "password": PASSWORD}
GOAL = {"type": "path", "value": "/"}
DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
SAVED = {"websiteId": "{website}", "type": "goal", "name": "report", "parameters": GOAL}
SEGMENT = {"type": "segment", "name": "segment", "parameters": {"filters": []}}
STATISTICS_QUERY = "startAt=0&endAt=1&type=path&propertyName=plan&currency=usd"
STATISTICS = {
    **dict.fromkeys(("daterange",), BY_EVERY_LINK),
    **dict.fromkeys(
        (
            *("agents", "stats", "pageviews", "metrics", "metrics/expanded", "values", "active"),
            *("events/series", "events/stats", "event-data/events", "event-data/fields"),
            *("event-data/properties", "event-data/stats", "event-data/values"),
            *("sessions/stats", "sessions/weekly", "session-data/properties"),
        ),
        BY_LINK_TO_STATISTICS,
    ),
    **dict.fromkeys(
        (
            *("events", "event-data", "event-data/{event_id}", "export"),
            *("sessions", "sessions/{session_id}", "sessions/{session_id}/activity"),
            *("sessions/{session_id}/properties", "session-data/values", "revenue/sessions"),
        ),
        BY_LINK_TO_EVERYTHING,
    ),
}


def _report_body(report: AnyReport) -> Mapping[str, object]:
    return {"websiteId": "{website}", "parameters": {**DATES, **report.sample.undated}}


def _cell_body(report: AnyReport) -> Mapping[str, object]:
    return {**_report_body(report), "cell": report.cells.sample}


TABLE = (
    Row("POST", "/api/send", EVERYONE, body={}),
    Row("POST", "/api/batch", EVERYONE, body={}),
    Row(
        "POST",
        "/api/agents",
        EDIT,
        body={"websiteId": "{website}", "fetches": [{"url": "/", "userAgent": "curl/8"}]},
    ),
    Row("GET", "/script.js", EVERYONE),
    Row("GET", "/metrics", ADMINS_READING),
    Row("GET", "/openapi.json", EVERYONE),
    Row("GET", "/docs", EVERYONE),
    Row("GET", "/docs/start.js", EVERYONE),
    Row("GET", "/docs/viewer/{name:path}", EVERYONE),
    Row("GET", "/api/heartbeat", EVERYONE),
    Row("GET", "/api/config", EVERYONE),
    Row("POST", "/api/auth/login", EVERYONE, body={"username": "admin", "password": PASSWORD}),
    Row("POST", "/api/auth/verify", USERS),
    Row("POST", "/api/auth/logout", USERS),
    Row("GET", "/api/me", USERS),
    Row("DELETE", "/api/me/sign-ins", IN_PERSON),
    Row("POST", "/api/me/password", IN_PERSON, body={"currentPassword": "", "newPassword": ""}),
    Row("GET", "/api/me/websites", USERS),
    Row("GET", "/api/me/teams", USERS),
    Row("GET", "/api/me/api-keys", IN_PERSON),
    Row("POST", "/api/me/api-keys", IN_PERSON, body={"name": "key"}),
    Row("DELETE", "/api/me/api-keys/{key_id}", IN_PERSON),
    Row("GET", "/api/websites", USERS),
    Row("POST", "/api/websites", WRITERS, body={"name": "new"}),
    Row("GET", "/api/websites/{website_id}", BY_EVERY_LINK),
    Row("POST", "/api/websites/{website_id}", EDIT, body={"name": "changed"}),
    Row("DELETE", "/api/websites/{website_id}", EDIT),
    Row("POST", "/api/websites/{website_id}/reset", EDIT),
    Row("POST", "/api/websites/{website_id}/transfer", GIVE, body={"userId": "{caller}"}),
    Row("GET", "/api/websites/{website_id}/shares", LOOK),
    Row("POST", "/api/websites/{website_id}/shares", EDIT, body={"name": "link"}),
    *(
        Row("POST", f"/api/reports/{name}", BY_LINK_TO_STATISTICS, body=_report_body(report))
        for report in REPORTS
        for name in (report.name, *report.aliases)
    ),
    *(
        Row("POST", f"/api/reports/{report.name}/sessions", BY_LINK_TO_EVERYTHING, body=_cell_body(report))
        for report in REPORTS
    ),
    *(
        Row("GET", f"/api/websites/{{website_id}}/{name}", shown, query=STATISTICS_QUERY)
        for name, shown in STATISTICS.items()
    ),
    Row("DELETE", "/api/websites/{website_id}/sessions/{session_id}", EDIT),
    Row("GET", "/api/realtime/{website_id}", BY_LINK_TO_EVERYTHING),
    Row("GET", "/api/websites/{website_id}/segments", BY_LINK_TO_STATISTICS, query="type=segment"),
    Row("POST", "/api/websites/{website_id}/segments", EDIT, body=SEGMENT),
    Row("GET", "/api/websites/{website_id}/segments/{segment_id}", BY_LINK_TO_STATISTICS),
    Row("POST", "/api/websites/{website_id}/segments/{segment_id}", EDIT, body=SEGMENT),
    Row("DELETE", "/api/websites/{website_id}/segments/{segment_id}", EDIT),
    Row("GET", "/api/reports", BY_LINK_TO_SAVED_REPORTS, query="websiteId={website}"),
    Row("GET", "/api/websites/{website_id}/reports", BY_LINK_TO_SAVED_REPORTS),
    Row("POST", "/api/reports", EDIT, body=SAVED),
    Row("GET", "/api/reports/{report_id}", BY_LINK_TO_REPORT),
    Row("POST", "/api/reports/{report_id}", EDIT, body=SAVED),
    Row("DELETE", "/api/reports/{report_id}", EDIT),
    Row("POST", "/api/reports/{report_id}/run", BY_LINK_TO_REPORT, body={"parameters": DATES}),
    Row("GET", "/api/share/{slug}", EVERYONE),
    Row("POST", "/api/share/{slug}", EVERYONE, body={"password": ""}),
    Row("POST", "/api/share", EDIT, body={"name": "link", "shareType": 1, "entityId": "{website}"}),
    Row("GET", "/api/share/id/{share_id}", LOOK),
    Row("POST", "/api/share/id/{share_id}", EDIT, body={"name": "link", "slug": "{slug}"}),
    Row("DELETE", "/api/share/id/{share_id}", EDIT),
    Row("GET", "/api/teams", USERS),
    Row("POST", "/api/teams", WRITERS, body={"name": "team"}),
    Row("POST", "/api/teams/join", USERS - {"owner's read-only key", "admin's read-only key"},
        body={"accessCode": "unknown"}),
    Row("GET", "/api/teams/{team_id}", IN_TEAM),
    Row("POST", "/api/teams/{team_id}", ADMINS | TEAM_MANAGERS, body={"name": "changed"}),
    Row("DELETE", "/api/teams/{team_id}", ADMINS | TEAM_OWNER),
    Row("GET", "/api/teams/{team_id}/websites", IN_TEAM),
    Row("GET", "/api/teams/{team_id}/users", IN_TEAM),
    Row("POST", "/api/teams/{team_id}/users", ADMINS | TEAM_MANAGERS,
        body={"userId": "{user}", "role": "team-member"}),
    Row("GET", "/api/teams/{team_id}/users/{user_id}", IN_TEAM),
    Row("POST", "/api/teams/{team_id}/users/{user_id}", ADMINS | TEAM_MANAGERS, body={"role": "team-member"}),
    Row("DELETE", "/api/teams/{team_id}/users/{user_id}", ADMINS | TEAM_MANAGERS),
    Row("POST", "/api/users", ADMIN, body=NEW_USER),
    Row("GET", "/api/users/{user_id}", ADMINS_READING),
    Row("POST", "/api/users/{user_id}", ADMIN, body={"role": "view-only"}),
    Row("DELETE", "/api/users/{user_id}", ADMIN),
    Row("GET", "/api/users/{user_id}/websites", ADMINS_READING),
    Row("GET", "/api/users/{user_id}/teams", ADMINS_READING),
    Row("GET", "/api/admin/users", ADMINS_READING),
    Row("GET", "/api/admin/websites", ADMINS_READING),
    Row("GET", "/api/admin/teams", ADMINS_READING),
)  # fmt: skip


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory, store: EventStore) -> AsyncIterator[World]:
    """Make everybody, once for all rows."""
    settings = Settings(data=tmp_path_factory.mktemp("access"), trusted_proxies=(ip_network("127.0.0.1"),))
    async with everybody(settings, store) as made:
        yield made


async def _call(world: World, row: Row, caller: str, subject: Subject) -> httpx.Response:
    names = {
        "website": str(subject.website_id),
        "caller": str(world.users.get(caller.partition("'")[0], uuid4())),
        "user": str(uuid4()),
        "slug": uuid4().hex,
    }
    body = row.body and {
        name: value.format(**names) if isinstance(value, str) and "{" in value else value
        for name, value in row.body.items()
    }
    unknown = {"key_id": uuid4(), "event_id": uuid4(), "session_id": uuid4(), "slug": "unknown", "name": ""}
    path = row.path.replace(":path", "").format(**asdict(subject), **unknown)
    # From an address of its own: wrong slugs and access codes are counted by address.
    sent_for = {"X-Forwarded-For": f"2001:db8:{uuid4().hex[:4]}:{uuid4().hex[:4]}::1"}
    headers = {**world.headers(caller, subject), **sent_for}
    address = f"{path}?{row.query.format(**names)}"
    return await world.client.request(row.method, address, json=body, headers=headers)


def _expect(answer: httpx.Response, row: Row, allowed: Callers, caller: str) -> None:
    status = answer.status_code
    if caller in allowed:
        # 400, 404 and 409 come after the question of who is asking: the request itself is to no avail.
        assert status in {200, 400, 404, 409}, (caller, status, answer.text)
    elif caller in NOBODY or (caller in LINKS and not row.is_for_visitors):
        assert status == 401, (caller, status, answer.text)
    else:
        code = "not-shared" if caller in LINKS else "forbidden"
        assert (status, answer.json()["error"]["code"]) == (403, code), (caller, answer.text)


async def test_every_route_has_its_row(world: World) -> None:
    """No route is forgotten, and none is there that is only in the table, or there twice."""
    assert sorted((row.method, row.path) for row in TABLE) == sorted(world.routes)


def test_forbidden_is_declared_where_somebody_is_refused() -> None:
    """Nobody is refused at other routes, except `/api/send`, where an operator may block addresses."""
    declared = {
        (method.upper(), path)
        for path, operations in PATHS.items()
        for method, operation in operations.items()
        if "403" in operation["responses"]
    }
    refusing = {(row.method, row.path) for row in TABLE if row.refused}
    assert declared - {("POST", "/api/send")} == refusing - {("GET", "/metrics")}


async def test_a_route_that_came_some_other_way_is_seen() -> None:
    """Whatever is added to an application, by whatever means, is found or refused."""

    def answer() -> None:
        pass

    application = FastAPI(openapi_url=None)
    router = APIRouter()
    router.get("/deep")(answer)
    application.include_router(router)
    application.add_api_route("/direct", answer, methods=["DELETE"])
    assert list(every_route(application.routes)) == [("GET", "/deep"), ("DELETE", "/direct")]
    application.mount("/mounted", FastAPI())
    with pytest.raises(TypeError):
        list(every_route(application.routes))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.method} {row.path}")
async def test_access(world: World, row: Row) -> None:
    """Everyone gets what the table says, no more and no less."""
    allowed = row.allowed if isinstance(row.allowed, Of) else Of(row.allowed, row.allowed)
    await _try_everyone(world, row, allowed.user, of_team=False)
    if isinstance(row.allowed, Of):
        await _try_everyone(world, row, allowed.team, of_team=True)


async def _try_everyone(world: World, row: Row, allowed: Callers, *, of_team: bool) -> None:
    with_team = "{team_id}" in row.path or "{user_id}" in row.path
    subject = world.subject(of_team=of_team, with_team=with_team)
    for caller in sorted(EVERYONE):
        _expect(await _call(world, row, caller, subject), row, allowed, caller)
        if caller in allowed and row.may_change_its_subject:
            subject = world.subject(of_team=of_team, with_team=with_team)
