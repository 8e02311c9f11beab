"""The queries that answer one request. They share one time limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from kokumi.events.engine import Limits, too_large
from kokumi.events.store import Answer, EventReader
from kokumi.sql.fragment import Fragment

MIN_SECONDS = 0.001
"""The shortest time limit that a query gets. The engine reads a much shorter one as no limit."""


class RequestReader:
    """The queries of one request. They share its time limit, and a tag by which they can be cancelled."""

    def __init__(
        self,
        events: EventReader,
        limits: Limits | None = None,
        tag: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start the clock. `clock` returns seconds that never go back."""
        self._events = events
        self._limits = limits or Limits()
        self._tag = tag
        self._clock = clock
        self._ends_at = clock() + self._limits.seconds

    def query(self, statement: Fragment, *, name: str) -> Answer:
        """Return the rows of a statement, within the time that is left.

        Raises:
            QueryTooLargeError: it went past the limit of time or memory, or no time is left for it.
            QueryCancelledError: it was cancelled.
        """
        left = self._ends_at - self._clock()
        if left < MIN_SECONDS:
            raise too_large("time")
        limits = replace(self._limits, seconds=left)
        return self._events.query(statement, name=name, limits=limits, tag=self._tag)
