"""Passwords as argon2 hashes: making and checking them, slowly on purpose."""

from __future__ import annotations

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kokumi.errors import BadRequestError

MIN_LENGTH = 8
MAX_LENGTH = 255

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's first choice for argon2id; 19 MB a check."""

_TURNS = threading.BoundedSemaphore(2)
"""A flood of sign-ins takes the time of two processors and the memory of two checks, no more."""


def check_password(password: str, path: str = "password") -> None:
    """Refuse what may not become a password.

    Raises:
        BadRequestError: it is too short or too long.
    """
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        raise BadRequestError.at(path, f"must be {MIN_LENGTH} to {MAX_LENGTH} characters")


def hash_password(password: str) -> str:
    """Return what is stored in the password's place."""
    with _TURNS:
        return _HASHER.hash(password)


def is_password(password: str, hashed: str | None) -> bool:
    """Whether it is the password of that hash; with none, false after as much work.

    So the time of an answer does not tell whether a user exists.
    """
    with _TURNS:
        try:
            _HASHER.verify(hashed or _nobody(), password)
        except (VerificationError, InvalidHashError):
            return False
    return hashed is not None


@cache
def _nobody() -> str:
    return _HASHER.hash("a password that nobody has")
