"""Limits on guessing slugs of share links, and access codes of teams.

Wrong guesses of the last five minutes are counted for all server processes together. Right guesses are not
stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import delete, select

from kokumi.domain.times import Clock
from kokumi.errors import TooManyRequestsError
from kokumi.metadata.database import Database
from kokumi.metadata.models import GuessRow
from kokumi.metadata.secrets import seal
from kokumi.metadata.windows import WINDOW, Counts, seconds_to_wait, take_turns

MAX_ROWS = 10_000
"""Wrong guesses that are stored. The oldest are deleted, so that a flood cannot fill the disk."""


class GuessKind(StrEnum):
    """What somebody guesses."""

    SLUG = "slug"
    TEAM_CODE = "team-code"


@dataclass(frozen=True, slots=True)
class _Limit:
    """Wrong guesses in five minutes: from one address, and for one subject."""

    address: int
    subject: int


_LIMITS: Mapping[GuessKind, _Limit] = {
    GuessKind.SLUG: _Limit(address=30, subject=30),
    GuessKind.TEAM_CODE: _Limit(address=10, subject=10),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess: from which address, and by which user or for which link, if that is known."""

    kind: GuessKind
    address: str
    subject: str | None = None


class GuessLimit:
    """The wrong guesses of the last five minutes, in the database, as keyed hashes."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def check(self, guess: Guess) -> None:
        """Refuse a guess after too many wrong ones. Call this before checking the guess.

        Raises:
            TooManyRequestsError: there were too many; the error says when to try again.
        """
        counts = self._counts(guess)
        with self._database.read() as session:
            wait = seconds_to_wait(session, GuessRow.at, counts, self._clock())
        _refuse(wait)

    def missed(self, guess: Guess) -> None:
        """Count a wrong guess.

        Raises:
            TooManyRequestsError: too many other guesses were counted meanwhile.
        """
        now = self._clock()
        with self._database.write() as session:
            take_turns(session, GuessRow.__tablename__)
            session.execute(delete(GuessRow).where(GuessRow.at <= now - WINDOW))
            wait = seconds_to_wait(session, GuessRow.at, self._counts(guess), now)
            if not wait:
                kept = select(GuessRow.at).order_by(GuessRow.at.desc()).offset(MAX_ROWS - 1).limit(1)
                session.execute(delete(GuessRow).where(GuessRow.at <= kept.scalar_subquery()))
                session.add(
                    GuessRow(id=uuid4(), address=self._address(guess), subject=self._subject(guess), at=now)
                )
        _refuse(wait)

    def _counts(self, guess: Guess) -> Counts:
        limit = _LIMITS[guess.kind]
        by_address = ((GuessRow.address == self._address(guess),), limit.address)
        if guess.subject is None:
            return (by_address,)
        return (by_address, ((GuessRow.subject == self._subject(guess),), limit.subject))

    def _address(self, guess: Guess) -> str:
        return seal(self._secret, f"guess {guess.kind} from {guess.address}")

    def _subject(self, guess: Guess) -> str | None:
        if guess.subject is None:
            return None
        return seal(self._secret, f"guess {guess.kind} subject {guess.subject}")


def _refuse(wait: int) -> None:
    if wait:
        raise TooManyRequestsError("Too many wrong guesses. Wait a moment, then try again.", retry_after=wait)
