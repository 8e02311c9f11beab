"""The schema's history: Alembic revisions, applied at the start, in both directions."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from kokumi.errors import SetupError

_LOCK = 5_620_492_331
"""An advisory lock's number, so that servers that start together migrate one after another."""


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision.

    Raises:
        SetupError: a newer program has been here; the data is left as it is.
    """
    with engine.execution_options(writing=True).begin() as connection:
        _lock(connection)
        _refuse_newer(connection)
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the database back to an earlier revision; what only later ones keep is lost."""
    with engine.execution_options(writing=True).begin() as connection:
        _lock(connection)
        command.downgrade(_config(connection), revision)


def current(connection: Connection) -> str | None:
    """Return the revision that the database is at; none if it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def latest() -> str:
    """Return the revision that this program brings databases to."""
    return str(ScriptDirectory(_FOLDER).get_current_head())


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _refuse_newer(connection: Connection) -> None:
    known = {script.revision for script in ScriptDirectory(_FOLDER).walk_revisions()}
    found = current(connection)
    if found is not None and found not in known:
        raise SetupError(
            f"The metadata was written by a newer version of Kokumi (revision {found}). "
            "Start that version or a later one; nothing was changed."
        )


_FOLDER = str(Path(__file__).parent)


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _FOLDER.replace("%", "%%"))
    return config
