"""Confidence intervals of rates (docs/spec/intervals.md)."""

from __future__ import annotations

from math import sqrt

Z = 1.959963984540054
"""The quantile of the normal distribution for 95 %, two-sided."""


def wilson(hits: int, of: int) -> tuple[float, float] | tuple[None, None]:
    """Return the bounds of Wilson's score interval at 95 % for `hits` of `of`, as fractions of 1.

    There are none if `of` is 0. Source: E. B. Wilson, Probable inference, the law of succession, and
    statistical inference, Journal of the American Statistical Association 22 (1927).
    """
    if not of:
        return None, None
    rate = hits / of
    center = rate + Z**2 / (2 * of)
    spread = Z * sqrt(rate * (1 - rate) / of + Z**2 / (4 * of**2))
    whole = 1 + Z**2 / of
    return max(0.0, (center - spread) / whole), min(1.0, (center + spread) / whole)
