"""Lists in pages (docs/spec/requests.md#pages)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import Field

from kokumi.domain.validation import WireModel

T = TypeVar("T")

MAX_PAGE = 2_147_483_647
"""The highest number of a page."""

MAX_PAGE_SIZE = 1000
"""Rows of a page. Who asks for more gets as many."""

MAX_OFFSET = 2**62
"""Beyond what any of the databases counts to."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which part of a list is asked for: `number` counts from 1; `search` is text that its names contain."""

    number: int = 1
    size: int = 20
    search: str = ""

    @property
    def offset(self) -> int:
        """How many entries stand before it."""
        return min((self.number - 1) * self.size, MAX_OFFSET)


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list, and how many entries there are in all. It is empty past the end."""

    items: tuple[T, ...]
    count: int
    page: PageRequest


class ListPage(WireModel, Generic[T]):
    """A page of a list as it goes out, and how many rows there are in all."""

    data: list[T] = Field(description="The rows of this page.")
    count: int = Field(description="Rows on all pages.")
    page: int = Field(description="The number of this page, from 1.")
    page_size: int = Field(description="The most rows that a page has.")
