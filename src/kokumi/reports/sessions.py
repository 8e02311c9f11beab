"""The sessions behind a number of a report, in pages: the one with the latest event first.

See docs/spec/sessions-behind.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Generic

from pydantic import Field, create_model

from kokumi.domain.paging import MAX_PAGE, MAX_PAGE_SIZE, PageRequest
from kokumi.domain.validation import Whole
from kokumi.queries.conversion import Conversion
from kokumi.queries.paging import no_entry, page_of
from kokumi.queries.query import Definition, Query, Subject
from kokumi.queries.rows import Rows
from kokumi.queries.sessions import LATEST, figures, parts_of, session_row
from kokumi.reports.parts.behind import Cell, events_behind
from kokumi.reports.parts.entity import Entity
from kokumi.reports.report import P, Report
from kokumi.reports.request import ReportRequest, query_of
from kokumi.sql.fragment import Fragment, sql


class SessionsRequest(ReportRequest[P]):
    """The body of a report's request, and which of its numbers to open."""

    cell: Cell = Field(description="Which number of the answer.")
    page: Whole = Field(1, ge=1, le=MAX_PAGE, description="Which page of the list, from 1.")
    page_size: Whole = Field(
        20, ge=1, description=f"Rows of a page; more than {MAX_PAGE_SIZE} are answered as {MAX_PAGE_SIZE}."
    )


@dataclass(frozen=True, slots=True)
class CellSessions(Generic[P]):
    """Which sessions are asked for: those behind a cell of a report with its parameters."""

    report: Report[P]
    parameters: P
    cell: Cell
    page: PageRequest


@cache
def sessions_model(report: Report[P]) -> type[SessionsRequest[P]]:
    """Return the model of a report's requests for sessions, under a name of its own."""
    return create_model(
        f"{report.title.replace(' ', '')}SessionsRequest",
        __base__=SessionsRequest[report.parameters],  # type: ignore[name-defined]
        cell=(report.cells.model, Field(description="Which number of the answer.")),
    )


def sessions_query(report: Report[P], request: SessionsRequest[P]) -> Query[CellSessions[P]]:
    """Return the query for the sessions of a request whose single fields are valid.

    Raises:
        BadRequestError: the request of the report itself is not valid.
    """
    asked = query_of(report, request)
    page = PageRequest(request.page, min(request.page_size, MAX_PAGE_SIZE))
    return Query(
        SESSIONS_BEHIND,
        CellSessions(report, asked.parameters, request.cell, page),
        asked.website_id,
        asked.events,
        asked.columns,
        asked.comparisons,
    )


def statement(parameters: CellSessions[Any], subject: Subject) -> Fragment:
    """Return the statement; a row for each session of the page, and how many there are.

    The sessions are found first, by the times of their latest events alone. Figures are over all their events
    in the range. Where visits are counted, times and figures are those of the counted visits.
    """
    behind = parameters.report.cells.behind(parameters.parameters, parameters.cell, subject)
    of_visits = behind.entity is Entity.VISIT
    return sql(
        """
        with
            (
                select
                (
                    count(),
                    arraySlice(
                        arraySort(
                            session -> (-session.1, toUInt128(session.2)),
                            groupArray((last_at, id$visits))
                        ),
                        {first:UInt64},
                        {size:UInt32}
                    )
                )
                from
                (
                    select session_id as id, toUnixTimestamp64Milli(max(created_at)) as last_at$as_visits
                    from events
                    where $behind
                    group by session_id
                )
            ) as found,
            sessions as
            (
                select session_id, $figures
                from events
                where $unfiltered and session_id in (select arrayJoin(found.2).2)$in_visits
                group by session_id
            ),
            page as
            (
                select session_id, $latest, first_at, last_at, visits, views, custom_events
                from sessions
            )
        select * from
        (
            select found.1 as count, 0 as is_row, $no_entry
            union all
            select 0, 1, * from page
        )
        order by indexOf(found.2.2, session_id)
        """,
        first=parameters.page.offset + 1,
        size=parameters.page.size,
        behind=events_behind(behind, subject),
        visits=sql(", visits") if of_visits else sql(""),
        as_visits=sql(", groupUniqArray(visit_id) as visits") if of_visits else sql(""),
        unfiltered=subject.select(behind.range).unfiltered,
        in_visits=sql(" and visit_id in (select arrayJoin(arrayJoin(found.2).3))") if of_visits else sql(""),
        figures=figures(),
        latest=parts_of(sql("latest"), LATEST),
        no_entry=no_entry(
            ids=("session_id",),
            texts=LATEST,
            numbers=("first_at", "last_at", "visits", "views", "custom_events"),
        ),
    )


def shape(parameters: CellSessions[Any], subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the page, as `GET /api/websites/:id/sessions` does."""
    website = {"websiteId": str(subject.website.id)}
    return page_of(parameters.page, rows, lambda row: {**website, **session_row(row)})


def conversion(parameters: CellSessions[Any], subject: Subject) -> Conversion | None:
    """Return which revenue the report converts, if any."""
    return parameters.report.conversion(parameters.parameters, subject)


SESSIONS_BEHIND: Definition[CellSessions[Any]] = Definition(
    name="sessions-behind", statement=statement, shape=shape, conversion=conversion
)
