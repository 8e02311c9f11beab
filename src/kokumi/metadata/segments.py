"""Segments and cohorts: filters that a website keeps under a name (docs/spec/filters.md#saved-filters)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.saved import FilterKind, SavedFilter
from kokumi.domain.times import Clock
from kokumi.errors import NotFoundError
from kokumi.metadata.bounds import check_saved
from kokumi.metadata.database import Database
from kokumi.metadata.models import SegmentRow
from kokumi.metadata.paging import paged


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(SavedFilter):
    """A segment or cohort with its name; instants in epoch milliseconds."""

    name: str
    created_at: int
    updated_at: int


class Segments:
    """The segments and cohorts in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(
        self, website_id: UUID, kind: FilterKind, name: str, parameters: Mapping[str, object]
    ) -> Segment:
        """Return the new segment of an existing website.

        Raises:
            ConflictError: there are too many.
        """
        now = self._clock()
        row = SegmentRow(
            id=uuid4(),
            website_id=website_id,
            type=kind.value,
            name=name,
            parameters=dict(parameters),
            created_at=now,
            updated_at=now,
        )
        with self._database.write() as session:
            check_saved(session, SegmentRow, website_id)
            session.add(row)
        return _segment(row)

    def find(self, segment_id: UUID) -> Segment | None:
        """Return the segment or cohort of that id, of whatever website; none if there is none."""
        with self._database.read() as session:
            row = session.get(SegmentRow, segment_id)
        return None if row is None else _segment(row)

    def get(self, website_id: UUID, segment_id: UUID) -> Segment:
        """Return a website's segment.

        Raises:
            NotFoundError: there is none, or it belongs to another website.
        """
        found = self.find(segment_id)
        if found is None or found.website_id != website_id:
            raise NotFoundError("The website has no such segment or cohort.")
        return found

    def list(self, website_id: UUID, kind: FilterKind | None, page: PageRequest) -> Paged[Segment]:
        """Return a website's segments, or cohorts, or both, by the text in their names, oldest first."""
        statement = select(SegmentRow).where(SegmentRow.website_id == website_id)
        if kind is not None:
            statement = statement.where(SegmentRow.type == kind.value)
        if page.search:
            statement = statement.where(SegmentRow.name.icontains(page.search, autoescape=True))
        ordered = statement.order_by(SegmentRow.created_at, SegmentRow.id)
        with self._database.read() as session:
            return paged(session, ordered, page, _segment)

    def update(
        self,
        website_id: UUID,
        segment_id: UUID,
        *,
        name: str | None = None,
        parameters: Mapping[str, object] | None = None,
    ) -> Segment:
        """Return a website's segment with another name or other parameters.

        Raises:
            NotFoundError: there is none, or it belongs to another website.
        """
        with self._database.write() as session:
            row = session.get(SegmentRow, segment_id)
            if row is None or row.website_id != website_id:
                raise NotFoundError("The website has no such segment or cohort.")
            row.name = row.name if name is None else name
            row.parameters = row.parameters if parameters is None else dict(parameters)
            row.updated_at = self._clock()
        return _segment(row)

    def delete(self, website_id: UUID, segment_id: UUID) -> None:
        """Delete a website's segment.

        Raises:
            NotFoundError: there is none, or it belongs to another website.
        """
        with self._database.write() as session:
            gone = session.scalar(
                delete(SegmentRow)
                .where(SegmentRow.id == segment_id, SegmentRow.website_id == website_id)
                .returning(SegmentRow.id)
            )
        if gone is None:
            raise NotFoundError("The website has no such segment or cohort.")


def _segment(row: SegmentRow) -> Segment:
    return Segment(
        id=row.id,
        website_id=row.website_id,
        kind=FilterKind(row.type),
        name=row.name,
        parameters=row.parameters,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
