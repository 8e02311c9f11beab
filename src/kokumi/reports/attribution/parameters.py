"""What an attribution asks: the conversion, its touches, and how they share the credit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, StrictBool, Tag, WithJsonSchema, model_validator

from kokumi.domain.times import DAY, TimeRange
from kokumi.domain.validation import SPELLED, Number, Pattern, field_error
from kokumi.queries.query import EVER
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.steps import Step, StepType, check_conditions
from kokumi.reports.report import Parameters

LISTS = ("referrer", "paidAds", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
CHANNEL = "channel"
"""The list that only comes if it is asked for."""

MAX_DURATION = 10**15
"""Milliseconds; longer than any range, and small enough not to overflow where instants are subtracted."""


class Model(StrEnum):
    """How a conversion is credited to the touches before it."""

    FIRST_CLICK = "firstClick"
    LAST_CLICK = "lastClick"
    LINEAR = "linear"
    POSITION = "position"
    DECAY = "decay"
    SHAPLEY = "shapley"
    MARKOV = "markov"

    @property
    def credits_one_touch(self) -> bool:
        """Whether one touch has all the credit of a conversion."""
        return self in (Model.FIRST_CLICK, Model.LAST_CLICK)


class Conversion(StrEnum):
    """Which of a visitor's events that fit the step is the conversion."""

    FIRST = "first"
    LAST = "last"


_SPELLINGS = ["first-click", "last-click", *(model.value for model in Model)]


def _kind_of_step(value: object) -> str:
    return "object" if isinstance(value, Mapping | Step) else "pattern"


def _few_conditions(step: str | Step) -> str | Step:
    if isinstance(step, Step):
        check_conditions([step])
    return step


_Step: TypeAlias = Annotated[
    Annotated[Pattern, Tag("pattern")] | Annotated[Step, Tag("object")],
    Discriminator(_kind_of_step),
    AfterValidator(_few_conditions),
]


def _not_any(kind: StepType) -> StepType:
    if kind is StepType.ANY:
        raise ValueError("must be path or event; a step of any type is an object")
    return kind


_PatternType: TypeAlias = Annotated[
    StepType, AfterValidator(_not_any), WithJsonSchema({"type": "string", "enum": ["path", "event"]})
]


class AttributionParameters(Parameters):
    """What counts as a conversion, and how its touches share the credit."""

    model: Annotated[Model, SPELLED, WithJsonSchema({"type": "string", "enum": _SPELLINGS})] = Field(
        description="`first-click` credits the first touch, `last-click` the last, `linear` all alike, "
        "`position` mostly the first and the last, `decay` the later ones more. `shapley` and `markov` look "
        "at which names lead to conversions together. Other spellings are fine."
    )
    type: _PatternType | None = Field(
        None, description="`path`: a page view; `event`: a custom event. Left out where `step` is an object."
    )
    step: _Step = Field(
        description="The path or event name; `*` stands for any text, `\\*` for a star. Or a step object, as "
        "in a funnel."
    )
    half_life: Number = Field(
        7, gt=0, description="With `decay`: after how many days a touch counts half as much."
    )
    lookback: Number | None = Field(
        None,
        gt=0,
        description="How many days before the conversion a touch may lie, also before `startDate`. By "
        "default touches lie in the range.",
    )
    conversion: Conversion = Field(
        Conversion.LAST, description="Which event that fits the step is the conversion of a visitor."
    )
    channel: StrictBool = Field(False, description="Add the list `channel`: how each touch came.")
    currency: Currency | None = Field(None, description="Weigh visitors by their revenue in this currency.")

    @model_validator(mode="after")
    def _types_a_pattern_only(self) -> AttributionParameters:
        if isinstance(self.step, Step) and self.type is not None:
            raise field_error("type", "must be left out where step is an object, which has a type of its own")
        if isinstance(self.step, str) and self.type is None:
            raise field_error("type", "is required where step is text: path or event")
        return self

    def all_steps(self) -> tuple[Step, ...]:
        """Return the step, if it is an object."""
        return (self.step,) if isinstance(self.step, Step) else ()

    def converting(self) -> Step:
        """Return the step that a conversion fits."""
        if isinstance(self.step, Step):
            return self.step
        return Step.model_construct(type=self.type, value=self.step)

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists of the answer."""
        return (*LISTS, CHANNEL) if self.channel else LISTS

    @property
    def half_life_in_milliseconds(self) -> float:
        """The half-life of a touch's weight."""
        return float(min(self.half_life * DAY, MAX_DURATION))

    @property
    def lookback_in_milliseconds(self) -> int | None:
        """How long before the conversion a touch may lie.

        What is finer than a millisecond makes no difference between events.
        """
        if self.lookback is None:
            return None
        return int(min(Decimal(repr(self.lookback)) * DAY, Decimal(MAX_DURATION)))

    def reading(self, span: TimeRange) -> TimeRange:
        """Return where touches may lie: in the range itself, or up to `lookback` before it too."""
        earliest = max(span.start - (self.lookback_in_milliseconds or 0), EVER.start)
        return TimeRange(min(span.start, earliest), span.end)
