"""How a database is, told without changing it, on each kind."""

from __future__ import annotations

from sqlalchemy import inspect

from kokumi.metadata.access import Role
from kokumi.metadata.condition import Condition, condition
from kokumi.metadata.database import connect
from kokumi.metadata.migrations import downgrade
from kokumi.metadata.store import Metadata

_LATEST = "0007"


def test_condition(dsn: str) -> None:
    """Empty it stays empty; later it tells its revision, and whether the given password is in force."""
    engine = connect(dsn)
    assert condition(dsn, "admin", "a quiet password") == Condition(None, _LATEST, "", has_password=False)
    assert inspect(engine).get_table_names() == []
    metadata = Metadata(dsn)
    metadata.users.create("admin", "a quiet password", Role.ADMIN)
    metadata.close()
    assert condition(dsn, "admin", "a quiet password") == Condition(_LATEST, _LATEST, "", has_password=True)
    assert condition(dsn, "admin", "another password") == Condition(_LATEST, _LATEST, "", has_password=False)
    assert condition(dsn, "ada", "a quiet password") == Condition(_LATEST, _LATEST, "", has_password=False)
    downgrade(engine, "0002")
    assert condition(dsn, "admin", "a quiet password") == Condition("0002", _LATEST, "", has_password=False)
    engine.dispose()
