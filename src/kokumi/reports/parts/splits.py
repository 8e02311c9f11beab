"""What visitors are split by, into groups and all others (docs/spec/groups.md)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from kokumi.domain.columns import COLUMNS, Column, column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.validation import Whole, WireModel, field_error
from kokumi.sql.fragment import Fragment, identifier, sql
from kokumi.sql.properties import property_text

MAX_GROUPS = 50

GroupLimit: TypeAlias = Annotated[
    Whole, Field(ge=1, le=MAX_GROUPS, description="With `breakdown`: how many groups stand alone.")
]


class Split(WireModel):
    """A field, or a property of event data, whose values make the groups."""

    field: str | None = Field(
        None,
        max_length=50,
        description="The name of a filter.",
        json_schema_extra={"enum": [each.name for each in COLUMNS]},
    )
    property: str | None = Field(
        None, min_length=1, max_length=MAX_PROPERTY_NAME, description="In place of it: a property's name."
    )

    @model_validator(mode="after")
    def _names_one(self) -> Split:
        if (self.field is None) == (self.property is None):
            raise ValueError("must name either a field or a property")
        if self.field is not None and column(self.field) is None:
            names = ", ".join(each.name for each in COLUMNS)
            raise field_error("field", f"must be one of {names}")
        return self

    def columns(self) -> tuple[Column, ...]:
        """Return the field that it names, if it names one."""
        found = column(self.field) if self.field is not None else None
        return () if found is None else (found,)

    def value(self) -> Fragment:
        """Return the name of an event's group, a text; empty where the event has no such value."""
        for found in self.columns():
            return sql("toString($column)", column=identifier(found.sql))
        return property_text(self.property or "", "split")
