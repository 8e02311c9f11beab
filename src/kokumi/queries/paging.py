"""Pages of lists, which a statement returns together with the length of the whole list.

Such a statement has one row with `is_row` 0, whose `count` is the length, and a row with `is_row` 1 for each
entry of the page. So the length is there past the end of the list too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kokumi.domain.paging import PageRequest
from kokumi.queries.rows import Row, Rows
from kokumi.sql.fragment import Fragment, identifier, join, sql


def no_entry(
    *,
    ids: Sequence[str] = (),
    texts: Sequence[str] = (),
    numbers: Sequence[str] = (),
    arrays: Mapping[str, Fragment] | None = None,
) -> Fragment:
    """Return the columns of an entry, by their names and all empty, for the row that has the length."""
    defaults = [
        *((name, sql("toUUID('00000000-0000-0000-0000-000000000000')")) for name in ids),
        *((name, sql("''")) for name in texts),
        *((name, sql("0")) for name in numbers),
        *(arrays or {}).items(),
    ]
    columns = [sql("$empty as $name", empty=empty, name=identifier(name)) for name, empty in defaults]
    return join(", ", columns)


def page_of(page: PageRequest, rows: Rows, shape: Callable[[Row], Mapping[str, object]]) -> dict[str, object]:
    """Return a page of a list as it goes out: `{data, count, page, pageSize}`."""
    found = list(rows)
    return {
        "data": [shape(row) for row in found if row.number("is_row")],
        "count": next(row.number("count") for row in found if not row.number("is_row")),
        "page": page.number,
        "pageSize": page.size,
    }
