"""The numbers of an attribution that can be opened."""

from __future__ import annotations

from pydantic import Field, model_validator

from kokumi.domain.columns import camel_case
from kokumi.domain.validation import field_error
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.attribution.credit import credited_touch
from kokumi.reports.attribution.parameters import CHANNEL, LISTS, AttributionParameters
from kokumi.reports.attribution.touches import READING, conversions_of, tables
from kokumi.reports.parts.behind import Behind, Cell, Judged
from kokumi.sql.fragment import Fragment, sql

MAX_NAME = 5000


class AttributionCell(Cell):
    """All conversions, or those that are credited to a name of a list."""

    list: str | None = Field(
        None,
        max_length=50,
        description="A list of the answer; left out for all conversions.",
        json_schema_extra={"enum": [*LISTS, CHANNEL]},
    )
    name: str | None = Field(None, max_length=MAX_NAME, description="With `list`: one of its names.")

    @model_validator(mode="after")
    def _names_both_or_neither(self) -> AttributionCell:
        if (self.list is None) != (self.name is None):
            raise field_error(
                "name" if self.name is None else "list", "is required: a list and a name go together"
            )
        return self


def behind(parameters: AttributionParameters, cell: AttributionCell, subject: Subject) -> Behind:
    """Return who is counted in a cell; of a name, all conversions credited to it, whatever they earned.

    Raises:
        BadRequestError: the report has no such list.
    """
    if cell.list is None:
        counted = conversions_of(parameters, subject)
    else:
        counted = _credited(parameters, _place(parameters, cell.list), cell.name or "", subject)
    judged = None if parameters.lookback is None else Judged(parameters.reading(subject.range), READING)
    return Behind(counted, parameters.entity, judged=judged)


def _place(parameters: AttributionParameters, wanted: str) -> int:
    """Return the place of a list, from 1."""
    spelled = [camel_case(name) for name in parameters.lists]
    if camel_case(wanted) not in spelled:
        raise BadRequestError.at("cell.list", f"must be one of {', '.join(parameters.lists)}")
    return spelled.index(camel_case(wanted)) + 1


def _credited(parameters: AttributionParameters, place: int, name: str, subject: Subject) -> Fragment:
    if parameters.model.credits_one_touch:
        credited = sql(
            "touches[$credited].2[{place:UInt8}] = {name:String}",
            credited=credited_touch(parameters),
            place=place,
            name=name,
        )
    else:
        credited = sql(
            "arrayExists(touch -> touch.2[{place:UInt8}] = {name:String}, touches)", place=place, name=name
        )
    return sql(
        """
        with
            $tables
        select visitor
        from visitors
        where {name:String} != '' and $credited
        """,
        tables=tables(parameters, subject, named=True),
        name=name,
        credited=credited,
    )
