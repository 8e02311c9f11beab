"""Nobody fills the database: each kind of thing has a bound for one owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kokumi.domain.saved import FilterKind
from kokumi.errors import ConflictError
from kokumi.metadata import bounds, tokens
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite, OwnedWebsite
from metadata.conftest import Watch

_MAX = 3


@pytest.fixture(autouse=True)
def _low_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MAX_WEBSITES", "MAX_TEAMS", "MAX_KEYS", "MAX_SAVED"):
        monkeypatch.setattr(bounds, name, _MAX)


def _website(metadata: Metadata, user: User) -> OwnedWebsite:
    return metadata.websites.create(NewWebsite("Shop", "", user.id))


def _report(metadata: Metadata, user: User, website: OwnedWebsite) -> object:
    content = ReportContent(website.id, "goal", "report", "", {"type": "path", "value": "/"})
    return metadata.saved_reports.create(user.id, content)


@pytest.mark.parametrize(
    ("make", "things"),
    [
        pytest.param(
            lambda m, user, _site: m.teams.create("team", user.id), "teams of one owner", id="teams"
        ),
        pytest.param(lambda m, user, _site: m.keys.create(user.id, "key"), "API keys of one user", id="keys"),
        pytest.param(
            lambda m, _user, site: m.shares.create(site.id, "link", {}),
            "share links in the websites of one owner",
            id="share links",
        ),
        pytest.param(
            lambda m, _user, site: m.segments.create(site.id, FilterKind.COHORT, "cohort", {}),
            "segments and cohorts in the websites of one owner",
            id="segments",
        ),
        pytest.param(_report, "saved reports in the websites of one owner", id="saved reports"),
    ],
)
def test_bounds(
    metadata: Metadata, ada: User, make: Callable[[Metadata, User, OwnedWebsite], object], things: str
) -> None:
    """One more than the most is refused, over all websites of an owner; another owner has their own."""
    bob = metadata.users.create("bob", "a quiet password")
    first, second, other = (_website(metadata, user) for user in (ada, ada, bob))
    for website in (first, second, first):
        make(metadata, ada, website)
    with pytest.raises(ConflictError) as caught:
        make(metadata, ada, second)
    assert caught.value.message == f"There may be at most {_MAX} {things}. Delete some that are not needed."
    make(metadata, bob, other)


def test_websites(metadata: Metadata, ada: User) -> None:
    """A user and a team have their own; one that is given away makes room, but not where there is none."""
    team = metadata.teams.create("Engines", ada.id)
    mine = [_website(metadata, ada) for _ in range(_MAX)]
    for _ in range(_MAX):
        metadata.websites.create(NewWebsite("Team's", "", ada.id, team.id))
    one_too_many: tuple[Callable[[], OwnedWebsite], ...] = (
        lambda: _website(metadata, ada),
        lambda: metadata.websites.create(NewWebsite("Team's", "", ada.id, team.id)),
        lambda: metadata.websites.transfer(mine[0].id, team_id=team.id),
    )
    for refused in one_too_many:
        with pytest.raises(ConflictError, match="at most 3 websites of one owner"):
            refused()
    assert metadata.websites.transfer(mine[0].id, user_id=ada.id).user_id == ada.id
    bob = metadata.users.create("bob", "a quiet password")
    metadata.websites.transfer(mine[0].id, user_id=bob.id)
    assert _website(metadata, ada).user_id == ada.id


def test_sign_ins(metadata: Metadata, ada: User, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new sign-in ends the oldest, of that user alone."""
    monkeypatch.setattr(tokens, "MAX_SIGN_INS", _MAX)
    bob = metadata.users.create("bob", "a quiet password")
    others = metadata.tokens.issue(bob.id)
    issued = [metadata.tokens.issue(ada.id) for _ in range(_MAX + 2)]
    holds = [metadata.tokens.caller(token) is not None for token in (others, *issued)]
    assert holds == [True, False, False, True, True, True]
