"""Session keys for tests that need some, wherever they come from."""

from __future__ import annotations

from hashlib import blake2b

from kokumi.domain.session_keys import Period, SessionKey


def key_of(period: Period, seed: str = "", created_at: int = 0) -> SessionKey:
    """Return a key with a secret that is the same each time."""
    secret = blake2b(f"{period} {seed}".encode(), digest_size=32).digest()
    return SessionKey(period, secret, created_at)


class MadeUpKeys:
    """Keys that are never forgotten, the same in each test."""

    def find(self, period: Period, now: int, kept: int) -> SessionKey | None:
        """Return the period's key."""
        return self.obtain(period, now, kept)

    def obtain(self, period: Period, now: int, kept: int) -> SessionKey:  # noqa: ARG002
        """Return the period's key."""
        return key_of(period, created_at=now)

    def delete_old(self, now: int, kept: int) -> None:
        """Delete nothing."""
