"""Websites and what belongs to them, on each database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

import pytest

from kokumi.domain.paging import PageRequest
from kokumi.domain.saved import FilterKind
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError, ConflictError, ForbiddenError, NotFoundError
from kokumi.metadata.access import Anonymous, Caller, Role, ShareVisitor, SignedIn
from kokumi.metadata.parts import Opens, Part
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.shares import Terms
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite, OwnedWebsite
from metadata.conftest import Watch, erase_all


@pytest.fixture
def shop(metadata: Metadata, ada: User) -> OwnedWebsite:
    """Return a website."""
    return metadata.websites.create(NewWebsite("Shop", "shop.test", ada.id))


def test_life_of_a_website(metadata: Metadata, watch: Watch, ada: User, shop: OwnedWebsite) -> None:
    """A website is made, changed, reset, marked as deleted, and gone."""
    assert shop == OwnedWebsite(
        id=shop.id,
        name="Shop",
        domain="shop.test",
        user_id=ada.id,
        team_id=None,
        created_by=ada.id,
        created_at=shop.created_at,
        updated_at=shop.created_at,
        owner_name="ada",
        creator_name="ada",
    )
    assert metadata.websites.find(shop.id) == shop
    changed = metadata.websites.update(shop.id, domain="store.test")
    assert changed == replace(shop, domain="store.test", updated_at=watch.now)
    reset = metadata.websites.reset(shop.id)
    assert reset == replace(changed, reset_at=watch.now, epoch=1, updated_at=watch.now)
    metadata.websites.delete(shop.id)
    assert metadata.websites.find(shop.id) is None
    assert metadata.websites.all(PageRequest()).count == 0
    with pytest.raises(NotFoundError):
        metadata.websites.reset(shop.id)
    erase_all(metadata, watch.now)
    metadata.users.delete(ada.id)


def test_collector_sees_changes_at_once(metadata: Metadata, ada: User) -> None:
    """What is remembered for the collector follows every change made in this process."""
    new_id = uuid4()
    assert metadata.website(new_id) is None
    metadata.websites.create(NewWebsite("Shop", "", ada.id, id=new_id))
    assert metadata.website(new_id) == Website(new_id, "Shop", "")
    reset = metadata.websites.reset(new_id)
    assert metadata.website(new_id) == Website(new_id, "Shop", "", reset.reset_at, 1)
    metadata.websites.delete(new_id)
    assert metadata.website(new_id) is None


def test_an_id_is_used_once(metadata: Metadata, watch: Watch, ada: User, shop: OwnedWebsite) -> None:
    """Neither a website nor one that is being deleted can be made again, until its events are erased."""
    again = NewWebsite("Again", "", ada.id, id=shop.id)
    with pytest.raises(ConflictError, match="already taken"):
        metadata.websites.create(again)
    metadata.websites.delete(shop.id)
    with pytest.raises(ConflictError, match="still being erased"):
        metadata.websites.create(again)
    erase_all(metadata, watch.now)
    assert metadata.websites.create(again).name == "Again"


def test_transfer(metadata: Metadata, ada: User, shop: OwnedWebsite) -> None:
    """A website goes to a team or a user that exists."""
    team = metadata.teams.create("Engines", ada.id)
    given = metadata.websites.transfer(shop.id, team_id=team.id)
    assert (given.user_id, given.team_id, given.owner_name) == (None, team.id, None)
    assert metadata.websites.of_user(ada.id, PageRequest()).count == 0
    assert metadata.websites.of_user(ada.id, PageRequest(), include_teams=True).items == (given,)
    assert metadata.websites.of_team(team.id, PageRequest()).items == (given,)
    with pytest.raises(NotFoundError):
        metadata.websites.transfer(shop.id, user_id=uuid4())
    assert metadata.websites.find(shop.id) == given


_ADMIN = SignedIn(uuid4(), Role.ADMIN)
_STRANGER = SignedIn(uuid4(), Role.USER)


@pytest.mark.parametrize("ask", ["viewable", "editable", "deletable", "transferable"])
@pytest.mark.parametrize(
    ("caller", "is_there", "error"),
    [
        pytest.param(_ADMIN, False, NotFoundError, id="administrator, none"),
        pytest.param(_STRANGER, False, ForbiddenError, id="stranger, none"),
        pytest.param(_STRANGER, True, ForbiddenError, id="stranger, another's"),
        pytest.param(Anonymous(), True, ForbiddenError, id="nobody"),
    ],
)
def test_refusals(
    metadata: Metadata,
    shop: OwnedWebsite,
    ask: str,
    caller: Caller,
    is_there: bool,  # noqa: FBT001 - a column of the table
    error: type[Exception],
) -> None:
    """Only administrators learn whether a website exists (docs/spec/requests.md#order-of-checks)."""
    asks: dict[str, Callable[[Caller, UUID], OwnedWebsite]] = {
        "viewable": partial(metadata.websites.viewable, part=Part.WEBSITE),
        "editable": metadata.websites.editable,
        "deletable": metadata.websites.deletable,
        "transferable": metadata.websites.transferable,
    }
    asked = asks[ask]
    with pytest.raises(error):
        asked(caller, shop.id if is_there else uuid4())
    assert asked(_ADMIN, shop.id) == shop


def test_shares(metadata: Metadata, shop: OwnedWebsite) -> None:
    """A website's share id is the slug of its oldest link; unsharing ends all of them."""
    shared = metadata.websites.update(shop.id, share_id="abc")
    assert shared.share_id == "abc"
    second = metadata.shares.create(shop.id, "second", {"a": [1.5, None, "é"]}, "def")
    assert metadata.shares.by_slug("def") == second
    assert metadata.websites.update(shop.id, share_id="xyz").share_id == "xyz"
    assert [share.slug for share in metadata.shares.list(shop.id, PageRequest()).items] == ["xyz", "def"]
    with pytest.raises(ConflictError):
        metadata.websites.update(shop.id, name="Changed", share_id="def")
    found = metadata.websites.find(shop.id)
    assert found is not None
    assert (found.name, found.share_id) == ("Shop", "xyz")
    assert metadata.websites.update(shop.id, unshare=True).share_id is None
    assert metadata.shares.list(shop.id, PageRequest()).count == 0


def test_an_expired_link_is_as_if_it_were_not_there(
    metadata: Metadata, shop: OwnedWebsite, watch: Watch
) -> None:
    """Its slug and its tokens end at that instant, and no link is made that has ended already."""
    end = watch.now + 1000
    link = metadata.shares.create(shop.id, "link", {}, "until-soon", Terms(expires_at=end))
    token = metadata.shares.token(link)
    watch.now = end - 10
    assert metadata.shares.by_slug("until-soon") == link
    assert metadata.shares.caller(token) == ShareVisitor(shop.id, made_by=shop.created_by)
    watch.now = end
    assert metadata.shares.by_slug("until-soon") is None
    assert metadata.shares.caller(token) is None
    assert metadata.shares.find(link.id) == link
    with pytest.raises(BadRequestError, match=r"^expiresAt: must lie in the future$"):
        metadata.shares.create(shop.id, "late", {}, terms=Terms(expires_at=end))
    # Its owner may still rename it.
    renamed = metadata.shares.update(link.id, "over", "until-soon", {}, link.terms)
    assert renamed == replace(link, name="over", updated_at=renamed.updated_at)


def test_a_link_to_a_report_goes_with_the_report(metadata: Metadata, ada: User, shop: OwnedWebsite) -> None:
    content = ReportContent(shop.id, "goal", "report", "", {"type": "path", "value": "/"})
    report = metadata.saved_reports.create(ada.id, content)
    link = metadata.shares.create(shop.id, "link", {}, terms=Terms(Opens.REPORT, report.id))
    visitor = metadata.shares.caller(metadata.shares.token(link))
    assert visitor == ShareVisitor(shop.id, frozenset({Part.WEBSITE}), report.id, ada.id)
    metadata.saved_reports.delete(report.id)
    assert metadata.shares.find(link.id) is None


def test_segments(metadata: Metadata, ada: User, shop: OwnedWebsite, watch: Watch) -> None:
    """Segments and cohorts are a website's own."""
    other = metadata.websites.create(NewWebsite("Other", "", ada.id))
    parameters = {
        "filters": [{"name": "path", "operator": "eq", "value": "/"}],
        "match": "any",
        "big": 10**30,
    }
    segments = metadata.segments
    made = segments.create(shop.id, FilterKind.SEGMENT, "Home", parameters)
    cohort = segments.create(shop.id, FilterKind.COHORT, "Buyers", {})
    assert segments.get(shop.id, made.id) == metadata.saved_filter(made.id) == made
    assert made.parameters == parameters
    assert segments.list(shop.id, FilterKind.COHORT, PageRequest()).items == (cohort,)
    assert segments.list(shop.id, None, PageRequest(search="hom")).items == (made,)
    changed = segments.update(shop.id, made.id, name="Start")
    assert changed == replace(made, name="Start", updated_at=watch.now)
    for refused in (
        lambda: segments.get(other.id, made.id),
        lambda: segments.update(other.id, made.id, name="x"),
        lambda: segments.delete(other.id, made.id),
    ):
        with pytest.raises(NotFoundError):
            refused()
    segments.delete(shop.id, made.id)
    assert segments.list(shop.id, None, PageRequest()).items == (cohort,)


def test_saved_reports(metadata: Metadata, ada: User, shop: OwnedWebsite) -> None:
    """Reports are listed with the latest update first, and outlive who made them."""
    reports = metadata.saved_reports
    goal = ReportContent(shop.id, "goal", " Signup ", "", {"type": "event", "value": "signup"})
    first = reports.create(ada.id, goal)
    second = reports.create(ada.id, replace(goal, type="utm", parameters={}))
    assert reports.find(first.id) == first
    assert reports.list(shop.id, None, PageRequest()).items == (second, first)
    assert reports.list(shop.id, frozenset({"goal"}), PageRequest()).items == (first,)
    changed = reports.update(first.id, replace(goal, name="Sign-up"))
    assert (changed.content.name, changed.created_at) == ("Sign-up", first.created_at)
    assert reports.list(shop.id, None, PageRequest(1, 1)).items == (changed,)
    bob = metadata.users.create("bob", "a quiet password")
    metadata.websites.transfer(shop.id, user_id=bob.id)
    metadata.users.delete(ada.id)
    assert reports.find(first.id) == replace(changed, user_id=None)
    reports.delete(first.id)
    assert reports.find(first.id) is None


def test_what_goes_with_a_website(metadata: Metadata, watch: Watch, ada: User, shop: OwnedWebsite) -> None:
    """Links, segments and reports end with their website."""
    share = metadata.shares.create(shop.id, "link", {})
    segment = metadata.segments.create(shop.id, FilterKind.SEGMENT, "x", {})
    report = metadata.saved_reports.create(ada.id, ReportContent(shop.id, "utm", "x", "", {}))
    metadata.websites.delete(shop.id)
    assert metadata.shares.caller(metadata.shares.token(share)) is None
    erase_all(metadata, watch.now)
    assert metadata.saved_filter(segment.id) is None
    assert metadata.saved_reports.find(report.id) is None
