"""Recognises visitors: which session an event belongs to, also right after a new period has begun."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kokumi.collect.cache_token import Token
from kokumi.collect.identity import VISIT_GAP, Identity, Traces
from kokumi.collect.key_ring import KeyRing


@dataclass(frozen=True, slots=True)
class Recognised:
    """A session, and the start of the period whose key it is hashed with; 0 for a visitor with an id."""

    session_id: UUID
    period: int


class Recognition:
    """Finds the session of an event."""

    def __init__(self, identity: Identity, keys: KeyRing) -> None:
        self._identity = identity
        self._keys = keys

    def person(self, website_id: UUID, distinct_id: str) -> Recognised:
        """Return the session of a visitor to whom the website gave an id."""
        return Recognised(self._identity.person(website_id, distinct_id), 0)

    async def visitor(
        self, website_id: UUID, traces: Traces, at: int, now: int, token: Token | None = None
    ) -> Recognised:
        """Return the session of a visitor without an id, for an event at the instant `at`.

        A token of the same visitor from an earlier period keeps that session while the visit goes on.

        Raises:
            OverloadedError: the key of the period cannot be read; the event may be sent again.
        """
        key = await self._keys.key_at(at, now)
        start = key.period.start
        if token is not None and 0 < token.period < start and abs(at - token.at) <= VISIT_GAP:
            earlier = await self._keys.key_of(token.period, now)
            if earlier and self._identity.visitor(website_id, traces, earlier) == token.session_id:
                return Recognised(token.session_id, token.period)
        return Recognised(self._identity.visitor(website_id, traces, key), start)
