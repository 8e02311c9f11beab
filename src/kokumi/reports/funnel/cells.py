"""The numbers of a funnel that can be opened (docs/spec/sessions-behind.md)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from kokumi.domain.times import parse_instant
from kokumi.domain.validation import Whole
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.funnel.chains import chains, pending, reached
from kokumi.reports.funnel.parameters import Entry, FunnelParameters
from kokumi.reports.parts.behind import Behind, Cell
from kokumi.sql.buckets import bucket, bucket_start, buckets_of
from kokumi.sql.fragment import Fragment, join, sql


class Outcome(StrEnum):
    """How far visitors came."""

    REACHED = "reached"
    DROPPED = "dropped"
    PENDING = "pending"


class FunnelCell(Cell):
    """A number of the answer."""

    step: Whole = Field(description="The number of the step, from 1.")
    outcome: Outcome = Field(
        description="`reached`: who reached it; `dropped`: who reached the step before only; `pending`: who "
        "of these may still reach it."
    )
    group: str | None = Field(
        None, description="With `breakdown`: those of this group, or of no group that stands alone if null."
    )
    t: str | None = Field(
        None, max_length=100, description="With `trend`: those who began in the bucket that starts then."
    )

    @property
    def names_group(self) -> bool:
        """Whether it is a number of a group; null is the name of all others."""
        return "group" in self.model_fields_set


def behind(parameters: FunnelParameters, cell: FunnelCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: the answer can have no such cell.
    """
    _check(parameters, cell)
    found = chains(parameters, subject, names_visitors=True)
    counted = join(" and ", _conditions(parameters, cell, subject))
    statement = sql(
        "with $tables $members",
        tables=found.tables,
        members=_members_of_group(parameters, cell, found.name, counted)
        if cell.names_group
        else sql("select visitor from $chains where $counted", chains=found.name, counted=counted),
    )
    return Behind(statement, parameters.entity, parameters.reading(subject))


def _check(parameters: FunnelParameters, cell: FunnelCell) -> None:
    if not 1 <= cell.step <= len(parameters.steps):
        raise BadRequestError.at("cell.step", f"must be from 1 to {len(parameters.steps)}")
    if cell.outcome is not Outcome.REACHED and cell.step == 1:
        raise BadRequestError.at("cell.outcome", "must be reached at step 1, which follows no other")
    if cell.outcome is Outcome.PENDING and parameters.entry is not Entry.RANGE:
        raise BadRequestError.at("cell.outcome", "can be pending with entry: range only")
    if cell.names_group and parameters.breakdown is None:
        raise BadRequestError.at("cell.group", "needs a breakdown in the parameters")
    if cell.t is not None and parameters.trend is None:
        raise BadRequestError.at("cell.t", "needs a trend in the parameters")


def _conditions(parameters: FunnelParameters, cell: FunnelCell, subject: Subject) -> Iterable[Fragment]:
    match cell.outcome:
        case Outcome.REACHED:
            yield reached(cell.step, parameters)
        case Outcome.DROPPED:
            yield reached(cell.step - 1, parameters)
            yield sql("not $reached", reached=reached(cell.step, parameters))
        case Outcome.PENDING:
            yield pending(cell.step, parameters, subject)
    if cell.t is not None:
        yield _began(parameters, cell.t, subject)


def _began(parameters: FunnelParameters, t: str, subject: Subject) -> Fragment:
    """Return the condition that a visitor's chain begins in a bucket of the trend."""
    asked = parse_instant(t, subject.zone, "cell.t")
    if parameters.trend is not None:
        for each in buckets_of(parameters.trend, subject.range, subject.zone, "parameters.trend"):
            if bucket_start(parameters.trend, each, subject.zone) == asked:
                return sql(
                    "$began = {bucket:Int64}", began=bucket(parameters.trend, subject.zone), bucket=each
                )
    return sql("false")


def _members_of_group(
    parameters: FunnelParameters, cell: FunnelCell, chains: Fragment, counted: Fragment
) -> Fragment:
    """Return the query for the visitors of a group who are counted; null is the group of all others."""
    if cell.group is None:
        is_the_group = sql("is_other")
    else:
        is_the_group = sql("not is_other and entry_value = {group:String}", group=cell.group)
    return sql(
        """
        select arrayJoin(members)
        from
        (
            select
                entry_value,
                groupArrayIf(visitor, $counted) as members,
                row_number() over (order by count() desc, entry_value) > {limit:UInt8} as is_other
            from $chains
            where $has_begun
            group by entry_value
        )
        where $is_the_group
        """,
        counted=counted,
        chains=chains,
        has_begun=reached(1, parameters),
        is_the_group=is_the_group,
        limit=parameters.limit,
    )
