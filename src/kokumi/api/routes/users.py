"""Users over HTTP, for administrators and for themselves (docs/spec/wire.md#users-and-teams)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from kokumi.api.server.authentication import AnyUser, permit
from kokumi.api.server.body import json_body
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId, is_set
from kokumi.api.wire.teams import ListedTeam, listed_team
from kokumi.api.wire.users import WireUser, wire_user
from kokumi.api.wire.websites import ListedWebsite, listed_website
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import ConflictError, ForbiddenError
from kokumi.metadata.access import Role, may_manage_users, may_view_user

router = APIRouter(prefix="/api/users", tags=["users"])


class UserCreation(WireModel):
    """A user to be."""

    username: str = Field(description="The name to sign in with; nobody else has it.")
    password: str = Field(description="The password to sign in with.")
    role: Role = Field(Role.USER, description="What the user may do.")
    id: UUID | None = Field(None, description="An id to use. Default: a new one.")


class UserChange(WireModel):
    """What shall change of a user."""

    username: str | None = Field(None, description="A new name to sign in with.")
    password: str | None = Field(None, description="A new password.")
    role: Role | None = Field(None, description="What the user may do.")


@router.post("", responses=errors(ForbiddenError, ConflictError))
def create_user(
    caller: AnyUser, body: Annotated[UserCreation, json_body(UserCreation)], context: ContextOf
) -> WireUser:
    """Create a user."""
    permit(may_manage_users(caller))
    user = context.metadata.users.create(body.username, body.password, body.role, user_id=body.id)
    return wire_user(user)


@router.get("/{user_id}", responses=errors(ForbiddenError))
def get_user(caller: AnyUser, user_id: PathId, context: ContextOf) -> WireUser:
    """Return a user."""
    permit(may_view_user(caller, user_id))
    return wire_user(context.metadata.users.get(user_id))


@router.post("/{user_id}", responses=errors(ForbiddenError, ConflictError))
def update_user(
    caller: AnyUser, user_id: PathId, body: Annotated[UserChange, json_body(UserChange)], context: ContextOf
) -> WireUser:
    """Change a user's name, role or password; a new password ends their sign-ins.

    Who is no administrator changes the own password with `/api/me/password`, which asks for the old one.
    """
    permit(may_manage_users(caller))
    user = context.metadata.users.change(
        user_id, username=body.username, role=body.role, password=body.password
    )
    return wire_user(user)


@router.delete("/{user_id}", responses=errors(ForbiddenError, ConflictError))
def delete_user(caller: AnyUser, user_id: PathId, context: ContextOf) -> Ok:
    """Delete a user who has no websites any more and owns no team alone."""
    permit(may_manage_users(caller))
    if user_id == caller.user_id:
        raise ConflictError("You cannot delete yourself.")
    context.metadata.users.delete(user_id)
    return Ok()


@router.get("/{user_id}/websites", responses=errors(ForbiddenError))
def list_user_websites(
    caller: AnyUser,
    user_id: PathId,
    context: ContextOf,
    page: PageOf,
    include_teams: Annotated[str, Query(alias="includeTeams")] = "",
) -> ListPage[ListedWebsite]:
    """Return a user's websites; with `includeTeams`, those of their teams as well."""
    permit(may_view_user(caller, user_id))
    context.metadata.users.get(user_id)
    found = context.metadata.websites.of_user(user_id, page, include_teams=is_set(include_teams))
    return wire_page(found, listed_website)


@router.get("/{user_id}/teams", responses=errors(ForbiddenError))
def list_user_teams(
    caller: AnyUser, user_id: PathId, context: ContextOf, page: PageOf
) -> ListPage[ListedTeam]:
    """Return the teams that a user is in."""
    permit(may_view_user(caller, user_id))
    context.metadata.users.get(user_id)
    return wire_page(context.metadata.teams.of_user(user_id, page), lambda team: listed_team(team, caller))
