"""The sessions of a range, the one with the latest event first, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from kokumi.domain.paging import PageRequest
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.queries.sessions import LATEST, figures, parts_of, session_row
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.statistics.base import searched

_SEARCHED = (
    *map(identifier, ("distinct_id", "browser", "os", "device", "country", "region", "city")),
    sql("toString(session_id)"),
)


@dataclass(frozen=True, slots=True)
class SessionListParameters:
    """Which part of the list; `search` is text that something known of a session contains.

    With a `currency`, of three capital letters, only sessions with revenue in it.
    """

    page: PageRequest = field(default_factory=PageRequest)
    currency: str = ""


def statement(parameters: SessionListParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each session of the page, and how many there are.

    The sessions of the page are found first, by their times alone.
    """
    before = parameters.page.offset
    filtered = subject.select().filtered
    return sql(
        """
        with
            sessions as
            (
                select session_id, $figures
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
            texts=LATEST,
            numbers=("first_at", "last_at", "visits", "views", "custom_events"),
        ),
        latest=parts_of(sql("latest"), LATEST),
        figures=figures(),
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


def shape(parameters: SessionListParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the page."""
    website = {"websiteId": str(subject.website.id)}
    return page_of(parameters.page, rows, lambda row: {**website, **session_row(row)})


SESSION_LIST = Definition(name="sessions", statement=statement, shape=shape)
