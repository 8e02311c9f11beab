"""What visitors are split by, into groups and all others (docs/spec/groups.md)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from kokumi.domain.columns import COLUMNS, EVENT, Column, camel_case, column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.validation import Whole, WireModel, field_error
from kokumi.errors import BadRequestError
from kokumi.filters.wire import EVENT_TYPE
from kokumi.reports.parts.behind import Cell
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


class GroupCell(Cell):
    """A number of the answer, maybe of a group."""

    group: str | None = Field(
        None,
        max_length=10_000,
        description="With `breakdown`: the name of a group, or null for `other`. Left out: all visitors.",
    )

    @property
    def is_of_group(self) -> bool:
        """Whether it names a group; null is the name of all others."""
        return "group" in self.model_fields_set

    def check_group(self, split: Split | None) -> None:
        """Raise BadRequestError if it names a group and nothing is split."""
        if self.is_of_group and split is None:
            raise BadRequestError.at("cell.group", "needs parameters.breakdown")


def ranked_by_group(visitors: Fragment) -> Fragment:
    """Return a query for rows of visitors, which have a `name`, with the `place` of their group, from 1."""
    return sql(
        """
        select *, dense_rank() over (order by size desc, name) as place
        from (select *, count() over (partition by name) as size from $visitors)
        """,
        visitors=visitors,
    )


def in_group(group: str | None, limit: int) -> Fragment:
    """Return the condition on such rows that a visitor is of a group that stands alone, or of the others."""
    if group is None:
        return sql("place > {limit:UInt32}", limit=limit)
    return sql("name = {group:String} and place <= {limit:UInt32}", group=group, limit=limit)
