"""Items: what an event is shown as, and which events have one.

An item stands for its text by a hash until it is clear which ways are the answer: see
docs/decisions/0007-values-as-hashes.md. Items that a group renames are hashes of its name.
"""

from __future__ import annotations

from collections.abc import Callable

from kokumi.filters.compile import TRUE
from kokumi.filters.patterns import matches_pattern
from kokumi.queries.query import Subject
from kokumi.reports.journey.parameters import JourneyParameters
from kokumi.reports.parts.steps import fits
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import hashed

HASH = hashed(sql("text"))


def item(parameters: JourneyParameters) -> Fragment:
    """Return the item of an event, a hash."""
    return sql(
        "if(event_type = 2, $event_name, $path)",
        event_name=_grouped(parameters, sql("event_name"), hashed),
        path=_grouped(parameters, sql("path"), hashed),
    )


def texts(parameters: JourneyParameters, subject: Subject, condition: Fragment = TRUE) -> Fragment:
    """Return the query for the texts of the counted events that fulfil a condition, each once or twice."""
    return sql(
        """
        select distinct $path as text
        from events
        where $nearby and $counted and event_type = 1 and $condition
        union all
        select distinct $event_name as text
        from events
        where $nearby and $counted and event_type = 2 and $condition
        """,
        path=_grouped(parameters, sql("path"), _text),
        event_name=_grouped(parameters, sql("event_name"), _text),
        nearby=subject.select().nearby,
        counted=_of_type(parameters),
        condition=condition,
    )


def counted(parameters: JourneyParameters) -> Fragment:
    """Return the condition that an event is of the wanted type, and none of those to exclude."""
    excluded = [fits(step, f"exclude{number}") for number, step in enumerate(parameters.exclude or ())]
    return join(" and ", [_of_type(parameters), *(sql("not $fits", fits=each) for each in excluded)])


def fits_pattern(item: Fragment, pattern: str | None, name: str) -> Fragment:
    """Return the condition that an item, a hash, stands for one of the texts that fit a pattern."""
    if not pattern:
        return TRUE
    return sql(
        "$item in (select $hash from all_texts where $fits)",
        item=item,
        hash=HASH,
        fits=matches_pattern(sql("text"), pattern, name),
    )


def _of_type(parameters: JourneyParameters) -> Fragment:
    if parameters.event_type is None:
        return TRUE
    return sql("event_type = {counted_type:UInt8}", counted_type=int(parameters.event_type))


def _grouped(
    parameters: JourneyParameters, text: Fragment, shown: Callable[[Fragment], Fragment]
) -> Fragment:
    """Return what a text, or the name of the first group that it fits, is shown as."""
    if not parameters.groups:
        return shown(text)
    named = [
        sql(
            "$fits, $name",
            fits=matches_pattern(text, group.pattern, f"group{number}"),
            name=shown(sql("{name:String}", name=group.name).renamed(name=f"group{number}_name")),
        )
        for number, group in enumerate(parameters.groups)
    ]
    return sql("multiIf($named, $other)", named=join(", ", named), other=shown(text))


def _text(text: Fragment) -> Fragment:
    return text
