"""Counts what happened in the last five minutes, in the database, for all server processes together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

WINDOW = 5 * 60_000
"""How long a failure counts, in milliseconds."""

Counts: TypeAlias = Sequence[tuple[Sequence[ColumnElement[bool]], int]]
"""Conditions for rows that are counted together, and how many of them there may be."""


def seconds_to_wait(session: Session, at: InstrumentedAttribute[int], counts: Counts, now: int) -> int:
    """Return the seconds until no count is full any more. `at` is the column with the instants."""
    waits = []
    for conditions, most in counts:
        newest = select(at).where(*conditions, at > now - WINDOW).order_by(at.desc())
        oldest_that_counts = session.scalar(newest.offset(most - 1).limit(1))
        if oldest_that_counts is not None:
            waits.append((oldest_that_counts + WINDOW - now) // 1000 + 1)
    return max(waits, default=0)


def take_turns(session: Session, table: str) -> None:
    """Make other transactions that count in this table wait until this one is done.

    SQLite has one writer at a time anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"lock table {table} in exclusive mode"))
