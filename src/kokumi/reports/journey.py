"""Journey: the ways that visits take through a website (docs/spec/journey.md).

The first events of each visit that pass the filters are taken, as many as `steps`. Each is shown as
the name of a custom event or the path of a page view. Visits with the same items are counted
together. Rows are ordered by visits, largest first, then by their items; there are at most 100.

Rows are counted before equal neighbours are folded into one for display, so two rows may look
alike. Steps that a visit did not have are null before folding, and below 7 steps one more null ends
the row. Existing clients expect this form. With `collapse`, equal neighbours are folded before
counting, and there are no nulls.

`startStep` must fit the first item, and `endStep` the last item that there is. In both, `*` stands
for any run of characters. `eventType` takes only page views (1) or only custom events (2) into
account.
"""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, WithJsonSchema

from kokumi.domain.validation import Pattern, Whole, WireModel
from kokumi.filters.compile import TRUE
from kokumi.filters.patterns import matches_pattern
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import days_between, has_dates, hashed, packed, payload_of, time_of

FEWEST_STEPS, MAX_STEPS = 2, 7
MAX_LIST = 100
HASHED_ITEM = sql(
    "if(event_type = 2, $event_name, $path)",
    event_name=hashed(sql("event_name")),
    path=hashed(sql("path")),
)


_EventType: TypeAlias = Annotated[
    Literal[1, 2, "1", "2"],
    # Pydantic would write one list with numbers and texts, which generators of clients refuse.
    WithJsonSchema({"anyOf": [{"type": "integer", "enum": [1, 2]}, {"type": "string", "enum": ["1", "2"]}]}),
]


class JourneyParameters(Parameters):
    """How many events of a visit are shown, and what it starts and ends with."""

    steps: Whole = Field(
        ge=FEWEST_STEPS, le=MAX_STEPS, description="How many events of each visit to look at."
    )
    start_step: Pattern | None = Field(
        None, description="Path or event name of the first one; `*` for any text."
    )
    end_step: Pattern | None = Field(
        None, description="Path or event name of the last one; `*` for any text."
    )
    event_type: _EventType | None = Field(
        None, description="1: page views only; 2: custom events only. Default: both."
    )
    collapse: bool = Field(
        False, description="Fold equal neighbours before counting, and pad nothing with null."
    )


class JourneyRow(WireModel):
    """One way, and how many visits took it."""

    items: list[str | None] = Field(description="Paths and event names; null where a visit was shorter.")
    count: int = Field(description="Visits that took this way.")


def statement(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(items, visits)` in their final order, items unfolded and not padded.

    An item stands for its text by a hash until it is clear which ways are the answer. Their texts are looked
    up in the days of one visit each, the first that took the way: the table is ordered by day.
    """
    return sql(
        """
        with
            -- For patterns of the first and the last step; not read without them.
            all_texts as
            ($all_texts),
            visits as
            (
                select
                    arraySort(groupArray($event)) as events,
                    arrayMap(event -> $payload, events) as all_items,
                    $started as started_at,
                    $ended as ended_at
                from events
                where $filtered and $counted
                group by visit_id
            ),
            -- The ways that most visits took, each with the days of the first.
            (
                select groupArray((way, visits, $days))
                from
                (
                    select
                        arraySlice($walked, 1, {steps:UInt8}) as way,
                        count() as visits,
                        min(started_at) as first_started_at,
                        argMin(ended_at, started_at) as first_ended_at
                    from visits
                    group by way
                    having $starts and $ends
                    order by visits desc
                    limit {longest:UInt32} with ties
                )
            ) as common_ways,
            (
                select (groupArray($hash), groupArray(toString(text)))
                from ($texts)
            ) as texts_by_hash,
            named_ways as
            (
                select
                    arrayMap(item -> transform(item, texts_by_hash.1, texts_by_hash.2, ''), way.1) as items,
                    way.2 as visits
                from (select arrayJoin(common_ways) as way)
            )
        select items, visits
        from named_ways
        order by visits desc, $displayed, items
        limit {longest:UInt32}
        """,
        payload=payload_of(sql("event")),
        event=packed(HASHED_ITEM),
        started=time_of(sql("events[1]")),
        ended=time_of(sql("events[-1]")),
        filtered=subject.select().filtered,
        counted=_counted(parameters),
        walked=sql("arrayCompact(all_items)") if parameters.collapse else sql("all_items"),
        steps=parameters.steps,
        starts=_fits(sql("way[1]"), parameters.start_step, "start_step"),
        ends=_fits(sql("way[-1]"), parameters.end_step, "end_step"),
        hash=_HASH,
        all_texts=_texts(parameters, subject, TRUE),
        days=days_between(sql("first_started_at"), sql("first_ended_at")),
        texts=_texts(parameters, subject, _ON_THESE_DAYS if has_dates(subject.range) else TRUE),
        displayed=_displayed(parameters),
        longest=MAX_LIST,
    )


_HASH = hashed(sql("text"))
_ON_THESE_DAYS = sql("toDate(created_at) in (select toDate(arrayJoin(arrayJoin(common_ways.3))))")


def _texts(parameters: JourneyParameters, subject: Subject, condition: Fragment) -> Fragment:
    """Return the query for the texts of the counted events that fulfil a condition, each once or twice."""
    return sql(
        """
        select distinct path as text
        from events
        where $nearby and $counted and event_type = 1 and $condition
        union all
        select distinct event_name as text
        from events
        where $nearby and $counted and event_type = 2 and $condition
        """,
        nearby=subject.select().nearby,
        counted=_counted(parameters),
        condition=condition,
    )


def shape(parameters: JourneyParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return `[{items, count}]`: most visits first, ties by items."""
    return [{"items": _shown(row.texts("items"), parameters), "count": row.number("visits")} for row in rows]


def _shown(items: list[str], parameters: JourneyParameters) -> list[str | None]:
    """Return the items as displayed: padded, equal neighbours folded, one more null below 7 steps."""
    if parameters.collapse:
        return list(items)
    padded = [*items, *[None] * (parameters.steps - len(items))]
    folded: list[str | None] = [item for item, _ in groupby(padded)]
    return [*folded, None] if parameters.steps < MAX_STEPS else folded


def _displayed(parameters: JourneyParameters) -> Fragment:
    """Return the items as `_shown` gives them, null as empty text, to order by."""
    if parameters.collapse:
        return sql("items")
    return sql(
        "arrayConcat(arrayCompact(items), if(length(items) < {steps:UInt8}, [''], []), $last)",
        steps=parameters.steps,
        last=sql("['']") if parameters.steps < MAX_STEPS else sql("[]"),
    )


def _counted(parameters: JourneyParameters) -> Fragment:
    if parameters.event_type is None:
        return TRUE
    return sql("event_type = {counted_type:UInt8}", counted_type=int(parameters.event_type))


def _fits(item: Fragment, pattern: str | None, name: str) -> Fragment:
    """Return the condition that an item, a hash, stands for one of the texts that fit a pattern."""
    if not pattern:
        return TRUE
    return sql(
        "$item in (select $hash from all_texts where $fits)",
        item=item,
        hash=_HASH,
        fits=matches_pattern(sql("text"), pattern, name),
    )


SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "steps": 3,
        "startStep": "/",
        "endStep": "/pricing",
    },
    answer=[
        {"items": ["/", "/pricing", None, None], "count": 6433},
        {"items": ["/", "live-demo-button", "/pricing", None], "count": 918},
        {"items": ["/", "/features", "/pricing", None], "count": 857},
        {"items": ["/", "/pricing", None], "count": 434},
        {"items": ["/", "/pricing", None], "count": 306},
        {"items": ["/", "/docs", "/pricing", None], "count": 257},
        {"items": ["/", "get-started-button", "/pricing", None], "count": 237},
        {"items": ["/", "login-button-header", "/pricing", None], "count": 102},
    ],
)

REPORT = Report(
    name="journey",
    saved_as="journey",
    definition=definition_of(__doc__),
    title="Journey",
    summary="The ways that visits take: their first pages and events, most common first.",
    parameters=JourneyParameters,
    answer=list[JourneyRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
)
