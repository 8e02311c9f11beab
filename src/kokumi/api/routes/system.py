"""Whether the server is there and how it does, and what a client should know of it (docs/spec/wire.md)."""

from __future__ import annotations

from fastapi import APIRouter
from prometheus_client.exposition import choose_encoder
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from kokumi.api.server.authentication import AnyUser, permit
from kokumi.api.server.context import ContextOf
from kokumi.api.wire.answers import Ok
from kokumi.domain.validation import WireModel
from kokumi.metadata.access import may_read_metrics

router = APIRouter(prefix="/api", tags=["system"])
metrics_router = APIRouter(include_in_schema=False)


class Config(WireModel):
    """What Umami's clients ask for first; we are none of these."""

    cloud_mode: bool = Field(False, description="Always false: this is not Umami's cloud.")
    private_mode: bool = Field(False, description="Always false.")
    telemetry_disabled: bool = Field(True, description="Always true: nothing is reported to anyone.")
    updates_disabled: bool = Field(True, description="Always true: the server does not look for updates.")


@router.get("/heartbeat")
async def heartbeat() -> Ok:
    """Return that the server is there.

    Asynchronous, so that it does not wait for a thread: whoever asks would take a busy server for a dead one.
    """
    return Ok()


@router.get("/config")
def config() -> Config:
    """Return the server's public configuration."""
    return Config()


@metrics_router.get("/metrics")
def metrics(request: Request, caller: AnyUser, context: ContextOf) -> Response:
    """Return what was counted and timed since the start, in the format that Prometheus asks for."""
    permit(may_read_metrics(caller))
    encode, content_type = choose_encoder(request.headers.get("accept", ""))
    return Response(
        encode(context.metrics.registry), media_type=content_type, headers={"Cache-Control": "no-store"}
    )
