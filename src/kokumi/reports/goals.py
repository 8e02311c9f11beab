r"""Goals: how many visitors reached a page or did something (docs/spec/goals.md).

`num` is the number of visitors with at least one event that reaches the goal: with type `path` a
page view on that path, with type `event` a custom event of that name. `total` is the number of
visitors with any event that passes the filters.

In the value, `*` stands for any run of characters, also slashes, anywhere, and `\*` is a literal
star. Everything else is literal, and case matters.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kokumi.domain.validation import Pattern, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.parts.behind import Behind, Cell, Cells
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import StepType, fits_step
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, sql


class GoalParameters(Parameters):
    """What is counted: page views on a path, or custom events of a name."""

    type: StepType = Field(description="`path`: a page view; `event`: a custom event.")
    value: Pattern = Field(
        description="The path or event name; `*` stands for any text, `\\*` for a star.",
        examples=["live-demo-button"],
    )


class GoalAnswer(WireModel):
    """Visitors who reached the goal, of all visitors with any event that passes the filters."""

    num: int = Field(description="Visitors with an event that reaches the goal.")
    total: int = Field(description="Visitors with any event that passes the filters.")


class GoalCell(Cell):
    """A number of the answer."""

    of: Literal["num", "total"] = Field(description="The visitors who reached the goal, or all.")


def statement(parameters: GoalParameters, subject: Subject) -> Fragment:
    """Return the statement; one row `(num, total)`."""
    who = visitors(parameters.entity, subject)
    return sql(
        """
        select
            uniqExactIf($visitor, $reached) as num,
            uniqExact($visitor) as total
        from $events
        where $filtered
        """,
        visitor=who.id,
        events=who.events,
        reached=fits_step(parameters.type, parameters.value, "goal"),
        filtered=subject.select().filtered,
    )


def behind(parameters: GoalParameters, cell: GoalCell, subject: Subject) -> Behind:
    """Return who is counted in a cell."""
    who = visitors(parameters.entity, subject)
    reached = fits_step(parameters.type, parameters.value, "goal") if cell.of == "num" else sql("true")
    counted = sql(
        "select $visitor from $events where $filtered and $reached",
        visitor=who.id,
        events=who.events,
        filtered=subject.select().filtered,
        reached=reached,
    )
    return Behind(counted, parameters.entity)


def shape(_parameters: GoalParameters, _subject: Subject, rows: Rows) -> dict[str, int]:
    """Return `{num, total}`, both visitors."""
    row = rows.only()
    return {"num": row.number("num"), "total": row.number("total")}


SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "type": "event",
        "value": "live-demo-button",
    },
    answer={"num": 11935, "total": 50602},
)

REPORT = Report(
    name="goals",
    saved_as="goal",
    definition=definition_of(__doc__),
    title="Goals",
    summary="How many visitors reached a page or did something.",
    parameters=GoalParameters,
    answer=GoalAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=GoalCell, behind=behind, sample={"of": "num"}),
    aliases=("goal",),
)
