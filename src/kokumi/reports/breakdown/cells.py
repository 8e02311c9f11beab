"""The rows of a breakdown, which can be opened."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from kokumi.domain.validation import Whole
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.breakdown.fields import Asked, counted_events, parse_field
from kokumi.reports.breakdown.parameters import BreakdownParameters
from kokumi.reports.breakdown.statement import statement
from kokumi.reports.breakdown.visits import facts_of_visits
from kokumi.reports.parts.behind import Behind, Cell
from kokumi.reports.parts.conversions import goal_at
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import fits
from kokumi.sql.fragment import join, sql

_Text = Annotated[str, StringConstraints(max_length=10_000)]


class BreakdownCell(Cell):
    """A row of the answer, or one of its conversions."""

    values: dict[_Text, _Text] = Field(
        description="Every field of the report with its value in the row.",
        examples=[{"os": "Mac OS", "country": "US"}],
    )
    goal: Whole | None = Field(
        None, ge=0, description="With `goals`: which conversions, from 0. Left out: all visitors of the row."
    )


def behind(parameters: BreakdownParameters, cell: BreakdownCell, subject: Subject) -> Behind:
    """Return the visitors of a row, or those of them who reached a goal.

    Raises:
        BadRequestError: the values are not those of the report's fields, or there is no such goal.
    """
    wanted = _values(parameters, cell)
    fits_in = {
        each: sql("$value = {wanted:String}", value=each.value, wanted=wanted[each]).renamed(
            wanted=f"value{each.place}"
        )
        for each in parameters.asked()
    }
    of_visit = [fits_in[each] for each in parameters.asked() if each.is_of_visit]
    of_event = [fits_in[each] for each in parameters.asked() if not each.is_of_visit]
    reaches = sql("true") if cell.goal is None else fits(goal_at(parameters.goals or (), cell.goal), "cell")
    who = visitors(parameters.entity, subject)
    counted = sql(
        """
        with$facts
            visits as
            (
                select
                    visit_id,
                    any($visitor) as visitor,
                    max($is_in_row) as has_events_in_row,
                    max($reaches) as has_reached
                from $events
                where $filtered
                group by visit_id
            )
        select visitor
        from visits$beside
        group by visitor
        having max($visit_is_in_row) and max(has_reached)
            -- The answer may be cut before this row.
            and ($values) global in (select $names from ($rows))
        """,
        facts=facts_of_visits(parameters.asked(), subject) if of_visit else sql(""),
        visitor=who.id,
        is_in_row=join(" and ", [counted_events(parameters.asked()), *of_event]),
        reaches=reaches,
        events=who.events,
        filtered=subject.select().filtered,
        beside=sql(" left any join facts using visit_id") if of_visit else sql(""),
        visit_is_in_row=join(" and ", [sql("has_events_in_row"), *of_visit]),
        values=join(
            ", ",
            [
                sql("{wanted:String}", wanted=wanted[each]).renamed(wanted=f"value{each.place}")
                for each in parameters.asked()
            ],
        ),
        names=join(", ", [each.answered for each in parameters.asked()]),
        rows=statement(parameters, subject),
    )
    return Behind(counted, parameters.entity)


def _values(parameters: BreakdownParameters, cell: BreakdownCell) -> dict[Asked, str]:
    """Return the value of each field in the row.

    Raises:
        BadRequestError: a field has none, or there are values of other fields.
    """
    given = {parse_field(name): value for name, value in cell.values.items()}
    asked = {each.field: each for each in parameters.asked()}
    if len(given) < len(cell.values) or set(given) != set(asked):
        names = ", ".join(parameters.fields)
        raise BadRequestError.at("cell.values", f"must have a value for each field and no others: {names}")
    return {asked[field]: value for field, value in given.items() if field is not None}
