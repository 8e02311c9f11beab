"""The numbers of a funnel that can be opened (docs/spec/sessions-behind.md)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from kokumi.domain.validation import Whole
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.funnel.chains import chains, pending, reached
from kokumi.reports.funnel.parameters import Entry, FunnelParameters
from kokumi.reports.parts.behind import Behind
from kokumi.reports.parts.splits import GroupCell, in_group, ranked_by_group
from kokumi.reports.parts.trends import in_bucket, trend_buckets
from kokumi.reports.report import WireDate
from kokumi.sql.fragment import Fragment, join, sql


class Outcome(StrEnum):
    """How far visitors came."""

    REACHED = "reached"
    DROPPED = "dropped"
    PENDING = "pending"


class FunnelCell(GroupCell):
    """A number of the answer."""

    step: Whole = Field(description="The number of the step, from 1.")
    outcome: Outcome = Field(
        description="`reached`: who reached it; `dropped`: who reached the step before only; `pending`: who "
        "of these may still reach it."
    )
    t: WireDate | None = Field(
        None, description="With `trend`: those who began in the bucket that starts then."
    )


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
        if cell.is_of_group
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
    cell.check_group(parameters.breakdown)
    if cell.t is not None and parameters.trend is None:
        raise BadRequestError.at("cell.t", "needs parameters.trend")


def _conditions(parameters: FunnelParameters, cell: FunnelCell, subject: Subject) -> Iterable[Fragment]:
    match cell.outcome:
        case Outcome.REACHED:
            yield reached(cell.step, parameters)
        case Outcome.DROPPED:
            yield reached(cell.step - 1, parameters)
            yield sql("not $reached", reached=reached(cell.step, parameters))
        case Outcome.PENDING:
            yield pending(cell.step, parameters, subject)
    if cell.t is not None and parameters.trend is not None:
        trend_buckets(parameters.trend, subject)
        yield in_bucket(parameters.trend, cell.t, subject)


def _members_of_group(
    parameters: FunnelParameters, cell: FunnelCell, chains: Fragment, counted: Fragment
) -> Fragment:
    """Return the query for the visitors of a group who are counted."""
    members = sql(
        "(select visitor, entry_value as name, $counted as is_counted from $chains where $has_begun)",
        counted=counted,
        chains=chains,
        has_begun=reached(1, parameters),
    )
    return sql(
        "select visitor from ($ranked) where is_counted and $in_group",
        ranked=ranked_by_group(members),
        in_group=in_group(cell.group, parameters.limit),
    )
