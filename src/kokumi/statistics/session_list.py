"""The sessions of a range, the one with the latest event first, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import Field

from kokumi.domain.paging import ListPage, Page
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Scope
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql
from kokumi.sql.idioms import MOMENT
from kokumi.statistics.base import Instant, searched

ATTRIBUTES = ("browser", "os", "device", "screen", "language", "country", "region", "city")
"""What is known of a session, under the same name on the wire."""

_LATEST = ("hostname", "distinct_id", *ATTRIBUTES)
"""What the latest event of a session says of it."""

_SEARCHED = (
    *map(identifier, ("distinct_id", "browser", "os", "device", "country", "region", "city")),
    sql("toString(session_id)"),
)


class SessionFields(WireModel):
    """What is known of a session: attributes of its latest event, and figures."""

    id: UUID = Field(description="The session's id.")
    website_id: UUID = Field(description="The website's id.")
    distinct_id: str = Field(description="The id that `identify` gave the visitor, if any.")
    browser: str = Field(description="The browser.")
    os: str = Field(description="The operating system.")
    device: str = Field(description="The kind of device.")
    screen: str = Field(description="The screen's size in pixels.")
    language: str = Field(description="The browser's language.")
    country: str = Field(description="The country's code, ISO 3166-1.")
    region: str = Field(description="The region's code, ISO 3166-2.")
    city: str = Field(description="The city's name.")
    first_at: Instant = Field(description="When its first event happened.")
    last_at: Instant = Field(description="When its last event happened.")
    visits: int = Field(description="Different visits.")
    views: int = Field(description="Page views.")
    events: int = Field(description="Custom events.")


class SessionRow(SessionFields):
    """A session: what its latest event says of it, and its figures, within the range and the filters."""

    hostname: str = Field(description="The host of the page.")
    created_at: Instant = Field(description="As `lastAt`.")


class SessionPage(ListPage[SessionRow]):
    """A part of the list, and how many sessions there are in all."""


@dataclass(frozen=True, slots=True)
class SessionListParameters:
    """Which part of the list; `search` is text that something known of a session contains.

    With a `currency`, of three capital letters, only sessions with revenue in it.
    """

    page: Page = field(default_factory=Page)
    currency: str = ""


def statement(parameters: SessionListParameters, scope: Scope) -> Fragment:
    """Return the statement; a row for each session of the page, and how many there are.

    The sessions of the page are found first, by their times alone.
    """
    before = parameters.page.offset
    filtered = scope.select().filtered
    return sql(
        """
        with
            sessions as
            (
                select
                    session_id,
                    argMax(($attributes), $moment) as latest,
                    min(toUnixTimestamp64Milli(created_at)) as first_at,
                    max(toUnixTimestamp64Milli(created_at)) as last_at,
                    uniqExact(visit_id) as visits,
                    countIf(event_type = 1) as views,
                    countIf(event_type = 2) as custom_events
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
                order by last_at desc, toUInt128(session_id)
                limit {size:UInt32} offset {offset:UInt64}
            ),
            page as
            (
                select session_id, $latest, first_at, last_at, visits, views, custom_events
                from sessions
            ),
            total as
            (
                select uniqExact(session_id) as count
                from events
                where $filtered and $searched and $bought
            )
        select * from
        (
            select count, 0 as is_row, $no_entry from total
            union all
            select 0, 1, * from page
        )
        order by last_at desc, toUInt128(session_id)
        """,
        no_entry=no_entry(
            ids=("session_id",),
            texts=_LATEST,
            numbers=("first_at", "last_at", "visits", "views", "custom_events"),
        ),
        attributes=join(", ", map(identifier, _LATEST)),
        latest=parts_of(sql("latest"), _LATEST),
        moment=MOMENT,
        filtered=filtered,
        searched=_searched(parameters.page.search),
        bought=_bought(parameters.currency, filtered),
        last=before + parameters.page.size,
        size=parameters.page.size,
        offset=before,
    )


def parts_of(whole: Fragment, names: Sequence[str]) -> Fragment:
    """Return the parts of a tuple as columns of these names."""
    parts = [
        sql("$whole.$position as $name", whole=whole, position=integer(position), name=identifier(name))
        for position, name in enumerate(names, 1)
    ]
    return join(", ", parts)


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
    website = {"websiteId": str(scope.website.id)}
    return page_of(parameters.page, rows, lambda row: {**website, **_row(row)})


def _row(row: Row) -> dict[str, object]:
    last_at = iso(row.number("last_at"))
    return {
        "id": str(row.uuid("session_id")),
        "hostname": row.text("hostname"),
        "distinctId": row.text("distinct_id"),
        **{name: row.text(name) for name in ATTRIBUTES},
        "firstAt": iso(row.number("first_at")),
        "lastAt": last_at,
        "visits": row.number("visits"),
        "views": row.number("views"),
        "events": row.number("custom_events"),
        "createdAt": last_at,
    }


SESSION_LIST = Definition(name="sessions", statement=statement, shape=shape)
