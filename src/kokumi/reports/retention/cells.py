"""The sessions behind a number of the retention report (docs/spec/retention.md#sessions)."""

from __future__ import annotations

from pydantic import Field, model_validator

from kokumi.domain.times import parse_instant
from kokumi.domain.validation import Whole, field_error
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.parts.behind import Behind, Cell, Judged
from kokumi.reports.report import WireDate
from kokumi.reports.retention.parameters import RetentionParameters
from kokumi.reports.retention.statement import reading_range, starting, with_distances
from kokumi.sql.buckets import number_of_unit, start_of_unit
from kokumi.sql.fragment import Fragment, sql


class RetentionCell(Cell):
    """A cohort, or those of it who returned at a distance."""

    date: WireDate = Field(description="The start of the cohort's unit, as in the answer.")
    day: Whole | None = Field(
        None, ge=0, description="The distance; left out for the whole cohort, whether or not it has rows."
    )
    period: Whole | None = Field(None, ge=0, description="The same as `day`.")
    group: str | None = Field(
        None, description="With `breakdown`: the name of a group, or null for `other`; left out for all."
    )

    @model_validator(mode="after")
    def _names_one_distance(self) -> RetentionCell:
        if self.day is not None and self.period is not None:
            raise field_error("period", "must be left out beside day, which means the same")
        return self

    @property
    def distance(self) -> int | None:
        """The distance; none for the whole cohort."""
        return self.period if self.day is None else self.day

    @property
    def is_of_group(self) -> bool:
        """Whether it names a group, be it all others."""
        return "group" in self.model_fields_set


def behind(parameters: RetentionParameters, cell: RetentionCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: it names a group without a split, or its date is none.
    """
    if cell.is_of_group and parameters.breakdown is None:
        raise BadRequestError.at("cell.group", "needs the parameter breakdown")
    counted = sql(
        """
        with
            starting as
            ($starting),
            visitors as
            ($visitors)
        select visitor from $members where $in_cohort and $returned
        """,
        starting=starting(parameters, subject),
        visitors=with_distances(parameters),
        members=_members() if cell.is_of_group else sql("visitors"),
        in_cohort=_in_cohort(parameters, cell, subject),
        returned=_returned(parameters, cell),
    )
    if cell.is_of_group:
        counted = sql("$counted and $in_group", counted=counted, in_group=_in_group(parameters, cell))
    reading = reading_range(parameters, subject)
    return Behind(counted, parameters.entity, judged=Judged(reading, "ever_") if reading else None)


def _members() -> Fragment:
    """Return the visitors with the place of their group, the largest first."""
    return sql(
        """
        (
            select *, dense_rank() over (order by size desc, name) as place
            from (select *, count() over (partition by name) as size from visitors)
        )
        """
    )


def _in_cohort(parameters: RetentionParameters, cell: RetentionCell, subject: Subject) -> Fragment:
    instant = parse_instant(cell.date, subject.zone, "cell.date")
    unit = number_of_unit(parameters.unit, instant, subject.zone)
    if start_of_unit(parameters.unit, unit, subject.zone) != instant:
        return sql("false")
    return sql("cohort = {cohort:Int32}", cohort=unit)


def _returned(parameters: RetentionParameters, cell: RetentionCell) -> Fragment:
    if cell.distance is None:
        return sql("true")
    if cell.distance > parameters.last:
        return sql("false")
    at = sql("distance = {distance:Int32}", distance=cell.distance)
    if parameters.is_on_or_after:
        at = sql("distance >= {distance:Int32}", distance=cell.distance)
    return sql("arrayExists(distance -> $at, distances)", at=at)


def _in_group(parameters: RetentionParameters, cell: RetentionCell) -> Fragment:
    if cell.group is None:
        return sql("place > {limit:UInt32}", limit=parameters.limit)
    return sql("name = {group:String} and place <= {limit:UInt32}", group=cell.group, limit=parameters.limit)
