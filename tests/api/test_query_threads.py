"""Reports wait for a thread in turn, stop when their client goes, and are refused when too many wait."""

from __future__ import annotations

import asyncio
import threading
from uuid import uuid4

import pytest
from starlette.requests import Request
from starlette.types import Message

from kokumi.api.server.query_threads import ClientGoneError, QueryThreads
from kokumi.errors import OverloadedError
from kokumi.events.engine import Limits
from kokumi.events.store import Answer, EventStore, QueryCancelledError
from kokumi.metadata.access import Role, ShareVisitor, SignedIn
from kokumi.sql.fragment import Fragment, sql

pytestmark = pytest.mark.anyio

_PATIENCE = 30
_SOMEBODY = SignedIn(uuid4(), Role.USER)


class _Reader:
    """A store that knows what was cancelled; its queries end when they are told to."""

    def __init__(self) -> None:
        self.cancelled: list[str] = []
        self.released = threading.Event()

    def query(self, statement: Fragment, *, name: str, limits: Limits | None = None, tag: str = "") -> Answer:
        raise NotImplementedError

    def cancel(self, tag: str) -> None:
        """Let what is running end."""
        self.cancelled.append(tag)
        self.released.set()


def _request(gone: asyncio.Event | None = None) -> Request:
    left = gone or asyncio.Event()

    async def receive() -> Message:
        await left.wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


def _queries(reader: _Reader | EventStore, threads: int, patience: float = _PATIENCE) -> QueryThreads:
    return QueryThreads(reader, shared=threads, threads=threads + 1, patience=patience)


async def test_answer() -> None:
    """What the work returns or raises comes back, and each has a tag of its own."""
    queries = _queries(_Reader(), 2)
    tags: set[str] = {await queries.run(_request(), _SOMEBODY, lambda tag: tag) for _ in range(3)}
    assert len(tags) == 3

    def fail(_tag: str) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await queries.run(_request(), _SOMEBODY, fail)
    queries.close()


async def test_client_goes_while_its_report_runs() -> None:
    """The report's own queries are killed, and its thread is free when that is known."""
    reader, gone, started = _Reader(), asyncio.Event(), threading.Event()
    queries = _queries(reader, 1)
    tags: list[str] = []

    def work(tag: str) -> None:
        tags.append(tag)
        started.set()
        assert reader.released.wait(_PATIENCE)
        raise QueryCancelledError

    asked = asyncio.create_task(queries.run(_request(gone), _SOMEBODY, work))
    assert await asyncio.to_thread(started.wait, _PATIENCE)
    gone.set()
    with pytest.raises(ClientGoneError):
        await asked
    assert set(reader.cancelled) == set(tags)
    assert queries.under_way == 0
    assert await queries.run(_request(), _SOMEBODY, lambda _tag: "next") == "next"
    queries.close()


async def test_client_goes_while_its_report_waits() -> None:
    """A report whose turn has not come is never begun."""
    reader, gone = _Reader(), asyncio.Event()
    queries = _queries(reader, 1)
    begun: list[str] = []

    def first(_tag: str) -> bool:
        return reader.released.wait(_PATIENCE)

    running = asyncio.create_task(queries.run(_request(), _SOMEBODY, first))
    waiting = asyncio.create_task(queries.run(_request(gone), _SOMEBODY, begun.append))
    gone.set()
    with pytest.raises(ClientGoneError):
        await waiting
    assert (begun, reader.cancelled, queries.under_way) == ([], [], 1)
    reader.released.set()
    assert await running
    queries.close()


async def test_a_report_that_has_waited_for_too_long_is_refused() -> None:
    """A late answer is worth nothing: its client is told to come again, and its place is free."""
    reader = _Reader()
    queries = _queries(reader, 1, patience=0)
    begun: list[str] = []

    def first(_tag: str) -> bool:
        return reader.released.wait(_PATIENCE)

    running = asyncio.create_task(queries.run(_request(), _SOMEBODY, first))
    await asyncio.sleep(0)  # the task runs up to where it waits
    with pytest.raises(OverloadedError) as caught:
        await queries.run(_request(), _SOMEBODY, begun.append)
    assert (caught.value.retry_after, begun, queries.under_way) == (2, [], 1)
    reader.released.set()
    assert await running
    assert await queries.run(_request(), _SOMEBODY, lambda _tag: "next") == "next"
    queries.close()


async def test_a_share_link_does_not_delay_a_user() -> None:
    """Of 66 reports of one link some run, some wait, the rest is refused; a user's runs beside them."""
    reader = _Reader()
    queries = _queries(reader, 2)
    visitor = ShareVisitor(uuid4())

    def work(_tag: str) -> bool:
        return reader.released.wait(_PATIENCE)

    flood = [asyncio.create_task(queries.run(_request(), visitor, work)) for _ in range(66)]
    await asyncio.sleep(0)  # each task runs up to where it waits
    assert await queries.run(_request(), _SOMEBODY, lambda _tag: "at once") == "at once"
    assert (reader.released.is_set(), queries.under_way) == (False, 2 + 24)
    reader.released.set()
    answers = await asyncio.gather(*flood, return_exceptions=True)
    assert [type(each) for each in answers] == [bool] * 26 + [OverloadedError] * 40
    queries.close()


async def test_engine_stops(store: EventStore) -> None:
    """In the engine itself, a long query ends well before its time once its client has gone."""
    gone = asyncio.Event()
    queries = _queries(store, 1)
    started = threading.Event()
    failures: list[Exception] = []

    def work(tag: str) -> None:
        started.set()
        try:
            store.query(
                sql("select sum(sleepEachRow(0.5)) from numbers(100) settings max_block_size = 1"),
                name="slow",
                tag=tag,
            )
        except QueryCancelledError as error:
            failures.append(error)
            raise

    asked = asyncio.create_task(queries.run(_request(gone), _SOMEBODY, work))
    assert await asyncio.to_thread(started.wait, _PATIENCE)
    gone.set()
    with pytest.raises(ClientGoneError):
        await asyncio.wait_for(asked, _PATIENCE)
    assert len(failures) == 1
    queries.close()
