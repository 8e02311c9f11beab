"""Events that wait to be stored: a queue for each website. Inserts take from the queues in turn."""

from __future__ import annotations

from asyncio import Future
from collections import OrderedDict, deque
from dataclasses import dataclass
from uuid import UUID

from kokumi.collect.visits import Arrival, FetchArrival
from kokumi.domain.times import to_datetime

MAX_PARTITIONS = 4
"""How many months one insert may touch. Each month makes a part in the store, with its own fsync."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An arrival, and the future that its sender waits for."""

    arrival: Arrival | FetchArrival
    visit_id: Future[UUID]


class Turns:
    """The queues of all websites. `capacity` is how many arrivals may wait in all of them together.

    Arrivals of one website stay in order. Another website's arrival waits for at most one group, as long as
    the websites send events of few months. With more months than one insert may touch, it may wait longer.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._lines: OrderedDict[UUID, deque[Waiting]] = OrderedDict()
        self._count = 0

    def __len__(self) -> int:
        """Return how many wait."""
        return self._count

    def has_room(self, website_id: UUID) -> bool:
        """Return whether one more arrival of the website may wait.

        A website may have as many waiting as there are free places. So the first website takes at most half
        of the places, and however many websites are flooded, others still find some.
        """
        return len(self._lines.get(website_id, ())) < self._capacity - self._count

    def add(self, waiting: Waiting) -> None:
        """Put an arrival at the end of its website's queue."""
        self._lines.setdefault(waiting.arrival.record.website_id, deque()).append(waiting)
        self._count += 1

    def take(self, most: int) -> list[Waiting]:
        """Remove and return what the next insert stores: one arrival of each website in turn, up to `most`.

        If a website's next arrival would add one month too many, the website comes first the next time.
        """
        group: list[Waiting] = []
        months: set[tuple[int, int]] = set()
        left_out: list[tuple[UUID, deque[Waiting]]] = []
        while self._lines and len(group) < most:
            website_id, line = self._lines.popitem(last=False)
            month = _month(line[0].arrival.record.created_at)
            if month not in months and len(months) == MAX_PARTITIONS:
                left_out.append((website_id, line))
                continue
            months.add(month)
            group.append(line.popleft())
            if line:
                self._lines[website_id] = line
        for website_id, line in reversed(left_out):
            self._lines[website_id] = line
            self._lines.move_to_end(website_id, last=False)
        self._count -= len(group)
        return group


def _month(at: int) -> tuple[int, int]:
    moment = to_datetime(at)
    return moment.year, moment.month
