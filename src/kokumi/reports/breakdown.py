"""Breakdown: page views, visitors, visits, bounces and time by any fields (SPEC 4, breakdown)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from kokumi.domain.columns import COLUMNS, Column, column
from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, join, sql

MOST_FIELDS = 8
LONGEST_LIST = 500


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


class BreakdownParameters(Parameters):
    """The fields whose combinations make the rows."""

    fields: Annotated[tuple[FieldName, ...], AfterValidator(_different_columns)] = Field(
        min_length=1,
        max_length=MOST_FIELDS,
        description="Different fields, in the order of the columns. With `event`, custom events count too.",
        examples=[["os", "country"]],
    )

    def columns(self) -> list[Column]:
        """Return the columns of the fields, in the order asked."""
        return [found for name in self.fields if (found := column(name)) is not None]


class BreakdownRow(Answer, extra="allow"):
    """One combination of values; each field is a key as well, named as asked."""

    views: int
    visitors: int
    visits: int
    bounces: int = Field(description="Visits whose only page view falls in this row.")
    totaltime: float = Field(description="Seconds from each event to the next of its visit.")


def statement(parameters: BreakdownParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(*values, views, visitors, visits, bounces, milliseconds)`, in order."""
    columns = parameters.columns()
    with_events = any(each.name == "event" for each in columns)
    return sql(
        """
        with
            -- The counted events of each visit, in their order.
            visits as
            (
                select
                    any(session_id) as session,
                    countIf(event_type = 1) as page_views,
                    arraySort(groupArray((
                        toUnixTimestamp64Milli(created_at), toUInt128(event_id), event_type = 1, ($values)
                    ))) as events,
                    arrayMap(event -> event.4, events) as fields,
                    arrayDifference(arrayMap(event -> event.1, events)) as waits,
                    -- The time until the next event; after the last there is none.
                    arrayPushBack(arrayPopFront(waits), 0) as times
                from events
                where $filtered and $counted
                group by visit_id
            ),
            -- One row for each combination of values in a visit.
            parts as
            (
                select
                    session,
                    part,
                    countEqual(fields, part) as views,
                    page_views = 1 and arrayExists(event -> event.3 and event.4 = part, events) as bounce,
                    arraySum((each, time) -> if(each = part, time, 0), fields, times) as time
                from visits
                array join arrayDistinct(fields) as part
            )
        select
            $columns,
            sum(views) as total_views,
            uniqExact(session) as visitors,
            count() as visits,
            sum(bounce) as bounces,
            sum(time) as total_time
        from parts
        group by part
        order by visitors desc, total_views desc, part
        limit {longest:UInt32}
        """,
        values=Fragment("tuple(" + ", ".join(f"toString({each.sql})" for each in columns) + ")"),
        columns=join(", ", [Fragment(f"part.{index}") for index in range(1, len(columns) + 1)]),
        filtered=scope.select().filtered,
        counted=Fragment("true" if with_events else "event_type = 1"),
        longest=LONGEST_LIST,
    )


def shape(parameters: BreakdownParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return a row a combination: each field as asked, then its figures; `totaltime` in seconds."""
    return [
        {
            **dict(zip(parameters.fields, values, strict=True)),
            "views": read(views, int),
            "visitors": read(visitors, int),
            "visits": read(visits, int),
            "bounces": read(bounces, int),
            "totaltime": read(time, int) / 1000,
        }
        for *values, views, visitors, visits, bounces, time in rows
    ]


REPORT = Report(
    name="breakdown",
    saved_as="breakdown",
    title="Breakdown",
    summary="Page views, visitors, visits, bounces and time for each combination of fields.",
    parameters=BreakdownParameters,
    answer=list[BreakdownRow],
    statement=statement,
    shape=shape,
    example={"fields": ["os", "country"]},
)
