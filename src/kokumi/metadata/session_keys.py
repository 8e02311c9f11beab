"""The keys of sessions without an id, in the database: one random key for each period, deleted after it.

All server processes share them. Once a key is deleted, nobody can compute the sessions of its period again,
whatever else they have.
"""

from __future__ import annotations

import secrets

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kokumi.domain.session_keys import Period, SessionKey
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.models import SessionKeyRow

_BYTES = 32


class SessionKeys:
    """The session keys of all processes. `now` and `kept` are in milliseconds, as in `SessionKey`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, period: Period, now: int, kept: int) -> SessionKey | None:
        """Return the period's key, or none if there is none or it is no longer needed."""
        with self._database.read() as session:
            row = session.get(SessionKeyRow, _primary_key(period))
        if row is None:
            return None
        key = _key(row, period)
        return key if key.is_needed(now, kept) else None

    def obtain(self, period: Period, now: int, kept: int) -> SessionKey:
        """Return the period's key. If there is none, make it and delete keys that are no longer needed."""
        found = self.find(period, now, kept)
        if found is not None:
            return found
        try:
            with self._database.write() as session:
                _delete_old(session, now - kept)
                session.add(_new(period, now))
        except ClashError:
            pass  # another process was first, and its key counts
        with self._database.read() as session:
            return _key(session.get_one(SessionKeyRow, _primary_key(period)), period)

    def delete_old(self, now: int, kept: int) -> None:
        """Delete the keys that are no longer needed, so that SQLite's files do not hold them either."""
        with self._database.write() as session:
            _delete_old(session, now - kept)
        self._database.scrub()


def _delete_old(session: Session, before: int) -> None:
    session.execute(
        delete(SessionKeyRow).where(SessionKeyRow.ends_at < before, SessionKeyRow.created_at < before)
    )


def _new(period: Period, now: int) -> SessionKeyRow:
    return SessionKeyRow(
        unit=period.unit.value,
        starts_at=period.start,
        ends_at=period.end,
        secret=secrets.token_bytes(_BYTES),
        created_at=now,
    )


def _key(row: SessionKeyRow, period: Period) -> SessionKey:
    return SessionKey(period, row.secret, row.created_at)


def _primary_key(period: Period) -> tuple[str, int]:
    return period.unit.value, period.start
