"""What was taken away is out of reach at once: websites, links, places in teams, and what was left behind."""

from __future__ import annotations

from uuid import UUID, uuid4

import httpx
import pytest

from api.people import sign_up
from kokumi.app import Kokumi
from kokumi.metadata.access import Role, TeamRole
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite
from oracle.making import SITE, view
from support.erasing import erase
from support.store_events import insert

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True

_GOAL = {"startDate": "2025-10-01", "endDate": "2025-10-31", "type": "path", "value": "/*"}
Headers = dict[str, str]


def _user(kokumi: Kokumi, name: str) -> User:
    found = kokumi.metadata.users.named(name)
    assert found is not None
    return found


async def _goal(
    http: httpx.AsyncClient, headers: Headers, website_id: UUID, **filters: str
) -> httpx.Response:
    body = {"websiteId": str(website_id), "parameters": _GOAL, "filters": filters}
    return await http.post("/api/reports/goals", json=body, headers=headers)


async def test_share_link_of_a_deleted_website(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """From the moment that a website is marked, its links and their tokens lead nowhere."""
    ada = sign_up(kokumi, "ada")
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", _user(kokumi, "ada").id))
    share = kokumi.metadata.shares.create(website.id, "link", {})
    visitor = {"x-umami-share-token": kokumi.metadata.shares.token(share)}
    assert (await _goal(http, visitor, website.id)).status_code == 200
    kokumi.metadata.websites.delete(website.id)
    assert (await _goal(http, visitor, website.id)).status_code == 401
    assert (await http.get(f"/api/share/{share.slug}")).status_code == 404
    assert (await _goal(http, ada, website.id)).status_code == 403
    assert (await http.get(f"/api/share/id/{share.id}", headers=ada)).status_code == 403


async def test_ids_of_others_are_answered_as_if_there_were_none(
    http: httpx.AsyncClient, kokumi: Kokumi
) -> None:
    """Who may not see a report or a link does not learn whether there is one of that id."""
    sign_up(kokumi, "ada")
    bob = sign_up(kokumi, "bob")
    user = _user(kokumi, "ada")
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", user.id))
    share = kokumi.metadata.shares.create(website.id, "link", {})
    content = ReportContent(website.id, "goal", "report", "", {"type": "path", "value": "/"})
    report = kokumi.metadata.saved_reports.create(user.id, content)
    for there in (f"/api/share/id/{share.id}", f"/api/reports/{report.id}"):
        not_there = f"{there.rpartition('/')[0]}/{uuid4()}"
        for method in ("GET", "DELETE"):
            answers = [await http.request(method, address, headers=bob) for address in (there, not_there)]
            assert answers[0].json() == answers[1].json()
            assert [answer.status_code for answer in answers] == [403, 403]


async def test_share_link_of_another_website(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A link leads to its own website only, also if the same person has both."""
    sign_up(kokumi, "ada")
    user = _user(kokumi, "ada")
    one, other = (kokumi.metadata.websites.create(NewWebsite(name, "", user.id)) for name in ("One", "Other"))
    share = kokumi.metadata.shares.create(one.id, "link", {})
    visitor = {"x-umami-share-token": kokumi.metadata.shares.token(share)}
    assert (await _goal(http, visitor, one.id)).status_code == 200
    assert (await _goal(http, visitor, other.id)).status_code == 403


async def test_who_leaves_a_team_sees_no_more_of_it(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A place in a team, and a role, count as they are when the request comes; keys are no way around."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    owner, member = _user(kokumi, "ada"), _user(kokumi, "bob")
    key = {"x-umami-api-key": kokumi.metadata.keys.create(member.id, "key")[1]}
    team = kokumi.metadata.teams.create("Engines", owner.id)
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", owner.id, team.id))
    address = f"/api/websites/{website.id}"
    change = {"name": "Store"}

    async def may(headers: Headers) -> tuple[int, int]:
        seen = await _goal(http, headers, website.id)
        changed = await http.post(address, json=change, headers=headers)
        return seen.status_code, changed.status_code

    assert await may(bob) == await may(key) == (403, 403)
    kokumi.metadata.teams.add(team.id, member.id, TeamRole.MEMBER)
    assert await may(bob) == await may(key) == (200, 200)
    kokumi.metadata.teams.set_role(team.id, member.id, TeamRole.VIEW_ONLY)
    assert await may(bob) == await may(key) == (200, 403)
    kokumi.metadata.teams.set_role(team.id, member.id, TeamRole.MANAGER)
    kokumi.metadata.users.change(member.id, role=Role.VIEW_ONLY)
    assert await may(bob) == await may(key) == (200, 403)
    kokumi.metadata.teams.remove(team.id, member.id)
    assert await may(bob) == await may(key) == (403, 403)
    assert await may(ada) == (200, 200)


async def test_who_gives_a_website_away_keeps_nothing_of_it(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Website, segments and reports go to the new owner; who made them is a stranger then."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    website = kokumi.metadata.websites.create(NewWebsite("Shop", "", _user(kokumi, "ada").id))
    saved = {"websiteId": str(website.id), "type": "goal", "name": "mine", "parameters": _GOAL}
    report = (await http.post("/api/reports", json=saved, headers=ada)).json()["id"]
    kokumi.metadata.websites.transfer(website.id, user_id=_user(kokumi, "bob").id)
    reads = [f"/api/websites/{website.id}", f"/api/reports/{report}", f"/api/websites/{website.id}/segments"]
    for headers, status in ((ada, 403), (bob, 200)):
        answers = [await http.get(path, params={"type": "segment"}, headers=headers) for path in reads]
        run = await http.post(f"/api/reports/{report}/run", json={}, headers=headers)
        assert [answer.status_code for answer in (*answers, run)] == [status] * 4


async def test_conditions_of_another_website(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A segment or cohort that is another website's is not found, neither asked for nor saved in a report."""
    ada = sign_up(kokumi, "ada")
    sign_up(kokumi, "bob")
    mine, his = (
        kokumi.metadata.websites.create(NewWebsite("Shop", "", _user(kokumi, name).id))
        for name in ("ada", "bob")
    )
    sign_in_of_bob = {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(_user(kokumi, 'bob').id)}"}
    contents = {
        "segment": {"filters": []},
        "cohort": {"dateRange": "all", "action": {"type": "path", "value": "/"}},
    }
    for kind, parameters in contents.items():
        body = {"type": kind, "name": kind, "parameters": parameters}
        made = await http.post(f"/api/websites/{his.id}/segments", json=body, headers=sign_in_of_bob)
        condition = {kind: made.json()["id"]}
        assert (await _goal(http, ada, mine.id, **condition)).status_code == 404
        saved = {"websiteId": str(mine.id), "type": "goal", "name": kind, "parameters": _GOAL}
        report = (await http.post("/api/reports", json=saved, headers=ada)).json()["id"]
        run = await http.post(f"/api/reports/{report}/run", json={"filters": condition}, headers=ada)
        assert run.status_code == 404
        saved["parameters"] = {**_GOAL, "filters": condition}
        kept = await http.post("/api/reports", json=saved, headers=ada)
        run = await http.post(f"/api/reports/{kept.json()['id']}/run", json={}, headers=ada)
        assert (kept.status_code, run.status_code) == (200, 404)


async def test_who_takes_an_id_over_gets_no_events_with_it(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """A deleted website's id stays taken until its events are erased, and those that came in late as well."""
    ada = sign_up(kokumi, "ada")
    body = {"id": str(uuid4()), "name": "Shop"}
    gone = UUID((await http.post("/api/websites", json=body, headers=ada)).json()["id"])
    insert(kokumi.store, [view("/secret", "2025-10-02T10:00:00Z", "somebody", website_id=SITE)], {SITE: gone})
    assert (await http.delete(f"/api/websites/{gone}", headers=ada)).status_code == 200
    late = view("/late", "2025-10-02T10:01:00Z", "somebody", website_id=SITE)
    insert(kokumi.store, [late], {SITE: gone})
    refused = await http.post("/api/websites", json=body, headers=ada)
    assert (refused.status_code, refused.json()["error"]["message"]) == (
        409,
        "A website with this id was deleted, and its events are still being erased. Try again shortly.",
    )
    erase(kokumi.store, kokumi.metadata)
    assert (await http.post("/api/websites", json=body, headers=ada)).status_code == 200
    assert (await _goal(http, ada, gone)).json() == {"num": 0, "total": 0}


async def test_an_id_that_is_taken_stays_whose_it_is(http: httpx.AsyncClient, kokumi: Kokumi) -> None:
    """Nobody makes a website of another's id, and its events stay."""
    ada, bob = sign_up(kokumi, "ada"), sign_up(kokumi, "bob")
    taken = kokumi.metadata.websites.create(NewWebsite("Shop", "", _user(kokumi, "ada").id)).id
    insert(kokumi.store, [view("/", "2025-10-02T10:00:00Z", "somebody", website_id=SITE)], {SITE: taken})
    body = {"id": str(taken), "name": "Mine now"}
    assert (await http.post("/api/websites", json=body, headers=bob)).status_code == 409
    assert (await _goal(http, ada, taken)).json() == {"num": 1, "total": 1}
