"""Which visit an event belongs to, right across hours, restarts and out-of-order events.

See docs/spec/collecting.md#visits.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID, uuid5

from kokumi.collect.identity import VISIT_GAP
from kokumi.domain.agents import Fetch
from kokumi.domain.events import Event, Identification
from kokumi.domain.times import to_datetime
from kokumi.events.store import EventReader
from kokumi.sql.fragment import sql

NO_VISIT = UUID(int=0)
"""The visit of an event that has not been given one yet."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something to be stored. `is_live`: it happened as it arrived, not at a time that the sender names.

    `epoch` is the website's: what was before a reset is not remembered after it.
    """

    record: Event | Identification
    is_live: bool
    epoch: int


@dataclass(frozen=True, slots=True)
class FetchArrival:
    """An agent's fetch that is to be stored. It belongs to no visit."""

    record: Fetch


@dataclass(slots=True)
class Span:
    """A visit from its first to its latest event, in epoch milliseconds."""

    visit_id: UUID
    start: int
    end: int

    def distance(self, at: int) -> int:
        """Return how far an instant lies outside, in milliseconds."""
        return max(self.start - at, at - self.end, 0)


_Session: TypeAlias = tuple[UUID, int]


class Visits:
    """Gives visits to arrivals.

    The latest visit of recent sessions is remembered. An event of this moment that continues it needs no
    more; for all others one query tells what the store has near their times. So another process in front of
    the same store is seen too: its events can only have made a remembered visit longer, and a visit that both
    begin at the same moment has one id. Not for use by
    several threads at once, and what was given must be stored before more is asked.
    """

    def __init__(self, store: EventReader, *, most_remembered: int = 50_000) -> None:
        self._store = store
        self._latest: OrderedDict[_Session, Span] = OrderedDict()
        self._most = most_remembered

    def assign(self, arrivals: Sequence[Arrival]) -> list[UUID]:
        """Return the visit of each arrival, in order; each counts for those behind it."""
        unclear = [each for each in arrivals if not self._continues(each)]
        known = self._look_up(unclear)
        visits = [self._assign(each, known.get(_session(each))) for each in arrivals]
        # Not before: a session that one arrival pushes out may have another behind it.
        while len(self._latest) > self._most:
            self._latest.popitem(last=False)
        return visits

    def forget(self, arrivals: Iterable[Arrival]) -> None:
        """Take back what was assigned, since it was not stored."""
        for each in arrivals:
            self._latest.pop(_session(each), None)

    def _continues(self, arrival: Arrival) -> bool:
        latest = self._latest.get(_session(arrival))
        at = arrival.record.created_at
        return arrival.is_live and latest is not None and latest.start <= at <= latest.end + VISIT_GAP

    def _assign(self, arrival: Arrival, spans: list[Span] | None) -> UUID:
        session = _session(arrival)
        latest = self._latest.get(session)
        if spans is None:
            spans = [latest] if latest is not None else []
        at = arrival.record.created_at
        span = nearest(spans, at)
        if span is None:
            span = Span(begun(arrival.record.session_id, arrival.epoch, at), at, at)
            spans.append(span)
        elif isinstance(arrival.record, Event):
            span.start, span.end = min(span.start, at), max(span.end, at)
        self._remember(session, span)
        return span.visit_id

    def _remember(self, session: _Session, span: Span) -> None:
        latest = self._latest.get(session)
        if latest is None or span.end >= latest.end:
            self._latest[session] = span
        self._latest.move_to_end(session)

    def _look_up(self, unclear: Sequence[Arrival]) -> dict[_Session, list[Span]]:
        if not unclear:
            return {}
        times = [each.record.created_at for each in unclear]
        days = {_day(at + offset) for at in times for offset in (-VISIT_GAP, VISIT_GAP)}
        statement = sql(
            """
            select session_id, visit_id,
                toUnixTimestamp64Milli(min(created_at)), toUnixTimestamp64Milli(max(created_at))
            from events
            where website_id in {websites:Array(UUID)}
                and toDate(created_at) in {days:Array(Date)}
                and session_id in {sessions:Array(UUID)}
                and created_at >= fromUnixTimestamp64Milli({earliest:Int64}, 'UTC')
                and created_at <= fromUnixTimestamp64Milli({latest:Int64}, 'UTC')
            group by session_id, visit_id
            """,
            websites=tuple(sorted({str(each.record.website_id) for each in unclear})),
            days=tuple(sorted(days)),
            sessions=tuple(sorted({str(each.record.session_id) for each in unclear})),
            earliest=min(times) - VISIT_GAP,
            latest=max(times) + VISIT_GAP,
        )
        stored: dict[UUID, list[Span]] = {}
        for session_id, visit_id, start, end in self._store.query(statement, name="collect:visits").rows:
            if isinstance(session_id, UUID) and isinstance(visit_id, UUID):
                stored.setdefault(session_id, []).append(Span(visit_id, int(str(start)), int(str(end))))
        sessions = {_session(each) for each in unclear}
        return {session: self._with_latest(session, stored.get(session[0], [])) for session in sessions}

    def _with_latest(self, session: _Session, spans: list[Span]) -> list[Span]:
        """Add what only memory knows: days that were not asked for, a visit that an identify began."""
        latest = self._latest.get(session)
        if latest is None:
            return spans
        same = next((span for span in spans if span.visit_id == latest.visit_id), None)
        if same is None:
            return [*spans, latest]
        latest.start, latest.end = min(latest.start, same.start), max(latest.end, same.end)
        return [latest if span is same else span for span in spans]


def begun(session_id: UUID, epoch: int, at: int) -> UUID:
    """Return the id of the visit that begins at an instant.

    No two visits of a session begin in the same half hour, since an event so near joins the visit that is
    there. So processes that get the first events of a visit at the same moment, before either can see the
    other's, name it alike; unless the half hour ends between the two events.
    """
    return uuid5(session_id, f"visit {epoch} {at // VISIT_GAP}")


def nearest(spans: Iterable[Span], at: int) -> Span | None:
    """Return the visit that an event joins: of those in reach the nearest, then the earlier."""
    near = (span for span in spans if span.distance(at) <= VISIT_GAP)
    return min(near, key=lambda span: (span.distance(at), span.start), default=None)


def _session(arrival: Arrival) -> _Session:
    return arrival.record.session_id, arrival.epoch


def _day(at: int) -> str:
    return to_datetime(at).date().isoformat()
