"""Removal effects of a Markov chain, name by name, in exact fractions (docs/spec/attribution.md#markov)."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

START, CONVERSION, NULL = " start", " conversion", " null"

Chances = Mapping[str, Mapping[str, Fraction]]


def removal_effects(sequences: Sequence[tuple[Sequence[str], bool]]) -> dict[str, Fraction]:
    """Return 1 - P(conversion without the name) / P(conversion) for each name; none if nobody converts."""
    steps: dict[str, Counter[str]] = {}
    for names, converted in sequences:
        path = [START, *names, CONVERSION if converted else NULL]
        for here, there in itertools.pairwise(path):
            steps.setdefault(here, Counter())[there] += 1
    chances = {
        here: {there: Fraction(count, sum(counts.values())) for there, count in counts.items()}
        for here, counts in steps.items()
    }
    whole = conversion_chance(chances)
    if whole == 0:
        return {}
    return {name: 1 - conversion_chance(without(chances, name)) / whole for name in chances if name != START}


def without(chances: Chances, removed: str) -> Chances:
    """Return the chain in which everything that led to a name leads to null."""
    found: dict[str, dict[str, Fraction]] = {}
    for here, row in chances.items():
        if here != removed:
            found[here] = {}
            for there, chance in row.items():
                to = NULL if there == removed else there
                found[here][to] = found[here].get(to, Fraction(0)) + chance
    return found


def conversion_chance(chances: Chances) -> Fraction:
    """Return P(conversion): x = Q x + r, solved by elimination."""
    names = list(chances)
    if START not in names:
        return Fraction(0)
    rows = [
        [Fraction(here == there) - chances[here].get(there, Fraction(0)) for there in names]
        + [chances[here].get(CONVERSION, Fraction(0))]
        for here in names
    ]
    for at in range(len(names)):
        pivot = next(row for row in range(at, len(names)) if rows[row][at] != 0)
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(names)):
            if other != at and rows[other][at] != 0:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return rows[names.index(START)][-1]
