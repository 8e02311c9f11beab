"""Reasons to refuse a connection or a request before the application sees it, and the answers."""

from __future__ import annotations

import json
from enum import StrEnum
from http import HTTPStatus


class Refusal(StrEnum):
    """A reason. Its text is the label in the metrics and the key in the log."""

    NOT_HTTP = "not-http"
    URL_TOO_LONG = "url-too-long"
    HEAD_TOO_LARGE = "head-too-large"
    BODY_TOO_LARGE = "body-too-large"
    FRAMING_TOO_LARGE = "framing-too-large"
    PIPELINE_TOO_LONG = "pipeline-too-long"
    HEAD_TOO_SLOW = "head-too-slow"
    BODY_TOO_SLOW = "body-too-slow"
    ANSWER_NOT_TAKEN = "answer-not-taken"
    TOO_MANY_CONNECTIONS = "too-many-connections"
    TOO_MANY_FROM_ADDRESS = "too-many-from-address"
    GAVE_WAY = "gave-way"


def _answer(status: HTTPStatus, code: str, message: str) -> bytes:
    """Return a whole answer that closes the connection. Its body has the form of all errors of the API."""
    body = json.dumps({"error": {"message": message, "code": code, "status": status}}).encode()
    retry = "Retry-After: 1\r\n" if status is HTTPStatus.SERVICE_UNAVAILABLE else ""
    head = (
        f"HTTP/1.1 {status} {status.phrase}\r\n"
        "Content-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Access-Control-Allow-Origin: *\r\n"
        f"{retry}Connection: close\r\n\r\n"
    )
    return head.encode() + body


_BUSY = _answer(
    HTTPStatus.SERVICE_UNAVAILABLE, "overloaded", "The server has too many connections. Try again later."
)
_SLOW = _answer(HTTPStatus.REQUEST_TIMEOUT, "bad-request", "The request did not arrive in time.")

ANSWERS = {
    Refusal.NOT_HTTP: _answer(
        HTTPStatus.BAD_REQUEST, "bad-request", "The request is not valid HTTP/1.1 or HTTP/1.0."
    ),
    Refusal.URL_TOO_LONG: _answer(
        HTTPStatus.REQUEST_URI_TOO_LONG, "too-large", "The URL is over 16 kB. Ask for less at a time."
    ),
    Refusal.HEAD_TOO_LARGE: _answer(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        "too-large",
        "The headers are over 32 kB together, or more than 100.",
    ),
    Refusal.BODY_TOO_LARGE: _answer(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "The body is over 1 MB."
    ),
    Refusal.FRAMING_TOO_LARGE: _answer(
        HTTPStatus.BAD_REQUEST,
        "bad-request",
        "The chunks of the body are too small, or its extensions and trailers are too long.",
    ),
    Refusal.HEAD_TOO_SLOW: _SLOW,
    Refusal.BODY_TOO_SLOW: _SLOW,
    Refusal.TOO_MANY_CONNECTIONS: _BUSY,
    Refusal.TOO_MANY_FROM_ADDRESS: _BUSY,
    Refusal.GAVE_WAY: _BUSY,
}
"""What the client is told, if that is possible."""
