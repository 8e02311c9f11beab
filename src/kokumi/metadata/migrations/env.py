"""Run by Alembic: the connection comes from `kokumi.metadata.migrations`, already in a transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from kokumi.metadata.models import Base

connection = context.config.attributes["connection"]
if not isinstance(connection, Connection):
    raise TypeError("migrations are run through kokumi.metadata.migrations")
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True
)
context.run_migrations()
