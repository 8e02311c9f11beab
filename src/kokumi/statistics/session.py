"""One session: what is known of it, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pydantic import Field

from kokumi.domain.times import iso
from kokumi.errors import NotFoundError
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import MOMENT
from kokumi.statistics.base import Answer, Instant, Rows, Scope, Statistic, seconds
from kokumi.statistics.items import items
from kokumi.statistics.session_list import ATTRIBUTES

MOST_EVENTS = 500


class SessionAnswer(Answer):
    """A session, over all its page views and custom events; its attributes are those of the latest."""

    id: UUID
    website_id: UUID
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
    totaltime: int = Field(description="Seconds from first to last event of each visit, added up.")


class ActivityRow(Answer):
    """One event of a session."""

    created_at: Instant
    url_path: str
    url_query: str
    referrer_domain: str
    event_id: UUID
    event_type: int
    event_name: str
    visit_id: UUID
    hostname: str
    has_data: bool


@dataclass(frozen=True, slots=True)
class SessionParameters:
    """Which session."""

    session_id: UUID


def session_statement(parameters: SessionParameters, scope: Scope) -> Fragment:
    """Return the statement; a row `session`, or none if there is no such session."""
    return sql(
        """
        select
            'session' as part,
            argMax(latest, moment) as texts,
            [
                toInt64(min(first)), toInt64(max(last)), toInt64(count()), toInt64(sum(views)),
                toInt64(sum(customs)), toInt64(sum(last - first))
            ] as numbers
        from
        (
            select
                argMax([toString(session_id), distinct_id, $attributes], $moment) as latest,
                max($moment) as moment,
                min(toUnixTimestamp64Milli(created_at)) as first,
                max(toUnixTimestamp64Milli(created_at)) as last,
                countIf(event_type = 1) as views,
                countIf(event_type = 2) as customs
            from events
            where $filtered and session_id = {session:UUID}
            group by visit_id
        )
        having count() > 0
        """,
        attributes=join(", ", map(identifier, ATTRIBUTES)),
        moment=MOMENT,
        filtered=scope.select().filtered,
        session=parameters.session_id,
    )


def session_shape(_parameters: SessionParameters, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return the session.

    Raises:
        NotFoundError: there is no such session.
    """
    _, found = items(rows)
    if not found:
        raise NotFoundError("There is no such session.")
    first, last, visits, views, events, time = found[0].numbers
    return {
        "websiteId": str(scope.website.id),
        **dict(zip(("id", "distinctId", *ATTRIBUTES), found[0].texts, strict=True)),
        "firstAt": iso(first),
        "lastAt": iso(last),
        "visits": visits,
        "views": views,
        "events": events,
        "totaltime": seconds(time),
    }


def activity_statement(parameters: SessionParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `event`, at most 500, the latest."""
    return sql(
        """
        select
            'event' as part,
            [
                toString(event_id), toString(visit_id), path, query, referrer, event_name, hostname
            ] as texts,
            [toUnixTimestamp64Milli(created_at), toInt64(event_type), toInt64(notEmpty(property_names))]
                as numbers
        from events
        where $filtered and session_id = {session:UUID}
        order by created_at desc, toUInt128(event_id) desc
        limit {most:UInt32}
        """,
        filtered=scope.select().filtered,
        session=parameters.session_id,
        most=MOST_EVENTS,
    )


def activity_shape(_parameters: SessionParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the session's events, newest first."""
    _, found = items(rows)
    names = ("eventId", "visitId", "urlPath", "urlQuery", "referrerDomain", "eventName", "hostname")
    return [
        {
            **dict(zip(names, item.texts, strict=True)),
            "createdAt": iso(item.numbers[0]),
            "eventType": item.numbers[1],
            "hasData": bool(item.numbers[2]),
        }
        for item in found
    ]


SESSION = Statistic("session", session_statement, session_shape)
SESSION_ACTIVITY = Statistic("session-activity", activity_statement, activity_shape)
