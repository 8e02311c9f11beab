"""The statements of goals: of a single one, and of several with their options."""

from __future__ import annotations

from dataclasses import dataclass

from kokumi.domain.times import Unit
from kokumi.queries.query import Subject
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.parts.conversions import conversions, goals_of_event, reaches
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import Step, fits
from kokumi.reports.parts.trends import trend_buckets
from kokumi.sql.buckets import bucket
from kokumi.sql.fragment import Fragment, integer, join, sql
from kokumi.sql.idioms import MOMENT, revenue_in
from kokumi.sql.quantiles import nearest_rank

EVERYONE = 0
"""The place of the row that is about all visitors; groups begin at 1."""


def statement(parameters: GoalParameters, subject: Subject) -> Fragment:
    """Return the statement of a single goal, or of several.

    Raises:
        BadRequestError: the trend has too many buckets.
    """
    if parameters.goals is None:
        return _of_one(parameters, subject)
    return _of_several(parameters, parameters.goals, subject)


def _of_one(parameters: GoalParameters, subject: Subject) -> Fragment:
    """Return a statement with one row `(num, total)`."""
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
        reached=fits(parameters.goal(), "goal"),
        filtered=subject.select().filtered,
    )


def _of_several(parameters: GoalParameters, goals: tuple[Step, ...], subject: Subject) -> Fragment:
    """Return a statement with a row of everyone, at place 0, then one for each group, then one of the others.

    Its columns are `place`, `name`, `total`, `nums`, and those of the options.
    """
    who = visitors(parameters.entity, subject)
    options = _options(parameters, goals)
    split = parameters.breakdown
    trend = parameters.trend
    return sql(
        """
        with$trend
            -- Of each visitor: a bit for each goal that it reached, and what the options look at.
            visitors as
            (
                select
                    $of_visitor
                from $events
                where $filtered
                group by $visitor
            ),
            $figures
        select
            $answered
        from figures
        order by place
        """,
        trend=sql("") if trend is None else _trend(trend, goals, parameters, subject),
        of_visitor=_columns(
            *([sql("argMin($value, $moment) as name", value=split.value(), moment=MOMENT)] if split else []),
            *(option.of_visitor for option in options),
        ),
        events=who.events,
        filtered=subject.select().filtered,
        visitor=who.id,
        figures=_figures_of_groups(options, parameters.limit) if split else _figures_of_all(options),
        answered=join(
            ",\n            ",
            [
                sql("place, name, total"),
                *(option.answered for option in options),
                *([] if trend is None else [_COLUMNS_OF_TREND]),
            ],
        ),
    )


@dataclass(frozen=True, slots=True)
class _Option:
    """A number of the answer, on its way from the events."""

    of_visitor: Fragment
    """The column over a visitor's events."""
    figure: Fragment
    """The column over visitors."""
    merged: Fragment
    """The column over groups of visitors."""
    answered: Fragment
    """The columns in the answer."""


def _options(parameters: GoalParameters, goals: tuple[Step, ...]) -> list[_Option]:
    found = [
        _Option(
            sql("groupBitOr($goals) as reached", goals=goals_of_event(goals)),
            sql("$conversions as nums", conversions=conversions(goals)),
            sql("sumForEach(nums) as nums"),
            sql("nums"),
        )
    ]
    if parameters.currency:
        found.append(_revenue(parameters.currency, goals))
    if parameters.timing:
        found.append(_timing(goals))
    return found


def _revenue(currency: str, goals: tuple[Step, ...]) -> _Option:
    earned = [
        sql("sumIf($revenue, $reaches)", revenue=revenue_in(currency), reaches=reaches(goal, index))
        for index, goal in enumerate(goals)
    ]
    return _Option(
        sql("[$earned] as earned", earned=join(", ", earned)),
        sql("sumForEach(earned) as revenue"),
        sql("sumForEach(revenue) as revenue"),
        sql("revenue"),
    )


def _timing(goals: tuple[Step, ...]) -> _Option:
    """Return how long visitors took, in milliseconds from their first event to the first that fits a goal."""
    time = sql("toUnixTimestamp64Milli(created_at)")
    reached_at = [
        sql("minIf($time, $reaches)", time=time, reaches=reaches(goal, index))
        for index, goal in enumerate(goals)
    ]
    taken = [
        sql("groupArrayIf(waits[$place], bitTest(reached, $bit))", place=integer(bit + 1), bit=integer(bit))
        for bit in range(len(goals))
    ]
    return _Option(
        sql(
            "arrayMap(reached_at -> reached_at - min($time), [$reached_at]) as waits",
            time=time,
            reached_at=join(", ", reached_at),
        ),
        sql("[$taken] as taken", taken=join(", ", taken)),
        sql("groupArrayArrayForEach(taken) as taken"),
        sql(
            "arrayMap(waits -> arraySort(waits), taken) as ordered,"
            " arrayMap(waits -> arraySum(waits), ordered) as sums,"
            " arrayMap(waits -> $median, ordered) as medians,"
            " arrayMap(waits -> $p90, ordered) as p90s",
            median=nearest_rank(sql("waits"), 50),
            p90=nearest_rank(sql("waits"), 90),
        ),
    )


def _figures_of_all(options: list[_Option]) -> Fragment:
    return sql(
        """figures as
            (
                select
                    $everyone as place, '' as name, count() as total,
                    $figures
                from visitors
            )""",
        everyone=integer(EVERYONE),
        figures=_columns(*(option.figure for option in options)),
    )


def _figures_of_groups(options: list[_Option], limit: int) -> Fragment:
    """Return the figures of everyone, of each group that stands alone, and of all others."""
    return sql(
        """groups as
            (
                select
                    name, count() as total,
                    $figures
                from visitors
                group by name
            ),
            ranked as
            (
                select *, row_number() over (order by total desc, name) as rank
                from groups
            ),
            -- Each group counts in its own row, or in that of the others, and in that of everyone.
            figures as
            (
                select
                    place, any(name) as name, sum(total) as total,
                    $merged
                from ranked
                array join [$everyone, least(rank, {others:UInt64})] as place
                group by place
            )""",
        figures=_columns(*(option.figure for option in options)),
        merged=_columns(*(option.merged for option in options)),
        everyone=integer(EVERYONE),
        others=limit + 1,
    )


def _trend(unit: Unit, goals: tuple[Step, ...], parameters: GoalParameters, subject: Subject) -> Fragment:
    """Return the CTE `trend`, with a comma: an array of the buckets in which there are visitors.

    Raises:
        BadRequestError: there are too many buckets.
    """
    trend_buckets(unit, subject)
    who = visitors(parameters.entity, subject)
    return sql(
        """
            (
                select groupArray((bucket, total, nums))
                from
                (
                    select bucket, count() as total, $conversions as nums
                    from
                    (
                        select $bucket as bucket, groupBitOr($goals) as reached
                        from $events
                        where $filtered
                        group by bucket, $visitor
                    )
                    group by bucket
                )
            ) as trend,""",
        conversions=conversions(goals),
        bucket=bucket(unit, subject.zone),
        goals=goals_of_event(goals),
        events=who.events,
        filtered=subject.select().filtered,
        visitor=who.id,
    )


_COLUMNS_OF_TREND = sql("trend.1 as buckets, trend.2 as bucket_totals, arrayFlatten(trend.3) as bucket_nums")


def _columns(*columns: Fragment) -> Fragment:
    """Return columns below each other."""
    return join(",\n                    ", columns)
