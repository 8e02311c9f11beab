"""What a funnel is asked: steps, windows, exclusions, and what else its answer tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kokumi.domain.columns import Column
from kokumi.domain.times import TimeRange, parse_instant
from kokumi.domain.validation import SPELLED, Number, Whole, at_most, field_error
from kokumi.errors import BadRequestError
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import Subject
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.splits import GroupLimit, Split
from kokumi.reports.parts.steps import Step, check_conditions
from kokumi.reports.parts.trends import TrendUnit
from kokumi.reports.report import Parameters, WireDate

FEWEST_STEPS, MAX_STEPS = 2, 8
MAX_EXCLUSIONS = 20
MAX_WINDOW = 10**15
"""Milliseconds; longer than any range, and small enough not to overflow where instants are subtracted."""


class WindowUnit(StrEnum):
    """What a window counts."""

    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


_MILLISECONDS = {WindowUnit.DAY: 86_400_000, WindowUnit.HOUR: 3_600_000, WindowUnit.MINUTE: 60_000}


def _milliseconds(number: float, unit: WindowUnit) -> Decimal:
    return min(Decimal(repr(number)) * _MILLISECONDS[unit], Decimal(MAX_WINDOW))


class Order(StrEnum):
    """How the steps must follow each other."""

    SEQUENCE = "sequence"
    STRICT = "strict"
    ANY = "any"


class Entry(StrEnum):
    """Which events of a chain must lie in the range."""

    ALL = "all"
    RANGE = "range"


class FunnelStep(Step):
    """A step, and from the second on how long after the step before it may happen."""

    window: Number | None = Field(
        None, gt=0, description="The most that may lie between the step before and this one."
    )
    at_least: Number | None = Field(
        None, ge=0, description="The least that must lie between the step before and this one, inclusive."
    )
    window_unit: WindowUnit | None = Field(
        None, description="What this step's `window` and `atLeast` count; by default what the report's does."
    )


class Exclusion(Step):
    """An event that may not lie between two steps."""

    after: Whole = Field(1, ge=1, description="From which step on the event may not happen, from 1.")
    before: Whole | None = Field(None, description="Up to which step it may not; by default the last.")

    def parts_from(self, step: int, steps: int) -> bool:
        """Whether the event may not lie between a step and the next one, in a funnel of so many steps."""
        return self.after <= step < (self.before or steps)


class FunnelParameters(Parameters):
    """The steps, the time that may pass from one to the next, and what else to tell."""

    steps: Annotated[tuple[FunnelStep, ...], at_most(MAX_STEPS)] = Field(
        min_length=FEWEST_STEPS, max_length=MAX_STEPS, description="The steps, in their order."
    )
    window: Number = Field(gt=0, description="The most that may lie between two steps, inclusive.")
    window_unit: WindowUnit = Field(WindowUnit.DAY, description="What `window` counts.")
    order: Order = Field(
        Order.SEQUENCE,
        description="`sequence`: other events may lie between the steps; `strict`: none may; `any`: the "
        "steps may happen in any order, within one `window`.",
    )
    total_window: Number | None = Field(
        None, gt=0, description="The most that may lie between the first step and the last, inclusive."
    )
    total_window_unit: WindowUnit | None = Field(
        None, description="What `totalWindow` counts; by default the same as `window`."
    )
    exclusions: Annotated[tuple[Exclusion, ...], at_most(MAX_EXCLUSIONS)] = Field(
        (), max_length=MAX_EXCLUSIONS, description="Events that may not lie between two steps."
    )
    entry: Entry = Field(
        Entry.ALL,
        description="`all`: every step lies in the range; `range`: the first step does, and the others may "
        "follow until `until`.",
    )
    until: WireDate | None = Field(
        None, description="With `entry: range`: the last instant that is looked at. By default the present."
    )
    timing: bool = Field(False, description="Tell how long visitors took from step to step.")
    trend: TrendUnit | None = Field(
        None, description="Count visitors by the hour, day, week or month of their first step."
    )
    breakdown: Split | None = Field(None, description="Split visitors by a value of their first step.")
    limit: GroupLimit = 10
    currency: Currency | None = Field(
        None, description="Tell what the events of each step earned in this currency: an ISO 4217 code."
    )
    intervals: bool = Field(False, description="Tell how sure the shares are, at 95 %.")
    compare: Annotated[Comparison, SPELLED] | None = Field(
        None, description="`prev`: also ask of the range of equal length before; `yoy`: of a year earlier."
    )

    @model_validator(mode="after")
    def _fits_together(self) -> FunnelParameters:
        check_conditions(self.all_steps(), "steps")
        self._check_gaps()
        self._check_exclusions()
        self._check_entry()
        if self.order is Order.ANY:
            self._check_any_order()
        return self

    def _check_gaps(self) -> None:
        for name in _own_gap(self.steps[0]):
            raise field_error(f"steps.0.{name}", "must be left out on the first step, which follows no other")
        for index, step in enumerate(self.steps):
            if step.at_least is not None and self._exact_at_least(index) > self._exact_window(index):
                raise field_error(f"steps.{index}.atLeast", "must not be longer than the window of the step")

    def _check_exclusions(self) -> None:
        last = len(self.steps)
        for index, exclusion in enumerate(self.exclusions):
            if exclusion.after >= last:
                raise field_error(f"exclusions.{index}.after", f"must be from 1 to {last - 1}")
            if exclusion.before is not None and not exclusion.after < exclusion.before <= last:
                raise field_error(f"exclusions.{index}.before", f"must be over after, and at most {last}")

    def _check_entry(self) -> None:
        if self.entry is Entry.RANGE and self.compare is not None:
            raise field_error("compare", "must be left out with entry: range")
        if self.until is not None and self.entry is not Entry.RANGE:
            raise field_error("until", "needs entry: range")

    def _check_any_order(self) -> None:
        asked = {
            "totalWindow": self.total_window is not None,
            "exclusions": bool(self.exclusions),
            "entry": self.entry is Entry.RANGE,
            "timing": self.timing,
            "trend": self.trend is not None,
            "currency": self.currency is not None,
        }
        for name in (name for name, is_asked in asked.items() if is_asked):
            raise field_error(name, "must be left out with order: any")
        for index, step in enumerate(self.steps):
            for name in _own_gap(step):
                raise field_error(f"steps.{index}.{name}", "must be left out with order: any")
            if any(_asks_the_same(step, other) for other in self.steps[:index]):
                raise field_error(f"steps.{index}", "must differ from the steps before with order: any")

    def all_steps(self) -> tuple[Step, ...]:
        """Return the steps and the exclusions."""
        return (*self.steps, *self.exclusions)

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that steps are tried by, and the one that makes the groups."""
        return (*super().columns(), *(self.breakdown.columns() if self.breakdown else ()))

    def range(self) -> TimeRange:
        """Return the range; see `Parameters.range`."""
        self._until()
        return super().range()

    def _until(self) -> int | None:
        return (
            None
            if self.until is None
            else parse_instant(self.until, self.zone(), "parameters.until", is_end=True)
        )

    def reading(self, subject: Subject) -> TimeRange:
        """Return where the events lie that are read: in the range, or from its start to `until`.

        Raises:
            BadRequestError: `until` lies before the end of the range. Saved reports may have no dates, so
                this is not found out earlier.
        """
        if self.entry is Entry.ALL:
            return subject.range
        until = self._until()
        if until is not None and until < subject.range.end:
            raise BadRequestError.at("parameters.until", "must not be before endDate")
        return TimeRange(subject.range.start, subject.now if until is None else until)

    @property
    def numbers(self) -> Iterator[int]:
        """The numbers of the steps, from 1."""
        return iter(range(1, len(self.steps) + 1))

    @property
    def later_numbers(self) -> Sequence[int]:
        """The numbers of the steps that follow another one, from 2."""
        return range(2, len(self.steps) + 1)

    def window_of(self, step: int) -> int:
        """Return the most milliseconds before a step; finer ones make no difference between events."""
        return int(self._exact_window(step - 1))

    def at_least_of(self, step: int) -> int:
        """Return the least milliseconds before a step."""
        return int(self._exact_at_least(step - 1).to_integral_value(ROUND_CEILING))

    def total_window_in_milliseconds(self) -> int | None:
        """Return the most milliseconds between the first step and the last, if there is such a limit."""
        if self.total_window is None:
            return None
        return int(_milliseconds(self.total_window, self.total_window_unit or self.window_unit))

    def parting(self, step: int) -> tuple[int, ...]:
        """Return the indexes of the exclusions between a step and the next."""
        return tuple(
            index
            for index, exclusion in enumerate(self.exclusions)
            if exclusion.parts_from(step, len(self.steps))
        )

    def _exact_window(self, index: int) -> Decimal:
        step = self.steps[index]
        if step.window is None:
            return _milliseconds(self.window, self.window_unit)
        return _milliseconds(step.window, step.window_unit or self.window_unit)

    def _exact_at_least(self, index: int) -> Decimal:
        step = self.steps[index]
        return _milliseconds(step.at_least or 0, step.window_unit or self.window_unit)


def _own_gap(step: FunnelStep) -> Iterator[str]:
    """Yield the names of the keys that a step has on the time since the step before."""
    given = {"window": step.window, "atLeast": step.at_least, "windowUnit": step.window_unit}
    return (name for name, value in given.items() if value is not None)


def _asks_the_same(one: Step, other: Step) -> bool:
    return (one.type, one.value, one.filters or (), one.any_of) == (
        other.type, other.value, other.filters or (), other.any_of,
    )  # fmt: skip
