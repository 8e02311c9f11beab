"""The events themselves, newest first, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from pydantic import Field

from kokumi.domain.paging import ListPage, PageRequest
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.statistics.base import searched


class EventRow(WireModel):
    """One event; what is not known of it is empty."""

    id: UUID = Field(description="The event's id.")
    website_id: UUID = Field(description="The website's id.")
    session_id: UUID = Field(description="The visitor's session.")
    visit_id: UUID = Field(description="The visit that the event belongs to.")
    created_at: Instant = Field(description="When it happened.")
    hostname: str = Field(description="The host of the page.")
    url_path: str = Field(description="The page's path.")
    url_query: str = Field(description="The page's query string.")
    referrer_path: str = Field(description="The path of the page before.")
    referrer_query: str = Field(description="The query string of the page before.")
    referrer_domain: str = Field(description="The domain of the page before.")
    country: str = Field(description="The country's code, ISO 3166-1.")
    region: str = Field(description="The region's code, ISO 3166-2.")
    city: str = Field(description="The city's name.")
    device: str = Field(description="The kind of device.")
    os: str = Field(description="The operating system.")
    browser: str = Field(description="The browser.")
    page_title: str = Field(description="The page's title.")
    event_type: int = Field(description="1: a page view; 2: a custom event.")
    event_name: str = Field(description="The event's name; empty for a page view.")
    has_data: bool = Field(description="Whether the event has properties.")


class EventPage(ListPage[EventRow]):
    """A part of the list, and how many events there are in all."""


_TEXTS = {
    "hostname": "hostname",
    "urlPath": "path",
    "urlQuery": "query",
    "referrerPath": "referrer_path",
    "referrerQuery": "referrer_query",
    "referrerDomain": "referrer",
    "country": "country",
    "region": "region",
    "city": "city",
    "device": "device",
    "os": "os",
    "browser": "browser",
    "pageTitle": "title",
    "eventName": "event_name",
}
"""Columns by their names on the wire."""


@dataclass(frozen=True, slots=True)
class EventListParameters:
    """Which part of the list; `search` is text that the path or the event's name contains."""

    page: PageRequest = field(default_factory=PageRequest)


def statement(parameters: EventListParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each event of the page, and how many there are."""
    return sql(
        """
        with
            page as
            (
                select event_id, session_id, visit_id, $texts, event_type,
                    notEmpty(property_names) as has_data, toUnixTimestamp64Milli(created_at) as created
                from events
                where $filtered and $searched
                order by created_at desc, toUInt128(event_id) desc
                limit {size:UInt32} offset {offset:UInt64}
            ),
            total as (select count() as count from events where $filtered and $searched)
        select * from
        (
            select count, 0 as is_row, $no_entry from total
            union all
            select 0, 1, * from page
        )
        order by created desc, toUInt128(event_id) desc
        """,
        texts=join(", ", map(identifier, _TEXTS.values())),
        no_entry=no_entry(
            ids=("event_id", "session_id", "visit_id"),
            texts=tuple(_TEXTS.values()),
            numbers=("event_type", "has_data", "created"),
        ),
        filtered=subject.select().filtered,
        searched=searched(parameters.page.search, sql("if(event_type = 1, path, event_name)")),
        size=parameters.page.size,
        offset=parameters.page.offset,
    )


def shape(parameters: EventListParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the page."""
    website = {"websiteId": str(subject.website.id)}
    return page_of(parameters.page, rows, lambda row: {**website, **_row(row)})


def _row(row: Row) -> dict[str, object]:
    return {
        "id": str(row.uuid("event_id")),
        "sessionId": str(row.uuid("session_id")),
        "visitId": str(row.uuid("visit_id")),
        **{name: row.text(column) for name, column in _TEXTS.items()},
        "createdAt": iso(row.number("created")),
        "eventType": row.number("event_type"),
        "hasData": bool(row.number("has_data")),
    }


EVENT_LIST = Definition(name="events", statement=statement, shape=shape)
