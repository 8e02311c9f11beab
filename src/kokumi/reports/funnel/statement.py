"""The statement of a funnel: visitors counted step by step, in all, by group, and by the time they began."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kokumi.queries.query import Subject
from kokumi.reports.funnel.chains import Chains, chains, pending, place, reached
from kokumi.reports.funnel.parameters import Entry, FunnelParameters
from kokumi.reports.parts.trends import trend_buckets
from kokumi.sql.buckets import bucket
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.quantiles import nearest_rank

HISTOGRAM_SECONDS = (10, 30, 60, 300, 1800, 3600, 21_600, 86_400, 604_800, 2_592_000)
"""The longest time that each entry of a histogram counts, but for the last entry."""


class Part(StrEnum):
    """Which part of the answer a row of the statement belongs to."""

    ROWS = "rows"
    GROUP = "group"
    OTHER = "other"
    TREND = "trend"


_SUMS = sql("sumForEach")
"""Adds up the numbers at each place of arrays."""
_LISTS = sql("groupArrayArray")
"""Strings arrays together."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the answer: how it is counted, how those of two groups are joined, how it is shown."""

    name: str
    counted: Fragment
    merged: Fragment = _SUMS
    answered: Fragment | None = None


def statement(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the statement.

    Its columns are arrays: `visitors`, `pending` and `revenue` with a number for each step, and for each step
    from the second on `from_previous_<k>` and `from_first_<k>` with how many visitors there are, and the sum,
    median and 90th percentile of their milliseconds, and `within_<k>` with how many of them took no longer
    than each of HISTOGRAM_SECONDS.

    It has one row, or with a trend or groups rows `(part, name, bucket)` of those who reached the first step.
    """
    if parameters.trend:
        trend_buckets(parameters.trend, subject)
    found = chains(parameters, subject)
    columns = list(_columns(parameters, subject))
    parts = _parts(parameters, subject)
    answer = _counted_by_part(parameters, found, columns, parts) if parts else _counted(found, columns)
    if parameters.breakdown:
        answer = _with_other(parameters, answer, columns)
    if parameters.timing:
        answer = _shown(answer, columns, has_parts=bool(parts))
    return sql(
        """
        with
            $tables
        $answer
        """,
        tables=found.tables,
        answer=answer,
    )


def _columns(parameters: FunnelParameters, subject: Subject) -> Iterable[_Column]:
    steps = list(parameters.numbers)
    conditions = [reached(step, parameters) for step in steps]
    yield _Column("visitors", _array(sql("countIf($reached)", reached=each) for each in conditions))
    if parameters.entry is Entry.RANGE:
        still = [sql("countIf($pending)", pending=pending(step, parameters, subject)) for step in steps[1:]]
        yield _Column("pending", _array([sql("toUInt64(0)"), *still]))
    if parameters.currency:
        yield _Column(
            "revenue",
            _array(sql("sum(amounts[indexOf(earning, events[$at])])", at=place(step)) for step in steps),
        )
    if parameters.timing:
        for step in steps[1:]:
            yield from _durations(step)


def _durations(step: int) -> Iterable[_Column]:
    at = place(step)
    since = {
        "from_previous": sql("times[$at] - times[$before]", at=at, before=place(step - 1)),
        "from_first": sql("times[$at] - times[$first]", at=at, first=place(1)),
    }
    for name, duration in since.items():
        column = f"{name}_{step}"
        yield _Column(
            column,
            sql("groupArrayIf($duration, $at > 0)", duration=duration, at=at),
            merged=_LISTS,
            answered=_figures(identifier(column)),
        )
    yield _Column(
        f"within_{step}",
        sql(
            "sumForEachIf(arrayMap(most -> $duration <= most, {histogram:Array(Int64)}), $at > 0)",
            duration=since["from_previous"],
            at=at,
            histogram=tuple(1000 * seconds for seconds in HISTOGRAM_SECONDS),
        ),
    )


def _figures(durations: Fragment) -> Fragment:
    ordered = sql("arraySort($durations)", durations=durations)
    return sql(
        "[toInt64(length($durations)), arraySum($durations), $median, $p90]",
        durations=durations,
        median=nearest_rank(ordered, 50),
        p90=nearest_rank(ordered, 90),
    )


def _array(items: Iterable[Fragment]) -> Fragment:
    return sql("[$items]", items=join(", ", items))


def _parts(parameters: FunnelParameters, subject: Subject) -> Sequence[Fragment]:
    """Return the parts of the answer that a visitor is counted in, if there is more than one."""
    parts = []
    if parameters.breakdown:
        parts.append(_part(Part.GROUP, name=sql("entry_value")))
    if parameters.trend:
        parts.append(_part(Part.TREND, bucket=bucket(parameters.trend, subject.zone)))
    return [_part(Part.ROWS), *parts] if parts else ()


def _part(part: Part, name: Fragment | None = None, bucket: Fragment | None = None) -> Fragment:
    return sql(
        "('$part', $name, toInt64($bucket))",
        part=identifier(part),
        name=name or sql("''"),
        bucket=bucket or sql("0"),
    )


def _counted(found: Chains, columns: Sequence[_Column]) -> Fragment:
    return sql(
        """select $columns
        from $chains""",
        columns=_named(columns),
        chains=found.name,
    )


def _counted_by_part(
    parameters: FunnelParameters, found: Chains, columns: Sequence[_Column], parts: Sequence[Fragment]
) -> Fragment:
    return sql(
        """select counted.1 as part, counted.2 as name, counted.3 as bucket, $columns
        from $chains
        array join [$parts] as counted
        where $has_begun
        group by counted""",
        columns=_named(columns),
        chains=found.name,
        parts=join(", ", parts),
        has_begun=reached(1, parameters),
    )


def _with_other(parameters: FunnelParameters, counted: Fragment, columns: Sequence[_Column]) -> Fragment:
    """Return the same with all groups but the largest in one."""
    return sql(
        """select shown_part as part, shown_name as name, bucket, $columns
        from
        (
            select
                *,
                row_number() over (partition by part order by visitors[1] desc, name) as rank,
                if(part = '$group' and rank > {limit:UInt8}, '$other', part) as shown_part,
                if(shown_part = '$other', '', name) as shown_name
            from ($counted)
        )
        group by shown_part, shown_name, bucket""",
        group=identifier(Part.GROUP),
        other=identifier(Part.OTHER),
        limit=parameters.limit,
        counted=counted,
        columns=join(
            ", ",
            [
                sql("$merged($name) as $name", merged=column.merged, name=identifier(column.name))
                for column in columns
            ],
        ),
    )


def _shown(counted: Fragment, columns: Sequence[_Column], *, has_parts: bool) -> Fragment:
    """Return the same with figures in the place of unlimited arrays."""
    shown = [
        identifier(column.name)
        if column.answered is None
        else sql("$answered as $name", answered=column.answered, name=identifier(column.name))
        for column in columns
    ]
    return sql(
        """select $columns
        from ($counted)""",
        columns=join(", ", [*([sql("part, name, bucket")] if has_parts else []), *shown]),
        counted=counted,
    )


def _named(columns: Sequence[_Column]) -> Fragment:
    named = [
        sql("$counted as $name", counted=column.counted, name=identifier(column.name)) for column in columns
    ]
    return join(", ", named)
