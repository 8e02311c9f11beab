"""A report's parameters as they are saved: checked like a request's, but dates may be left out.

See docs/spec/saved-reports.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kokumi.domain.columns import camel_case
from kokumi.domain.times import CALENDAR
from kokumi.errors import BadRequestError
from kokumi.filters.tree import Filters
from kokumi.filters.wire import parse_filters
from kokumi.queries.query import Query
from kokumi.reports.registry import AnyReport
from kokumi.reports.report import Parameters
from kokumi.reports.request import parse_report

FILTERS = "filters"
"""The name under which saved parameters may hold filters, which a request has beside its parameters.

A list under that name is the report's own parameter: the conditions of a goal.
"""

_ALWAYS = {"startDate": CALENDAR.start, "endDate": CALENDAR.end}
"""Dates for parameters that have none."""

_NOBODY = UUID(int=0)


def check_saved(report: AnyReport, parameters: Mapping[str, object]) -> Filters:
    """Return the filters of parameters with which the report could be asked, once they have dates.

    Raises:
        BadRequestError: they do not fit; it names each field.
    """
    dated = {**_ALWAYS, **{name: value for name, value in _spelled(parameters).items() if value is not None}}
    parse_report(report, {"websiteId": str(_NOBODY), "parameters": dated})
    return parse_filters(_filters(report, parameters), f"parameters.{FILTERS}")


def saved_query(
    report: AnyReport,
    website_id: UUID,
    saved: Mapping[str, object],
    parameters: Mapping[str, object],
    filters: Mapping[str, object] | None,
) -> Query[Parameters]:
    """Return the query of a saved report. Parameters and filters that are given replace the saved ones.

    Raises:
        BadRequestError: together they do not fit, such as when neither has dates; it names each field.
    """
    body = {
        "websiteId": str(website_id),
        "filters": _filters(report, saved) if filters is None else filters,
        "parameters": {**_spelled(saved), **_spelled(parameters)},
    }
    return parse_report(report, body)


def _spelled(parameters: Mapping[str, object]) -> dict[str, object]:
    """Return the report's own parameters, by their names."""
    own = {name: value for name, value in parameters.items() if name != FILTERS or isinstance(value, list)}
    return {camel_case(name): value for name, value in own.items()}


def _filters(report: AnyReport, parameters: Mapping[str, object]) -> Mapping[str, object]:
    found = parameters.get(FILTERS)
    is_own = isinstance(found, list) and FILTERS in report.parameters.model_fields
    if found is None or is_own:
        return {}
    if not isinstance(found, dict):
        raise BadRequestError.at(f"parameters.{FILTERS}", "must be an object of filters, or be left out")
    return found
