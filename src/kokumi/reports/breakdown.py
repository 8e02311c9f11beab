"""Breakdown: page views, visitors, visits, bounces and time by any fields (docs/spec/breakdown.md).

There is one row for each combination of the fields' values that occurs. Rows are ordered by
visitors, then views, then the values in the order of the fields; there are at most 500. Each field
is also a key of the row, named as it was asked for.

`views`, `visitors` and `visits` count page views, and the sessions and visits that they belong to.
With `event` among the fields, custom events are counted too, also in `views`. Page views then have
an empty event.

`bounces` are visits whose only page view that passes the filters falls in this row. A visit of two
pages is a bounce on neither of them.

`totaltime` is in seconds. The time from each counted event to the next counted event of its visit
goes to the row of the earlier one. So it is the time spent on a page; for fields of the visitor, it
is the whole length of the visits. After the last event of a visit nothing is known, and nothing is
added.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from kokumi.domain.columns import COLUMNS, SESSION_COLUMNS, Column, column
from kokumi.domain.validation import WireModel, at_most
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import has_dates, hashed, packed, payload_of, time_of

MAX_FIELDS = 8
MAX_LIST = 500


def _different_columns(fields: tuple[str, ...]) -> tuple[str, ...]:
    known = [column(name) for name in fields]
    for name, found in zip(fields, known, strict=True):
        if found is None:
            names = ", ".join(each.name for each in COLUMNS)
            raise ValueError(f"{name} is not a field; the fields are {names}")
    if len(set(known)) < len(known):
        raise ValueError("must name each field once")
    return fields


FieldName: TypeAlias = Annotated[
    str, WithJsonSchema({"type": "string", "enum": [each.name for each in COLUMNS]})
]

_Fields: TypeAlias = Annotated[tuple[FieldName, ...], at_most(MAX_FIELDS), AfterValidator(_different_columns)]


class BreakdownParameters(Parameters):
    """The fields whose combinations make the rows."""

    fields: _Fields = Field(
        min_length=1,
        max_length=MAX_FIELDS,
        description="Different fields, in the order of the columns. With `event`, custom events count too.",
        examples=[["os", "country"]],
    )

    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the fields, in the order asked."""
        return tuple(found for name in self.fields if (found := column(name)) is not None)

    def names(self) -> list[str]:
        """Return the names in SQL of the fields, in the order asked."""
        return [found.sql for found in self.columns()]


class BreakdownRow(WireModel, extra="allow"):
    """One combination of values; each field is a key as well, named as asked."""

    views: int = Field(description="Page views.")
    visitors: int = Field(description="Different visitors.")
    visits: int = Field(description="Different visits.")
    bounces: int = Field(description="Visits whose only page view falls in this row.")
    totaltime: float = Field(description="Seconds from each event to the next of its visit.")


def statement(parameters: BreakdownParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(*values, views, visitors, visits, bounces, milliseconds)`, in order."""
    has_events = "event_name" in parameters.names()
    columns = [identifier(name) for name in parameters.names()]
    combination = hashed(*columns)
    counted = sql("true") if has_events else sql("event_type = 1")
    selection = subject.select()
    return sql(
        """
        with
            -- A combination stands for its values by a hash until its figures are known.
            combinations as
            (
                select $values, $combination as combination
                from events
                where $nearby and $counted
                group by combination
            ),
            -- The counted events of each visit in their order: combination, time, and wait for the next one.
            visits as
            (
                select
                    any(session_id) as session,
                    arraySort(groupArray($event)) as events,
                    arrayMap(event -> $payload, events) as rows,
                    arrayMap(event -> $time, events) as times,
                    arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits,
                    $page_views as page_views,
                    $only_view as only_view
                from events
                where $filtered and $counted
                group by visit_id
            ),
            -- Each visit's combinations; most visits have one, and no need to look for more.
            parts as
            (
                select
                    session,
                    page_views = 1 as is_bounce,
                    only_view,
                    if(
                        arrayMin(rows) = arrayMax(rows),
                        [(rows[1], toUInt64(length(rows)), times[-1] - times[1])],
                        arrayMap(
                            row -> (
                                row,
                                toUInt64(countEqual(rows, row)),
                                arraySum((each, wait) -> if(each = row, wait, 0), rows, waits)
                            ),
                            arrayDistinct(rows)
                        )
                    ) as parts
                from visits
            ),
            figures as
            (
                select
                    part.1 as combination,
                    sum(part.2) as total_views,
                    uniqExact(session) as visitors,
                    count() as visits,
                    countIf(is_bounce and only_view = part.1) as bounces,
                    sum(part.3) as total_time
                from parts
                array join parts as part
                group by combination
            )
        select $names, total_views, visitors, visits, bounces, total_time
        from figures
        inner join combinations using combination
        order by visitors desc, total_views desc, $names
        limit {longest:UInt32}
        """,
        values=_values(columns),
        combination=combination,
        nearby=selection.nearby,
        names=_names(columns),
        filtered=selection.filtered,
        counted=counted,
        # Without custom events all that is counted is a page view.
        page_views=sql("countIf(event_type = 1)") if has_events else sql("length(rows)"),
        only_view=sql("anyIf($hash, event_type = 1)", hash=combination) if has_events else sql("rows[1]"),
        event=packed(combination),
        payload=payload_of(sql("event")),
        time=time_of(sql("event")),
        longest=MAX_LIST,
    )


def shortcut(parameters: BreakdownParameters, subject: Subject) -> Fragment | None:
    """Return the statement for visits that have one combination each, if all fields are the session's.

    Such fields hardly ever change within a visit, and then the order of its events makes no difference. The
    values of a combination are looked up in one of its visits, by the table's key: day and session.
    """
    if not (SESSION_COLUMNS.issuperset(parameters.names()) and has_dates(subject.range)):
        return None
    columns = [identifier(name) for name in parameters.names()]
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
        inner join combinations using combination
        order by figures.3 desc, figures.2 desc, $names
        limit {longest:UInt32}
        """,
        combination=hashed(*columns),
        values=_values(columns),
        names=_names(columns),
        nearby=selection.nearby,
        filtered=selection.filtered,
        longest=MAX_LIST,
    )


def _values(columns: list[Fragment]) -> Fragment:
    return join(", ", [sql("any($column) as any_$column", column=column) for column in columns])


def _names(columns: list[Fragment]) -> Fragment:
    return join(", ", [sql("any_$column", column=column) for column in columns])


def shape(parameters: BreakdownParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a combination: each field as asked, then its figures; `totaltime` in seconds."""
    columns = list(zip(parameters.fields, parameters.names(), strict=True))
    return [
        {
            **{field: row.text(f"any_{name}") for field, name in columns},
            "views": row.number("total_views"),
            "visitors": row.number("visitors"),
            "visits": row.number("visits"),
            "bounces": row.number("bounces"),
            "totaltime": row.number("total_time") / 1000,
        }
        for row in rows
    ]


SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "fields": ["os", "country"],
    },
    answer=[
        {
            "views": 37856,
            "visitors": 9229,
            "visits": 13145,
            "bounces": 8105,
            "totaltime": 12985151,
            "os": "Mac OS",
            "country": "US",
        },
        {
            "views": 24399,
            "visitors": 6628,
            "visits": 10673,
            "bounces": 7119,
            "totaltime": 21398417,
            "os": "Windows 10",
            "country": "US",
        },
        {
            "views": 21561,
            "visitors": 4916,
            "visits": 6532,
            "bounces": 3452,
            "totaltime": 22984512,
            "os": "Mac OS",
            "country": "DE",
        },
        {
            "views": 12977,
            "visitors": 2976,
            "visits": 4180,
            "bounces": 2440,
            "totaltime": 9962317,
            "os": "Windows 10",
            "country": "DE",
        },
    ],
)

REPORT = Report(
    name="breakdown",
    saved_as="breakdown",
    definition=definition_of(__doc__),
    title="Breakdown",
    summary="Page views, visitors, visits, bounces and time for each combination of fields.",
    parameters=BreakdownParameters,
    answer=list[BreakdownRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    shortcut=shortcut,
)
