"""What the description of the API says in words: groups of routes, errors, credentials, common parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

INTRODUCTION = """\
Web and product analytics, over the wire format of Umami's API.

Bodies are JSON. Names of fields and enums are accepted in camel, kebab and snake case; unknown fields are
ignored. Instants in answers are UTC (`2025-10-01T07:00:00Z`), counts and sums are numbers.

A request is checked in this order: first the credentials (401), then the body and the query (400), then
permission. A website that does not exist is 404 for administrators and 403 for everyone else, as is one
that the caller may not see. A malformed id in a path is 404. A method that a path does not know is 405.
"""

TAGS: list[dict[str, str]] = [
    {"name": "reports", "description": "Questions about a website's events, all filtered alike."},
    {"name": "saved reports", "description": "A report's parameters under a name, and running it by its id."},
    {"name": "segments", "description": "Conditions that a website keeps under a name, to filter reports by: "
     "segments choose events, cohorts choose visitors by something they did."},
    {"name": "statistics", "description": "Figures, lists and series of a website, as its pages show them."},
    {"name": "websites", "description": "Websites: who they belong to, and since when their events count."},
    {"name": "share links", "description": "Public, read-only views of a website, or of one report of it."},
    {"name": "collect", "description": "What trackers and servers send events to; no credentials needed."},
    {"name": "sign in", "description": "Tokens for a name and a password."},
    {"name": "me", "description": "The user who is asking."},
    {"name": "API keys", "description": "Credentials for programs, some of which only read."},
    {"name": "users", "description": "Users, for administrators."},
    {"name": "teams", "description": "Groups of users who share websites."},
    {"name": "administration", "description": "Lists of everything, for administrators."},
    {"name": "system", "description": "Whether the server is there, and how it is set up."},
]  # fmt: skip
"""The groups of routes, in the order in which they are shown."""

SECURITY: dict[str, dict[str, str]] = {
    "signIn": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token of `POST /api/auth/login`, or an API key.",
    },
    "apiKey": {
        "type": "apiKey",
        "in": "header",
        "name": "x-umami-api-key",
        "description": "An API key, made with `POST /api/me/api-keys`.",
    },
    "shareLink": {
        "type": "apiKey",
        "in": "header",
        "name": "x-umami-share-token",
        "description": "The token of `GET /api/share/{slug}`: may look at what the link opens.",
    },
}

PARAMETERS = {
    "page": "Which page of the list; one past the end is empty.",
    "pageSize": "How many rows a page has; over 1 000 is served as 1 000.",
    "search": "Only rows that contain this text, whatever the case.",
    "includeTeams": "Also websites of teams that the user is in: any text but `false` and `0`.",
    "website_id": "The website's id.",
    "websiteId": "The website's id.",
    "segment_id": "The id of the segment or cohort.",
    "report_id": "The saved report's id.",
    "user_id": "The user's id.",
    "team_id": "The team's id.",
    "key_id": "The API key's id.",
    "share_id": "The share link's id.",
    "event_id": "The event's id.",
    "session_id": "The session's id.",
    "slug": "The last part of the share link's address.",
}
"""Parameters of paths and queries that mean the same everywhere."""


@dataclass(frozen=True, slots=True)
class Error:
    """An answer with an error: what it is called in the description, when it comes, and a sample."""

    name: str
    status: int
    code: str
    description: str
    message: str
    path: str = ""
    retries: bool = False

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
            "No credentials, or ones that are not, or no longer, valid.",
            "Sign in first: this needs credentials.",
        ),
        Error(
            "Forbidden", 403, "forbidden",
            "The caller may not do this, or there is no such thing and only administrators are told.",
            "You may not do this with that website.",
        ),
        Error(
            "NotFound", 404, "not-found", "There is no such thing.", "There is no such website.",
        ),
        Error(
            "Conflict", 409, "conflict",
            "It clashes with what is there, such as a name that is taken.",
            "That slug is already taken.",
        ),
        Error("TooLarge", 413, "too-large", "The body is over 1 MB.", "The body is over 1 MB."),
        Error(
            "QueryTooLarge", 422, "query-too-large",
            "The question needs more time or memory than it may take; there is never half an answer.",
            "The report needs more time than it may take. A shorter date range, fewer fields or steps, or a "
            "filter makes it smaller.",
        ),
        Error(
            "TooManyRequests", 429, "too-many-requests", "The caller should slow down.",
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
