"""The reports over HTTP: one typed route for each, one handler for all (docs/spec/requests.md#body)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from fastapi import APIRouter, Depends, Response

from kokumi.api.server.answers import AnswersOf
from kokumi.api.server.body import JsonBody
from kokumi.api.server.responses import QUERY_RESPONSES, errors
from kokumi.errors import ForbiddenError, NotFoundError
from kokumi.metadata.parts import Part
from kokumi.queries.sessions import SessionPage
from kokumi.reports.registry import REPORTS, AnyReport
from kokumi.reports.request import ReportRequest, is_strict, query_of, request_model
from kokumi.reports.sessions import SessionsRequest, sessions_model, sessions_query

router = APIRouter(
    prefix="/api/reports",
    tags=["reports"],
    responses=QUERY_RESPONSES | errors(ForbiddenError, NotFoundError),
)


class ReportBody(JsonBody[ReportRequest[Any]]):
    """The body of a report's request, which says itself whether unknown fields are refused."""

    def is_strict(self, value: object) -> bool:
        """Return what the request says."""
        return is_strict(value)


_Handler: TypeAlias = Callable[..., Awaitable[Response]]


def _handler(report: AnyReport) -> _Handler:
    body = Depends(ReportBody(request_model(report)))

    async def run_report(answers: AnswersOf, request: ReportRequest[Any] = body) -> Response:
        return await answers.answer(query_of(report, request), Part(report.saved_as))

    return run_report


def _sessions_handler(report: AnyReport) -> _Handler:
    body = Depends(ReportBody(sessions_model(report)))

    async def list_sessions(answers: AnswersOf, request: SessionsRequest[Any] = body) -> Response:
        return await answers.answer(sessions_query(report, request), Part(report.saved_as), Part.VISITORS)

    return list_sessions


for _report in REPORTS:
    router.add_api_route(
        f"/{_report.name}/sessions",
        _sessions_handler(_report),
        methods=["POST"],
        name=f"list_sessions_of_{_report.name}",
        summary=f"{_report.title}: the sessions behind a number",
        description="The sessions that are counted in one cell of the answer, in pages, the one with the "
        "latest event first.",
        response_model=SessionPage,
    )
    for _name in _report.paths:
        router.add_api_route(
            f"/{_name}",
            _handler(_report),
            methods=["POST"],
            name=f"run_{_name}",
            summary=_report.title,
            description=(
                f"{_report.summary}\n\n{_report.definition}"
                if _name == _report.name
                else f"The same as `{_report.name}`."
            ),
            response_model=_report.answer,
        )
