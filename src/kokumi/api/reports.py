"""The reports over HTTP: one typed route for each, one handler for all (docs/spec/requests.md#body)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any, TypeAlias

import orjson
from fastapi import APIRouter, Depends, Response
from starlette.requests import Request

from kokumi.api.authentication import AnyViewer
from kokumi.api.body import JsonBody
from kokumi.api.context import Context, Here
from kokumi.domain.columns import Column
from kokumi.events.engine import Limits
from kokumi.events.inquiry import Inquiry
from kokumi.metadata.access import Caller
from kokumi.metadata.parts import Part, parts_of_columns
from kokumi.metadata.websites import permit_parts
from kokumi.reports.reference import reference_of
from kokumi.reports.registry import REPORTS, AnyReport
from kokumi.reports.run import Context as ReportContext
from kokumi.reports.run import Outcome, ReportRequest, ask, request_model

router = APIRouter(prefix="/api/reports", tags=["reports"])

_Handler: TypeAlias = Callable[..., Awaitable[Response]]


def _handler(report: AnyReport) -> _Handler:
    body = Depends(JsonBody(request_model(report)))

    async def run_report(
        caller: AnyViewer, here: Here, request: Request, asked: ReportRequest[Any] = body
    ) -> Response:
        question = ask(report, asked)

        parts = (Part(report.saved_as), *(() if question.filters.choose_nothing else (Part.FILTERS,)))

        def work(tag: str) -> Outcome:
            website = here.metadata.websites.viewable(caller, question.website_id, *parts)
            return question.run(website, report_context(here, caller, tag))

        return outcome_response(await here.queries.run(request, caller, work))

    return run_report


def inquiry(here: Context, tag: str) -> Inquiry:
    """Return what the queries of one request go through, under this server's limits; its time starts now."""
    limits = Limits(here.settings.query_seconds, here.settings.query_memory)
    return Inquiry(here.store, limits, tag)


def report_context(here: Context, caller: Caller, tag: str) -> ReportContext:
    """Return what the report of one request runs in, under the caller's rights."""

    def permit(column: Column) -> None:
        permit_parts(caller, *parts_of_columns(column.name))

    return ReportContext(inquiry(here, tag), here.metadata, here.clock(), permit)


def outcome_response(outcome: Outcome) -> Response:
    """Return an answer as JSON, decimals exact, and its cost as `Server-Timing`."""
    timing = (
        f"query;dur={outcome.seconds * 1000:.1f}, "
        f'rows;desc="{outcome.rows_read}", bytes;desc="{outcome.bytes_read}"'
    )
    return Response(
        orjson.dumps(outcome.answer, default=_exact),
        media_type="application/json",
        headers={"Server-Timing": timing},
    )


def _exact(value: object) -> orjson.Fragment:
    """Return a decimal as a JSON number, digit by digit; a float would round it."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is not part of an answer")
    return orjson.Fragment(f"{value.normalize():f}")


def _described(report: AnyReport) -> str:
    return f"{report.summary}\n\n{reference_of(report).definition}"


for _report in REPORTS:
    for _name in _report.paths:
        router.add_api_route(
            f"/{_name}",
            _handler(_report),
            methods=["POST"],
            name=f"run_{_name}",
            summary=_report.title,
            description=_described(_report) if _name == _report.name else f"The same as `{_report.name}`.",
            response_model=_report.answer,
        )
