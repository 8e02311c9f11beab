"""Work that the server does by itself: once at the start, then every hour."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import structlog

_HOUR = 3600.0


@asynccontextmanager
async def hourly(work: Callable[[], None], *, seconds: float = _HOUR) -> AsyncIterator[None]:
    """Do the work in a thread, again and again until the end of the block, which waits for it to finish.

    A failure is logged, and the work is tried again the next time.
    """
    stopping = asyncio.Event()
    task = asyncio.create_task(_repeat(work, stopping, seconds))
    try:
        yield
    finally:
        stopping.set()
        await task


async def _repeat(work: Callable[[], None], stopping: asyncio.Event, seconds: float) -> None:
    while not stopping.is_set():
        try:
            await asyncio.to_thread(work)
        except Exception:  # noqa: BLE001 - the next time may go better
            structlog.get_logger().exception("hourly work failed")
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), seconds)
