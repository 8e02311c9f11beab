"""Guessing passwords is slowed down: sign-ins that failed are counted, for all server processes together."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import delete

from kokumi.domain.times import Clock
from kokumi.errors import TooManyRequestsError
from kokumi.metadata.database import Database
from kokumi.metadata.models import SignInAttemptRow
from kokumi.metadata.secrets import seal
from kokumi.metadata.windows import WINDOW, Counts, seconds_to_wait, take_turns

_BY_BOTH = 5
"""Failures for an account from one address: the first to run out, so that strangers lock nobody out."""

_BY_ADDRESS = 20
_BY_ACCOUNT = 100
_BY_DEVICE = 10
"""Failures on a device that the account's owner signed in on before: these are all that count there."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sign-in under way, by keyed hashes: neither names nor addresses are stored.

    On a known device, both are the hash of the device's id, so that it counts for nothing else.
    """

    account: str
    address: str


class SignInLimit:
    """The failed sign-ins of the last five minutes, in the database."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def begin(self, account: str, address: str, device: str | None = None) -> Attempt:
        """Return the attempt, which counts as failed from now on, until `succeeded` is told of it.

        `device` is the id of a device of the account's owner, if it comes from one (`Devices.known`).

        Guesses made at the same moment, by whatever process, are no more than those made in a row.

        Raises:
            TooManyRequestsError: there were too many failures; it says when to try again.
        """
        attempt = self._attempt(account, address, device)
        now = self._clock()
        with self._database.write() as session:
            take_turns(session, SignInAttemptRow.__tablename__)
            session.execute(delete(SignInAttemptRow).where(SignInAttemptRow.at <= now - WINDOW))
            counts = _of_strangers(attempt) if device is None else _of_device(attempt)
            wait = seconds_to_wait(session, SignInAttemptRow.at, counts, now)
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

    def forget(self, *accounts: str) -> None:
        """Forget the failures of these accounts, from wherever they came."""
        sealed = [self._account(account) for account in accounts]
        with self._database.write() as session:
            session.execute(delete(SignInAttemptRow).where(SignInAttemptRow.account.in_(sealed)))

    def _attempt(self, account: str, address: str, device: str | None) -> Attempt:
        if device is None:
            return Attempt(self._account(account), seal(self._secret, f"sign-in address {address}"))
        sealed = seal(self._secret, f"sign-in device {device}")
        return Attempt(sealed, sealed)

    def _account(self, account: str) -> str:
        return seal(self._secret, f"sign-in account {account}")


def _of_strangers(attempt: Attempt) -> Counts:
    by_account = SignInAttemptRow.account == attempt.account
    by_address = SignInAttemptRow.address == attempt.address
    return (
        ((by_account, by_address), _BY_BOTH),
        ((by_address,), _BY_ADDRESS),
        ((by_account,), _BY_ACCOUNT),
    )


def _of_device(attempt: Attempt) -> Counts:
    return (((SignInAttemptRow.account == attempt.account,), _BY_DEVICE),)
