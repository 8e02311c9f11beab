"""How many visitors are online: sessions with an event in the last five minutes."""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.times import TimeRange
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters

_ONLINE = 5 * 60_000


class ActiveAnswer(WireModel):
    """Visitors online now."""

    visitors: int = Field(description="Visitors with an event in the last five minutes.")


def online_range(now: int) -> TimeRange:
    """Return the range in which an event makes its visitor count as online."""
    return TimeRange(now - _ONLINE, now)


def statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; one row `(visitors,)`."""
    return sql(
        "select uniqExact(session_id) as visitors from events where $filtered",
        filtered=subject.select().filtered,
    )


def shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> dict[str, int]:
    """Return `{visitors}`."""
    return {"visitors": rows.only().number("visitors")}


ACTIVE = Definition(name="active", statement=statement, shape=shape)
