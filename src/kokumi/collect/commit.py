"""Durable storage of what arrives: requests of the same moment share one insert (docs/decisions/0004)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol
from uuid import UUID, uuid4

import structlog

from kokumi.collect.turns import MAX_PARTITIONS, Turns, Waiting
from kokumi.collect.visits import NO_VISIT, Arrival, FetchArrival, Visits
from kokumi.domain.agents import Fetch
from kokumi.domain.events import Event, Identification
from kokumi.errors import OverloadedError
from kokumi.events.rows import (
    AGENTS,
    EVENTS,
    IDENTIFICATIONS,
    Row,
    Table,
    agent_row,
    event_row,
    identification_row,
)
from kokumi.events.store import EventReader, EventWriter

_ATTEMPTS = 3
_FIRST_WAIT = 0.05
_RETRY_AFTER = 5


class Store(EventReader, EventWriter, Protocol):
    """What a commit needs of a store: visits are looked up, rows inserted."""


class Commit(Protocol):
    """Stores arrivals; whoever was answered can rely on it."""

    async def store(self, arrival: Arrival | FetchArrival) -> UUID:
        """Return the arrival's visit once it is durable; `NO_VISIT` for an agent's fetch.

        Raises:
            OverloadedError: it is not stored, and may be sent again.
        """

    async def close(self) -> None:
        """Store what is waiting, then take no more."""


class GroupCommit:
    """One insert at a time; what arrives meanwhile, or within `pause` seconds, shares the next.

    `largest` bounds an insert, `capacity` those who wait: beyond it callers are told to come again. Each
    insert takes from every website in turn, so that one that is flooded does not hold up the others.
    """

    def __init__(
        self, store: Store, *, pause: float = 0.005, largest: int = 1000, capacity: int = 20_000
    ) -> None:
        self._store = store
        self._visits = Visits(store)
        self._pause = pause
        self._largest = largest
        self._turns = Turns(capacity)
        self._changed = asyncio.Event()
        self._closing = False
        self._running: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="commit")

    async def store(self, arrival: Arrival | FetchArrival) -> UUID:
        """Return the arrival's visit once it is durable; `NO_VISIT` for an agent's fetch.

        Raises:
            OverloadedError: too many of the website wait, the server stops, or the store failed; nothing is
                stored.
        """
        if self._closing:
            raise OverloadedError("The server is stopping; send this again.", _RETRY_AFTER)
        if not self._turns.has_room(arrival.record.website_id):
            raise OverloadedError("More events arrive than can be stored; send this again later.")
        loop = asyncio.get_running_loop()
        waiting = Waiting(arrival, loop.create_future())
        self._turns.add(waiting)
        self._changed.set()
        if self._running is None:
            self._running = loop.create_task(self._run())
        return await waiting.visit_id

    async def close(self) -> None:
        """Store what is waiting, then take no more."""
        self._closing = True
        self._changed.set()
        if self._running is not None:
            await self._running
        self._thread.shutdown()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._turns or not self._closing:
            if not self._turns:
                await self._changed.wait()
                # The first after a quiet time waits for company; later ones had an insert's time for it.
                await asyncio.sleep(self._pause)
            group = self._turns.take(self._largest)
            if not self._turns and not self._closing:
                self._changed.clear()
            _answer(group, await loop.run_in_executor(self._thread, self._write, _arrivals(group)))

    def _write(self, arrivals: Sequence[Arrival | FetchArrival]) -> Sequence[UUID | None]:
        """Store a group; return each arrival's visit, none for those that could not be stored."""
        of_people = [each for each in arrivals if isinstance(each, Arrival)]
        try:
            assigned = iter(self._visits.assign(of_people))
        except Exception:  # noqa: BLE001 - whatever it was, those who wait must be told, and the next served
            _log_failure(len(arrivals))
            return [None] * len(arrivals)
        visits = [next(assigned) if isinstance(each, Arrival) else NO_VISIT for each in arrivals]
        rows = _rows(arrivals, visits)
        stored = {kind: self._insert(table, rows[kind]) for kind, table in _TABLES.items()}
        self._visits.forget(each for each in of_people if not stored[type(each.record)])
        return [
            visit_id if stored[type(arrival.record)] else None
            for arrival, visit_id in zip(arrivals, visits, strict=True)
        ]

    def _insert(self, table: Table, rows: Sequence[Row]) -> bool:
        """Return whether the rows are stored.

        All attempts use one token: after a failure of unknown outcome a repetition stores nothing twice.
        """
        token = uuid4().hex
        for attempt in range(_ATTEMPTS):
            try:
                self._store.insert(table, rows, token=token, most_partitions=MAX_PARTITIONS)
            except Exception:  # noqa: BLE001 - engines fail in many ways, and all of them mean: not stored
                _log_failure(len(rows))
                time.sleep(_FIRST_WAIT * 2**attempt)
            else:
                return True
        return False


_TABLES: dict[type, Table] = {Event: EVENTS, Identification: IDENTIFICATIONS, Fetch: AGENTS}


def _rows(arrivals: Sequence[Arrival | FetchArrival], visits: Sequence[UUID]) -> dict[type, list[Row]]:
    rows: dict[type, list[Row]] = {kind: [] for kind in _TABLES}
    for arrival, visit_id in zip(arrivals, visits, strict=True):
        match arrival.record:
            case Event() as event:
                rows[Event].append(event_row(replace(event, visit_id=visit_id)))
            case Identification() as identification:
                rows[Identification].append(identification_row(identification))
            case Fetch() as fetch:
                rows[Fetch].append(agent_row(fetch))
    return rows


def _log_failure(rows: int) -> None:
    structlog.get_logger().exception("could not be stored", rows=rows)


def _arrivals(group: Iterable[Waiting]) -> list[Arrival | FetchArrival]:
    return [waiting.arrival for waiting in group]


def _answer(group: Iterable[Waiting], visits: Iterable[UUID | None]) -> None:
    for waiting, visit_id in zip(group, visits, strict=True):
        if waiting.visit_id.done():  # whoever asked has gone
            continue
        if visit_id is None:
            waiting.visit_id.set_exception(
                OverloadedError("The event could not be stored; send it again.", _RETRY_AFTER)
            )
        else:
            waiting.visit_id.set_result(visit_id)
