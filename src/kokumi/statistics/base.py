"""What every statistic is made of: parameters, the events it counts, a statement, a shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from kokumi.domain.times import UTC_ZONE, TimeRange
from kokumi.filters.tree import Filters
from kokumi.reports import base
from kokumi.reports.base import Rows, Scope
from kokumi.sql.fragment import Fragment, sql

__all__ = [
    "EVER",
    "Answer",
    "Asked",
    "Instant",
    "Nothing",
    "Rows",
    "Scope",
    "Statistic",
    "searched",
    "seconds",
]

EVER = TimeRange(-2_208_988_800_000, 10_413_791_999_999)
"""The years 1900 to 2299: what the store's clock can tell."""

Instant: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""An instant in an answer, UTC, such as `2025-10-01T07:00:00Z`."""

P = TypeVar("P")


class Answer(base.Answer):
    """A part of an answer, as it is documented; on the wire its names are in camel case."""

    model_config = ConfigDict(alias_generator=to_camel)


@dataclass(frozen=True, slots=True)
class Nothing:
    """The parameters of a statistic that asks for no more than a range."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of a website's events are asked about: those in a range that pass the filters."""

    range: TimeRange = EVER
    zone: ZoneInfo = UTC_ZONE
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Statistic(Generic[P]):
    """A statistic: its name in the engine's log, its one statement, and how rows become the answer."""

    name: str
    statement: Callable[[P, Scope], Fragment]
    shape: Callable[[P, Scope, Rows], object]


def searched(text: str, value: Fragment) -> Fragment:
    """Return the condition that a column of the statement contains a text, case ignored; none is in all."""
    if not text:
        return sql("true")
    return sql("positionCaseInsensitiveUTF8($value, {search:String}) > 0", value=value, search=text)


def seconds(milliseconds: int) -> int:
    """Return a sum of times in whole seconds, as the wire has it; cut once, after adding up."""
    return milliseconds // 1000
