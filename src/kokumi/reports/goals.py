"""Goals: how many visitors reached a page or did something (docs/spec/goals.md)."""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import Pattern
from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.rows import read
from kokumi.reports.steps import StepType, fits_step
from kokumi.sql.fragment import Fragment, sql


class GoalParameters(Parameters):
    """What is counted: page views on a path, or custom events of a name."""

    type: StepType = Field(description="`path`: a page view; `event`: a custom event.")
    value: Pattern = Field(
        description="The path or event name; `*` stands for any text, `\\*` for a star.",
        examples=["live-demo-button"],
    )


class GoalAnswer(Answer):
    """Visitors who reached the goal, of all visitors with any event that passes the filters."""

    num: int
    total: int


def statement(parameters: GoalParameters, scope: Scope) -> Fragment:
    """Return the statement; one row `(num, total)`."""
    return sql(
        """
        select
            uniqExactIf(session_id, $reached) as num,
            uniqExact(session_id) as total
        from events
        where $filtered
        """,
        reached=fits_step(parameters.type, parameters.value, "goal"),
        filtered=scope.select().filtered,
    )


def shape(_parameters: GoalParameters, _scope: Scope, rows: Rows) -> dict[str, int]:
    """Return `{num, total}`, both visitors."""
    (num, total), *_ = rows
    return {"num": read(num, int), "total": read(total, int)}


REPORT = Report(
    name="goals",
    saved_as="goal",
    title="Goals",
    summary="How many visitors reached a page or did something.",
    parameters=GoalParameters,
    answer=GoalAnswer,
    statement=statement,
    shape=shape,
    example={"type": "event", "value": "live-demo-button"},
    aliases=("goal",),
)
