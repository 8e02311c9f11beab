"""The metadata for the time of one command; a server may run on it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from kokumi.errors import BadRequestError, NotFoundError
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.settings import read_settings


@contextmanager
def opened_metadata() -> Iterator[Metadata]:
    """Open the database of users and websites.

    Raises:
        SetupError: it cannot be opened as it is set up.
    """
    settings = read_settings()
    metadata = Metadata(settings.metadata_dsn, base_currency=settings.base_currency)
    try:
        yield metadata
    finally:
        metadata.close()


def user_named(metadata: Metadata, username: str) -> User:
    """Return the user of that name.

    Raises:
        NotFoundError: there is none.
    """
    found = metadata.users.named(username)
    if found is None:
        raise NotFoundError(f"There is no user {username}.")
    return found


def parse_id(text: str) -> UUID:
    """Return an id as it is typed.

    Raises:
        BadRequestError: it is not a UUID.
    """
    try:
        return UUID(text)
    except ValueError:
        raise BadRequestError(f"{text} is not an id: it must be a UUID.") from None
