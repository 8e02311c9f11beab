"""The rows of campaigns, which can be opened."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from kokumi.domain.columns import column
from kokumi.domain.validation import Whole
from kokumi.queries.query import Subject
from kokumi.reports.parts.behind import Behind, Cell
from kokumi.reports.parts.conversions import goal_at
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import fits
from kokumi.reports.utm.parameters import UTM_PARAMETERS, UtmParameters
from kokumi.reports.utm.statement import statement
from kokumi.sql.fragment import identifier, sql


def _parameter(name: str) -> str:
    found = column(name)
    if found is None or found.sql not in UTM_PARAMETERS:
        raise ValueError(f"must be one of {', '.join(UTM_PARAMETERS)}")
    return found.sql


class UtmCell(Cell):
    """A row of the answer, or one of its conversions."""

    list: Annotated[str, AfterValidator(_parameter)] = Field(
        max_length=50, description="Which list.", json_schema_extra={"enum": [*UTM_PARAMETERS]}
    )
    name: str = Field(max_length=10_000, description="The value, as `utm` in the row.")
    goal: Whole | None = Field(
        None, ge=0, description="With `goals`: which conversions, from 0. Left out: all visitors of the row."
    )


def behind(parameters: UtmParameters, cell: UtmCell, subject: Subject) -> Behind:
    """Return the visitors of a row, or those of them who reached a goal.

    Raises:
        BadRequestError: there is no such goal.
    """
    reaches = sql("true") if cell.goal is None else fits(goal_at(parameters.goals or (), cell.goal), "cell")
    who = visitors(parameters.entity, subject)
    counted = sql(
        """
        select $visitor
        from $events
        where $filtered
        group by $visitor
        having max(event_type = 1 and $parameter = {name:String}) and max($reaches)
            -- The answer may be cut before this row.
            and {name:String} global in (select value from ($rows) where parameter = {list:String})
        """,
        visitor=who.id,
        events=who.events,
        filtered=subject.select().filtered,
        parameter=identifier(cell.list),
        name=cell.name,
        reaches=reaches,
        rows=statement(parameters.model_copy(update={"details": False}), subject),
        list=cell.list,
    )
    return Behind(counted, parameters.entity)
