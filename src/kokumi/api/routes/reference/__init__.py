"""The API reference at `/docs`: a bundled viewer (Scalar) on the OpenAPI document, `/openapi.json`.

`hatch_build.py` puts the viewer's scripts into the package; docs/decisions/0013-api-reference.md says why
this viewer, and why so.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kokumi.errors import NotFoundError

router = APIRouter(include_in_schema=False)

BUILT: Final = Path(__file__).parents[3] / "static" / "reference"
"""Where the build puts the viewer, gzipped, in a folder with the version's name."""

_ENTRY = "standalone.esm.js"
_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    # The viewer brings its styles inside its scripts, and sets some on its elements.
    "style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NOT_BUILT = "The API reference has not been built. Install Kokumi again (`make setup`), then restart it.\n"


@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """Return the OpenAPI document."""
    packed: bytes = request.app.openapi_gzipped
    return _gzipped(request, packed, "application/json", "no-cache")


@router.get("/docs")
def reference() -> Response:
    """Return the page."""
    entry = next((name for name in _scripts() if name.endswith(f"/{_ENTRY}")), None)
    if entry is None:
        return PlainTextResponse(_NOT_BUILT, 404)
    page = Template(_source("page.html")).substitute(viewer=f"/docs/viewer/{entry}")
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY}
    return Response(page, media_type="text/html", headers=headers)


@router.get("/docs/start.js")
def start() -> Response:
    """Return the script that starts the viewer."""
    return Response(_source("start.js"), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.get("/docs/viewer/{name:path}")
def viewer_script(request: Request, name: str) -> Response:
    """Return a script of the viewer.

    Raises:
        NotFoundError: this version of the viewer has no such script.
    """
    path = _scripts().get(name)
    if path is None:
        raise NotFoundError("There is nothing at this address.")
    # The path holds the version: what it names never changes.
    return _gzipped(request, path.read_bytes(), "text/javascript", "public, max-age=31536000, immutable")


@cache
def _scripts() -> Mapping[str, Path]:
    """Return the viewer's scripts by the names that the page and the scripts themselves use."""
    found = sorted(BUILT.rglob("*.js.gz"))
    return MappingProxyType({path.relative_to(BUILT).as_posix().removesuffix(".gz"): path for path in found})


def _source(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")


def _gzipped(request: Request, content: bytes, media_type: str, caching: str) -> Response:
    """Return gzipped content as it is, or unpacked if the client does not accept it so."""
    headers = {"Cache-Control": caching, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        content = gzip.decompress(content)
    return Response(content, media_type=media_type, headers=headers)
