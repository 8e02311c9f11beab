"""The statement of a breakdown, for all fields and options."""

from __future__ import annotations

from collections.abc import Sequence

from kokumi.queries.query import Subject
from kokumi.reports.breakdown.fields import counted_events, counts_events
from kokumi.reports.breakdown.parameters import BreakdownParameters, OrderBy
from kokumi.reports.breakdown.visits import facts_of_visits
from kokumi.reports.parts.conversions import done_by_visitors, figures_of_done
from kokumi.reports.parts.entity import visitors
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import hashed, packed, payload_of, time_of


def statement(parameters: BreakdownParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(*values, views, visitors, visits, bounces, milliseconds)`, in order.

    With `goals` they have `conversions`, an array, and with `currency` `revenue`.
    """
    asked = parameters.asked()
    of_visit = [each.value for each in asked if each.is_of_visit]
    of_event = [each for each in asked if not each.is_of_visit]
    combination = hashed(*(each.value for each in of_event)) if of_event else sql("toUInt64(0)")
    with_events = counts_events(asked)
    names = join(", ", [each.answered for each in asked])
    who = visitors(parameters.entity, subject)
    selection = subject.select()
    return sql(
        """
        with
            -- A combination stands for its values by a hash until its figures are known.
            combinations as
            (
                select $values$combination as combination
                from events
                where $nearby and $counted
                group by combination
            ),
            -- The counted events of each visit in their order: combination, time, and wait for the next one.
            visits as
            (
                select
                    any($visitor) as session,$visit_id
                    arraySort(groupArray($event)) as events,
                    arrayMap(event -> $payload, events) as rows,
                    arrayMap(event -> $time, events) as times,
                    arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits,
                    $page_views as page_views,
                    $only_view as only_view
                from $events
                where $filtered and $counted
                group by visit_id
            ),$facts
            -- Each visit's combinations; most visits have one, and no need to look for more.
            parts as
            (
                select
                    session,
                    page_views = 1 as is_bounce,
                    only_view,
                    -- The events by combination: where a run of one ends, its views and its time are known.
                    arraySort(arrayZip(rows, waits)) as ordered,
                    arrayMap(
                        (row, next) -> row != next,
                        ordered.1,
                        arrayPushBack(arrayPopFront(ordered.1), bitNot(ordered.1[-1]))
                    ) as is_last,
                    if(
                        arrayMin(rows) = arrayMax(rows),
                        [(rows[1], toInt64(length(rows)), times[-1] - times[1])],
                        arrayZip(
                            arrayFilter((row, last) -> last, ordered.1, is_last),
                            $views_of_runs,
                            $times_of_runs
                        )
                    ) as parts$of_visit
                from visits$beside
            ),
            $figures
        select $names, total_views, visitors, visits, bounces, total_time$done
        from figures
        inner join combinations using combination
        order by $order, $names
        limit {longest:UInt32}
        """,
        values=join(
            "", [sql("any($value) as $name, ", value=each.value, name=each.answered) for each in of_event]
        ),
        combination=combination,
        nearby=selection.nearby,
        visitor=who.id,
        events=who.events,
        filtered=selection.filtered,
        counted=counted_events(asked),
        # Without custom events all that is counted is a page view.
        page_views=sql("countIf(event_type = 1)") if with_events else sql("length(rows)"),
        only_view=sql("anyIf($hash, event_type = 1)", hash=combination) if with_events else sql("rows[1]"),
        event=packed(combination),
        payload=payload_of(sql("event")),
        time=time_of(sql("event")),
        views_of_runs=_of_runs(sql("arrayMap(row -> 1, ordered.1)")),
        times_of_runs=_of_runs(sql("ordered.2")),
        visit_id=sql(" visit_id,") if of_visit else sql(""),
        facts=facts_of_visits(asked, subject) if of_visit else sql(""),
        of_visit=join("", [sql(", $value", value=each) for each in of_visit]),
        beside=sql(" left any join facts using visit_id") if of_visit else sql(""),
        figures=_figures_with_done(parameters, of_visit, subject)
        if parameters.tells_done()
        else _figures(of_visit),
        names=names,
        done=join("", [sql(", $name", name=each) for each in _names_of_done(parameters)]),
        order=_order(parameters.order_by),
        longest=parameters.limit,
    )


def _of_runs(values: Fragment) -> Fragment:
    """Return the sums of values over the runs of equal combinations, in one pass however many there are."""
    return sql(
        "arrayPopFront(arrayDifference(arrayPushFront("
        "arrayFilter((sum, last) -> last, arrayCumSum($values), is_last), 0)))",
        values=values,
    )


def _figures(of_visit: Sequence[Fragment]) -> Fragment:
    return sql(
        """figures as
            (
                select
                    part.1 as $key,
                    sum(part.2) as total_views,
                    uniqExact(session) as visitors,
                    count() as visits,
                    countIf(is_bounce and only_view = part.1) as bounces,
                    sum(part.3) as total_time
                from parts
                array join parts as part
                group by $key
            )""",
        key=_key(of_visit),
    )


def _figures_with_done(
    parameters: BreakdownParameters, of_visit: Sequence[Fragment], subject: Subject
) -> Fragment:
    """Return the figures by way of each visitor's share in a row, so that what a visitor did adds up once."""
    return sql(
        """shares as
            (
                select
                    part.1 as $key,
                    session as visitor,
                    sum(part.2) as part_of_views,
                    count() as part_of_visits,
                    countIf(is_bounce and only_view = part.1) as part_of_bounces,
                    sum(part.3) as part_of_time
                from parts
                array join parts as part
                group by $key, visitor
            ),
            -- Of each visitor: a bit for each goal that it reached, and its revenue.
            done as
            ($done
            ),
            figures as
            (
                select
                    $key,
                    sum(part_of_views) as total_views,
                    count() as visitors,
                    sum(part_of_visits) as visits,
                    sum(part_of_bounces) as bounces,
                    sum(part_of_time) as total_time,
                    $figures
                from shares
                left any join done using visitor
                group by $key
            )""",
        key=_key(of_visit),
        done=done_by_visitors(parameters.goals or (), parameters.currency, parameters.entity, subject),
        figures=figures_of_done(parameters.goals or (), parameters.currency),
    )


def _key(of_visit: Sequence[Fragment]) -> Fragment:
    return join(", ", [sql("combination"), *of_visit])


def _names_of_done(parameters: BreakdownParameters) -> list[Fragment]:
    return [
        *([sql("conversions")] if parameters.goals else []),
        *([sql("revenue")] if parameters.currency else []),
    ]


_FIRST_IN_ORDER = {
    OrderBy.VISITORS: sql(""),
    OrderBy.VIEWS: sql("total_views desc, "),
    OrderBy.VISITS: sql("visits desc, "),
    OrderBy.BOUNCES: sql("bounces desc, "),
    OrderBy.TOTAL_TIME: sql("total_time desc, "),
    OrderBy.CONVERSIONS: sql("conversions[1] desc, "),
    OrderBy.REVENUE: sql("revenue desc, "),
}


def _order(order_by: OrderBy) -> Fragment:
    return join("", [_FIRST_IN_ORDER[order_by], sql("visitors desc, total_views desc")])
