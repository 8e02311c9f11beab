"""Teams: users who share websites, each in a role of their own.

Whoever leaves a team, is removed from it or gets a lower role may know its access code, which makes anybody a
member. So each of these gives the team a new code: the old one never brings anybody back, or up.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.errors import ConflictError, NotFoundError
from kokumi.metadata.access import TeamRole
from kokumi.metadata.bounds import check_teams
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.models import TeamRow, TeamUserRow, UserRow, WebsiteRow
from kokumi.metadata.paging import paged


@dataclass(frozen=True, slots=True)
class Member:
    """A user's place in a team; instants in epoch milliseconds."""

    id: UUID
    team_id: UUID
    user_id: UUID
    username: str
    role: TeamRole
    created_at: int
    updated_at: int


@dataclass(frozen=True, slots=True)
class Team:
    """A team with its members, the longest there first; who knows the access code may join."""

    id: UUID
    name: str
    access_code: str
    members: tuple[Member, ...]
    websites: int
    created_at: int
    updated_at: int


class Teams:
    """The teams in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(self, name: str, owner_id: UUID) -> Team:
        """Return the new team.

        Raises:
            NotFoundError: there is no such user.
            ConflictError: they own too many teams.
        """
        now = self._clock()
        row = TeamRow(id=uuid4(), name=name, access_code=_new_code(), created_at=now, updated_at=now)
        try:
            with self._database.write() as session:
                check_teams(session, owner_id)
                session.add(row)
                session.flush()
                session.add(_place(row.id, owner_id, TeamRole.OWNER, now))
                session.flush()
                return _team(session, row)
        except ClashError:
            raise NotFoundError("There is no such user.") from None

    def get(self, team_id: UUID) -> Team:
        """Return the team of that id.

        Raises:
            NotFoundError: there is none.
        """
        with self._database.read() as session:
            return _team(session, _existing(session, team_id))

    def of_user(self, user_id: UUID, page: PageRequest) -> Paged[Team]:
        """Return the teams that a user is in, oldest first."""
        mine = select(TeamUserRow.team_id).where(TeamUserRow.user_id == user_id)
        return self._list(page, mine=mine.scalar_subquery())

    def all(self, page: PageRequest) -> Paged[Team]:
        """Return all teams, oldest first."""
        return self._list(page)

    def update(self, team_id: UUID, *, name: str | None = None, access_code: str | None = None) -> Team:
        """Return the team with another name or access code.

        Raises:
            NotFoundError: there is no such team.
            ConflictError: the access code is another team's.
        """
        try:
            with self._database.write() as session:
                row = _existing(session, team_id)
                row.name = row.name if name is None else name
                row.access_code = row.access_code if access_code is None else access_code
                row.updated_at = self._clock()
                session.flush()
                return _team(session, row)
        except ClashError:
            raise ConflictError("That access code is already taken.") from None

    def delete(self, team_id: UUID) -> None:
        """Delete the team; its members stay as users.

        Raises:
            NotFoundError: there is no such team.
            ConflictError: it still has websites.
        """
        with self._database.write() as session:
            row = _existing(session, team_id)
            if _website_count(session, team_id):
                raise ConflictError("The team still has websites: transfer or delete them first.")
            session.delete(row)

    def join(self, access_code: str, user_id: UUID) -> Member:
        """Return the place of a user who knows the access code; who has a place already keeps it as it is.

        Raises:
            NotFoundError: no team has that code.
            ConflictError: they are in the team already.
        """
        with self._new_place() as session:
            # Locked, so that a code that is being replaced lets nobody in.
            team_id = session.scalar(
                select(TeamRow.id).where(TeamRow.access_code == access_code).with_for_update()
            )
            if team_id is None:
                raise NotFoundError("No team has that access code.")
            return self._add(session, team_id, user_id, TeamRole.MEMBER)

    def members(self, team_id: UUID, page: PageRequest) -> Paged[Member]:
        """Return a team's members by the text in their names, the longest there first."""
        statement = (
            select(TeamUserRow)
            .join(UserRow, UserRow.id == TeamUserRow.user_id)
            .where(TeamUserRow.team_id == team_id)
            .order_by(TeamUserRow.created_at, TeamUserRow.id)
        )
        if page.search:
            statement = statement.where(UserRow.username.icontains(page.search, autoescape=True))
        with self._database.read() as session:
            return paged(session, statement, page, lambda row: _member(session, row))

    def member(self, team_id: UUID, user_id: UUID) -> Member:
        """Return a user's place in a team.

        Raises:
            NotFoundError: they have none.
        """
        with self._database.read() as session:
            return _member(session, _existing_place(session, team_id, user_id))

    def add(self, team_id: UUID, user_id: UUID, role: TeamRole) -> Member:
        """Return the new place of a user in a team.

        Raises:
            NotFoundError: there is no such team or user.
            ConflictError: they are in the team already.
        """
        with self._new_place() as session:
            _existing(session, team_id)
            if session.get(UserRow, user_id) is None:
                raise NotFoundError("There is no such user.")
            return self._add(session, team_id, user_id, role)

    def set_role(self, team_id: UUID, user_id: UUID, role: TeamRole) -> Member:
        """Return a user's place with another role; a lower one gives the team a new access code.

        Raises:
            NotFoundError: they are not in the team.
            ConflictError: nobody would own the team any more.
        """
        with self._database.write() as session:
            team = _locked(session, team_id)
            row = _existing_place(session, team_id, user_id)
            if role is not TeamRole.OWNER:
                _keep_an_owner(session, row)
            now = self._clock()
            if _RANKS.index(role) < _RANKS.index(TeamRole(row.role)):
                _change_code(team, now)
            row.role, row.updated_at = role.value, now
            return _member(session, row)

    def remove(self, team_id: UUID, user_id: UUID) -> None:
        """Take a user out of a team, which gets a new access code.

        Raises:
            NotFoundError: they are not in the team.
            ConflictError: nobody would own the team any more.
        """
        with self._database.write() as session:
            team = _locked(session, team_id)
            row = _existing_place(session, team_id, user_id)
            _keep_an_owner(session, row)
            session.delete(row)
            _change_code(team, self._clock())

    @contextmanager
    def _new_place(self) -> Iterator[Session]:
        try:
            with self._database.write() as session:
                yield session
        except ClashError:
            raise ConflictError("The user is in the team already.") from None

    def _add(self, session: Session, team_id: UUID, user_id: UUID, role: TeamRole) -> Member:
        row = _place(team_id, user_id, role, self._clock())
        session.add(row)
        session.flush()
        return _member(session, row)

    def _list(self, page: PageRequest, mine: ScalarSelect[UUID] | None = None) -> Paged[Team]:
        statement = select(TeamRow).order_by(TeamRow.created_at, TeamRow.id)
        if mine is not None:
            statement = statement.where(TeamRow.id.in_(mine))
        if page.search:
            statement = statement.where(TeamRow.name.icontains(page.search, autoescape=True))
        with self._database.read() as session:
            return paged(session, statement, page, lambda row: _team(session, row))


_RANKS = (TeamRole.VIEW_ONLY, TeamRole.MEMBER, TeamRole.MANAGER, TeamRole.OWNER)
"""The roles, each with the rights of those before it."""


def _new_code() -> str:
    return f"team_{secrets.token_urlsafe(16)}"


def _change_code(team: TeamRow, now: int) -> None:
    team.access_code, team.updated_at = _new_code(), now


def _place(team_id: UUID, user_id: UUID, role: TeamRole, now: int) -> TeamUserRow:
    return TeamUserRow(
        id=uuid4(), team_id=team_id, user_id=user_id, role=role.value, created_at=now, updated_at=now
    )


def _existing(session: Session, team_id: UUID) -> TeamRow:
    row = session.get(TeamRow, team_id)
    if row is None:
        raise NotFoundError("There is no such team.")
    return row


def _locked(session: Session, team_id: UUID) -> TeamRow:
    """Return the team, whose code stays as it is until the transaction ends."""
    row = session.get(TeamRow, team_id, with_for_update=True)
    if row is None:
        raise NotFoundError("The user is not in the team.")
    return row


def _existing_place(session: Session, team_id: UUID, user_id: UUID) -> TeamUserRow:
    row = session.scalar(
        select(TeamUserRow).where(TeamUserRow.team_id == team_id, TeamUserRow.user_id == user_id)
    )
    if row is None:
        raise NotFoundError("The user is not in the team.")
    return row


def _keep_an_owner(session: Session, row: TeamUserRow) -> None:
    if row.role != TeamRole.OWNER.value:
        return
    # Locked, in one order, so that two owners cannot leave at the same moment.
    owners = session.scalars(
        select(TeamUserRow.id)
        .where(TeamUserRow.team_id == row.team_id, TeamUserRow.role == TeamRole.OWNER.value)
        .order_by(TeamUserRow.id)
        .with_for_update()
    )
    if len(owners.all()) == 1:
        raise ConflictError("This is the team's only owner: name another or delete the team.")


def _website_count(session: Session, team_id: UUID) -> int:
    return session.scalar(select(func.count()).where(WebsiteRow.team_id == team_id)) or 0


def _team(session: Session, row: TeamRow) -> Team:
    places = session.scalars(
        select(TeamUserRow)
        .where(TeamUserRow.team_id == row.id)
        .order_by(TeamUserRow.created_at, TeamUserRow.id)
    )
    return Team(
        id=row.id,
        name=row.name,
        access_code=row.access_code,
        members=tuple(_member(session, place) for place in places),
        websites=_website_count(session, row.id),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _member(session: Session, row: TeamUserRow) -> Member:
    return Member(
        id=row.id,
        team_id=row.team_id,
        user_id=row.user_id,
        username=session.get_one(UserRow, row.user_id).username,
        role=TeamRole(row.role),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
