"""All open connections of a server: which are admitted, which give way, and which took too long.

At the limit, the connection that has kept the server waiting the longest gives way to a new one. A
connection whose request is being worked on is never closed for another.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from kokumi.cli.http.limits import ConnectionLimits
from kokumi.cli.http.refusals import Refusal
from kokumi.collect.place import is_within, network_of
from kokumi.domain.addresses import read_ip

_log = structlog.get_logger("kokumi.http")

_MAX_LINGERING = 64
"""Refused connections that may be open at a time, above the limit of all others."""

_LOG_SECONDS = 60.0
"""Refusals are logged at most this often, because strangers decide how often there are any."""


class Connection(Protocol):
    """What this module needs of a connection."""

    @property
    def host(self) -> str:
        """The address of the client."""

    def check(self, now: float) -> None:
        """Close it if it took too long."""

    def give_way(self) -> None:
        """Close it, because another one needs its place."""

    def abort(self) -> None:
        """Close it at once."""


Queue = OrderedDict[Connection, None]


@dataclass(slots=True)
class _Origin:
    """The connections of one address."""

    name: str
    count: int = 0
    waiting: Queue = field(default_factory=OrderedDict)


class Connections:
    """The connections of one server."""

    def __init__(self, limits: ConnectionLimits, counted: Callable[[Refusal], None]) -> None:
        """Start without connections. `counted` is called for each refusal."""
        self.limits = limits
        self._counted = counted
        self._open: set[Connection] = set()
        self._active: dict[Connection, _Origin | None] = {}
        self._waiting: Queue = OrderedDict()
        self._lingering: Queue = OrderedDict()
        self._unfinished: OrderedDict[Connection, int] = OrderedDict()
        """Bytes of bodies whose end has not come, by connection, in the order in which they began."""
        self._unfinished_bytes = 0
        self._origins: dict[str, _Origin] = {}
        self._unlogged: Counter[str] = Counter()
        self._next_log = 0.0
        self._timer: asyncio.TimerHandle | None = None
        shortest = min(limits.head_seconds, limits.body_seconds, limits.idle_seconds, limits.linger_seconds)
        self._interval = min(1.0, shortest / 4)

    def __len__(self) -> int:
        """Return how many are open, including those that are being closed."""
        return len(self._open)

    def admit(self, connection: Connection, loop: asyncio.AbstractEventLoop) -> Refusal | None:
        """Admit a new connection, or return why there is no place for it."""
        self._open.add(connection)
        if self._timer is None:
            self._timer = loop.call_later(self._interval, self._tick, loop)
        origin = self._origin(connection.host)
        if origin is not None and origin.count >= self.limits.from_one_address:
            if not self._make_room(origin.waiting):
                return Refusal.TOO_MANY_FROM_ADDRESS
        elif len(self._active) >= self.limits.connections and not self._make_room(self._waiting):
            return Refusal.TOO_MANY_CONNECTIONS
        if origin is not None:
            # Making room may have removed it with its last connection.
            self._origins[origin.name] = origin
            origin.count += 1
        self._active[connection] = origin
        self.wait(connection)
        return None

    def wait(self, connection: Connection) -> None:
        """Note that the server now waits for the client."""
        if connection not in self._active or connection in self._waiting:
            return
        self._waiting[connection] = None
        origin = self._active[connection]
        if origin is not None:
            origin.waiting[connection] = None

    def work(self, connection: Connection) -> None:
        """Note that the client now waits for the server."""
        if connection not in self._waiting:
            return
        del self._waiting[connection]
        origin = self._active[connection]
        if origin is not None:
            del origin.waiting[connection]

    def hold(self, connection: Connection, size: int) -> None:
        """Note how many bytes of a body are in memory that is not at its end.

        If there are too many of all connections, those whose bodies began the longest ago give way. A body
        that somebody waits for is small or comes fast.
        """
        self._unfinished_bytes += size - self._unfinished.get(connection, 0)
        self._unfinished[connection] = size
        while self._unfinished_bytes > self.limits.unfinished_bytes:
            self._close_first(self._unfinished)

    def release(self, connection: Connection) -> None:
        """Note that nothing of an unfinished body is in memory any more."""
        self._unfinished_bytes -= self._unfinished.pop(connection, 0)

    def linger(self, connection: Connection) -> None:
        """Note that the connection was refused and stays open for a moment only."""
        self._remove(connection)
        self._lingering[connection] = None
        if len(self._lingering) > _MAX_LINGERING:
            self._lingering.popitem(last=False)[0].abort()

    def leave(self, connection: Connection) -> None:
        """Forget a connection that is closed."""
        self._remove(connection)
        self._lingering.pop(connection, None)
        self._open.discard(connection)

    def refused(self, refusal: Refusal) -> None:
        """Count a refusal."""
        self._unlogged[refusal.value] += 1
        self._counted(refusal)

    def sweep(self, now: float) -> None:
        """Close all connections that took too long, and log refusals."""
        for connection in tuple(self._open):
            connection.check(now)
        if self._unlogged and now >= self._next_log:
            self._next_log = now + _LOG_SECONDS
            self.log_refusals()

    def log_refusals(self) -> None:
        """Log the refusals that are in no log line yet."""
        if self._unlogged:
            _log.warning("connections refused", reasons=dict(self._unlogged))
            self._unlogged.clear()

    def _tick(self, loop: asyncio.AbstractEventLoop) -> None:
        self.sweep(loop.time())
        is_needed = self._open or self._unlogged
        self._timer = loop.call_later(self._interval, self._tick, loop) if is_needed else None

    def _make_room(self, queue: Queue) -> bool:
        if not queue:
            return False
        self._close_first(queue)
        return True

    def _close_first(self, queue: Iterable[Connection]) -> None:
        first = next(iter(queue))
        self._remove(first)
        first.give_way()
        self.refused(Refusal.GAVE_WAY)

    def _remove(self, connection: Connection) -> None:
        self.release(connection)
        if connection not in self._active:
            return
        self.work(connection)
        origin = self._active.pop(connection)
        if origin is not None:
            origin.count -= 1
            if not origin.count:
                self._origins.pop(origin.name, None)

    def _origin(self, host: str) -> _Origin | None:
        """Return the connections of that address, or none for a trusted proxy, which may have many."""
        address = read_ip(host)
        if is_within(address, self.limits.trusted):
            return None
        name = network_of(address)
        return self._origins.get(name) or _Origin(name)
