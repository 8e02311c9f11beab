"""What visitors are split by, into groups and all others (docs/spec/groups.md)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from kokumi.domain.columns import COLUMNS, EVENT, Column, camel_case, column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.validation import Whole, WireModel, field_error
from kokumi.filters.wire import EVENT_TYPE
from kokumi.sql.fragment import Fragment, identifier, sql
from kokumi.sql.properties import property_text

MAX_GROUPS = 50

GroupLimit: TypeAlias = Annotated[
    Whole, Field(ge=1, le=MAX_GROUPS, description="With `breakdown`: how many groups stand alone.")
]

_FIELDS = [*(each.name for each in COLUMNS), EVENT_TYPE]


class Split(WireModel):
    """A field, or a property of event data, whose values make the groups."""

    field: str | None = Field(
        None,
        max_length=50,
        description="The name of a filter.",
        json_schema_extra={"enum": [*_FIELDS]},
    )
    property: str | None = Field(
        None, min_length=1, max_length=MAX_PROPERTY_NAME, description="In place of it: a property's name."
    )

    @model_validator(mode="after")
    def _names_one(self) -> Split:
        if (self.field is None) == (self.property is None):
            raise ValueError("must name either a field or a property")
        if self.field is not None and column(self.field) is None and not _is_event_type(self.field):
            raise field_error("field", f"must be one of {', '.join(_FIELDS)}")
        return self

    def columns(self) -> tuple[Column, ...]:
        """Return the field that it names; for a property the event's name, which is as private."""
        if self.property is not None:
            return (EVENT,)
        found = column(self.field or "")
        return () if found is None else (found,)

    def value(self) -> Fragment:
        """Return the name of an event's group, a text; empty where the event has no such value."""
        if self.field is not None and _is_event_type(self.field):
            return sql("toString(event_type)")
        if self.property is not None:
            return property_text(self.property, "split")
        found = column(self.field or "")
        return sql("''") if found is None else sql("toString($column)", column=identifier(found.sql))


def _is_event_type(name: str) -> bool:
    """Whether a name means the type of the event, which is a filter but no text column."""
    return camel_case(name) == EVENT_TYPE
