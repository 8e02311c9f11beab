"""What every report is made of: parameters, the scope it runs over, a statement, a shape.

See docs/spec/requests.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Generic, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from kokumi.domain.columns import Column, camel_case
from kokumi.domain.times import INSTANT_FORMS, MAX_ZONE, TimeRange, parse_range, parse_zone
from kokumi.domain.validation import WireModel
from kokumi.domain.websites import Website
from kokumi.filters.compile import Selection, select
from kokumi.filters.tree import Resolved
from kokumi.sql.fragment import Fragment

Rows: TypeAlias = Sequence[Sequence[object]]


_MAX_DATE = 100
"""Characters of a date; nobody writes so fine a fraction of a second."""


def _text_or_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(INSTANT_FORMS)  # noqa: TRY004 (Pydantic reports ValueError as a field's error)
    if isinstance(value, str) and len(value) > _MAX_DATE:
        raise ValueError(INSTANT_FORMS)
    return value


WireDate: TypeAlias = Annotated[
    str | int | float,
    Field(
        union_mode="left_to_right",
        description="ISO 8601 text, an ISO date alone, or epoch milliseconds as a number or digits. "
        "Text without an offset is local to `timezone`.",
        examples=["2025-10-19T07:00:00.000Z", 1760857200000],
    ),
    BeforeValidator(_text_or_number),
]


class Parameters(WireModel):
    """What every report's parameters have: a range, both ends inclusive, and its time zone.

    See docs/spec/requests.md#dates.
    """

    start_date: WireDate
    end_date: WireDate
    timezone: str = Field(
        "UTC", max_length=MAX_ZONE, description="IANA name of the zone that days and local times are in."
    )

    def zone(self) -> ZoneInfo:
        """Return the time zone, or raise BadRequestError if there is none of that name."""
        return parse_zone(self.timezone, "parameters.timezone")

    def range(self) -> TimeRange:
        """Return the range, or raise BadRequestError if an end is no date or they are in the wrong order."""
        return parse_range(self.start_date, self.end_date, self.zone())

    def listed(self) -> tuple[Column, ...]:
        """Return the fields whose values the answer lists because the request names them."""
        return ()


class Answer(BaseModel):
    """A part of an answer, as it is documented; names as on the wire."""

    model_config = ConfigDict(frozen=True)


P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which events a report runs over: a website's, in a range, through filters."""

    website: Website
    range: TimeRange
    zone: ZoneInfo
    filters: Resolved = field(default_factory=Resolved)

    def select(self, between: TimeRange | None = None, prefix: str = "") -> Selection:
        """Return the SQL conditions of these events, or of another range through the same filters."""
        wanted = (between or self.range).clamped(self.website.reset_at)
        return select(self.website.id, wanted, self.filters, prefix)


def no_shortcut(_parameters: Parameters, _scope: Scope) -> None:
    """Return that there is none."""


@dataclass(frozen=True, slots=True)
class Report(Generic[P]):
    """A report: where it answers, what it asks for, its one statement, and how rows become the answer."""

    name: str
    """The last part of its path, `/api/reports/<name>`."""
    saved_as: str
    """Its name where it is saved, in the singular."""
    title: str
    summary: str
    """One sentence for the reference: what it tells."""
    parameters: type[P]
    answer: object
    """The type of its answer, for the reference."""
    statement: Callable[[P, Scope], Fragment]
    shape: Callable[[P, Scope, Rows], object]
    example: Mapping[str, object]
    """Parameters of a sample request, without dates."""
    aliases: tuple[str, ...] = ()
    """Other last parts of its path."""
    shortcut: Callable[[P, Scope], Fragment | None] = no_shortcut
    """A cheaper statement that fits most data, if there is one for these parameters.

    Its rows have a last column more: how many visits it does not fit. If there are any, `statement` is asked.
    """

    @property
    def paths(self) -> tuple[str, ...]:
        """The last parts of all its paths."""
        return (self.name, *self.aliases)

    def is_called(self, name: str) -> bool:
        """Whether a path, a stored type or another spelling means this report (docs/spec/requests.md)."""
        return camel_case(name) in (self.name, self.saved_as, *self.aliases)
