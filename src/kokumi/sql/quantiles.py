"""Exact quantiles by nearest rank (docs/spec/requests.md#quantiles)."""

from __future__ import annotations

from kokumi.sql.fragment import Fragment, integer, sql


def nearest_rank(ordered: Fragment, percent: int) -> Fragment:
    """Return the value of a sorted array at the place ⌈percent/100 · length⌉, counted from 1.

    Of an empty array it is 0. The place is found in whole numbers: 0.9 · 10 is not quite 9 in binary.
    """
    return sql(
        "$ordered[intDiv(length($ordered) * $percent + 99, 100)]", ordered=ordered, percent=integer(percent)
    )
