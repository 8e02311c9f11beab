"""Erases events that are older than the retention period, at the start and once a UTC day."""

from __future__ import annotations

from collections import deque
from uuid import UUID, uuid4

import structlog

from kokumi.domain.erasure import expired
from kokumi.domain.times import day_of
from kokumi.events.mutations import Mutations, MutationState, expired_rows
from kokumi.metadata.websites import Websites
from kokumi.sql.fragment import Fragment


class Retention:
    """Applies the retention periods of the server and of websites, day by day."""

    def __init__(self, mutations: Mutations, websites: Websites, server_days: int | None) -> None:
        self._mutations = mutations
        self._websites = websites
        self._server_days = server_days
        self._day: int | None = None
        self._state = MutationState.DONE
        self._waiting: deque[tuple[UUID, Fragment]] = deque()

    def is_due(self, now: int) -> bool:
        """Whether there is something to do: the day's erasing has not begun or is not done."""
        return bool(self._waiting) or self._day != day_of(now)

    def advance(self, now: int) -> bool:
        """Begin the day's erasing, or check it. Return whether it is still under way."""
        if self._day != day_of(now) and self._state is not MutationState.FAILING:
            self._begin(now)
        while self._waiting:
            tag, condition = self._waiting[0]
            state = self._mutations.advance(condition, str(tag), if_seen=True)
            if state is MutationState.FAILING and self._state is not MutationState.FAILING:
                structlog.get_logger().error("erasing what has expired fails")
            self._state = state
            if state is not MutationState.DONE:
                return True
            self._waiting.popleft()
        return False

    def _begin(self, now: int) -> None:
        old = expired(now, self._server_days, self._websites.retentions())
        if old.before is not None:
            # A month may be dropped only if it has expired for every website, also for a website that events
            # are being imported for. Only the server's own period can tell.
            months = self._mutations.drop_months(old.before)
            if months:
                structlog.get_logger().info("months dropped", months=len(months))
        self._waiting = deque((uuid4(), condition) for condition in expired_rows(old))
        self._day = day_of(now)
