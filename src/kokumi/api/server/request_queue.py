"""Whose request is answered next: callers take turns, and nobody holds every thread or fills the queue."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter, deque
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from kokumi.errors import OverloadedError
from kokumi.metadata.access import SignedIn, Viewer

MAX_WAITING = 128
"""Requests that may wait in all."""

MAX_WAITING_OF_ONE = 24
"""Requests of one caller that may wait. The largest page of the dashboard sends about ten at once."""

RETRY_AFTER = 2
"""Seconds after which a refused caller may try again."""

CallerKey: TypeAlias = tuple[str, UUID]


def caller_key(caller: Viewer) -> CallerKey:
    """Return whose share of the threads a request takes: a user's, or that of share links.

    All links of the websites that one user made have one share together, or whoever may make websites could
    have any number.
    """
    if isinstance(caller, SignedIn):
        return "user", caller.user_id
    return "share links", caller.made_by or caller.website_id


@dataclass(eq=False, frozen=True, slots=True)
class QueuedRequest:
    """A request in the queue. `turn` is done when it may run, and holds an error if it was refused."""

    caller: CallerKey
    turn: asyncio.Future[None]


class RequestQueue:
    """Requests that wait for a thread. Everything happens in the event loop, so there is nothing to lock."""

    def __init__(self, *, shared: int, threads: int) -> None:
        """Start with an empty queue.

        All callers share `shared` of the `threads`. The rest are for callers who have nothing running, so
        that they need not wait for a caller who fills the shared ones.
        """
        self._shared = shared
        self._threads = threads
        self._running: Counter[CallerKey] = Counter()
        self._waiting: dict[CallerKey, deque[QueuedRequest]] = {}
        self._numbers = itertools.count(1)
        self._latest: dict[CallerKey, int] = {}
        """The number of each caller's latest turn, while they have requests here."""

    def __len__(self) -> int:
        return self._running.total() + self._count_waiting()

    def enter(self, caller: CallerKey) -> QueuedRequest:
        """Return a place in the queue. Its turn may come at once.

        Raises:
            OverloadedError: too many requests of the caller wait already, or too many of all callers.
        """
        queued = QueuedRequest(caller, asyncio.get_running_loop().create_future())
        self._waiting.setdefault(caller, deque()).append(queued)
        self._give_turns()
        if not queued.turn.done():
            self._make_room(queued)
        return queued

    def leave(self, queued: QueuedRequest) -> None:
        """Give up a place, because the request was answered or no longer waits."""
        if not queued.turn.done():
            self._drop(queued)
        elif queued.turn.exception() is None:
            self._running -= Counter((queued.caller,))
            self._forget(queued.caller)
            self._give_turns()

    def _give_turns(self) -> None:
        while (caller := self._next()) is not None:
            queued = self._waiting[caller][0]
            self._running[caller] += 1
            self._drop(queued)
            self._latest[caller] = next(self._numbers)
            queued.turn.set_result(None)

    def _next(self) -> CallerKey | None:
        """Return the caller with the fewest running requests; among equals, the one with the oldest turn."""
        under_way = self._running.total()
        if under_way >= self._threads:
            return None
        may_start = [each for each in self._waiting if under_way < self._shared or not self._running[each]]
        return min(may_start, key=lambda each: (self._running[each], self._latest.get(each, 0)), default=None)

    def _make_room(self, queued: QueuedRequest) -> None:
        """Refuse a request if too many wait: this one, or the last of a caller who has more waiting."""
        own = self._waiting[queued.caller]
        if len(own) > MAX_WAITING_OF_ONE:
            self._drop(queued)
            raise OverloadedError(
                f"{MAX_WAITING_OF_ONE} of your reports are waiting already. Try again in a moment.",
                RETRY_AFTER,
            )
        if self._count_waiting() <= MAX_WAITING:
            return
        longest = max(self._waiting.values(), key=len)
        refused = queued if len(longest) <= len(own) else longest[-1]
        self._drop(refused)
        error = OverloadedError("Too many reports are waiting. Try again in a moment.", RETRY_AFTER)
        if refused is queued:
            raise error
        refused.turn.set_exception(error)

    def _drop(self, queued: QueuedRequest) -> None:
        line = self._waiting[queued.caller]
        line.remove(queued)
        if not line:
            del self._waiting[queued.caller]
            self._forget(queued.caller)

    def _forget(self, caller: CallerKey) -> None:
        if caller not in self._waiting and not self._running[caller]:
            self._latest.pop(caller, None)

    def _count_waiting(self) -> int:
        return sum(len(line) for line in self._waiting.values())
