"""Answers that many routes give: that it is done, and a page of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, Field

from kokumi.domain.paging import ListPage, Paged
from kokumi.domain.validation import WireModel

T = TypeVar("T")
V = TypeVar("V", bound=BaseModel)


class Ok(WireModel):
    """It is done."""

    ok: bool = Field(True, description="Always true.")


def wire_page(found: Paged[T], shape: Callable[[T], V]) -> ListPage[V]:
    """Return a page of a list as it goes out."""
    return ListPage(
        data=[shape(item) for item in found.items],
        count=found.count,
        page=found.page.number,
        page_size=found.page.size,
    )
