"""The statement of a trend."""

from __future__ import annotations

from collections.abc import Sequence

from kokumi.queries.query import Subject
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import fits
from kokumi.reports.parts.trends import trend_buckets
from kokumi.reports.trend.parameters import Measure, Series, TrendParameters
from kokumi.sql.buckets import bucket
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import revenue_in
from kokumi.sql.properties import property_number
from kokumi.sql.quantiles import nearest_rank

UNIT = "parameters.unit"
"""The parameter that cuts the range into buckets, for errors."""


def statement(parameters: TrendParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each bucket with events, and one for the whole range.

    Its columns are `(place, name, bucket, is_of_group, is_total)` and `value0` and so on. With a breakdown
    each group has such rows too. `place` counts the groups, largest first; the last one is `other`.
    """
    trend_buckets(parameters.unit, subject, UNIT)
    if parameters.breakdown is None:
        return sql(
            """
            with
                buckets as
                (
                    select $bucket as bucket, $states
                    from $events
                    where $filtered and $fits_any
                    group by bucket
                )
            select 0 as place, '' as name, bucket, 0 as is_of_group, grouping(bucket) as is_total, $values
            from buckets
            group by grouping sets ((bucket), ())
            """,
            **_measured(parameters, subject),
        )
    return sql(
        """
        with
            cells as
            (
                select $bucket as bucket, $value as name, count() as events, $states
                from $events
                where $filtered and $fits_any
                group by bucket, name
            ),
            sized as
            (
                select *, sum(events) over (partition by name) as size
                from cells
            ),
            ranked as
            (
                select *, dense_rank() over (order by size desc, name) as rank
                from sized
            ),
            placed as
            (
                select * except (name), least(rank, {limit:UInt8} + 1) as place,
                    if(rank > {limit:UInt8}, '', name) as name
                from ranked
            )
        select place, name, bucket, 1 - grouping(place) as is_of_group, grouping(bucket) as is_total, $values
        from placed
        group by grouping sets ((place, name, bucket), (bucket), ())
        order by place
        """,
        value=parameters.breakdown.value(),
        limit=parameters.limit,
        **_measured(parameters, subject),
    )


def _measured(parameters: TrendParameters, subject: Subject) -> dict[str, Fragment]:
    """Return what both statements have: the events, their bucket, and each series' states and value."""
    who = visitors(parameters.entity, subject)
    numbered = list(enumerate(parameters.series))
    states = [_states(each, number, parameters, who.id) for number, each in numbered]
    values = [
        sql("$value as $name", value=_value(each.measure, number), name=identifier(f"value{number}"))
        for number, each in numbered
    ]
    return {
        "events": who.events,
        "filtered": subject.select().filtered,
        "fits_any": fits_any(parameters.series),
        "bucket": bucket(parameters.unit, subject.zone),
        "states": join(", ", states),
        "values": join(", ", values),
    }


def fits_any(series: Sequence[Series]) -> Fragment:
    return sql("($any)", any=join(" or ", [fits_series(each, number) for number, each in enumerate(series)]))


def fits_series(series: Series, number: int) -> Fragment:
    return fits(series, f"series{number}")


def _states(series: Series, number: int, parameters: TrendParameters, visitor: Fragment) -> Fragment:
    """Return the states of a series over the events that fit it, as columns `state0` and so on.

    States can be merged: buckets into the whole range, groups into `other`. A measure over a property also
    has `seen0`, the state of how many numbers there are.
    """
    fitting = fits_series(series, number)
    state = identifier(f"state{number}")
    match series.measure:
        case Measure.EVENTS:
            return sql("countStateIf($fits) as $state", fits=fitting, state=state)
        case Measure.VISITORS:
            return sql("uniqExactStateIf($id, $fits) as $state", id=visitor, fits=fitting, state=state)
        case Measure.VISITS:
            return sql("uniqExactStateIf(visit_id, $fits) as $state", fits=fitting, state=state)
    return sql(
        "$aggregated as $state, countStateIf($number, $fits) as $seen",
        aggregated=_state_of_numbers(series.measure, _number(series, number, parameters), fitting),
        number=_number(series, number, parameters),
        fits=fitting,
        state=state,
        seen=identifier(f"seen{number}"),
    )


def _state_of_numbers(measure: Measure, number: Fragment, fitting: Fragment) -> Fragment:
    match measure:
        case Measure.SUM | Measure.AVERAGE:
            # With 20 decimals there is room for adding up very many of the largest numbers.
            return sql("sumStateIf(toDecimal256($number, 20), $fits)", number=number, fits=fitting)
        case Measure.MIN:
            return sql("minStateIf($number, $fits)", number=number, fits=fitting)
        case Measure.MAX:
            return sql("maxStateIf($number, $fits)", number=number, fits=fitting)
        case _:
            return sql("groupArrayStateIf($number, $fits)", number=number, fits=fitting)


def _number(series: Series, number: int, parameters: TrendParameters) -> Fragment:
    """Return an event's number, an exact decimal, or null."""
    name = series.property or ""
    if name == "revenue" and parameters.currency is not None:
        return sql(
            "if(has(revenue_currencies, {currency:String}), $amount, null)",
            amount=revenue_in(parameters.currency),
            currency=parameters.currency,
        )
    return property_number(name, f"series{number}_property")


def _value(measure: Measure, number: int) -> Fragment:
    """Return the value of the merged states of a series; null if there are no numbers."""
    state = identifier(f"state{number}")
    match measure:
        case Measure.EVENTS:
            return sql("countMerge($state)", state=state)
        case Measure.VISITORS | Measure.VISITS:
            return sql("uniqExactMerge($state)", state=state)
    seen = sql("countMerge($seen)", seen=identifier(f"seen{number}"))
    return sql("if($seen = 0, null, $value)", seen=seen, value=_value_of_numbers(measure, state, seen))


def _value_of_numbers(measure: Measure, state: Fragment, seen: Fragment) -> Fragment:
    match measure:
        case Measure.SUM:
            return sql("sumMerge($state)", state=state)
        case Measure.AVERAGE:
            return sql("sumMerge($state) / greatest($seen, 1)", state=state, seen=seen)
        case Measure.MIN:
            return sql("minMerge($state)", state=state)
        case Measure.MAX:
            return sql("maxMerge($state)", state=state)
        case _:
            ordered = sql("arraySort(groupArrayMerge($state))", state=state)
            return nearest_rank(ordered, 90 if measure is Measure.P90 else 50)
