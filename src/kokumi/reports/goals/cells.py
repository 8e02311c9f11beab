"""The numbers of goals that can be opened."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kokumi.domain.validation import Whole
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.parts.behind import Behind
from kokumi.reports.parts.conversions import goal_at
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.splits import GroupCell, Split, in_group, ranked_by_group
from kokumi.reports.parts.steps import fits
from kokumi.reports.parts.trends import in_bucket, trend_buckets
from kokumi.reports.report import WireDate
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import MOMENT


class GoalCell(GroupCell):
    """A number of the answer."""

    of: Literal["num", "total"] = Field(description="The visitors who reached the goal, or all.")
    goal: Whole = Field(0, ge=0, description="Which of several goals, from 0.")
    t: WireDate | None = Field(
        None, description="With `trend`: the start of a bucket, for visitors who did it there."
    )


def behind(parameters: GoalParameters, cell: GoalCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: there is no such goal, or the parameters have no groups or no trend.
    """
    goal = goal_at(parameters.all_steps(), cell.goal)
    reached = fits(goal, "goal") if cell.of == "num" else sql("true")
    if cell.t is not None:
        reached = join(" and ", [reached, _in_bucket(parameters, cell.t, subject)])
    who = visitors(parameters.entity, subject)
    counted = sql(
        "select $visitor from $events where $filtered and $reached",
        visitor=who.id,
        events=who.events,
        filtered=subject.select().filtered,
        reached=reached,
    )
    cell.check_group(parameters.breakdown)
    if cell.is_of_group and parameters.breakdown is not None:
        counted = _of_group(parameters, parameters.breakdown, cell.group, reached, subject)
    return Behind(counted, parameters.entity)


def _in_bucket(parameters: GoalParameters, t: WireDate, subject: Subject) -> Fragment:
    """Return the condition that an event lies in the bucket that starts at `t`; false if none does."""
    unit = parameters.trend
    if unit is None:
        raise BadRequestError.at("cell.t", "needs parameters.trend")
    trend_buckets(unit, subject)
    return in_bucket(unit, t, subject)


def _of_group(
    parameters: GoalParameters, split: Split, group: str | None, reached: Fragment, subject: Subject
) -> Fragment:
    """Return the visitors of a group that stands alone, or of all others, who reached something."""
    who = visitors(parameters.entity, subject)
    members = sql(
        """
        (
            select
                $visitor as visitor,
                argMin($value, $moment) as name,
                max($reached) as has_reached
            from $events
            where $filtered
            group by visitor
        )
        """,
        visitor=who.id,
        value=split.value(),
        moment=MOMENT,
        reached=reached,
        events=who.events,
        filtered=subject.select().filtered,
    )
    return sql(
        "select visitor from ($ranked) where has_reached and $in_group",
        ranked=ranked_by_group(members),
        in_group=in_group(group, parameters.limit),
    )
