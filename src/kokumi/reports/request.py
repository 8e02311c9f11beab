"""The body of a report's request, and the query that it stands for (docs/spec/requests.md)."""

from __future__ import annotations

from functools import cache
from typing import Generic
from uuid import UUID

from pydantic import Field, create_model

from kokumi.domain.validation import WireModel, validate
from kokumi.errors import BadRequestError
from kokumi.filters.wire import FILTERS_SCHEMA, parse_filters
from kokumi.queries.query import EventSelection, Query
from kokumi.reports.report import P, Report


class ReportRequest(WireModel, Generic[P]):
    """The body of a report's request (docs/spec/requests.md)."""

    website_id: UUID = Field(description="The website's id.")
    type: str | None = Field(
        None, description="The report's type; one that does not fit the path is refused."
    )
    filters: dict[str, object] | None = Field(
        None,
        description="Conditions on events, `name: value` or `name: OPERATOR.value`; names may carry digits.",
        json_schema_extra={"properties": FILTERS_SCHEMA},
    )
    parameters: P = Field(description="The report's parameters.")
    strict: bool = Field(
        False,
        description="Refuse unknown fields with a 400 that names the nearest known one. By default they are "
        "ignored, as clients of other versions expect.",
    )


@cache
def request_model(report: Report[P]) -> type[ReportRequest[P]]:
    """Return the model of a report's requests, under a name of its own."""
    name = f"{report.title.replace(' ', '')}Request"
    return create_model(name, __base__=ReportRequest[report.parameters])  # type: ignore[name-defined]


def parse_report(report: Report[P], body: object) -> Query[P]:
    """Return the query that a request's body asks for.

    Raises:
        BadRequestError: something does not fit the report; it names each field.
    """
    return query_of(report, validate(request_model(report), body, forbid_unknown=is_strict(body)))


def is_strict(body: object) -> bool:
    """Return whether a request asks for unknown fields to be refused."""
    return isinstance(body, dict) and body.get("strict") is True


def query_of(report: Report[P], request: ReportRequest[P]) -> Query[P]:
    """Return the query of a request whose single fields are valid.

    Raises:
        BadRequestError: the type is another report's, the dates are in the wrong order, or a filter is wrong.
    """
    if request.type is not None and not report.is_called(request.type):
        raise BadRequestError.at("type", f"must be {report.saved_as} here, or be left out")
    parameters = request.parameters
    events = EventSelection(parameters.range(), parameters.zone(), parse_filters(request.filters or {}))
    return Query(report, parameters, request.website_id, events, parameters.columns(), parameters.tests())
