"""The events themselves, newest first, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from kokumi.domain.paging import Page
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Scope
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.statistics.base import Instant, searched


class EventRow(WireModel):
    """One event; what is not known of it is empty."""

    id: UUID
    website_id: UUID
    session_id: UUID
    visit_id: UUID
    created_at: Instant
    hostname: str
    url_path: str
    url_query: str
    referrer_path: str
    referrer_query: str
    referrer_domain: str
    country: str
    region: str
    city: str
    device: str
    os: str
    browser: str
    page_title: str
    event_type: int
    event_name: str
    has_data: bool


class EventPage(WireModel):
    """A part of the list, and how many events there are in all."""

    data: list[EventRow]
    count: int
    page: int
    page_size: int


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

    page: Page = field(default_factory=Page)


def statement(parameters: EventListParameters, scope: Scope) -> Fragment:
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
        filtered=scope.select().filtered,
        searched=searched(parameters.page.search, sql("if(event_type = 1, path, event_name)")),
        size=parameters.page.size,
        offset=parameters.page.offset,
    )


def shape(parameters: EventListParameters, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the page."""
    website = {"websiteId": str(scope.website.id)}
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
