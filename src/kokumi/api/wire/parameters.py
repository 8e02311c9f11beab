"""Parameters of the path and the query string that many routes share."""

from __future__ import annotations

from typing import Annotated, TypeAlias
from uuid import UUID

from fastapi import Depends, Path, Query
from pydantic import AfterValidator

from kokumi.api.wire.values import no_nul
from kokumi.domain.paging import MAX_PAGE, MAX_PAGE_SIZE, PageRequest

_MAX_SEARCH = 200

PathId: TypeAlias = Annotated[UUID, Path()]
"""An id in the path; a malformed one is 404 (docs/spec/requests.md#order-of-checks)."""

PathWord: TypeAlias = Annotated[str, Path(), AfterValidator(no_nul)]
"""A word in the path, such as a slug."""


Search: TypeAlias = Annotated[
    str, Query(max_length=_MAX_SEARCH, description="Text that names contain."), AfterValidator(no_nul)
]
"""A route's parameter: `search` of the query."""


def page_parameters(
    page: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 1,
    page_size: Annotated[int, Query(alias="pageSize", ge=1)] = 20,
    search: Search = "",
) -> PageRequest:
    """Return the part of a list that the query asks for; sizes over 1 000 become 1 000.

    See docs/spec/requests.md#pages.
    """
    return PageRequest(page, min(page_size, MAX_PAGE_SIZE), search)


def is_set(flag: str) -> bool:
    """Whether a flag of the query is on: any text but `false`, `0` and none."""
    return flag not in {"", "0", "false"}


PageOf: TypeAlias = Annotated[PageRequest, Depends(page_parameters)]
"""A route's parameter: `page`, `pageSize` and `search` of the query."""
