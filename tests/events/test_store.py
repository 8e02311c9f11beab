"""The event store: tokens, limits, cancelling, many threads, erasing, and data of a newer program."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from clickhouse_connect.driver.exceptions import DatabaseError

from kokumi.domain.events import Event, EventType
from kokumi.errors import BadRequestError, QueryTooLargeError
from kokumi.events.engine import Limits
from kokumi.events.migrations import migrations
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventStore, QueryCancelledError
from kokumi.sql.fragment import Fragment, sql
from support.server import environment, run

pytestmark = pytest.mark.every_store

ENDLESS = sql("select count() from numbers(1000000000000) where cityHash64(number) = 1")
ENDLESS_AFTER_SOME_ROWS = sql(
    "select toUInt32(number) from numbers(1000000000000) where number < 10 or cityHash64(number) = 1"
)


def event(website_id: UUID, at: int = 1_760_000_000_000) -> Event:
    """Return a page view of a new visitor."""
    return Event(website_id, uuid4(), uuid4(), uuid4(), at, EventType.PAGE_VIEW)


def count(store: EventStore, website_id: UUID) -> object:
    """Return how many events a website has."""
    question = sql("select count() from events where website_id = {website:UUID}", website=website_id)
    return store.query(question, name="test").rows[0][0]


def test_a_token_stores_its_batch_once(store: EventStore, website_id: UUID) -> None:
    rows = [event_row(event(website_id))]
    for token in ("first", "first", "second"):
        store.insert(EVENTS, rows, token=f"{website_id}-{token}")
    assert count(store, website_id) == 2


def test_equal_batches_under_tokens_of_their_own_are_both_kept(store: EventStore, website_id: UUID) -> None:
    rows = [event_row(event(website_id))]
    for _ in range(2):
        store.insert(EVENTS, rows, token=uuid4().hex)
    assert count(store, website_id) == 2


def test_an_insert_of_too_many_months_is_refused_as_a_whole(store: EventStore, website_id: UUID) -> None:
    month = 31 * 86_400_000
    events = [event(website_id, 1_760_000_000_000 - number * month) for number in range(3)]
    # Of one session, so that on a cluster they are on one shard.
    rows = [event_row(replace(each, session_id=website_id)) for each in events]
    with pytest.raises(DatabaseError, match="Too many partitions"):
        store.insert(EVENTS, rows, token=uuid4().hex, most_partitions=2)
    assert count(store, website_id) == 0
    store.insert(EVENTS, rows, token=uuid4().hex, most_partitions=3)
    assert count(store, website_id) == 3


def test_erasing_leaves_other_websites_and_later_events(store: EventStore, website_id: UUID) -> None:
    other = uuid4()
    early, late = event(website_id, 1_760_000_000_000), event(website_id, 1_760_000_000_001)
    rows = [event_row(each) for each in (early, late, event(other))]
    store.insert(EVENTS, rows, token=uuid4().hex)
    store.erase(website_id, before=late.created_at)
    assert (count(store, website_id), count(store, other)) == (1, 1)
    store.erase(website_id)
    assert (count(store, website_id), count(store, other)) == (0, 1)


def test_an_answer_says_what_was_read_for_it(store: EventStore, website_id: UUID) -> None:
    store.insert(EVENTS, [event_row(event(website_id)) for _ in range(1_000)], token=uuid4().hex)
    question = sql("select max(created_at) from events where website_id = {website:UUID}", website=website_id)
    answer = store.query(question, name="test")
    assert answer.rows_read >= 1_000
    assert answer.bytes_read >= 1_000 * 8
    assert answer.seconds > 0


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        (ENDLESS, Limits(seconds=0.1)),
        (sql("select uniqExact(number) from numbers(100000000)"), Limits(memory=50_000_000)),
    ],
    ids=["time", "memory"],
)
def test_past_its_limits_a_query_gives_no_half_answer(
    store: EventStore, question: Fragment, limits: Limits
) -> None:
    with pytest.raises(QueryTooLargeError):
        store.query(question, name="test", limits=limits)


def test_a_bad_expression_is_the_callers_fault(store: EventStore) -> None:
    with pytest.raises(BadRequestError):
        store.query(sql("select match('a', {expression:String})", expression="(("), name="test")


@pytest.mark.parametrize("question", [ENDLESS, ENDLESS_AFTER_SOME_ROWS], ids=["no rows yet", "some rows"])
def test_cancelling_ends_the_query_of_that_tag_only(store: EventStore, question: Fragment) -> None:
    """What it had answered by then is not put before the answers to later questions."""
    tag, ended = uuid4().hex, threading.Event()

    def ask() -> None:
        with pytest.raises(QueryCancelledError):
            store.query(question, name="test", tag=tag, limits=Limits(seconds=60))
        ended.set()

    asking = threading.Thread(target=ask)
    asking.start()
    while not ended.wait(0.05):
        store.cancel(tag)
    asking.join()
    later = [
        store.query(sql("select {number:UInt32}", number=number), name="test", tag=uuid4().hex).rows
        for number in range(20)
    ]
    assert later == [[(number,)] for number in range(20)]


def test_what_is_inserted_is_seen_at_once(store: EventStore) -> None:
    """Of a shard's replicas all ask the one that was filled."""

    def insert_and_count(_number: int) -> object:
        website_id = uuid4()
        rows = [event_row(event(website_id)) for _ in range(5)]
        store.insert(EVENTS, rows, token=uuid4().hex)
        return count(store, website_id)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(insert_and_count, range(60))) == [5] * 60


def test_many_threads_get_the_answers_to_their_own_questions(store: EventStore) -> None:
    """One raw session of the engine mixes up the parameters of concurrent queries; a client each does not."""
    question = "select {website:UUID}, {number:UInt32}, sum(number) from numbers({number:UInt32})"

    def ask(number: int) -> bool:
        website = uuid4()
        rows = store.query(sql(question, website=website, number=number), name="test").rows
        return rows == [(website, number, number * (number - 1) // 2)]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(1, 400)))


_WRITE_AS_NEWER = """
import sys, clickhouse_connect
client = clickhouse_connect.get_client(interface="chdb", path=sys.argv[1])
client.command("insert into schema_migrations (version, name) values (999, 'later')")
client.close()
"""


def test_data_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    assert run(tmp_path, "demo", "--events", "10").returncode == 0
    subprocess.run(
        [sys.executable, "-c", _WRITE_AS_NEWER, str(tmp_path / "events")],
        env=environment(tmp_path, {}),
        check=True,
    )
    refused = run(tmp_path, "serve", "--port", "0")
    assert refused.returncode == 2
    message = f"written by a newer version of Kokumi (schema 999, this one knows {len(migrations())})"
    assert message in " ".join(refused.stderr.split())
