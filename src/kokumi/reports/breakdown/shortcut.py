"""A cheaper statement of a breakdown by fields of the session, which fits most visits."""

from __future__ import annotations

from kokumi.domain.columns import SESSION_COLUMNS, Column
from kokumi.queries.query import Subject
from kokumi.reports.breakdown.parameters import BreakdownParameters, OrderBy
from kokumi.reports.parts.entity import Entity
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import has_dates, hashed


def shortcut(parameters: BreakdownParameters, subject: Subject) -> Fragment | None:
    """Return the statement for visits that have one combination each, if all fields are the session's.

    Such fields hardly ever change within a visit, and then the order of its events makes no difference. The
    values of a combination are looked up in one of its visits, by the table's key: day and session.
    """
    names = [each.field.sql for each in parameters.asked() if isinstance(each.field, Column)]
    of_session = len(names) == len(parameters.fields) and SESSION_COLUMNS.issuperset(names)
    if not (of_session and _has_no_options(parameters) and has_dates(subject.range)):
        return None
    columns = [identifier(name) for name in names]
    selection = subject.select()
    return sql(
        """
        with
            visits as
            (
                select
                    any(session_id) as session_of_visit,
                    min($combination) as combination,
                    max($combination) as another,
                    count() as views,
                    min(created_at) as started_at,
                    toUnixTimestamp64Milli(max(created_at)) - toUnixTimestamp64Milli(started_at) as time
                from events
                where $filtered and event_type = 1
                group by visit_id
            ),
            -- The combinations of most visitors, each with the day and the session of one of its visits.
            (
                select groupArray(
                    (combination, total_views, visitors, visits, bounces, total_time, all_unfit, day, session)
                )
                from
                (
                    select
                        combination,
                        sum(views) as total_views,
                        uniqExact(session_of_visit) as visitors,
                        count() as visits,
                        countIf(views = 1) as bounces,
                        sum(time) as total_time,
                        sum(countIf(another != combination)) over () as all_unfit,
                        any(toDate(started_at)) as day,
                        any(session_of_visit) as session
                    from visits
                    group by combination
                    order by visitors desc, total_views desc
                    limit {longest:UInt32} with ties
                )
            ) as largest,
            combinations as
            (
                select $values, $combination as combination
                from events
                where $nearby and event_type = 1
                    and (toDate(created_at), session_id) in (select arrayJoin(arrayZip(largest.8, largest.9)))
                group by combination
            )
        select $names, figures.2 as total_views, figures.3 as visitors, figures.4 as visits,
            figures.5 as bounces, figures.6 as total_time, figures.7 as unfit
        from (select arrayJoin(largest) as figures, figures.1 as combination) as largest_combinations
        -- A visit that is unfit may have another combination on its first day; it must be told all the same.
        left any join combinations using combination
        order by figures.3 desc, figures.2 desc, $names
        limit {longest:UInt32}
        """,
        combination=hashed(*columns),
        values=_values(columns),
        names=_names(columns),
        nearby=selection.nearby,
        filtered=selection.filtered,
        longest=parameters.limit,
    )


def _has_no_options(parameters: BreakdownParameters) -> bool:
    """Whether rows tell what they always do, in the order that they always have."""
    return (
        parameters.entity is Entity.SESSION
        and parameters.order_by is OrderBy.VISITORS
        and not parameters.tells_done()
    )


def _values(columns: list[Fragment]) -> Fragment:
    return join(", ", [sql("any($column) as any_$column", column=column) for column in columns])


def _names(columns: list[Fragment]) -> Fragment:
    return join(", ", [sql("any_$column", column=column) for column in columns])
