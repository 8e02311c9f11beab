"""What all tests share: an event store wherever it may lie, and a website of one's own in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kokumi.events.store import EventStore
from support import postgresql
from support.clickhouse.servers import Servers, running
from support.stores import SHARED, STORES


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-docs", action="store_true", help="write the generated parts of the docs anew")
    parser.addoption("--update-golden", action="store_true", help="write the SQL of tests/golden anew")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames and metafunc.definition.get_closest_marker("every_store"):
        metafunc.parametrize("store", STORES, indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _takes_long(item) or _needs_another_process(item):
            item.add_marker(pytest.mark.slow)


_OTHER_PROCESSES = frozenset({"server", "cluster", "stores", "postgresql_server", "replicas"})
_FOLDERS_OF_PROCESSES = frozenset({"browser", "cli", "dashboard", "deploy", "durability"})
_LONG_FOLDERS = frozenset({"api", "erasing", "events", "fuzz", "importers"})
_LONG_MODULES = frozenset({"test_against_oracle", "test_each_filter", "test_properties", "test_visits"})


def _takes_long(item: pytest.Item) -> bool:
    """Whether it belongs to tests that open many stores, or try many generated inputs."""
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return folder in _LONG_FOLDERS or item.path.stem in _LONG_MODULES


def _needs_another_process(item: pytest.Item) -> bool:
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    if folder in _FOLDERS_OF_PROCESSES:
        return True
    if not isinstance(item, pytest.Function):
        return False
    chosen = item.callspec.params if hasattr(item, "callspec") else {}
    return bool(_OTHER_PROCESSES.intersection(item.fixturenames)) or any(
        chosen.get(name) in elsewhere for name, elsewhere in _ELSEWHERE.items()
    )


_ELSEWHERE = {
    "store": frozenset(SHARED),
    "database": frozenset({"postgresql"}),
    "dsn": frozenset({"postgresql"}),
    "kokumi": frozenset({"postgresql"}),
}
"""Parameters of fixtures that start another process."""


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventStore]:
    """Open an embedded store; a process can have one only, so tests keep apart by website."""
    opened = EventStore(f"chdb://{tmp_path_factory.mktemp('events')}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.PostgreSQL]:
    """Run a PostgreSQL server for all tests that ask for it."""
    with postgresql.running() as found:
        yield found


@pytest.fixture(scope="session")
def server() -> Iterator[Servers]:
    """Run one ClickHouse server for all tests that ask for it."""
    with running() as servers:
        yield servers


@pytest.fixture(scope="session")
def cluster() -> Iterator[Servers]:
    """Run two shards of two replicas for all tests that ask for them."""
    with running(shards=2, replicas=2) as servers:
        yield servers


@pytest.fixture(scope="session")
def server_store(server: Servers) -> Iterator[EventStore]:
    """Open a store on the one server."""
    opened = EventStore(server.new_database())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def cluster_store(cluster: Servers) -> Iterator[EventStore]:
    """Open a store on the cluster."""
    opened = EventStore(cluster.new_database())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> EventStore:
    """Return the embedded store, or each in turn to tests marked `every_store`."""
    opened = request.getfixturevalue(f"{getattr(request, 'param', 'embedded')}_store")
    assert isinstance(opened, EventStore)
    return opened


@pytest.fixture(scope="session")
def stores(request: pytest.FixtureRequest) -> dict[str, EventStore]:
    """Return every store by name, for tests that compare what they answer."""
    return {name: request.getfixturevalue(f"{name}_store") for name in STORES}


@pytest.fixture
def website_id() -> UUID:
    """Return the id of a website that no other test uses."""
    return uuid4()
