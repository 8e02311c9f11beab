"""The numbers of goals that can be opened."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kokumi.domain.times import parse_instant
from kokumi.domain.validation import Whole
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.goals.statement import trend_buckets
from kokumi.reports.parts.behind import Behind, Cell
from kokumi.reports.parts.conversions import goal_at
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import fits
from kokumi.reports.report import WireDate
from kokumi.sql.buckets import bucket, bucket_start
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import MOMENT


class GoalCell(Cell):
    """A number of the answer."""

    of: Literal["num", "total"] = Field(description="The visitors who reached the goal, or all.")
    goal: Whole = Field(0, ge=0, description="Which of several goals, from 0.")
    group: str | None = Field(
        None,
        max_length=10_000,
        description="With `breakdown`: the name of a group, or null for `other`. Left out: all visitors.",
    )
    t: WireDate | None = Field(
        None, description="With `trend`: the start of a bucket, for visitors who did it there."
    )

    @property
    def has_group(self) -> bool:
        """Whether it is about a group, or the others."""
        return "group" in self.model_fields_set


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
    if cell.has_group:
        counted = _in_group(parameters, cell.group, reached, subject)
    return Behind(counted, parameters.entity)


def _in_bucket(parameters: GoalParameters, t: WireDate, subject: Subject) -> Fragment:
    """Return the condition that an event lies in the bucket that starts at `t`; false if there is none."""
    unit = parameters.trend
    if unit is None:
        raise BadRequestError.at("cell.t", "needs parameters.trend")
    start = parse_instant(t, subject.zone, "cell.t")
    wanted = next(
        (each for each in trend_buckets(unit, subject) if bucket_start(unit, each, subject.zone) == start),
        None,
    )
    if wanted is None:
        return sql("false")
    return sql("$bucket = {wanted:Int64}", bucket=bucket(unit, subject.zone), wanted=wanted)


def _in_group(parameters: GoalParameters, group: str | None, reached: Fragment, subject: Subject) -> Fragment:
    """Return the visitors of a group that stands alone, or of all others, who reached something."""
    if parameters.breakdown is None:
        raise BadRequestError.at("cell.group", "needs parameters.breakdown")
    who = visitors(parameters.entity, subject)
    return sql(
        """
        select visitor
        from
        (
            select *, dense_rank() over (order by size desc, name) as rank
            from
            (
                select
                    $visitor as visitor,
                    argMin($value, $moment) as name,
                    max($reached) as has_reached,
                    count() over (partition by name) as size
                from $events
                where $filtered
                group by visitor
            )
        )
        where has_reached and $chosen
        """,
        visitor=who.id,
        value=parameters.breakdown.value(),
        moment=MOMENT,
        reached=reached,
        events=who.events,
        filtered=subject.select().filtered,
        chosen=sql("rank > {limit:UInt64}", limit=parameters.limit)
        if group is None
        else sql("rank <= {limit:UInt64} and name = {group:String}", limit=parameters.limit, group=group),
    )
