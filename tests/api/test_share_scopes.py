"""What the visitors by each kind of link see, and that there is no way around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.people import sign_up
from kokumi.app import Kokumi
from kokumi.domain.saved import FilterKind
from kokumi.metadata.parts import SECTIONS, Opens
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.shares import Terms
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import REPORTS
from oracle.making import SITE, view, with_data
from support.store_events import as_uuid, insert

pytestmark = pytest.mark.anyio

RANGE = {"startAt": "1759276800000", "endAt": "1761955199999"}
DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
VISITORS = "This share link does not show single visitors."
ANN = as_uuid("ann")
_REPORTS: dict[str, dict[str, Any]] = {report.saved_as: {**report.sample.undated} for report in REPORTS}
_MORE_OF = {"revenue": ["revenue/sessions"]}
"""Addresses that a report's section closes beside the report."""
Headers = dict[str, str]


@dataclass(frozen=True)
class Shop:
    """A website on which Ann, whose distinct id is `ann@example.com`, looks at two pages, and Bob at one."""

    kokumi: Kokumi
    http: httpx.AsyncClient
    owner: Headers
    id: UUID
    user_id: UUID

    def link(
        self,
        opens: Opens | None = None,
        parameters: Mapping[str, object] | None = None,
        report_id: UUID | None = None,
    ) -> Headers:
        """Return what a visitor by a new link shows."""
        terms = Terms(opens, report_id)
        made = self.kokumi.metadata.shares.create(self.id, "link", parameters or {}, terms=terms)
        return {"x-umami-share-token": self.kokumi.metadata.shares.token(made)}

    def save(self, kind: str, parameters: Mapping[str, object]) -> UUID:
        """Save a report."""
        content = ReportContent(self.id, kind, kind, "", parameters)
        return self.kokumi.metadata.saved_reports.create(self.user_id, content).id

    async def get(self, part: str, headers: Headers, /, **query: str) -> httpx.Response:
        """Ask for a statistic."""
        address = f"/api/websites/{self.id}/{part}".rstrip("/")
        return await self.http.get(address, params={**RANGE, **query}, headers=headers)

    async def report(
        self, name: str, headers: Headers, filters: Mapping[str, object] | None = None, **parameters: object
    ) -> httpx.Response:
        """Ask for a report."""
        body = {"websiteId": str(self.id), "filters": filters, "parameters": {**DATES, **parameters}}
        return await self.http.post(f"/api/reports/{name}", json=body, headers=headers)

    async def run(
        self,
        report_id: UUID,
        headers: Headers,
        parameters: Mapping[str, object] = DATES,
        filters: Mapping[str, object] | None = None,
    ) -> httpx.Response:
        """Run a saved report."""
        body = {"parameters": parameters, "filters": filters}
        return await self.http.post(f"/api/reports/{report_id}/run", json=body, headers=headers)


@pytest.fixture
def shop(kokumi: Kokumi, http: httpx.AsyncClient) -> Shop:
    """Return a website with two visitors."""
    owner = sign_up(kokumi, "ada")
    user = kokumi.metadata.users.named("ada")
    assert user is not None
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", user.id, share_id="everything-open"))
    events = [
        view("/", "2025-10-02T10:00:00Z", "ann", distinct_id="ann@example.com"),
        view("/b", "2025-10-02T10:02:00Z", "ann", distinct_id="ann@example.com"),
        view("/", "2025-10-03T10:00:00Z", "bob"),
        with_data("signup", "2025-10-03T10:01:00Z", "bob", plan="pro"),
    ]
    insert(kokumi.store, events, {SITE: website.id})
    return Shop(kokumi, http, owner, website.id, user.id)


def _refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param((Opens.STATISTICS, {}), id="statistics"),
        pytest.param((None, {"overview": True, "sessions": False}), id="sessions switched off"),
        pytest.param((Opens.ALL, {"sessions": False}), id="everything, but sessions switched off"),
    ],
)
async def test_statistics_without_single_visitors(
    shop: Shop, terms: tuple[Opens | None, Mapping[str, object]]
) -> None:
    """Sums are shown; lists and pages of single visitors, and what singles one out, are not."""
    visitor = shop.link(*terms)
    asked = {
        "sessions": {},
        f"sessions/{ANN}": {},
        f"sessions/{ANN}/activity": {},
        f"sessions/{ANN}/properties": {},
        "session-data/values": {"propertyName": "plan"},
        "revenue/sessions": {"currency": "USD"},
        "events": {},
        "event-data": {},
        f"event-data/{as_uuid('00000004')}": {},
        "metrics": {"type": "distinctId"},
        "metrics/expanded": {"type": "distinctId"},
        "values": {"type": "distinctId"},
        "stats": {"distinctId": "ann@example.com"},
        "pageviews": {"distinctId": "c.ann"},
        "events/series": {"country": "FR", "distinctId1": "s."},
        "event-data/values": {"propertyName": "plan", "distinct_id": "ns."},
    }
    answers = {path: await shop.get(path, visitor, **query) for path, query in asked.items()}
    answers["breakdown"] = await shop.report("breakdown", visitor, fields=["os", "distinctId"])
    answers["breakdown, spelled otherwise"] = await shop.report("breakdown", visitor, fields=["distinct-id"])
    answers["goals"] = await shop.report("goals", visitor, {"distinctId": "re.^a"}, type="path", value="/")
    assert {path: _refusal(answer) for path, answer in answers.items()} == dict.fromkeys(
        answers, (403, VISITORS)
    )
    for path in ("export", "../../realtime/" + str(shop.id)):
        assert (await shop.get(path, visitor)).status_code == 403
    assert (await shop.get("stats", visitor)).json()["visitors"] == 2
    assert (await shop.get("metrics", visitor, type="path", limit="1")).json() == [{"x": "/", "y": 2}]
    assert (await shop.get("event-data/values", visitor, propertyName="plan")).json() == [
        {"value": "pro", "total": 1}
    ]
    assert (await shop.report("breakdown", visitor, {"path": "/"}, fields=["path"])).status_code == 200


async def test_saved_conditions_on_single_visitors(shop: Shop) -> None:
    """What the owner saved about one visitor is neither used nor shown by a link to the statistics."""
    segments = shop.kokumi.metadata.segments
    about_ann = [{"name": "distinctId", "operator": "eq", "value": "ann@example.com"}]
    page = [{"name": "path", "operator": "eq", "value": "/b"}]
    action = {"action": {"type": "path", "value": "/"}, "dateRange": "all"}
    saved = {
        "ann": segments.create(shop.id, FilterKind.SEGMENT, "ann", {"filters": about_ann}),
        "page": segments.create(shop.id, FilterKind.SEGMENT, "page", {"filters": page}),
        "cohort": segments.create(shop.id, FilterKind.COHORT, "cohort", {**action, "filters": about_ann}),
    }
    report = shop.save("goal", {"type": "path", "value": "/", "filters": {"distinctId": "ann@example.com"}})
    for visitor, hidden in ((shop.link(Opens.STATISTICS), True), (shop.link(), False)):
        status = 403 if hidden else 200
        of_ann = await shop.get("stats", visitor, segment=str(saved["ann"].id))
        of_cohort = await shop.get("stats", visitor, cohort=str(saved["cohort"].id))
        of_page = await shop.get("stats", visitor, segment=str(saved["page"].id))
        run = await shop.run(report, visitor)
        assert [of_ann.status_code, of_cohort.status_code, run.status_code] == [status] * 3
        assert of_page.json()["visitors"] == 1
        listed = (await shop.get("segments", visitor, type="segment")).json()["data"]
        one = (await shop.get(f"segments/{saved['cohort'].id}", visitor)).json()
        shown = {each["name"]: each["parameters"] for each in [*listed, one]}
        assert shown == {
            "ann": {} if hidden else {"filters": about_ann},
            "page": {"filters": page},
            "cohort": {} if hidden else {**action, "filters": about_ann},
        }
        kept = (await shop.http.get(f"/api/reports/{report}", headers=visitor)).json()
        assert ("filters" in kept["parameters"], kept["userId"]) == (not hidden, None)


@pytest.mark.parametrize(
    ("section", "closed", "report"),
    [
        pytest.param("overview", ["stats", "metrics", "pageviews", "values", "active"], "", id="overview"),
        pytest.param(
            "events",
            ["events", "events/stats", "event-data", "event-data/values", f"sessions/{ANN}/activity"],
            "",
            id="events",
        ),
        pytest.param("segments", ["segments"], "", id="segments"),
        *(
            pytest.param(section, _MORE_OF.get(section, []), part.value, id=section)
            for section, parts in SECTIONS.items()
            for part in parts
            if part in _REPORTS
        ),
    ],
)
async def test_a_section_that_is_switched_off(
    shop: Shop, section: str, closed: list[str], report: str
) -> None:
    """The server holds what the parameters switch off, and nothing else is closed but the export."""
    visitor = shop.link(None, {section: False, "sessions": True, "theme": "dark"})
    query = {"type": "path", "propertyName": "plan", "currency": "USD"}
    every = ["stats", "metrics", "pageviews", "values", "active", "events", "events/stats", "event-data"]
    every += ["event-data/values", f"sessions/{ANN}/activity", "revenue/sessions", "sessions", "daterange"]
    found = {path: (await shop.get(path, visitor, **query)).status_code for path in every}
    found["segments"] = (await shop.get("segments", visitor, type="segment")).status_code
    assert found == {path: 403 if path in closed else 200 for path in (*every, "segments")}
    assert (await shop.get("export", visitor)).status_code == 403
    # The variants of an experiment are event data.
    refused = {report, "experiment"} if section == "events" else {report}
    for name, parameters in _REPORTS.items():
        saved = shop.save(name, parameters)
        answers = [await shop.report(name, visitor, **parameters), await shop.run(saved, visitor)]
        assert [each.status_code for each in answers] == [403 if name in refused else 200] * 2
    kept = (await shop.http.get("/api/reports", params={"websiteId": str(shop.id)}, headers=visitor)).json()
    assert sorted(each["type"] for each in kept["data"]) == sorted(set(_REPORTS) - {report})


async def test_events_are_closed_as_a_field_too(shop: Shop) -> None:
    """With the events switched off, nothing is listed or filtered by their names."""
    visitor = shop.link(None, {"events": False})
    goal = {"type": "path", "value": "/"}
    of_signups = {"field": "event", "operator": "eq", "value": "signup"}
    answers = [
        await shop.get("metrics", visitor, type="event"),
        await shop.get("values", visitor, type="event"),
        await shop.get("stats", visitor, event="signup"),
        await shop.report("breakdown", visitor, fields=["event"]),
        await shop.report("breakdown", visitor, fields=["property:plan"]),
        await shop.report("goals", visitor, goals=[goal], breakdown={"property": "plan"}),
        await shop.report("goals", visitor, goals=[{**goal, "filters": [of_signups]}]),
        await shop.report("experiment", visitor, exposure={"property": "plan"}, goal=goal),
        await shop.http.get(f"/api/realtime/{shop.id}", headers=visitor),
    ]
    assert [_refusal(answer) for answer in answers] == [(403, "This share link does not show events.")] * len(
        answers
    )


async def test_filters_are_closed(shop: Shop) -> None:
    """With `allowFilter: false`, as Umami has it, all figures are those of the whole website."""
    visitor = shop.link(None, {"allowFilter": False})
    saved = shop.save("goal", {"type": "path", "value": "/", "filters": {"path": "/"}})
    segment = shop.kokumi.metadata.segments.create(shop.id, FilterKind.SEGMENT, "all", {}).id
    goal: dict[str, Any] = {"type": "path", "value": "/"}
    answers = [
        await shop.get("stats", visitor, path="/b"),
        await shop.get("stats", visitor, segment=str(segment)),
        await shop.get("stats", visitor, excludeBounce="true"),
        await shop.get("stats", visitor, eventType="1"),
        await shop.report("goals", visitor, {"path": "/b"}, **goal),
        await shop.run(saved, visitor, filters={"path": "/b"}),
    ]
    assert [_refusal(answer) for answer in answers] == [
        (403, "This share link does not show filtered figures.")
    ] * len(answers)
    assert (await shop.get("stats", visitor)).status_code == 200
    assert (await shop.report("goals", visitor, **goal)).status_code == 200
    assert (await shop.run(saved, visitor)).status_code == 200


async def test_one_report_alone(shop: Shop) -> None:
    """Its link runs that report as it is saved, and shows nothing else but the website's name."""
    saved = {"type": "path", "value": "/", "filters": {"distinctId": "neq.ann@example.com"}}
    shared, other = shop.save("goal", saved), shop.save("goal", {"type": "path", "value": "/"})
    visitor = shop.link(Opens.REPORT, report_id=shared)
    assert (await shop.run(shared, visitor)).json() == {"num": 1, "total": 1}
    later = {"startDate": "2025-10-04", "endDate": "2025-10-31", "timezone": "Asia/Tokyo"}
    assert (await shop.run(shared, visitor, later)).json() == {"num": 0, "total": 0}
    shown = (await shop.http.get(f"/api/reports/{shared}", headers=visitor)).json()
    assert (shown["parameters"], shown["userId"]) == ({"type": "path", "value": "/"}, None)
    assert (await shop.get("", visitor)).json()["name"] == "Shop"

    changed = [
        await shop.run(shared, visitor, {**DATES, "value": "/b"}),
        await shop.run(shared, visitor, {**DATES, "filters": {}}),
        await shop.run(shared, visitor, filters={"path": "/b"}),
        await shop.run(shared, visitor, filters={}),
    ]
    assert [_refusal(answer) for answer in changed] == [
        (403, "This share link runs its report as it is saved, without other parameters.")
    ] * len(changed)
    refused = [
        await shop.run(other, visitor),
        await shop.http.get(f"/api/reports/{other}", headers=visitor),
        await shop.http.get("/api/reports", params={"websiteId": str(shop.id)}, headers=visitor),
        await shop.report("goals", visitor, type="path", value="/"),
        await shop.get("stats", visitor),
        await shop.get("sessions", visitor),
        await shop.get("segments", visitor, type="segment"),
    ]
    assert [answer.status_code for answer in refused] == [403] * len(refused)


async def test_one_report_with_its_own_dates(shop: Shop) -> None:
    """Dates that are saved are part of the report: the visitor has no others."""
    report = shop.save("goal", {"type": "path", "value": "/", **DATES})
    visitor = shop.link(Opens.REPORT, report_id=report)
    assert (await shop.run(report, visitor, {})).json() == {"num": 2, "total": 2}
    assert (await shop.run(report, visitor, {"start_date": "2024-01-01"})).status_code == 403
    assert (await shop.run(report, visitor, {"timezone": "Asia/Tokyo"})).status_code == 200


async def test_no_link_tells_of_another(shop: Shop) -> None:
    """The website's `shareId` is the address of a link that may open more; its owner is nobody's affair."""
    assert (await shop.get("", shop.owner)).json()["shareId"] == "everything-open"
    report = shop.save("goal", {"type": "path", "value": "/"})
    for visitor in (shop.link(), shop.link(Opens.STATISTICS), shop.link(Opens.REPORT, report_id=report)):
        found = (await shop.get("", visitor)).json()
        hidden = {name: found[name] for name in ("shareId", "userId", "teamId", "createdBy")}
        assert hidden == dict.fromkeys(hidden)
