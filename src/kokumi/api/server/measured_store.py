"""The event store as the application uses it, with everything that it is asked counted and timed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from kokumi.api.server.metrics import Metrics
from kokumi.errors import CallerError
from kokumi.events.engine import Limits
from kokumi.events.rows import Row, Table
from kokumi.events.store import Answer, EventStore, QueryCancelledError
from kokumi.sql.fragment import Fragment


class MeasuredStore:
    """An event store, and the metrics of it."""

    def __init__(self, store: EventStore, metrics: Metrics) -> None:
        self._store = store
        self._metrics = metrics

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        """Return the rows of a statement, as the store does."""
        with _timed(lambda outcome, seconds: self._metrics.queried(name, outcome, seconds)):
            answer = self._store.query(statement, name=name, limits=limits, tag=tag)
        self._metrics.read(name, rows=answer.rows_read, size=answer.bytes_read)
        return answer

    def cancel(self, tag: str) -> None:
        """Kill the running queries of that tag, as the store does."""
        self._store.cancel(tag)

    def insert(self, table: Table, rows: Sequence[Row], *, token: str, most_partitions: int = 0) -> None:
        """Store rows at once and durably, as the store does."""
        if not rows:
            return
        with _timed(lambda outcome, seconds: self._metrics.inserted(table.name, len(rows), outcome, seconds)):
            self._store.insert(table, rows, token=token, most_partitions=most_partitions)


@contextmanager
def _timed(record: Callable[[str, float], None]) -> Iterator[None]:
    started = time.perf_counter()
    outcome = "failed"
    try:
        yield
        outcome = "ok"
    except QueryCancelledError:
        outcome = "cancelled"
        raise
    except CallerError as error:
        outcome = error.code
        raise
    finally:
        record(outcome, time.perf_counter() - started)
