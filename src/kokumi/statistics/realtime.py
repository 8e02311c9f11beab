"""What goes on right now: the last half hour, its latest events, and figures by minute."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from pydantic import Field

from kokumi.domain.events import EventType
from kokumi.domain.times import TimeRange, iso
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.queries.wire import Instant
from kokumi.sql.buckets import MINUTE, clock_bucket
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, MOMENT
from kokumi.statistics.base import NoParameters
from kokumi.statistics.pageviews import Point

_LENGTH = 30 * MINUTE
_LATEST = 100
_MAX_LIST = 100


class RealtimeItem(WireModel):
    """One of the latest events; before a session's first in the half hour there is an item of its own."""

    kind: Literal["session", "pageview", "event"] = Field(
        alias="__type", description="What it is: a new session, a page view or a custom event."
    )
    session_id: UUID = Field(description="The visitor's session.")
    event_name: str = Field(description="The event's name; empty for a page view.")
    created_at: Instant = Field(description="When it happened.")
    browser: str = Field(description="The browser.")
    os: str = Field(description="The operating system.")
    device: str = Field(description="The kind of device.")
    country: str = Field(description="The country's code, ISO 3166-1.")
    url_path: str = Field(description="The page's path.")
    referrer_domain: str = Field(description="The domain of the page before.")
    hostname: str = Field(description="The host of the page.")


class RealtimeSeries(WireModel):
    """Page views, and sessions with a page view, in each minute; minutes without any are left out."""

    views: list[Point] = Field(description="Page views by minute.")
    visitors: list[Point] = Field(description="Sessions with a page view, by minute.")


class RealtimeTotals(WireModel):
    """Figures of the half hour."""

    views: int = Field(description="Page views.")
    visitors: int = Field(description="Sessions with any event.")
    events: int = Field(description="Custom events.")
    countries: int = Field(description="Different countries.")


class RealtimeAnswer(WireModel):
    """The last half hour. Names are counted over all of it, not over the listed events only."""

    countries: dict[str, int] = Field(description="Visitors of each country.")
    urls: dict[str, int] = Field(description="Page views of each path.")
    referrers: dict[str, int] = Field(description="Page views from each other site.")
    events: list[RealtimeItem] = Field(description="The latest 100 events, newest first.")
    series: RealtimeSeries = Field(description="Figures by minute.")
    totals: RealtimeTotals = Field(description="Figures of the whole half hour.")
    timestamp: int = Field(description="The present, in epoch milliseconds.")


def recent_range(now: int) -> TimeRange:
    """Return the half hour that ends now."""
    return TimeRange(now - _LENGTH, now)


def statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; rows of four kinds, by `part`.

    `minute`: page views and visitors of the minute that starts at `at`. `country`, `url` and `referrer`: a
    `name` and its figure, under `views`. `total`: the figures of the half hour. `event`: one of the latest
    events, and whether it is its session's first.
    """
    return sql(
        """
        with
            recent as (select * from events where $filtered),
            names as
            (
                select entry.1 as part, entry.2 as name, if(part = 'country', uniqExact(session_id), count())
                    as figure
                from recent
                array join
                [
                    ('country', toString(country)),
                    ('url', if(event_type = 1, toString(path), '')),
                    ('referrer', if(event_type = 1 and $external, toString(referrer), ''))
                ] as entry
                where name != ''
                group by part, name
                order by figure desc, name
                limit {longest:UInt32} by part
            ),
            latest as
            (
                select *, event_id = argMin(event_id, $moment) over (partition by session_id) as is_first
                from recent
                order by $moment desc
                limit {latest:UInt32}
            )
        select
            'minute' as part, $minute as at, '' as name, count() as views, uniqExact(session_id) as visitors,
            0 as customs, 0 as countries, 0 as type, 0 as is_first, '' as event, '' as session,
            '' as browser_name, '' as os_name, '' as device_name, '' as country_code, '' as url_path,
            '' as referrer_host, '' as host
        from recent
        where event_type = 1
        group by at
        union all
        select part, 0, name, figure, 0, 0, 0, 0, 0, $no_event
        from names
        union all
        select 'total', 0, '', countIf(event_type = 1), uniqExact(session_id), countIf(event_type = 2),
            uniqExactIf(country, country != ''), 0, 0, $no_event
        from recent
        union all
        select 'event', toUnixTimestamp64Milli(created_at), event_name, 0, 0, 0, 0, event_type, is_first,
            toString(event_id), toString(session_id), browser, os, device, country, path, referrer, hostname
        from latest
        """,
        filtered=subject.select().filtered,
        minute=clock_bucket(MINUTE, subject.zone),
        external=EXTERNAL_REFERRER,
        moment=MOMENT,
        no_event=sql("'', '', '', '', '', '', '', '', ''"),
        longest=_MAX_LIST,
        latest=_LATEST,
    )


def shape(_parameters: NoParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return countries, urls, referrers, events, series, totals and timestamp."""
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.text("part"), []).append(row)
    minutes = sorted(parts.get("minute", ()), key=lambda row: row.number("at"))
    (total,) = parts["total"]
    return {
        "countries": _names(parts.get("country", ())),
        "urls": _names(parts.get("url", ())),
        "referrers": _names(parts.get("referrer", ())),
        "events": _events(parts.get("event", ())),
        "series": {"views": _points(minutes, "views"), "visitors": _points(minutes, "visitors")},
        "totals": {
            "views": total.number("views"),
            "visitors": total.number("visitors"),
            "events": total.number("customs"),
            "countries": total.number("countries"),
        },
        "timestamp": subject.range.end,
    }


def _points(minutes: Iterable[Row], figure: str) -> list[dict[str, object]]:
    return [{"x": iso(row.number("at")), "y": row.number(figure)} for row in minutes]


def _names(rows: Iterable[Row]) -> dict[str, int]:
    figures = [(row.text("name"), row.number("views")) for row in rows]
    return dict(sorted(figures, key=lambda each: (-each[1], each[0])))


def _events(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Return the events, newest first. A session's item follows its first event, since it is older."""
    items: list[dict[str, object]] = []
    for row in sorted(rows, key=lambda row: (row.number("at"), row.text("event")), reverse=True):
        items.append(_event("event" if row.number("type") == EventType.CUSTOM else "pageview", row))
        if row.number("is_first"):
            items.append(_event("session", row))
    return items


def _event(kind: str, row: Row) -> dict[str, object]:
    return {
        "__type": kind,
        "sessionId": row.text("session"),
        "eventName": row.text("name"),
        "createdAt": iso(row.number("at")),
        "browser": row.text("browser_name"),
        "os": row.text("os_name"),
        "device": row.text("device_name"),
        "country": row.text("country_code"),
        "urlPath": row.text("url_path"),
        "referrerDomain": row.text("referrer_host"),
        "hostname": row.text("host"),
    }


REALTIME = Definition(name="realtime", statement=statement, shape=shape)
