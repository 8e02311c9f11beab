"""The goals that visitors reach, several at once (docs/spec/goals.md).

What a visitor reached is one number with a bit for each goal.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from kokumi.domain.validation import at_most
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.parts.entity import Entity, visitors
from kokumi.reports.parts.steps import Step, check_conditions, fits
from kokumi.sql.fragment import Fragment, integer, join, sql
from kokumi.sql.idioms import revenue_in

MAX_GOALS = 20


def _few_conditions(goals: tuple[Step, ...]) -> tuple[Step, ...]:
    check_conditions(goals)
    return goals


Goals: TypeAlias = Annotated[
    tuple[Step, ...],
    Field(min_length=1, max_length=MAX_GOALS),
    at_most(MAX_GOALS),
    AfterValidator(_few_conditions),
]
"""From 1 to 20 steps, each of which is a goal."""


def reaches(goal: Step, index: int) -> Fragment:
    """Return the condition that an event reaches a goal of several, which is counted from 0."""
    return fits(goal, f"goal{index}")


def goals_of_event(goals: tuple[Step, ...]) -> Fragment:
    """Return a number with a bit for each goal that an event reaches; joined by *or*, those of a visitor."""
    bits = [
        sql("bitShiftLeft(toUInt32($reaches), $bit)", reaches=reaches(goal, bit), bit=integer(bit))
        for bit, goal in enumerate(goals)
    ]
    return join(" + ", bits)


def conversions(goals: tuple[Step, ...]) -> Fragment:
    """Return an array of how many visitors reached each goal, over rows of visitors with `reached`."""
    counts = [sql("countIf(bitTest(reached, $bit))", bit=integer(bit)) for bit in range(len(goals))]
    return sql("[$counts]", counts=join(", ", counts))


def goal_at(goals: tuple[Step, ...], index: int) -> Step:
    """Return the goal that a cell names.

    Raises:
        BadRequestError: there are fewer.
    """
    if not goals:
        raise BadRequestError.at("cell.goal", "needs parameters.goals")
    if index >= len(goals):
        raise BadRequestError.at("cell.goal", f"must be below {len(goals)}; goals count from 0")
    return goals[index]


def done_by_visitors(
    goals: tuple[Step, ...], currency: str | None, entity: Entity, subject: Subject
) -> Fragment:
    """Return a query for what each visitor did: `visitor`, and as asked `reached` and `earned`."""
    who = visitors(entity, subject)
    columns = [sql("$visitor as visitor", visitor=who.id)]
    if goals:
        columns.append(sql("groupBitOr($goals) as reached", goals=goals_of_event(goals)))
    if currency:
        columns.append(sql("sum($revenue) as earned", revenue=revenue_in(currency)))
    return sql(
        """
                select $columns
                from $events
                where $filtered
                group by visitor""",
        columns=join(", ", columns),
        events=who.events,
        filtered=subject.select().filtered,
    )


def figures_of_done(goals: tuple[Step, ...], currency: str | None) -> Fragment:
    """Return the columns over those visitors: as asked `conversions`, an array, and `revenue`."""
    columns = []
    if goals:
        columns.append(sql("$conversions as conversions", conversions=conversions(goals)))
    if currency:
        columns.append(sql("sum(earned) as revenue"))
    return join(", ", columns)
