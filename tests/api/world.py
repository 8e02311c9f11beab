"""Everybody there is, and what they may be after: for tests of who may do what."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import httpx
from starlette.routing import BaseRoute, Route, Router

from api.declared import api_client
from kokumi.api.application import Application
from kokumi.app import Kokumi, create_api
from kokumi.domain.saved import FilterKind
from kokumi.domain.times import system_clock
from kokumi.events.store import EventStore
from kokumi.metadata.access import Role, TeamRole
from kokumi.metadata.parts import SECTIONS, Opens
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.shares import Share, Terms
from kokumi.metadata.store import Metadata
from kokumi.metadata.websites import NewWebsite
from kokumi.settings import Settings

PASSWORD = "a quiet password"

_PLACES = {
    "team owner": TeamRole.OWNER,
    "team manager": TeamRole.MANAGER,
    "team member": TeamRole.MEMBER,
    "team viewer": TeamRole.VIEW_ONLY,
    "view-only user in the team": TeamRole.MEMBER,
}
_ROLES = {
    "admin": Role.ADMIN,
    "owner": Role.USER,
    "stranger": Role.USER,
    "view-only stranger": Role.VIEW_ONLY,
    **dict.fromkeys(_PLACES, Role.USER),
    "view-only user in the team": Role.VIEW_ONLY,
}


@dataclass(frozen=True)
class Subject:
    """What a request is about: a website with all that belongs to it, a team, and a user in it."""

    website_id: UUID
    share_id: UUID
    share_tokens: Mapping[str, str]
    segment_id: UUID
    report_id: UUID
    team_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class World:
    """Everybody, and an application to call."""

    metadata: Metadata
    client: httpx.AsyncClient
    routes: frozenset[tuple[str, str]]
    users: Mapping[str, UUID]
    keys: Mapping[str, str]
    tokens: dict[str, str] = field(default_factory=dict)

    def headers(self, caller: str, subject: Subject) -> dict[str, str]:
        """Return what the caller shows."""
        if caller == "nobody":
            return {}
        if caller in subject.share_tokens:
            return {"x-umami-share-token": subject.share_tokens[caller]}
        if caller in self.keys:
            return {"x-umami-api-key": self.keys[caller]}
        return {"Authorization": f"Bearer {self.token(caller)}"}

    def token(self, caller: str) -> str:
        """Return a token of the user's; a new one if theirs was ended by a request."""
        if caller not in self.tokens or self.metadata.tokens.caller(self.tokens[caller]) is None:
            self.tokens[caller] = self.metadata.tokens.issue(self.users[caller])
        return self.tokens[caller]

    def subject(self, *, of_team: bool = False, with_team: bool = False) -> Subject:
        """Make a website of the owner's or of the team's, and everything around it.

        The team and its newest member are only made for a request about them: passwords take their time.
        """
        team_id = self.team() if of_team or with_team else uuid4()
        owner = self.users["owner"]
        website_id = self.metadata.websites.create(
            NewWebsite("site", "", owner, team_id if of_team else None)
        ).id
        content = ReportContent(website_id, "goal", "report", "", {"type": "path", "value": "/"})
        report_id = self.metadata.saved_reports.create(owner, content).id
        links = self._links(website_id, report_id)
        return Subject(
            website_id=website_id,
            share_id=links["link to everything"].id,
            share_tokens={kind: self.metadata.shares.token(link) for kind, link in links.items()},
            segment_id=self.metadata.segments.create(website_id, FilterKind.SEGMENT, "segment", {}).id,
            report_id=report_id,
            team_id=team_id,
            user_id=self._member(team_id) if with_team else uuid4(),
        )

    def _links(self, website_id: UUID, report_id: UUID) -> Mapping[str, Share]:
        """Make a link of each kind."""
        kinds = {
            "link to everything": (Terms(), {}),
            "link to statistics": (Terms(Opens.STATISTICS), {}),
            "link to a report": (Terms(Opens.REPORT, report_id), {}),
            "link with all sections off": (Terms(), dict.fromkeys(SECTIONS, False)),
        }
        return {
            kind: self.metadata.shares.create(website_id, kind, parameters, terms=terms)
            for kind, (terms, parameters) in kinds.items()
        }

    def _member(self, team_id: UUID) -> UUID:
        user_id = self.metadata.users.create(f"user {uuid4()}", PASSWORD).id
        self.metadata.teams.add(team_id, user_id, TeamRole.VIEW_ONLY)
        return user_id

    def team(self) -> UUID:
        """Make the team that everybody has their place in."""
        team = self.metadata.teams.create("team", self.users["team owner"])
        for name, role in _PLACES.items():
            if role is not TeamRole.OWNER:
                self.metadata.teams.add(team.id, self.users[name], role)
        return team.id


def every_route(routes: Iterable[BaseRoute]) -> Iterator[tuple[str, str]]:
    """Yield method and path of all that an application answers, however it came to be a part of it.

    A kind of route that is not known here is an error: nobody would have said whom it is for.
    """
    for route in routes:
        included = getattr(route, "original_router", None)
        if isinstance(included, Router):
            yield from every_route(included.routes)
        elif isinstance(route, Route):
            yield from ((method, route.path) for method in sorted((route.methods or set()) - {"HEAD"}))
        else:
            raise TypeError(f"{type(route).__name__} is a kind of route that is not in the table")


@asynccontextmanager
async def everybody(settings: Settings, store: EventStore) -> AsyncIterator[World]:
    """Make everybody, and an application that they can call."""
    metadata = Metadata(settings.metadata_dsn)
    users = {name: metadata.users.create(name, PASSWORD, role).id for name, role in _ROLES.items()}
    keys = {}
    for name in ("admin", "owner"):
        keys[f"{name}'s key"] = metadata.keys.create(users[name], "key")[1]
        keys[f"{name}'s read-only key"] = metadata.keys.create(users[name], "key", read_only=True)[1]
    application = create_api(Kokumi(settings, store, metadata, system_clock))
    assert isinstance(application, Application)
    routes = frozenset(every_route(application.routes))
    async with api_client(application) as client:
        yield World(metadata, client, routes, users, keys)
    metadata.close()
