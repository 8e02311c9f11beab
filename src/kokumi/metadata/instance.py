"""What makes this installation unlike any other: a secret made at random at the first start."""

from __future__ import annotations

import secrets

from kokumi.domain.times import Clock
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.models import Instance

_ONLY = 1


def instance_secret(database: Database, clock: Clock) -> bytes:
    """Return the installation's 32 random bytes, made at the first call and the same ever after."""
    with database.read() as session:
        row = session.get(Instance, _ONLY)
    if row is not None:
        return row.secret
    try:
        with database.write() as session:
            session.add(Instance(id=_ONLY, secret=secrets.token_bytes(32), created_at=clock()))
    except ClashError:
        pass  # another process was first: its secret is the one
    with database.read() as session:
        return session.get_one(Instance, _ONLY).secret
