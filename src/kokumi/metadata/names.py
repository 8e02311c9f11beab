"""What may be a name of something that is kept."""

from __future__ import annotations

from kokumi.errors import BadRequestError


def check_name(name: str, path: str, most: int) -> None:
    """Refuse what may not become a name.

    Raises:
        BadRequestError: it is blank, too long, or not text that a database can hold.
    """
    if not name.strip() or len(name) > most or not _is_storable(name):
        raise BadRequestError.at(path, f"must be 1 to {most} characters, not only blanks")


def _is_storable(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
