"""The limits of connections, and how many connections this process may have."""

from __future__ import annotations

import resource
from dataclasses import dataclass

from kokumi.errors import SetupError
from kokumi.settings import Network, Settings

MAX_URL_BYTES = 16_384
MAX_HEAD_BYTES = 32_768
"""Request line and headers together."""

MAX_HEADERS = 100
MAX_BODY_BYTES = 33_000_000
"""Nothing over 1 MB is kept (`kokumi.api.server.body`); the rest is dropped, so the client sees the error."""

MAX_FRAMING_BYTES = 131_072
"""What a chunked body may have besides its content: sizes of chunks, extensions and trailers."""

MAX_PIPELINED = 16
"""Requests that may wait on one connection while an earlier one is answered."""

MAX_DEFAULT_CONNECTIONS = 4096
_FILES_OF_THE_REST = 256
"""Files that the stores and the program need, besides connections."""

_SHARE_OF_ONE_ADDRESS = 8
_FEWEST_FROM_ONE_ADDRESS = 16


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """How many connections may be open, and how many seconds each step of a connection may take."""

    connections: int
    from_one_address: int
    """Trusted proxies have no such limit."""

    trusted: tuple[Network, ...] = ()
    head_seconds: float = 10.0
    """From the opening to the first byte, and from the first byte of a request to the end of its headers."""

    body_seconds: float = 30.0
    """From the end of the headers to the end of the body."""

    idle_seconds: float = 5.0
    """From an answer to the next request."""

    unfinished_bytes: int = 64_000_000
    """Bytes of bodies that are in memory because their end has not come, of all connections together."""

    send_seconds: float = 30.0
    """Time in which a client has to read at least 32 kB of an answer, or all of it."""

    linger_seconds: float = 2.0
    """How long a refused client is read from, so that it sees the error."""


def limits_of(settings: Settings) -> ConnectionLimits:
    """Return the limits of a server with these settings, and raise the process's limit of open files.

    Raises:
        SetupError: the process cannot open enough files for `KOKUMI_CONNECTIONS`.
    """
    files = raise_file_limit()
    connections = settings.connections or min(MAX_DEFAULT_CONNECTIONS, max(files // 2, 1))
    if settings.connections is not None and settings.connections + _FILES_OF_THE_REST > files:
        raise SetupError(
            f"KOKUMI_CONNECTIONS: this process may open {files} files (ulimit -n), which is not enough for "
            f"{connections} connections and {_FILES_OF_THE_REST} other files."
        )
    return ConnectionLimits(connections, share_of_one_address(connections), settings.trusted_proxies)


def share_of_one_address(connections: int) -> int:
    """Return how many of all connections one address may have."""
    return min(connections, max(connections // _SHARE_OF_ONE_ADDRESS, _FEWEST_FROM_ONE_ADDRESS))


def raise_file_limit() -> int:
    """Raise the soft limit of open files to the hard one, and return the limit that then holds."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        except (ValueError, OSError):
            return soft
    return hard if hard != resource.RLIM_INFINITY else 2 * MAX_DEFAULT_CONNECTIONS
