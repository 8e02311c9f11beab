"""Pages of lists in the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from kokumi.domain.paging import Paged, PageRequest

T = TypeVar("T")
R = TypeVar("R")


def paged(session: Session, statement: Select[R], page: PageRequest, shape: Callable[[R], T]) -> Paged[T]:
    """Return a page of an ordered statement's rows, each in its shape."""
    count = session.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0
    rows = session.scalars(statement.offset(page.offset).limit(page.size)).all()
    return Paged(tuple(shape(row) for row in rows), count, page)


def every_page(read: Callable[[PageRequest], Paged[T]], size: int = 1000) -> list[T]:
    """Return a whole list, read page by page."""
    items: list[T] = []
    while True:
        found = read(PageRequest(len(items) // size + 1, size))
        items.extend(found.items)
        if len(found.items) < size:
            return items
