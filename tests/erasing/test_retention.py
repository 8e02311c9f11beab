"""Retention on every store: what is older goes, by whole months and by days, and nothing else does.

The stores are shared with other tests, so it all happens in the year 2001.
"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from erasing.test_eraser import counts, rows, store_both, websites
from kokumi.domain.erasure import Expired, Expiry, WebsiteRetention, expired
from kokumi.domain.times import to_milliseconds
from kokumi.erasing.eraser import Eraser
from kokumi.erasing.retention import Retention
from kokumi.events.layout import TABLES
from kokumi.events.mutations import MAX_WEBSITES, Mutations, expired_rows
from kokumi.events.store import EventStore
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.sql.fragment import sql
from support.erasing import drive, mutations


def at(text: str) -> int:
    """Return an instant of 2001 in epoch milliseconds."""
    return to_milliseconds(datetime.fromisoformat(f"2001-{text}").replace(tzinfo=UTC))


NOW = at("03-20T12:00")
_OLD = ("01-15", "02-28T23:59:59.999", "03-01T23:59:59.999")
_YOUNGER = ("03-02", "03-14T23:59:59.999")
_YOUNG = ("03-15", "03-20T11:59")


def _eraser(store: EventStore, metadata: Metadata, server_days: int | None) -> Eraser:
    retention = Retention(Mutations(store), metadata.websites, server_days)
    return Eraser(store, metadata, clock=lambda: NOW, retention=retention)


def _fill(store: EventStore, website_ids: list[UUID], moments: tuple[str, ...]) -> None:
    for moment in moments:
        store_both(store, website_ids, at=at(moment), sessions=[uuid4()])


def _months(store: EventStore) -> list[int]:
    statement = sql(
        "select distinct toUInt32(partition) as month from $parts"
        " where database = currentDatabase() and active and month < 200104"
        " and (table like 'events%' or table like 'agents%')"
        " order by month",
        parts=store.layout.everywhere("parts"),
    )
    return [int(str(row[0])) for row in store.query(statement, name="test").rows]


@pytest.mark.every_store
def test_server_and_website(store: EventStore, metadata: Metadata, ada: User) -> None:
    """18 days for all, 5 for one website: months are dropped whole, days by one mutation of each table."""
    shop, short, longer = websites(metadata, ada, 3)
    metadata.websites.update(short, retention_days=5)
    metadata.websites.update(longer, retention_days=300)
    _fill(store, [shop, short, longer], _YOUNG)
    youngest = rows(store, short)
    _fill(store, [shop, short, longer], _YOUNGER)
    kept = {website_id: rows(store, website_id) for website_id in (shop, longer)}
    _fill(store, [shop, short, longer], _OLD)
    before = mutations(store)
    eraser = _eraser(store, metadata, 18)
    drive(eraser, NOW)
    shards = 2 if store.layout.cluster else 1
    done = mutations(store)
    assert 0 < done - before <= len(TABLES) * shards
    assert _months(store) == [200103]
    assert {website_id: rows(store, website_id) for website_id in (shop, longer)} == kept
    assert rows(store, short) == youngest
    drive(eraser, NOW + 3_600_000)
    drive(_eraser(store, metadata, 18), NOW)
    assert mutations(store) == done
    drive(eraser, at("06-30"))
    eraser.stop()
    assert [counts(store, website_id) for website_id in (shop, short, longer)] == [[0, 0, 0]] * 3


@pytest.mark.every_store
def test_one_website_alone(store: EventStore, metadata: Metadata, ada: User) -> None:
    """Without a retention of the server, others keep their events for ever."""
    shop, short = websites(metadata, ada, 2)
    metadata.websites.update(short, retention_days=5)
    _fill(store, [short], _YOUNG)
    youngest = rows(store, short)
    _fill(store, [short], (*_OLD, *_YOUNGER))
    _fill(store, [shop], (*_OLD, *_YOUNGER, *_YOUNG))
    kept = rows(store, shop)
    eraser = _eraser(store, metadata, None)
    drive(eraser, NOW)
    eraser.stop()
    assert (rows(store, shop), rows(store, short)) == (kept, youngest)
    for website_id in (shop, short):
        store.erase(website_id)


@pytest.mark.every_store
def test_nothing_expires(store: EventStore, metadata: Metadata) -> None:
    """Without any retention the engine is not asked for anything."""
    before = mutations(store)
    eraser = _eraser(store, metadata, None)
    assert not eraser.run_once(NOW)
    assert mutations(store) == before


_ONE, _TWO, _THREE = (UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("server_days", "own", "result"),
    [
        pytest.param(None, [], Expired(None, ()), id="for ever"),
        pytest.param(10, [], Expired(at("03-10"), ()), id="server"),
        pytest.param(
            None,
            [WebsiteRetention(_TWO, 5), WebsiteRetention(_ONE, 5), WebsiteRetention(_THREE, 1)],
            Expired(None, (Expiry(at("03-19"), (_THREE,)), Expiry(at("03-15"), (_ONE, _TWO)))),
            id="websites",
        ),
        pytest.param(
            10,
            [WebsiteRetention(_ONE, 5), WebsiteRetention(_TWO, 10), WebsiteRetention(_THREE, 11)],
            Expired(at("03-10"), (Expiry(at("03-15"), (_ONE,)),)),
            id="the shorter counts",
        ),
    ],
)
def test_what_has_expired(server_days: int | None, own: list[WebsiteRetention], result: Expired) -> None:
    """Boundaries are starts of UTC days, and a website's own retention can only shorten the server's."""
    assert expired(NOW, server_days, own) == result


def test_conditions_are_bounded() -> None:
    """One condition covers everything, unless it would name too many websites."""
    few = Expired(NOW, (Expiry(NOW, (_ONE,)), Expiry(NOW, (_TWO,))))
    assert len(expired_rows(few)) == 1
    many = Expired(NOW, (Expiry(NOW, tuple(UUID(int=number) for number in range(MAX_WEBSITES + 1))),))
    assert len(expired_rows(many)) == 3
    assert expired_rows(Expired(None, ())) == ()
