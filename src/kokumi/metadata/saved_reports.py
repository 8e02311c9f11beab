"""Saved reports: a report's parameters under a name. What they mean is not known here.

See docs/spec/saved-reports.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.errors import NotFoundError
from kokumi.metadata.bounds import check_saved
from kokumi.metadata.database import Database
from kokumi.metadata.models import SavedReportRow
from kokumi.metadata.paging import paged


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What a person says of a report to be saved; `parameters` are JSON as it was given."""

    website_id: UUID
    type: str
    name: str
    description: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A saved report; `user_id` is who made it, none if they are gone."""

    id: UUID
    user_id: UUID | None
    content: ReportContent
    created_at: int
    updated_at: int


class SavedReports:
    """The saved reports in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(self, user_id: UUID, content: ReportContent) -> SavedReport:
        """Return the new report of an existing website.

        Raises:
            ConflictError: there are too many.
        """
        now = self._clock()
        row = SavedReportRow(id=uuid4(), user_id=user_id, created_at=now, updated_at=now)
        _fill(row, content)
        with self._database.write() as session:
            check_saved(session, SavedReportRow, content.website_id)
            session.add(row)
        return _report(row)

    def find(self, report_id: UUID) -> SavedReport | None:
        """Return the report of that id, if there is one."""
        with self._database.read() as session:
            row = session.get(SavedReportRow, report_id)
        return None if row is None else _report(row)

    def list(self, website_id: UUID, types: frozenset[str] | None, page: PageRequest) -> Paged[SavedReport]:
        """Return a website's reports, of all types or of these, the latest update first, ties by id."""
        statement = select(SavedReportRow).where(SavedReportRow.website_id == website_id)
        if types is not None:
            statement = statement.where(SavedReportRow.type.in_(types))
        if page.search:
            statement = statement.where(SavedReportRow.name.icontains(page.search, autoescape=True))
        ordered = statement.order_by(SavedReportRow.updated_at.desc(), SavedReportRow.id)
        with self._database.read() as session:
            return paged(session, ordered, page, _report)

    def update(self, report_id: UUID, content: ReportContent) -> SavedReport:
        """Return the report with other content, perhaps of another website.

        Raises:
            NotFoundError: there is no such report.
        """
        with self._database.write() as session:
            row = session.get(SavedReportRow, report_id)
            if row is None:
                raise NotFoundError("There is no such report.")
            _fill(row, content)
            row.updated_at = self._clock()
        return _report(row)

    def delete(self, report_id: UUID) -> None:
        """Delete a report, if it is there."""
        with self._database.write() as session:
            session.execute(delete(SavedReportRow).where(SavedReportRow.id == report_id))


def _fill(row: SavedReportRow, content: ReportContent) -> None:
    row.website_id = content.website_id
    row.type = content.type
    row.name = content.name
    row.description = content.description
    row.parameters = dict(content.parameters)


def _report(row: SavedReportRow) -> SavedReport:
    content = ReportContent(row.website_id, row.type, row.name, row.description, row.parameters)
    return SavedReport(row.id, row.user_id, content, row.created_at, row.updated_at)
