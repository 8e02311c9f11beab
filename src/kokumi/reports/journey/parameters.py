"""What a journey's request says, and what its answer looks like."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, WithJsonSchema, model_validator

from kokumi.domain.validation import Pattern, Whole, WireModel, at_most, field_error
from kokumi.reports.parts.entity import Entity
from kokumi.reports.parts.steps import Step, check_conditions
from kokumi.reports.report import Parameters

FEWEST_STEPS, MAX_STEPS = 2, 7
MAX_EXCLUDED = 50
MAX_GROUPS = 50
MAX_NODES = 50
MAX_NAME = 500
"""Characters of a group's name, as many as a stored path may have."""


class Start(StrEnum):
    """Where a journey begins."""

    START = "start"
    ANYWHERE = "anywhere"


class Direction(StrEnum):
    """Whether a journey shows what follows or what led there."""

    FORWARD = "forward"
    BACKWARD = "backward"


class ItemGroup(WireModel):
    """Items that are shown as one: those that fit the pattern."""

    pattern: Pattern = Field(description="Paths and event names that fit it; `*` for any text.")
    name: Annotated[str, StringConstraints(max_length=MAX_NAME)] = Field(
        description="What they are shown as."
    )


_EventType: TypeAlias = Annotated[
    Literal[1, 2, "1", "2"],
    # Pydantic would write one list with numbers and texts, which generators of clients refuse.
    WithJsonSchema({"anyOf": [{"type": "integer", "enum": [1, 2]}, {"type": "string", "enum": ["1", "2"]}]}),
]


class JourneyParameters(Parameters):
    """How many events of a visit are shown, which ones, and what it starts and ends with."""

    steps: Whole = Field(
        ge=FEWEST_STEPS, le=MAX_STEPS, description="How many events of each visit to look at."
    )
    start_step: Pattern | None = Field(
        None, description="Path or event name of the first one; `*` for any text."
    )
    end_step: Pattern | None = Field(
        None, description="Path or event name of the last one; `*` for any text."
    )
    event_type: _EventType | None = Field(
        None, description="1: page views only; 2: custom events only. Default: both."
    )
    collapse: bool = Field(
        False, description="Fold equal neighbours before counting, and pad nothing with null."
    )
    exclude: Annotated[tuple[Step, ...], at_most(MAX_EXCLUDED)] | None = Field(
        None, max_length=MAX_EXCLUDED, description="Events that fit one of these steps are taken out first."
    )
    groups: Annotated[tuple[ItemGroup, ...], at_most(MAX_GROUPS)] | None = Field(
        None,
        max_length=MAX_GROUPS,
        description="Items that fit a pattern are shown under its name; the first that fits counts.",
    )
    begin: Start | None = Field(
        None,
        alias="from",
        description="`start`: with the first item; `anywhere`: with the first one that fits `startStep`, "
        "which is then required. Default: `start`.",
    )
    direction: Direction = Field(
        Direction.FORWARD,
        description="`backward`: the items up to the first one that fits `endStep`, which is then required.",
    )
    flow: bool = Field(False, description="Add `flow`: how visits go on from each item, over all journeys.")
    nodes: Whole = Field(
        10, ge=1, le=MAX_NODES, description="With `flow`: how many items stand alone at each step."
    )
    entity: Entity = Field(Entity.VISIT, description="Whose events make a journey.")

    @model_validator(mode="after")
    def _fits_together(self) -> JourneyParameters:
        check_conditions(self.all_steps(), "exclude")
        if self.is_anywhere and not self.start_step:
            raise field_error("startStep", "is required with from: anywhere, since the journey begins there")
        if self.is_backward and not self.end_step:
            raise field_error("endStep", "is required with direction: backward, since the journey ends there")
        if self.is_backward and self.begin is not None:
            raise field_error("from", "must be left out with direction: backward")
        return self

    @property
    def is_anywhere(self) -> bool:
        """Whether journeys begin wherever `startStep` fits."""
        return self.begin is Start.ANYWHERE

    @property
    def is_backward(self) -> bool:
        """Whether journeys end where `endStep` fits, and their steps count from there."""
        return self.direction is Direction.BACKWARD

    def all_steps(self) -> tuple[Step, ...]:
        """Return the steps that are named."""
        return self.exclude or ()


class JourneyRow(WireModel):
    """One way, and how many visits took it."""

    items: list[str | None] = Field(description="Paths and event names; null where a visit was shorter.")
    count: int = Field(description="Visits that took this way.")


class FlowNode(WireModel):
    """An item at a step, or all that do not stand alone."""

    item: str | None = Field(description="Path or event name; null for all others together.")
    visits: int = Field(description="Journeys that are here at this step.")
    ends: int = Field(description="Those of them that have no next step.")


class FlowStep(WireModel):
    """The items of a step, largest first, all others last."""

    step: int = Field(description="From 1; with `direction: backward` it counts from the end.")
    nodes: list[FlowNode] = Field(description="Its items, largest first; null last.")


class FlowLink(WireModel):
    """How many journeys go from one item to the next."""

    step: int = Field(description="The lower of the two steps that it joins.")
    source: str | None = Field(alias="from", description="The item that comes first; null for the others.")
    to: str | None = Field(description="The item that follows it; null for the others.")
    visits: int = Field(description="Journeys that go this way.")


class Flow(WireModel):
    """How journeys go on from each item. At every node the numbers add up."""

    total: int = Field(description="All journeys.")
    steps: list[FlowStep] = Field(description="The items of each step that a journey has.")
    links: list[FlowLink] = Field(description="From which item to which, by step, most visits first.")


class JourneyFlow(WireModel):
    """With `flow`: the rows, and how journeys go on from each item."""

    rows: list[JourneyRow] = Field(description="The 100 most common ways.")
    flow: Flow = Field(description="How journeys go on from each item.")
