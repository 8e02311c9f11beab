"""An answered event survives SIGKILL and is stored once: the real server, killed under load.

See docs/spec/collecting.md#durability.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from support.load import BROWSER, PASSWORD, Sent, make_website, send
from support.server import Server, environment, serving

pytestmark = pytest.mark.anyio

KILLS = int(os.environ.get("KILLS", "20"))
"""By hand: `KILLS=100 pytest tests/durability --log-cli-level=info`."""

_log = logging.getLogger(__name__)
_SETTINGS = {"KOKUMI_ADMIN_PASSWORD": PASSWORD, "KOKUMI_LOG_LEVEL": "error"}
_CONNECTIONS = 16


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests as the server runs."""
    return "asyncio"


async def test_answered_events_survive_sigkill_once(tmp_path: Path) -> None:
    with serving(tmp_path, **_SETTINGS) as server:
        sent = Sent(await make_website(server.address))
    for kill in range(KILLS):
        with serving(tmp_path, **_SETTINGS) as server:
            await _load_and_end(server, sent, answers=1 + kill * 37 % 400, how=signal.SIGKILL)
    _check(sent, _stored(tmp_path))
    assert len(sent.answered) > KILLS * 20


async def test_a_graceful_stop_under_load_loses_nothing(tmp_path: Path) -> None:
    with serving(tmp_path, **_SETTINGS) as server:
        sent = Sent(await make_website(server.address))
        await _load_and_end(server, sent, answers=200, how=signal.SIGTERM)
        assert server.process.wait(60) == 0
    _check(sent, _stored(tmp_path))


def _check(sent: Sent, found: dict[str, int]) -> None:
    _log.info("%d kills, %d events answered, %d stored", KILLS, len(sent.answered), len(found))
    sent.check(found)
    assert sent.refused == 0


async def _load_and_end(server: Server, sent: Sent, answers: int, how: signal.Signals) -> None:
    """Send from many connections; send the server a signal once so many events have been answered."""
    enough = len(sent.answered) + answers
    async with httpx.AsyncClient(base_url=server.address, headers=BROWSER, timeout=30) as http:
        senders = [
            asyncio.ensure_future(send(http, sent, number, lambda: False)) for number in range(_CONNECTIONS)
        ]
        while len(sent.answered) < enough:
            await asyncio.sleep(0.001)
            assert server.process.poll() is None, "\n".join(server.lines)
        server.process.send_signal(how)
        await asyncio.gather(*senders)


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
