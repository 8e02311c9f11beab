"""How long visitors took (docs/spec/requests.md#quantiles)."""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import WireModel


class Durations(WireModel):
    """How long visitors took, in seconds."""

    mean: float = Field(description="The mean, not rounded.")
    median: float = Field(description="The median, by nearest rank.")
    p90: float = Field(description="The 90th percentile, by nearest rank.")


def durations(visitors: int, total: int, median: int, p90: int) -> dict[str, float] | None:
    """Return the figures in seconds, of a number of visitors and of milliseconds; none of nobody."""
    if not visitors:
        return None
    return {"mean": total / (1000 * visitors), "median": median / 1000, "p90": p90 / 1000}
