"""Journey: the ways that visits take through a website (SPEC 4, journey)."""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from pydantic import Field

from kokumi.domain.validation import Whole
from kokumi.filters.patterns import matches_pattern
from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.rows import read, read_list
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import hashed, packed, payload_of

FEWEST_STEPS, MOST_STEPS = 2, 7
LONGEST_LIST = 100
ITEM = "if(event_type = 2, event_name, path)"
HASHED_ITEM = f"if(event_type = 2, {hashed('event_name')}, {hashed('path')})"


class JourneyParameters(Parameters):
    """How many events of a visit are shown, and what it starts and ends with."""

    steps: Whole = Field(
        ge=FEWEST_STEPS, le=MOST_STEPS, description="How many events of each visit to look at."
    )
    start_step: str | None = Field(None, description="Path or event name of the first one; `*` for any text.")
    end_step: str | None = Field(None, description="Path or event name of the last one; `*` for any text.")
    event_type: Literal[1, 2, "1", "2"] | None = Field(
        None, description="1: page views only; 2: custom events only. Default: both."
    )
    collapse: bool = Field(
        False, description="Fold equal neighbours before counting, and pad nothing with null."
    )


class JourneyRow(Answer):
    """One way, and how many visits took it."""

    items: list[str | None] = Field(description="Paths and event names; null where a visit was shorter.")
    count: int


def statement(parameters: JourneyParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(items, visits)` in their final order, items unfolded and not padded."""
    selection = scope.select()
    return sql(
        """
        with
            -- An item stands for its text by a hash until the ways are counted: the hashes and their texts.
            (
                select (groupArray(hash), groupArray(text))
                from
                (
                    select $hashed_item as hash, toString(any($item)) as text
                    from events
                    where $nearby and $counted
                    group by hash
                )
            ) as items_by_hash,
            visits as
            (
                select arrayMap(event -> $payload, arraySort(groupArray($event))) as all_items
                from events
                where $filtered and $counted
                group by visit_id
            ),
            ways as
            (
                select
                    arrayMap(item -> transform(item, items_by_hash.1, items_by_hash.2, ''), way) as items,
                    count() as visits
                from visits
                group by arraySlice($walked, 1, {steps:UInt8}) as way
            )
        select items, visits
        from ways
        where $starts and $ends
        order by visits desc, $displayed, items
        limit {longest:UInt32}
        """,
        payload=Fragment(payload_of("event")),
        event=packed(HASHED_ITEM),
        hashed_item=Fragment(HASHED_ITEM),
        item=Fragment(ITEM),
        nearby=selection.nearby,
        filtered=selection.filtered,
        counted=_counted(parameters),
        walked=Fragment("arrayCompact(all_items)" if parameters.collapse else "all_items"),
        steps=parameters.steps,
        starts=_fits("items[1]", parameters.start_step, "start_step"),
        ends=_fits("items[-1]", parameters.end_step, "end_step"),
        displayed=_displayed(parameters),
        longest=LONGEST_LIST,
    )


def shape(parameters: JourneyParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return `[{items, count}]`: most visits first, ties by items."""
    return [
        {"items": _shown(read_list(items, str), parameters), "count": read(visits, int)}
        for items, visits in rows
    ]


def _shown(items: list[str], parameters: JourneyParameters) -> list[str | None]:
    """Return the items as displayed: padded, equal neighbours folded, one more null below 7 steps."""
    if parameters.collapse:
        return list(items)
    padded = [*items, *[None] * (parameters.steps - len(items))]
    folded: list[str | None] = [item for item, _ in groupby(padded)]
    return [*folded, None] if parameters.steps < MOST_STEPS else folded


def _displayed(parameters: JourneyParameters) -> Fragment:
    """Return the items as `_shown` gives them, null as empty text, to order by."""
    if parameters.collapse:
        return Fragment("items")
    last = "['']" if parameters.steps < MOST_STEPS else "[]"
    return Fragment(
        f"arrayConcat(arrayCompact(items), if(length(items) < {{steps:UInt8}}, [''], []), {last})"
    )


def _counted(parameters: JourneyParameters) -> Fragment:
    if parameters.event_type is None:
        return Fragment("true")
    return sql("event_type = {counted_type:UInt8}", counted_type=int(parameters.event_type))


def _fits(item: str, pattern: str | None, name: str) -> Fragment:
    return matches_pattern(Fragment(item), pattern, name) if pattern else Fragment("true")


REPORT = Report(
    name="journey",
    saved_as="journey",
    title="Journey",
    summary="The ways that visits take: their first pages and events, most common first.",
    parameters=JourneyParameters,
    answer=list[JourneyRow],
    statement=statement,
    shape=shape,
    example={"steps": 3, "startStep": "/", "endStep": "/pricing"},
)
