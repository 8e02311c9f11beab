"""Answered events a second, with how long answers take and what memory the server needs.

    python bench/collect/run.py --connections 64 --seconds 10 --visitors 2000

Starts a server of its own in a new folder, with fsync on as always. The load comes from this process over
plain sockets, on the same machine: its own share of the processor is told as well.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import resource
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.server import Server, serving

_PASSWORD = "correct horse"  # noqa: S105 - of a server that lives for some seconds
_KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
_AGENTS = (
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {_KIT} Chrome/{{}}.0 Safari/537.36",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) {_KIT} Version/17.{{}} Mobile Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0",
)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass
class Load:
    """What is sent where, and what was seen: the seconds that each answer took."""

    address: str
    website: str
    connections: int
    visitors: int
    seconds: list[float] = field(default_factory=list)
    refused: int = 0

    async def run(self, seconds: float) -> None:
        """Send for so long, over all connections at once."""
        until = time.perf_counter() + seconds
        await asyncio.gather(*(self._send(number, until) for number in range(self.connections)))

    async def _send(self, number: int, until: float) -> None:
        target = urlsplit(self.address)
        reader, writer = await asyncio.open_connection(target.hostname, target.port)
        turn = number
        while (started := time.perf_counter()) < until:
            turn += 61
            writer.write(_request(self.website, turn, turn % self.visitors))
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            await reader.readexactly(int(length[1]) if length else 0)
            if head.startswith(b"HTTP/1.1 200"):
                self.seconds.append(time.perf_counter() - started)
            else:
                self.refused += 1
        writer.close()


def main() -> None:
    """Run the benchmark and print its figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--connections", type=int, default=64)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--visitors", type=int, default=2000)
    chosen = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), KOKUMI_ADMIN_PASSWORD=_PASSWORD, KOKUMI_LOG_LEVEL="warning") as server,
    ):
        website = _make_website(server)
        load = Load(server.address, website, chosen.connections, chosen.visitors)
        asyncio.run(load.run(2))  # warm
        load.seconds.clear()
        before, own_before = _cpu(server), _own_cpu()
        started = time.perf_counter()
        asyncio.run(load.run(chosen.seconds))
        elapsed = time.perf_counter() - started
        taken = sorted(load.seconds)
        print(
            json.dumps(
                {
                    "connections": chosen.connections,
                    "events_per_second": round(len(taken) / elapsed),
                    "p50_ms": round(taken[len(taken) // 2] * 1000, 1),
                    "p99_ms": round(taken[len(taken) * 99 // 100] * 1000, 1),
                    "refused": load.refused,
                    "server_cpu": round((_cpu(server) - before) / elapsed, 2),
                    "load_cpu": round((_own_cpu() - own_before) / elapsed, 2),
                    "server_mb": _resident(server),
                }
            )
        )


def _make_website(server: Server) -> str:
    def post(path: str, body: object, **headers: str) -> dict[str, str]:
        request = urllib.request.Request(  # noqa: S310 - our own server
            server.address + path, json.dumps(body).encode(), headers
        )
        with urllib.request.urlopen(request) as response:  # noqa: S310
            found: dict[str, str] = json.load(response)
            return found

    token = post("/api/auth/login", {"username": "admin", "password": _PASSWORD})["token"]
    return post("/api/websites", {"name": "A", "domain": "example.com"}, Authorization=f"Bearer {token}")[
        "id"
    ]


def _request(website: str, turn: int, visitor: int) -> bytes:
    payload: dict[str, object] = {
        "website": website,
        "hostname": "example.com",
        "language": "en-GB",
        "screen": "1920x1080",
        "title": f"Page {turn % 50}",
        "url": f"https://example.com/page/{turn % 50}?utm_source=news&utm_medium=email",
        "referrer": "https://www.google.com/",
        "ip": f"8.{visitor % 200}.{visitor // 200 % 250}.1",
        "userAgent": _AGENTS[visitor % 3].format(100 + visitor % 20),
    }
    if turn % 4 == 0:
        payload |= {
            "name": "purchase",
            "data": {"revenue": 19.5, "currency": "EUR", "plan": "pro", "items": 3},
        }
    body = json.dumps({"type": "event", "payload": payload}).encode()
    return (
        b"POST /api/send HTTP/1.1\r\nHost: kokumi\r\nUser-Agent: bench\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    )


def _cpu(server: Server) -> float:
    """Return the seconds of processor time that the server has used."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _own_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _resident(server: Server) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    match = re.search(r"VmRSS:\s+(\d+)", status)
    return int(match[1]) // 1024 if match else 0


if __name__ == "__main__":
    main()
