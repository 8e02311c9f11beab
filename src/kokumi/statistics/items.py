"""Rows of lists that also say how many there are in all: `(part, texts, numbers)`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kokumi.metadata.paging import Page
from kokumi.reports.rows import read, read_list
from kokumi.statistics.base import Rows

_LAST_OFFSET = 2**62
"""As far as the store counts."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, its texts and its numbers in the statement's order."""

    texts: list[str]
    numbers: list[int]


def items(rows: Rows) -> tuple[int, list[Item]]:
    """Return the number of the row whose part is `total`, and the other rows."""
    total = 0
    found: list[Item] = []
    for part, texts, numbers in rows:
        item = Item(read_list(texts, str), read_list(numbers, int))
        if read(part, str) == "total":
            total = item.numbers[0]
        else:
            found.append(item)
    return total, found


def offset(page: Page) -> int:
    """Return how many entries stand before a page."""
    return min((page.number - 1) * page.size, _LAST_OFFSET)


def page_of(page: Page, count: int, data: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return a page of a list as it goes out."""
    return {"data": list(data), "count": count, "page": page.number, "pageSize": page.size}
