"""Numbers as text (docs/spec/events.md#event-data)."""

from __future__ import annotations

import pytest

from kokumi.domain.numbers import shortest


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (9, "9"),
        (19.5, "19.5"),
        (0.1, "0.1"),
        (100.0, "100"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (10**20, "1" + "0" * 20),
        (1.5e300, "15" + "0" * 299),
    ],
)
def test_shortest(number: float, text: str) -> None:
    assert shortest(number) == text
