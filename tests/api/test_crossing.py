"""Attempts to reach another's website: by ids, filters, segments, share links, tokens of who is gone.

Whatever Ada sends, with whatever she can get hold of, nothing of Bob's comes back and nothing of his changes.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.declared import api_client
from kokumi.api.application import Application
from kokumi.app import Kokumi, create_api
from kokumi.domain.paging import PageRequest
from kokumi.domain.saved import FilterKind
from kokumi.domain.times import system_clock
from kokumi.events.engine import Limits
from kokumi.events.store import EventStore
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import REPORTS
from kokumi.settings import Settings
from kokumi.sql.fragment import sql
from oracle.making import OTHER_SITE, SITE, custom, event, view
from oracle.model import CUSTOM_EVENT
from support.store_events import as_uuid, insert

SECRET = "bobs-secret"
PASSWORD = "a quiet password"
DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
_LEFT_OUT = (
    *("/api/share/{slug}", "/api/send", "/api/batch", "/api/auth/login"),  # for everybody
    *("/script.js", "/docs/viewer/{name:path}"),  # files, for everybody
    *("/api/auth/logout", "/api/me/sign-ins"),  # Ada would be out for the attempts that follow
)
_EXAMPLES = {name: report.sample.undated for report in REPORTS for name in (report.name, *report.aliases)}


@dataclass(frozen=True)
class Holding:
    """What a person has: their website, and the ids of all that belongs to it."""

    user: User
    ids: Mapping[str, UUID]
    share_token: str


@dataclass(frozen=True)
class Scene:
    """Ada and Bob, and an application."""

    metadata: Metadata
    store: EventStore
    client: httpx.AsyncClient
    loop: asyncio.Runner
    routes: tuple[tuple[str, str], ...]
    ada: Holding
    bob: Holding
    credentials: tuple[Mapping[str, str], ...]

    def send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        body: object,
        query: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Return the answer to a request."""
        return self.loop.run(
            self.client.request(
                method, path, params=query, json=None if method == "GET" else body, headers=headers
            )
        )

    def bobs(self) -> tuple[object, ...]:
        """Return all that is kept of Bob's."""
        metadata, website_id = self.metadata, self.bob.ids["website_id"]
        found = sql(
            "select count(), uniqExact(event_id) from events where website_id = {website:UUID}",
            website=website_id,
        )
        return (
            metadata.users.get(self.bob.user.id),
            metadata.teams.get(self.bob.ids["team_id"]),
            metadata.websites.find(website_id),
            metadata.shares.list(website_id, PageRequest()),
            metadata.segments.list(website_id, None, PageRequest()),
            metadata.saved_reports.list(website_id, None, PageRequest()),
            metadata.keys.list(self.bob.user.id, PageRequest()),
            tuple(map(tuple, self.store.query(found, name="test", limits=Limits()).rows)),
        )


def _holding(metadata: Metadata, name: str) -> Holding:
    user = metadata.users.create(name, PASSWORD)
    team = metadata.teams.create(name, user.id)
    website = metadata.websites.create(NewWebsite(name, f"{name}.test", user.id))
    share = metadata.shares.create(website.id, name, {"of": name})
    conditions = {"filters": [{"name": "path", "operator": "eq", "value": f"/{name}"}]}
    action = {"action": {"type": "path", "value": f"/{name}"}, "dateRange": "all"}
    ids = {
        "website_id": website.id,
        "team_id": team.id,
        "user_id": user.id,
        "share_id": share.id,
        "segment_id": metadata.segments.create(website.id, FilterKind.SEGMENT, name, conditions).id,
        "cohort_id": metadata.segments.create(website.id, FilterKind.COHORT, name, action).id,
        "report_id": metadata.saved_reports.create(
            user.id, ReportContent(website.id, "goal", name, "", {"type": "path", "value": f"/{name}"})
        ).id,
        "key_id": metadata.keys.create(user.id, name)[0].id,
        "session_id": as_uuid(f"session of {name}"),
        "event_id": as_uuid(f"event of {name}"),
    }
    return Holding(user, ids, metadata.shares.token(share))


_ADAS = 4
"""How many of the credentials are Ada's own, and valid: they come first."""


def _credentials(metadata: Metadata, ada: Holding, bob: Holding) -> tuple[Mapping[str, str], ...]:
    """Return what Ada can show: her own, what used to be somebody's, and forgeries."""
    gone = metadata.users.create("gone", PASSWORD)
    gone_token, gone_key = metadata.tokens.issue(gone.id), metadata.keys.create(gone.id, "key")[1]
    metadata.users.delete(gone.id)
    old = metadata.tokens.issue(bob.user.id)
    metadata.users.set_password(bob.user.id, "another password")
    link = metadata.shares.create(bob.ids["website_id"], "old link", {})
    old_link = metadata.shares.token(link)
    metadata.shares.delete(link.id)
    bobs_share_with_adas_seal = f"{bob.ids['share_id']}.{ada.share_token.partition('.')[2]}"
    return (
        {"Authorization": f"Bearer {metadata.tokens.issue(ada.user.id)}"},
        {"x-umami-api-key": metadata.keys.create(ada.user.id, "key")[1]},
        {"x-umami-api-key": metadata.keys.create(ada.user.id, "key", read_only=True)[1]},
        {"x-umami-share-token": ada.share_token},
        {"Authorization": f"Bearer {gone_token}"},
        {"x-umami-api-key": gone_key},
        {"Authorization": f"Bearer {old}"},
        {"x-umami-share-token": old_link},
        {"x-umami-share-token": bobs_share_with_adas_seal},
        {"Authorization": f"Bearer {bob.share_token}"},
        {"x-umami-api-key": str(bob.ids["key_id"])},
        {},
    )


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, store: EventStore) -> Iterator[Scene]:
    """Set the scene once; nothing that Ada may do changes it for the next attempt."""
    options = Settings(data=tmp_path_factory.mktemp("crossing"))
    metadata = Metadata(options.metadata_dsn)
    ada, bob = _holding(metadata, "ada"), _holding(metadata, SECRET)
    mine, his = "session of ada", f"session of {SECRET}"
    data = (("plan", 1, SECRET),)
    events = [
        view("/ada", "2025-10-02T10:00:00Z", mine, website_id=SITE),
        custom("signup", "2025-10-02T10:01:00Z", mine, website_id=SITE, event_id="event of ada"),
        view(f"/{SECRET}", "2025-10-02T10:00:00Z", his, website_id=OTHER_SITE, country=SECRET, title=SECRET),
        event(
            CUSTOM_EVENT,
            "2025-10-02T10:01:00Z",
            his,
            properties=data,
            website_id=OTHER_SITE,
            event_id=f"event of {SECRET}",
            event_name=SECRET,
            referrer=SECRET,
            utm_source=SECRET,
        ),
    ]
    insert(store, events, {SITE: ada.ids["website_id"], OTHER_SITE: bob.ids["website_id"]})
    application = create_api(Kokumi(options, store, metadata, system_clock))
    assert isinstance(application, Application)
    routes = sorted(
        (method, route.path)
        for route in application.api_routes
        for method in route.methods or ()
        if route.path not in _LEFT_OUT
    )
    credentials = _credentials(metadata, ada, bob)
    client = api_client(application)
    with asyncio.Runner() as loop:
        yield Scene(metadata, store, client, loop, tuple(routes), ada, bob, credentials)
        loop.run(client.aclose())
    metadata.close()


@dataclass(frozen=True)
class Attempt:
    """A request that names whatever it can; which of it counts is the route's affair."""

    method: str
    path: str
    body: Mapping[str, object]
    query: Mapping[str, str]


def _attempt(scene: Scene, route: tuple[str, str], one_of: Callable[[str], str], control: str) -> Attempt:
    method, template = route
    report = template.rpartition("/")[2]
    ids = {name: one_of(name) for name in re.findall(r"{(\w+)}", template) if name in scene.bob.ids}
    body = {
        "websiteId": one_of("website_id"),
        "entityId": one_of("website_id"),
        # Whoever runs a team may take in users whose ids they know, and sees their names then.
        "userId": str(scene.ada.user.id) if template.startswith("/api/teams") else one_of("user_id"),
        "teamId": one_of("team_id"),
        "id": one_of("website_id"),
        "shareType": 1,
        "role": "team-owner",
        "name": "ada's",
        "slug": uuid4().hex,
        "accessCode": scene.metadata.teams.get(scene.ada.ids["team_id"]).access_code,
        "filters": {control: one_of(f"{control}_id")} if control else {},
        "parameters": {**DATES, **_EXAMPLES.get(report, {"type": "path", "value": "/"})},
        **({} if report in _EXAMPLES else {"type": "goal" if "reports" in template else "segment"}),
    }
    query = {
        "websiteId": one_of("website_id"),
        "type": "segment" if template.endswith("/segments") else "path",
        "includeTeams": "true",
        "startAt": "0",
        "endAt": "2000000000000",
        "propertyName": "plan",
        **({control: one_of(f"{control}_id")} if control else {}),
    }
    return Attempt(method, template.format(**ids, slug=SECRET), body, query)


def _try(scene: Scene, template: str, attempt: Attempt, headers: Mapping[str, str]) -> None:
    answer = scene.send(attempt.method, attempt.path, headers, attempt.body, attempt.query)
    assert SECRET not in answer.text
    assert answer.status_code < 500
    if _is_about(scene.bob, template, attempt):
        assert answer.status_code in {400, 401, 403, 404, 405, 409}


def test_all_of_bobs(scene: Scene) -> None:
    """Every route refuses every credential of Ada's when all ids are Bob's."""
    before = scene.bobs()
    for route in scene.routes:
        attempt = _attempt(scene, route, lambda name: str(scene.bob.ids[name]), "")
        for headers in scene.credentials:
            _try(scene, route[1], attempt, headers)
        assert scene.bobs() == before, route


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_some_of_bobs(scene: Scene, data: st.DataObject) -> None:
    """No answer holds anything of Bob's but the ids that were sent, whatever is mixed with Ada's own."""
    route = data.draw(st.sampled_from(scene.routes), label="route")
    is_destructive = route[0] == "DELETE" or route[1].endswith(("/transfer", "/reset"))
    people = [scene.bob] if is_destructive else [scene.ada, scene.bob]

    def one_of(name: str) -> str:
        kind = data.draw(st.sampled_from([*[name] * 8, "website_id", "segment_id"]), label="kind")
        return str(data.draw(st.sampled_from(people), label=f"whose {name}").ids[kind])

    control = data.draw(st.sampled_from(["", "segment", "cohort"]), label="control")
    headers = data.draw(st.sampled_from(scene.credentials[:_ADAS]), label="credentials")
    before = scene.bobs()
    _try(scene, route[1], _attempt(scene, route, one_of, control), headers)
    assert scene.bobs() == before


def _looks_among_events(template: str) -> bool:
    """Whether an id in the path is looked for among the website's own events: another's is not there."""
    return template.startswith(
        ("/api/websites/{website_id}/sessions/", "/api/websites/{website_id}/event-data/")
    )


def _is_about(person: Holding, template: str, attempt: Attempt) -> bool:
    """Whether the request names something of that person's where it counts."""
    named = {str(each) for each in person.ids.values()}
    website = attempt.body["websiteId"]
    if _looks_among_events(template):
        return attempt.path.split("/")[3] in named
    if named & set(attempt.path.split("/")):
        return True
    if template == "/api/share":
        return attempt.body["entityId"] in named
    if template == "/api/reports":
        return (attempt.query["websiteId"] if attempt.method == "GET" else website) in named
    return template.removeprefix("/api/reports/") in _EXAMPLES and website in named


@pytest.mark.parametrize("name", sorted(_EXAMPLES))
def test_reports_of_two_websites(scene: Scene, name: str) -> None:
    """Ada's own report works, and is the same whatever filter of Bob's she names: there is no such one."""
    body = {
        "websiteId": str(scene.ada.ids["website_id"]),
        "parameters": {**DATES, **_EXAMPLES[name]},
    }
    headers = scene.credentials[0]
    own = scene.send("POST", f"/api/reports/{name}", headers, body)
    assert (own.status_code, SECRET in own.text) == (200, False)
    for control in ("segment", "cohort"):
        crossed = {**body, "filters": {control: str(scene.bob.ids[f"{control}_id"])}}
        answer = scene.send("POST", f"/api/reports/{name}", headers, crossed)
        assert (answer.status_code, SECRET in answer.text) == (404, False)
