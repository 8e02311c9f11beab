"""The filter tree: what a request, a segment or a cohort demands of an event (docs/spec/filters.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias
from uuid import UUID

from kokumi.domain.columns import Column
from kokumi.domain.times import TimeRange


class Operator(Enum):
    """How a column is compared, as the wire spells it."""

    EQ = "eq"
    NEQ = "neq"
    CONTAINS = "c"
    NOT_CONTAINS = "dnc"
    MATCHES = "re"
    NOT_MATCHES = "nre"
    SET = "s"
    NOT_SET = "ns"


@dataclass(frozen=True, slots=True)
class Compare:
    """A column against values: any of them for `eq`, none of them for `neq`, one for the others."""

    column: Column
    operator: Operator
    values: tuple[str, ...]
    path: str = ""
    """Where the request says so, for an error that only the engine can find."""


@dataclass(frozen=True, slots=True)
class IsEventType:
    """The event is of one of these types (or, negated, of none)."""

    types: tuple[int, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ExternalReferrer:
    """The event's referrer is empty, or its bare host is not the event's own (docs/spec/events.md)."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every condition holds; with none, always."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds; with none, always, since an empty group demands nothing."""

    conditions: tuple[Condition, ...]


class FilterScope(Enum):
    """What the conditions of a group choose (docs/spec/filters.md#scope)."""

    EVENT = "event"
    VISIT = "visit"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Whole:
    """All events of the visits, or sessions, of which a group of comparisons is true.

    Each comparison is a statement about the whole visit (docs/spec/filters.md#scope).
    """

    scope: FilterScope
    group: AllOf | AnyOf


Condition: TypeAlias = Compare | IsEventType | ExternalReferrer | AllOf | AnyOf | Whole

EVERYTHING = AllOf(())


class ActionType(Enum):
    """Which column a cohort's action names."""

    PATH = "path"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Cohort:
    """Sessions that within `range` (none = no bounds) have `at_least` events with this action and conditions.

    `negated`, it is the sessions that have events there, but fewer such ones.
    """

    action: ActionType
    value: str
    range: TimeRange | None
    condition: Condition = EVERYTHING
    at_least: int = 1
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a request as parsed: saved ones still by their ids."""

    condition: Condition = EVERYTHING
    segment: UUID | None = None
    cohort: UUID | None = None
    exclude_bounce: bool = False

    @property
    def choose_nothing(self) -> bool:
        """Whether every event passes them, since they say nothing."""
        saved = self.segment or self.cohort or self.exclude_bounce
        return not saved and _demands_nothing(self.condition)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Filters with the saved ones looked up: all that is needed to choose events."""

    condition: Condition = EVERYTHING
    cohort: Cohort | None = None
    exclude_bounce: bool = False

    def comparisons(self) -> tuple[Compare, ...]:
        """Return every comparison there is in the conditions, the cohort's too."""
        return tuple(each for each in self.tests() if isinstance(each, Compare))

    def tests(self) -> tuple[Compare | IsEventType, ...]:
        """Return every condition that somebody wrote, the cohort's too."""
        cohort = _tests(self.cohort.condition) if self.cohort else ()
        return (*_tests(self.condition), *cohort)

    def columns(self) -> tuple[Column, ...]:
        """Return the column of every comparison."""
        return tuple(each.column for each in self.comparisons())


def _demands_nothing(condition: Condition) -> bool:
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return all(map(_demands_nothing, conditions))
        case Whole(group=group):
            return _demands_nothing(group)
        case _:
            return False


def _tests(condition: Condition) -> tuple[Compare | IsEventType, ...]:
    match condition:
        case Compare() | IsEventType():
            return (condition,)
        case AllOf(conditions) | AnyOf(conditions):
            return tuple(found for each in conditions for found in _tests(each))
        case Whole(group=group):
            return _tests(group)
        case ExternalReferrer():
            return ()
