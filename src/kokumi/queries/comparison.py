"""Which range figures are compared with (docs/spec/revenue.md#comparison)."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from kokumi.domain.times import TimeRange


class Comparison(StrEnum):
    """Which range figures are compared with."""

    PREVIOUS = "prev"
    YEAR = "yoy"


def compared_range(span: TimeRange, comparison: Comparison, zone: ZoneInfo) -> TimeRange:
    """Return the range of equal length before this one, or both ends a calendar year earlier in the zone."""
    return span.year_before(zone) if comparison is Comparison.YEAR else span.previous()


class Compared(Protocol):
    """Parameters that may ask for a comparison."""

    @property
    def compare(self) -> Comparison | None:
        """With which range to compare, if with any."""


def comparison_of(parameters: Compared) -> Comparison | None:
    """Return with which range the answer is compared, if the parameters ask for it."""
    return parameters.compare
