"""Lists in pages (docs/spec/requests.md#pages)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

T = TypeVar("T")
R = TypeVar("R")

_LAST_OFFSET = 2**62
"""Beyond what either database counts to."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for: `number` counts from 1; `search` is text that its names contain."""

    number: int = 1
    size: int = 20
    search: str = ""


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list, and how many there are in all; empty past the end."""

    items: tuple[T, ...]
    count: int
    page: Page


def paged(session: Session, statement: Select[R], page: Page, shape: Callable[[R], T]) -> Paged[T]:
    """Return a page of an ordered statement's rows, each in its shape."""
    count = session.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0
    offset = min((page.number - 1) * page.size, _LAST_OFFSET)
    rows = session.scalars(statement.offset(offset).limit(page.size)).all()
    return Paged(tuple(shape(row) for row in rows), count, page)


def every_page(read: Callable[[Page], Paged[T]], size: int = 1000) -> list[T]:
    """Return a whole list, read page by page."""
    items: list[T] = []
    while True:
        found = read(Page(len(items) // size + 1, size))
        items.extend(found.items)
        if len(found.items) < size:
            return items
