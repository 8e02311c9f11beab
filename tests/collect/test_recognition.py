"""Which session an event belongs to: periods, cache tokens across them, and keys that are forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError

from kokumi.collect.cache_token import Token
from kokumi.collect.identity import Identity, Traces
from kokumi.collect.key_ring import MAX_HELD, KeyRing
from kokumi.collect.recognition import Recognised, Recognition
from kokumi.domain.session_keys import Period, SessionKey
from kokumi.domain.times import Unit, to_milliseconds
from kokumi.errors import OverloadedError
from kokumi.metadata.database import Database
from kokumi.metadata.session_keys import SessionKeys
from support.session_keys import MadeUpKeys

pytestmark = pytest.mark.anyio

SITE = UUID(int=1)
DAY = 86_400_000
LATE_DAYS = 7


def at(text: str) -> int:
    return to_milliseconds(datetime.fromisoformat(text).replace(tzinfo=UTC))


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[SessionKeys]:
    """Open an empty database."""
    database = Database(f"sqlite:///{tmp_path / 'metadata.sqlite'}")
    yield SessionKeys(database)
    database.close()


class Process:
    """A server process with an empty memory, on the database of all."""

    def __init__(self, stored: SessionKeys | MadeUpKeys, unit: Unit = Unit.MONTH) -> None:
        self.keys = KeyRing(stored, unit, LATE_DAYS)
        self._recognition = Recognition(Identity(b"s" * 32), self.keys)

    async def visitor(
        self, when: str, now: str = "", address: str = "192.0.2.1", token: Token | None = None
    ) -> Recognised:
        traces = Traces(address, "A")
        return await self._recognition.visitor(SITE, traces, at(when), at(now or when), token)


async def test_a_session_lasts_for_a_period_in_every_process(stored: SessionKeys) -> None:
    one, other = Process(stored), Process(stored)
    october = await one.visitor("2025-10-01T00:00:00")
    assert october.period == at("2025-10-01T00:00:00")
    assert await other.visitor("2025-10-31T23:59:59.999") == october
    november = await other.visitor("2025-11-01T00:00:00")
    assert november.session_id != october.session_id
    assert await one.visitor("2025-11-30T00:00:00") == november
    # A late event belongs to the period in which it happened.
    assert await one.visitor("2025-10-31T12:00:00", now="2025-11-07T11:00:00") == october


@pytest.mark.parametrize(
    ("address", "when", "stays"),
    [
        pytest.param("192.0.2.1", "2025-11-01T00:10:00", True, id="goes-on"),
        pytest.param("192.0.2.1", "2025-11-01T00:20:00", True, id="after-exactly-30-minutes"),
        pytest.param("192.0.2.1", "2025-11-01T00:20:00.001", False, id="expired"),
        pytest.param("192.0.2.9", "2025-11-01T00:10:00", False, id="somebody-elses"),
    ],
)
async def test_a_token_keeps_the_session_across_the_change_of_period(
    stored: SessionKeys, address: str, when: str, *, stays: bool
) -> None:
    before = await Process(stored).visitor("2025-10-31T23:50:00")
    token = Token(SITE, before.session_id, UUID(int=9), before.period, at("2025-10-31T23:50:00"))
    later = Process(stored)
    fresh = await later.visitor(when, address=address)
    assert await later.visitor(when, address=address, token=token) == (before if stays else fresh)
    assert fresh != before


async def test_a_token_of_another_unit_of_period_is_no_use(stored: SessionKeys) -> None:
    """The operator changes months into weeks; 2 November 2025 is a Sunday."""
    before = await Process(stored).visitor("2025-11-02T23:50:00")
    token = Token(SITE, before.session_id, UUID(int=9), before.period, at("2025-11-02T23:50:00"))
    weekly = Process(stored, Unit.WEEK)
    fresh = await weekly.visitor("2025-11-03T00:10:00")
    assert await weekly.visitor("2025-11-03T00:10:00", token=token) == fresh


async def test_a_forgotten_session_cannot_be_made_again(stored: SessionKeys) -> None:
    """A week after October, neither a process that was there nor a new one knows its key."""
    process = Process(stored)
    october = await process.visitor("2025-10-15T12:00:00")
    process.keys.forget_old_keys(at("2025-11-08T00:30:00"))
    assert await process.visitor("2025-10-15T12:00:00", now="2025-11-08T00:30:00") == october
    process.keys.forget_old_keys(at("2025-11-08T00:30:00.001"))
    again = [
        await each.visitor("2025-10-15T12:00:00", now="2025-11-08T00:31:00")
        for each in (process, Process(stored))
    ]
    assert again[0] == again[1] != october
    token = Token(SITE, october.session_id, UUID(int=9), october.period, at("2025-10-31T23:59:00"))
    when, now = "2025-11-01T00:01:00", "2025-11-08T00:31:00"
    assert await process.visitor(when, now, token=token) == await process.visitor(when, now)


async def test_a_process_forgets_without_being_told(stored: SessionKeys) -> None:
    """Time alone is enough: no key is used a moment longer, though the hourly work is yet to come."""
    process = Process(stored)
    october = await process.visitor("2025-10-15T12:00:00")
    assert (await process.visitor("2025-10-15T12:00:00", now="2025-11-08T00:30:00.001")) != october


async def test_a_backfill_within_days_is_consistent(stored: SessionKeys) -> None:
    """A key made for old events is kept for a week from then on."""
    process = Process(stored)
    first = await process.visitor("2010-05-01T00:00:00", now="2025-11-01T00:00:00")
    for now in ("2025-11-03T00:00:00", "2025-11-08T00:30:00"):
        process.keys.forget_old_keys(at(now))
        assert await Process(stored).visitor("2010-05-31T00:00:00", now=now) == first
    process.keys.forget_old_keys(at("2025-11-08T00:30:01"))
    assert await process.visitor("2010-05-31T00:00:00", now="2025-11-08T00:30:02") != first


class CountedKeys(MadeUpKeys):
    """Counts how often it is asked; out of order until it is repaired."""

    def __init__(self, *, is_broken: bool = False) -> None:
        self.asked = 0
        self.found = 0
        self.is_broken = is_broken

    def find(self, period: Period, now: int, kept: int) -> SessionKey | None:
        self.found += 1
        return super().obtain(period, now, kept)

    def obtain(self, period: Period, now: int, kept: int) -> SessionKey:
        self.asked += 1
        if self.is_broken:
            raise OperationalError("select", None, Exception("the disk is gone"))
        return super().obtain(period, now, kept)


async def test_the_database_is_asked_once_a_period() -> None:
    """Many who come at the same moment wait for one answer; one who leaves does not take it along."""
    stored = CountedKeys()
    process = Process(stored)
    waiting = [asyncio.create_task(process.visitor("2025-10-15T12:00:00")) for _ in range(100)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    found = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)
    assert set(found[1:]) == {await process.visitor("2025-10-16T12:00:00")}
    assert stored.asked == 1


async def test_tokens_of_the_old_period_share_one_look_up() -> None:
    """A server that starts right after the change of period asks once for the key before."""
    stored = CountedKeys()
    process = Process(stored)
    before = await Process(MadeUpKeys()).visitor("2025-10-31T23:50:00")
    token = Token(SITE, before.session_id, UUID(int=9), before.period, at("2025-10-31T23:50:00"))
    waiting = [process.visitor("2025-11-01T00:10:00", token=token) for _ in range(100)]
    assert set(await asyncio.gather(*waiting)) == {before}
    assert (stored.asked, stored.found) == (1, 1)


async def test_memory_is_bounded() -> None:
    stored = CountedKeys()
    process = Process(stored, Unit.DAY)
    now = at("2025-10-15T12:00:00")
    for days in range(MAX_HELD + 1):
        await process.keys.key_at(now - days * DAY, now)
    assert stored.asked == MAX_HELD + 1
    await process.keys.key_at(now - DAY, now)
    assert stored.asked == MAX_HELD + 1
    await process.keys.key_at(now, now)
    assert stored.asked == MAX_HELD + 2


async def test_a_database_that_fails_may_be_asked_again() -> None:
    stored = CountedKeys(is_broken=True)
    process = Process(stored)
    for _ in range(2):
        with pytest.raises(OverloadedError):
            await process.visitor("2025-10-15T12:00:00")
    stored.is_broken = False
    await process.visitor("2025-10-15T12:00:00")
    assert stored.asked == 3
