"""What waits to be stored: a line for each website, from which each insert takes in turn."""

from __future__ import annotations

from asyncio import Future
from collections import OrderedDict, deque
from dataclasses import dataclass
from uuid import UUID

from kokumi.collect.visits import Arrival
from kokumi.domain.times import to_datetime

MAX_PARTITIONS = 4
"""How many months one insert may touch. Each is a part of its own in the store, with an fsync of its own."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An arrival, and the visit that its sender waits to hear."""

    arrival: Arrival
    visit_id: Future[UUID]


class Turns:
    """The lines of all websites; `capacity` is how many arrivals may wait in all of them together.

    Arrivals of one website stay in order. Those of another wait for at most one group while websites send
    events of a few months; only more months than an insert may touch make a website wait longer.
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

        A website may have as many waiting as there are places left for all. So the first takes half of the
        places at most, and however many websites are flooded, some places are left for the others.
        """
        return len(self._lines.get(website_id, ())) < self._capacity - self._count

    def add(self, waiting: Waiting) -> None:
        """Put an arrival at the end of its website's line."""
        self._lines.setdefault(waiting.arrival.record.website_id, deque()).append(waiting)
        self._count += 1

    def take(self, most: int) -> list[Waiting]:
        """Remove and return what the next insert stores: one of each website in turn, up to `most`.

        A website whose next arrival lies in one month too many is left out, and comes first the next time.
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
