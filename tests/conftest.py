"""What all tests share: one event store a process, and a website of one's own in it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from kokumi.events.store import EventStore
from support import postgresql


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-docs", action="store_true", help="write the generated parts of the docs anew")
    parser.addoption("--update-golden", action="store_true", help="write the SQL of tests/golden anew")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventStore]:
    """Open an embedded store; a process can have one only, so tests keep apart by website."""
    opened = EventStore(f"chdb://{tmp_path_factory.mktemp('events')}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.PostgreSQL]:
    """Run a PostgreSQL server for all tests that ask for it."""
    with postgresql.running() as found:
        yield found


@pytest.fixture
def website_id() -> UUID:
    """Return the id of a website that no other test uses."""
    return uuid4()
