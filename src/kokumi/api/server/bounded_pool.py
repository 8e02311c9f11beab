"""Separate threads, with a short queue, for slow work that strangers can ask for."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from kokumi.errors import OverloadedError

T = TypeVar("T")


class BoundedPool:
    """Runs at most `running` pieces of work at a time, while at most `waiting` more wait.

    At most `of_one` of all these are of one address or user, so that one alone does not fill the queue. The
    framework runs other routes in threads of its own, which a flood of such work leaves free.
    """

    def __init__(self, name: str, *, running: int, waiting: int, of_one: int) -> None:
        self._name = name
        self._threads = ThreadPoolExecutor(running, name)
        self._room = running + waiting
        self._room_of_one = of_one
        self._admitted = Counter[str]()

    async def run(self, whose: str, work: Callable[[], T]) -> T:
        """Return what `work` returns, run in a thread once one is free.

        `whose` is the address or the user that asks for it.

        Raises:
            OverloadedError: too many are waiting; the work was not started.
        """
        if self._admitted.total() >= self._room or self._admitted[whose] >= self._room_of_one:
            raise OverloadedError(f"Too many requests wait to {self._name}. Try again in a few seconds.", 2)
        self._admitted[whose] += 1
        try:
            context = copy_context()
            return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: context.run(work))
        finally:
            self._admitted -= Counter((whose,))

    def close(self) -> None:
        """Wait for running work. Waiting work is not started."""
        self._threads.shutdown(cancel_futures=True)
