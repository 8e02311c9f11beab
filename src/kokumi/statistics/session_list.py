"""The sessions of a range, the one with the latest event first, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from pydantic import Field

from kokumi.domain.times import iso
from kokumi.metadata.paging import Page
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import MOMENT
from kokumi.statistics.base import Answer, Instant, Rows, Scope, Statistic, searched
from kokumi.statistics.items import Item, items, offset, page_of

ATTRIBUTES = ("browser", "os", "device", "screen", "language", "country", "region", "city")
"""What is known of a session, under the same name on the wire."""

_SEARCHED = (
    *map(identifier, ("distinct_id", "browser", "os", "device", "country", "region", "city")),
    sql("toString(session_id)"),
)


class SessionRow(Answer):
    """A session: what its latest event says of it, and its figures, within the range and the filters."""

    id: UUID
    website_id: UUID
    hostname: str
    distinct_id: str
    browser: str
    os: str
    device: str
    screen: str
    language: str
    country: str
    region: str
    city: str
    first_at: Instant
    last_at: Instant
    visits: int
    views: int
    events: int = Field(description="Custom events.")
    created_at: Instant = Field(description="As `lastAt`.")


class SessionPage(Answer):
    """A part of the list, and how many sessions there are in all."""

    data: list[SessionRow]
    count: int
    page: int
    page_size: int


@dataclass(frozen=True, slots=True)
class SessionListParameters:
    """Which part of the list; `search` is text that something known of a session contains.

    With a `currency`, of three capital letters, only sessions with revenue in it.
    """

    page: Page = field(default_factory=Page)
    currency: str = ""


def statement(parameters: SessionListParameters, scope: Scope) -> Fragment:
    """Return the statement; a row `total`, and rows `session` with texts and numbers as `shape` names them.

    The sessions of the page are found first, by their times alone.
    """
    before = offset(parameters.page)
    filtered = scope.select().filtered
    return sql(
        """
        select 'total' as part, emptyArrayString() as texts, [toInt64(uniqExact(session_id))] as numbers
        from events
        where $filtered and $searched and $bought
        union all
        select * from
        (
            select
                'session' as part,
                argMax([toString(session_id), hostname, distinct_id, $attributes], $moment) as texts,
                [
                    toInt64(min(toUnixTimestamp64Milli(created_at))),
                    toInt64(max(toUnixTimestamp64Milli(created_at)) as last),
                    toInt64(uniqExact(visit_id)),
                    toInt64(countIf(event_type = 1)),
                    toInt64(countIf(event_type = 2))
                ] as numbers
            from events
            where $filtered and $searched and session_id in
            (
                select session_id from events
                where $filtered and $searched and $bought
                group by session_id
                order by max(created_at) desc, toUInt128(session_id)
                limit {last:UInt64}
            )
            group by session_id
            order by last desc, toUInt128(session_id)
            limit {size:UInt32} offset {offset:UInt64}
        )
        """,
        attributes=join(", ", map(identifier, ATTRIBUTES)),
        moment=MOMENT,
        filtered=filtered,
        searched=_searched(parameters.page.search),
        bought=_bought(parameters.currency, filtered),
        last=before + parameters.page.size,
        size=parameters.page.size,
        offset=before,
    )


def _searched(text: str) -> Fragment:
    if not text:
        return sql("true")
    return sql("($any)", any=join(" or ", [searched(text, value) for value in _SEARCHED]))


def _bought(currency: str, filtered: Fragment) -> Fragment:
    if not currency:
        return sql("true")
    return sql(
        """
        session_id in
        (
            select session_id from events
            where $filtered and has(revenue_currencies, {currency:String})
        )
        """,
        filtered=filtered,
        currency=currency,
    )


def shape(parameters: SessionListParameters, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the page."""
    count, found = items(rows)
    found.sort(key=lambda item: (-item.numbers[1], item.texts[0]))
    website = str(scope.website.id)
    return page_of(parameters.page, count, ({"websiteId": website, **_row(item)} for item in found))


def _row(item: Item) -> dict[str, object]:
    first, last, visits, views, events = item.numbers
    return {
        **dict(zip(("id", "hostname", "distinctId", *ATTRIBUTES), item.texts, strict=True)),
        "firstAt": iso(first),
        "lastAt": iso(last),
        "visits": visits,
        "views": views,
        "events": events,
        "createdAt": iso(last),
    }


SESSION_LIST = Statistic("sessions", statement, shape)
