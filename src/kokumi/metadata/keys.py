"""API keys: named, revocable secrets of a user, kept as digests; they may expire and may only read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, or_, select

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.errors import BadRequestError, NotFoundError
from kokumi.metadata.access import Credential, SignedIn
from kokumi.metadata.bounds import check_keys
from kokumi.metadata.callers import signed_in
from kokumi.metadata.database import Database
from kokumi.metadata.models import KeyRow
from kokumi.metadata.paging import paged
from kokumi.metadata.secrets import digest, new_secret

PREFIX = "kokumi_"
"""What every key starts with, so that people and scanners of leaked secrets recognise one."""

_HINT = len(PREFIX) + 4


@dataclass(frozen=True, slots=True)
class Key:
    """An API key without its secret; `hint` is how it starts. Instants in epoch milliseconds."""

    id: UUID
    user_id: UUID
    name: str
    hint: str
    read_only: bool
    created_at: int
    expires_at: int | None


class Keys:
    """The API keys in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(
        self, user_id: UUID, name: str, *, read_only: bool = False, expires_at: int | None = None
    ) -> tuple[Key, str]:
        """Return the new key and its secret, which cannot be shown again.

        Raises:
            BadRequestError: it would have expired already.
            ConflictError: the user has too many.
        """
        now = self._clock()
        if expires_at is not None and expires_at <= now:
            raise BadRequestError.at("expiresAt", "must lie in the future")
        secret = new_secret(PREFIX)
        row = KeyRow(
            id=uuid4(),
            digest=digest(secret),
            hint=secret[:_HINT],
            user_id=user_id,
            name=name,
            read_only=read_only,
            created_at=now,
            expires_at=expires_at,
        )
        with self._database.write() as session:
            check_keys(session, user_id)
            session.add(row)
        return _key(row), secret

    def caller(self, secret: str) -> SignedIn | None:
        """Return whose key that is, if it still holds."""
        if not secret.startswith(PREFIX):
            return None
        with self._database.read() as session:
            row = session.scalar(
                select(KeyRow).where(
                    KeyRow.digest == digest(secret),
                    or_(KeyRow.expires_at.is_(None), KeyRow.expires_at > self._clock()),
                )
            )
            if row is None:
                return None
            credential = Credential.READ_ONLY_KEY if row.read_only else Credential.KEY
            return signed_in(session, row.user_id, credential)

    def list(self, user_id: UUID, page: PageRequest) -> Paged[Key]:
        """Return a user's keys by the text in their names, newest first."""
        statement = select(KeyRow).where(KeyRow.user_id == user_id)
        if page.search:
            statement = statement.where(KeyRow.name.icontains(page.search, autoescape=True))
        with self._database.read() as session:
            return paged(session, statement.order_by(KeyRow.created_at.desc(), KeyRow.id), page, _key)

    def delete(self, user_id: UUID, key_id: UUID) -> None:
        """Revoke a user's key.

        Raises:
            NotFoundError: the user has no such key.
        """
        with self._database.write() as session:
            gone = session.scalar(
                delete(KeyRow).where(KeyRow.id == key_id, KeyRow.user_id == user_id).returning(KeyRow.id)
            )
        if gone is None:
            raise NotFoundError("There is no such API key.")


def _key(row: KeyRow) -> Key:
    return Key(row.id, row.user_id, row.name, row.hint, row.read_only, row.created_at, row.expires_at)
