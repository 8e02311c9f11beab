"""Values that many shapes share: times, names, slugs, and JSON that is kept as given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias

import orjson
from pydantic import AfterValidator, PlainSerializer, StringConstraints, WithJsonSchema

from kokumi.domain.times import to_datetime
from kokumi.errors import BadRequestError

MAX_STORED = 100_000
"""Bytes of JSON that are stored of a saved report's or segment's parameters."""


def _wire_time(instant: int) -> str:
    return to_datetime(instant).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


WireTime: TypeAlias = Annotated[
    int,
    PlainSerializer(_wire_time, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]
"""An instant, on the wire as `2025-10-07T07:46:57.918Z`."""


def not_blank(text: str) -> str:
    """Return the text.

    Raises:
        ValueError: there is nothing to see in it.
    """
    if not text.strip():
        raise ValueError("must not be only blanks")
    return text


def no_nul(text: str) -> str:
    """Return the text, or raise ValueError if it holds a NUL character, which cannot be stored."""
    if "\0" in text:
        raise ValueError("must not hold a NUL character")
    return text


def at_most_bytes(most: int) -> AfterValidator:
    """Return the check that an object is at most so many bytes of JSON."""

    def check(value: Mapping[str, object]) -> Mapping[str, object]:
        if len(orjson.dumps(value)) > most:
            raise ValueError(f"must be at most {most // 1000} kB of JSON")
        return value

    return AfterValidator(check)


Name: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(not_blank)]
"""A name of 1 to 200 characters, kept as given."""

SLUG = r"^[A-Za-z0-9][A-Za-z0-9._~-]*$"
"""What may stand in a share link's address as it is."""

MIN_SLUG = 8
"""Characters of a slug that a client chooses: shorter ones are guessed; those from before keep working."""


def check_new_slug(slug: str, path: str) -> None:
    """Refuse a slug that is easily guessed.

    Raises:
        BadRequestError: it is too short.
    """
    if len(slug) < MIN_SLUG:
        raise BadRequestError.at(path, f"must be at least {MIN_SLUG} characters, so that nobody guesses it")
