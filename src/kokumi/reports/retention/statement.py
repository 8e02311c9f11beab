"""The statement of the retention report (docs/spec/retention.md)."""

from __future__ import annotations

from kokumi.domain.times import TimeRange
from kokumi.filters.compile import TRUE, all_of
from kokumi.queries.query import EVER, Subject
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import fits
from kokumi.reports.retention.parameters import RetentionParameters
from kokumi.sql.buckets import unit_number
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import packed, payload_of, time_of

WHOLE = -1
"""The distance under which rows tell the size of a cohort."""

MAX_ROWS = 200_000
"""Rows of an answer that may have one for each cohort, distance and group."""


def statement(parameters: RetentionParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(cohort, day, visitors)`, in units since 1970 and from the cohort.

    If it is enough to know the units in which visitors have events, everyone returns at distance 0, and that
    row is the size of the cohort. Otherwise the size stands at the distance `WHOLE`. With `onOrAfter`, each
    visitor is counted at the farthest distance only. With a split there are the `place` and `name` of the
    group as well, and the last place is that of all other groups.
    """
    if needs_start_events(parameters):
        return _by_start_event(parameters, subject)
    return _by_unit(parameters, subject)


def needs_start_events(parameters: RetentionParameters) -> bool:
    """Whether it takes more than the units in which visitors have events."""
    return (
        parameters.returning is not None
        or parameters.minimum > 1
        or parameters.is_on_or_after
        or parameters.is_first_ever
        or parameters.breakdown is not None
    )


def _by_unit(parameters: RetentionParameters, subject: Subject) -> Fragment:
    selection = subject.select()
    who = visitors(parameters.entity, subject)
    starts = _starts(selection.passes, parameters)
    unit = unit_number(parameters.unit, subject.zone)
    return sql(
        """
        with
            -- Each visitor's days with any event, and those with one that passes the filters.
            visitors as
            (
                select
                    groupUniqArray($unit) as days,
                    $passing_days as passing_days
                from $events
                where $unfiltered
                group by $visitor
                having notEmpty(passing_days)
            )
        select
            toInt32(arrayMin(passing_days)) as cohort,
            toInt32(active_day) - cohort as day,
            count() as visitors
        from visitors
        array join days as active_day
        where day between 0 and {last_day:Int32}
        group by cohort, day
        order by cohort, day
        """,
        unit=unit,
        # Without filters all days pass, and no event needs a second look.
        passing_days=sql("days")
        if starts == TRUE
        else sql("groupUniqArrayIf($unit, $starts)", unit=unit, starts=starts),
        events=who.events,
        visitor=who.id,
        unfiltered=selection.unfiltered,
        last_day=parameters.last,
    )


def _by_start_event(parameters: RetentionParameters, subject: Subject) -> Fragment:
    if parameters.breakdown is not None:
        return _by_group(parameters, subject)
    return sql(
        """
        with
            -- Each visitor's start event, as a number that orders as events do and carries its unit.
            starting as
            ($starting),
            visitors as
            ($visitors)
        select cohort, day, count() as visitors
        from visitors
        array join arrayConcat([$whole], distances) as day
        where day <= {last_day:Int32}
        group by cohort, day
        order by cohort, day
        """,
        starting=starting(parameters, subject),
        visitors=with_distances(parameters),
        whole=_WHOLE,
        last_day=parameters.last,
    )


def _by_group(parameters: RetentionParameters, subject: Subject) -> Fragment:
    return sql(
        """
        with
            -- Each visitor's start event, as a number that orders as events do and carries its unit.
            starting as
            ($starting),
            visitors as
            ($visitors),
            counted as
            (
                select name, cohort, day, count() as visitors
                from visitors
                array join arrayConcat([$whole], distances) as day
                where day <= {last_day:Int32}
                group by name, cohort, day
            ),
            groups as
            (
                select
                    name,
                    sumIf(visitors, day = $whole) as size,
                    groupArray((cohort, day, visitors)) as cells
                from counted
                group by name
            ),
            placed as
            (
                select
                    least(row_number() over (order by size desc, name), {limit:UInt32} + 1) as place,
                    name,
                    cells
                from groups
            )
        select
            place,
            if(place > {limit:UInt32}, '', any(name)) as name,
            cell.1 as cohort,
            cell.2 as day,
            sum(cell.3) as visitors
        from placed
        array join cells as cell
        group by place, cohort, day
        order by place, cohort, day
        limit {most:UInt32}
        """,
        starting=starting(parameters, subject),
        visitors=with_distances(parameters),
        whole=_WHOLE,
        last_day=parameters.last,
        limit=parameters.limit,
        most=MAX_ROWS + 1,
    )


_WHOLE = sql("-1")


def starting(parameters: RetentionParameters, subject: Subject) -> Fragment:
    """Return a query for `(visitor, start, returns)` of those with a start event, and `name` with a split.

    `returns` are events, as numbers that order as events do and carry their unit. Where every event is a
    return, it is the units alone: the start event itself is one, and no event needs to be ordered.
    """
    ever = reading_range(parameters, subject)
    prefix = "ever_" if ever else ""
    selection = subject.select(ever, prefix)
    who = visitors(parameters.entity, subject, ever, prefix)
    unit = sql("toInt32($unit)", unit=unit_number(parameters.unit, subject.zone))
    event = packed(unit)
    starts = _starts(selection.passes, parameters)
    return sql(
        """
                select
                    $visitor as visitor,
                    minIf($event, $starts) as start,
                    $returns as returns$named
                from $events
                where $unfiltered
                group by $visitor
                having countIf($starts) > 0$starts_in_range
            """,
        visitor=who.id,
        event=event,
        starts=starts,
        returns=_returns(parameters, subject, unit, event),
        named=_named(parameters, event, starts),
        events=who.events,
        unfiltered=selection.unfiltered,
        starts_in_range=_starts_in_range(parameters, subject),
    )


def with_distances(parameters: RetentionParameters) -> Fragment:
    """Return a query for `(visitor, cohort, distances)`, and `name` with a split, from the table `starting`.

    `distances` are those at which the visitor returns; with `onOrAfter` only the farthest, up to the last one
    that is asked for.
    """
    return sql(
        """
                select
                    visitor,
                    toInt32($start_unit) as cohort,
                    $returned as returned,
                    $distances as distances$name
                from starting
            """,
        start_unit=payload_of(sql("start")),
        returned=_returned(parameters),
        distances=_distances(parameters),
        name=sql(", name") if parameters.breakdown else sql(""),
    )


def reading_range(parameters: RetentionParameters, subject: Subject) -> TimeRange | None:
    """Return the range of the events that are read, if it is not that of the request."""
    return TimeRange(EVER.start, subject.range.end) if parameters.is_first_ever else None


def _starts(passes: Fragment, parameters: RetentionParameters) -> Fragment:
    """Return the condition that an event may start a cohort."""
    return all_of([passes, fits(parameters.start, "start_step") if parameters.start else TRUE])


def _needs_units_only(parameters: RetentionParameters) -> bool:
    """Whether each event is a return, so that it is enough to know the units that have any."""
    return parameters.returning is None and parameters.minimum == 1


def _returns(parameters: RetentionParameters, subject: Subject, unit: Fragment, event: Fragment) -> Fragment:
    in_range = sql(
        "created_at >= fromUnixTimestamp64Milli({range_start:Int64}, 'UTC')", range_start=subject.range.start
    )
    returns = all_of(
        [
            in_range if parameters.is_first_ever else TRUE,
            fits(parameters.returning, "return_step") if parameters.returning else TRUE,
        ]
    )
    if _needs_units_only(parameters):
        return sql("groupUniqArrayIf($unit, $returns)", unit=unit, returns=returns)
    return sql("groupArrayIf($event, $returns)", event=event, returns=returns)


def _returned(parameters: RetentionParameters) -> Fragment:
    """Return the distances of the units with enough returns, of which none lies before the start event."""
    if _needs_units_only(parameters):
        return sql("arrayFilter(distance -> distance >= 0, arrayMap(unit -> unit - cohort, returns))")
    return sql(
        """arrayFilter(
                        (distance, nth) -> nth = {minimum:UInt64},
                        arrayMap(
                            event -> toInt32($unit) - cohort,
                            arrayFilter(event -> event >= start, returns)
                        ) as all_returns,
                        arrayEnumerateUniq(all_returns)
                    )""",
        unit=payload_of(sql("event")),
        minimum=parameters.minimum,
    )


def _distances(parameters: RetentionParameters) -> Fragment:
    if not parameters.is_on_or_after:
        return sql("returned")
    return sql(
        "arrayMap(farthest -> least(farthest, {last:Int32}), arraySlice(arrayReverseSort(returned), 1, 1))",
        last=parameters.last,
    )


def _named(parameters: RetentionParameters, event: Fragment, starts: Fragment) -> Fragment:
    if parameters.breakdown is None:
        return sql("")
    return sql(
        ", argMinIf($value, $event, $starts) as name",
        value=parameters.breakdown.value(),
        event=event,
        starts=starts,
    )


def _starts_in_range(parameters: RetentionParameters, subject: Subject) -> Fragment:
    if not parameters.is_first_ever:
        return sql("")
    return sql(
        " and $time >= {range_start:Int64}", time=time_of(sql("start")), range_start=subject.range.start
    )
