"""The import of the worked example: each row as the oracle reads it, once, however often it is run."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kokumi.events.store import EventStore
from kokumi.importers.umami.summary import ALREADY, Skipped, Summary
from kokumi.sql.fragment import sql
from support.stores import SHARED
from support.umami import EXAMPLE, FIRST, SECOND, Book, dump, expected, stored, take_over

ALL_THERE = Summary((), 0, 0, (Skipped(ALREADY, 7442),), 0)


@pytest.mark.every_store
def test_takes_over_each_row_once(clean: EventStore) -> None:
    book = Book()
    summary = take_over(EXAMPLE, clean, book)
    assert summary == Summary(tuple(book.websites.values()), 7442, 0, (), 0)
    assert list(book.websites) == [FIRST, SECOND]
    for website_id in (FIRST, SECOND):
        assert stored(clean, website_id) == expected(website_id)
    assert take_over(EXAMPLE, clean, book) == ALL_THERE
    for website_id in (FIRST, SECOND):
        assert stored(clean, website_id) == expected(website_id)


@pytest.mark.parametrize("store", SHARED, indirect=True)
def test_two_imports_at_once_do_not_mix(store: EventStore, tmp_path: Path) -> None:
    """Each on a website of its own, with rows of the same ids."""
    websites = [uuid4() for _ in range(4)]
    sources = [
        dump(
            tmp_path / str(website_id),
            {
                "session": [{"session_id": str(FIRST), "browser": f"browser {number}"}],
                "website_event": [
                    {
                        "event_id": str(UUID(int=event)),
                        "website_id": str(website_id),
                        "session_id": str(FIRST),
                        "created_at": "2025-10-23 05:53:23Z",
                    }
                    for event in range(1, 10 + number)
                ],
            },
        )
        for number, website_id in enumerate(websites)
    ]
    with ThreadPoolExecutor(4) as threads:
        summaries = list(threads.map(lambda source: take_over(source, store), sources))
    assert [summary.events for summary in summaries] == [9, 10, 11, 12]
    assert [{event.browser for event in stored(store, website_id)} for website_id in websites] == [
        {f"browser {number}"} for number in range(4)
    ]


@pytest.mark.every_store
def test_tables_of_a_killed_import_go_unless_it_may_still_run(
    store: EventStore, tmp_path: Path, website_id: UUID
) -> None:
    store.run(sql("create table if not exists import_umami_dead_session (a UInt8) engine = Memory"))
    rows = [
        {
            "event_id": str(uuid4()),
            "website_id": str(website_id),
            "session_id": str(FIRST),
            "created_at": "2025-10-23 05:53:23Z",
        }
    ]
    take_over(dump(tmp_path, {"website_event": rows}), store)
    left = sql(
        "select name from system.tables"
        " where database = currentDatabase() and startsWith(name, 'import_umami_')"
    )
    found = [row[0] for row in store.query(left, name="test").rows]
    assert found == (["import_umami_dead_session"] if store.is_shared else [])


def test_stores_again_what_a_reset_deleted(clean: EventStore) -> None:
    book = Book()
    take_over(EXAMPLE, clean, book)
    clean.erase(FIRST)
    book.websites[FIRST] = replace(book.websites[FIRST], reset_at=1_762_000_000_000, epoch=1)
    again = take_over(EXAMPLE, clean, book)
    old = sum(event.created_at_ms < 1_762_000_000_000 for event in expected(FIRST))
    assert again == Summary((), 6442, 0, (Skipped(ALREADY, 1000),), old)
    assert stored(clean, FIRST) == expected(FIRST)
    assert take_over(EXAMPLE, clean, book) == replace(ALL_THERE, hidden=old)


IMPORT = """
import sys
from pathlib import Path
from kokumi.events.store import EventStore
from kokumi.importers.umami import batches
from support.umami import EXAMPLE, FIRST, SECOND, Book, Folder, expected, import_umami, stored
store = EventStore(f"chdb://{sys.argv[1]}")
summary = import_umami(Folder(EXAMPLE), store, Book(), lambda *step: print(*step, flush=True), batch=500)
print("all there", all(stored(store, each) == expected(each) for each in (FIRST, SECOND)))
store.close()
"""


@pytest.mark.parametrize(
    "moments",
    [
        pytest.param(["Reading website_event 0"], id="while reading"),
        pytest.param(["Storing events", "Storing events", "Storing events 6"], id="while storing, and again"),
    ],
)
def test_finishes_what_was_killed(tmp_path: Path, moments: list[str]) -> None:
    for moment in moments:
        with _importing(tmp_path) as process:
            assert process.stdout is not None
            assert next(line for line in process.stdout if line.startswith(moment))
            process.kill()
    with _importing(tmp_path) as process:
        said = process.communicate(timeout=120)[0]
    assert said.splitlines()[-1] == "all there True"


def _importing(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", f"import sys\nsys.path[:0] = {sys.path!r}\n{IMPORT}", str(folder / "events")],
        stdout=subprocess.PIPE,
        text=True,
    )
