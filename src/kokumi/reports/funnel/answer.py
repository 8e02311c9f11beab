"""The answer of a funnel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from pydantic import Field

from kokumi.domain.numbers import ratio
from kokumi.domain.times import iso
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.confidence import wilson
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.funnel.parameters import Entry, FunnelParameters, FunnelStep
from kokumi.reports.funnel.statement import HISTOGRAM_SECONDS, Part
from kokumi.reports.parts.durations import Durations, durations
from kokumi.reports.parts.steps import StepType
from kokumi.reports.parts.trends import TrendUnit, trend_buckets
from kokumi.sql.buckets import bucket_start


class HistogramEntry(WireModel):
    """How many visitors took no longer than a time, and longer than that of the entry before."""

    up_to: int | None = Field(description="Seconds; null for all longer times.")
    visitors: int = Field(description="Visitors.")


class FunnelRow(SparseModel):
    """A step with the visitors who reached it."""

    type: StepType | Literal["anyOf"] = Field(description="As asked.")
    value: str = Field(description="As asked.")
    filters: list[dict[str, object]] | None = Field(None, description="As asked, if any.")
    visitors: int = Field(description="Visitors who reached the step.")
    previous: int = Field(description="Visitors of the step before; 0 on the first.")
    dropped: int = Field(description="Visitors of the step before who did not reach this one.")
    dropoff: float | None = Field(description="1 - visitors / previous; null where previous is 0.")
    remaining: float | None = Field(description="visitors / the first step's; null where that is 0.")
    dropoff_low: float | None = Field(None, description="With `intervals`: the lower bound of `dropoff`.")
    dropoff_high: float | None = Field(None, description="With `intervals`: the upper bound of `dropoff`.")
    remaining_low: float | None = Field(None, description="With `intervals`: the lower bound of `remaining`.")
    remaining_high: float | None = Field(
        None, description="With `intervals`: the upper bound of `remaining`."
    )
    pending: int | None = Field(
        None,
        description="With `entry: range`, from the second step on: those of `dropped` who may still "
        "reach it.",
    )
    from_previous: Durations | None = Field(
        None,
        description="With `timing`, from the second step on: the time since the step before; null if "
        "nobody reached this one.",
    )
    from_first: Durations | None = Field(
        None, description="With `timing`, from the second step on: the same since the first step."
    )
    histogram: list[HistogramEntry] | None = Field(
        None,
        description="With `timing`, from the second step on: visitors by the time since the step before.",
    )
    revenue: float | None = Field(
        None, description="With `currency`: what the events earned with which visitors reached the step."
    )


class FunnelTrendRow(WireModel):
    """The visitors who began in one bucket."""

    t: str = Field(description="Start of the bucket, a UTC instant.")
    visitors: list[int] = Field(description="For each step, the visitors who reached it.")


class FunnelGroup(WireModel):
    """The visitors of one group."""

    name: str = Field(description="The value of their first step; empty if it has none.")
    rows: list[FunnelRow] = Field(description="A row for each step.")


class FunnelComparison(SparseModel):
    """The steps with their visitors, and what else was asked for."""

    rows: list[FunnelRow] = Field(description="A row for each step.")
    trend: list[FunnelTrendRow] | None = Field(None, description="With `trend`: a row for each bucket.")
    groups: list[FunnelGroup] | None = Field(
        None, description="With `breakdown`: the largest groups, by their visitors at the first step."
    )
    other: list[FunnelRow] | None = Field(
        None, description="With `breakdown`: the rows of all other visitors; null if there are none."
    )


class FunnelAnswer(FunnelComparison):
    """The answer where a trend, groups or a comparison are asked for."""

    comparison: FunnelComparison | None = Field(
        None, description="With `compare`: the same of the range compared with."
    )


def shape(
    parameters: FunnelParameters, subject: Subject, rows: Rows
) -> list[dict[str, object]] | dict[str, object]:
    """Return the rows, or `{rows, trend?, groups?, other?}` with a trend or groups."""
    if parameters.trend is None and parameters.breakdown is None:
        return _rows(parameters, rows.only())
    parts: dict[str, list[Row]] = {part: [] for part in Part}
    for row in rows:
        parts[row.text("part")].append(row)
    answer: dict[str, object] = {"rows": _rows(parameters, _only(parts[Part.ROWS]))}
    if parameters.trend is not None:
        answer["trend"] = _trend(parameters, parameters.trend, subject, parts[Part.TREND])
    if parameters.breakdown is not None:
        groups = sorted(parts[Part.GROUP], key=lambda row: (-row.numbers("visitors")[0], row.text("name")))
        other = _only(parts[Part.OTHER])
        answer["groups"] = [{"name": row.text("name"), "rows": _rows(parameters, row)} for row in groups]
        answer["other"] = other and _rows(parameters, other)
    return answer


def _only(rows: Sequence[Row]) -> Row | None:
    return rows[0] if rows else None


def _trend(
    parameters: FunnelParameters, unit: TrendUnit, subject: Subject, rows: Sequence[Row]
) -> list[dict[str, object]]:
    found = {row.number("bucket"): row.numbers("visitors") for row in rows}
    nobody = [0] * len(parameters.steps)
    return [
        {"t": iso(bucket_start(unit, bucket, subject.zone)), "visitors": found.get(bucket, nobody)}
        for bucket in trend_buckets(unit, subject)
    ]


def _rows(parameters: FunnelParameters, row: Row | None) -> list[dict[str, object]]:
    """Return a row for each step; all zero if nobody reached the first."""
    counts = (row.numbers("visitors") if row else []) or [0] * len(parameters.steps)
    answer = []
    for number, step in enumerate(parameters.steps, 1):
        visitors, previous = counts[number - 1], counts[number - 2] if number > 1 else 0
        answer.append(
            {
                **_asked(step),
                **_figures(visitors, previous, counts[0]),
                **(_intervals(visitors, previous, counts[0]) if parameters.intervals else {}),
                **_options(parameters, number, row),
            }
        )
    return answer


def _asked(step: FunnelStep) -> Mapping[str, object]:
    filters = {} if step.filters is None else {"filters": [each.as_given() for each in step.filters]}
    return {**step.shown, **filters}


def _figures(visitors: int, previous: int, first: int) -> Mapping[str, object]:
    return {
        "visitors": visitors,
        "previous": previous,
        "dropped": previous - visitors if previous else 0,
        "dropoff": 1 - visitors / previous if previous else None,
        "remaining": ratio(visitors, first),
    }


def _intervals(visitors: int, previous: int, first: int) -> Mapping[str, object]:
    dropoff = wilson(previous - visitors if previous else 0, previous)
    remaining = wilson(visitors, first)
    return {
        "dropoffLow": dropoff[0],
        "dropoffHigh": dropoff[1],
        "remainingLow": remaining[0],
        "remainingHigh": remaining[1],
    }


def _options(parameters: FunnelParameters, number: int, row: Row | None) -> Mapping[str, object]:
    found: dict[str, object] = {}
    if parameters.entry is Entry.RANGE and number > 1:
        found["pending"] = row.numbers("pending")[number - 1] if row else 0
    if parameters.timing and number > 1:
        found |= _timing(number, row)
    if parameters.currency:
        found["revenue"] = row.amounts("revenue")[number - 1] if row else 0
    return found


def _timing(number: int, row: Row | None) -> Mapping[str, object]:
    from_previous = (row.numbers(f"from_previous_{number}") if row else []) or _NOBODY
    from_first = (row.numbers(f"from_first_{number}") if row else []) or _NOBODY
    within = (row.numbers(f"within_{number}") if row else []) or [0] * len(HISTOGRAM_SECONDS)
    counts = [later - earlier for earlier, later in pairwise([0, *within, from_previous[0]])]
    return {
        "fromPrevious": durations(*from_previous),
        "fromFirst": durations(*from_first),
        "histogram": [
            {"upTo": seconds, "visitors": count}
            for seconds, count in zip([*HISTOGRAM_SECONDS, None], counts, strict=True)
        ],
    }


_NOBODY = (0, 0, 0, 0)
"""The number of visitors, and the sum, median and 90th percentile of their times, where there are none."""
