"""Reports wait for a thread, stop when their client goes, and are refused when too many wait."""

from __future__ import annotations

import asyncio
import threading

import pytest
from starlette.requests import Request
from starlette.types import Message

from kokumi.api.queries import ClientGoneError, Queries
from kokumi.errors import OverloadedError
from kokumi.events.engine import Limits
from kokumi.events.store import Answer, EventStore, QueryCancelledError
from kokumi.sql.fragment import Fragment, sql

pytestmark = pytest.mark.anyio

_PATIENCE = 30


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


def _request(gone: asyncio.Event) -> Request:
    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


async def test_answer() -> None:
    """What the work returns or raises comes back, and each has a tag of its own."""
    queries = Queries(_Reader(), 2)
    request = _request(asyncio.Event())
    tags = {await queries.run(request, lambda tag: tag) for _ in range(3)}
    assert len(tags) == 3

    def fail(_tag: str) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await queries.run(request, fail)
    queries.close()


async def test_client_goes_while_its_report_runs() -> None:
    """The report's own queries are killed, and its thread is free when that is known."""
    reader, gone, started = _Reader(), asyncio.Event(), threading.Event()
    queries = Queries(reader, 1)
    tags: list[str] = []

    def work(tag: str) -> None:
        tags.append(tag)
        started.set()
        assert reader.released.wait(_PATIENCE)
        raise QueryCancelledError

    asked = asyncio.create_task(queries.run(_request(gone), work))
    assert await asyncio.to_thread(started.wait, _PATIENCE)
    gone.set()
    with pytest.raises(ClientGoneError):
        await asked
    assert set(reader.cancelled) == set(tags)
    assert await queries.run(_request(asyncio.Event()), lambda _tag: "next") == "next"
    queries.close()


async def test_client_goes_while_its_report_waits() -> None:
    """A report whose turn has not come is never begun."""
    reader, gone, started = _Reader(), asyncio.Event(), threading.Event()
    queries = Queries(reader, 1)
    begun: list[str] = []

    def first(_tag: str) -> str:
        started.set()
        assert reader.released.wait(_PATIENCE)
        return "first"

    running = asyncio.create_task(queries.run(_request(asyncio.Event()), first))
    assert await asyncio.to_thread(started.wait, _PATIENCE)
    waiting = asyncio.create_task(queries.run(_request(gone), begun.append))
    gone.set()
    with pytest.raises(ClientGoneError):
        await waiting
    assert (begun, reader.cancelled) == ([], [])
    reader.released.set()
    assert await running == "first"
    queries.close()


async def test_too_many_wait() -> None:
    """Beyond 32 waiting for a thread, the next is refused with a time to come back."""
    reader = _Reader()
    queries = Queries(reader, 1)

    def work(_tag: str) -> bool:
        return reader.released.wait(_PATIENCE)

    asked = [asyncio.create_task(queries.run(_request(asyncio.Event()), work)) for _ in range(33)]
    await asyncio.sleep(0)  # each task runs up to where it waits
    with pytest.raises(OverloadedError) as caught:
        await queries.run(_request(asyncio.Event()), work)
    assert caught.value.retry_after == 2
    reader.released.set()
    assert await asyncio.gather(*asked) == [True] * 33
    queries.close()


async def test_engine_stops(store: EventStore) -> None:
    """In the engine itself, a long query ends well before its time once its client has gone."""
    gone = asyncio.Event()
    queries = Queries(store, 1)
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

    asked = asyncio.create_task(queries.run(_request(gone), work))
    assert await asyncio.to_thread(started.wait, _PATIENCE)
    gone.set()
    with pytest.raises(ClientGoneError):
        await asyncio.wait_for(asked, _PATIENCE)
    assert len(failures) == 1
    queries.close()
