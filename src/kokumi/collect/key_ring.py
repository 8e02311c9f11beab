"""The session keys in this process's memory. The database is asked once for each period."""

from __future__ import annotations

import asyncio
from typing import Protocol

import structlog

from kokumi.collect.identity import VISIT_GAP
from kokumi.domain.session_keys import Period, SessionKey, period_at
from kokumi.domain.times import DAY, Unit
from kokumi.errors import OverloadedError

MAX_HELD = 1000
"""Keys in memory. A server needs few of them, and more only if old events of many periods are sent."""

_RETRY_AFTER = 5


class StoredKeys(Protocol):
    """The keys that all processes share. `now` and `kept` are in milliseconds."""

    def find(self, period: Period, now: int, kept: int) -> SessionKey | None:
        """Return the period's key, or none if there is none or it is no longer needed."""

    def obtain(self, period: Period, now: int, kept: int) -> SessionKey:
        """Return the period's key. Make it if there is none."""

    def delete_old(self, now: int, kept: int) -> None:
        """Delete the keys that are no longer needed."""


class KeyRing:
    """Returns the key of each period, and forgets keys when late events of their period are no longer taken.

    For use in one event loop. `forget_old_keys` may be called from any thread.
    """

    def __init__(self, stored: StoredKeys, unit: Unit, late_days: int) -> None:
        self._stored = stored
        self._unit = unit
        # A visit that began in the old period may go on for one more gap, even if no late events are taken.
        self._kept = late_days * DAY + VISIT_GAP
        self._held: dict[Period, SessionKey] = {}
        self._loading: dict[Period, asyncio.Task[SessionKey]] = {}
        self._finding = asyncio.Lock()

    async def key_at(self, at: int, now: int) -> SessionKey:
        """Return the key of the period that contains the instant `at`. Make it if there is none.

        Raises:
            OverloadedError: the database failed; the event may be sent again.
        """
        period = period_at(self._unit, at)
        held = self._in_memory(period, now)
        return held or await self._load(period, now)

    async def key_of(self, start: int, now: int) -> SessionKey | None:
        """Return the key of the period that starts at that instant, or none if it is gone.

        Raises:
            OverloadedError: the database failed; the event may be sent again.
        """
        period = period_at(self._unit, start)
        if period.start != start:
            return None  # KOKUMI_SESSION_PERIOD was changed
        held = self._in_memory(period, now)
        return held or await self._find(period, now)

    def forget_old_keys(self, now: int) -> None:
        """Delete the keys that are no longer needed at `now`, from the database and from memory."""
        self._release(now)
        self._stored.delete_old(now, self._kept)

    def _in_memory(self, period: Period, now: int) -> SessionKey | None:
        held = self._held.get(period)
        return held if held is not None and held.is_needed(now, self._kept) else None

    async def _load(self, period: Period, now: int) -> SessionKey:
        """Return the key from the database. Callers at the same time share one look-up."""
        loading = self._loading.get(period)
        if loading is None:
            loading = asyncio.create_task(self._obtain(period, now))
            self._loading[period] = loading
            loading.add_done_callback(lambda _: self._loading.pop(period))
        # Shielded, because others still wait for it if one of the callers is cancelled.
        return await asyncio.shield(loading)

    async def _obtain(self, period: Period, now: int) -> SessionKey:
        try:
            key = await asyncio.to_thread(self._stored.obtain, period, now, self._kept)
        except Exception as error:
            raise _failure() from error
        self._hold(key, now)
        return key

    async def _find(self, period: Period, now: int) -> SessionKey | None:
        async with self._finding:  # after the first look-up, the others find the key in memory
            if (held := self._in_memory(period, now)) is not None:
                return held
            try:
                key = await asyncio.to_thread(self._stored.find, period, now, self._kept)
            except Exception as error:
                raise _failure() from error
            if key is not None:
                self._hold(key, now)
            return key

    def _hold(self, key: SessionKey, now: int) -> None:
        self._release(now)
        while len(self._held) >= MAX_HELD:
            self._held.pop(next(iter(self._held)))
        self._held[key.period] = key

    def _release(self, now: int) -> None:
        for period, key in list(self._held.items()):
            if not key.is_needed(now, self._kept):
                self._held.pop(period, None)


def _failure() -> OverloadedError:
    structlog.get_logger().exception("the key of the period could not be read")
    return OverloadedError("The event could not be stored; send it again.", _RETRY_AFTER)
