"""Users as they go out."""

from __future__ import annotations

from uuid import UUID

from kokumi.api.context import Context
from kokumi.api.wire import Wire, WireTime
from kokumi.domain.paging import Page
from kokumi.metadata.access import Role
from kokumi.metadata.users import User


class TeamName(Wire):
    """A team that the user is in."""

    id: UUID
    name: str
    logo_url: None = None


class WireUser(Wire):
    """A user."""

    id: UUID
    username: str
    role: Role
    created_at: WireTime


class CurrentUser(WireUser):
    """The user who is asking, with what a client needs to know of their rights."""

    is_admin: bool
    teams: list[TeamName]


def wire_user(user: User) -> WireUser:
    """Return a user as they go out."""
    return WireUser(id=user.id, username=user.username, role=user.role, created_at=user.created_at)


def current_user(here: Context, user_id: UUID) -> CurrentUser:
    """Return the user who is asking as they go out.

    Raises:
        NotFoundError: they are gone.
    """
    user = here.metadata.users.get(user_id)
    teams = here.metadata.teams.of_user(user_id, Page(size=_MOST_TEAMS))
    return CurrentUser(
        id=user.id,
        username=user.username,
        role=user.role,
        created_at=user.created_at,
        is_admin=user.role is Role.ADMIN,
        teams=[TeamName(id=team.id, name=team.name) for team in teams.items],
    )


_MOST_TEAMS = 1000
