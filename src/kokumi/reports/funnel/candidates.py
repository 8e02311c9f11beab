"""The events that matter to a funnel, each as one number that orders as events do and says what they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kokumi.queries.query import Subject
from kokumi.reports.funnel.parameters import Entry, FunnelParameters, Order
from kokumi.reports.parts.entity import Entity, Visitors, visitors
from kokumi.reports.parts.steps import fits
from kokumi.sql.fragment import Fragment, integer, join, sql
from kokumi.sql.idioms import packed, revenue_in


def visitor_of(parameters: FunnelParameters, who: Visitors) -> tuple[Fragment, Fragment]:
    """Return the visitor of an event as a column, and the name of that column."""
    if parameters.entity is Entity.PERSON:
        return sql("$id as visitor", id=who.id), sql("visitor")
    return who.id, who.id


def candidates(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the query for the events that may matter, each as one number."""
    reading = parameters.reading(subject)
    who = visitors(parameters.entity, subject, reading)
    filtered = subject.select(reading).filtered
    columns = [visitor_of(parameters, who)[0], sql("$event as event", event=_event(parameters, subject))]
    if parameters.breakdown:
        columns.append(sql("$value as value", value=parameters.breakdown.value()))
    if parameters.currency:
        columns.append(sql("$amount as amount", amount=revenue_in(parameters.currency)))
    matters = sql("$filtered and ($any)", filtered=filtered, any=join(" or ", _all_fits(parameters, subject)))
    return sql(
        """
            (
                select $columns
                from $events
                where $matters
            )""",
        columns=join(", ", columns),
        events=who.events,
        # In strict order any other event ends a chain.
        matters=filtered if parameters.order is Order.STRICT else matters,
    )


def _event(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return an event as one number; its payload has a bit for each step that it fits.

    With exclusions it has a bit for each two steps as well between which the event may not lie.
    """
    bits = [
        sql("bitShiftLeft(toUInt8($fits), $bit)", fits=fitting, bit=integer(bit))
        for bit, fitting in enumerate(_step_fits(parameters, subject))
    ]
    masks = [
        sql("if($fits, $mask, 0)", fits=fitting, mask=integer(_mask(index, parameters)))
        for index, fitting in enumerate(_exclusion_fits(parameters))
    ]
    return packed(join(" + ", [*bits, *_united(masks)]))


def _united(masks: Sequence[Fragment]) -> Iterable[Fragment]:
    if not masks:
        return ()
    united = masks[0]
    for mask in masks[1:]:
        united = sql("bitOr($united, $mask)", united=united, mask=mask)
    return (united,)


def _mask(exclusion: int, parameters: FunnelParameters) -> int:
    return sum(
        1 << _exclusion_bit(step)
        for step in parameters.later_numbers
        if exclusion in parameters.parting(step - 1)
    )


def _exclusion_bit(step: int) -> int:
    """Return the bit of events that may not lie between a step and the one before; 8 bits tell of steps."""
    return 6 + step


def is_excluded(step: int) -> Fragment:
    """Return the condition that an event, `step`, may not lie between a step and the one before."""
    return sql("bitTest(step, $bit)", bit=integer(_exclusion_bit(step)))


def _all_fits(parameters: FunnelParameters, subject: Subject) -> list[Fragment]:
    return [*_step_fits(parameters, subject), *_exclusion_fits(parameters)]


def _step_fits(parameters: FunnelParameters, subject: Subject) -> list[Fragment]:
    first, *others = [fits(step, f"step{index}") for index, step in enumerate(parameters.steps)]
    if parameters.entry is Entry.RANGE:
        first = sql(
            "($fits and created_at <= fromUnixTimestamp64Milli({range_end:Int64}, 'UTC'))",
            fits=first,
            range_end=subject.range.end,
        )
    return [first, *others]


def _exclusion_fits(parameters: FunnelParameters) -> list[Fragment]:
    return [fits(exclusion, f"exclusion{index}") for index, exclusion in enumerate(parameters.exclusions)]
