"""Every operation of the OpenAPI document under drawn requests, right and wrong, signed in and not.

No answer may be a 5xx, have a status that the document does not name, or not fit its schema; and what asks
for credentials answers 401 without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest
import schemathesis
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kokumi.api.application import openapi_document
from kokumi.app import Kokumi, create_api
from kokumi.domain.saved import FilterKind
from kokumi.domain.times import system_clock
from kokumi.events.store import EventStore
from kokumi.metadata.access import Role, TeamRole
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.store import Metadata
from kokumi.metadata.websites import NewWebsite
from kokumi.settings import Settings
from oracle.making import SITE, custom, sale, view
from support.store_events import insert

CONFIG = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False}})
SCHEMA = schemathesis.openapi.from_dict(openapi_document(), config=CONFIG)
OPERATIONS: list[Any] = [found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)]
REQUESTS = [
    (operation, mode)
    for operation in OPERATIONS
    for mode in GenerationMode
    # There is no wrong way to ask for what asks for nothing, or for any word.
    if mode is GenerationMode.POSITIVE
    or any(each.name != "slug" for each in (*operation.body, *operation.iter_parameters()))
]

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 5
"""How many requests of each kind an operation gets."""

Headers = Mapping[str, str]
AnyCase = Case[Any]


@dataclass(frozen=True)
class Server:
    """The application with an administrator, who has one of everything."""

    kokumi: Kokumi
    client: httpx.AsyncClient
    portal: BlockingPortal
    shared: dict[str, str] = field(default_factory=dict)
    """What requests that leave things in place are about."""

    def call(self, case: AnyCase, headers: Headers) -> httpx.Response:
        """Return the answer to a drawn request."""
        request = case.as_transport_kwargs(base_url="http://kokumi.test")
        answer: httpx.Response = self.portal.call(self._send, request, headers)
        return answer

    async def _send(self, request: dict[str, Any], headers: Headers) -> httpx.Response:
        body = {key: request[key] for key in ("json", "data", "content") if request.get(key) is not None}
        if isinstance(body.get("data"), (bytes, str)):
            body["content"] = body.pop("data")
        given = {name: value for name, value in request["headers"].items() if value.isascii()}
        return await self.client.request(
            request["method"],
            request["url"],
            params=request.get("params"),
            headers={**given, **headers},
            **body,
        )

    def signed_in(self) -> Headers:
        """Return the administrator's credentials, new ones each time: a request may end them."""
        admin = self.kokumi.metadata.users.first_admin()
        assert admin is not None
        return {"Authorization": f"Bearer {self.kokumi.metadata.tokens.issue(admin.id)}"}

    def things(self, operation: Any) -> dict[str, str]:
        """Return the ids of one of everything, made anew for what takes them away."""
        if operation.method == "delete" or operation.path.endswith(("/transfer", "/reset")):
            return self.make_things()
        if not self.shared:
            self.shared.update(self.make_things())
        return self.shared

    def make_things(self) -> dict[str, str]:
        """Return the ids of one of everything."""
        metadata = self.kokumi.metadata
        admin = metadata.users.first_admin()
        assert admin is not None
        website = metadata.websites.create(NewWebsite("Shop", "shop.example", admin.id)).id
        events = [
            view("/", "2025-10-02T10:00:00Z", country="DE", utm_source="x"),
            custom("signup", "2025-10-02T10:01:00Z", country="DE"),
            sale("9.99", "2025-10-03T10:00:00Z", session="bob"),
        ]
        insert(self.kokumi.store, events, {SITE: website})
        goal = ReportContent(website, "goal", "report", "", {"type": "path", "value": "/"})
        share = metadata.shares.create(website, "Public", {})
        team = metadata.teams.create("team", admin.id).id
        user = metadata.users.create(f"user {uuid4()}", "a quiet password").id
        metadata.teams.add(team, user, TeamRole.MEMBER)
        key, _ = metadata.keys.create(admin.id, "key")
        return {
            "website_id": str(website),
            "segment_id": str(metadata.segments.create(website, FilterKind.SEGMENT, "all", {}).id),
            "report_id": str(metadata.saved_reports.create(admin.id, goal).id),
            "share_id": str(share.id),
            "slug": share.slug,
            "team_id": str(team),
            "user_id": str(user),
            "key_id": str(key.id),
        }


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, store: EventStore) -> Iterator[Server]:
    """Serve an application of this module's own."""
    configuration = Settings(data=tmp_path_factory.mktemp("schemathesis"))
    metadata = Metadata(configuration.metadata_dsn)
    metadata.users.create("admin", "a quiet password", Role.ADMIN)
    kokumi = Kokumi(configuration, store, metadata, system_clock)
    with ExitStack() as stack:
        stack.callback(metadata.close)
        portal = stack.enter_context(start_blocking_portal())
        transport = httpx.ASGITransport(create_api(kokumi), raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url="http://kokumi.test")
        stack.callback(portal.call, client.aclose)
        yield Server(kokumi, client, portal)


def checked(
    server: Server, operation: Any, mode: GenerationMode, fixed: Mapping[str, str], headers: Headers
) -> Callable[[st.DataObject], httpx.Response]:
    """Return what sends a drawn request, about things that are there or not, and checks its answer."""
    wanted = {parameter.name for parameter in operation.path_parameters}
    known = {name: quote(value) for name, value in fixed.items() if name in wanted}
    strategies = [operation.as_strategy(generation_mode=mode)]
    if known and wanted:
        strategies.append(operation.as_strategy(generation_mode=mode, path_parameters=known))

    def send(data: st.DataObject) -> httpx.Response:
        case: AnyCase = data.draw(st.sampled_from(strategies).flatmap(lambda strategy: strategy))
        for part in (case.body, case.query):
            if isinstance(part, dict) and "websiteId" in part and data.draw(st.booleans()):
                part["websiteId"] = fixed["website_id"]
        answer = server.call(case, headers)
        case.validate_response(answer, checks=CHECKS)
        return answer

    return send


LIMITS = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@pytest.mark.parametrize(
    ("operation", "mode"), REQUESTS, ids=[f"{each.label}-{mode.value}" for each, mode in REQUESTS]
)
def test_signed_in(server: Server, operation: Any, mode: GenerationMode) -> None:
    send = checked(server, operation, mode, server.things(operation), server.signed_in())

    @LIMITS
    @given(data=st.data())
    def run(data: st.DataObject) -> None:
        send(data)

    run()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_without_credentials(server: Server, operation: Any) -> None:
    send = checked(server, operation, GenerationMode.POSITIVE, server.things(operation), {})
    is_protected = bool(operation.definition.raw["security"])

    @LIMITS
    @given(data=st.data())
    def run(data: st.DataObject) -> None:
        answer = send(data)
        assert answer.status_code == 401 or not is_protected

    run()
