"""The data of events: of all that have any, newest first, in pages; and of one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from kokumi.metadata.paging import Page
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Rows, Scope, Statistic, searched
from kokumi.statistics.items import Item, items, offset, page_of
from kokumi.statistics.properties import PropertyRow, property_row

_ITEM = sql(
    "arrayConcat([toString(event_id), toString(event_name)], property_names, property_values) as texts,"
    " arrayConcat([toUnixTimestamp64Milli(created_at)], property_types) as numbers"
)
"""What `_properties` takes apart again."""


class EventDataRow(Answer):
    """An event and its data."""

    website_id: UUID
    event_id: UUID
    event_name: str
    event_properties: list[PropertyRow]


class EventDataPage(Answer):
    """A part of the list, and how many events with data there are in all."""

    data: list[EventDataRow]
    count: int
    page: int
    page_size: int


class EventPropertyRow(PropertyRow):
    """One piece of an event's data."""

    website_id: UUID
    event_id: UUID
    event_name: str


@dataclass(frozen=True, slots=True)
class EventDataListParameters:
    """Which part of the list; `search` is text that the event's name contains."""

    page: Page = field(default_factory=Page)


@dataclass(frozen=True, slots=True)
class OneEventParameters:
    """Which event."""

    event_id: UUID


def list_statement(parameters: EventDataListParameters, scope: Scope) -> Fragment:
    """Return the statement; a row `total`, and rows `event`."""
    return sql(
        """
        select 'total' as part, emptyArrayString() as texts, [toInt64(count())] as numbers
        from events
        where $filtered and notEmpty(property_names) and $searched
        union all
        select 'event' as part, $item
        from
        (
            select * from events
            where $filtered and notEmpty(property_names) and $searched
            order by created_at desc, toUInt128(event_id) desc
            limit {size:UInt32} offset {offset:UInt64}
        )
        """,
        item=_ITEM,
        filtered=scope.select().filtered,
        searched=searched(parameters.page.search, sql("event_name")),
        size=parameters.page.size,
        offset=offset(parameters.page),
    )


def list_shape(parameters: EventDataListParameters, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the page."""
    count, found = items(rows)
    found.sort(key=lambda item: (item.numbers[0], item.texts[0]), reverse=True)
    data = ({**_event(item, scope), "eventProperties": list(_properties(item))} for item in found)
    return page_of(parameters.page, count, data)


def one_statement(parameters: OneEventParameters, scope: Scope) -> Fragment:
    """Return the statement; at most one row `event`."""
    return sql(
        "select 'event' as part, $item from events where $filtered and event_id = {event:UUID} limit 1",
        item=_ITEM,
        filtered=scope.select().filtered,
        event=parameters.event_id,
    )


def one_shape(_parameters: OneEventParameters, scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the event's properties; none if it has none or there is no such event."""
    _, found = items(rows)
    return [{**_event(item, scope), **each} for item in found for each in _properties(item)]


def _event(item: Item, scope: Scope) -> dict[str, object]:
    return {"websiteId": str(scope.website.id), "eventId": item.texts[0], "eventName": item.texts[1]}


def _properties(item: Item) -> Iterator[dict[str, object]]:
    created_at, *types = item.numbers
    names, values = item.texts[2 : 2 + len(types)], item.texts[2 + len(types) :]
    for name, kind, value in zip(names, types, values, strict=True):
        yield property_row(name, kind, value, created_at)


EVENT_DATA_LIST = Statistic("event-data", list_statement, list_shape)
ONE_EVENT_DATA = Statistic("event-data-of-one", one_statement, one_shape)
