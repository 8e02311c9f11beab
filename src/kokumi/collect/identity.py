"""Who a visitor is: a session's id without a stored address, and what the public is told of it.

See docs/spec/collecting.md#sessions.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from kokumi.domain.session_keys import SessionKey

VISIT_GAP = 30 * 60_000
"""A visit goes on while its latest event is at most this old, in milliseconds (docs/spec/collecting.md)."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a visitor without an id is recognised by.

    `claimed_by` is the address of a sender who says that somebody else has this address and user agent, and
    who may not speak for others. It is none if the traces are the sender's own or may be believed.
    """

    address: str
    user_agent: str
    claimed_by: str | None = None


class Identity:
    """Hashes visitors into sessions, and the ids of sessions and visits into what the public is told."""

    def __init__(self, secret: bytes) -> None:
        self._person_key = derived(secret, b"session")
        self._public_key = derived(secret, b"public id")

    def person(self, website_id: UUID, distinct_id: str) -> UUID:
        """Return the session of someone whom the website knows by an id. It never changes."""
        return _hash(self._person_key, b"person", website_id.bytes, distinct_id)

    def visitor(self, website_id: UUID, traces: Traces, key: SessionKey) -> UUID:
        """Return the session of someone without an id in the period of the key.

        A claim has sessions of its own for each address that makes it. So nobody reaches the session of
        another visitor by claiming their address, nor one that another sender claims.
        """
        parts = traces.address, traces.user_agent
        if traces.claimed_by is None:
            return _hash(key.secret, b"visitor", website_id.bytes, *parts)
        return _hash(key.secret, b"claimed", website_id.bytes, *parts, traces.claimed_by)

    def public_session(self, session_id: UUID) -> UUID:
        """Return the id that the public is told of a session: always the same, and of no use elsewhere."""
        return _hash(self._public_key, b"session", session_id.bytes)

    def public_visit(self, visit_id: UUID) -> UUID:
        """Return the id that the public is told of a visit: always the same, and of no use elsewhere."""
        return _hash(self._public_key, b"visit", visit_id.bytes)


def derived(secret: bytes, purpose: bytes) -> bytes:
    """Return a key of 32 bytes for one purpose, which tells nothing of the keys for others."""
    return blake2b(secret, digest_size=32, person=purpose).digest()


def _hash(key: bytes, kind: bytes, fixed: bytes, *parts: str) -> UUID:
    digest = blake2b(fixed, digest_size=16, key=key, person=kind)
    for part in parts:
        content = part.encode()
        digest.update(len(content).to_bytes(4, "big") + content)
    return UUID(bytes=digest.digest(), version=5)
