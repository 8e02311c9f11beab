"""What the server does by itself: old session keys are deleted at the start and every hour."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from kokumi.api.server.hourly import hourly
from kokumi.app import Kokumi, create_api
from kokumi.domain.session_keys import period_at
from kokumi.domain.times import Unit, system_clock

pytestmark = pytest.mark.anyio

_DAY = 86_400_000


async def test_work_is_repeated_though_it_fails() -> None:
    done: list[int] = []
    loop, enough = asyncio.get_running_loop(), asyncio.Event()

    def work() -> None:
        done.append(len(done))
        if len(done) == 3:
            loop.call_soon_threadsafe(enough.set)
        if len(done) == 1:
            raise OSError("the disk is gone")

    async with hourly(work, seconds=0):
        await enough.wait()
    assert done[:3] == [0, 1, 2]


async def test_a_server_forgets_old_keys_when_it_starts(kokumi: Kokumi) -> None:
    keys, now = kokumi.metadata.session_keys, system_clock()
    old, current = (period_at(Unit.DAY, now - days * _DAY) for days in (9, 0))
    for period in (old, current):
        keys.obtain(period, period.start, 0)
    forgotten = asyncio.Event()
    loop = asyncio.get_running_loop()

    def clock() -> int:
        loop.call_soon_threadsafe(forgotten.set)
        return now

    application = create_api(replace(kokumi, clock=clock))
    async with application.router.lifespan_context(application):
        await forgotten.wait()
    for period, is_kept in ((old, False), (current, True)):
        assert (keys.find(period, period.end, 365 * _DAY) is not None) is is_kept
