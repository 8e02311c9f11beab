"""What a breakdown is asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kokumi.domain.columns import EVENT, Column, column
from kokumi.domain.validation import Whole, field_error
from kokumi.reports.breakdown.fields import Asked, Fields, PropertyField, VisitField, parse_fields
from kokumi.reports.parts.conversions import Goals
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.steps import Step
from kokumi.reports.report import Parameters

MAX_LIST = 500
MAX_LIMIT = 10_000


class OrderBy(StrEnum):
    """Which figure comes first in the order of rows."""

    VISITORS = "visitors"
    VIEWS = "views"
    VISITS = "visits"
    BOUNCES = "bounces"
    TOTAL_TIME = "totaltime"
    CONVERSIONS = "conversions"
    REVENUE = "revenue"


class BreakdownParameters(Parameters):
    """The fields whose combinations make the rows, and what is told of each."""

    fields: Fields = Field(
        description="Different fields, in the order of the columns; `property:<name>` is a property of event "
        "data, `channel`, `entryPath` and `exitPath` are those of the visit. With `event` or a property, "
        "custom events count too.",
        examples=[["os", "country"]],
    )
    goals: Annotated[
        Goals | None, Field(description="Adds `conversions`: the visitors of the row who reached each goal.")
    ] = None
    currency: Currency | None = Field(
        None, description="Adds `revenue`: that of the visitors of the row, in this currency."
    )
    order_by: OrderBy = Field(
        OrderBy.VISITORS,
        description="The figure by which rows are ordered, largest first; `conversions` are those of the "
        "first goal.",
    )
    limit: Whole = Field(MAX_LIST, ge=1, le=MAX_LIMIT, description="The most rows.")

    @model_validator(mode="after")
    def _has_what_orders(self) -> BreakdownParameters:
        if self.order_by is OrderBy.CONVERSIONS and self.goals is None:
            raise field_error("orderBy", "may be conversions only with goals")
        if self.order_by is OrderBy.REVENUE and self.currency is None:
            raise field_error("orderBy", "may be revenue only with currency")
        return self

    def asked(self) -> tuple[Asked, ...]:
        """Return the fields, in the order asked."""
        return parse_fields(self.fields)

    def tells_done(self) -> bool:
        """Return whether a row tells what its visitors did."""
        return self.goals is not None or self.currency is not None

    def columns(self) -> tuple[Column, ...]:
        """Return the columns that fields and goals name; for a property the event's name, as private."""
        named = [each.field for each in self.asked() if isinstance(each.field, Column)]
        paths = [found for each in self.asked() if each.field in _PATHS and (found := column("path"))]
        properties = [EVENT for each in self.asked() if isinstance(each.field, PropertyField)]
        return (*named, *paths, *properties, *super().columns())

    def all_steps(self) -> tuple[Step, ...]:
        """Return the goals."""
        return self.goals or ()


_PATHS = (VisitField.ENTRY_PATH, VisitField.EXIT_PATH)
