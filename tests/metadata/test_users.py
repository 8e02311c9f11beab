"""Users, sign-ins and keys on each database."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kokumi.domain.paging import PageRequest
from kokumi.errors import BadRequestError, ConflictError, NotFoundError
from kokumi.metadata.access import Credential, Role, SignedIn, TeamRole
from kokumi.metadata.store import Metadata
from kokumi.metadata.tokens import LIFETIME
from kokumi.metadata.users import User
from metadata.conftest import Watch


def test_life_of_a_user(metadata: Metadata, watch: Watch) -> None:
    """A user is made, found, changed and deleted."""
    users = metadata.users
    made = users.create("Ada", "a quiet password", Role.ADMIN)
    assert made == User(made.id, "Ada", Role.ADMIN, watch.now, watch.now)
    assert users.get(made.id) == users.named("Ada") == users.signing_in("Ada", "a quiet password") == made
    assert users.named("ada") is None
    assert users.signing_in("Ada", "A password") is None
    assert users.signing_in("Bob", "a quiet password") is None
    changed = users.change(made.id, username="Eve", password="another password")
    assert changed == User(made.id, "Eve", Role.ADMIN, made.created_at, watch.now)
    assert users.signing_in("Eve", "another password") == changed
    users.create("Bob", "a quiet password", Role.ADMIN)
    users.delete(made.id)
    with pytest.raises(NotFoundError):
        users.get(made.id)


def test_names_are_taken_once(metadata: Metadata, ada: User) -> None:
    """A name is one user's, and a refused one leaves nothing behind."""
    with pytest.raises(ConflictError):
        metadata.users.create("ada", "a quiet password")
    bob = metadata.users.create("bob", "a quiet password")
    with pytest.raises(ConflictError):
        metadata.users.change(bob.id, username="ada", role=Role.VIEW_ONLY)
    assert metadata.users.get(bob.id) == bob
    assert metadata.users.count() == 2


@pytest.mark.parametrize(
    ("username", "password"),
    [
        pytest.param("", "a quiet password", id="no name"),
        pytest.param("a" * 256, "a quiet password", id="long name"),
        pytest.param("bob", "seven..", id="short password"),
    ],
)
def test_refused(metadata: Metadata, username: str, password: str) -> None:
    """What cannot be a user is not stored."""
    with pytest.raises(BadRequestError):
        metadata.users.create(username, password)
    assert metadata.users.count() == 0


def test_lists_are_searched_and_cut(metadata: Metadata) -> None:
    """Searching ignores case, in any script, and takes `%` and `_` as they are."""
    made = {
        name: metadata.users.create(name, "a quiet password")
        for name in ("Émile", "émilie", "50%_off", "50 off")
    }

    def names(page: PageRequest) -> tuple[int, list[str]]:
        found = metadata.users.list(page)
        return found.count, [user.username for user in found.items]

    assert names(PageRequest()) == (4, list(reversed(made)))
    assert names(PageRequest(2, 3)) == (4, ["Émile"])
    assert names(PageRequest(10**30, 10)) == (4, [])
    assert names(PageRequest(search="ÉMIL")) == (2, ["émilie", "Émile"])
    assert names(PageRequest(search="0%_")) == (1, ["50%_off"])


def test_sign_ins(metadata: Metadata, watch: Watch, ada: User) -> None:
    """A token stands for its user as they are now, until it is revoked or too old."""
    tokens = metadata.tokens
    first, second = tokens.issue(ada.id), tokens.issue(ada.id)
    assert tokens.caller(first) == tokens.caller(second) == SignedIn(ada.id, Role.USER)
    team = metadata.teams.create("Engines", ada.id)
    metadata.users.change(ada.id, role=Role.VIEW_ONLY)
    assert tokens.caller(first) == SignedIn(ada.id, Role.VIEW_ONLY, {team.id: TeamRole.OWNER})
    tokens.revoke(first)
    assert tokens.caller(first) is None
    watch.now += LIFETIME
    assert tokens.caller(second) is None
    assert tokens.caller("nonsense") is None


def test_keys(metadata: Metadata, watch: Watch, ada: User) -> None:
    """A key stands for its user, fully or to read, until it is revoked or its end has come."""
    keys = metadata.keys
    plain, secret = keys.create(ada.id, "CI")
    brief, brief_secret = keys.create(ada.id, "brief", read_only=True, expires_at=watch.now + 100)
    assert keys.list(ada.id, PageRequest()).items == (brief, plain)
    assert keys.caller(secret) == SignedIn(ada.id, Role.USER, {}, Credential.KEY)
    assert keys.caller(brief_secret) == SignedIn(ada.id, Role.USER, {}, Credential.READ_ONLY_KEY)
    watch.now += 100
    assert keys.caller(brief_secret) is None
    with pytest.raises(NotFoundError):
        keys.delete(uuid4(), plain.id)
    keys.delete(ada.id, plain.id)
    assert keys.caller(secret) is None


def test_what_ends_with_a_user(metadata: Metadata, ada: User) -> None:
    """Sign-ins and keys go with their user; websites have to go before."""
    token = metadata.tokens.issue(ada.id)
    _, secret = metadata.keys.create(ada.id, "CI")
    metadata.teams.create("Engines", ada.id)
    with pytest.raises(ConflictError):
        metadata.users.delete(ada.id)
    metadata.teams.delete(metadata.teams.all(PageRequest()).items[0].id)
    metadata.users.delete(ada.id)
    assert (metadata.tokens.caller(token), metadata.keys.caller(secret)) == (None, None)
