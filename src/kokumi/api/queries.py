"""Reports run in a few threads at a time, and stop when whoever asked has gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar
from uuid import uuid4

from starlette.requests import Request

from kokumi.errors import OverloadedError
from kokumi.events.store import EventReader

T = TypeVar("T")

_WAITING = 32
"""How many requests may wait for each thread; more would be answered after their client gave up."""

_SECONDS_BETWEEN_KILLS = 0.25
"""A report may go from one query to the next just when the first is killed, so it is done again."""


class ClientGoneError(Exception):
    """Nobody is there any more to answer."""


class Queries:
    """The threads that reports run in."""

    def __init__(self, reader: EventReader, threads: int) -> None:
        self._reader = reader
        self._threads = ThreadPoolExecutor(threads, "query")
        self._room = threads * (1 + _WAITING)
        self._here = 0

    async def run(self, request: Request, work: Callable[[str], T]) -> T:
        """Return what `work` returns, run in a thread once one is free.

        It is given a tag to put on its queries; if the client disconnects, queries of that tag are killed.
        The request's body must have been read before.

        Raises:
            OverloadedError: too many are waiting.
            ClientGoneError: the client disconnected.
        """
        if self._here >= self._room:
            raise OverloadedError("Too many reports are waiting. Try again in a moment.", retry_after=2)
        self._here += 1
        try:
            return await self._answer(request, work, uuid4().hex)
        finally:
            self._here -= 1

    @property
    def under_way(self) -> int:
        """How many requests are answered or wait for it."""
        return self._here

    def close(self) -> None:
        """Wait for what is running; what is waiting is not started."""
        self._threads.shutdown(cancel_futures=True)

    async def _answer(self, request: Request, work: Callable[[str], T], tag: str) -> T:
        running = self._threads.submit(copy_context().run, work, tag)
        answer = asyncio.wrap_future(running)
        gone = asyncio.create_task(_disconnect(request))
        try:
            waited_for: set[asyncio.Future[T] | asyncio.Task[None]] = {answer, gone}
            await asyncio.wait(waited_for, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                return answer.result()
            await self._stop(running, answer, tag)
            raise ClientGoneError
        finally:
            gone.cancel()

    async def _stop(self, running: Future[T], answer: asyncio.Future[T], tag: str) -> None:
        while not answer.done() and not running.cancel():
            await asyncio.to_thread(self._reader.cancel, tag)
            await asyncio.wait({answer}, timeout=_SECONDS_BETWEEN_KILLS)
        await asyncio.gather(answer, return_exceptions=True)


async def _disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
