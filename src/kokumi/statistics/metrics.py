"""Visitors by page, referrer, browser, country and the like; custom events by their number."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.validation import SparseModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import MOMENT
from kokumi.statistics.base import searched
from kokumi.statistics.dimensions import Dimension

MAX_LIST = 500


class MetricRow(SparseModel):
    """One name and its figure."""

    x: str = Field(description="The value, such as a path or a country.")
    y: int = Field(description="Sessions with a page view of it; for `event`, how many events.")
    country: str | None = Field(None, description="With `region` and `city`: the country they are in.")


@dataclass(frozen=True, slots=True)
class MetricsParameters:
    """What is listed, and which part of the list: the names that contain `search`, from `offset` on."""

    type: Dimension
    limit: int = MAX_LIST
    offset: int = 0
    search: str = ""


def statement(parameters: MetricsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(name, country, figure)` in order."""
    dimension = parameters.type
    return sql(
        """
        select toString(value) as name, $country as country, $figure as figure
        from $rows
        group by $keys
        having name != '' and $searched
        order by figure desc, name, country
        limit {limit:UInt32} offset {offset:UInt64}
        """,
        rows=_visits(dimension, subject) if dimension.is_of_visit else _events(dimension, subject),
        country=sql("toString(place)") if dimension.has_country else sql("''"),
        # A second key, even of empty text, makes the grouping take twice as long.
        keys=sql("value, place") if dimension.has_country else sql("value"),
        figure=sql("count()") if dimension is Dimension.EVENT else sql("uniqExact(visitor)"),
        searched=searched(parameters.search, sql("name")),
        limit=parameters.limit,
        offset=parameters.offset,
    )


def _events(dimension: Dimension, subject: Subject) -> Fragment:
    return sql(
        """
        (
            select session_id as visitor, $value as value, $place as place
            from events
            where $filtered and event_type = $type and value != ''
        )
        """,
        value=dimension.sql(),
        place=dimension.country(),
        filtered=subject.select().filtered,
        type=sql("2") if dimension is Dimension.EVENT else sql("1"),
    )


def _visits(dimension: Dimension, subject: Subject) -> Fragment:
    return sql(
        """
        (
            select any(session_id) as visitor, $chosen(path, $moment) as value, '' as place
            from events
            where $filtered and event_type = 1
            group by visit_id
        )
        """,
        chosen=sql("argMin") if dimension is Dimension.ENTRY else sql("argMax"),
        moment=MOMENT,
        filtered=subject.select().filtered,
    )


def shape(parameters: MetricsParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a name, largest first."""
    return [_row(row, with_country=parameters.type.has_country) for row in rows]


def _row(row: Row, *, with_country: bool) -> dict[str, object]:
    shaped: dict[str, object] = {"x": row.text("name"), "y": row.number("figure")}
    return {**shaped, "country": row.text("country")} if with_country else shaped


METRICS = Definition(name="metrics", statement=statement, shape=shape)
