"""Sign-ins: opaque tokens, kept as digests, that expire and end at logout or a change of password."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select

from kokumi.domain.times import Clock
from kokumi.metadata.access import Credential, SignedIn
from kokumi.metadata.callers import signed_in
from kokumi.metadata.database import Database
from kokumi.metadata.models import TokenRow
from kokumi.metadata.secrets import digest, new_secret

MAX_SIGN_INS = 1_000
"""Sign-ins of one user; a new one ends the oldest, as of a program that signs in for each of its requests."""

LIFETIME = 30 * 24 * 3_600_000
"""How long a sign-in holds, in milliseconds."""


class Tokens:
    """The sign-ins in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def issue(self, user_id: UUID) -> str:
        """Return a new token of that user; it cannot be shown again."""
        token, now = new_secret(), self._clock()
        with self._database.write() as session:
            session.execute(delete(TokenRow).where(TokenRow.expires_at <= now))
            newest = select(TokenRow.created_at).where(TokenRow.user_id == user_id)
            kept = newest.order_by(TokenRow.created_at.desc()).offset(MAX_SIGN_INS - 1).limit(1)
            session.execute(
                delete(TokenRow).where(
                    TokenRow.user_id == user_id, TokenRow.created_at <= kept.scalar_subquery()
                )
            )
            session.add(
                TokenRow(digest=digest(token), user_id=user_id, created_at=now, expires_at=now + LIFETIME)
            )
        return token

    def caller(self, token: str) -> SignedIn | None:
        """Return who signed in with that token, if it still holds."""
        with self._database.read() as session:
            user_id = session.scalar(
                select(TokenRow.user_id).where(
                    TokenRow.digest == digest(token), TokenRow.expires_at > self._clock()
                )
            )
            return None if user_id is None else signed_in(session, user_id, Credential.SIGN_IN)

    def revoke(self, token: str) -> None:
        """End the sign-in of that token."""
        with self._database.write() as session:
            session.execute(delete(TokenRow).where(TokenRow.digest == digest(token)))

    def revoke_all(self, user_id: UUID) -> None:
        """End all sign-ins of that user."""
        with self._database.write() as session:
            session.execute(delete(TokenRow).where(TokenRow.user_id == user_id))
