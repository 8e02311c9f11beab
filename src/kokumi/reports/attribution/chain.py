"""Which share of the conversions of a Markov chain would be lost without each of its states.

Source: E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann, Mapping the customer journey: Lessons
learned from graph-based online attribution modeling, International Journal of Research in Marketing 33
(2016).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

OUTSIDE = ""
"""Where every journey comes from, and where it ends, with a conversion or without."""


def removal_effects(
    transitions: Mapping[str, Mapping[str, int]], conversions: Mapping[str, int]
) -> dict[str, float]:
    """Return for each state 1 - P(conversion without it) / P(conversion); none if nobody converts.

    `transitions[a][b]` says how often b came right after a, `conversions[a]` how many journeys that ended
    after a were conversions. Probabilities are relative frequencies. Without a state, everything that led to
    it is lost: what is missing then is what reaches the state at all and converts from there.
    """
    if not any(conversions.values()):
        return {}
    names = sorted(name for name in transitions if name != OUTSIDE)
    places = {name: place for place, name in enumerate([*names, OUTSIDE])}
    counts = np.zeros((len(places), len(places)))
    for name, following in transitions.items():
        for target, count in following.items():
            counts[places[name], places[target]] = count
    departures = counts.sum(axis=1)
    steps = counts / departures[:, np.newaxis]
    converts = np.array([conversions.get(name, 0) for name in names]) / departures[:-1]
    # How often each state (column) is expected from each other one (row), before the journey ends.
    expected = np.linalg.inv(np.identity(len(names)) - steps[:-1, :-1])
    visits = steps[-1, :-1] @ expected
    reached = visits / np.diagonal(expected)
    lost = reached * (expected @ converts) / (visits @ converts)
    return dict(zip(names, map(float, lost), strict=True))
