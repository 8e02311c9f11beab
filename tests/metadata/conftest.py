"""Metadata on each database that it runs on: the same tests for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from support import postgresql
from support.databases import new_database


@pytest.fixture(params=postgresql.DATABASES)
def dsn(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database."""
    return new_database(request, tmp_path)


class Watch:
    """A clock that shows a millisecond more each time it is looked at."""

    def __init__(self) -> None:
        """Start at a round number."""
        self.now = 1_800_000_000_000

    def __call__(self) -> int:
        """Return the instant it shows."""
        self.now += 1
        return self.now


@pytest.fixture
def watch() -> Watch:
    """Return the clock that the metadata goes by."""
    return Watch()


@pytest.fixture
def metadata(dsn: str, watch: Watch) -> Iterator[Metadata]:
    """Open an empty database."""
    opened = Metadata(dsn, watch)
    yield opened
    opened.close()


@pytest.fixture
def ada(metadata: Metadata) -> User:
    """Return a user."""
    return metadata.users.create("ada", "a quiet password")


def erase_all(metadata: Metadata, now: int) -> None:
    """Say of everything that waits that it is erased."""
    while (batch := metadata.erasures.take(requested_until=now, now=now, patience=0)) is not None:
        metadata.erasures.finish(batch.tag)
