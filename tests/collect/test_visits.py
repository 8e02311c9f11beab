"""Visits: as a plain reading of docs/spec/collecting.md#visits, on the real store, whatever is remembered."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kokumi.collect.visits import NO_VISIT, Arrival, Visits
from kokumi.domain.events import Event, EventType, Identification
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventStore

MINUTE = 60_000
NOON = 1_760_097_600_000 // 86_400_000 * 86_400_000 + 12 * 3_600_000


def event(session_id: UUID, at: int, website_id: UUID) -> Event:
    return Event(website_id, session_id, NO_VISIT, uuid4(), at, EventType.PAGE_VIEW)


def store_group(store: EventStore, visits: Visits, group: list[Arrival]) -> list[UUID]:
    """Do what a commit does: give visits, then insert."""
    given_visits = visits.assign(group)
    rows = []
    for arrival, visit_id in zip(group, given_visits, strict=True):
        if isinstance(arrival.record, Event):
            record = arrival.record
            placed = Event(
                record.website_id,
                record.session_id,
                visit_id,
                record.event_id,
                record.created_at,
                record.type,
            )
            rows.append(event_row(placed))
    store.insert(EVENTS, rows, token=uuid4().hex)
    return given_visits


class Naive:
    """docs/spec/collecting.md#visits read plainly: all visits of a session, kept for ever."""

    def __init__(self) -> None:
        self.visits: list[list[int]] = []

    def join(self, at: int) -> int:
        """Return the number of the visit that an event joins."""
        reach = 30 * MINUTE
        best: tuple[int, int, int] | None = None
        for number, times in enumerate(self.visits):
            first, latest = min(times), max(times)
            away = first - at if at < first else at - latest if at > latest else 0
            if away <= reach and (best is None or (away, first) < best[:2]):
                best = (away, first, number)
        if best is None:
            self.visits.append([at])
            return len(self.visits) - 1
        self.visits[best[2]].append(at)
        return best[2]


# (minutes since the last live event, how far back or ahead it is said to have been, or none if it is live)
ARRIVALS = st.tuples(
    st.sampled_from([0, 1, 10, 29, 30, 31, 45, 600]),
    st.none() | st.sampled_from([-1500, -61, -45, -31, -30, -20, -5, 0, 3, 5]),
    st.integers(0, 1),
)


# A session that another of the same group pushes out of memory.
@example(groups=[([(0, None, 0)], False), ([(0, None, 1), (0, None, 0)], False)], remembered=1)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    groups=st.lists(st.tuples(st.lists(ARRIVALS, min_size=1, max_size=4), st.booleans()), max_size=8),
    remembered=st.sampled_from([1, 1000]),
)
def test_visits_are_those_of_a_plain_reading(
    store: EventStore,
    groups: list[tuple[list[tuple[int, int | None, int]], bool]],
    remembered: int,
) -> None:
    website_id = uuid4()
    sessions = [uuid4(), uuid4()]
    naive = {session_id: Naive() for session_id in sessions}
    visits = Visits(store, most_remembered=remembered)
    expected: list[tuple[UUID, int]] = []
    found: list[UUID] = []
    now = NOON
    for arrivals, restarts in groups:
        if restarts:
            visits = Visits(store, most_remembered=remembered)
        group = []
        for later, said, who in arrivals:
            now += later * MINUTE
            at = now if said is None else now + said * MINUTE
            session_id = sessions[who]
            group.append(Arrival(event(session_id, at, website_id), said is None, 0))
            expected.append((session_id, naive[session_id].join(at)))
        found += store_group(store, visits, group)
    names: dict[tuple[UUID, int], UUID] = {}
    assert found == [names.setdefault(key, visit) for key, visit in zip(expected, found, strict=True)]
    assert len(set(names.values())) == len(names)


@pytest.mark.every_store
def test_two_processes_before_one_store_agree(store: EventStore, website_id: UUID) -> None:
    one, other = Visits(store), Visits(store)
    session_id = uuid4()
    found = [
        store_group(
            store, visits, [Arrival(event(session_id, NOON + minutes * MINUTE, website_id), True, 0)]
        )[0]
        for visits, minutes in [(one, 0), (other, 20), (one, 45), (other, 75), (one, 106)]
    ]
    assert found == [found[0]] * 4 + [found[4]]
    assert found[4] != found[0]


@pytest.mark.every_store
def test_two_processes_that_begin_a_visit_at_the_same_moment_agree(
    store: EventStore, website_id: UUID
) -> None:
    """Neither can see the other's event: both ask before anything is stored."""
    session_id = uuid4()
    groups = [[Arrival(event(session_id, NOON + late, website_id), True, 0)] for late in (0, 20)]
    processes = [Visits(store), Visits(store)]
    assigned = [visits.assign(group)[0] for visits, group in zip(processes, groups, strict=True)]
    assert assigned[0] == assigned[1]
    later = [
        store_group(store, visits, [Arrival(event(session_id, NOON + 29 * MINUTE, website_id), True, 0)])
        for visits in processes
    ]
    assert later == [[assigned[0]]] * 2


def test_an_identify_does_not_make_a_visit_longer(store: EventStore, website_id: UUID) -> None:
    visits = Visits(store)
    session_id = uuid4()

    def seen(minutes: int) -> UUID:
        return store_group(
            store, visits, [Arrival(event(session_id, NOON + minutes * MINUTE, website_id), True, 0)]
        )[0]

    def said(minutes: int) -> UUID:
        record = Identification(website_id, session_id, NOON + minutes * MINUTE, "", ())
        return store_group(store, visits, [Arrival(record, True, 0)])[0]

    first = said(0)
    assert [seen(10), said(30), said(40)] == [first] * 3
    assert seen(41) != first


def test_a_reset_is_not_remembered_across(store: EventStore, website_id: UUID) -> None:
    visits = Visits(store)
    session_id = uuid4()
    before = store_group(store, visits, [Arrival(event(session_id, NOON, website_id), True, 0)])
    store.erase(website_id)
    after = store_group(store, visits, [Arrival(event(session_id, NOON + 1, website_id), True, 1)])
    assert before != after


@pytest.mark.parametrize("most", [1, 2])
def test_what_was_not_stored_is_forgotten(store: EventStore, website_id: UUID, most: int) -> None:
    """So it cannot lend its visit to what comes within half an hour."""
    visits = Visits(store, most_remembered=most)
    session_id = uuid4()
    lost = [Arrival(event(session_id, NOON + 20 * MINUTE, website_id), True, 0)]
    first = visits.assign(lost)
    visits.forget(lost)
    assert visits.assign([Arrival(event(session_id, NOON + 40 * MINUTE, website_id), True, 0)]) != first
