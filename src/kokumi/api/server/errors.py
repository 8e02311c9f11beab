"""The one place where errors become statuses and bodies (docs/spec/requests.md#errors)."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match

from kokumi.api.server.query_threads import ClientGoneError
from kokumi.domain.sentences import sentence
from kokumi.domain.validation import refusal
from kokumi.errors import (
    CallerError,
    Detail,
    NotFoundError,
    OverloadedError,
    TooManyRequestsError,
)

STATUSES = {
    "bad-request": 400,
    "unauthorized": 401,
    "incorrect-username-password": 401,
    "password-required": 401,
    "incorrect-password": 401,
    "forbidden": 403,
    "not-shared": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "conflict": 409,
    "too-large": 413,
    "query-too-large": 422,
    "too-many-requests": 429,
    "server-error": 500,
    "overloaded": 503,
}
"""What status each code has on the wire."""

_SERVER_ERROR = 500
_CLIENT_GONE = 499
"""Seen in logs only: there is nobody left to read it."""

_CODES = {status: code for code, status in reversed(STATUSES.items())}
"""The first code of each status."""


class ErrorDetail(BaseModel):
    """One thing wrong with the request."""

    path: str = Field(description="Where in the request, such as `parameters.steps.0.value`.")
    message: str = Field(description="What is wrong there, and what would be right.")


class ErrorContent(BaseModel):
    """What went wrong, for people and for programs."""

    message: str = Field(description="What went wrong, as a sentence.")
    code: str = Field(description="What went wrong, for programs.")
    status: int = Field(description="The HTTP status.")
    details: list[ErrorDetail] | None = Field(None, description="The fields that are wrong, if any.")


class ErrorBody(BaseModel):
    """The body of every answer that is an error."""

    error: ErrorContent = Field(description="What went wrong.")


def add_error_handlers(application: FastAPI) -> None:
    """Answer all errors of an application's routes in the one shape."""
    application.add_exception_handler(CallerError, _caller_error)
    application.add_exception_handler(RequestValidationError, _invalid_parameters)
    application.add_exception_handler(HTTPException, _framework_error)
    application.add_exception_handler(ClientGoneError, _client_gone)


def error_body(code: str, message: str, details: Sequence[Detail] = ()) -> ErrorBody:
    """Return what an answer says of an error."""
    return ErrorBody(
        error=ErrorContent(
            message=message,
            code=code,
            status=STATUSES[code],
            details=[ErrorDetail(path=each.path, message=each.message) for each in details] or None,
        )
    )


def error_response(
    code: str, message: str, details: Sequence[Detail] = (), retry_after: int | None = None
) -> Response:
    """Return the answer for an error."""
    body = error_body(code, message, details)
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return JSONResponse(body.model_dump(exclude_none=True), body.error.status, headers)


def server_error_response() -> Response:
    """Return the answer for a fault of ours, which says nothing of its inside."""
    return error_response(
        "server-error", "Something went wrong here. The log says more under this answer's X-Request-Id."
    )


def caller_error_response(error: CallerError) -> Response:
    """Return the answer for a fault of the caller's."""
    wait = error.retry_after if isinstance(error, OverloadedError | TooManyRequestsError) else None
    return error_response(error.code, error.message, error.details, wait)


async def _caller_error(_request: Request, error: Exception) -> Response:
    if not isinstance(error, CallerError):
        raise error
    return caller_error_response(error)


async def _invalid_parameters(_request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    # A malformed id in the path is 404, anything else 400 (docs/spec/requests.md#order-of-checks).
    problems: Sequence[ErrorDetails] = error.errors()
    if any(problem["loc"][0] == "path" for problem in problems):
        return caller_error_response(NotFoundError("There is nothing with such an id."))
    details = [Detail(".".join(map(str, each["loc"][1:])), sentence(each)) for each in problems]
    return caller_error_response(refusal(details))


async def _framework_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    code = _CODES.get(
        error.status_code, "bad-request" if error.status_code < _SERVER_ERROR else "server-error"
    )
    message = {
        "not-found": "There is nothing at this address.",
        "method-not-allowed": f"This address does not answer {request.method}.",
    }.get(code, str(error.detail))
    response = error_response(code, message)
    response.headers.update(error.headers or {})
    if code == "method-not-allowed":
        response.headers["Allow"] = ", ".join(_methods(request))
    return response


def _methods(request: Request) -> list[str]:
    """Return the methods that an address answers: each has a route of its own, which knows of itself only."""
    routes: Sequence[APIRoute] = request.app.api_routes
    found = (route.methods or set() for route in routes if route.matches(request.scope)[0] is not Match.NONE)
    return sorted(set[str]().union(*found))


async def _client_gone(_request: Request, _error: Exception) -> Response:
    structlog.get_logger().debug("client gone")
    return Response(status_code=_CLIENT_GONE)
