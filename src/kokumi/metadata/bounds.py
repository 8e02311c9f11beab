"""Bounds on what one user or one team may have, so that nobody can fill the database.

The bounds are far above what people need, and hold for administrators too. Requests at the same moment may
exceed a bound by a few.
"""

from __future__ import annotations

from typing import TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from kokumi.errors import ConflictError
from kokumi.metadata.access import TeamRole
from kokumi.metadata.models import KeyRow, SavedReportRow, SegmentRow, ShareRow, TeamUserRow, WebsiteRow

MAX_WEBSITES = 10_000
"""Websites of one user, and of one team."""

MAX_TEAMS = 1_000
"""Teams that one user owns."""

MAX_KEYS = 1_000
"""API keys of one user."""

MAX_SAVED = 10_000
"""Share links in all websites of one user or one team.

The same bound holds for segments and cohorts together, and for saved reports.
"""

SavedRow: TypeAlias = type[ShareRow | SegmentRow | SavedReportRow]


def check_websites(session: Session, user_id: UUID | None, team_id: UUID | None) -> None:
    """Refuse one more website of the team, or of the user if there is no team.

    Raises:
        ConflictError: there are `MAX_WEBSITES`.
    """
    of_owner = select(func.count()).where(_belongs_to(user_id, team_id))
    _check(session, of_owner, MAX_WEBSITES, "websites of one owner")


def check_teams(session: Session, user_id: UUID) -> None:
    """Refuse one more team that the user owns.

    Raises:
        ConflictError: there are `MAX_TEAMS`.
    """
    owned = (TeamUserRow.user_id == user_id, TeamUserRow.role == TeamRole.OWNER.value)
    _check(session, select(func.count()).where(*owned), MAX_TEAMS, "teams of one owner")


def check_keys(session: Session, user_id: UUID) -> None:
    """Refuse one more key of the user.

    Raises:
        ConflictError: there are `MAX_KEYS`.
    """
    _check(session, select(func.count()).where(KeyRow.user_id == user_id), MAX_KEYS, "API keys of one user")


def check_saved(session: Session, kind: SavedRow, website_id: UUID) -> None:
    """Refuse one more row of that kind in the websites of this website's owner.

    Raises:
        ConflictError: there are `MAX_SAVED`.
    """
    website = session.get(WebsiteRow, website_id)
    if website is None:
        return  # without its website, the row is refused anyway
    of_owner = _belongs_to(website.user_id, website.team_id)
    count = select(func.count()).select_from(kind).join(WebsiteRow, WebsiteRow.id == kind.website_id)
    _check(session, count.where(of_owner), MAX_SAVED, f"{_NAMES[kind]} in the websites of one owner")


def _belongs_to(user_id: UUID | None, team_id: UUID | None) -> ColumnElement[bool]:
    return WebsiteRow.user_id == user_id if team_id is None else WebsiteRow.team_id == team_id


def _check(session: Session, count: Select[int], most: int, things: str) -> None:
    if (session.scalar(count) or 0) >= most:
        raise ConflictError(f"There may be at most {most} {things}. Delete some that are not needed.")


_NAMES: dict[SavedRow, str] = {
    ShareRow: "share links",
    SegmentRow: "segments and cohorts",
    SavedReportRow: "saved reports",
}
