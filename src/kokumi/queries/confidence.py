"""How sure rates are, and the difference of two rates (docs/spec/intervals.md)."""

from __future__ import annotations

from math import erfc, sqrt

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


def p_value(hits: int, of: int, other_hits: int, other_of: int) -> float | None:
    """Return the p-value of the difference of two rates, by the two-sided z-test with pooled variance.

    There is none if the pooled rate is 0 or 1. Source: J. L. Fleiss, B. Levin and M. C. Paik, Statistical
    Methods for Rates and Proportions, third edition (2003), section 3.1, without the correction for
    continuity.
    """
    pooled = (hits + other_hits) / (of + other_of)
    if pooled in (0, 1):
        return None
    spread = sqrt(pooled * (1 - pooled) * (1 / of + 1 / other_of))
    return erfc(abs(hits / of - other_hits / other_of) / spread / sqrt(2))
