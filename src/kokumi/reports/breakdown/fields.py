"""What a breakdown is by: fields and properties of events, and what is known of whole visits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from kokumi.domain.columns import COLUMNS, EVENT, Column, camel_case, column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.validation import at_most
from kokumi.sql.fragment import Fragment, identifier, sql
from kokumi.sql.properties import property_text

MAX_FIELDS = 8
_PREFIX = "property:"


class VisitField(StrEnum):
    """What is known of a visit as a whole; each is a column of visits in the statement."""

    CHANNEL = "channel"
    ENTRY_PATH = "entryPath"
    EXIT_PATH = "exitPath"

    @property
    def sql(self) -> str:
        """Its name in SQL."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class PropertyField:
    """A property of event data."""

    name: str


BreakdownField: TypeAlias = Column | PropertyField | VisitField


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as the request names it, and its place among the fields."""

    name: str
    field: BreakdownField
    place: int

    @property
    def is_of_visit(self) -> bool:
        """Whether all events of a visit have the same value."""
        return isinstance(self.field, VisitField)

    @property
    def counts_events(self) -> bool:
        """Whether custom events count beside page views, as they have what page views hardly ever have."""
        return isinstance(self.field, PropertyField) or self.field == EVENT

    @property
    def value(self) -> Fragment:
        """Its value, of an event or of a visit, as a text."""
        if isinstance(self.field, PropertyField):
            return property_text(self.field.name, f"property{self.place}")
        return identifier(self.field.sql)

    @property
    def answered(self) -> Fragment:
        """The name of the column with its values in the answer."""
        match self.field:
            case PropertyField():
                return identifier(f"property{self.place}")
            case VisitField():
                return self.value
            case Column():
                return sql("any_$column", column=self.value)


def parse_field(name: str) -> BreakdownField | None:
    """Return what a name means; none if nothing."""
    if name.startswith(_PREFIX):
        named = name.removeprefix(_PREFIX)
        return PropertyField(named) if 1 <= len(named) <= MAX_PROPERTY_NAME else None
    found = camel_case(name)
    return VisitField(found) if found in [*VisitField] else column(name)


def parse_fields(names: tuple[str, ...]) -> tuple[Asked, ...]:
    """Return what the names mean, in their order.

    Raises:
        ValueError: one means nothing, or two mean the same.
    """
    asked = []
    for place, name in enumerate(names):
        found = parse_field(name)
        if found is None:
            known = ", ".join([*(each.name for each in COLUMNS), *VisitField])
            raise ValueError(f"{name} is not a field; the fields are {known}, and property:<name>")
        asked.append(Asked(name, found, place))
    if len({each.field for each in asked}) < len(asked):
        raise ValueError("must name each field once")
    return tuple(asked)


def _known_and_different(names: tuple[str, ...]) -> tuple[str, ...]:
    parse_fields(names)
    return names


_FieldName: TypeAlias = Annotated[
    str,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "enum": [*(each.name for each in COLUMNS), *VisitField]},
                {"type": "string", "pattern": f"^{_PREFIX}.+", "maxLength": len(_PREFIX) + MAX_PROPERTY_NAME},
            ]
        }
    ),
]

Fields: TypeAlias = Annotated[
    tuple[_FieldName, ...],
    Field(min_length=1, max_length=MAX_FIELDS),
    at_most(MAX_FIELDS),
    AfterValidator(_known_and_different),
]
"""From 1 to 8 different fields."""


def counts_events(asked: Sequence[Asked]) -> bool:
    """Return whether custom events count beside page views."""
    return any(each.counts_events for each in asked)


def counted_events(asked: Sequence[Asked]) -> Fragment:
    """Return the condition that an event is counted."""
    return sql("true") if counts_events(asked) else sql("event_type = 1")
