"""`kokumi serve` as an operator knows it: start, lock, stop, and what it says of bad settings."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import socket
import time
from pathlib import Path

import httpx
import pytest

import kokumi
from support import postgresql
from support.server import run, serving

_PASSWORD = "correct horse"


def _login(address: str, password: str) -> httpx.Response:
    return httpx.post(f"{address}/api/auth/login", json={"username": "admin", "password": password})


def test_first_and_second_start(tmp_path: Path) -> None:
    """The first start makes up a password and shows it once; it is in no later output."""
    with serving(tmp_path) as server:
        (line,) = [line for line in server.lines if line.startswith("First start")]
        match = re.search(r"with the password (\S+) ", line)
        assert match is not None
        assert _login(server.address, match[1]).status_code == 200
        assert _login(server.address, "admin").status_code == 401
        assert server.stop() == 0
    with serving(tmp_path) as server:
        assert not [line for line in server.lines if "password" in line]
        assert _login(server.address, match[1]).status_code == 200


def test_second_process_is_told_who_is_there(tmp_path: Path) -> None:
    """One process at a time; the other learns the first's id and address, and changes nothing."""
    with serving(tmp_path, KOKUMI_ADMIN_PASSWORD=_PASSWORD) as server:
        second = run(tmp_path, "serve", "--port", "0")
        message = (
            f"Error: {tmp_path} is in use by process {server.process.pid}, serving at {server.address}. "
            "Stop it first, or set KOKUMI_DATA to another folder.\n"
        )
        assert (second.returncode, second.stdout, second.stderr) == (
            2,
            "",
            message,
        )
        assert _login(server.address, _PASSWORD).status_code == 200


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=lambda how: how.name)
def test_stop_lets_requests_end(tmp_path: Path, how: signal.Signals) -> None:
    """What is under way when the signal comes is answered; the process then ends well."""
    body = json.dumps({"username": "admin", "password": _PASSWORD}).encode()
    with serving(tmp_path, KOKUMI_ADMIN_PASSWORD=_PASSWORD) as server:
        host, _, port = server.address.removeprefix("http://").partition(":")
        head = (
            f"POST /api/auth/login HTTP/1.1\r\nHost: {host}\r\nExpect: 100-continue\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(head.encode())
            assert b"100 Continue" in connection.recv(1000)
            server.process.send_signal(how)
            _wait_until_closed(host, int(port))
            connection.sendall(body)
            answer = b"".join(iter(lambda: connection.recv(10_000), b""))
        assert server.process.wait(30) == 0
    assert answer.startswith(b"HTTP/1.1 200 OK")


def _wait_until_closed(host: str, port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except ConnectionRefusedError:
            return
        except OSError:  # it was taken in just before the end
            continue
    raise AssertionError("the server goes on listening")


@pytest.mark.parametrize(
    ("words", "settings", "message"),
    [
        pytest.param(
            [],
            {"KOKUMI_PORT": "many"},
            "KOKUMI_PORT: Input should be a valid integer, unable to parse string as an integer",
            id="setting",
        ),
        pytest.param(
            [],
            {"KOKUMI_METADATA": "mysql://localhost/x"},
            "KOKUMI_METADATA: must be sqlite:///file or postgresql://user:password@host/database",
            id="database of another kind",
        ),
        pytest.param(
            [],
            {"KOKUMI_ADMIN_PASSWORD": "short"},
            "KOKUMI_ADMIN_PASSWORD: must be 8 to 255 characters",
            id="first password",
        ),
        pytest.param(
            [],
            {"KOKUMI_ADMIN_PASSWORD": "umami" * 2},
            "KOKUMI_ADMIN_PASSWORD: must be harder to guess: use three or four unrelated words, or let a "
            "password manager make one, but not your name, a common password or a row of keys",
            id="common first password",
        ),
        pytest.param(
            ["--host", "203.0.113.1", "--port", "0"],
            {},
            "KOKUMI_HOST, KOKUMI_PORT: cannot listen on 203.0.113.1:0: Cannot assign requested address",
            id="address",
        ),
    ],
)
def test_bad_settings(tmp_path: Path, words: list[str], settings: dict[str, str], message: str) -> None:
    """What the operator can mend is told in one line, with exit code 2."""
    failed = run(tmp_path, "serve", *words, **settings)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr.splitlines()[-1] == f"Error: {message}"


def test_taken_port(tmp_path: Path) -> None:
    """A port that another program has is named."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        failed = run(tmp_path, "serve", "--port", str(port))
    assert failed.returncode == 2
    message = f"Error: KOKUMI_HOST, KOKUMI_PORT: cannot listen on 127.0.0.1:{port}: Address already in use"
    assert failed.stderr.splitlines()[-1].startswith(message)


@pytest.mark.parametrize("database", postgresql.DATABASES)
def test_another_start(tmp_path: Path, database: str) -> None:
    """What was there before a stop is there after the next start, on each database."""
    with contextlib.ExitStack() as running:
        settings = {"KOKUMI_ADMIN_PASSWORD": _PASSWORD}
        if database == "postgresql":
            settings["KOKUMI_METADATA"] = running.enter_context(postgresql.running()).new_database()
        with serving(tmp_path, **settings) as server:
            headers = {"Authorization": f"Bearer {_login(server.address, _PASSWORD).json()['token']}"}
            made = httpx.post(f"{server.address}/api/websites", json={"name": "Shop"}, headers=headers).json()
            assert server.stop() == 0
        with serving(tmp_path, **settings) as server:
            found = httpx.get(f"{server.address}/api/websites/{made['id']}", headers=headers)
            assert found.json() == made
            assert server.stop() == 0
    assert (tmp_path / "metadata.sqlite").exists() == (database == "sqlite")


def test_version(tmp_path: Path) -> None:
    """The version is that of the package."""
    assert run(tmp_path, "--version").stdout == f"kokumi {kokumi.__version__}\n"
