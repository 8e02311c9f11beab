"""Stickiness: in how many days, weeks or months each visitor was active (docs/spec/stickiness.md).

A visitor is active in a unit if it has an event in it that passes the filters. There is a row for
each number of units from 1 to as many as the range has. `visitors` is how many were active in
exactly that many of them. A unit that the range cuts counts as one.

A visitor without an id is recognised for one period only, a month unless set otherwise. Those who
come back in another period count as new.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kokumi.domain.times import Unit
from kokumi.domain.validation import Whole, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.parts.behind import Behind, Cell, Cells
from kokumi.reports.parts.entity import visitors
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.buckets import unit_number, unit_numbers
from kokumi.sql.fragment import Fragment, sql


class StickinessParameters(Parameters):
    """Of which units it is counted in how many visitors were active."""

    unit: Literal[Unit.DAY, Unit.WEEK, Unit.MONTH] = Field(Unit.DAY, description="The unit of activity.")


class StickinessRow(WireModel):
    """The visitors who were active in so many units."""

    periods: int = Field(description="How many units.")
    visitors: int = Field(description="Visitors who were active in exactly that many.")


class StickinessCell(Cell):
    """A row of the answer."""

    periods: Whole = Field(ge=1, description="How many units.")


def statement(parameters: StickinessParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(periods, visitors)`."""
    units_of(parameters, subject)
    return sql(
        """
        select periods, count() as visitors
        from ($active)
        group by periods
        order by periods
        """,
        active=_active(parameters, subject),
    )


def _active(parameters: StickinessParameters, subject: Subject) -> Fragment:
    """Return a query for each visitor and the number of units in which it was active."""
    who = visitors(parameters.entity, subject)
    return sql(
        """
        select $visitor as visitor, uniqExact($unit) as periods
        from $events
        where $filtered
        group by visitor
        """,
        visitor=who.id,
        unit=unit_number(parameters.unit, subject.zone),
        events=who.events,
        filtered=subject.select().filtered,
    )


def units_of(parameters: StickinessParameters, subject: Subject) -> range:
    """Return the numbers of the units of the range.

    Raises:
        BadRequestError: there are more than 2 000.
    """
    return unit_numbers(parameters.unit, subject.counted_range, subject.zone, "parameters.unit")


def behind(parameters: StickinessParameters, cell: StickinessCell, subject: Subject) -> Behind:
    """Return who is counted in a cell."""
    counted = sql(
        "select visitor from ($active) where periods = {periods:Int64}",
        active=_active(parameters, subject),
        periods=cell.periods,
    )
    return Behind(counted, parameters.entity)


def shape(parameters: StickinessParameters, subject: Subject, rows: Rows) -> list[dict[str, int]]:
    """Return `[{periods, visitors}]`, for each number of units from 1 to as many as there are."""
    counted = {row.number("periods"): row.number("visitors") for row in rows}
    units = len(units_of(parameters, subject))
    return [{"periods": number, "visitors": counted.get(number, 0)} for number in range(1, units + 1)]


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-01T07:00:00.000Z",
        "endDate": "2025-10-29T06:59:59.999Z",
        "timezone": "America/Los_Angeles",
        "unit": "week",
    },
    answer=[
        {"periods": 1, "visitors": 8120},
        {"periods": 2, "visitors": 1490},
        {"periods": 3, "visitors": 402},
        {"periods": 4, "visitors": 133},
        {"periods": 5, "visitors": 21},
    ],
    options={"Days of people": {"unit": "day", "entity": "person"}},
)

REPORT = Report(
    name="stickiness",
    saved_as="stickiness",
    definition=definition_of(__doc__),
    title="Stickiness",
    summary="In how many days, weeks or months of the range each visitor was active.",
    parameters=StickinessParameters,
    answer=list[StickinessRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=StickinessCell, behind=behind, sample={"periods": 3}),
)
