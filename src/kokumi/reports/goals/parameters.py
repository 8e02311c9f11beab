"""What goals are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, ValidationInfo, model_validator

from kokumi.domain.columns import Column
from kokumi.domain.validation import SPELLED, Pattern, field_error, forbids_unknown
from kokumi.queries.comparison import Comparison
from kokumi.reports.parts.conversions import Goals
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.splits import GroupLimit, Split
from kokumi.reports.parts.steps import (
    Alternatives,
    Conditions,
    Step,
    StepType,
    check_conditions,
    check_step,
)
from kokumi.reports.parts.trends import TrendUnit
from kokumi.reports.report import Parameters

_OF_SEVERAL = ("trend", "currency", "timing", "breakdown")
"""What only several goals know."""


class GoalParameters(Parameters):
    """What is counted: one goal, which is a step; or several in `goals`, which know more options."""

    type: StepType | None = Field(
        None,
        description="`path`: a page view; `event`: a custom event; `any`: both. "
        "Required, except with `goals` or `anyOf`.",
    )
    value: Pattern | None = Field(
        None,
        description="The path or event name; `*` stands for any text, `\\*` for a star. Not with `any`.",
        examples=["live-demo-button"],
    )
    filters: Conditions = None
    any_of: Alternatives = None
    goals: Annotated[
        Goals | None, Field(description="Several goals, in place of `type`, `value`, `filters` and `anyOf`.")
    ] = None
    trend: TrendUnit | None = Field(
        None, description="With `goals`: adds `trend`, the visitors of each hour, day, week or month."
    )
    currency: Currency | None = Field(None, description="With `goals`: adds `revenue`, in this currency.")
    timing: bool = Field(False, description="With `goals`: adds `timing`, how long visitors took.")
    breakdown: Split | None = Field(None, description="With `goals`: adds `groups` and `other`.")
    limit: GroupLimit = 10
    compare: Annotated[Comparison | None, SPELLED] = Field(
        None,
        description="Adds `comparison`. `prev`: the range of equal length before; `yoy`: a year earlier.",
    )
    intervals: bool = Field(
        False, description="With `goals`: adds `low` and `high`, the bounds of `rate` at 95 % confidence."
    )

    @model_validator(mode="before")
    @classmethod
    def _one_goal_knows_less(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, Mapping) or value.get("goals") is not None:
            return value
        unknown = [name for name in _OF_SEVERAL if name in value]
        if unknown and forbids_unknown(info):
            raise field_error(unknown[0], "is not known without goals")
        return {name: each for name, each in value.items() if name not in unknown}

    @model_validator(mode="after")
    def _is_one_goal_or_several(self) -> GoalParameters:
        if self.goals is None:
            check_step(self.goal())
            check_conditions([self.goal()], "filters")
            if self.intervals:
                raise field_error("intervals", "needs goals, a list")
        elif any(each is not None for each in (self.type, self.value, self.filters, self.any_of)):
            raise field_error("goals", "stands alone, without type, value, filters and anyOf")
        return self

    def goal(self) -> Step:
        """Return the single goal."""
        return Step.model_construct(
            type=self.type, value=self.value, filters=self.filters, any_of=self.any_of
        )

    def all_steps(self) -> tuple[Step, ...]:
        """Return the goals, in the order asked."""
        return (self.goal(),) if self.goals is None else self.goals

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that goals are tried by, and the one that makes the groups."""
        return super().columns() + (() if self.breakdown is None else self.breakdown.columns())
