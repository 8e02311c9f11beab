"""The operator's exchange rates, in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy import and_, delete, func, insert, select, tuple_
from sqlalchemy.orm import Session

from kokumi.domain.rates import Rate
from kokumi.metadata.database import Database
from kokumi.metadata.models import RateRow

_BATCH = 400
"""Rates that one statement stores; SQLite takes a limited number of values at once."""


class StoredRates:
    """The rates of all currencies against the base, `base`."""

    def __init__(self, database: Database, base: str) -> None:
        self._database = database
        self.base = base

    def between(self, first: int, last: int) -> Sequence[Rate]:
        """Return the rates of days in a range, and of each currency the latest one before it."""
        latest = (
            select(RateRow.currency, func.max(RateRow.day).label("day"))
            .where(RateRow.day < first)
            .group_by(RateRow.currency)
            .subquery()
        )
        before = select(RateRow).join(
            latest, and_(RateRow.currency == latest.c.currency, RateRow.day == latest.c.day)
        )
        within = select(RateRow).where(RateRow.day >= first, RateRow.day <= last)
        with self._database.read() as session:
            found = [_rate(row) for each in (before, within) for row in session.scalars(each)]
        return sorted(found, key=lambda rate: (rate.currency, rate.day))

    def since(self) -> Mapping[str, int]:
        """Return the day of each currency's first rate, in days since 1970."""
        first = select(RateRow.currency, func.min(RateRow.day)).group_by(RateRow.currency)
        with self._database.read() as session:
            return dict(session.execute(first.order_by(RateRow.currency)).all())

    def all(self) -> Sequence[Rate]:
        """Return all rates, by currency, then day."""
        ordered = select(RateRow).order_by(RateRow.currency, RateRow.day)
        with self._database.read() as session:
            return [_rate(row) for row in session.scalars(ordered)]

    def store(self, rates: Sequence[Rate]) -> int:
        """Store rates, in the place of those of the same currency and day; return how many.

        Of several for one currency and day the last one counts.
        """
        newest = list({(rate.currency, rate.day): rate for rate in rates}.values())
        with self._database.write() as session:
            for first in range(0, len(newest), _BATCH):
                _store(session, newest[first : first + _BATCH])
        return len(newest)


def _store(session: Session, rates: Sequence[Rate]) -> None:
    replaced = [(rate.currency, rate.day) for rate in rates]
    session.execute(delete(RateRow).where(tuple_(RateRow.currency, RateRow.day).in_(replaced)))
    session.execute(
        insert(RateRow),
        [{"currency": rate.currency, "day": rate.day, "value": f"{rate.value:f}"} for rate in rates],
    )


def _rate(row: RateRow) -> Rate:
    return Rate(row.currency, row.day, Decimal(row.value))
