"""The worker that erases. Requests wait in the metadata, the engine deletes, and no caller waits."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from uuid import UUID, uuid4

import structlog

from kokumi.domain.times import Clock
from kokumi.erasing.retention import Retention
from kokumi.errors import SetupError
from kokumi.events.mutations import Mutations, MutationState, covered
from kokumi.events.store import EventStore
from kokumi.metadata.erasures import ErasureBatch
from kokumi.metadata.store import Metadata

GRACE_MILLISECONDS = 15_000
"""How long a request waits, so that events that were under way have arrived by then.

Another server process may take events for a deleted website for five more seconds, and then store them.
"""

_PATIENCE_MILLISECONDS = 60_000
_FIRST_PAUSE_MILLISECONDS = 30_000
_MAX_PAUSE_MILLISECONDS = 3_600_000
_MAX_DOUBLINGS = 10
_SECONDS_WHILE_BUSY = 0.5
_SECONDS_WHILE_IDLE = 5.0
_SECONDS_WHILE_WATCHED = 0.05
_MAX_SECONDS_AFTER_ERROR = 300.0
_SECONDS_TO_STOP = 15.0


class Eraser:
    """Works on waiting erasures, in a thread of its own between `start` and `stop`.

    At most one mutation of each table is under way for what users delete. All state is in the metadata and in
    the engine, so it may be stopped at any moment and goes on after the next start. Any number of processes
    may have one. They take turns.
    """

    def __init__(
        self,
        store: EventStore,
        metadata: Metadata,
        *,
        clock: Clock,
        retention: Retention | None = None,
        grace: int = GRACE_MILLISECONDS,
    ) -> None:
        """`grace` is in milliseconds. Without `retention`, only what was requested is erased."""
        self._erasures = metadata.erasures
        self._mutations = Mutations(store)
        self._retention = retention
        self._takes_turns = store.is_shared
        self._clock = clock
        self._grace = grace
        self._id = uuid4()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="erase", daemon=True)

    def start(self) -> None:
        """Start working."""
        self._thread.start()

    def stop(self) -> None:
        """Stop working, and return when nothing runs any more. Unfinished erasures wait."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_SECONDS_TO_STOP)
        if self._takes_turns:
            with suppress(Exception):  # the hold ends by itself a minute later
                self._erasures.release(self._id)

    def run_once(self, now: int) -> bool:
        """Do what can be done now without waiting. Return whether a mutation is under way.

        Raises:
            Exception: a database cannot be reached. Nothing is lost, and this may be called again.
        """
        expires = self._retention is not None and self._retention.is_due(now)
        if not expires and not self._erasures.waiting():
            return False
        if self._takes_turns and not self._erasures.hold(self._id, now):
            return False
        is_under_way = self._erase(now)
        # Last, so that a failure here does not hold up what was requested.
        is_expiring = self._retention is not None and self._retention.advance(now)
        return is_under_way or is_expiring

    def _erase(self, now: int) -> bool:
        batches = self._erasures.batches()
        if not batches:
            taken = self._erasures.take(
                requested_until=now - self._grace, now=now, patience=_PATIENCE_MILLISECONDS
            )
            batches = () if taken is None else (taken,)
        return any(not self._advance(batch, now) for batch in batches)

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                pause = _SECONDS_WHILE_BUSY if self.run_once(self._clock()) else _SECONDS_WHILE_IDLE
                failures = 0
            except Exception:  # noqa: BLE001 - whatever failed is tried again later
                failures += 1
                structlog.get_logger().exception("erasing failed", attempts=failures)
                pause = min(_SECONDS_WHILE_IDLE * failures, _MAX_SECONDS_AFTER_ERROR)
            self._stopping.wait(pause)

    def _advance(self, batch: ErasureBatch, now: int) -> bool:
        """Return whether there is nothing to do for a batch now."""
        try:
            state = self._mutations.advance(covered(batch.erasures), str(batch.tag))
            is_done = state is MutationState.DONE and not self._has_stragglers(batch)
        except Exception:
            self._failed(batch, now, again=True)
            raise
        if is_done:
            self._erasures.finish(batch.tag)
            structlog.get_logger().debug("erased", erasures=len(batch.erasures))
        elif state is MutationState.DONE:
            self._failed(batch, now, again=True)
        elif state is not MutationState.UNDER_WAY and now >= batch.retry_at:
            self._failed(batch, now, again=state is MutationState.MISSING)
            structlog.get_logger().error(
                "erasing fails", erasures=len(batch.erasures), attempts=batch.attempts + 1
            )
        return state is MutationState.DONE

    def _has_stragglers(self, batch: ErasureBatch) -> bool:
        """Whether events of deleted websites have come in since the mutation began."""
        websites = [each for each in batch.erasures if each.is_whole_website]
        return bool(websites) and self._mutations.are_left(covered(websites))

    def _failed(self, batch: ErasureBatch, now: int, *, again: bool) -> None:
        doublings = min(batch.attempts, _MAX_DOUBLINGS)
        pause = min(_FIRST_PAUSE_MILLISECONDS * 2**doublings, _MAX_PAUSE_MILLISECONDS)
        self._erasures.failed(batch.tag, retry_at=now + pause, again=again)


def erase_now(store: EventStore, metadata: Metadata, website_id: UUID, *, clock: Clock) -> None:
    """Erase what was requested for a website, and return when it is gone.

    If servers may run beside this process, it first waits until they know of the request.

    Raises:
        SetupError: erasing failed; the next server tries again.
    """
    eraser = Eraser(store, metadata, clock=clock, grace=GRACE_MILLISECONDS if store.is_shared else 0)
    try:
        while metadata.erasures.waiting(website_id):
            eraser.run_once(clock())
            if metadata.erasures.failing(website_id):
                raise SetupError("The events cannot be erased now. The next server that runs tries again.")
            time.sleep(_SECONDS_WHILE_WATCHED)
    finally:
        eraser.stop()
