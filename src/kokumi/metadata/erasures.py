"""Erasures that wait, in a table that outlives restarts. One process at a time works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import Delete, delete, func, select, update
from sqlalchemy.orm import Session

from kokumi.domain.erasure import Erasure
from kokumi.domain.times import Clock
from kokumi.errors import NotFoundError, TooManyRequestsError
from kokumi.metadata.database import Database
from kokumi.metadata.models import BackgroundWorkRow, ErasureRow, WebsiteRow

MAX_WAITING_SESSIONS = 10_000
"""How many sessions of a website may wait at a time."""

MAX_BATCH = 500
"""How many erasures one mutation covers."""

HOLD_MILLISECONDS = 60_000
"""How long the work stays with a process that crashed."""

_WORK = "erase"
_RETRY_AFTER = 60


@dataclass(frozen=True, slots=True)
class ErasureBatch:
    """Erasures that one mutation covers. `tag` is the mutation's tag.

    `attempts` is how often it failed. If it is not done by `retry_at`, it counts as failed once more.
    """

    tag: UUID
    erasures: tuple[Erasure, ...]
    attempts: int
    retry_at: int


class Erasures:
    """The erasures in the database. Instants are in epoch milliseconds."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def request_sessions(self, website_id: UUID, session_ids: Sequence[UUID]) -> None:
        """Request that all stored events of these sessions are erased.

        Raises:
            NotFoundError: there is no such website.
            TooManyRequestsError: too many sessions of the website wait already.
        """
        with self._database.write() as session:
            website = session.get(WebsiteRow, website_id, with_for_update=True)
            if website is None or website.deleted_at is not None:
                raise NotFoundError("There is no such website.")
            there = session.execute(
                select(ErasureRow.session_id, ErasureRow.batch).where(
                    ErasureRow.website_id == website_id, ErasureRow.session_id.is_not(None)
                )
            ).all()
            if len(there) >= MAX_WAITING_SESSIONS:
                raise TooManyRequestsError(
                    f"{len(there)} visitors of this website are being deleted. Try again in a minute.",
                    _RETRY_AFTER,
                )
            waiting = {session_id for session_id, batch in there if batch is None}
            now = self._clock()
            for session_id in dict.fromkeys(session_ids):
                if session_id not in waiting:
                    _add(session, Erasure(website_id, session_id=session_id), now)

    def hold(self, holder: UUID, now: int) -> bool:
        """Take the work for a minute, unless another process has it. Return whether that worked."""
        with self._database.write() as session:
            row = session.get(BackgroundWorkRow, _WORK, with_for_update=True)
            if row is None or (row.holder not in {None, holder} and row.held_until > now):
                return False
            row.holder, row.held_until = holder, now + HOLD_MILLISECONDS
            return True

    def release(self, holder: UUID) -> None:
        """Give the work up, so that another process may take it at once."""
        with self._database.write() as session:
            row = session.get(BackgroundWorkRow, _WORK, with_for_update=True)
            if row is not None and row.holder == holder:
                row.holder, row.held_until = None, 0

    def batches(self) -> tuple[ErasureBatch, ...]:
        """Return the batches that were taken and are not finished, oldest first."""
        with self._database.read() as session:
            rows = session.scalars(
                select(ErasureRow)
                .where(ErasureRow.batch.is_not(None))
                .order_by(ErasureRow.requested_at, ErasureRow.id)
            ).all()
        tags = dict.fromkeys(row.batch for row in rows if row.batch is not None)
        return tuple(_batch(tag, [row for row in rows if row.batch == tag]) for tag in tags)

    def take(self, *, requested_until: int, now: int, patience: int) -> ErasureBatch | None:
        """Return the oldest erasures that are due as a new batch, or none if none are due.

        The batch counts as failed if it is not under way after `patience` milliseconds.
        """
        due = (
            select(ErasureRow)
            .where(
                ErasureRow.batch.is_(None),
                ErasureRow.requested_at <= requested_until,
                ErasureRow.retry_at <= now,
            )
            .order_by(ErasureRow.requested_at, ErasureRow.id)
            .limit(MAX_BATCH)
        )
        with self._database.write() as session:
            rows = session.scalars(due.with_for_update()).all()
            if not rows:
                return None
            tag = uuid4()
            for row in rows:
                row.batch, row.retry_at = tag, now + patience
            return _batch(tag, rows)

    def finish(self, tag: UUID) -> None:
        """Forget the erasures of a batch, which are done, and remove the deleted websites among them."""
        with self._database.write() as session:
            for row in session.scalars(select(ErasureRow).where(ErasureRow.batch == tag)).all():
                if row.session_id is None and row.before is None:
                    _remove_website(session, row.website_id)
                session.delete(row)

    def failed(self, tag: UUID, *, retry_at: int, again: bool) -> None:
        """Count a failure. With `again`, a new batch and a new mutation take over its erasures."""
        with self._database.write() as session:
            session.execute(
                update(ErasureRow)
                .where(ErasureRow.batch == tag)
                .values(attempts=ErasureRow.attempts + 1, retry_at=retry_at, batch=None if again else tag)
            )

    def waiting(self, website_id: UUID | None = None) -> int:
        """Return how many erasures are not done yet, of one website or of all."""
        counted = select(func.count()).select_from(ErasureRow)
        if website_id is not None:
            counted = counted.where(ErasureRow.website_id == website_id)
        with self._database.read() as session:
            return session.scalar(counted) or 0

    def failing(self, website_id: UUID) -> bool:
        """Return whether an erasure of that website failed and is not done yet."""
        with self._database.read() as session:
            found = select(ErasureRow.id).where(ErasureRow.website_id == website_id, ErasureRow.attempts > 0)
            return session.scalar(found.limit(1)) is not None


def request_reset(session: Session, website_id: UUID, before: int) -> None:
    """Request that a website's events before an instant are erased. This replaces a waiting reset."""
    session.execute(_waiting_of(website_id).where(ErasureRow.before.is_not(None)))
    _add(session, Erasure(website_id, before=before), before)


def request_deletion(session: Session, website_id: UUID, now: int) -> None:
    """Request that a website and all its events are erased. This replaces waiting requests."""
    session.execute(_waiting_of(website_id))
    _add(session, Erasure(website_id), now)


def _waiting_of(website_id: UUID) -> Delete:
    return delete(ErasureRow).where(ErasureRow.website_id == website_id, ErasureRow.batch.is_(None))


def _add(session: Session, erasure: Erasure, now: int) -> None:
    session.add(
        ErasureRow(
            id=uuid4(),
            website_id=erasure.website_id,
            session_id=erasure.session_id,
            before=erasure.before,
            requested_at=now,
            batch=None,
            attempts=0,
            retry_at=0,
        )
    )


def _remove_website(session: Session, website_id: UUID) -> None:
    website = session.get(WebsiteRow, website_id)
    if website is not None and website.deleted_at is not None:
        session.delete(website)


def _batch(tag: UUID, rows: Sequence[ErasureRow]) -> ErasureBatch:
    return ErasureBatch(
        tag,
        tuple(Erasure(row.website_id, row.before, row.session_id) for row in rows),
        max(row.attempts for row in rows),
        max(row.retry_at for row in rows),
    )
