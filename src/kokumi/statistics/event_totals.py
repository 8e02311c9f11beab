"""Custom events of a range, who caused them, and the same of another range."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.filters.compile import Selection
from kokumi.queries.comparison import Comparison, compared_range
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, sql


class EventFigures(WireModel):
    """The figures of a range, over its custom events."""

    events: int = Field(description="Custom events.")
    visitors: int = Field(description="Visitors with a custom event.")
    visits: int = Field(description="Visits with a custom event.")
    unique_events: int = Field(description="Different names.")


class ComparedEventFigures(EventFigures):
    """The figures of a range and of the one it is compared with."""

    comparison: EventFigures = Field(description="The same figures of the range compared with.")


class EventTotalsAnswer(WireModel):
    """The figures, in their envelope."""

    data: ComparedEventFigures = Field(description="The figures.")


@dataclass(frozen=True, slots=True)
class EventTotalsParameters:
    """Which range is set beside the one asked about."""

    compare: Comparison = Comparison.PREVIOUS


def statement(parameters: EventTotalsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(is_comparison, events, visitors, visits, names)`."""
    compared = compared_range(subject.range, parameters.compare, subject.zone)
    return sql(
        "$current union all $comparison",
        current=_figures(sql("0"), subject.select()),
        comparison=_figures(sql("1"), subject.select(compared, "comparison_")),
    )


def _figures(part: Fragment, selection: Selection) -> Fragment:
    return sql(
        """
        select $part as part, count() as events, uniqExact(session_id) as visitors,
            uniqExact(visit_id) as visits, uniqExact(event_name) as names
        from events
        where $filtered and event_type = 2
        """,
        part=part,
        filtered=selection.filtered,
    )


def shape(_parameters: EventTotalsParameters, _subject: Subject, rows: Rows) -> dict[str, object]:
    """Return `{data}` with the figures and those of the other range under `comparison`."""
    parts = {row.number("part"): _shaped(row) for row in rows}
    return {"data": {**parts[0], "comparison": parts[1]}}


def _shaped(row: Row) -> dict[str, int]:
    return {
        "events": row.number("events"),
        "visitors": row.number("visitors"),
        "visits": row.number("visits"),
        "uniqueEvents": row.number("names"),
    }


EVENT_TOTALS = Definition(name="events-stats", statement=statement, shape=shape)
