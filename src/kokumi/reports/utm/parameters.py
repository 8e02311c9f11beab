"""What campaigns are asked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from kokumi.domain.validation import field_error
from kokumi.reports.parts.conversions import Goals
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.steps import Step
from kokumi.reports.report import Parameters

UTM_PARAMETERS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")


class UtmParameters(Parameters):
    """What is told of each value beside its page views."""

    details: bool = Field(False, description="Adds `visitors`, `visits` and `bounces` to each row.")
    goals: Annotated[
        Goals | None,
        Field(description="With `details`: adds `conversions`, who of the row's visitors reached each goal."),
    ] = None
    currency: Currency | None = Field(
        None, description="With `details`: adds `revenue`, that of the row's visitors, in this currency."
    )

    @model_validator(mode="after")
    def _has_details(self) -> UtmParameters:
        for name, given in (("goals", self.goals), ("currency", self.currency)):
            if given is not None and not self.details:
                raise field_error(name, "needs details: true")
        return self

    def tells_done(self) -> bool:
        """Return whether a row tells what its visitors did."""
        return self.goals is not None or self.currency is not None

    def all_steps(self) -> tuple[Step, ...]:
        """Return the goals."""
        return self.goals or ()
