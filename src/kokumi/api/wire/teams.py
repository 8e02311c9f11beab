"""Teams as they go out."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from kokumi.api.wire.values import WireTime
from kokumi.domain.validation import WireModel
from kokumi.metadata.access import Caller, TeamRole, may_manage_team
from kokumi.metadata.teams import Member, Team


class MemberName(WireModel):
    """A member, by name."""

    id: UUID = Field(description="The user's id.")
    username: str = Field(description="The name that the user signs in with.")


class WireMember(WireModel):
    """A user's place in a team."""

    id: UUID = Field(description="The membership's id.")
    team_id: UUID = Field(description="The team's id.")
    user_id: UUID = Field(description="The user's id.")
    role: TeamRole = Field(description="What the member may do in the team.")
    created_at: WireTime = Field(description="When the user joined.")
    updated_at: WireTime = Field(description="When it was last changed.")
    user: MemberName = Field(description="The member's name.")


class WireTeam(WireModel):
    """A team; its access code only for who may manage it, since whoever knows it may join."""

    id: UUID = Field(description="The team's id.")
    name: str = Field(description="The team's name.")
    access_code: str | None = Field(description="The code to join with; null for those who may not see it.")
    logo_url: None = Field(None, description="Always null; kept for clients of Umami.")
    created_at: WireTime = Field(description="When it was created.")
    updated_at: WireTime = Field(description="When it was last changed.")
    deleted_at: None = Field(None, description="Always null; kept for clients of Umami.")
    members: list[WireMember] = Field(description="The team's members.")


class TeamCounts(WireModel):
    """How much there is in a team."""

    websites: int = Field(description="Websites of the team.")
    members: int = Field(description="Members of the team.")


class ListedTeam(WireTeam):
    """A team as lists show it."""

    counts: TeamCounts = Field(alias="_count", description="How much belongs to the team.")


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
