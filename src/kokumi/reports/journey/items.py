"""Items: what an event is shown as, and which events have one.

An item stands for its text by a hash until it is clear which ways are the answer: see
docs/decisions/0007-values-as-hashes.md. Items that a group renames are hashes of its name.
"""

from __future__ import annotations

from kokumi.filters.compile import TRUE
from kokumi.filters.patterns import matches_pattern
from kokumi.queries.query import Subject
from kokumi.reports.journey.parameters import JourneyParameters
from kokumi.reports.parts.steps import fits
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import hashed

HASH = hashed(sql("text"))


ITEM = sql(
    "if(event_type = 2, $event_name, $path)",
    event_name=hashed(sql("event_name")),
    path=hashed(sql("path")),
)
"""The item of an event, before groups."""


def item_groups(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return which items groups rename: two arrays, the items and their names."""
    return sql(
        """
            -- Patterns are tried with each text once, not with each event.
            (
                select (groupArray($text), groupArray($name))
                from ($grouped_texts)
                where name != text
            ) as item_groups""",
        text=HASH,
        name=hashed(sql("name")),
        grouped_texts=_grouped_texts(parameters, subject, TRUE),
    )


def grouped(parameters: JourneyParameters, item: Fragment) -> Fragment:
    """Return the item that an item is counted as."""
    if not parameters.groups:
        return item
    return sql("transform($item, item_groups.1, item_groups.2, $item)", item=item)


def texts(parameters: JourneyParameters, subject: Subject, condition: Fragment = TRUE) -> Fragment:
    """Return the query for the texts of the counted events that fulfil a condition, each once or twice.

    Those in groups are the names of the groups.
    """
    if not parameters.groups:
        return _texts(parameters, subject, condition)
    return sql("select name as text from ($texts)", texts=_grouped_texts(parameters, subject, condition))


def _texts(parameters: JourneyParameters, subject: Subject, condition: Fragment) -> Fragment:
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
        counted=_of_type(parameters),
        condition=condition,
    )


def _grouped_texts(parameters: JourneyParameters, subject: Subject, condition: Fragment) -> Fragment:
    """Return the query for texts, and the names of the first groups that they fit, else themselves.

    The texts pass through an array, since the engine moves what is asked of them below `distinct`.
    """
    named = [
        sql(
            "$fits, {name:String}",
            fits=matches_pattern(sql("text"), group.pattern, f"group{number}"),
            name=group.name,
        ).renamed(name=f"group{number}_name")
        for number, group in enumerate(parameters.groups or ())
    ]
    return sql(
        """
        select text, multiIf($named, text) as name
        from (select arrayJoin(groupUniqArray(toString(text))) as text from ($texts))
        """,
        named=join(", ", named),
        texts=_texts(parameters, subject, condition),
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
