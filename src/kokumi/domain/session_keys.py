"""The calendar periods for which visitors without an id are recognised, and the key of each.

See docs/spec/collecting.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import lru_cache

from kokumi.domain.times import Unit, day_of, next_start, start_of, to_milliseconds

_MAX_REMEMBERED_DAYS = 10_000


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week or month in UTC: from `start` to just before `end`, in epoch milliseconds."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SessionKey:
    """The random key that the sessions of one period are hashed with, and when it was made."""

    period: Period
    secret: bytes = field(repr=False)
    created_at: int

    def is_needed(self, now: int, kept: int) -> bool:
        """Return whether events of the period may still come in.

        A key is kept for `kept` milliseconds after the end of its period. If it was made only after its
        period, for old events, it is kept for `kept` milliseconds after it was made.
        """
        return now <= max(self.period.end, self.created_at) + kept


def period_at(unit: Unit, at: int) -> Period:
    """Return the period that an instant lies in."""
    return _period(unit, day_of(at))


@lru_cache(maxsize=_MAX_REMEMBERED_DAYS)
def _period(unit: Unit, day: int) -> Period:
    first = start_of(unit, date.fromordinal(_EPOCH + day))
    return Period(unit, _midnight(first), _midnight(next_start(unit, first)))


_EPOCH = date(1970, 1, 1).toordinal()


def _midnight(day: date) -> int:
    return to_milliseconds(datetime.combine(day, time(), UTC))
