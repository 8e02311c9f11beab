"""How sure rates are: Wilson's interval and the test of two proportions."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist, fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokumi.queries.confidence import p_value, wilson

DRAWS = 20_000
RATES = [number / 20 for number in range(1, 20)]
SIZES = (100, 101, 150, 250, 500, 1000)


def test_intervals_cover_the_true_rate_95_times_of_100() -> None:
    """On average over rates from 0.05 to 0.95 and 100 visitors or more, to one in a hundred."""
    random = np.random.default_rng(20_251_001)
    covered = []
    for _ in range(DRAWS):
        rate, size = float(random.choice(RATES)), int(random.choice(SIZES))
        low, high = wilson(int(random.binomial(size, rate)), size)
        assert low is not None
        assert high is not None
        covered.append(low <= rate <= high)
    assert fmean(covered) == pytest.approx(0.95, abs=0.01)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_bounds_are_wilsons(hits: int, of: int, low: float, high: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


def test_there_are_no_bounds_of_nobody() -> None:
    assert wilson(0, 0) == (None, None)


hits_and_misses = st.tuples(st.integers(1, 500), st.integers(1, 500))


@given(hits_and_misses, hits_and_misses)
def test_p_values_are_those_of_the_chi_square_test(one: tuple[int, int], other: tuple[int, int]) -> None:
    """The square of z is the chi-square of the table of hits and misses."""
    (a, b), (c, d) = one, other
    chi_square = (a + b + c + d) * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
    expected = 2 * NormalDist().cdf(-sqrt(chi_square))
    assert p_value(a, a + b, c, c + d) == pytest.approx(expected, abs=1e-9)


def test_p_values_do_not_depend_on_the_order_and_are_1_for_equal_rates() -> None:
    assert p_value(10, 100, 20, 110) == p_value(20, 110, 10, 100)
    assert p_value(10, 100, 20, 200) == 1.0


@pytest.mark.parametrize(("hits", "other"), [(0, 0), (10, 20)])
def test_there_is_none_if_nobody_or_everybody_converted(hits: int, other: int) -> None:
    assert p_value(hits, 10, other, 20) is None


def test_a_p_value_below_5_percent_is_as_rare_as_it_should_be() -> None:
    """Two groups of one true rate differ by chance in 5 of 100 trials."""
    random = np.random.default_rng(20_251_002)
    small = []
    for _ in range(5_000):
        one, other = map(int, random.binomial(400, 0.3, 2))
        value = p_value(one, 400, other, 400)
        assert value is not None
        small.append(value < 0.05)
    assert fmean(small) == pytest.approx(0.05, abs=0.01)
