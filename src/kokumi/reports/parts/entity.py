"""What a report counts as a visitor: a session, a visit or a person (docs/spec/visitors.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kokumi.domain.times import TimeRange
from kokumi.queries.query import Subject
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import MOMENT


class Entity(StrEnum):
    """What counts as a visitor."""

    SESSION = "session"
    VISIT = "visit"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Visitors:
    """How a statement reads events and names their visitors."""

    events: Fragment
    """What stands behind `from`: the events, with what is needed to name a visitor."""
    id: Fragment
    """The visitor of an event, a UUID."""


def visitors(
    entity: Entity, subject: Subject, reading: TimeRange | None = None, prefix: str = ""
) -> Visitors:
    """Return how a statement names visitors, judged over the subject's range, or another that it reads.

    `prefix` keeps the parameters of two ranges in one statement apart, as in `Subject.select`.
    """
    match entity:
        case Entity.SESSION:
            return Visitors(sql("events"), sql("session_id"))
        case Entity.VISIT:
            return Visitors(sql("events"), sql("visit_id"))
        case Entity.PERSON:
            return Visitors(_events_of_persons(subject, reading, prefix), _PERSON)


# A distinct id and the id of a session never meet: one is hashed, with 128 bits, the other drawn at random.
_PERSON = sql("if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))")


def _events_of_persons(subject: Subject, reading: TimeRange | None, prefix: str) -> Fragment:
    """Return the events beside the person of their session, the distinct id of its latest event with one.

    All events of a session lie on one shard, so each shard finds the persons of its own sessions.
    """
    return sql(
        """
        events
        left any join
        (
            select session_id, argMax(distinct_id, $moment) as person
            from events
            where $unfiltered and distinct_id != ''
            group by session_id
        ) as persons using (session_id)
        """,
        moment=MOMENT,
        unfiltered=subject.select(reading, prefix).unfiltered,
    )
