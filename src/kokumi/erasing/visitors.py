"""Finds the sessions of a visitor whose data is to be erased."""

from __future__ import annotations

from uuid import UUID

from kokumi.events.store import EventReader
from kokumi.sql.fragment import sql


def has_session(store: EventReader, website_id: UUID, session_id: UUID, *, tag: str = "") -> bool:
    """Return whether anything is stored for a session."""
    statement = sql(
        """
        select 1 from events where website_id = {website:UUID} and session_id = {session:UUID} limit 1
        union all
        select 1 from identifications
        where website_id = {website:UUID} and session_id = {session:UUID} limit 1
        """,
        website=website_id,
        session=session_id,
    )
    return bool(store.query(statement, name="erase:session", tag=tag).rows)


def sessions_of(store: EventReader, website_id: UUID, distinct_id: str) -> tuple[UUID, ...]:
    """Return the sessions with a distinct id, in events or in identifications."""
    statement = sql(
        """
        select session_id from events where website_id = {website:UUID} and distinct_id = {distinct_id:String}
        union distinct
        select session_id from identifications
        where website_id = {website:UUID} and distinct_id = {distinct_id:String}
        """,
        website=website_id,
        distinct_id=distinct_id,
    )
    found = store.query(statement, name="erase:visitor").rows
    return tuple(sorted(session_id for (session_id,) in found if isinstance(session_id, UUID)))
