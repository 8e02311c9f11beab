"""The queries of one request share its time limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from kokumi.errors import QueryTooLargeError
from kokumi.events.engine import Limits
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import Answer, EventStore
from kokumi.sql.fragment import Fragment, sql

_STATEMENT = sql("select 1")


@dataclass
class _Recording:
    """A store that remembers within which limits it was asked, and passes all on."""

    store: EventStore
    asked: list[tuple[str, float, int, str]] = field(default_factory=list)

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        """Ask the store."""
        assert limits is not None
        self.asked.append((name, limits.seconds, limits.memory, tag))
        return self.store.query(statement, name=name, limits=limits, tag=tag)

    def cancel(self, tag: str) -> None:
        """Pass it on."""
        self.store.cancel(tag)


def _clock(*moments: float) -> Iterator[float]:
    yield from moments


def test_each_query_has_the_time_that_is_left(store: EventStore) -> None:
    recording = _Recording(store)
    moments = _clock(100.0, 100.0, 112.0, 129.5)
    reader = RequestReader(recording, Limits(30.0, 10**9), "tag", lambda: next(moments))
    rows = [reader.query(_STATEMENT, name=name).rows for name in ("first", "second", "third")]
    assert rows == [[(1,)]] * 3
    assert recording.asked == [
        ("first", 30.0, 10**9, "tag"),
        ("second", 18.0, 10**9, "tag"),
        ("third", 0.5, 10**9, "tag"),
    ]


@pytest.mark.parametrize("late", [30.0, 29.9999, 1000.0])
def test_no_query_is_asked_when_no_time_is_left(store: EventStore, late: float) -> None:
    """Nor when so little is left that the engine would take it for no limit."""
    recording = _Recording(store)
    moments = _clock(0.0, late)
    reader = RequestReader(recording, Limits(30.0), clock=lambda: next(moments))
    with pytest.raises(QueryTooLargeError, match="needs more time"):
        reader.query(_STATEMENT, name="late")
    assert recording.asked == []
