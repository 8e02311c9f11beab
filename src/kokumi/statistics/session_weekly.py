"""When in the week visitors are there: sessions by weekday and hour."""

from __future__ import annotations

from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters

_DAYS = 7
_HOURS = 24


def statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(weekday, hour, sessions)` in local time, weekday 0 being Sunday."""
    return sql(
        """
        select
            toInt64(toDayOfWeek(toTimeZone(created_at, {zone:String}) as local)) % 7 as weekday,
            toInt64(toHour(local)) as hour,
            uniqExact(session_id) as sessions
        from events
        where $filtered
        group by weekday, hour
        """,
        zone=str(subject.zone),
        filtered=subject.select().filtered,
    )


def shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> list[list[int]]:
    """Return seven lists of 24 figures, Sunday first."""
    table = [[0] * _HOURS for _ in range(_DAYS)]
    for row in rows:
        table[row.number("weekday")][row.number("hour")] = row.number("sessions")
    return table


SESSION_WEEKLY = Definition(name="sessions-weekly", statement=statement, shape=shape)
