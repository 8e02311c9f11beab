"""What a route declares about its answers: the errors it may answer with, and the cost of a query.

A route declares only what its parameters do not imply. `kokumi.api.server.openapi` adds 400 for a query,
400 and 413 for a body, 401 for credentials and 404 for an id in the path.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from kokumi.api.server.errors import STATUSES
from kokumi.errors import CallerError, OverloadedError, QueryTooLargeError

Responses: TypeAlias = dict[int | str, dict[str, Any]]
"""FastAPI's name for it: the argument `responses` of routes and routers."""


def errors(*kinds: type[CallerError]) -> Responses:
    """Return these errors for the argument `responses` of a route or a router."""
    return {status: ERRORS[status].reference() for status in sorted(STATUSES[kind.code] for kind in kinds)}


@dataclass(frozen=True, slots=True)
class Error:
    """An answer with an error: its name in the description, when it comes, and an example."""

    name: str
    status: int
    code: str
    description: str
    message: str
    path: str = ""
    retries: bool = False

    def reference(self) -> dict[str, Any]:
        """Return a reference to the answer among the document's components."""
        return {"$ref": f"#/components/responses/{self.name}"}

    def response(self) -> dict[str, Any]:
        """Return the answer as OpenAPI describes it."""
        content: dict[str, object] = {"message": self.message, "code": self.code, "status": self.status}
        if self.path:
            field_message = self.message.removeprefix(f"{self.path}: ")
            content["details"] = [{"path": self.path, "message": field_message}]
        schema = {"$ref": "#/components/schemas/ErrorBody"}
        response: dict[str, Any] = {
            "description": self.description,
            "content": {"application/json": {"schema": schema, "example": {"error": content}}},
        }
        if self.retries:
            response["headers"] = {
                "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}
            }
        return response


ERRORS = {
    error.status: error
    for error in (
        Error(
            "BadRequest", 400, "bad-request",
            "A value is missing, of the wrong type or out of range; `details` names each.",
            "parameters.startDate: is required", "parameters.startDate",
        ),
        Error(
            "Unauthorized", 401, "unauthorized",
            "The request has no credentials, or they are not valid. A share link may need its password.",
            "Sign in first: this needs credentials.",
        ),
        Error(
            "Forbidden", 403, "forbidden",
            "The caller may not do this, or the share link does not show it (code `not-shared`). Only "
            "administrators learn whether the thing exists.",
            "You may not do this with that website.",
        ),
        Error(
            "NotFound", 404, "not-found", "There is no such thing.", "There is no such website.",
        ),
        Error(
            "Conflict", 409, "conflict",
            "The change conflicts with what exists: a name is taken, for example, or there are too many.",
            "That slug is already taken.",
        ),
        Error(
            "TooLarge", 413, "too-large", "The body is over 1 MB, or a batch has too many items.",
            "The body is over 1 MB.",
        ),
        Error(
            "QueryTooLarge", 422, "query-too-large",
            "The query needs more time or memory than allowed. There is never half an answer.",
            "The report needs more time than it may take. A shorter date range, fewer fields or steps, or a "
            "filter makes it smaller.",
        ),
        Error(
            "TooManyRequests", 429, "too-many-requests", "There were too many requests or wrong guesses.",
            "Too many failed sign-ins. Try again later.", retries=True,
        ),
        Error(
            "Overloaded", 503, "overloaded",
            "The server has as much work as it can hold; nothing was stored.",
            "Too many reports are waiting. Try again in a moment.", retries=True,
        ),
    )
}  # fmt: skip
"""Every error by its status."""

QUERY_RESPONSES: Responses = {
    200: {
        "headers": {
            "Server-Timing": {
                "description": "What the query cost: milliseconds, rows and bytes read.",
                "schema": {"type": "string"},
            }
        }
    },
    **errors(QueryTooLargeError, OverloadedError),
}
"""What routes declare that query the event store."""

NO_COST: Responses = {200: {}}
"""What a route of such a router declares if its answer does not say what its query cost."""
