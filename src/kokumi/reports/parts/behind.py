"""The sessions behind a number of a report (docs/spec/sessions-behind.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kokumi.domain.times import TimeRange
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Subject
from kokumi.reports.parts.entity import Entity, visitors
from kokumi.sql.fragment import Fragment, sql

P = TypeVar("P")
C = TypeVar("C", bound="Cell")


class Cell(WireModel):
    """Which number of an answer is meant. Each report says how its numbers are named."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The range over which the persons of sessions are found, as `visitors` is told."""

    range: TimeRange
    prefix: str


@dataclass(frozen=True, slots=True)
class Behind:
    """Who is counted in a cell."""

    visitors: Fragment
    """A query of one column: the visitors, as `visitors(entity, …).id` names them."""
    entity: Entity = Entity.SESSION
    range: TimeRange | None = None
    """Where the events lie that the report read, if not only in the range of the request."""
    judged: Judged | None = None
    """Over which range the report found persons, if not over `range`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cells(Generic[P, C]):
    """The numbers of a report that can be opened."""

    model: type[C]
    """How a number is named."""
    behind: Callable[[P, C, Subject], Behind]
    """Return who is counted in a cell.

    Raises BadRequestError, with a path such as `cell.step`, if the answer can have no such cell.
    """
    sample: dict[str, object]
    """A cell of the report's sample request, for the reference."""


def events_behind(behind: Behind, subject: Subject) -> Fragment:
    """Return the condition on events that chooses those of the sessions behind a cell.

    Of a visit, these are its own events. A person stands for all its sessions with an event, filtered or
    not. The visitors are found once for all shards: a person may lie on several.
    """
    unfiltered = subject.select(behind.range).unfiltered
    judged = behind.judged or Judged(behind.range or subject.range, "")
    who = visitors(behind.entity, subject, judged.range, judged.prefix)
    chosen = sql(
        "$unfiltered and $id global in ($visitors)",
        unfiltered=unfiltered,
        id=who.id,
        visitors=behind.visitors,
    )
    if behind.entity is not Entity.PERSON:
        return chosen
    return sql(
        "$unfiltered and session_id global in (select session_id from $events where $chosen)",
        unfiltered=unfiltered,
        events=who.events,
        chosen=chosen,
    )
