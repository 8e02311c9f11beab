"""Reports run in a few threads at a time, and stop when whoever asked has gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar
from uuid import uuid4

from starlette.requests import Request

from kokumi.api.server.request_queue import RETRY_AFTER, QueuedRequest, RequestQueue, caller_key
from kokumi.errors import OverloadedError
from kokumi.events.store import EventReader
from kokumi.metadata.access import Viewer

T = TypeVar("T")

_SECONDS_BETWEEN_KILLS = 0.25
"""A report may go from one query to the next just when the first is killed, so it is done again."""


class ClientGoneError(Exception):
    """Nobody is there any more to answer."""


class QueryThreads:
    """The threads that queries run in, which callers get in turn."""

    def __init__(self, reader: EventReader, *, shared: int, threads: int, patience: float) -> None:
        """Begin with nothing to do.

        Of the `threads`, callers share `shared`; the rest is for callers who have nothing running.
        `patience` is how many seconds a request may wait for a thread.
        """
        self._reader = reader
        self._threads = ThreadPoolExecutor(threads, "query")
        self._queue = RequestQueue(shared=shared, threads=threads)
        self._patience = patience

    async def run(self, request: Request, caller: Viewer, work: Callable[[str], T]) -> T:
        """Return what `work` returns, run in a thread when it is the caller's turn.

        It is given a tag to put on its queries; if the client disconnects, queries of that tag are killed.
        The request's body must have been read before.

        Raises:
            OverloadedError: too many are waiting, or it has waited for too long.
            ClientGoneError: the client disconnected.
        """
        queued = self._queue.enter(caller_key(caller))
        gone = asyncio.create_task(_disconnect(request))
        try:
            await self._wait_for_turn(queued, gone)
            return await self._answer(queued, gone, work)
        finally:
            gone.cancel()

    @property
    def under_way(self) -> int:
        """How many requests are answered or wait for it."""
        return len(self._queue)

    def close(self) -> None:
        """Wait for what is running; what is waiting is not started."""
        self._threads.shutdown(cancel_futures=True)

    async def _wait_for_turn(self, queued: QueuedRequest, gone: asyncio.Task[None]) -> None:
        try:
            if not queued.turn.done():
                await asyncio.wait(
                    {queued.turn, gone}, timeout=self._patience, return_when=asyncio.FIRST_COMPLETED
                )
            _go_on(queued, gone)
        except BaseException:
            self._queue.leave(queued)
            raise

    async def _answer(self, queued: QueuedRequest, gone: asyncio.Task[None], work: Callable[[str], T]) -> T:
        tag = uuid4().hex
        answer = asyncio.wrap_future(self._threads.submit(copy_context().run, work, tag))
        # The thread is free when the work has ended, even if this task was cancelled before.
        answer.add_done_callback(lambda _answer: self._queue.leave(queued))
        waited_for: set[asyncio.Future[T] | asyncio.Task[None]] = {answer, gone}
        await asyncio.wait(waited_for, return_when=asyncio.FIRST_COMPLETED)
        if answer.done():
            return answer.result()
        await self._stop(answer, tag)
        raise ClientGoneError

    async def _stop(self, answer: asyncio.Future[T], tag: str) -> None:
        while not answer.done():
            await asyncio.to_thread(self._reader.cancel, tag)
            await asyncio.wait({answer}, timeout=_SECONDS_BETWEEN_KILLS)
        await asyncio.gather(answer, return_exceptions=True)


def _go_on(queued: QueuedRequest, gone: asyncio.Task[None]) -> None:
    """Return if the work may begin, or raise why not."""
    if gone.done():
        raise ClientGoneError
    if not queued.turn.done():
        raise OverloadedError("No thread was free in time. Try again in a moment.", RETRY_AFTER)
    queued.turn.result()


async def _disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
