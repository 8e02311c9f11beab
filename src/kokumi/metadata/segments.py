"""Segments and cohorts: filters that a website keeps under a name (SPEC 3)."""

from __future__ import annotations

from uuid import UUID

from kokumi.domain.saved import FilterKind, SavedFilter
from kokumi.metadata.database import Database
from kokumi.metadata.models import SegmentRow


class Segments:
    """The segments and cohorts in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, filter_id: UUID) -> SavedFilter | None:
        """Return the segment or cohort of that id, of whatever website; none if there is none."""
        with self._database.read() as session:
            row = session.get(SegmentRow, filter_id)
            return None if row is None else _saved(row)


def _saved(row: SegmentRow) -> SavedFilter:
    return SavedFilter(row.id, row.website_id, FilterKind(row.type), row.parameters)
