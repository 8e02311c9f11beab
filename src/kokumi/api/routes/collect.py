"""What trackers and servers send events to, and the tracker itself (docs/spec/wire.md#sending-events).

The routes take the request as it is: with the framework's dependencies an event would cost a third more.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Coroutine, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kokumi.api.server.authentication import API_KEY_HEADER, bearer
from kokumi.api.server.body import read_json
from kokumi.api.server.client_address import client_info
from kokumi.api.server.context import Context, app_context
from kokumi.api.server.errors import ErrorBody, error_body
from kokumi.api.server.responses import errors
from kokumi.collect.collector import MAX_BATCH, Accepted, Ignored, Outcome
from kokumi.collect.payload import Kind
from kokumi.collect.place import ClientInfo
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.errors import CallerError, ForbiddenError, OverloadedError


class Direct(APIRoute):
    """A route whose function is given the request as it is, without the framework's dependencies."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the function itself."""
        handler: Callable[[Request], Coroutine[Any, Any, Response]] = self.endpoint
        return handler


router = APIRouter(tags=["collect"], route_class=Direct)

MAX_DETAILS = 100
"""How many of a batch's failures are told in full; all are counted."""

_FOR_READERS = re.compile(rb"^\s*(//.*\n\s*)*", re.MULTILINE)


class Sent(WireModel):
    """It is stored; `cache` may be sent back as the header `x-umami-cache`.

    The ids are the stored ones for senders who may edit the website and for trusted addresses. For everybody
    else they are public ids, always the same for one visitor, which no other route accepts.
    """

    cache: str = Field(description="Send it back as the header `x-umami-cache` with the next event.")
    session_id: UUID = Field(description="The visitor's session; to strangers, a public id of it.")
    visit_id: UUID = Field(description="The event's visit; to strangers, a public id of it.")


class NotStored(WireModel):
    """It is not stored, as intended: a bot, or a path that is not counted."""

    beep: str = Field("boop", description="Always `boop`.")


class Failure(WireModel):
    """One of a batch that is not stored, and what was wrong with it."""

    index: int = Field(description="Position in the batch, from 0.")
    response: ErrorBody = Field(description="What was wrong with it.")


class SentBatch(SparseModel):
    """What became of a batch: `details` has the first 100 that failed, `cache` that of the first stored."""

    size: int = Field(description="Events in the batch.")
    processed: int = Field(description="Events that were stored, or left out on purpose.")
    errors: int = Field(description="Events that failed.")
    details: list[Failure] = Field(description=f"The first {MAX_DETAILS} events that failed.")
    cache: str | None = Field(
        None, description="As in the answer of `/api/send`, from the first event that was stored."
    )


_TEXTS = {
    "hostname": "The host of the page.",
    "language": "The browser's language.",
    "referrer": "The address of the page before.",
    "screen": "The screen's size, such as `1920x1080`.",
    "title": "The page's title.",
    "url": "The page's address or path.",
    "name": "The name of a custom event. Default: a page view.",
    "tag": "A word to tell versions of a page apart.",
    "id": "An id that the website knows the visitor by.",
}
_SUBMISSION: dict[str, object] = {
    "type": "object",
    "required": ["type", "payload"],
    "properties": {
        "type": {
            "type": "string",
            "enum": [kind.value for kind in Kind],
            "description": "An event, an id or properties of a visitor, or how fast a page was.",
        },
        "payload": {
            "type": "object",
            "description": "What happened.",
            "required": ["website"],
            "properties": {
                "website": {"type": "string", "format": "uuid", "description": "The website's id."},
                **{name: {"type": "string", "description": text} for name, text in _TEXTS.items()},
                "data": {"type": "object", "description": "Properties of the event or of the visitor."},
                "timestamp": {"type": "integer", "description": "Seconds since 1970. Default: now."},
            },
        },
    },
}


def _documented(schema: dict[str, object]) -> dict[str, object]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


@router.post(
    "/api/send",
    response_model=Sent | NotStored,
    responses=errors(ForbiddenError, OverloadedError),
    openapi_extra=_documented(_SUBMISSION),
)
async def send(request: Request) -> Response:
    """Store an event, what a visitor is known by, or how fast a page was; answered once it is durable."""
    context = await app_context(request)
    try:
        outcome = await context.collector.send(await read_json(request), _client(request, context))
    except CallerError as error:
        context.metrics.sent(error)
        raise
    context.metrics.sent(outcome)
    return JSONResponse(_answer(outcome))


@router.post(
    "/api/batch",
    response_model=SentBatch,
    responses=errors(OverloadedError),
    openapi_extra=_documented({"type": "array", "maxItems": MAX_BATCH, "items": _SUBMISSION}),
)
async def batch(request: Request) -> Response:
    """Store a list of what `/api/send` takes, each on its own."""
    context = await app_context(request)
    outcomes = await context.collector.batch(await read_json(request), _client(request, context))
    for outcome in outcomes:
        context.metrics.sent(outcome)
    failed = [(index, each) for index, each in enumerate(outcomes) if isinstance(each, CallerError)]
    overloaded = next((each for _, each in failed if isinstance(each, OverloadedError)), None)
    if overloaded is not None and len(failed) == len(outcomes):
        raise overloaded  # nothing is stored, so all of it may be sent again
    content: dict[str, object] = {
        "size": len(outcomes),
        "processed": len(outcomes) - len(failed),
        "errors": len(failed),
        "details": [{"index": index, "response": _error(error)} for index, error in failed[:MAX_DETAILS]],
    }
    return JSONResponse(content | _cache(outcomes))


@router.get("/script.js", include_in_schema=False)
async def script(request: Request) -> Response:
    """Return the tracker that pages load."""
    headers = {
        "Cache-Control": "public, max-age=86400",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Vary": "Accept-Encoding",
    }
    content = tracker()
    if "gzip" in request.headers.get("accept-encoding", ""):
        content = _compressed()
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type="text/javascript")


@cache
def tracker() -> bytes:
    """Return the tracker's script without its indentation and the lines that are comments."""
    source = (files("kokumi.collect") / "tracker" / "script.js").read_bytes()
    return _FOR_READERS.sub(b"", source)


@cache
def _compressed() -> bytes:
    return gzip.compress(tracker(), mtime=0)


def _answer(outcome: Outcome) -> dict[str, str]:
    if isinstance(outcome, Accepted):
        return {
            "cache": outcome.cache,
            "sessionId": str(outcome.session_id),
            "visitId": str(outcome.visit_id),
        }
    return {"beep": "boop"}


def _cache(outcomes: Sequence[Outcome | CallerError]) -> dict[str, object]:
    """Return the first cache there is; null where nothing went well, and no key where all were bots."""
    stored = next((each for each in outcomes if isinstance(each, Accepted)), None)
    if stored is not None:
        return {"cache": stored.cache}
    return {} if any(isinstance(each, Ignored) for each in outcomes) else {"cache": None}


def _error(error: CallerError) -> dict[str, object]:
    return error_body(error.code, error.message, error.details).model_dump(exclude_none=True)


def _client(request: Request, context: Context) -> ClientInfo:
    shown = bearer(request), request.headers.get(API_KEY_HEADER)
    return client_info(request, context.senders.authority(*shown))
