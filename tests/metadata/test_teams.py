"""Places in a team: no way of leaving and coming back ends in a higher role."""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from kokumi.domain.paging import PageRequest
from kokumi.errors import ConflictError, NotFoundError
from kokumi.metadata.access import TeamRole
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User

_ROLES = {role.value.removeprefix("team-"): role for role in TeamRole}


class _Walk:
    """A user on their way in and out of a team, who remembers each access code that they could see."""

    def __init__(self, metadata: Metadata, owner: User, user: User) -> None:
        self._teams = metadata.teams
        self._user_id = user.id
        self._team_id = metadata.teams.create("Engines", owner.id).id
        self._codes = {self._code}

    @property
    def _code(self) -> str:
        return self._teams.get(self._team_id).access_code

    @property
    def role(self) -> TeamRole | None:
        with contextlib.suppress(NotFoundError):
            return self._teams.member(self._team_id, self._user_id).role
        return None

    def step(self, name: str) -> None:
        match name.split():
            case ["joins"]:
                for code in self._codes:
                    with contextlib.suppress(NotFoundError, ConflictError):
                        self._teams.join(code, self._user_id)
            case ["gets", "code"]:
                self._codes.add(self._code)
            case ["leaves" | "removed"]:
                self._teams.remove(self._team_id, self._user_id)
            case ["added", role]:
                self._teams.add(self._team_id, self._user_id, _ROLES[role])
            case ["set", role]:
                self._teams.set_role(self._team_id, self._user_id, _ROLES[role])
        if self.role in {TeamRole.MANAGER, TeamRole.OWNER}:
            self._codes.add(self._code)


@pytest.mark.parametrize(
    ("steps", "role"),
    [
        ("joins", TeamRole.MEMBER),
        ("joins, joins", TeamRole.MEMBER),
        ("joins, leaves, joins", None),
        ("joins, removed, joins", None),
        ("joins, set view-only, joins", TeamRole.VIEW_ONLY),
        ("joins, set view-only, leaves, joins", None),
        ("joins, set view-only, removed, joins", None),
        ("joins, set view-only, set member, leaves, joins", None),
        ("joins, leaves, added view-only, joins", TeamRole.VIEW_ONLY),
        ("joins, leaves, added view-only, leaves, joins", None),
        ("added view-only, joins", TeamRole.VIEW_ONLY),
        ("added view-only, leaves, joins", None),
        ("added manager, leaves, joins", None),
        ("added manager, set member, joins", TeamRole.MEMBER),
        ("added manager, set view-only, leaves, joins", None),
        ("added owner, set manager, set view-only, leaves, joins", None),
        ("joins, set manager, joins", TeamRole.MANAGER),
        ("joins, removed, gets code, joins", TeamRole.MEMBER),
        ("joins, removed, added member", TeamRole.MEMBER),
    ],
)
def test_no_way_back_by_an_old_code(metadata: Metadata, ada: User, steps: str, role: TeamRole | None) -> None:
    """A lower role, a removal or leaving makes the codes that the user knew worthless."""
    walk = _Walk(metadata, ada, metadata.users.create("bob", "a quiet password"))
    for step in steps.split(", "):
        walk.step(step)
    assert walk.role is role


def test_code_changes_only_when_somebody_loses_rights(metadata: Metadata, ada: User) -> None:
    """Joining, promoting and naming the same role again leave the code as it is."""
    teams = metadata.teams
    bob = metadata.users.create("bob", "a quiet password")
    team = teams.create("Engines", ada.id)
    codes = [team.access_code]
    for change in (
        lambda: teams.join(team.access_code, bob.id),
        lambda: teams.set_role(team.id, bob.id, TeamRole.MANAGER),
        lambda: teams.set_role(team.id, bob.id, TeamRole.MANAGER),
        lambda: teams.set_role(team.id, bob.id, TeamRole.MEMBER),
        lambda: teams.remove(team.id, bob.id),
    ):
        change()
        codes.append(teams.get(team.id).access_code)
    assert [code == codes[0] for code in codes] == [True, True, True, True, False, False]
    assert len(set(codes)) == 3


def test_leaving_and_joining_at_once(metadata: Metadata, ada: User) -> None:
    """Who leaves and joins at the same moment is either still what they were, or out."""
    bob = metadata.users.create("bob", "a quiet password")
    team = metadata.teams.create("Engines", ada.id)
    metadata.teams.add(team.id, bob.id, TeamRole.VIEW_ONLY)

    def join(_number: int) -> None:
        with contextlib.suppress(ConflictError, NotFoundError):
            metadata.teams.join(team.access_code, bob.id)

    with ThreadPoolExecutor(4) as threads:
        joining = threads.map(join, range(12))
        metadata.teams.remove(team.id, bob.id)
        list(joining)
    assert [member.user_id for member in metadata.teams.members(team.id, PageRequest()).items] == [ada.id]
