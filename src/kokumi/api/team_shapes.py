"""Teams as they go out."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from kokumi.api.wire import Wire, WireTime
from kokumi.metadata.access import Caller, TeamRole, may_manage_team
from kokumi.metadata.teams import Member, Team


class MemberName(Wire):
    """A member, by name."""

    id: UUID
    username: str


class WireMember(Wire):
    """A user's place in a team."""

    id: UUID
    team_id: UUID
    user_id: UUID
    role: TeamRole
    created_at: WireTime
    updated_at: WireTime
    user: MemberName


class WireTeam(Wire):
    """A team; its access code only for who may manage it, since whoever knows it may join."""

    id: UUID
    name: str
    access_code: str | None
    logo_url: None = None
    created_at: WireTime
    updated_at: WireTime
    deleted_at: None = None
    members: list[WireMember]


class TeamCounts(Wire):
    """How much there is in a team."""

    websites: int
    members: int


class ListedTeam(WireTeam):
    """A team as lists show it."""

    counts: TeamCounts = Field(alias="_count")


def wire_member(member: Member) -> WireMember:
    """Return a member as they go out."""
    return WireMember(
        id=member.id,
        team_id=member.team_id,
        user_id=member.user_id,
        role=member.role,
        created_at=member.created_at,
        updated_at=member.updated_at,
        user=MemberName(id=member.user_id, username=member.username),
    )


def wire_team(team: Team, caller: Caller) -> WireTeam:
    """Return a team as it goes out to that caller."""
    return WireTeam(
        id=team.id,
        name=team.name,
        access_code=team.access_code if may_manage_team(caller, team.id) else None,
        created_at=team.created_at,
        updated_at=team.updated_at,
        members=[wire_member(member) for member in team.members],
    )


def listed_team(team: Team, caller: Caller) -> ListedTeam:
    """Return a team as it goes out to that caller in lists."""
    return ListedTeam(
        id=team.id,
        name=team.name,
        access_code=team.access_code if may_manage_team(caller, team.id) else None,
        created_at=team.created_at,
        updated_at=team.updated_at,
        members=[wire_member(member) for member in team.members],
        counts=TeamCounts(websites=team.websites, members=len(team.members)),
    )
