"""The events themselves, newest first, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from kokumi.domain.times import iso
from kokumi.metadata.paging import Page
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Instant, Rows, Scope, Statistic, searched
from kokumi.statistics.items import Item, items, offset, page_of


class EventRow(Answer):
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


class EventPage(Answer):
    """A part of the list, and how many events there are in all."""

    data: list[EventRow]
    count: int
    page: int
    page_size: int


@dataclass(frozen=True, slots=True)
class EventListParameters:
    """Which part of the list; `search` is text that the path or the event's name contains."""

    page: Page = field(default_factory=Page)


def statement(parameters: EventListParameters, scope: Scope) -> Fragment:
    """Return the statement; a row `total`, and rows `event` with texts and numbers as `shape` names them."""
    return sql(
        """
        select 'total' as part, emptyArrayString() as texts, [toInt64(count())] as numbers
        from events
        where $filtered and $searched
        union all
        select
            'event',
            [
                toString(event_id), toString(session_id), toString(visit_id), hostname, path, query,
                referrer_path, referrer_query, referrer, country, region, city, device, os, browser, title,
                event_name
            ],
            [toUnixTimestamp64Milli(created_at), toInt64(event_type), toInt64(notEmpty(property_names))]
        from
        (
            select * from events
            where $filtered and $searched
            order by created_at desc, toUInt128(event_id) desc
            limit {size:UInt32} offset {offset:UInt64}
        )
        """,
        filtered=scope.select().filtered,
        searched=searched(parameters.page.search, sql("if(event_type = 1, path, event_name)")),
        size=parameters.page.size,
        offset=offset(parameters.page),
    )


def shape(parameters: EventListParameters, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the page."""
    count, found = items(rows)
    found.sort(key=lambda item: (item.numbers[0], item.texts[0]), reverse=True)
    website = str(scope.website.id)
    return page_of(parameters.page, count, ({"websiteId": website, **_row(item)} for item in found))


_TEXTS = (
    *("id", "sessionId", "visitId", "hostname", "urlPath", "urlQuery", "referrerPath", "referrerQuery"),
    *("referrerDomain", "country", "region", "city", "device", "os", "browser", "pageTitle", "eventName"),
)


def _row(item: Item) -> dict[str, object]:
    created_at, event_type, has_data = item.numbers
    return {
        **dict(zip(_TEXTS, item.texts, strict=True)),
        "createdAt": iso(created_at),
        "eventType": event_type,
        "hasData": bool(has_data),
    }


EVENT_LIST = Statistic("events", statement, shape)
