"""Shapley values by their definition, over all sets of names (docs/spec/attribution.md#model)."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import combinations
from math import factorial


def shapley_values(conversions: Sequence[tuple[AbstractSet[str], Fraction]]) -> dict[str, Fraction]:
    """Return the value of each name in the game in which a set is worth the conversions that lie in it."""
    named = [(names, worth) for names, worth in conversions if names]
    players = sorted(set[str]().union(*(names for names, _ in named)))

    def worth_of(coalition: AbstractSet[str]) -> Fraction:
        return sum((worth for names, worth in named if names <= coalition), Fraction(0))

    values = dict.fromkeys(players, Fraction(0))
    for player in players:
        others = [name for name in players if name != player]
        for size in range(len(others) + 1):
            weight = Fraction(factorial(size) * factorial(len(others) - size), factorial(len(players)))
            for coalition in map(set, combinations(others, size)):
                values[player] += weight * (worth_of(coalition | {player}) - worth_of(coalition))
    return values
