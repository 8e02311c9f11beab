"""The dashboard's built files, served at `/` to whoever asks for what no route answers."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kokumi.api.server.embedding import embedding_origins

BUILT = Path(__file__).parents[2] / "static" / "dashboard"
"""Where the package's build puts the dashboard."""

_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; "
    # Mantine and the charts set styles on their elements.
    "style-src 'self' 'unsafe-inline'; "
    # A chart taken away as a picture is a data address first.
    "img-src 'self' data: blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors "
)
_PAGE = "index.html"
_HASHED = "assets/"
"""Files in here have their content's hash in their name: a name never stands for anything else."""

_TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt"})
_NOT_BUILT = "The dashboard has not been built. Install Kokumi again (`make setup`), then restart it.\n"


@dataclass(frozen=True)
class _File:
    """A built file, kept in memory once it was asked for."""

    name: str
    path: Path

    @cached_property
    def content(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def packed(self) -> bytes | None:
        """The content gzipped, if that makes it smaller."""
        if self.path.suffix not in _TEXT:
            return None
        packed = gzip.compress(self.content, mtime=0)
        return packed if len(packed) < len(self.content) else None

    def response(self, request: Headers, embedded_by: Sequence[str] = ()) -> Response:
        """Return the answer; the origins may show it in a frame."""
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable"
            if self.name.startswith(_HASHED)
            else "no-cache",
            "Content-Security-Policy": _POLICY + (" ".join(embedded_by) or "'none'"),
            "Vary": "Accept-Encoding",
        }
        media_type = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        body = self.content
        if self.packed is not None and "gzip" in request.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = self.packed
        return Response(body, media_type=media_type, headers=headers)


class Dashboard:
    """An ASGI application: a built file by its name, else the page, whose script reads the address itself.

    What it leaves to `otherwise`: methods that do not read, `/api/…`, and names of files that are not there.
    """

    def __init__(self, otherwise: ASGIApp, folder: Path = BUILT) -> None:
        self._otherwise = otherwise
        self._files = _files(folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._response(Request(scope)) if scope["type"] == "http" else None
        await (response or self._otherwise)(scope, receive, send)

    async def _response(self, request: Request) -> Response | None:
        name = request.url.path.removeprefix("/")
        if request.method not in {"GET", "HEAD"} or name == "api" or name.startswith("api/"):
            return None
        found = self._files.get(name)
        if found is None and "." not in PurePosixPath(name).name:
            found = self._files.get(_PAGE)
            if found is None:
                return PlainTextResponse(_NOT_BUILT, 404)
            return found.response(request.headers, await embedding_origins(request))
        return None if found is None else found.response(request.headers)


def _files(folder: Path) -> Mapping[str, _File]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return MappingProxyType({name: _File(name, path) for name, path in names.items()})
