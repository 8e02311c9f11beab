"""What a server does with clients that are slow, many, too large or no clients of HTTP at all."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from kokumi.cli.http.connections import Connections
from kokumi.cli.http.limits import MAX_BODY_BYTES, share_of_one_address
from kokumi.cli.http.refusals import Refusal
from support.listening import LARGE, LIMITS, Listening, answer, listening, rest
from support.server import serving

_GET = b"GET /x HTTP/1.1\r\nHost: a\r\n\r\n"
_LAST = b"GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
_HALF = b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Le"
_HOLD = b"GET /hold HTTP/1.1\r\nHost: a\r\n\r\n"
_CHUNKED = b"POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"


def _status(received: bytes) -> bytes:
    return received[9:12]


def _send_until_cut_off(connection: socket.socket, part: bytes) -> int:
    """Send the same again and again, at most 100 MB; return how many bytes were sent."""
    sent = 0
    with contextlib.suppress(ConnectionError):
        while sent < 100_000_000:
            connection.sendall(part)
            sent += len(part)
    return sent


@pytest.fixture(scope="module")
def shared() -> Iterator[Listening]:
    """Run one server for tests that each send it one request."""
    with listening() as server:
        yield server


@pytest.fixture
def server(shared: Listening) -> Listening:
    """Return the shared server, which has seen nothing yet."""
    shared.forget()
    return shared


# Time


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        pytest.param(_HALF, Refusal.HEAD_TOO_SLOW, id="half a head"),
        pytest.param(b"P", Refusal.HEAD_TOO_SLOW, id="one byte"),
        pytest.param(b"\r\n", Refusal.HEAD_TOO_SLOW, id="an empty line"),
        pytest.param(_HALF + b"ngth: 10\r\n\r\nabc", Refusal.BODY_TOO_SLOW, id="half a body"),
        pytest.param(_CHUNKED + b"5\r\nabc", Refusal.BODY_TOO_SLOW, id="half a chunk"),
    ],
)
def test_half_open_connections_end(sent: bytes, refusal: Refusal) -> None:
    """All of 300 requests that never end are closed with 408; another client is served meanwhile."""
    with listening(head_seconds=0.5, body_seconds=0.5) as server, contextlib.ExitStack() as stack:
        slow = [stack.enter_context(server.connect(sent)) for _ in range(300)]
        assert _status(server.ask(_LAST)) == b"200"
        assert {_status(rest(connection)) for connection in slow} == {b"408"}
    assert server.refused == {refusal: 300}
    assert len(server.connections) == 0


def test_silent_connections_end() -> None:
    """Browsers open connections before they need them: these are closed without a word."""
    with listening(head_seconds=0.3, idle_seconds=0.3) as server:
        assert server.ask(b"") == b""
        with server.connect(_GET) as used:
            assert answer(used).startswith(b"HTTP/1.1 200 OK|")
            assert rest(used) == b""
    assert server.refused == {}


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        pytest.param(b"GET /x HTTP/1.1\r\nA: ", b"b", id="head"),
        pytest.param(b"POST /x HTTP/1.1\r\nContent-Length: 9999\r\n\r\n", b"b", id="body"),
        pytest.param(_CHUNKED + b"1;a", b"a", id="chunk extension"),
    ],
)
def test_a_byte_now_and_then_does_not_help(start: bytes, drop: bytes) -> None:
    """The limit is for the whole head and the whole body, not for the next byte."""
    with (
        listening(head_seconds=0.5, body_seconds=0.5) as server,
        server.connect(start) as connection,
    ):
        received = b""
        connection.settimeout(0.05)
        for _ in range(200):
            connection.sendall(drop)
            with contextlib.suppress(TimeoutError):
                received = connection.recv(1000)
                break
    assert _status(received) == b"408"
    assert server.application.left == (0 if b"GET" in start else 1)


def test_client_that_does_not_read() -> None:
    """An answer that is not taken is dropped with its connection."""
    with (
        listening(send_seconds=0.5) as server,
        server.connect(b"GET /large HTTP/1.1\r\n\r\n", buffer=4096) as connection,
    ):
        server.wait_until(lambda: bool(server.refused))
        assert len(rest(connection)) < LARGE
    assert server.refused == {Refusal.ANSWER_NOT_TAKEN: 1}


def test_client_that_reads_slowly() -> None:
    """A client that takes something in each period gets all of the answer."""
    with (
        listening(send_seconds=1000) as server,
        server.connect(b"GET /large HTTP/1.0\r\n\r\n", buffer=4096) as connection,
    ):
        for period in range(LARGE // 500_000):
            taken = 0
            while taken < 500_000:
                taken += len(connection.recv(500_000 - taken))
            server.in_loop(server.connections.sweep, later=1001.0 * period)
        assert rest(connection)
    assert server.refused == {}


def test_client_that_sends_after_the_answer() -> None:
    """What is sent after an early answer is dropped, but not without end."""
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with listening() as server, server.connect(_CHUNKED.replace(b"/x", b"/early")) as connection:
        assert answer(connection) == b"HTTP/1.1 413 Request Entity Too Large|too large"
        assert _send_until_cut_off(connection, chunk) < 2 * MAX_BODY_BYTES
    assert server.refused == {Refusal.BODY_TOO_LARGE: 1}


# Number


def test_half_open_connections_give_way() -> None:
    """At the limit the connection that has been waited for the longest is closed for a new one."""
    with listening(connections=20) as server, contextlib.ExitStack() as stack:
        slow = [stack.enter_context(server.connect(_HALF)) for _ in range(18)]
        idle = [stack.enter_context(server.connect(_GET)) for _ in range(2)]
        assert [answer(connection)[:12] for connection in idle] == [b"HTTP/1.1 200"] * 2
        assert {_status(server.ask(_LAST)) for _ in range(3)} == {b"200"}
        assert _status(rest(slow[0])) == b"503"
        slow[-1].sendall(b"ngth: 0\r\n\r\n")
        assert answer(slow[-1])[:12] == b"HTTP/1.1 200"
    assert server.refused == {Refusal.GAVE_WAY: 1}


def test_half_sent_bodies_give_way() -> None:
    """All of them together have a bound; the one that began first is closed, and later ones arrive."""
    head = b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n"
    with listening(unfinished_bytes=500_000) as server, contextlib.ExitStack() as stack:
        slow = [stack.enter_context(server.connect(head + b"x" * 50_000)) for _ in range(30)]
        assert _status(rest(slow[0])) == b"503"
        server.wait_until(lambda: server.application.left >= 16)
        slow[-1].sendall(b"x" * 10_000)
        assert answer(slow[-1])[:12] == b"HTTP/1.1 200"
        assert (
            _status(server.ask(head.replace(b"Host", b"Connection: close\r\nHost") + b"x" * 60_000)) == b"200"
        )
    assert 16 <= server.refused.total() == server.refused[Refusal.GAVE_WAY] < 29


def test_requests_under_way_do_not_give_way() -> None:
    """When all connections are at work, new ones are told so; the old ones get their answers."""
    with listening(connections=20) as server, contextlib.ExitStack() as stack:
        busy = [stack.enter_context(server.connect(_HOLD)) for _ in range(19)]
        helper = stack.enter_context(server.connect(_GET))
        answer(helper)
        server.wait_for_requests(20)
        helper.sendall(_HOLD)
        server.wait_for_requests(21)
        refused = [stack.enter_context(server.connect()) for _ in range(200)]
        assert _status(rest(refused[-1])) == b"503"
        server.in_loop(lambda _now: None)
        assert len(server.connections) <= 20 + 64
        busy[0].close()
        server.wait_until(lambda: bool(server.application.left))
        server.ask(b"GET /release HTTP/1.0\r\n\r\n")
        answers = [answer(connection) for connection in (*busy[1:], helper)]
    assert answers == [b"HTTP/1.1 200 OK|held"] * 19
    assert server.refused == {Refusal.TOO_MANY_CONNECTIONS: 200}


@pytest.mark.parametrize(
    ("trusted", "statuses"),
    [
        pytest.param("192.0.2.1/32", {b"503"}, id="anybody"),
        pytest.param("127.0.0.1/32", {b"200"}, id="trusted proxy"),
    ],
)
def test_one_address_does_not_take_all(trusted: str, statuses: set[bytes]) -> None:
    """An address has a share of the connections, others have theirs; a proxy may have all."""
    with (
        listening(from_one_address=5, trusted=(ip_network(trusted),)) as server,
        contextlib.ExitStack() as stack,
    ):
        for number in range(1, 6):
            stack.enter_context(server.connect(_HOLD))
            server.wait_for_requests(number)
        assert {_status(server.ask(_LAST)) for _ in range(3)} == statuses
        assert _status(server.ask(_LAST, source="127.0.0.2")) == b"200"


def test_one_address_makes_room_for_itself() -> None:
    """Who has its share and opens more loses its own oldest idle connection, not another's."""
    with listening(from_one_address=3) as server, contextlib.ExitStack() as stack:
        other = stack.enter_context(server.connect(_HALF, source="127.0.0.2"))
        own = [stack.enter_context(server.connect(_GET)) for _ in range(3)]
        for connection in own:
            answer(connection)
        assert _status(server.ask(_LAST)) == b"200"
        assert rest(own[0]) == b""
        other.sendall(b"ngth: 0\r\n\r\n")
        assert answer(other)[:12] == b"HTTP/1.1 200"
    assert server.refused == {Refusal.GAVE_WAY: 1}


@pytest.mark.parametrize(
    ("connections", "share"),
    [(4096, 512), (350, 43), (100, 16), (10, 10)],
    ids=["most", "some", "few", "least"],
)
def test_share_of_one_address(connections: int, share: int) -> None:
    assert share_of_one_address(connections) == share


_LIMITS_OF = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (300, 700))
from kokumi.cli.http.limits import limits_of
from kokumi.settings import Settings
from kokumi.errors import SetupError
for connections in (None, 100, 600):
    try:
        limits = limits_of(Settings(connections=connections))
        print(limits.connections, limits.from_one_address, *resource.getrlimit(resource.RLIMIT_NOFILE))
    except SetupError as error:
        print(error)
"""


def test_limits_of_the_system() -> None:
    """The process may open as many files as the system lets it, and half of them are for connections."""
    done = subprocess.run(
        [sys.executable, "-c", _LIMITS_OF], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == [
        "350 43 700 700",
        "100 16 700 700",
        (
            "KOKUMI_CONNECTIONS: this process may open 700 files (ulimit -n), which is not enough for "
            "600 connections and 256 other files."
        ),
    ]


# Size


@pytest.mark.parametrize(
    ("head", "status"),
    [
        pytest.param(b"GET /" + b"a" * 16_000 + b" HTTP/1.1\r\n", b"200", id="long URL"),
        pytest.param(b"GET /" + b"a" * 17_000 + b" HTTP/1.1\r\n", b"414", id="too long a URL"),
        pytest.param(b"GET /?" + b"a" * 60_000, b"414", id="URL without an end"),
        pytest.param(b"GET / HTTP/1.1\r\nA: " + b"b" * 32_000 + b"\r\n", b"200", id="large header"),
        pytest.param(b"GET / HTTP/1.1\r\nA: " + b"b" * 33_000 + b"\r\n", b"431", id="too large a header"),
        pytest.param(b"GET / HTTP/1.1\r\nA: " + b"b" * 60_000, b"431", id="header without an end"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"b" * 60_000, b"431", id="name without an end"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 99, b"200", id="many headers"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 100, b"431", id="too many headers"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 9000, b"431", id="far too many headers"),
        pytest.param(b"\r\n" * 30_000, b"431", id="empty lines"),
    ],
)
def test_size_of_head(server: Listening, head: bytes, status: bytes) -> None:
    """A head over a limit is refused before it is at its end; nothing of it reaches the application."""
    received = server.ask(head + b"Connection: close\r\n\r\n")
    assert _status(received) == status
    assert len(server.application.seen) == (status == b"200")


@pytest.mark.parametrize(
    ("start", "part"),
    [
        pytest.param(b"GET / HTTP/1.1\r\nA: ", b"b" * 1_000_000, id="one header"),
        pytest.param(b"GET / HTTP/1.1\r\n", b"A: b\r\n" * 150_000, id="headers"),
        pytest.param(b"GET /", b"b" * 1_000_000, id="URL"),
        pytest.param(_CHUNKED, b"1\r\na\r\n" * 150_000, id="chunks of one byte"),
        pytest.param(_CHUNKED + b"1;", b"b" * 1_000_000, id="chunk extension"),
        pytest.param(_CHUNKED + b"0\r\nA: ", b"b" * 1_000_000, id="trailer"),
        pytest.param(_CHUNKED + b"0\r\n", b"A: b\r\n" * 150_000, id="trailers"),
    ],
)
def test_endless_requests_are_cheap(server: Listening, start: bytes, part: bytes) -> None:
    """A client that goes on for 100 MB is cut off at 33 MB, at the cost of less than 2 s of processor."""
    before = time.process_time()
    with server.connect(start) as connection:
        assert _send_until_cut_off(connection, part) < 50_000_000
    spent = time.process_time() - before
    assert sum(server.refused.values()) == 1
    assert spent < 2


# Syntax


def _head(*lines: str) -> bytes:
    return "\r\n".join((*lines, "", "")).encode("latin-1")


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(
            _head("POST /x HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
            id="length, then chunked",
        ),
        pytest.param(
            _head("POST /x HTTP/1.1", "Transfer-Encoding: chunked", "Content-Length: 3") + b"0\r\n\r\n",
            id="chunked, then length",
        ),
        pytest.param(
            _head("POST /x HTTP/1.1", "Content-Length: 3", "Content-Length: 3") + b"abc", id="two lengths"
        ),
        pytest.param(_head("POST /x HTTP/1.1", "Content-Length: +3") + b"abc", id="signed length"),
        pytest.param(_head("POST /x HTTP/1.1", "Content-Length: 0x3") + b"abc", id="hexadecimal length"),
        pytest.param(_head("POST /x HTTP/1.1", "Transfer-Encoding: xchunked"), id="unknown encoding"),
        pytest.param(
            _head("POST /x HTTP/1.1", "Transfer-Encoding: gzip, chunked") + b"0\r\n\r\n", id="two encodings"
        ),
        pytest.param(
            _head("POST /x HTTP/1.1", "Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
            id="two lines of encodings",
        ),
        pytest.param(
            _head("POST /x HTTP/1.0", "Transfer-Encoding: chunked") + b"0\r\n\r\n", id="chunked in HTTP/1.0"
        ),
        pytest.param(_head("POST /x HTTP/1.1", "Transfer-Encoding : chunked"), id="blank before the colon"),
        pytest.param(_head("GET /x HTTP/1.1", "A: b", " c: d"), id="folded header"),
        pytest.param(_head("GET /x HTTP/1.1", "A: b\rC: d"), id="bare CR"),
        pytest.param(_head("GET /x HTTP/1.1", "A: b\0"), id="NUL"),
        pytest.param(b"GET /x HTTP/1.1\nA: b\n\n", id="bare LF"),
        pytest.param(_head("GET /x"), id="HTTP/0.9"),
        pytest.param(_head("GET /x HTTP/9.9"), id="another version"),
        pytest.param(_head("PRI * HTTP/2.0") + b"SM\r\n\r\n", id="HTTP/2"),
        pytest.param(_head("CONNECT x:443 HTTP/1.1"), id="proxy request"),
        pytest.param(_head("GET http://x HTTP/1.1"), id="URL without a path"),
        pytest.param(_head("GET /\xff HTTP/1.1"), id="URL that is not ASCII"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", id="TLS"),
    ],
)
def test_what_is_not_http(server: Listening, request_: bytes) -> None:
    """What can be read in two ways is not read at all, and neither is what follows it."""
    received = server.ask(request_ + b"GET /smuggled HTTP/1.1\r\n\r\n")
    head, _, body = received.partition(b"\r\n\r\n")
    assert _status(head) == b"400"
    assert json.loads(body)["error"] == {
        "message": "The request is not valid HTTP/1.1 or HTTP/1.0.",
        "code": "bad-request",
        "status": 400,
    }
    assert server.application.seen == []
    assert server.refused == {Refusal.NOT_HTTP: 1}


@pytest.mark.parametrize(
    ("request_", "path", "body"),
    [
        pytest.param(_head("GET /x HTTP/1.0"), "/x", 0, id="HTTP/1.0"),
        pytest.param(_head("GET http://a/x?y HTTP/1.1", "Connection: close"), "/x", 0, id="absolute URL"),
        pytest.param(b"\r\n" + _LAST, "/x", 0, id="empty line before"),
        pytest.param(
            _CHUNKED.replace(b"Host: a", b"Connection: close") + b"3;e=f\r\nabc\r\n0\r\n\r\n",
            "/x",
            3,
            id="chunk extension",
        ),
        pytest.param(
            _CHUNKED.replace(b"Host: a", b"Connection: close")
            + b"3\r\nabc\r\n0\r\nTrue-Client-IP: 1.2.3.4\r\n\r\n",
            "/x",
            3,
            id="trailer, which is not a header",
        ),
        pytest.param(
            _head("GET /x HTTP/1.1", "Connection: Upgrade", "Upgrade: h2c")
            + b"GET /smuggled HTTP/1.1\r\n\r\n",
            "/x",
            0,
            id="another protocol",
        ),
        pytest.param(
            _head("GET /x HTTP/1.1", "Connection: Upgrade", "Upgrade: websocket"), "/x", 0, id="websocket"
        ),
    ],
)
def test_what_is_http(server: Listening, request_: bytes, path: str, body: int) -> None:
    """Unusual but valid requests are answered once, and the connection ends with them."""
    received = server.ask(request_)
    found = json.loads(received.partition(b"\r\n\r\n")[2])
    assert (_status(received), found["path"], found["body"]) == (b"200", path, body)
    assert "true-client-ip" not in found["headers"]
    assert server.application.seen == [path]
    assert server.refused == {}


def test_expect_continue() -> None:
    """A client that asks first is told to go on, and has as long as any other."""
    head = _head("POST /x HTTP/1.1", "Content-Length: 3", "Expect: 100-continue")
    with listening(body_seconds=0.5) as server:
        with server.connect(head) as connection:
            assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
            connection.sendall(b"abc")
            assert answer(connection)[:12] == b"HTTP/1.1 200"
        assert b"HTTP/1.1 408" in server.ask(head)


def test_pipelined_requests() -> None:
    """Some requests in one packet are answered in their order; many end the connection."""
    with listening() as server:
        received = server.ask(b"".join(b"GET /%d HTTP/1.1\r\n\r\n" % number for number in range(10)) + _LAST)
        assert received.count(b"HTTP/1.1 200 OK") == 11
        assert server.application.seen == [*(f"/{number}" for number in range(10)), "/x"]
        server.application.seen.clear()
        assert server.ask(_HOLD * 1000) == b""
        assert len(server.application.seen) <= 1
    assert server.refused == {Refusal.PIPELINE_TOO_LONG: 1}


def test_pipelined_client_that_leaves() -> None:
    """The request under way learns that its client has gone, though another one was sent after it."""
    with listening() as server:
        server.connect(_HOLD + _GET).close()
        server.wait_until(lambda: bool(server.application.left))
    assert server.application.seen == ["/hold"]


def test_bad_request_behind_a_good_one() -> None:
    """An error is never sent in the place of another request's answer."""
    with listening() as server:
        assert server.ask(_HOLD + b"nonsense\r\n\r\n") == b""
    assert server.refused == {Refusal.NOT_HTTP: 1}


# What is told


def test_log_does_not_grow_with_refusals() -> None:
    """Refusals are counted, and logged once a minute."""
    connections = Connections(LIMITS, lambda _refusal: None)
    with capture_logs() as lines:
        for second in range(120):
            for _ in range(100):
                connections.refused(Refusal.NOT_HTTP)
            connections.sweep(1000.0 + second)
        connections.sweep(2000.0)
        connections.sweep(3000.0)
    assert lines == [
        {"event": "connections refused", "log_level": "warning", "reasons": {"not-http": count}}
        for count in (100, 6000, 5900)
    ]


def test_server_has_limits(tmp_path: Path) -> None:
    """`kokumi serve` opens as many files as it may, counts what it refuses, and shows both."""
    with serving(tmp_path, KOKUMI_ADMIN_PASSWORD="correct horse", KOKUMI_CONNECTIONS="100") as server:
        host, _, port = server.address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(b"nonsense\r\n\r\n")
            assert _status(rest(connection)) == b"400"
        body = {"username": "admin", "password": "correct horse"}
        token = httpx.post(f"{server.address}/api/auth/login", json=body).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        metrics = httpx.get(f"{server.address}/metrics", headers=headers).text.splitlines()
        assert 'kokumi_http_refused_total{reason="not-http"} 1.0' in metrics
        assert [line for line in metrics if line.startswith("kokumi_http_connections ")] != []
        limits = Path(f"/proc/{server.process.pid}/limits").read_text("ascii")
        (files,) = [line.split() for line in limits.splitlines() if line.startswith("Max open files")]
        assert files[3] == files[4]
        assert server.stop() == 0
    assert [json.loads(line)["reasons"] for line in server.lines if "connections refused" in line] == [
        {"not-http": 1}
    ]
