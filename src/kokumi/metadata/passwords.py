"""Passwords as argon2 hashes: making and checking them, slowly on purpose; and refusing weak ones."""

from __future__ import annotations

import re
import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kokumi.errors import BadRequestError

MIN_LENGTH = 8
MAX_LENGTH = 255

MAX_JUDGED = 32
"""Characters whose strength is estimated. The time grows with the square of the length: about 0.6 seconds of
processor time for the worst 32, 2.3 for the worst 64. What follows can only make a password stronger."""

_MIN_SCORE = 3
"""Of 4, by zxcvbn: it takes at least 10^8 guesses. PostHog asks for as much."""

_OUR_WORDS = ("kokumi", "umami")
"""Words that nobody has to guess."""

_WEAK = (
    "must be harder to guess: use three or four unrelated words, or let a password manager make one, "
    "but not your name, a common password or a row of keys"
)

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's first choice for argon2id; 19 MB a check."""

_TURNS = threading.BoundedSemaphore(2)
"""A flood of sign-ins takes the time of two processors and the memory of two checks, no more."""

_JUDGING = threading.Lock()
"""zxcvbn keeps the words of the call under way in a global, so one call at a time."""


def check_password(password: str, username: str, path: str = "password") -> None:
    """Refuse what may not become that user's password.

    Raises:
        BadRequestError: it is too short, too long or too easy to guess.
    """
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        raise BadRequestError.at(path, f"must be {MIN_LENGTH} to {MAX_LENGTH} characters")
    if password.casefold() == username.casefold() or _score(password, username) < _MIN_SCORE:
        raise BadRequestError.at(path, _WEAK)


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


def _score(password: str, username: str) -> int:
    # Its lists of words take 14 MB, and most processes never set a password.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    known = [*_OUR_WORDS, username[:MAX_JUDGED], *re.findall(r"\w{3,}", username)]
    with _JUDGING:
        return zxcvbn(password[:MAX_JUDGED], user_inputs=known)["score"]
