"""An application of one's own for each test, spoken to over HTTP without a socket."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest

from api.declared import api_client
from kokumi.app import Kokumi, create_api
from kokumi.domain.times import system_clock
from kokumi.events.store import EventStore
from kokumi.metadata.access import Role
from kokumi.metadata.store import Metadata
from kokumi.settings import Settings
from support import postgresql
from support.databases import new_database


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run asynchronous tests as the server runs."""
    return "asyncio"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run modules that say so on each metadata database, and the others on SQLite."""
    if "kokumi" in metafunc.fixturenames and getattr(metafunc.module, "ON_EACH_DATABASE", False):
        metafunc.parametrize("kokumi", postgresql.DATABASES, indirect=True)


@pytest.fixture
def kokumi(request: pytest.FixtureRequest, tmp_path: Path, store: EventStore) -> Iterator[Kokumi]:
    """Open metadata of this test's own beside the shared event store."""
    settings = Settings(data=tmp_path, metadata=new_database(request, tmp_path))
    metadata = Metadata(settings.metadata_dsn)
    yield Kokumi(settings, store, metadata, system_clock)
    metadata.close()


@pytest.fixture
async def http(kokumi: Kokumi) -> AsyncIterator[httpx.AsyncClient]:
    """Speak to the application as nobody in particular."""
    async with api_client(create_api(kokumi)) as client:
        yield client


@pytest.fixture
def admin(kokumi: Kokumi) -> dict[str, str]:
    """Return the headers of an administrator."""
    user = kokumi.metadata.users.create("admin", "a quiet password", Role.ADMIN)
    return {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(user.id)}"}


@dataclass
class Watch:
    """A clock that a test sets."""

    now: int = 1_800_000_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def watch() -> Watch:
    """Return a clock that stands still until it is set."""
    return Watch()


@pytest.fixture
def timed(kokumi: Kokumi, watch: Watch) -> Iterator[Kokumi]:
    """Return the program by that clock."""
    metadata = Metadata(kokumi.settings.metadata_dsn, watch)
    yield replace(kokumi, metadata=metadata, clock=watch)
    metadata.close()


@pytest.fixture
async def server(timed: Kokumi) -> AsyncIterator[httpx.AsyncClient]:
    """Speak to the application that goes by that clock."""
    async with api_client(create_api(timed)) as client:
        yield client
