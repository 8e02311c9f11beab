"""Users as they go out."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from kokumi.api.wire.values import WireTime
from kokumi.domain.paging import PageRequest
from kokumi.domain.validation import WireModel
from kokumi.metadata.access import Role
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User


class TeamName(WireModel):
    """A team that the user is in."""

    id: UUID = Field(description="The team's id.")
    name: str = Field(description="The team's name.")
    logo_url: None = Field(None, description="Always null; kept for clients of Umami.")


class WireUser(WireModel):
    """A user."""

    id: UUID = Field(description="The user's id.")
    username: str = Field(description="The name that the user signs in with.")
    role: Role = Field(description="What the user may do.")
    created_at: WireTime = Field(description="When it was created.")


class CurrentUser(WireUser):
    """The user who is asking, with what a client needs to know of their rights."""

    is_admin: bool = Field(description="Whether the user is an administrator.")
    teams: list[TeamName] = Field(description="Teams that the user is in.")


def wire_user(user: User) -> WireUser:
    """Return a user as they go out."""
    return WireUser(id=user.id, username=user.username, role=user.role, created_at=user.created_at)


def current_user(metadata: Metadata, user_id: UUID) -> CurrentUser:
    """Return the user who is asking as they go out.

    Raises:
        NotFoundError: they are gone.
    """
    user = metadata.users.get(user_id)
    teams = metadata.teams.of_user(user_id, PageRequest(size=_MAX_TEAMS))
    return CurrentUser(
        id=user.id,
        username=user.username,
        role=user.role,
        created_at=user.created_at,
        is_admin=user.role is Role.ADMIN,
        teams=[TeamName(id=team.id, name=team.name) for team in teams.items],
    )


_MAX_TEAMS = 1000
