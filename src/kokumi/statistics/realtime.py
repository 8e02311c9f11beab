"""What goes on right now: the last half hour, its latest events, and figures by minute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from pydantic import Field

from kokumi.domain.events import EventType
from kokumi.domain.times import TimeRange, iso
from kokumi.reports.rows import read, read_list
from kokumi.sql.buckets import MINUTE, clock_bucket
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, MOMENT
from kokumi.statistics.base import Answer, Instant, Nothing, Rows, Scope, Statistic
from kokumi.statistics.pageviews import Point

_LENGTH = 30 * MINUTE
_LATEST = 100
_LONGEST_LIST = 100


class Happening(Answer):
    """One of the latest events; before a session's first in the half hour there is an item of its own."""

    kind: Literal["session", "pageview", "event"] = Field(alias="__type")
    session_id: UUID
    event_name: str
    created_at: Instant
    browser: str
    os: str
    device: str
    country: str
    url_path: str
    referrer_domain: str
    hostname: str


class RealtimeSeries(Answer):
    """Page views, and sessions with a page view, in each minute; minutes without any are left out."""

    views: list[Point]
    visitors: list[Point]


class RealtimeTotals(Answer):
    """Figures of the half hour."""

    views: int
    visitors: int = Field(description="Sessions with any event.")
    events: int = Field(description="Custom events.")
    countries: int


class RealtimeAnswer(Answer):
    """The last half hour. Names are counted over all of it, not over the listed events only."""

    countries: dict[str, int] = Field(description="Visitors of each country.")
    urls: dict[str, int] = Field(description="Page views of each path.")
    referrers: dict[str, int] = Field(description="Page views from each other site.")
    events: list[Happening] = Field(description="The latest 100 events, newest first.")
    series: RealtimeSeries
    totals: RealtimeTotals
    timestamp: int = Field(description="The present, in epoch milliseconds.")


def recent_range(now: int) -> TimeRange:
    """Return the half hour that ends now."""
    return TimeRange(now - _LENGTH, now)


def statement(_parameters: Nothing, scope: Scope) -> Fragment:
    """Return the statement; rows `(part, at, texts, figure, other)`, each part of its own meaning.

    `minute`: its start, views, visitors. `country`, `url`, `referrer`: a text and its figure. `event`: its
    time, texts, type, and whether it is its session's first. `total`: views, visitors; `other_total`: custom
    events, countries.
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
        select 'minute' as part, $minute as at, emptyArrayString() as texts, count() as figure,
            uniqExact(session_id) as other
        from recent where event_type = 1
        group by at
        union all
        select part, 0, [name], figure, 0 from names
        union all
        select 'event', toUnixTimestamp64Milli(created_at),
            [toString(event_id), toString(session_id), event_name, browser, os, device, country, path,
                referrer, hostname], toUInt64(event_type), toUInt64(is_first)
        from latest
        union all
        select 'total', 0, [], countIf(event_type = 1), uniqExact(session_id) from recent
        union all
        select 'other_total', 0, [], countIf(event_type = 2), uniqExactIf(country, country != '') from recent
        """,
        filtered=scope.select().filtered,
        minute=clock_bucket(MINUTE, scope.zone),
        external=EXTERNAL_REFERRER,
        moment=MOMENT,
        longest=_LONGEST_LIST,
        latest=_LATEST,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    texts: list[str]
    figure: int
    other: int


def shape(_parameters: Nothing, scope: Scope, rows: Rows) -> dict[str, object]:
    """Return countries, urls, referrers, events, series, totals and timestamp."""
    parts: dict[str, list[_Row]] = {}
    for part, at, texts, figure, other in rows:
        row = _Row(read(at, int), read_list(texts, str), read(figure, int), read(other, int))
        parts.setdefault(read(part, str), []).append(row)
    minutes = sorted(parts.get("minute", ()), key=lambda row: row.at)
    (total,), (other_total,) = parts["total"], parts["other_total"]
    return {
        "countries": _names(parts.get("country", ())),
        "urls": _names(parts.get("url", ())),
        "referrers": _names(parts.get("referrer", ())),
        "events": _happenings(parts.get("event", ())),
        "series": {
            "views": [{"x": iso(row.at), "y": row.figure} for row in minutes],
            "visitors": [{"x": iso(row.at), "y": row.other} for row in minutes],
        },
        "totals": {
            "views": total.figure,
            "visitors": total.other,
            "events": other_total.figure,
            "countries": other_total.other,
        },
        "timestamp": scope.range.end,
    }


def _names(rows: Iterable[_Row]) -> dict[str, int]:
    return {row.texts[0]: row.figure for row in sorted(rows, key=lambda row: (-row.figure, row.texts[0]))}


def _happenings(rows: Iterable[_Row]) -> list[dict[str, object]]:
    """Return the events, newest first; a session's item stands behind its first event, being older."""
    items: list[dict[str, object]] = []
    for row in sorted(rows, key=lambda row: (row.at, row.texts[0]), reverse=True):
        items.append(_happening("event" if row.figure == EventType.CUSTOM else "pageview", row))
        if row.other:
            items.append(_happening("session", row))
    return items


def _happening(kind: str, row: _Row) -> dict[str, object]:
    _, session, name, browser, os, device, country, path, referrer, hostname = row.texts
    return {
        "__type": kind,
        "sessionId": session,
        "eventName": name,
        "createdAt": iso(row.at),
        "browser": browser,
        "os": os,
        "device": device,
        "country": country,
        "urlPath": path,
        "referrerDomain": referrer,
        "hostname": hostname,
    }


REALTIME = Statistic("realtime", statement, shape)
