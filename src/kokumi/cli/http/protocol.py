"""uvicorn's HTTP protocol with limits: the one module that depends on uvicorn's internals.

docs/decisions/0011-limits-of-http.md says why. Each connection has two states: what it is expected to send
next (`_Reading`), and whether one of its requests is being answered. They decide how long it may take.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, ClassVar

import httptools
from uvicorn._types import ASGI3Application
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from kokumi.api.server.body import MAX_BYTES
from kokumi.cli.http.connections import Connections
from kokumi.cli.http.limits import (
    MAX_BODY_BYTES,
    MAX_FRAMING_BYTES,
    MAX_HEAD_BYTES,
    MAX_HEADERS,
    MAX_PIPELINED,
    MAX_URL_BYTES,
)
from kokumi.cli.http.refusals import ANSWERS, Refusal

_PIECE = 16_384
"""Bytes that are parsed before limits are looked at again."""

_SEPARATORS = 4
"""Bytes of a header line that are neither name nor value."""

_MIN_TAKEN = 32_768
"""Bytes of an answer that a client has to take in each period of `send_seconds`."""

_VERSIONS = frozenset({"1.0", "1.1"})


class _Reading(Enum):
    """What a connection is expected to send next."""

    IDLE = auto()
    """A request, of which nothing has come."""
    HEAD = auto()
    BODY = auto()
    UPGRADE = auto()
    """Another protocol, which is not supported: it is not read, and the connection ends with the answer."""
    LINGERING = auto()
    """Nothing: the connection was refused, and what it sends is dropped."""


class _RefusedError(Exception):
    """Stops the parser."""


def limited_protocol(connections: Connections) -> type[asyncio.Protocol]:
    """Return the protocol class for the connections of one server."""

    class _Bound(LimitedProtocol):
        registry = connections

    return _Bound


class LimitedProtocol(HttpToolsProtocol):
    """One connection."""

    registry: ClassVar[Connections]

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.url = b""
        self._limits = self.registry.limits
        self._reading = _Reading.IDLE
        self._deadline = math.inf
        self._answered: RequestResponseCycle | None = None
        self._refusal: Refusal | None = None
        self._head_bytes = 0
        self._body_bytes = 0
        self._framing_bytes = 0
        self._delivered = 0
        self._dropped = 0
        self._unsent = 0
        self._take_until = math.inf

    @property
    def host(self) -> str:
        """The address of the client; empty if it is gone already."""
        return self.client[0] if self.client else ""

    # The connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        self._deadline = self.loop.time() + self._limits.head_seconds
        refusal = self.registry.admit(self, self.loop)
        if refusal is not None:
            self._refuse(refusal)

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_requests()
        super().connection_lost(exc)
        self._unset_keepalive_if_required()
        self.registry.leave(self)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._unsent = 0

    def check(self, now: float) -> None:
        """End the connection if the client took too long."""
        if now >= self._deadline:
            self._expire(now)
        self._check_sending(now)

    def give_way(self) -> None:
        """Close the connection because another needs its place. A client in mid-request is told."""
        if self._reading in {_Reading.HEAD, _Reading.BODY} and self._may_answer():
            self.transport.write(ANSWERS[Refusal.GAVE_WAY])
        self._forget_requests()
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            self.transport.close()

    def abort(self) -> None:
        """End the connection at once."""
        self.transport.abort()

    # What is received

    def data_received(self, data: bytes) -> None:
        if self._reading is _Reading.LINGERING:
            self._drop(len(data))
            return
        self._unset_keepalive_if_required()
        if self._reading is _Reading.IDLE:
            self._begin_head()
        for piece in _pieces(data):
            if self._reading in {_Reading.LINGERING, _Reading.UPGRADE} or self.transport.is_closing():
                return
            self._parse(piece)

    def _parse(self, piece: bytes) -> None:
        was_body = self._reading is _Reading.BODY
        self._delivered = 0
        try:
            self.parser.feed_data(piece)
        except httptools.HttpParserUpgrade:
            # What follows is not HTTP any more, and nothing here reads it.
            self.cycle.keep_alive = False
            self._reading = _Reading.UPGRADE
            self.flow.pause_reading()
        except httptools.HttpParserError:
            self._refuse(self._refusal or Refusal.NOT_HTTP)
        else:
            self._measure(len(piece), was_body=was_body)

    def _measure(self, size: int, *, was_body: bool) -> None:
        """Refuse an unfinished head or body that is over a limit."""
        if self._reading is _Reading.HEAD:
            self._head_bytes += size
            if len(self.url) > MAX_URL_BYTES:
                self._refuse(Refusal.URL_TOO_LONG)
            elif self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(Refusal.HEAD_TOO_LARGE)
        elif self._reading is _Reading.BODY and was_body:
            self._body_bytes += self._delivered
            self._framing_bytes += size - self._delivered
            if self._framing_bytes > MAX_FRAMING_BYTES:
                self._refuse(Refusal.FRAMING_TOO_LARGE)
            elif self._body_bytes > MAX_BODY_BYTES:
                self._refuse(Refusal.BODY_TOO_LARGE)
            else:
                # The application keeps no more of a body than its limit.
                self.registry.hold(self, min(self._body_bytes, MAX_BYTES))

    # What the parser finds

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._reading is _Reading.IDLE:  # the next request came in one piece with the last
            self._begin_head()
        self._head_bytes = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._reading is _Reading.BODY:
            # A trailer. Proxies do not filter trailers as they do headers, so it must not count as a header.
            return
        if len(self.headers) >= MAX_HEADERS:
            self._stop(Refusal.HEAD_TOO_LARGE)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if len(self.url) > MAX_URL_BYTES:
            self._stop(Refusal.URL_TOO_LONG)
        size = len(self.url)
        for name, value in self.headers:
            size += len(name) + len(value) + _SEPARATORS
            if name == b"transfer-encoding" and not self._is_chunked(value):
                self._stop(Refusal.NOT_HTTP)
        if size > MAX_HEAD_BYTES:
            self._stop(Refusal.HEAD_TOO_LARGE)
        if self.parser.get_http_version() not in _VERSIONS:
            self._stop(Refusal.NOT_HTTP)
        if len(self.pipeline) >= MAX_PIPELINED:
            self._stop(Refusal.PIPELINE_TOO_LONG)
        super().on_headers_complete()
        self._reading = _Reading.BODY
        self._body_bytes = self._framing_bytes = 0
        self._deadline = self.loop.time() + self._limits.body_seconds

    def on_body(self, body: bytes) -> None:
        self._delivered += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self.registry.release(self)
        self._reading = _Reading.IDLE
        if self._is_answering():
            self._deadline = math.inf
            self.registry.work(self)
        else:
            self._rest()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self._is_answering():
            self._rest()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._answered = cycle
        super()._start_asgi_task(cycle, app)

    def _is_chunked(self, encoding: bytes) -> bool:
        return encoding.strip().lower() == b"chunked" and self.parser.get_http_version() == "1.1"

    # How long it may take

    def _begin_head(self) -> None:
        self._reading = _Reading.HEAD
        self._head_bytes = 0
        self._deadline = self.loop.time() + self._limits.head_seconds

    def _rest(self) -> None:
        """Wait for the client. None of its requests is being answered."""
        self.registry.wait(self)
        if self._reading is _Reading.IDLE:
            self._deadline = self.loop.time() + self._limits.idle_seconds
        elif self._reading is _Reading.HEAD:
            self._deadline = self.loop.time() + self._limits.head_seconds

    def _expire(self, now: float) -> None:
        match self._reading:
            case _Reading.HEAD if self._is_answering():
                self._deadline = now + self._limits.head_seconds
            case _Reading.BODY if self.flow.read_paused:  # it is the server that does not read
                self._deadline = now + self._limits.body_seconds
            case _Reading.HEAD:
                self._refuse(Refusal.HEAD_TOO_SLOW)
            case _Reading.BODY:
                self._refuse(Refusal.BODY_TOO_SLOW)
            case _Reading.IDLE:
                self._deadline = math.inf
                self.transport.close()
            case _Reading.LINGERING:
                self.transport.abort()
            case _Reading.UPGRADE:
                self._deadline = math.inf

    def _check_sending(self, now: float) -> None:
        unsent = self.transport.get_write_buffer_size()
        if not unsent:
            self._unsent = 0
        elif not self._unsent or unsent > self._unsent:
            self._expect_taking(unsent, now)
        elif now >= self._take_until:
            if self._unsent - unsent >= _MIN_TAKEN:
                self._expect_taking(unsent, now)
            else:
                self._refuse(Refusal.ANSWER_NOT_TAKEN)

    def _expect_taking(self, unsent: int, now: float) -> None:
        self._unsent = unsent
        self._take_until = now + self._limits.send_seconds

    # Refusals

    def _stop(self, refusal: Refusal) -> None:
        """Leave the parser from within one of its callbacks."""
        self._refusal = refusal
        raise _RefusedError

    def _refuse(self, refusal: Refusal) -> None:
        """Close the connection. The client is told why, unless it is in the middle of another answer."""
        self.registry.refused(refusal)
        answer = ANSWERS.get(refusal) if self._may_answer() else None
        self._forget_requests()
        if answer is None:
            self.transport.abort()
            return
        self.transport.write(answer)
        # Closing now would reset the connection while the client sends, and it would not see the answer.
        self.transport.write_eof()
        self.flow.resume_reading()
        self._reading = _Reading.LINGERING
        self._deadline = self.loop.time() + self._limits.linger_seconds
        self.registry.linger(self)

    def _may_answer(self) -> bool:
        if self.transport.is_closing() or self.pipeline:
            return False
        if self._reading is _Reading.BODY:
            return not self.cycle.response_started
        return not self._is_answering()

    def _is_answering(self) -> bool:
        return self._answered is not None and not self._answered.response_complete

    def _forget_requests(self) -> None:
        """Tell the application that nobody waits for its answer any more."""
        self.pipeline.clear()
        if self._answered is not None and not self._answered.response_complete:
            self._answered.disconnected = True
            self._answered.message_event.set()
            self.flow.resume_writing()

    def _drop(self, size: int) -> None:
        self._dropped += size
        if self._dropped > MAX_BODY_BYTES:
            self.transport.abort()


def _pieces(data: bytes) -> Iterator[bytes]:
    if len(data) <= _PIECE:
        yield data
        return
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]
