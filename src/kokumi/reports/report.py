"""What a report is: a definition with parameters, an answer, and what people are told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import Annotated, Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from kokumi.domain.columns import Column, camel_case
from kokumi.domain.times import INSTANT_FORMS, MAX_ZONE, TimeRange, parse_range, parse_zone
from kokumi.domain.validation import WireModel
from kokumi.filters.tree import Compare
from kokumi.queries.query import Definition
from kokumi.reports.parts.behind import Cells
from kokumi.reports.parts.entity import Entity
from kokumi.reports.parts.steps import Step


def _text_or_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(INSTANT_FORMS)  # noqa: TRY004 (Pydantic reports ValueError as a field's error)
    if isinstance(value, str) and len(value) > _MAX_DATE:
        raise ValueError(INSTANT_FORMS)
    return value


_MAX_DATE = 100
"""Characters of a date. Nobody writes so fine a fraction of a second."""

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

    entity: Entity = Field(
        Entity.SESSION,
        description="What counts as a visitor: a session, a visit, or all with one distinct id.",
    )

    def zone(self) -> ZoneInfo:
        """Return the time zone.

        Raises:
            BadRequestError: there is none of that name.
        """
        return parse_zone(self.timezone, "parameters.timezone")

    def range(self) -> TimeRange:
        """Return the range.

        Raises:
            BadRequestError: an end is not a date, or they are in the wrong order.
        """
        return parse_range(self.start_date, self.end_date, self.zone())

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that are named: whose values the answer lists, or that steps are tried by."""
        return tuple(test.column for test in self.tests())

    def tests(self) -> tuple[Compare, ...]:
        """Return what the steps compare fields with."""
        return tuple(test for step in self.all_steps() for test in step.tests())

    def all_steps(self) -> tuple[Step, ...]:
        """Return the steps that are named."""
        return ()


P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class Sample:
    """A request's parameters and what an answer looks like, for the reference."""

    parameters: Mapping[str, object]
    answer: object
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What the request may ask for beside these parameters, by a few words that say what it shows."""

    @property
    def undated(self) -> dict[str, object]:
        """The parameters without their dates."""
        dates = ("startDate", "endDate")
        return {name: value for name, value in self.parameters.items() if name not in dates}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report(Definition[P]):
    """A report. Routes, the reference and the tests come from it.

    `name` is the last part of its path, `/api/reports/<name>`.
    """

    saved_as: str
    """Its name where it is saved, in the singular."""
    title: str
    summary: str
    """One sentence for the reference: what it tells."""
    definition: str
    """What its numbers mean: paragraphs, code in backticks."""
    parameters: type[P]
    answer: object
    """The type of its answer, for the reference."""
    sample: Sample
    cells: Cells[P, Any]
    """Its numbers that can be opened. What names one is the report's own matter."""
    aliases: tuple[str, ...] = ()
    """Other last parts of its path."""

    @property
    def label(self) -> str:
        """Its name in the engine's log."""
        return f"report:{self.saved_as}"

    @property
    def paths(self) -> tuple[str, ...]:
        """The last parts of all its paths."""
        return (self.name, *self.aliases)

    def sample_request(self, website_id: str) -> dict[str, object]:
        """Return the body of the sample request, for a website."""
        return {
            "websiteId": website_id,
            "type": self.saved_as,
            "filters": {},
            "parameters": dict(self.sample.parameters),
        }

    def option_requests(self, website_id: str) -> dict[str, dict[str, object]]:
        """Return the bodies of sample requests with options, for a website, by what they show."""
        plain = self.sample_request(website_id)
        parameters = self.sample.parameters
        return {
            name: {**plain, "parameters": {**parameters, **options}}
            for name, options in self.sample.options.items()
        }

    def is_called(self, name: str) -> bool:
        """Whether a name means this report: its path, its stored type, or another spelling of one.

        See docs/spec/requests.md#names.
        """
        return camel_case(name) in (self.name, self.saved_as, *self.aliases)


def definition_of(docstring: str | None) -> str:
    """Return what a report module's docstring says below its first line.

    Raises:
        ValueError: it says nothing.
    """
    _, _, definition = cleandoc(docstring or "").partition("\n\n")
    if not definition:
        raise ValueError("a report's module has to say in its docstring what the numbers mean")
    return definition
