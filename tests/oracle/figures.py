"""Quantiles and intervals (docs/spec/requests.md#quantiles, docs/spec/intervals.md)."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, sqrt

Z = 1.959963984540054


def nearest_rank(values: Sequence[int], q: Fraction) -> int:
    """Return the value at the place ⌈q·n⌉ of n sorted values."""
    return sorted(values)[ceil(q * len(values)) - 1]


def wilson(hits: int, of: int) -> tuple[float | None, float | None]:
    """Return the two rates p from which hits/of lies Z standard deviations of p away; none of none."""
    if of == 0:
        return None, None
    # (hits/of - p)² = Z²·p·(1 - p)/of
    a, b, c = 1 + Z**2 / of, -(2 * hits / of + Z**2 / of), (hits / of) ** 2
    root = sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)
