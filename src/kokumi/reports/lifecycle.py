"""Lifecycle: new, returning, resurrecting and dormant visitors over time (docs/spec/lifecycle.md).

A visitor is active in a unit, a day unless asked otherwise, if it has an event in it that passes
the filters. There is a row for each unit of the range, and `t` is its start. The first one is
whole, even if the range begins later in it.

`new` visitors have their first such event of all time in the unit. `returning` ones were active in
the unit before as well. `resurrecting` ones are active again, but were not in the unit before.
`dormant` ones were active in the unit before, and are not in this one.

A unit is `complete` if the range does not end before it does. One that is not shows too many
dormant visitors.

A visitor without an id is recognised for one period only, a month unless set otherwise. Those who
come back in another period count as new.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import Field

from kokumi.domain.times import TimeRange, Unit, iso, parse_instant
from kokumi.domain.validation import WireModel
from kokumi.queries.query import EVER, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.parts.behind import Behind, Cell, Cells, Judged
from kokumi.reports.parts.entity import Visitors, visitors
from kokumi.reports.report import Parameters, Report, Sample, WireDate, definition_of
from kokumi.sql.buckets import number_of_unit, start_of_unit, unit_number, unit_numbers
from kokumi.sql.fragment import Fragment, sql


class LifecycleParameters(Parameters):
    """By which units visitors come and go."""

    unit: Literal[Unit.DAY, Unit.WEEK, Unit.MONTH] = Field(Unit.DAY, description="The unit of activity.")


class LifecycleRow(WireModel):
    """The visitors of one unit."""

    t: str = Field(description="The unit's start in the zone, as a UTC instant.")
    new: int = Field(description="Visitors whose first event of all time lies in the unit.")
    returning: int = Field(description="Visitors who were active in the unit before as well.")
    resurrecting: int = Field(description="Visitors who are active again, but were not in the unit before.")
    dormant: int = Field(description="Visitors who were active in the unit before, and are not in this one.")
    complete: bool = Field(description="Whether the unit ends within the range.")


class State(StrEnum):
    """What a visitor is in a unit."""

    NEW = "new"
    RETURNING = "returning"
    RESURRECTING = "resurrecting"
    DORMANT = "dormant"


class LifecycleCell(Cell):
    """A number of a row."""

    t: WireDate = Field(description="The unit's start, as in the answer.")
    state: State = Field(description="Which of its visitors.")


def statement(parameters: LifecycleParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(unit, active, new, returning)`, from the unit before the first on."""
    read = _Read.of(parameters, subject)
    return sql(
        """
        with
            -- Each visitor's first unit, and those from the one before the range on, in order.
            visitors as
            (
                select
                    min($unit) as first,
                    arraySort(groupUniqArrayIf($unit, $unit >= {before:Int32})) as units
                from $events
                where $filtered
                group by $visitor
                having notEmpty(units)
            )
        select
            unit,
            count() as active,
            countIf(unit = first) as new,
            countIf(step = 1) as returning
        from visitors
        array join units as unit, arrayDifference(units) as step
        group by unit
        order by unit
        """,
        unit=read.unit,
        events=read.who.events,
        filtered=read.filtered,
        visitor=read.who.id,
        before=units_of(parameters, subject).start - 1,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """The events of all time up to the end of the range that pass the filters, and how each is told of."""

    range: TimeRange
    who: Visitors
    filtered: Fragment
    unit: Fragment

    @classmethod
    def of(cls, parameters: LifecycleParameters, subject: Subject) -> _Read:
        """Return what a request reads."""
        ever = TimeRange(EVER.start, subject.range.end)
        return cls(
            range=ever,
            who=visitors(parameters.entity, subject, ever, "ever_"),
            filtered=subject.select(ever, "ever_").filtered,
            unit=sql("toInt32($unit)", unit=unit_number(parameters.unit, subject.zone)),
        )


def units_of(parameters: LifecycleParameters, subject: Subject) -> range:
    """Return the numbers of the units of the range.

    Raises:
        BadRequestError: there are more than 2 000.
    """
    return unit_numbers(parameters.unit, subject.counted_range, subject.zone, "parameters.unit")


def behind(parameters: LifecycleParameters, cell: LifecycleCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: `t` is no date.
    """
    read = _Read.of(parameters, subject)
    counted = sql(
        "select $visitor from $events where $filtered group by $visitor having $is_counted",
        visitor=read.who.id,
        events=read.who.events,
        filtered=read.filtered,
        is_counted=_is_counted(parameters, cell, subject, read.unit),
    )
    first = units_of(parameters, subject).start
    listed = TimeRange(start_of_unit(parameters.unit, first - 1, subject.zone), subject.range.end)
    return Behind(counted, parameters.entity, listed, judged=Judged(read.range, "ever_"))


def _is_counted(
    parameters: LifecycleParameters, cell: LifecycleCell, subject: Subject, unit: Fragment
) -> Fragment:
    """Return the condition on a visitor's events that it is in the state in the unit of the cell."""
    instant = parse_instant(cell.t, subject.zone, "cell.t")
    number = number_of_unit(parameters.unit, instant, subject.zone)
    is_start = start_of_unit(parameters.unit, number, subject.zone) == instant
    if not is_start or number not in units_of(parameters, subject):
        return sql("false")
    here = sql("countIf($unit = {cell_unit:Int32})", unit=unit, cell_unit=number)
    before = sql("countIf($unit = {cell_unit:Int32} - 1)", unit=unit, cell_unit=number)
    first = sql("min($unit)", unit=unit)
    match cell.state:
        case State.NEW:
            return sql("$first = {cell_unit:Int32}", first=first, cell_unit=number)
        case State.RETURNING:
            return sql("$here > 0 and $before > 0", here=here, before=before)
        case State.RESURRECTING:
            return sql(
                "$here > 0 and $before = 0 and $first < {cell_unit:Int32}",
                here=here,
                before=before,
                first=first,
                cell_unit=number,
            )
        case State.DORMANT:
            return sql("$here = 0 and $before > 0", here=here, before=before)


class _Unit(NamedTuple):
    """How many visitors are active in a unit, and how many of them are new or returning."""

    active: int = 0
    new: int = 0
    returning: int = 0

    @classmethod
    def of(cls, row: Row) -> _Unit:
        """Return what a row of the statement says."""
        return cls(row.number("active"), row.number("new"), row.number("returning"))


def shape(parameters: LifecycleParameters, subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return `[{t, new, returning, resurrecting, dormant, complete}]`, one row for each unit of the range."""
    units = defaultdict(_Unit, {row.number("unit"): _Unit.of(row) for row in rows})
    return [
        {
            "t": iso(start_of_unit(parameters.unit, unit, subject.zone)),
            "new": units[unit].new,
            "returning": units[unit].returning,
            "resurrecting": units[unit].active - units[unit].new - units[unit].returning,
            # Whoever was active in the unit before is either returning or dormant.
            "dormant": units[unit - 1].active - units[unit].returning,
            "complete": start_of_unit(parameters.unit, unit + 1, subject.zone) <= subject.range.end + 1,
        }
        for unit in units_of(parameters, subject)
    ]


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-06T07:00:00.000Z",
        "endDate": "2025-10-19T06:59:59.999Z",
        "timezone": "America/Los_Angeles",
        "unit": "week",
    },
    answer=[
        {
            "t": "2025-10-06T07:00:00Z",
            "new": 1290,
            "returning": 311,
            "resurrecting": 74,
            "dormant": 1402,
            "complete": True,
        },
        {
            "t": "2025-10-13T07:00:00Z",
            "new": 1188,
            "returning": 296,
            "resurrecting": 81,
            "dormant": 1379,
            "complete": False,
        },
    ],
    options={"Months of people": {"unit": "month", "entity": "person"}},
)

REPORT = Report(
    name="lifecycle",
    saved_as="lifecycle",
    definition=definition_of(__doc__),
    title="Lifecycle",
    summary="How many visitors are new, return, come back after a pause, or stay away, unit by unit.",
    parameters=LifecycleParameters,
    answer=list[LifecycleRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(
        model=LifecycleCell, behind=behind, sample={"t": "2025-10-06T07:00:00Z", "state": "returning"}
    ),
)
