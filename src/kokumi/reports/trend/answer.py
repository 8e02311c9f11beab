"""The answer of a trend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from kokumi.domain.times import iso
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.queries.wire import Instant
from kokumi.reports.parts.trends import trend_buckets
from kokumi.reports.trend.parameters import TrendParameters
from kokumi.reports.trend.statement import UNIT
from kokumi.sql.buckets import bucket_start


class TrendRow(WireModel):
    """The numbers of one bucket."""

    t: Instant = Field(description="Start of the bucket; the first may lie before the range.")
    values: list[float | None] = Field(description="A number for each series, in the order asked.")


class TrendGroup(WireModel):
    """The numbers of the events that share a value."""

    name: str = Field(description="The value, empty if the events have none.")
    rows: list[TrendRow] = Field(description="The rows of these events.")


class TrendFigures(SparseModel):
    """The numbers of one range."""

    rows: list[TrendRow] = Field(description="A row for each bucket of the range, by time.")
    totals: list[float | None] = Field(description="The same numbers over the whole range.")
    groups: list[TrendGroup] | None = Field(
        None, description="With `breakdown`: the largest groups, by size, then name."
    )
    other: list[TrendRow] | None = Field(
        None, description="With `breakdown`: the rows of all other groups together; null if there are none."
    )


class TrendAnswer(TrendFigures):
    """The numbers of the range, and of the one that it is compared with."""

    comparison: TrendFigures | None = Field(
        None, description="With `compare`: the same for the range compared with."
    )


def shape(parameters: TrendParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return `{rows, totals}`, and with a breakdown `groups` and `other` too."""
    nothing = [0 if each.measure.is_count else None for each in parameters.series]
    found_buckets = trend_buckets(parameters.unit, subject, UNIT)
    totals: Sequence[object] = nothing
    whole: dict[int, Sequence[object]] = {}
    groups: dict[tuple[int, str], dict[int, Sequence[object]]] = {}
    for row in rows:
        values = [row.any(f"value{number}") for number in range(len(parameters.series))]
        if row.number("is_total"):
            totals = values
        elif row.number("is_of_group"):
            group = row.number("place"), row.text("name")
            groups.setdefault(group, {})[row.number("bucket")] = values
        else:
            whole[row.number("bucket")] = values

    def over_time(found: Mapping[int, Sequence[object]]) -> list[dict[str, object]]:
        return [
            {
                "t": iso(bucket_start(parameters.unit, each, subject.zone)),
                "values": found.get(each, nothing),
            }
            for each in found_buckets
        ]

    answer: dict[str, object] = {"rows": over_time(whole), "totals": totals}
    if parameters.breakdown is not None:
        other = groups.pop((parameters.limit + 1, ""), None)
        answer["groups"] = [{"name": name, "rows": over_time(found)} for (_, name), found in groups.items()]
        answer["other"] = None if other is None else over_time(other)
    return answer
