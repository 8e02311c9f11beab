"""Whether the server is there, and what a client should know of it before anybody signs in (API.md 2.1)."""

from __future__ import annotations

from fastapi import APIRouter

from kokumi.api.wire import Ok, Wire

router = APIRouter(prefix="/api", tags=["system"])


class Config(Wire):
    """What Umami's clients ask for first; we are none of these."""

    cloud_mode: bool = False
    private_mode: bool = False
    telemetry_disabled: bool = True
    updates_disabled: bool = True


@router.get("/heartbeat")
def heartbeat() -> Ok:
    """Return that the server is there."""
    return Ok()


@router.get("/config")
def config() -> Config:
    """Return the server's public configuration."""
    return Config()
