"""An answered event survives SIGKILL and is stored once (SPEC 6): the real server, killed under load."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import pytest

from support.server import Server, environment, serving

pytestmark = pytest.mark.anyio

KILLS = int(os.environ.get("KILLS", "20"))
"""By hand: `KILLS=100 pytest tests/durability --log-cli-level=info`."""

_log = logging.getLogger(__name__)
_PASSWORD = "correct horse"
_SETTINGS = {"KOKUMI_ADMIN_PASSWORD": _PASSWORD, "KOKUMI_LOG_LEVEL": "error"}
_CONNECTIONS = 16
_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"}


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests as the server runs."""
    return "asyncio"


@dataclass
class Sent:
    """What was sent, each event on a path of its own, and what of it was answered."""

    website: str
    all: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=count)

    def event(self) -> tuple[str, dict[str, object]]:
        """Return a new event and its path."""
        path = f"/{next(self.numbers)}"
        self.all.add(path)
        payload = {"website": self.website, "hostname": "example.com", "url": path, "data": {"n": 1}}
        return path, {"type": "event", "payload": payload}


async def test_answered_events_survive_sigkill_once(tmp_path: Path) -> None:
    with serving(tmp_path, **_SETTINGS) as server:
        sent = Sent(await _make_website(server))
    for kill in range(KILLS):
        with serving(tmp_path, **_SETTINGS) as server:
            await _load_and_end(server, sent, answers=1 + kill * 37 % 400, how=signal.SIGKILL)
    _check(sent, _stored(tmp_path))
    assert len(sent.answered) > KILLS * 20


async def test_a_graceful_stop_under_load_loses_nothing(tmp_path: Path) -> None:
    with serving(tmp_path, **_SETTINGS) as server:
        sent = Sent(await _make_website(server))
        await _load_and_end(server, sent, answers=200, how=signal.SIGTERM)
        assert server.process.wait(60) == 0
    _check(sent, _stored(tmp_path))


def _check(sent: Sent, found: dict[str, int]) -> None:
    _log.info("%d kills, %d events answered, %d stored", KILLS, len(sent.answered), len(found))
    assert sent.answered - found.keys() == set(), "answered, but lost"
    assert {path: times for path, times in found.items() if times != 1} == {}, "stored more than once"
    assert found.keys() - sent.all == set(), "never sent"


async def _make_website(server: Server) -> str:
    async with httpx.AsyncClient(base_url=server.address) as http:
        login = await http.post("/api/auth/login", json={"username": "admin", "password": _PASSWORD})
        made = await http.post(
            "/api/websites",
            json={"name": "A", "domain": "example.com"},
            headers={"Authorization": f"Bearer {login.json()['token']}"},
        )
        return str(made.json()["id"])


async def _load_and_end(server: Server, sent: Sent, answers: int, how: signal.Signals) -> None:
    """Send from many connections; send the server a signal once so many events have been answered."""
    enough = len(sent.answered) + answers
    async with httpx.AsyncClient(base_url=server.address, headers=_BROWSER, timeout=30) as http:
        senders = [asyncio.ensure_future(_send(http, sent, number)) for number in range(_CONNECTIONS)]
        while len(sent.answered) < enough:
            await asyncio.sleep(0.001)
            assert server.process.poll() is None, "\n".join(server.lines)
        server.process.send_signal(how)
        await asyncio.gather(*senders)


async def _send(http: httpx.AsyncClient, sent: Sent, number: int) -> None:
    """Send until the server is gone; one in four sends batches."""
    try:
        while True:
            events = [sent.event() for _ in range(5 if number % 4 == 0 else 1)]
            if len(events) > 1:
                response = await http.post("/api/batch", json=[event for _, event in events])
                assert response.json()["errors"] == 0
            else:
                response = await http.post("/api/send", json=events[0][1])
            assert response.status_code == 200
            sent.answered.update(path for path, _ in events)
    except httpx.TransportError:
        pass


def _stored(data: Path) -> dict[str, int]:
    told = subprocess.run(
        [sys.executable, Path(__file__).with_name("stored_paths.py"), data / "events"],
        env=environment(data, _SETTINGS),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: dict[str, int] = json.loads(told.stdout)
    return found
