"""Erasing as a test drives it: without a thread, and without waiting for the grace time to pass."""

from __future__ import annotations

from kokumi.erasing.eraser import GRACE_MILLISECONDS, Eraser
from kokumi.events.store import EventStore
from kokumi.metadata.store import Metadata
from kokumi.sql.fragment import sql


def later(metadata: Metadata) -> int:
    """Return an instant at which every erasure that waits is due."""
    return metadata.clock() + GRACE_MILLISECONDS


def drive(eraser: Eraser, now: int) -> None:
    """Let an eraser work until nothing is under way that was due at an instant."""
    while eraser.run_once(now):
        pass


def erase(store: EventStore, metadata: Metadata) -> None:
    """Erase everything that waits."""
    eraser = Eraser(store, metadata, clock=metadata.clock)
    drive(eraser, later(metadata))
    eraser.stop()


def mutations(store: EventStore) -> int:
    """Return how many mutations the store's tables have had."""
    table = store.layout.everywhere("mutations")
    counted = sql(
        "select uniqExact(table, mutation_id) from $mutations where database = currentDatabase()",
        mutations=table,
    )
    return int(str(store.query(counted, name="test").rows[0][0]))
