"""A session as a row of a list: what its latest event says of it, and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from pydantic import Field

from kokumi.domain.paging import ListPage
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.rows import Row
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql
from kokumi.sql.idioms import MOMENT

ATTRIBUTES = ("browser", "os", "device", "screen", "language", "country", "region", "city")
"""What is known of a session, under the same name on the wire."""

LATEST = ("hostname", "distinct_id", *ATTRIBUTES)
"""What the latest event of a session says of it."""


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


def figures() -> Fragment:
    """Return the columns of a session's row, over the events that it is grouped from."""
    return sql(
        """
        argMax(($attributes), $moment) as latest,
        min(toUnixTimestamp64Milli(created_at)) as first_at,
        max(toUnixTimestamp64Milli(created_at)) as last_at,
        uniqExact(visit_id) as visits,
        countIf(event_type = 1) as views,
        countIf(event_type = 2) as custom_events
        """,
        attributes=join(", ", map(identifier, LATEST)),
        moment=MOMENT,
    )


def parts_of(whole: Fragment, names: Sequence[str]) -> Fragment:
    """Return the parts of a tuple as columns of these names."""
    parts = [
        sql("$whole.$position as $name", whole=whole, position=integer(position), name=identifier(name))
        for position, name in enumerate(names, 1)
    ]
    return join(", ", parts)


def session_row(row: Row) -> dict[str, object]:
    """Return a session as it goes out, without the id of its website."""
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
