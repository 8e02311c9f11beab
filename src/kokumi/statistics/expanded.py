"""The metrics with all their figures: page views, visitors, visits, bounces and time of each name.

They are counted as in docs/spec/breakdown.md: a visit is no bounce on each of its pages, and time is
that until the visit's next event.
"""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.numbers import seconds
from kokumi.domain.validation import SparseModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import packed, payload_of, time_of
from kokumi.statistics.base import searched
from kokumi.statistics.dimensions import Dimension
from kokumi.statistics.metrics import MetricsParameters


class ExpandedRow(SparseModel):
    """One name and its figures."""

    name: str = Field(description="The value, such as a path or a country.")
    pageviews: int = Field(description="Page views; for `event`, custom events.")
    visitors: int = Field(description="Different visitors.")
    visits: int = Field(description="Different visits.")
    bounces: int = Field(description="Visits whose only page view is of this name.")
    totaltime: int = Field(description="Seconds from each event to the next of its visit.")
    country: str | None = Field(None, description="With `region` and `city`: the country they are in.")


def statement(parameters: MetricsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(name, country, views, visitors, visits, bounces, milliseconds)`."""
    dimension = parameters.type
    return sql(
        """
        with
            -- A name stands for itself by a hash until its figures are known.
            names as
            (
                select distinct toString($value) as name, toString($place) as place,
                    cityHash64(name, place) as hash
                from events
                where $filtered and $counted
            ),
            -- The counted events of each visit in their order: name, time, and wait for the next one.
            visits as
            (
                select
                    any(session_id) as session,
                    countIf(event_type = 1) as page_views,
                    arraySort(groupArray($event)) as events,
                    arrayMap(event -> $payload, events) as own_rows,
                    $rows as rows,
                    arrayMap(event -> $time, events) as times,
                    arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits
                from events
                where $filtered and $counted
                group by visit_id
            ),
            parts as
            (
                select
                    session,
                    row,
                    countEqual(rows, row) as views,
                    page_views = 1 and $is_view as bounce,
                    arraySum((each, wait) -> if(each = row, wait, 0), rows, waits) as time
                from visits
                array join arrayDistinct(rows) as row
            ),
            figures as
            (
                select row as hash, sum(views) as total_views, uniqExact(session) as visitors,
                    count() as visits, countIf(bounce) as bounces, sum(time) as total_time
                from parts
                group by row
            )
        select name, place, total_views, visitors, visits, bounces, total_time
        from figures
        inner join names using hash
        where name != '' and $searched
        order by visitors desc, total_views desc, name, place
        limit {limit:UInt32} offset {offset:UInt64}
        """,
        value=dimension.sql(),
        place=dimension.country(),
        filtered=subject.select().filtered,
        counted=sql("true") if dimension is Dimension.EVENT else sql("event_type = 1"),
        is_view=sql("false") if dimension is Dimension.EVENT else sql("true"),
        event=_event(dimension),
        payload=payload_of(sql("event")),
        rows=_rows(dimension),
        time=time_of(sql("event")),
        searched=searched(parameters.search, sql("name")),
        limit=parameters.limit,
        offset=parameters.offset,
    )


def _event(dimension: Dimension) -> Fragment:
    name, place = dimension.sql(), dimension.country()
    return packed(sql("cityHash64(toString($name), toString($place))", name=name, place=place))


def _rows(dimension: Dimension) -> Fragment:
    """Return the name of each event of a visit; of entries and exits, all have the visit's."""
    match dimension:
        case Dimension.ENTRY:
            return sql("arrayWithConstant(length(own_rows), own_rows[1])")
        case Dimension.EXIT:
            return sql("arrayWithConstant(length(own_rows), own_rows[-1])")
        case _:
            return sql("own_rows")


def shape(parameters: MetricsParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a name, by visitors, then views; `totaltime` in seconds."""
    return [
        {
            "name": row.text("name"),
            "pageviews": row.number("total_views"),
            "visitors": row.number("visitors"),
            "visits": row.number("visits"),
            "bounces": row.number("bounces"),
            "totaltime": seconds(row.number("total_time")),
            **({"country": row.text("place")} if parameters.type.has_country else {}),
        }
        for row in rows
    ]


EXPANDED = Definition(name="metrics-expanded", statement=statement, shape=shape)
