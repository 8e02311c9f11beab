"""Users: making, finding, changing and deleting them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.errors import ConflictError, NotFoundError
from kokumi.metadata.access import Role, TeamRole
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.models import TeamRow, TeamUserRow, TokenRow, UserRow, WebsiteRow
from kokumi.metadata.names import check_name
from kokumi.metadata.paging import paged
from kokumi.metadata.passwords import check_password, hash_password, is_password

MAX_NAME = 255


@dataclass(frozen=True, slots=True)
class User:
    """A person who can sign in; instants in epoch milliseconds."""

    id: UUID
    username: str
    role: Role
    created_at: int
    updated_at: int


class Users:
    """The users in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(
        self, username: str, password: str, role: Role = Role.USER, *, user_id: UUID | None = None
    ) -> User:
        """Return the new user.

        Raises:
            BadRequestError: the name or the password is not acceptable.
            ConflictError: the name is taken.
        """
        check_username(username)
        check_password(password, username)
        hashed = hash_password(password)
        now = self._clock()
        row = UserRow(
            id=user_id or uuid4(),
            username=username,
            password_hash=hashed,
            role=role.value,
            created_at=now,
            updated_at=now,
        )
        try:
            with self._database.write() as session:
                session.add(row)
        except ClashError:
            raise _taken(username) from None
        return _user(row)

    def find(self, user_id: UUID) -> User | None:
        """Return the user of that id, if there is one."""
        with self._database.read() as session:
            row = session.get(UserRow, user_id)
        return None if row is None else _user(row)

    def get(self, user_id: UUID) -> User:
        """Return the user of that id.

        Raises:
            NotFoundError: there is none.
        """
        found = self.find(user_id)
        if found is None:
            raise NotFoundError("There is no such user.")
        return found

    def named(self, username: str) -> User | None:
        """Return the user of that name, if there is one."""
        with self._database.read() as session:
            row = session.scalar(select(UserRow).where(UserRow.username == username))
        return None if row is None else _user(row)

    def first_admin(self) -> User | None:
        """Return the administrator who has been there longest, if there is one."""
        oldest = select(UserRow).where(UserRow.role == Role.ADMIN.value)
        with self._database.read() as session:
            row = session.scalar(oldest.order_by(UserRow.created_at, UserRow.id).limit(1))
        return None if row is None else _user(row)

    def signing_in(self, username: str, password: str) -> User | None:
        """Return the user whose name and password these are; takes as long if there is none."""
        with self._database.read() as session:
            row = session.scalar(select(UserRow).where(UserRow.username == username))
        is_theirs = is_password(password, None if row is None else row.password_hash)
        return _user(row) if is_theirs and row is not None else None

    def has_password(self, user_id: UUID, password: str) -> bool:
        """Whether it is that user's password."""
        with self._database.read() as session:
            row = session.get(UserRow, user_id)
        return row is not None and is_password(password, row.password_hash)

    def list(self, page: PageRequest) -> Paged[User]:
        """Return users by the text in their names, newest first."""
        statement = select(UserRow).order_by(UserRow.created_at.desc(), UserRow.id)
        if page.search:
            statement = statement.where(UserRow.username.icontains(page.search, autoescape=True))
        with self._database.read() as session:
            return paged(session, statement, page, _user)

    def count(self) -> int:
        """Return how many users there are."""
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(UserRow)) or 0

    def change(
        self,
        user_id: UUID,
        *,
        username: str | None = None,
        role: Role | None = None,
        password: str | None = None,
        path: str = "password",
    ) -> User:
        """Return the user with another name, role or password; a new password ends their sign-ins.

        `path` is the field that an error about the password names.

        Raises:
            NotFoundError: there is no such user.
            BadRequestError: the name or the password is not acceptable.
            ConflictError: the name is taken, or nobody would be left to administer.
        """
        if username is not None:
            check_username(username)
        hashed = None
        if password is not None:
            check_password(password, username or self.get(user_id).username, path)
            hashed = hash_password(password)
        try:
            with self._database.write() as session:
                row = _existing(session, user_id)
                if role is not None and role is not Role.ADMIN:
                    _keep_an_admin(session, row)
                row.username = row.username if username is None else username
                row.role = row.role if role is None else role.value
                row.updated_at = self._clock()
                if hashed is not None:
                    row.password_hash = hashed
                    session.execute(delete(TokenRow).where(TokenRow.user_id == user_id))
        except ClashError:
            raise _taken(username or "") from None
        return _user(row)

    def set_password(self, user_id: UUID, password: str, path: str = "password") -> User:
        """Return the user, who has another password now; all their sign-ins end.

        Raises:
            NotFoundError: there is no such user.
            BadRequestError: the password is not acceptable.
        """
        return self.change(user_id, password=password, path=path)

    def delete(self, user_id: UUID) -> None:
        """Delete the user with their sign-ins, keys and places in teams.

        Raises:
            NotFoundError: there is no such user.
            ConflictError: they still have websites, are a team's only owner, or the last administrator.
        """
        with self._database.write() as session:
            row = _existing(session, user_id)
            _keep_an_admin(session, row)
            if session.scalar(select(func.count()).where(WebsiteRow.user_id == user_id)):
                raise ConflictError("The user still has websites: transfer or delete them first.")
            if _orphaned_team(session, user_id):
                raise ConflictError("The user is the only owner of a team: name another or delete it first.")
            session.delete(row)


def check_username(username: str) -> None:
    """Refuse what may not become a user's name.

    Raises:
        BadRequestError: it is blank or too long.
    """
    check_name(username, "username", MAX_NAME)


def _existing(session: Session, user_id: UUID) -> UserRow:
    row = session.get(UserRow, user_id)
    if row is None:
        raise NotFoundError("There is no such user.")
    return row


def _keep_an_admin(session: Session, row: UserRow) -> None:
    if row.role != Role.ADMIN.value:
        return
    # Locked, in one order, so that two administrators cannot demote each other at the same moment.
    admins = session.scalars(
        select(UserRow.id).where(UserRow.role == Role.ADMIN.value).order_by(UserRow.id).with_for_update()
    )
    if len(admins.all()) == 1:
        raise ConflictError("This is the last administrator.")


def _orphaned_team(session: Session, user_id: UUID) -> UUID | None:
    owners = select(TeamUserRow.team_id).where(TeamUserRow.role == TeamRole.OWNER.value)
    others = owners.where(TeamUserRow.user_id != user_id)
    return session.scalar(
        select(TeamRow.id)
        .where(TeamRow.id.in_(owners.where(TeamUserRow.user_id == user_id)), TeamRow.id.not_in(others))
        .limit(1)
    )


def _taken(username: str) -> ConflictError:
    return ConflictError(f"There is already a user with that name or id: {username}")


def _user(row: UserRow) -> User:
    return User(row.id, row.username, Role(row.role), row.created_at, row.updated_at)
