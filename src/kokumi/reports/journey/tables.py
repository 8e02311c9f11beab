"""The tables that statements about journeys are made of, in the order in which they build on each other."""

from __future__ import annotations

from kokumi.filters.compile import TRUE
from kokumi.queries.query import Subject
from kokumi.reports.journey.items import HASH, ITEM, counted, fits_pattern, grouped, item_groups, texts
from kokumi.reports.journey.parameters import MAX_STEPS, JourneyParameters
from kokumi.reports.parts.entity import Entity, visitors
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import days_between, has_dates, packed, payload_of, time_of

MAX_LIST = 100


def tables_of_ways(parameters: JourneyParameters, subject: Subject, *, named: bool = False) -> list[Fragment]:
    """Return the tables up to `named_ways`, the most common ones; `named` adds to visits their visitor."""
    return [
        *tables_of_visits(parameters, subject, named=named),
        common_ways(parameters),
        texts_by_hash(parameters, subject),
        NAMED_WAYS,
    ]


def tables_of_visits(parameters: JourneyParameters, subject: Subject, *, named: bool) -> list[Fragment]:
    """Return the tables up to `visits`; `named` adds to visits their visitor."""
    tables = [_all_texts(parameters, subject), _visits(parameters, subject, named=named)]
    return [item_groups(parameters, subject), *tables] if parameters.groups else tables


def _all_texts(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return the table of all texts that items may stand for."""
    return sql(
        """
            -- For patterns of the first and the last step; not read without them.
            all_texts as
            ($texts)""",
        texts=texts(parameters, subject),
    )


def _visits(parameters: JourneyParameters, subject: Subject, *, named: bool) -> Fragment:
    """Return the table of visits, or what else makes a journey, with their items; `named` adds `visitor`."""
    who = visitors(parameters.entity, subject)
    return sql(
        """
            visits as
            (
                select
                    arraySort(groupArray($event)) as events,
                    arrayMap(event -> $item, events) as all_items$times$visitor
                from $source
                where $filtered and $counted
                group by $id
            )""",
        item=grouped(parameters, payload_of(sql("event"))),
        event=packed(ITEM),
        times=_TIMES if has_days(parameters) else sql(""),
        visitor=sql(",\n                    $id as visitor", id=who.id) if named else sql(""),
        source=who.events,
        filtered=subject.select().filtered,
        counted=counted(parameters),
        id=who.id,
    )


_TIMES = sql(
    """,
                    $started as started_at,
                    $ended as ended_at""",
    started=time_of(sql("events[1]")),
    ended=time_of(sql("events[-1]")),
)


def has_days(parameters: JourneyParameters) -> bool:
    """Return whether texts are looked up in the days of the visits that had them.

    A visit has few days. Persons may have years between their events, and `flow` needs more than some ways.
    """
    return parameters.entity is Entity.VISIT and not parameters.flow


def common_ways(parameters: JourneyParameters) -> Fragment:
    """Return the ways that most visits took: an array of `(way, visits)`, with their days where they help.

    It holds all ways that as many visits took as the last of the answer: their order depends on their texts.
    """
    if parameters.flow:
        return _common_ways(
            sql("select counted.1 as way, counted.2 as visits from (select arrayJoin(ways) as counted)")
        )
    if not has_days(parameters):
        return _common_ways(counted_ways(parameters))
    return sql(
        """
            -- The ways that most visits took, each with the days of the first.
            (
                select groupArray((way, visits, $days))
                from
                (
                    select
                        $way as way,
                        count() as visits,
                        min(started_at) as first_started_at,
                        argMin(ended_at, started_at) as first_ended_at
                    from visits
                    group by way
                    having $kept
                    order by visits desc
                    limit {longest:UInt32} with ties
                )
            ) as common_ways""",
        days=days_between(sql("first_started_at"), sql("first_ended_at")),
        way=way(parameters),
        kept=kept(parameters),
        longest=MAX_LIST,
    )


def _common_ways(ways: Fragment) -> Fragment:
    return sql(
        """
            -- The ways that most visits took.
            (
                select groupArray((way, visits))
                from
                (
                    $ways
                    order by visits desc
                    limit {longest:UInt32} with ties
                )
            ) as common_ways""",
        ways=ways,
        longest=MAX_LIST,
    )


def counted_ways(parameters: JourneyParameters) -> Fragment:
    """Return the query for all ways, and how many visits took each."""
    return sql(
        "select $way as way, count() as visits from visits group by way having $kept",
        way=way(parameters),
        kept=kept(parameters),
    )


def texts_by_hash(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return the texts of the common ways: two arrays, hashes and texts."""
    if has_days(parameters):
        days = _ON_THESE_DAYS if has_dates(subject.range) else TRUE
        return sql(
            """
            (
                select (groupArray($hash), groupArray(toString(text)))
                from ($texts)
            ) as texts_by_hash""",
            hash=HASH,
            texts=texts(parameters, subject, days),
        )
    return sql(
        """
            (
                select (groupArray($hash), groupArray(toString(text)))
                from ($texts)
                where $hash in (select arrayJoin(arrayFlatten(common_ways.1)))
            ) as texts_by_hash""",
        hash=HASH,
        texts=texts(parameters, subject),
    )


_ON_THESE_DAYS = sql("toDate(created_at) in (select toDate(arrayJoin(arrayJoin(common_ways.3))))")


NAMED_WAYS = sql(
    """
            named_ways as
            (
                select
                    arrayMap(item -> transform(item, texts_by_hash.1, texts_by_hash.2, ''), way.1) as items,
                    way.2 as visits
                from (select arrayJoin(common_ways) as way)
            )"""
)
"""The common ways with the texts of their items."""


def displayed(parameters: JourneyParameters) -> Fragment:
    """Return the items of a named way as the answer shows them, null as empty text, to order by."""
    if parameters.collapse:
        return sql("items")
    return sql(
        "arrayConcat(arrayCompact(items), if(length(items) < {steps:UInt8}, [''], []), $last)",
        steps=parameters.steps,
        last=sql("['']") if parameters.steps < MAX_STEPS else sql("[]"),
    )


def way(parameters: JourneyParameters) -> Fragment:
    """Return the items of a visit's journey that are counted; none if its journey is left out."""
    walked = sql("arrayCompact(all_items)") if parameters.collapse else sql("all_items")
    if parameters.is_backward:
        return sql(
            "arraySlice(arraySlice($walked, 1, arrayFirstIndex(item -> $ends, $walked)), -{steps:UInt8})",
            walked=walked,
            ends=fits_pattern(sql("item"), parameters.end_step, "end_step"),
            steps=parameters.steps,
        )
    if not parameters.is_anywhere:
        return sql("arraySlice($walked, 1, {steps:UInt8})", walked=walked, steps=parameters.steps)
    from_start = sql(
        "arraySlice($walked, arrayFirstIndex(item -> $starts, $walked), {steps:UInt8})",
        walked=walked,
        starts=fits_pattern(sql("item"), parameters.start_step, "start_step"),
        steps=parameters.steps,
    )
    if not parameters.end_step:
        return from_start
    return sql(
        "arraySlice($way, 1,"
        " arrayFirstIndex((item, place) -> place > 1 and $ends, $way, arrayEnumerate($way)))",
        way=from_start,
        ends=fits_pattern(sql("item"), parameters.end_step, "end_step"),
    )


def kept(parameters: JourneyParameters) -> Fragment:
    """Return the condition that a way counts."""
    starts = fits_pattern(sql("way[1]"), parameters.start_step, "start_step")
    ends = fits_pattern(sql("way[-1]"), parameters.end_step, "end_step")
    if parameters.is_backward:
        return sql("notEmpty(way) and $starts", starts=starts)
    if parameters.is_anywhere:
        return sql("notEmpty(way)")
    return sql("$starts and $ends", starts=starts, ends=ends)
