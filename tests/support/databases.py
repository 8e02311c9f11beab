"""Metadata databases that nobody has used, of the kind that a test is run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import postgresql


def new_database(request: pytest.FixtureRequest, folder: Path) -> str:
    """Return the address of an empty database: of the kind of the fixture's parameter, else SQLite."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"sqlite:///{folder / 'metadata.sqlite'}"
    server = request.getfixturevalue("postgresql_server")
    assert isinstance(server, postgresql.PostgreSQL)
    return server.new_database()
