"""What a request for a trend may ask."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kokumi.domain.columns import Column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.times import Unit
from kokumi.domain.validation import SPELLED, at_most, field_error
from kokumi.queries.comparison import Comparison
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.splits import GroupLimit, Split
from kokumi.reports.parts.steps import Step, check_conditions
from kokumi.reports.parts.trends import TrendUnit
from kokumi.reports.report import Parameters

MAX_SERIES = 10


class Measure(StrEnum):
    """What is told of the events of a series."""

    EVENTS = "events"
    VISITORS = "visitors"
    VISITS = "visits"
    SUM = "sum"
    AVERAGE = "average"
    MEDIAN = "median"
    P90 = "p90"
    MIN = "min"
    MAX = "max"

    @property
    def is_count(self) -> bool:
        """Whether it counts, and so needs no property and is 0 where there is nothing."""
        return self in (Measure.EVENTS, Measure.VISITORS, Measure.VISITS)


class Series(Step):
    """A step, and what is told of the events that fit it."""

    measure: Measure = Field(
        description="`events`, `visitors`, `visits`: how many. The others are taken over the numbers of "
        "`property`; the median and `p90` by nearest rank."
    )
    property: str | None = Field(
        None,
        min_length=1,
        max_length=MAX_PROPERTY_NAME,
        description="The property whose numbers are taken; required unless the measure is a count.",
    )

    @model_validator(mode="after")
    def _has_the_property_that_it_measures(self) -> Series:
        if not self.measure.is_count and self.property is None:
            raise field_error("property", f"is required for the measure {self.measure}")
        return self


class TrendParameters(Parameters):
    """What is measured, in which buckets, and how it is split and compared."""

    series: Annotated[tuple[Series, ...], at_most(MAX_SERIES)] = Field(
        max_length=MAX_SERIES,
        description="What is measured, side by side.",
        json_schema_extra={"minItems": 1},
    )
    unit: TrendUnit = Field(Unit.DAY, description="Calendar unit of the buckets.")
    currency: Currency | None = Field(
        None, description="Makes the property `revenue` mean the revenue in this currency: three letters."
    )
    breakdown: Split | None = Field(None, description="What splits the events into groups.")
    limit: GroupLimit = 10
    compare: Annotated[Comparison | None, SPELLED] = Field(
        None,
        description="Adds the answer for another range: `prev`, of equal length just before; `yoy`, a year "
        "earlier.",
    )

    @model_validator(mode="after")
    def _has_some_series(self) -> TrendParameters:
        # Not as a limit of the field: Pydantic would say it beside the error of each series.
        if not self.series:
            raise field_error("series", "must have at least 1 item")
        check_conditions(self.series, "series")
        return self

    def all_steps(self) -> tuple[Step, ...]:
        """Return the steps of the series."""
        return self.series

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that the steps and the breakdown name."""
        return super().columns() + (self.breakdown.columns() if self.breakdown else ())
