"""The calendar unit of a trend, whose buckets are all answered, empty ones too (docs/spec/requests.md)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, WithJsonSchema

from kokumi.domain.times import Unit

_UNITS = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH)


def _offered(unit: Unit) -> Unit:
    if unit not in _UNITS:
        raise ValueError("must be hour, day, week or month")
    return unit


TrendUnit: TypeAlias = Annotated[
    Unit,
    AfterValidator(_offered),
    WithJsonSchema({"type": "string", "enum": [unit.value for unit in _UNITS]}),
]
"""An hour, a day, a week or a month."""
