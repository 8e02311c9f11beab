"""From a request's body to an answer: parse, resolve, one statement, shape (docs/spec/requests.md).

Who may see the website is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic
from uuid import UUID

from pydantic import Field, create_model

from kokumi.domain.columns import Column
from kokumi.domain.validation import WireModel, validate
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError
from kokumi.events.inquiry import Inquiry
from kokumi.events.store import Answer as Found
from kokumi.filters.resolve import SavedFilters, resolve
from kokumi.filters.tree import Filters
from kokumi.filters.wire import FILTERS_SCHEMA, parse_filters
from kokumi.reports.base import P, Report, Scope
from kokumi.reports.expressions import check_expressions
from kokumi.sql.fragment import Fragment


class ReportRequest(WireModel, Generic[P]):
    """The body of a report's request (docs/spec/requests.md#body)."""

    website_id: UUID
    type: str | None = Field(
        None, description="The report's type; one that does not fit the path is refused."
    )
    filters: dict[str, object] | None = Field(
        None,
        description="Conditions on events, `name: value` or `name: OPERATOR.value`; names may carry digits.",
        json_schema_extra={"properties": FILTERS_SCHEMA},
    )
    parameters: P


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report's answer, exact decimals still in it, and what it cost: seconds, rows and bytes read."""

    answer: object
    seconds: float
    rows_read: int
    bytes_read: int


def _anybody(_column: Column) -> None:
    """Let everybody ask about the field."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a report runs in: the queries of its request, the saved filters, and the present."""

    events: Inquiry
    saved: SavedFilters
    now: int
    permit: Callable[[Column], None] = _anybody
    """Refuses a field that the caller may neither list nor filter by."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request that has the right form. `run` answers it, once it is clear that the caller may ask."""

    website_id: UUID
    filters: Filters
    run: Callable[[Website, Context], Outcome]


def request_model(report: Report[P]) -> type[ReportRequest[P]]:
    """Return the model of a report's requests, under a name of its own."""
    name = f"{report.title.replace(' ', '')}Request"
    return create_model(name, __base__=ReportRequest[report.parameters])  # type: ignore[name-defined]


def parse(report: Report[P], body: object) -> Question:
    """Return the question that a request's body asks.

    Raises:
        BadRequestError: something does not fit the report; it names each field.
    """
    return ask(report, validate(request_model(report), body))


def ask(report: Report[P], request: ReportRequest[P]) -> Question:
    """Return the question of a request whose single fields are right.

    Raises:
        BadRequestError: the type is another report's, the dates are in the wrong order, or a filter is wrong.
    """
    if request.type is not None and not report.is_called(request.type):
        raise BadRequestError.at("type", f"must be {report.saved_as} here, or be left out")
    request.parameters.range()
    filters = parse_filters(request.filters or {})

    def run(website: Website, context: Context) -> Outcome:
        return answer(report, request.parameters, filters, website, context)

    return Question(request.website_id, filters, run)


def answer(report: Report[P], parameters: P, filters: Filters, website: Website, context: Context) -> Outcome:
    """Return the answer of a report on a website.

    Raises:
        NotFoundError: a segment or cohort is not the website's.
        NotSharedError: the caller may not ask about a field.
        BadRequestError: a regular expression is not valid.
        QueryTooLargeError: it went past its limits.
    """
    zone = parameters.zone()
    resolved = resolve(filters, context.saved, website, context.now, zone)
    for column in (*parameters.listed(), *resolved.columns()):
        context.permit(column)
    check_expressions(resolved.comparisons(), context.events)
    scope = Scope(website, parameters.range(), zone, resolved)
    found = _ask(report, parameters, scope, context)
    shaped = report.shape(parameters, scope, found.rows)
    return Outcome(shaped, found.seconds, found.rows_read, found.bytes_read)


def _ask(report: Report[P], parameters: P, scope: Scope, context: Context) -> Found:
    """Return the rows by the shortcut, if there is one and all visits fit it; else by the statement."""

    def query(statement: Fragment) -> Found:
        return context.events.query(statement, name=f"report:{report.saved_as}")

    shortcut = report.shortcut(parameters, scope)
    if shortcut is None:
        return query(report.statement(parameters, scope))
    short = query(shortcut)
    if not any(unfit for *_, unfit in short.rows):
        return replace(short, rows=[values for *values, _ in short.rows])
    whole = query(report.statement(parameters, scope))
    return replace(
        whole,
        seconds=short.seconds + whole.seconds,
        rows_read=short.rows_read + whole.rows_read,
        bytes_read=short.bytes_read + whole.bytes_read,
    )
