"""Saved reports over HTTP: a report's parameters under a name, and the report run with them.

See docs/spec/saved-reports.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, TypeAlias, Union
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema
from starlette.requests import Request

from kokumi.api.server.answers import Answers, AnswersOf, bounded_reader
from kokumi.api.server.authentication import AnyUser, AnyViewer
from kokumi.api.server.body import json_body
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.responses import QUERY_RESPONSES, errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.api.wire.values import MAX_STORED, Name, WireTime, at_most_bytes
from kokumi.domain.columns import camel_case
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import (
    ConflictError,
    ForbiddenError,
    NotFoundError,
    NotSharedError,
    OverloadedError,
    QueryTooLargeError,
)
from kokumi.filters.tree import Resolved
from kokumi.filters.wire import FILTERS_SCHEMA
from kokumi.metadata.access import (
    SignedIn,
    Viewer,
    closed_part,
    is_link_to_report,
    may_see_owner,
    parts_of_report,
)
from kokumi.metadata.parts import Part
from kokumi.metadata.saved_reports import ReportContent, SavedReport
from kokumi.metadata.websites import NO_RIGHT, permit_parts
from kokumi.queries.expressions import check_expressions
from kokumi.queries.run import Result, Runtime, permit_every_column, run
from kokumi.reports.registry import REPORTS, AnyReport, report_named
from kokumi.reports.saved import FILTERS, check_saved, saved_query

router = APIRouter(prefix="/api", tags=["saved reports"])

_TYPES = [report.saved_as for report in REPORTS]
_TYPE_SCHEMA = {"type": "string", "enum": _TYPES}


def _in_the_singular(name: str) -> str:
    report = report_named(name)
    if report is None:
        raise ValueError(f"must be one of {', '.join(_TYPES)}")
    return report.saved_as


ReportType: TypeAlias = Annotated[str, AfterValidator(_in_the_singular), WithJsonSchema(_TYPE_SCHEMA)]
"""The type of a saved report; other names of the report are accepted and stored as this."""

Description: TypeAlias = Annotated[str, StringConstraints(max_length=500)]

SavedParameters: TypeAlias = Annotated[
    Mapping[str, object],
    at_most_bytes(MAX_STORED),
    Field(
        description="The parameters of the report, as in a request for it; dates may be left out, and "
        "`filters` may be among them. Kept as given.",
        examples=[{"type": "event", "value": "login-button-header"}],
    ),
]


class SavedReportCreation(WireModel):
    """A report to be saved."""

    website_id: UUID = Field(description="The website's id.")
    type: ReportType = Field(description="The kind of report.")
    name: Name = Field(description="The saved report's name.")
    description: Description = Field("", description="A text about it.")
    parameters: SavedParameters


class SavedReportChange(WireModel):
    """What shall change of a saved report; what is left out stays."""

    website_id: UUID | None = Field(None, description="The website to move it to.")
    type: ReportType | None = Field(None, description="The kind of report.")
    name: Name | None = Field(None, description="The saved report's name.")
    description: Description | None = Field(None, description="A text about it.")
    parameters: SavedParameters | None = Field(
        None, description="The report's parameters. They replace all of the saved ones."
    )


class SavedReportRun(WireModel):
    """What differs this time from what is saved; at least the dates, if none are saved."""

    filters: dict[str, object] | None = Field(
        None,
        description="Filters in the place of the saved ones.",
        json_schema_extra={"properties": FILTERS_SCHEMA},
    )
    parameters: dict[str, object] | None = Field(
        None,
        description="Parameters that go before the saved ones of the same name.",
        examples=[{"startDate": "2025-10-01", "endDate": "2025-10-31"}],
    )


class WireSavedReport(WireModel):
    """A saved report; `userId` is who made it, null when that user is gone."""

    id: UUID = Field(description="The saved report's id.")
    user_id: UUID | None = Field(description="Who saved it; null if that user was deleted.")
    website_id: UUID = Field(description="The website's id.")
    type: Annotated[str, WithJsonSchema(_TYPE_SCHEMA)] = Field(description="The kind of report.")
    name: str = Field(description="The saved report's name.")
    description: str = Field(description="A text about it.")
    parameters: Mapping[str, object] = Field(description="The report's parameters, as they were saved.")
    created_at: WireTime = Field(description="When it was created.")
    updated_at: WireTime = Field(description="When it was last changed.")


TypeFilter: TypeAlias = Annotated[
    ReportType | None, Query(alias="type", description="Only reports of this type.")
]


@router.get("/reports", responses=errors(ForbiddenError, NotFoundError))
def list_saved_reports(
    caller: AnyViewer,
    website_id: Annotated[UUID, Query(alias="websiteId", description="The website whose reports to list.")],
    page: PageOf,
    context: ContextOf,
    report_type: TypeFilter = None,
) -> ListPage[WireSavedReport]:
    """Return a website's saved reports, the latest update first."""
    context.metadata.websites.viewable(caller, website_id, Part.SAVED_REPORTS)
    types = frozenset(each for each in _TYPES if closed_part(caller, Part(each)) is None)
    wanted = types if report_type is None else types & {report_type}
    found = context.metadata.saved_reports.list(website_id, wanted, page)
    return wire_page(found, lambda report: _as_shown(caller, report))


@router.get("/websites/{website_id}/reports", responses=errors(ForbiddenError))
def list_website_reports(
    caller: AnyViewer, website_id: PathId, page: PageOf, context: ContextOf, report_type: TypeFilter = None
) -> ListPage[WireSavedReport]:
    """Return a website's saved reports, the latest update first."""
    return list_saved_reports(caller, website_id, page, context, report_type)


@router.post(
    "/reports",
    responses=errors(ForbiddenError, NotFoundError, ConflictError, QueryTooLargeError, OverloadedError),
)
async def create_saved_report(
    caller: AnyUser,
    body: Annotated[SavedReportCreation, json_body(SavedReportCreation)],
    context: ContextOf,
    request: Request,
) -> WireSavedReport:
    """Save a report."""
    content = ReportContent(body.website_id, body.type, body.name, body.description, body.parameters)
    conditions = _parse(content)

    def save(tag: str) -> SavedReport:
        context.metadata.websites.editable(caller, body.website_id)
        check_expressions(conditions.comparisons(), bounded_reader(context, tag))
        return context.metadata.saved_reports.create(caller.user_id, content)

    return wire_saved_report(await context.queries.run(request, caller, save))


@router.get("/reports/{report_id}", responses=errors(ForbiddenError))
def get_saved_report(caller: AnyViewer, report_id: PathId, context: ContextOf) -> WireSavedReport:
    """Return a saved report."""
    return _as_shown(caller, _viewable(context, caller, report_id))


@router.post("/reports/{report_id}", responses=errors(ForbiddenError, QueryTooLargeError, OverloadedError))
async def update_saved_report(
    caller: AnyUser,
    report_id: PathId,
    body: Annotated[SavedReportChange, json_body(SavedReportChange)],
    context: ContextOf,
    request: Request,
) -> WireSavedReport:
    """Change a saved report; moving it to another website needs the right to change both."""
    if body.type is not None and body.parameters is not None:
        check_saved(_report(body.type), body.parameters)

    def save(tag: str) -> SavedReport:
        content = _changed(_editable(context, caller, report_id).content, body)
        context.metadata.websites.editable(caller, content.website_id)
        check_expressions(_parse(content).comparisons(), bounded_reader(context, tag))
        return context.metadata.saved_reports.update(report_id, content)

    return wire_saved_report(await context.queries.run(request, caller, save))


@router.delete("/reports/{report_id}", responses=errors(ForbiddenError))
def delete_saved_report(caller: AnyUser, report_id: PathId, context: ContextOf) -> Ok:
    """Delete a saved report."""
    _editable(context, caller, report_id)
    context.metadata.saved_reports.delete(report_id)
    return Ok()


_AnyAnswer: object = Union[tuple(report.answer for report in REPORTS)]  # noqa: UP007 - made from a list


@router.post(
    "/reports/{report_id}/run",
    response_model=_AnyAnswer,
    responses=QUERY_RESPONSES | errors(ForbiddenError),
)
async def run_saved_report(
    answers: AnswersOf, report_id: PathId, body: Annotated[SavedReportRun, json_body(SavedReportRun)]
) -> Response:
    """Run a saved report; dates, other parameters and filters in the body go before the saved ones.

    A link to this report alone runs it as it is saved: it takes dates, `timezone`, `unit`, `compare` and
    `flow`, and only those that are not saved.
    """
    return await answers.work(partial(_run_saved, answers, report_id, body))


def _run_saved(answers: Answers, report_id: UUID, body: SavedReportRun, runtime: Runtime) -> Result:
    caller = answers.caller
    content = _viewable(answers.context, caller, report_id).content
    given = body.parameters or {}
    is_shared_alone = is_link_to_report(caller, report_id)
    if is_shared_alone:
        _permit_as_saved(content, given, body.filters)
    query = saved_query(_report(content.type), content.website_id, content.parameters, given, body.filters)
    website = answers.viewable(content.website_id, *parts_of_report(caller, report_id, content.type))
    if body.filters:
        permit_parts(caller, Part.FILTERS)
    # Whoever shared this report alone has chosen its fields and filters.
    permit = permit_every_column if is_shared_alone else runtime.permit
    return run(query, website, replace(runtime, permit=permit))


def wire_saved_report(report: SavedReport) -> WireSavedReport:
    """Return a saved report as it goes out."""
    return WireSavedReport(
        id=report.id,
        user_id=report.user_id,
        website_id=report.content.website_id,
        type=report.content.type,
        name=report.content.name,
        description=report.content.description,
        parameters=report.content.parameters,
        created_at=report.created_at,
        updated_at=report.updated_at,
    )


def _viewable(context: Context, caller: Viewer, report_id: UUID) -> SavedReport:
    report = _existing(context, caller, report_id)
    parts = parts_of_report(caller, report_id, report.content.type)
    context.metadata.websites.viewable(caller, report.content.website_id, *parts)
    return report


def _as_shown(caller: Viewer, report: SavedReport) -> WireSavedReport:
    """Return a saved report; visitors learn neither whose it is nor, unless they see all, its filters."""
    shown = wire_saved_report(report)
    if may_see_owner(caller):
        return shown
    parameters = report.content.parameters
    if closed_part(caller, Part.VISITORS) is not None:
        parameters = {name: value for name, value in parameters.items() if camel_case(name) != FILTERS}
    return shown.model_copy(update={"user_id": None, "parameters": parameters})


_LEFT_OPEN = frozenset({"startDate", "endDate", "timezone", "unit", "compare", "flow"})
"""What a visitor by a link to one report may say, if the report does not say it."""


def _permit_as_saved(
    content: ReportContent, given: Mapping[str, object], filters: Mapping[str, object] | None
) -> None:
    """Go on if a request leaves a saved report as it is.

    Raises:
        NotSharedError: it would count something else.
    """
    free = _LEFT_OPEN - {camel_case(name) for name, value in content.parameters.items() if value is not None}
    if filters is not None or not {camel_case(name) for name in given} <= free:
        raise NotSharedError("This share link runs its report as it is saved, without other parameters.")


def _editable(context: Context, caller: SignedIn, report_id: UUID) -> SavedReport:
    report = _existing(context, caller, report_id)
    context.metadata.websites.editable(caller, report.content.website_id)
    return report


def _existing(context: Context, caller: Viewer, report_id: UUID) -> SavedReport:
    """Return the report; that there is none is told to administrators only, as of websites.

    See docs/spec/requests.md#order-of-checks.
    """
    report = context.metadata.saved_reports.find(report_id)
    if report is not None:
        return report
    if isinstance(caller, SignedIn) and caller.is_admin:
        raise NotFoundError("There is no such report.")
    raise ForbiddenError(NO_RIGHT)


def _changed(content: ReportContent, change: SavedReportChange) -> ReportContent:
    return replace(content, **{name: value for name, value in change if value is not None})


def _parse(content: ReportContent) -> Resolved:
    """Return the saved filters, or raise BadRequestError: the report could not be asked like that."""
    return Resolved(check_saved(_report(content.type), content.parameters).condition)


def _report(name: str) -> AnyReport:
    report = report_named(name)
    if report is None:
        raise NotFoundError(f"There is no report of type {name} any more.")
    return report
