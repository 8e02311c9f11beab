"""The answer of goals, from the rows of its statement."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from kokumi.domain.numbers import ratio
from kokumi.domain.times import Unit, iso
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.confidence import wilson
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.goals.statement import EVERYONE
from kokumi.reports.parts.durations import Durations, durations
from kokumi.reports.parts.steps import Step
from kokumi.reports.parts.trends import trend_buckets
from kokumi.sql.buckets import bucket_start


class GoalAnswer(SparseModel):
    """Visitors who reached the goal, of all visitors with any event that passes the filters."""

    num: int = Field(description="Visitors with an event that reaches the goal.")
    total: int = Field(description="Visitors with any event that passes the filters.")
    comparison: GoalAnswer | None = Field(
        None, description="With `compare`: the same of the range compared with."
    )


class GoalRow(SparseModel):
    """One of several goals."""

    type: str = Field(description="As asked; `anyOf` for a goal of several steps.")
    value: str = Field(description="As asked; empty where there is none.")
    num: int = Field(description="Visitors with an event that reaches the goal.")
    total: int = Field(description="Visitors with any event that passes the filters.")
    rate: float | None = Field(description="num / total; null where total is 0.")
    low: float | None = Field(None, description="With `intervals`: the lower bound of `rate` at 95 %.")
    high: float | None = Field(None, description="With `intervals`: the upper bound of `rate` at 95 %.")
    revenue: float | None = Field(
        None, description="With `currency`: the revenue of the events that reach the goal."
    )
    timing: Durations | None = Field(
        None,
        description="With `timing`: the time from a visitor's first event in the range to the first that "
        "reaches the goal; null where nobody did.",
    )


class GoalBucket(WireModel):
    """The visitors of one bucket of time."""

    t: str = Field(description="Start of the bucket, a UTC instant.")
    num: list[int] = Field(description="For each goal, visitors who reached it in the bucket.")
    total: int = Field(description="Visitors with any event that passes the filters in the bucket.")


class GoalGroup(WireModel):
    """The visitors of one group."""

    name: str = Field(description="The value of the field or property at the visitor's first event.")
    rows: list[GoalRow] = Field(description="As `rows`, of this group.")


class GoalsAnswer(SparseModel):
    """Several goals: a row for each, in the order asked."""

    rows: list[GoalRow] = Field(description="The goals, in the order asked.")
    trend: list[GoalBucket] | None = Field(None, description="With `trend`: every bucket of the range.")
    groups: list[GoalGroup] | None = Field(
        None, description="With `breakdown`: the largest groups, as many as `limit` says."
    )
    other: list[GoalRow] | None = Field(
        None, description="With `breakdown`: all remaining visitors; null if no group remains."
    )
    comparison: GoalsAnswer | None = Field(
        None, description="With `compare`: the same of the range compared with."
    )


def shape(parameters: GoalParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return `{num, total}` of a single goal; of several `{rows}` with what the options add."""
    if parameters.goals is None:
        row = rows.only()
        return {"num": row.number("num"), "total": row.number("total")}
    return _several(parameters, parameters.goals, subject, list(rows))


def _several(
    parameters: GoalParameters, goals: Sequence[Step], subject: Subject, rows: Sequence[Row]
) -> dict[str, object]:
    everyone = next((row for row in rows if row.number("place") == EVERYONE), None)
    answer: dict[str, object] = {"rows": _rows(parameters, goals, everyone)}
    if parameters.trend is not None:
        answer["trend"] = _trend(parameters.trend, len(goals), subject, everyone)
    if parameters.breakdown is not None:
        places = {row.number("place"): row for row in rows}
        others = places.get(parameters.limit + 1)
        answer["groups"] = [
            {"name": row.text("name"), "rows": _rows(parameters, goals, row)}
            for place, row in places.items()
            if EVERYONE < place <= parameters.limit
        ]
        answer["other"] = None if others is None else _rows(parameters, goals, others)
    return answer


def _rows(parameters: GoalParameters, goals: Sequence[Step], row: Row | None) -> list[dict[str, object]]:
    """Return a row for each goal; without any visitors the engine may have no row to tell of."""
    total = 0 if row is None else row.number("total")
    nums = [0] * len(goals) if row is None else row.numbers("nums")
    answer: list[dict[str, object]] = [
        {**goal.shown, "num": num, "total": total, "rate": ratio(num, total)}
        for goal, num in zip(goals, nums, strict=True)
    ]
    for index, each in enumerate(answer):
        if parameters.intervals:
            each["low"], each["high"] = wilson(nums[index], total)
        if parameters.currency:
            each["revenue"] = row.amounts("revenue")[index] if row is not None and total else 0
        if parameters.timing:
            each["timing"] = None if row is None else _timing(row, index)
    return answer


def _timing(row: Row, index: int) -> dict[str, float] | None:
    figures = [row.numbers(name)[index] for name in ("nums", "sums", "medians", "p90s")]
    return durations(*figures)


def _trend(unit: Unit, goals: int, subject: Subject, row: Row | None) -> list[dict[str, object]]:
    """Return every bucket of the range, also those without visitors."""
    starts = [] if row is None else row.numbers("buckets")
    totals = dict(zip(starts, [] if row is None else row.numbers("bucket_totals"), strict=True))
    nums = [] if row is None else row.numbers("bucket_nums")
    reached = {start: nums[at * goals : (at + 1) * goals] for at, start in enumerate(starts)}
    return [
        {
            "t": iso(bucket_start(unit, each, subject.zone)),
            "num": reached.get(each, [0] * goals),
            "total": totals.get(each, 0),
        }
        for each in trend_buckets(unit, subject)
    ]
