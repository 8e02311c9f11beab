"""One session: what is known of it, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pydantic import Field

from kokumi.domain.numbers import seconds
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.errors import NotFoundError
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.queries.sessions import ATTRIBUTES, SessionFields, parts_of
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import MOMENT

MAX_EVENTS = 500


class SessionAnswer(SessionFields):
    """A session, over all its page views and custom events; its attributes are those of the latest."""

    totaltime: int = Field(description="Seconds from first to last event of each visit, added up.")


class ActivityRow(WireModel):
    """One event of a session."""

    created_at: Instant = Field(description="When it happened.")
    url_path: str = Field(description="The page's path.")
    url_query: str = Field(description="The page's query string.")
    referrer_domain: str = Field(description="The domain of the page before.")
    event_id: UUID = Field(description="The event's id.")
    event_type: int = Field(description="1: a page view; 2: a custom event.")
    event_name: str = Field(description="The event's name; empty for a page view.")
    visit_id: UUID = Field(description="The visit that it belongs to.")
    hostname: str = Field(description="The host of the page.")
    has_data: bool = Field(description="Whether the event has properties.")


@dataclass(frozen=True, slots=True)
class SessionParameters:
    """Which session."""

    session_id: UUID


def session_statement(parameters: SessionParameters, subject: Subject) -> Fragment:
    """Return the statement; one row, or none if there is no such session."""
    return sql(
        """
        with
            visits as
            (
                select
                    argMax((distinct_id, $attributes), $moment) as latest,
                    max($moment) as moment,
                    min(toUnixTimestamp64Milli(created_at)) as first,
                    max(toUnixTimestamp64Milli(created_at)) as last,
                    countIf(event_type = 1) as page_views,
                    countIf(event_type = 2) as custom_events
                from events
                where $filtered and session_id = {session:UUID}
                group by visit_id
            ),
            session as
            (
                select argMax(latest, moment) as latest, min(first) as first_at, max(last) as last_at,
                    count() as visits, sum(page_views) as views, sum(custom_events) as events,
                    sum(last - first) as time
                from visits
                having visits > 0
            )
        select first_at, last_at, visits, views, events, time, $latest
        from session
        """,
        attributes=join(", ", map(identifier, ATTRIBUTES)),
        latest=parts_of(sql("latest"), ("distinct_id", *ATTRIBUTES)),
        moment=MOMENT,
        filtered=subject.select().filtered,
        session=parameters.session_id,
    )


def session_shape(parameters: SessionParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the session.

    Raises:
        NotFoundError: there is no such session.
    """
    if not rows:
        raise NotFoundError("There is no such session.")
    row = rows.only()
    return {
        "websiteId": str(subject.website.id),
        "id": str(parameters.session_id),
        "distinctId": row.text("distinct_id"),
        **{name: row.text(name) for name in ATTRIBUTES},
        "firstAt": iso(row.number("first_at")),
        "lastAt": iso(row.number("last_at")),
        "visits": row.number("visits"),
        "views": row.number("views"),
        "events": row.number("events"),
        "totaltime": seconds(row.number("time")),
    }


def activity_statement(parameters: SessionParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each event, at most the latest 500."""
    return sql(
        """
        select event_id, visit_id, path, query, referrer, event_name, hostname, event_type,
            toUnixTimestamp64Milli(created_at) as created, notEmpty(property_names) as has_data
        from events
        where $filtered and session_id = {session:UUID}
        order by created_at desc, toUInt128(event_id) desc
        limit {most:UInt32}
        """,
        filtered=subject.select().filtered,
        session=parameters.session_id,
        most=MAX_EVENTS,
    )


def activity_shape(_parameters: SessionParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the session's events, newest first."""
    return [
        {
            "eventId": str(row.uuid("event_id")),
            "visitId": str(row.uuid("visit_id")),
            "urlPath": row.text("path"),
            "urlQuery": row.text("query"),
            "referrerDomain": row.text("referrer"),
            "eventName": row.text("event_name"),
            "hostname": row.text("hostname"),
            "createdAt": iso(row.number("created")),
            "eventType": row.number("event_type"),
            "hasData": bool(row.number("has_data")),
        }
        for row in rows
    ]


SESSION = Definition(name="session", statement=session_statement, shape=session_shape)
SESSION_ACTIVITY = Definition(name="session-activity", statement=activity_statement, shape=activity_shape)
