"""Shapes that many routes share: camel case, times, pages, the answer `{"ok": true}`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Generic, TypeAlias, TypeVar
from uuid import UUID

from fastapi import Depends, Path, Query
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.alias_generators import to_camel

from kokumi.domain.paging import Page, Paged
from kokumi.domain.times import to_datetime
from kokumi.errors import BadRequestError

_MAX_PAGE_SIZE = 1000
MAX_STORED = 100_000
"""Bytes of JSON that are stored of a saved report's or segment's parameters."""

_MAX_PAGE = 2_147_483_647
_MAX_SEARCH = 200

T = TypeVar("T")
V = TypeVar("V", bound=BaseModel)


class Wire(BaseModel):
    """A request or an answer in the wire's camel case; unknown fields are ignored (docs/spec/requests.md)."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="ignore",
        # An answer has all its fields, also those with a default.
        json_schema_serialization_defaults_required=True,
    )


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


def small(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """Return what is to be stored as JSON, or raise ValueError if that would be over 100 kB."""
    if len(json.dumps(parameters, ensure_ascii=False).encode()) > MAX_STORED:
        raise ValueError(f"must be at most {MAX_STORED // 1000} kB of JSON")
    return parameters


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


PathId: TypeAlias = Annotated[UUID, Path()]
"""An id in the path; a malformed one is 404 (docs/spec/requests.md#order-of-checks)."""

PathWord: TypeAlias = Annotated[str, Path(), AfterValidator(no_nul)]
"""A word in the path, such as a slug."""


class Ok(Wire):
    """It is done."""

    ok: bool = Field(True, description="Always true.")


class WirePage(Wire, Generic[T]):
    """A part of a list, and how many there are in all."""

    data: list[T] = Field(description="The rows of this page.")
    count: int = Field(description="Rows on all pages.")
    page: int = Field(description="The number of this page, from 1.")
    page_size: int = Field(description="The most rows that a page has.")


Search: TypeAlias = Annotated[
    str, Query(max_length=_MAX_SEARCH, description="Text that names contain."), AfterValidator(no_nul)
]
"""A route's parameter: `search` of the query."""


def page_parameters(
    page: Annotated[int, Query(ge=1, le=_MAX_PAGE)] = 1,
    page_size: Annotated[int, Query(alias="pageSize", ge=1)] = 20,
    search: Search = "",
) -> Page:
    """Return the part of a list that the query asks for; sizes over 1 000 become 1 000.

    See docs/spec/requests.md#pages.
    """
    return Page(page, min(page_size, _MAX_PAGE_SIZE), search)


def is_set(flag: str) -> bool:
    """Whether a flag of the query is on: any text but `false`, `0` and none."""
    return flag not in {"", "0", "false"}


PageOf: TypeAlias = Annotated[Page, Depends(page_parameters)]
"""A route's parameter: `page`, `pageSize` and `search` of the query."""


def wire_page(found: Paged[T], shape: Callable[[T], V]) -> WirePage[V]:
    """Return a page of a list as it goes out."""
    return WirePage(
        data=[shape(item) for item in found.items],
        count=found.count,
        page=found.page.number,
        page_size=found.page.size,
    )
