"""The keys of anonymous sessions in the database: one for all processes, and really gone when deleted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from kokumi.domain.session_keys import Period, SessionKey
from kokumi.domain.times import Unit
from kokumi.metadata.database import Database, connect
from kokumi.metadata.session_keys import SessionKeys

MAY = Period(Unit.MONTH, 1_000, 2_000)
JUNE = Period(Unit.MONTH, 2_000, 3_000)
A_DAY = Period(Unit.DAY, 1_000, 1_100)
KEPT = 500

_PROGRAM = """
import sys
from kokumi.domain.session_keys import Period
from kokumi.domain.times import Unit
from kokumi.metadata.database import Database
from kokumi.metadata.session_keys import SessionKeys

keys = SessionKeys(Database(sys.argv[1]))
sys.stdin.readline()
print(keys.obtain(Period(Unit.MONTH, 1_000, 2_000), 1_500, 500).secret.hex())
"""


@pytest.fixture
def database(dsn: str) -> Iterator[Database]:
    """Open an empty database."""
    opened = Database(dsn)
    yield opened
    opened.close()


@pytest.fixture
def keys(database: Database) -> SessionKeys:
    """Return the keys in it."""
    return SessionKeys(database)


def stored(dsn: str) -> list[tuple[object, ...]]:
    engine = connect(dsn)
    with engine.connect() as connection:
        rows = connection.execute(
            text("select unit, starts_at, ends_at, created_at from session_keys order by ends_at")
        ).all()
    engine.dispose()
    return [tuple(row) for row in rows]


def test_a_key_is_made_once(dsn: str, keys: SessionKeys) -> None:
    assert keys.find(MAY, 1_500, KEPT) is None
    key = keys.obtain(MAY, 1_500, KEPT)
    assert (key.period, key.created_at, len(key.secret)) == (MAY, 1_500, 32)
    assert keys.obtain(MAY, 1_600, KEPT) == keys.find(MAY, 2_500, KEPT) == key
    others = [keys.obtain(each, 1_600, KEPT).secret for each in (A_DAY, JUNE)]
    assert len({key.secret, *others}) == 3
    assert stored(dsn) == [
        ("day", 1_000, 1_100, 1_600),
        ("month", 1_000, 2_000, 1_500),
        ("month", 2_000, 3_000, 1_600),
    ]


@pytest.mark.parametrize(
    ("created_at", "last"),
    [pytest.param(1_500, 2_500, id="during-its-period"), pytest.param(9_000, 9_500, id="long-after")],
)
def test_how_long_a_key_is_kept(keys: SessionKeys, created_at: int, last: int) -> None:
    key = keys.obtain(MAY, created_at, KEPT)
    keys.delete_old(last, KEPT)
    assert keys.find(MAY, last, KEPT) == key
    # It counts no longer, also before it is deleted.
    assert keys.find(MAY, last + 1, KEPT) is None
    keys.delete_old(last + 1, KEPT)
    assert keys.find(MAY, last, KEPT) is None


def test_a_new_key_replaces_one_that_is_no_longer_needed(dsn: str, keys: SessionKeys) -> None:
    old = keys.obtain(MAY, 1_500, KEPT)
    keys.obtain(A_DAY, 1_050, KEPT)
    new = keys.obtain(MAY, 8_000, KEPT)
    assert new.secret != old.secret
    assert stored(dsn) == [("month", 1_000, 2_000, 8_000)]


def test_threads_and_processes_agree_on_one_key(dsn: str, keys: SessionKeys) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, dsn], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: keys.obtain(JUNE, 2_500, KEPT), range(24)))
        told = list(threads.map(lambda each: each.communicate("go\n", timeout=60)[0].strip(), processes))
    assert [each.returncode for each in processes] == [0, 0]
    assert len(set(found)) == 1
    assert {*told} == {keys.obtain(MAY, 1_500, KEPT).secret.hex()}


def test_a_deleted_key_is_in_no_file(tmp_path: Path) -> None:
    """Not in the database, nor in the log beside it: SQLite overwrites what it deletes."""
    database = Database(f"sqlite:///{tmp_path / 'metadata.sqlite'}")
    keys = SessionKeys(database)
    made: list[SessionKey] = [keys.obtain(each, 1_050, KEPT) for each in (MAY, A_DAY)]

    def held() -> list[bool]:
        content = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))
        return [key.secret in content for key in made]

    assert held() == [True, True]
    keys.delete_old(2_000, KEPT)
    assert held() == [True, False]
    keys.delete_old(2_501, KEPT)
    assert held() == [False, False]
    database.close()
