"""Who a visitor is: a session's id without a stored address, and the token that keeps it (SPEC 6)."""

from __future__ import annotations

import hmac
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from kokumi.domain.times import Unit, start_of, to_datetime, to_milliseconds

VISIT_GAP = 30 * 60_000
"""A visit goes on while its latest event is at most this old, in milliseconds (SPEC 1, 6)."""

_MAC_BYTES = 16
_FIELDS = struct.Struct(">16s16s16sqq")
_LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class Recognised:
    """A session, and the start of the period whose hash it is; 0 if it belongs to a known person."""

    session_id: UUID
    period: int


@dataclass(frozen=True, slots=True)
class Token:
    """What the `cache` of an answer says: the session and visit of an event at `at`, epoch milliseconds."""

    website_id: UUID
    session_id: UUID
    visit_id: UUID
    period: int
    at: int


class Identity:
    """Recognises visitors and signs tokens, with keys of their own made from the installation's secret."""

    def __init__(self, secret: bytes, period: Literal["day", "week", "month"]) -> None:
        self._session_key = _derived(secret, b"session")
        self._token_key = _derived(secret, b"token")
        self._period = Unit(period)

    def person(self, website_id: UUID, distinct_id: str) -> Recognised:
        """Return the session of someone whom the website knows by an id."""
        return Recognised(self._hash(b"person", website_id, distinct_id), 0)

    def visitor(
        self, website_id: UUID, address: str, user_agent: str, at: int, token: Token | None = None
    ) -> Recognised:
        """Return the session of an address and user agent in the period of the instant `at`.

        A token of the same visitor in an earlier period keeps that session while the visit goes on.
        """
        period = self._start(at)
        if token is not None and 0 < token.period < period and abs(at - token.at) <= VISIT_GAP:
            earlier = self._visitor(website_id, address, user_agent, token.period)
            if earlier == token.session_id:
                return Recognised(earlier, token.period)
        return Recognised(self._visitor(website_id, address, user_agent, period), period)

    def sign(self, token: Token) -> str:
        """Return a token as text."""
        ids = (token.website_id.bytes, token.session_id.bytes, token.visit_id.bytes)
        content = _FIELDS.pack(*ids, token.period, token.at)
        return urlsafe_b64encode(content + self._mac(content)).decode()

    def read(self, text: str, website_id: UUID) -> Token | None:
        """Return the token of a text; none if we did not sign it, or not for this website."""
        if not text or len(text) > _LONGEST_TOKEN:
            return None
        try:
            signed = urlsafe_b64decode(text)
        except ValueError:
            return None
        content, mac = signed[:-_MAC_BYTES], signed[-_MAC_BYTES:]
        if len(content) != _FIELDS.size or not hmac.compare_digest(mac, self._mac(content)):
            return None
        website, session, visit, period, at = _FIELDS.unpack(content)
        if website != website_id.bytes:
            return None
        return Token(website_id, UUID(bytes=session), UUID(bytes=visit), period, at)

    def _visitor(self, website_id: UUID, address: str, user_agent: str, period: int) -> UUID:
        return self._hash(b"visitor", website_id, address, user_agent, str(period))

    def _hash(self, kind: bytes, website_id: UUID, *parts: str) -> UUID:
        digest = blake2b(website_id.bytes, digest_size=16, key=self._session_key, person=kind)
        for part in parts:
            content = part.encode()
            digest.update(len(content).to_bytes(4, "big") + content)
        return UUID(bytes=digest.digest(), version=5)

    def _mac(self, content: bytes) -> bytes:
        return blake2b(content, digest_size=_MAC_BYTES, key=self._token_key).digest()

    def _start(self, at: int) -> int:
        first = start_of(self._period, to_datetime(at).date())
        return to_milliseconds(datetime.combine(first, time(), UTC))


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return blake2b(secret, digest_size=32, person=purpose).digest()
