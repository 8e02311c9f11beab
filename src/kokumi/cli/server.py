"""The server process: its lock, its port, its first user, and a stop that loses nothing."""

from __future__ import annotations

import gc
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from rich.text import Text

from kokumi.api.server.context import Context
from kokumi.app import Kokumi, create_api
from kokumi.cli.console import remarks
from kokumi.cli.http.connections import Connections
from kokumi.cli.http.limits import ConnectionLimits, limits_of
from kokumi.cli.http.protocol import limited_protocol
from kokumi.cli.lock import DataLock
from kokumi.cli.logs import set_up_logs
from kokumi.cli.opening import open_program
from kokumi.errors import SetupError
from kokumi.settings import Settings

_BACKLOG = 2048
_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_GRACE_SECONDS = 30
"""How long requests under way may take to end once the server is told to stop."""


def run(settings: Settings) -> None:
    """Serve until the process is told to stop.

    Raises:
        SetupError: it cannot start as it is set up.
    """
    set_up_logs(settings)
    limits = limits_of(settings)
    with open_program(settings) as (kokumi, lock), _listen(settings) as listener:
        _run(kokumi, listener, lock, limits)


class _Server(uvicorn.Server):
    """Says where it is found once it is."""

    def __init__(self, config: uvicorn.Config, lock: DataLock, address: str) -> None:
        super().__init__(config)
        self._lock = lock
        self._address = address

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop gracefully when told to, and leave it at that: the stores have yet to be closed.

        The original sends itself the signal again at the end, which would kill the process then and there.
        """
        before = {each: signal.signal(each, self.handle_exit) for each in _STOP_SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # What is loaded by now stays: looking through all of it for garbage would hold up requests.
        gc.collect()
        gc.freeze()
        if not self.should_exit:
            self._lock.write_holder(self._address)
            remarks.print(Text.assemble("Kokumi serves at ", (self._address, "bold")))


def _run(kokumi: Kokumi, listener: socket.socket, lock: DataLock, limits: ConnectionLimits) -> None:
    api = create_api(kokumi)
    context: Context = api.state.context
    connections = Connections(limits, context.metrics.refused)
    context.metrics.watch_connections(lambda: len(connections))
    config = uvicorn.Config(
        api,
        http=limited_protocol(connections),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    _Server(config, lock, _address(listener)).run([listener])
    connections.log_refusals()


def _listen(settings: Settings) -> socket.socket:
    try:
        found = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        family, _, _, _, address = found[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SetupError(
            f"KOKUMI_HOST, KOKUMI_PORT: cannot listen on {settings.host}:{settings.port}: {_reason(error)}"
        ) from None


def _reason(error: OSError) -> str:
    """Return the system's word for it; Python's own repeats the address."""
    return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror or error)


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
