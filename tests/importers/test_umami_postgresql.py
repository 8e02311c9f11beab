"""The import of a live database with Umami's table layout, on a real PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.importers.umami.postgresql import open_postgresql
from kokumi.importers.umami.summary import ALREADY, NO_WEBSITE, Skipped, Summary
from support.postgresql import IS_HERE, PostgreSQL
from support.umami import EXAMPLE, FIRST, SECOND, Book, expected, stored, take_over

pytestmark = pytest.mark.skipif(not IS_HERE, reason="no PostgreSQL here; .ci/run installs it")

LAYOUT = Path(__file__).with_name("umami_layout.sql")


@pytest.fixture
def database(postgresql_server: PostgreSQL) -> str:
    """Return the address of a database of one's own that holds the example."""
    address = postgresql_server.new_database()
    with psycopg.connect(address) as connection:
        connection.execute(LAYOUT.read_bytes())
        for path in sorted(EXAMPLE.glob("*.csv")):
            load(connection, path)
        for website_id in (FIRST, SECOND):
            connection.execute(
                "insert into website (website_id, name, domain) values (%s, %s, 'example.com')",
                (website_id, f"Site {website_id.hex[:2]}"),
            )
    return address


def load(connection: psycopg.Connection, path: Path) -> None:
    with path.open("rb") as file:
        columns = [sql.Identifier(name) for name in file.readline().decode().strip().split(",")]
        into = sql.SQL("copy {} ({}) from stdin (format csv)").format(
            sql.Identifier(path.stem), sql.SQL(", ").join(columns)
        )
        with connection.cursor().copy(into) as copy:
            copy.write(file.read())


def test_takes_over_each_row_once(database: str, clean: EventStore) -> None:
    book = Book()
    with open_postgresql(database) as tables:
        summary = take_over(tables, clean, book)
    assert summary == Summary(tuple(book.websites.values()), 7442, 0, (), 0)
    assert [(each.id, each.name, each.domain) for each in book.websites.values()] == [
        (FIRST, "Site a1", "example.com"),
        (SECOND, "Site b2", "example.com"),
    ]
    for website_id in (FIRST, SECOND):
        assert stored(clean, website_id) == expected(website_id)
    with open_postgresql(database) as tables:
        assert take_over(tables, clean, book) == Summary((), 0, 0, (Skipped(ALREADY, 7442),), 0)


def test_leaves_out_deleted_websites(database: str, clean: EventStore) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("update website set deleted_at = now() where website_id = %s", (FIRST,))
    with open_postgresql(database) as tables:
        summary = take_over(tables, clean)
    assert [website.id for website in summary.websites] == [SECOND]
    assert (summary.events, summary.skipped[0]) == (1000, Skipped(NO_WEBSITE, 6442))
    assert stored(clean, FIRST) == []


def test_reads_the_schema_that_the_address_names(database: str, clean: EventStore) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("alter schema public rename to analytics")
    with open_postgresql(f"{database}&schema=analytics&connection_limit=5") as tables:
        assert take_over(tables, clean).events == 7442


def test_does_not_tell_the_password(postgresql_server: PostgreSQL) -> None:
    address = postgresql_server.new_database().replace("postgres@/", "postgres:hunter2@/nowhere_")
    with pytest.raises(BadRequestError, match=r"The database cannot be opened: .*nowhere") as told:
        open_postgresql(address).__enter__()
    assert "hunter2" not in str(told.value)
