"""The sessions behind a number of the retention report (docs/spec/retention.md#sessions)."""

from __future__ import annotations

from pydantic import Field, model_validator

from kokumi.domain.times import parse_instant
from kokumi.domain.validation import Whole, field_error
from kokumi.queries.query import Subject
from kokumi.reports.parts.behind import Behind, Judged
from kokumi.reports.parts.splits import GroupCell, in_group, ranked_by_group
from kokumi.reports.report import WireDate
from kokumi.reports.retention.parameters import RetentionParameters
from kokumi.reports.retention.statement import reading_range, starting, with_distances
from kokumi.sql.buckets import number_of_unit, start_of_unit
from kokumi.sql.fragment import Fragment, sql


class RetentionCell(GroupCell):
    """A cohort, or those of it who returned at a distance."""

    date: WireDate = Field(description="The start of the cohort's unit, as in the answer.")
    day: Whole | None = Field(
        None, ge=0, description="The distance; left out for the whole cohort, whether or not it has rows."
    )
    period: Whole | None = Field(None, ge=0, description="The same as `day`.")

    @model_validator(mode="after")
    def _names_one_distance(self) -> RetentionCell:
        if self.day is not None and self.period is not None:
            raise field_error("period", "must be left out beside day, which means the same")
        return self

    @property
    def distance(self) -> int | None:
        """The distance; none for the whole cohort."""
        return self.period if self.day is None else self.day


def behind(parameters: RetentionParameters, cell: RetentionCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: it names a group without a split, or its date is none.
    """
    cell.check_group(parameters.breakdown)
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
        members=sql("($ranked)", ranked=ranked_by_group(sql("visitors")))
        if cell.is_of_group
        else sql("visitors"),
        in_cohort=_in_cohort(parameters, cell, subject),
        returned=_returned(parameters, cell),
    )
    if cell.is_of_group:
        counted = sql(
            "$counted and $in_group", counted=counted, in_group=in_group(cell.group, parameters.limit)
        )
    reading = reading_range(parameters, subject)
    return Behind(counted, parameters.entity, judged=Judged(reading, "ever_") if reading else None)


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
