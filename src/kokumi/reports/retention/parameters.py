"""What may be asked of the retention report (docs/spec/retention.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kokumi.domain.columns import Column
from kokumi.domain.times import Unit
from kokumi.domain.validation import SPELLED, Whole, field_error
from kokumi.queries.comparison import Comparison
from kokumi.reports.parts.entity import Entity
from kokumi.reports.parts.splits import GroupLimit, Split
from kokumi.reports.parts.steps import Step, check_conditions
from kokumi.reports.report import Parameters

MAX_PERIODS = 366
_PERIODS = {Unit.DAY: 31, Unit.WEEK: 12, Unit.MONTH: 12}


class RetentionParameters(Parameters):
    """What begins a cohort, what counts as a return, and what the table shows."""

    unit: Literal[Unit.DAY, Unit.WEEK, Unit.MONTH] = Field(
        Unit.DAY, description="The calendar unit of cohorts, and of the distance from them."
    )
    periods: Whole | None = Field(
        None,
        ge=1,
        le=MAX_PERIODS,
        description="The largest distance. By default it is 31 for `day`, and 12 for `week` and `month`.",
    )
    start: Step | None = Field(None, description="What begins a cohort; by default any event does.")
    returning: Step | None = Field(
        None, alias="return", description="What counts as a return; by default any event does."
    )
    minimum: Whole = Field(
        1, ge=1, le=2**63 - 1, description="The least number of such events in a unit for a return."
    )
    returns: Annotated[Literal["exact", "onOrAfter"], SPELLED] = Field(
        "exact", description="Whether to return in the unit at a distance, or in that unit or any later one."
    )
    first: Literal["range", "ever"] = Field(
        "range",
        description="`ever`: visitors whose first such event lies before the range do not count.",
    )
    cells: Literal["all"] | None = Field(
        None, description="`all`: rows without returns are answered too, and each row says if it is complete."
    )
    average: bool = Field(False, description="Adds `average`: each distance, over all complete cohorts.")
    breakdown: Split | None = Field(None, description="Adds `groups` and `other`, by the start event.")
    limit: GroupLimit = 10
    intervals: bool = Field(False, description="Adds `low` and `high` for `percentage`.")
    compare: Comparison | None = Field(
        None, description="Adds `comparison`: the answer for the range before, or a year earlier."
    )
    entity: Literal[Entity.SESSION, Entity.PERSON] = Field(
        Entity.SESSION, description="What counts as a visitor."
    )

    @model_validator(mode="after")
    def _fits_together(self) -> RetentionParameters:
        if self.average and self.is_on_or_after:
            raise field_error(
                "average", "goes with returns: exact only: of later units an unfinished range shows too few"
            )
        check_conditions(self.all_steps(), "start")
        return self

    @property
    def last(self) -> int:
        """The largest distance."""
        return self.periods or _PERIODS[self.unit]

    @property
    def is_on_or_after(self) -> bool:
        """Whether a later return counts as well."""
        return self.returns == "onOrAfter"

    @property
    def is_first_ever(self) -> bool:
        """Whether the start event must be the first of all time."""
        return self.first == "ever"

    def all_steps(self) -> tuple[Step, ...]:
        """Return the steps that are named."""
        return tuple(step for step in (self.start, self.returning) if step is not None)

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that are named."""
        return (*super().columns(), *(self.breakdown.columns() if self.breakdown else ()))
