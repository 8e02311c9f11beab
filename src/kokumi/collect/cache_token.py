"""The `cache` of an answer: the session and visit of an event, encrypted."""

from __future__ import annotations

import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

_FIELDS = struct.Struct(">16s16sqq")
_NONCE_BYTES = 12
_TAG_BYTES = 16
_BYTES = _NONCE_BYTES + _FIELDS.size + _TAG_BYTES
_LENGTH = len(urlsafe_b64encode(bytes(_BYTES)))
"""Every token has this many characters."""


@dataclass(frozen=True, slots=True)
class Token:
    """The session and visit of an event at `at`, epoch milliseconds.

    `period` is the start of the period whose key the session is hashed with; 0 for a visitor to whom the
    website gave an id.
    """

    website_id: UUID
    session_id: UUID
    visit_id: UUID
    period: int
    at: int


class TokenSeal:
    """Encrypts and decrypts tokens, with a key of 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCMSIV(key)

    def seal(self, token: Token) -> str:
        """Return a token as encrypted text, which is different each time."""
        content = _FIELDS.pack(token.session_id.bytes, token.visit_id.bytes, token.period, token.at)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, content, token.website_id.bytes)
        return urlsafe_b64encode(nonce + sealed).decode()

    def open(self, text: str, website_id: UUID) -> Token | None:
        """Return the token of a text, or none if it was not made here and for this website."""
        if len(text) != _LENGTH:
            return None
        try:
            sealed = urlsafe_b64decode(text)
            nonce, content = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            opened = self._cipher.decrypt(nonce, content, website_id.bytes)
        except (ValueError, InvalidTag):
            return None
        session, visit, period, at = _FIELDS.unpack(opened)
        return Token(website_id, UUID(bytes=session), UUID(bytes=visit), period, at)
