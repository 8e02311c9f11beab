"""`/docs`: the reference of the API for people, made from the OpenAPI document; nothing comes from afar."""

from __future__ import annotations

from importlib.resources import files

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kokumi.api.reference.page import reference_page

router = APIRouter(prefix="/docs", include_in_schema=False)

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@router.get("")
def reference(request: Request) -> Response:
    """Return the page."""
    return _response(reference_page(request.app.openapi()), "text/html")


@router.get("/reference.css")
def style() -> Response:
    """Return how the page looks."""
    return _response(_file("reference.css"), "text/css")


@router.get("/reference.js")
def script() -> Response:
    """Return what finds routes as one types."""
    return _response(_file("reference.js"), "text/javascript")


def _file(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")


def _response(content: str, media_type: str) -> Response:
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY}
    return Response(content, media_type=media_type, headers=headers)
