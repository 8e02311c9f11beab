"""What a request for revenue may ask."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kokumi.domain.times import Unit
from kokumi.domain.validation import SPELLED, Whole, WireModel, field_error
from kokumi.queries.comparison import Comparison
from kokumi.reports.parts.currency import Currency
from kokumi.reports.report import Parameters

MAX_PERIODS = 366

CAMPAIGN_LISTS = ("utm_source", "utm_medium", "utm_campaign")
"""The lists that `lists` adds."""


class LifetimeParameters(WireModel):
    """How the visitors of a lifetime value are put together, and how long they are followed."""

    unit: Annotated[Unit, SPELLED] = Field(
        description="Calendar unit of the visitors' first event.",
        json_schema_extra={"enum": ["week", "month"]},
    )
    periods: Whole = Field(
        ge=0, le=MAX_PERIODS, description="How many units after the first one are answered."
    )

    @model_validator(mode="after")
    def _is_week_or_month(self) -> LifetimeParameters:
        if self.unit not in (Unit.WEEK, Unit.MONTH):
            raise field_error("unit", "must be week or month")
        return self


class RevenueParameters(Parameters):
    """The currency, how the chart is cut, what the total is compared with, and what is added."""

    currency: Currency
    unit: Unit = Field(Unit.DAY, description="Calendar unit of the chart's buckets.")
    compare: Annotated[Comparison, SPELLED] = Field(
        Comparison.PREVIOUS, description="`prev`: the range of equal length before; `yoy`: a year earlier."
    )
    convert: bool = Field(
        False,
        description="Count revenue in other currencies too, converted by the operator's rates, and add "
        "`unconverted`.",
    )
    customers: bool = Field(False, description="Add `customers`: revenue from new and returning ones.")
    refunds: bool = Field(False, description="Add `gross` and `refunded` to `total`.")
    ltv: LifetimeParameters | None = Field(
        None, description="Add `ltv`: what visitors are worth over time, by when they first came."
    )
    lists: Annotated[Literal["all"] | None, SPELLED] = Field(
        None, description="`all`: add the lists `utm_source`, `utm_medium` and `utm_campaign`."
    )
