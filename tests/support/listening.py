"""The server's own HTTP protocol with limits of a test's choice, before a small application."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import uvicorn
from starlette.types import Receive, Scope, Send

from kokumi.cli.http.connections import Connections
from kokumi.cli.http.limits import ConnectionLimits
from kokumi.cli.http.protocol import limited_protocol
from kokumi.cli.http.refusals import Refusal

LIMITS = ConnectionLimits(connections=1000, from_one_address=1000)
LARGE = 4_000_000
"""Bytes of the answer at `/large`."""

_PATIENCE = 30.0
_SMALL_BUFFER = 65_536


@dataclass
class Application:
    """Answers what it was asked; `/hold` is answered once somebody asks for `/release`."""

    seen: list[str] = field(default_factory=list)
    left: int = 0
    """Requests whose client left before they were read."""
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self.seen.append(scope["path"])
        match scope["path"]:
            case "/early":
                await _answer(send, 413, b"too large")
            case "/large":
                await _answer(send, 200, b"x" * LARGE)
            case "/hold":
                await self._hold(receive, send)
            case "/release":
                self._released.set()
                await _answer(send, 200, b"")
            case _:
                await self._echo(scope, receive, send)

    async def _hold(self, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        leaving = asyncio.ensure_future(receive())
        released = asyncio.ensure_future(self._released.wait())
        await asyncio.wait((leaving, released), return_when=asyncio.FIRST_COMPLETED)
        self.left += leaving.done()
        for task in (leaving, released):
            task.cancel()
        await _answer(send, 200, b"held")

    async def _echo(self, scope: Scope, receive: Receive, send: Send) -> None:
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.left += 1
                return
            size += len(message["body"])
            more = message["more_body"]
        names = [name.decode() for name, _ in scope["headers"]]
        await _answer(send, 200, json.dumps({"path": scope["path"], "headers": names, "body": size}).encode())


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@dataclass
class Listening:
    """A server in a thread of this process."""

    port: int
    connections: Connections
    application: Application
    refused: Counter[Refusal]
    _server: uvicorn.Server

    def connect(self, sent: bytes = b"", *, source: str = "127.0.0.1", buffer: int = 0) -> socket.socket:
        """Return a connection over which this was sent."""
        connection = socket.socket()
        connection.settimeout(_PATIENCE)
        if buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        connection.bind((source, 0))
        connection.connect(("127.0.0.1", self.port))
        connection.sendall(sent)
        return connection

    def ask(self, sent: bytes, *, source: str = "127.0.0.1") -> bytes:
        """Return all that comes back until the server closes the connection."""
        with self.connect(sent, source=source) as connection:
            return rest(connection)

    def in_loop(self, action: Callable[[float], object], later: float = 0.0) -> None:
        """Run something between two steps of the server, at its time and so many seconds later."""
        done = threading.Event()

        def run() -> None:
            action(self._loop.time() + later)
            done.set()

        self._loop.call_soon_threadsafe(run)
        assert done.wait(_PATIENCE)

    def forget(self) -> None:
        """Begin to count anew."""
        self.application.seen.clear()
        self.refused.clear()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let the server go on until something is so."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < deadline
            self.in_loop(lambda _now: None)

    def wait_for_requests(self, number: int) -> None:
        """Let the server go on until so many requests have come."""
        self.wait_until(lambda: len(self.application.seen) >= number)

    @property
    def _loop(self) -> asyncio.AbstractEventLoop:
        return self._server.servers[0].get_loop()


def rest(connection: socket.socket) -> bytes:
    """Return what still comes until the other end closes."""
    received = bytearray()
    try:
        while data := connection.recv(1_000_000):
            received += data
    except ConnectionError:
        pass
    return bytes(received)


def answer(connection: socket.socket) -> bytes:
    """Return one answer, whose length its head tells."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(10_000)
    head, _, body = received.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(10_000)
    return head.split(b"\r\n")[0] + b"|" + body


@contextmanager
def listening(limits: ConnectionLimits = LIMITS, **changes: object) -> Iterator[Listening]:
    """Run a server with these limits until the end of the block."""
    refused: Counter[Refusal] = Counter()
    connections = Connections(replace(limits, **changes), lambda refusal: refused.update([refusal]))  # type: ignore[arg-type]
    application = Application()
    config = uvicorn.Config(
        application,
        http=limited_protocol(connections),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0), backlog=1000) as listener:
        # What a client does not take stays with the server, not with the system.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SMALL_BUFFER)
        port = listener.getsockname()[1]
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            made = Listening(port, connections, application, refused, server)
            made.ask(b"GET /start HTTP/1.0\r\n\r\n")
            made.forget()
            yield made
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)
