"""Teams over HTTP (docs/spec/wire.md#users-and-teams)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AfterValidator, Field, StringConstraints

from kokumi.api.server.authentication import AnyUser, permit
from kokumi.api.server.body import json_body
from kokumi.api.server.context import ContextOf
from kokumi.api.server.guessing import TEAM_CODE_GUESS
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.api.wire.teams import (
    ListedTeam,
    WireMember,
    WireTeam,
    listed_team,
    wire_member,
    wire_team,
)
from kokumi.api.wire.values import not_blank
from kokumi.api.wire.websites import ListedWebsite, listed_website
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import (
    ConflictError,
    ForbiddenError,
    NotFoundError,
    OverloadedError,
    TooManyRequestsError,
)
from kokumi.metadata.access import (
    TeamRole,
    may_change_member,
    may_create_team,
    may_delete_team,
    may_join_team,
    may_list_everything,
    may_manage_team,
    may_remove_member,
    may_view_team,
)

router = APIRouter(prefix="/api/teams", tags=["teams"])

MIN_CODE = 12
"""Characters of an access code that a person chose; those that were chosen before may be shorter."""

TeamName = Annotated[str, StringConstraints(min_length=1, max_length=50), AfterValidator(not_blank)]
AccessCode = Annotated[str, StringConstraints(min_length=MIN_CODE, max_length=50), AfterValidator(not_blank)]


class TeamCreation(WireModel):
    """A team to be; an administrator may make it another user's."""

    name: TeamName = Field(description="The team's name.")
    owner_id: UUID | None = Field(
        None, description="Who owns the team. Default: the caller; others only for administrators."
    )


class TeamChange(WireModel):
    """What shall change of a team."""

    name: TeamName | None = Field(None, description="The team's name.")
    access_code: AccessCode | None = Field(None, description="A new code to join with.")


class Joining(WireModel):
    """The access code of the team to join."""

    access_code: str = Field(description="The team's code, from one of its managers.")


class NewMember(WireModel):
    """A user to be in the team."""

    user_id: UUID = Field(description="The user's id.")
    role: TeamRole = Field(description="What the member may do in the team.")


class RoleChange(WireModel):
    """The role that a member shall have."""

    role: TeamRole = Field(description="What the member may do in the team.")


@router.get("")
def list_teams(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[ListedTeam]:
    """Return the teams that the caller is in."""
    return wire_page(
        context.metadata.teams.of_user(caller.user_id, page), lambda team: listed_team(team, caller)
    )


@router.post("", responses=errors(ForbiddenError, NotFoundError, ConflictError))
def create_team(
    caller: AnyUser, body: Annotated[TeamCreation, json_body(TeamCreation)], context: ContextOf
) -> tuple[WireTeam, WireMember]:
    """Create a team, which the caller owns; the answer is the team and their place in it."""
    permit(may_create_team(caller))
    owner_id = body.owner_id or caller.user_id
    permit(owner_id == caller.user_id or may_list_everything(caller))
    team = context.metadata.teams.create(body.name, owner_id)
    seen_by = caller.with_team(team.id, TeamRole.OWNER) if owner_id == caller.user_id else caller
    return wire_team(team, seen_by), wire_member(team.members[0])


@router.post(
    "/join",
    dependencies=[TEAM_CODE_GUESS],
    responses=errors(ForbiddenError, NotFoundError, ConflictError, TooManyRequestsError, OverloadedError),
)
def join_team(
    caller: AnyUser, body: Annotated[Joining, json_body(Joining)], context: ContextOf
) -> WireMember:
    """Join the team of an access code."""
    permit(may_join_team(caller))
    return wire_member(context.metadata.teams.join(body.access_code, caller.user_id))


@router.get("/{team_id}", responses=errors(ForbiddenError))
def get_team(caller: AnyUser, team_id: PathId, context: ContextOf) -> WireTeam:
    """Return a team with its members."""
    permit(may_view_team(caller, team_id))
    return wire_team(context.metadata.teams.get(team_id), caller)


@router.post("/{team_id}", responses=errors(ForbiddenError, ConflictError))
def update_team(
    caller: AnyUser, team_id: PathId, body: Annotated[TeamChange, json_body(TeamChange)], context: ContextOf
) -> WireTeam:
    """Change a team's name or access code."""
    permit(may_manage_team(caller, team_id))
    team = context.metadata.teams.update(team_id, name=body.name, access_code=body.access_code)
    return wire_team(team, caller)


@router.delete("/{team_id}", responses=errors(ForbiddenError, ConflictError))
def delete_team(caller: AnyUser, team_id: PathId, context: ContextOf) -> Ok:
    """Delete a team that has no websites any more."""
    permit(may_delete_team(caller, team_id))
    context.metadata.teams.delete(team_id)
    return Ok()


@router.get("/{team_id}/websites", responses=errors(ForbiddenError))
def list_team_websites(
    caller: AnyUser, team_id: PathId, context: ContextOf, page: PageOf
) -> ListPage[ListedWebsite]:
    """Return a team's websites."""
    permit(may_view_team(caller, team_id))
    context.metadata.teams.get(team_id)
    return wire_page(context.metadata.websites.of_team(team_id, page), listed_website)


@router.get("/{team_id}/users", responses=errors(ForbiddenError))
def list_members(caller: AnyUser, team_id: PathId, context: ContextOf, page: PageOf) -> ListPage[WireMember]:
    """Return a team's members."""
    permit(may_view_team(caller, team_id))
    context.metadata.teams.get(team_id)
    return wire_page(context.metadata.teams.members(team_id, page), wire_member)


@router.post("/{team_id}/users", responses=errors(ForbiddenError, ConflictError))
def add_member(
    caller: AnyUser, team_id: PathId, body: Annotated[NewMember, json_body(NewMember)], context: ContextOf
) -> WireMember:
    """Take a user into a team."""
    permit(may_change_member(caller, team_id, body.role))
    return wire_member(context.metadata.teams.add(team_id, body.user_id, body.role))


@router.get("/{team_id}/users/{user_id}", responses=errors(ForbiddenError))
def get_member(caller: AnyUser, team_id: PathId, user_id: PathId, context: ContextOf) -> WireMember:
    """Return a user's place in a team."""
    permit(may_view_team(caller, team_id))
    return wire_member(context.metadata.teams.member(team_id, user_id))


@router.post("/{team_id}/users/{user_id}", responses=errors(ForbiddenError, ConflictError))
def change_role(
    caller: AnyUser,
    team_id: PathId,
    user_id: PathId,
    body: Annotated[RoleChange, json_body(RoleChange)],
    context: ContextOf,
) -> WireMember:
    """Give a member another role; an owner's place is an owner's to give and to take.

    A lower role gives the team a new access code, which `GET /api/teams/:id` shows to who may manage it.
    """
    permit(may_manage_team(caller, team_id))
    member = context.metadata.teams.member(team_id, user_id)
    permit(may_change_member(caller, team_id, member.role) and may_change_member(caller, team_id, body.role))
    return wire_member(context.metadata.teams.set_role(team_id, user_id, body.role))


@router.delete("/{team_id}/users/{user_id}", responses=errors(ForbiddenError, ConflictError))
def remove_member(caller: AnyUser, team_id: PathId, user_id: PathId, context: ContextOf) -> Ok:
    """Take a user out of a team; members may leave by themselves.

    The team gets a new access code, which `GET /api/teams/:id` shows to who may manage it.
    """
    permit(may_view_team(caller, team_id))
    member = context.metadata.teams.member(team_id, user_id)
    permit(may_remove_member(caller, team_id, user_id, member.role))
    context.metadata.teams.remove(team_id, user_id)
    return Ok()
