"""Devices on which a user has signed in before, where strangers' guesses do not lock the user out.

Anybody can make a hundred wrong guesses for an account, which then cannot sign in from anywhere. A browser in
which the owner signed in before keeps a sealed token, and sends it with the next sign-in. Attempts with the
token are counted separately; OWASP calls this a device cookie. The token alone opens nothing: the password is
still needed.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kokumi.domain.times import Clock
from kokumi.metadata.database import Database
from kokumi.metadata.models import UserRow
from kokumi.metadata.secrets import is_seal, seal

LIFETIME = 180 * 24 * 3_600_000
"""How long a device is known after a sign-in, in milliseconds."""

MAX_TOKEN = 200
"""The most characters of a token."""


class Devices:
    """The devices of users. Their tokens are sealed with the installation's secret, and nothing is stored."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def token(self, user_id: UUID) -> str:
        """Return a new token for a device on which the user has just signed in.

        It is `<device id>.<end>.<seal>`. It is valid until the password changes, at most for `LIFETIME`.
        """
        device, ends = uuid4().hex, self._clock() + LIFETIME
        with self._database.read() as session:
            user = session.get_one(UserRow, user_id)
        return f"{device}.{ends}.{seal(self._secret, _sealed(user, device, ends))}"

    def known(self, username: str, token: str) -> str | None:
        """Return the id of the device, if the token belongs to that user and is still valid."""
        device, _, rest = token[:MAX_TOKEN].partition(".")
        ends, _, sealed = rest.partition(".")
        if not (ends.isascii() and ends.isdecimal()) or int(ends) <= self._clock():
            return None
        with self._database.read() as session:
            user = _named(session, username)
        if user is None or not is_seal(self._secret, _sealed(user, device, int(ends)), sealed):
            return None
        return device


def _named(session: Session, username: str) -> UserRow | None:
    return session.scalar(select(UserRow).where(UserRow.username == username))


def _sealed(user: UserRow, device: str, ends: int) -> str:
    return f"device {user.id} {device} {ends} {user.password_hash}"
