"""When in the week visitors are there: sessions by weekday and hour."""

from __future__ import annotations

from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Nothing, Rows, Scope, Statistic

_DAYS = 7
_HOURS = 24


def statement(_parameters: Nothing, scope: Scope) -> Fragment:
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
        zone=str(scope.zone),
        filtered=scope.select().filtered,
    )


def shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> list[list[int]]:
    """Return seven lists of 24 figures, Sunday first."""
    table = [[0] * _HOURS for _ in range(_DAYS)]
    for weekday, hour, sessions in rows:
        table[read(weekday, int)][read(hour, int)] = read(sessions, int)
    return table


SESSION_WEEKLY = Statistic("sessions-weekly", statement, shape)
