"""The data of events: of all that have any, newest first, in pages; and of one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import Field

from kokumi.domain.paging import ListPage, PageRequest
from kokumi.domain.validation import WireModel
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import searched
from kokumi.statistics.properties import PropertyRow, property_row


class EventDataRow(WireModel):
    """An event and its data."""

    website_id: UUID = Field(description="The website's id.")
    event_id: UUID = Field(description="The event's id.")
    event_name: str = Field(description="The event's name.")
    event_properties: list[PropertyRow] = Field(description="The event's properties.")


class EventDataPage(ListPage[EventDataRow]):
    """A part of the list, and how many events with data there are in all."""


class EventPropertyRow(PropertyRow):
    """One piece of an event's data."""

    website_id: UUID = Field(description="The website's id.")
    event_id: UUID = Field(description="The event's id.")
    event_name: str = Field(description="The event's name.")


@dataclass(frozen=True, slots=True)
class EventDataListParameters:
    """Which part of the list; `search` is text that the event's name contains."""

    page: PageRequest = field(default_factory=PageRequest)


@dataclass(frozen=True, slots=True)
class OneEventParameters:
    """Which event."""

    event_id: UUID


def list_statement(parameters: EventDataListParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each event of the page, and how many there are."""
    return sql(
        """
        with
            page as
            (
                select event_id, event_name, toUnixTimestamp64Milli(created_at) as created,
                    property_names, property_types, property_values
                from events
                where $filtered and notEmpty(property_names) and $searched
                order by created_at desc, toUInt128(event_id) desc
                limit {size:UInt32} offset {offset:UInt64}
            ),
            total as
            (
                select count() as count
                from events
                where $filtered and notEmpty(property_names) and $searched
            )
        select * from
        (
            select count, 0 as is_row, $no_entry from total
            union all
            select 0, 1, * from page
        )
        order by created desc, toUInt128(event_id) desc
        """,
        no_entry=no_entry(
            ids=("event_id",),
            texts=("event_name",),
            numbers=("created",),
            arrays={
                "property_names": sql("emptyArrayString()"),
                "property_types": sql("emptyArrayUInt8()"),
                "property_values": sql("emptyArrayString()"),
            },
        ),
        filtered=subject.select().filtered,
        searched=searched(parameters.page.search, sql("event_name")),
        size=parameters.page.size,
        offset=parameters.page.offset,
    )


def list_shape(parameters: EventDataListParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the page."""
    return page_of(
        parameters.page,
        rows,
        lambda row: {**_event(row, subject), "eventProperties": list(_properties(row))},
    )


def one_statement(parameters: OneEventParameters, subject: Subject) -> Fragment:
    """Return the statement; at most one row."""
    return sql(
        """
        select event_id, event_name, toUnixTimestamp64Milli(created_at) as created,
            property_names, property_types, property_values
        from events
        where $filtered and event_id = {event:UUID}
        limit 1
        """,
        filtered=subject.select().filtered,
        event=parameters.event_id,
    )


def one_shape(_parameters: OneEventParameters, subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the event's properties; none if it has none or there is no such event."""
    return [{**_event(row, subject), **each} for row in rows for each in _properties(row)]


def _event(row: Row, subject: Subject) -> dict[str, object]:
    return {
        "websiteId": str(subject.website.id),
        "eventId": str(row.uuid("event_id")),
        "eventName": row.text("event_name"),
    }


def _properties(row: Row) -> Iterator[dict[str, object]]:
    columns = row.texts("property_names"), row.numbers("property_types"), row.texts("property_values")
    for name, kind, value in zip(*columns, strict=True):
        yield property_row(name, kind, value, row.number("created"))


EVENT_DATA_LIST = Definition(name="event-data", statement=list_statement, shape=list_shape)
ONE_EVENT_DATA = Definition(name="event-data-of-one", statement=one_statement, shape=one_shape)
