"""Metadata of a test's own beside the shared event stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User


@pytest.fixture
def metadata(tmp_path: Path) -> Iterator[Metadata]:
    """Open an empty database."""
    opened = Metadata(f"sqlite:///{tmp_path / 'metadata.sqlite'}")
    yield opened
    opened.close()


@pytest.fixture
def ada(metadata: Metadata) -> User:
    """Return a user."""
    return metadata.users.create("ada", "a quiet password")
