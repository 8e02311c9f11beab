"""How a database is, told without changing it, on each kind."""

from __future__ import annotations

from sqlalchemy import inspect

from kokumi.metadata.access import Role
from kokumi.metadata.database import connect
from kokumi.metadata.migrations import downgrade
from kokumi.metadata.state import DatabaseState, read_state
from kokumi.metadata.store import Metadata

_LATEST = "0009"


def test_condition(dsn: str) -> None:
    """Empty it stays empty; later it tells its revision, and whether the given password is in force."""
    engine = connect(dsn)
    assert read_state(dsn, "admin", "a quiet password") == DatabaseState(
        None, _LATEST, "", has_password=False
    )
    assert inspect(engine).get_table_names() == []
    metadata = Metadata(dsn)
    metadata.users.create("admin", "a quiet password", Role.ADMIN)
    metadata.close()
    assert read_state(dsn, "admin", "a quiet password") == DatabaseState(
        _LATEST, _LATEST, "", has_password=True
    )
    assert read_state(dsn, "admin", "another password") == DatabaseState(
        _LATEST, _LATEST, "", has_password=False
    )
    assert read_state(dsn, "ada", "a quiet password") == DatabaseState(
        _LATEST, _LATEST, "", has_password=False
    )
    downgrade(engine, "0002")
    assert read_state(dsn, "admin", "a quiet password") == DatabaseState(
        "0002", _LATEST, "", has_password=False
    )
    engine.dispose()
