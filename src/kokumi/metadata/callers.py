"""What a credential stands for: the rows of a user as the caller that the access rules know."""

from __future__ import annotations

from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kokumi.metadata.access import Credential, Role, SignedIn, TeamRole
from kokumi.metadata.models import TeamUserRow, UserRow


def signed_in(session: Session, user_id: UUID, credential: Credential) -> SignedIn | None:
    """Return the user as a caller, role and teams as they are now; none if the user is gone."""
    role = session.scalar(select(UserRow.role).where(UserRow.id == user_id))
    if role is None:
        return None
    places = session.execute(
        select(TeamUserRow.team_id, TeamUserRow.role).where(TeamUserRow.user_id == user_id)
    )
    teams = MappingProxyType({team_id: TeamRole(team_role) for team_id, team_role in places})
    return SignedIn(user_id, Role(role), teams, credential)
