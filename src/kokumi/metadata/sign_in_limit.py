"""Guessing passwords is slowed down: sign-ins that failed are counted, for all server processes together."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from kokumi.domain.times import Clock
from kokumi.errors import TooManyRequestsError
from kokumi.metadata.database import Database
from kokumi.metadata.models import SignInAttemptRow
from kokumi.metadata.secrets import seal

WINDOW = 5 * 60_000
"""How long a failure counts, in milliseconds."""

_BY_BOTH = 5
"""Failures for an account from one address: the first to run out, so that strangers lock nobody out."""

_BY_ADDRESS = 20
_BY_ACCOUNT = 100


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sign-in under way, by keyed hashes: neither names nor addresses are stored."""

    account: str
    address: str


class SignInLimit:
    """The failed sign-ins of the last five minutes, in the database."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def begin(self, account: str, address: str) -> Attempt:
        """Return the attempt, which counts as failed from now on, until `succeeded` is told of it.

        So guesses made at the same moment, by whatever process, are no more than those made in a row.

        Raises:
            TooManyRequestsError: there were too many failures; it says when to try again.
        """
        attempt = Attempt(
            seal(self._secret, f"sign-in account {account}"), seal(self._secret, f"sign-in address {address}")
        )
        now = self._clock()
        with self._database.write() as session:
            _take_turns(session)
            session.execute(delete(SignInAttemptRow).where(SignInAttemptRow.at <= now - WINDOW))
            wait = _wait(session, attempt, now)
            if not wait:
                row = SignInAttemptRow(id=uuid4(), account=attempt.account, address=attempt.address, at=now)
                session.add(row)
        if wait:
            raise TooManyRequestsError(
                "Too many failed sign-ins. Wait a moment, then try again.", retry_after=wait
            )
        return attempt

    def succeeded(self, attempt: Attempt) -> None:
        """Forget what this account got wrong from this address."""
        with self._database.write() as session:
            session.execute(
                delete(SignInAttemptRow).where(
                    SignInAttemptRow.account == attempt.account, SignInAttemptRow.address == attempt.address
                )
            )


def _take_turns(session: Session) -> None:
    """Let no other attempt be counted before this one is: SQLite has one writer at a time anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("lock table sign_in_attempts in exclusive mode"))


def _wait(session: Session, attempt: Attempt, now: int) -> int:
    """Return the seconds until none of the three counts is full any more."""
    by_account = SignInAttemptRow.account == attempt.account
    by_address = SignInAttemptRow.address == attempt.address
    counts = (
        ((by_account, by_address), _BY_BOTH),
        ((by_address,), _BY_ADDRESS),
        ((by_account,), _BY_ACCOUNT),
    )
    waits = []
    for conditions, most in counts:
        newest = select(SignInAttemptRow.at).where(*conditions).order_by(SignInAttemptRow.at.desc())
        oldest_that_counts = session.scalar(newest.offset(most - 1).limit(1))
        if oldest_that_counts is not None:
            waits.append((oldest_that_counts + WINDOW - now) // 1000 + 1)
    return max(waits, default=0)
