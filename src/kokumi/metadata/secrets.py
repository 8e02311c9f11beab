"""Random secrets that are handed out once, and the digests that are kept of them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

_BYTES = 32

LENGTH = 43
"""Characters of a secret without its prefix: 32 bytes in base64. Nothing shorter is a secret."""


def new_secret(prefix: str = "") -> str:
    """Return a secret of 256 random bits, as text that fits a header."""
    return prefix + secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """Return what is stored of a secret. It is random, so it needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def seal(key: bytes, text: str) -> str:
    """Return the keyed hash of a text, which only who has the key can make."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def is_seal(key: bytes, text: str, candidate: str) -> bool:
    """Whether the candidate is the keyed hash of the text; takes as long either way."""
    return hmac.compare_digest(seal(key, text).encode(), candidate.encode())
