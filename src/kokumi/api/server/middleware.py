"""What surrounds every request: its id, its log line, security headers, the answer to our own faults."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kokumi.api.server.errors import server_error_response
from kokumi.api.server.metrics import Metrics

_log = structlog.get_logger("kokumi.http")

_CROSS_ORIGIN = (
    ("Access-Control-Allow-Origin", "*"),
    # The star does not stand for Authorization.
    ("Access-Control-Allow-Headers", "*, Authorization"),
    ("Access-Control-Allow-Methods", "GET, DELETE, POST, PUT"),
    ("Access-Control-Expose-Headers", "Retry-After, Server-Timing, X-Request-Id"),
    ("Access-Control-Max-Age", "86400"),
)
"""Any page may call: credentials are headers that a page sets itself, never cookies (docs/spec/wire.md)."""

_API = (("Cache-Control", "no-cache, no-store"), *_CROSS_ORIGIN)
_EVERYWHERE = (
    # Pages have policies of their own; whatever else a browser is led to open shows and runs nothing.
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
"""Strict-Transport-Security is for the proxy to say, which alone knows of TLS (docs/reverse-proxy.md)."""

_NO_FRAME = ("X-Frame-Options", "DENY")
"""For browsers that do not know the policy, which says the same."""

_PREFIX = "/api/"
_FREQUENT = frozenset({"/api/send", "/api/batch", "/api/heartbeat"})
"""Paths that are answered so often that a good answer is logged at level debug only."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""Any word may stand for a method; others are not told apart."""

_FIRST_ERROR = 400


@dataclass(slots=True)
class _Exchange:
    """A request under way, and the status of its answer once it has begun."""

    scope: Scope
    method: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    started: float = field(default_factory=time.perf_counter)
    status: int = 0

    @property
    def path(self) -> str:
        path = self.scope["path"]
        return path if isinstance(path, str) else ""

    @property
    def route(self) -> str | None:
        """The route's template, not the path: paths hold the slugs of share links."""
        path = getattr(self.scope.get("route"), "path", None)
        return path if isinstance(path, str) else None

    @property
    def is_api(self) -> bool:
        return self.path.startswith(_PREFIX)


class RequestMiddleware:
    """Wraps the application in what every request gets."""

    def __init__(self, application: ASGIApp, metrics: Metrics) -> None:
        self._application = application
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        exchange = _Exchange(_as_get(scope), _known_method(scope["method"]))

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                _add_headers(MutableHeaders(scope=message), exchange)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=exchange.id):
            try:
                await self._serve(exchange, receive, send_on)
            except Exception:
                _log.exception("request failed")
                if exchange.status:
                    raise  # it is too late for another answer: the connection has to break
                await server_error_response()(scope, receive, send_on)
            finally:
                seconds = time.perf_counter() - exchange.started
                self._metrics.answered(exchange.route, exchange.method, exchange.status, seconds)
                _log_line(exchange, seconds)

    async def _serve(self, exchange: _Exchange, receive: Receive, send: Send) -> None:
        if exchange.method == "OPTIONS" and exchange.is_api:
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self._application(exchange.scope, receive, send)


def _known_method(method: str) -> str:
    return method if method in _METHODS else "other"


def _as_get(scope: Scope) -> Scope:
    """Return the scope of a HEAD request as that of a GET, to which the server answers without the body."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _add_headers(headers: MutableHeaders, exchange: _Exchange) -> None:
    headers["X-Request-Id"] = exchange.id
    _default(headers, _EVERYWHERE)
    if headers["Content-Security-Policy"].endswith("frame-ancestors 'none'"):
        _default(headers, (_NO_FRAME,))
    if exchange.is_api:
        _default(headers, _API)


def _default(headers: MutableHeaders, values: Iterable[tuple[str, str]]) -> None:
    for name, value in values:
        headers.setdefault(name, value)


def _log_line(exchange: _Exchange, seconds: float) -> None:
    """Log the route, not the path; and not the query, which holds anything."""
    is_quiet = exchange.path in _FREQUENT and exchange.status < _FIRST_ERROR
    (_log.debug if is_quiet else _log.info)(
        "request",
        method=exchange.method,
        route=exchange.route,
        status=exchange.status,
        milliseconds=round(seconds * 1000, 1),
    )
