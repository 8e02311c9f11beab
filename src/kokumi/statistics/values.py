"""The values that a field has, for pickers: how often each, over page views and custom events."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.columns import Column
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, identifier, sql
from kokumi.statistics.base import searched

USUAL_VALUES = 10
MAX_VALUES = 100


class ValueRow(WireModel):
    """A value of a field."""

    value: str = Field(description="A value of the field.")
    count: int = Field(description="Events that have it.")


@dataclass(frozen=True, slots=True)
class ValuesParameters:
    """The field, what its values contain, and how many of them are wanted."""

    column: Column
    search: str = ""
    limit: int = USUAL_VALUES


def statement(parameters: ValuesParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(value, events)` in order."""
    return sql(
        """
        select toString($column) as value, count() as events
        from events
        where $filtered
        group by $column
        having value != '' and $searched
        order by events desc, value
        limit {limit:UInt32}
        """,
        column=identifier(parameters.column.sql),
        filtered=subject.select().filtered,
        searched=searched(parameters.search, sql("value")),
        limit=parameters.limit,
    )


def shape(_parameters: ValuesParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the values, the most frequent first."""
    return [{"value": row.text("value"), "count": row.number("events")} for row in rows]


VALUES = Definition(name="values", statement=statement, shape=shape)
