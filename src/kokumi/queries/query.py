"""A question about a website's events, as a value: what is asked, and which events it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from kokumi.domain.columns import Column
from kokumi.domain.times import UTC_ZONE, TimeRange
from kokumi.domain.websites import Website
from kokumi.filters.compile import Selection, select
from kokumi.filters.tree import Compare, Filters, Resolved
from kokumi.queries.comparison import Comparison
from kokumi.queries.conversion import NO_QUOTES, Conversion, Quotes
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment

P = TypeVar("P")

EVER = TimeRange(-2_208_988_800_000, 10_413_791_999_999)
"""The years 1900 to 2299, which are all that the store's clock can tell."""


@dataclass(frozen=True, slots=True)
class EventSelection:
    """Which of a website's events a query is about: those in a range that pass the filters."""

    range: TimeRange = EVER
    zone: ZoneInfo = UTC_ZONE
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement is about: one website's events, with the saved filters looked up."""

    website: Website
    range: TimeRange
    zone: ZoneInfo
    filters: Resolved = field(default_factory=Resolved)
    now: int = 0
    """The present, in epoch milliseconds."""
    quotes: Quotes = NO_QUOTES
    """What revenue is converted by, if the definition asks for a conversion."""

    @property
    def counted_range(self) -> TimeRange:
        """The range without what lies before the website's reset; it may be empty."""
        return self.range.clamped(self.website.reset_at)

    def select(self, between: TimeRange | None = None, prefix: str = "") -> Selection:
        """Return the SQL conditions of these events, or of another range through the same filters."""
        wanted = (between or self.range).clamped(self.website.reset_at)
        return select(self.website.id, wanted, self.filters, prefix)


def no_comparison(_parameters: object) -> None:
    """Return that the answer is compared with nothing."""


def no_conversion(_parameters: object, _subject: Subject) -> None:
    """Return that no revenue is converted."""


def no_shortcut(_parameters: object, _subject: Subject) -> None:
    """Return that there is no shortcut."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Definition(Generic[P]):
    """What a query asks the engine, and how its rows become the answer."""

    name: str
    statement: Callable[[P, Subject], Fragment]
    shape: Callable[[P, Subject, Rows], object]
    shortcut: Callable[[P, Subject], Fragment | None] = no_shortcut
    """A cheaper statement that fits most data, if there is one for these parameters.

    Its rows have one more column, `unfit`: how many visits it does not fit. If there are any, `statement`
    is asked instead.
    """

    comparison: Callable[[P], Comparison | None] = no_comparison
    """With which range these parameters ask to compare the answer, if with any.

    The same is then asked of that range, and stands in the answer as `comparison`.
    """

    conversion: Callable[[P, Subject], Conversion | None] = no_conversion
    """Which revenue these parameters ask to convert, if any. The statement finds the rates in its subject."""

    @property
    def label(self) -> str:
        """Its name in the engine's log."""
        return f"statistic:{self.name}"


@dataclass(frozen=True, slots=True)
class Query(Generic[P]):
    """A definition with its parameters, about some events of a website. Everything in it is valid.

    Whether the caller may ask it, and whether its saved filters exist, is found out afterwards.
    """

    definition: Definition[P]
    parameters: P
    website_id: UUID
    events: EventSelection = field(default_factory=EventSelection)
    columns: tuple[Column, ...] = ()
    """Fields that the parameters name: whose values the answer lists, or that events are tried by."""
    comparisons: tuple[Compare, ...] = ()
    """What the parameters compare fields with."""
