"""A million changed requests against a running server, with one connection that watches its heartbeat.

    python tests/fuzz/over_http.py --inputs 1000000 --seed 1

Starts a server of its own in a new folder, on a demo website. Inputs go to the collector (one by one and in
batches), to every report with its options, to the sessions behind their numbers, to saved reports, segments
and share links, and to each GET route with parameters from a list. Beside them a visitor of another website
sends an honest event now and then.

Prints what was answered. The exit code is 1 if there was an answer of 500 or more (503 apart), a pause of the
heartbeat over 250 ms, or if the honest events are not exactly those that are stored.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from random import Random
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

from kokumi.api.server.body import parse_json
from kokumi.errors import BadRequestError
from kokumi.reports.registry import REPORTS
from support.mutation import NUMBERS, TEXTS, Json, Samples, text_of
from support.samples import COHORTS, REPORT_REQUESTS, SEGMENTS, SESSIONS_REQUESTS, payloads
from support.server import Server, run, serving

PASSWORD = "a walk along the shore"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
MAX_PAUSE = 0.25
"""Seconds that a heartbeat may take on a quiet machine."""
BATCH = 100
SENDERS = 4
FIRST_FAULT = 500
READ_ROUTES = (
    "stats", "pageviews", "metrics", "metrics/expanded", "values", "events", "events/series", "events/stats",
    "event-data", "event-data/events", "event-data/fields", "event-data/values", "sessions",
    "sessions/stats", "sessions/weekly", "session-data/values", "segments", "reports", "shares",
    "revenue/sessions", "daterange",
)  # fmt: skip
PARAMETERS = (
    "startAt", "endAt", "startDate", "endDate", "unit", "timezone", "type", "page", "pageSize", "search",
    "limit", "offset", "country", "path1", "match", "segment", "cohort", "compare", "propertyName", "event",
    "currency", "eventType", "excludeBounce",
)  # fmt: skip


@dataclass
class Connection:
    """A connection to the server, which is opened again when the server has closed it."""

    address: str
    headers: Mapping[str, str]
    _open: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Return the status and the body of an answer; status 0 if there was none."""
        target = urlsplit(self.address)
        for _ in range(2):
            if self._open is None:
                self._open = http.client.HTTPConnection(target.hostname or "", target.port, timeout=60)
            try:
                self._open.request(method, path, body, dict(self.headers))
                answer = self._open.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, OSError):
                self._open.close()
                self._open = None
        return 0, b""


@dataclass
class Seen:
    """What came back, and the requests that brought a server error."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    inputs: int = 0
    errors: list[str] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    def count(self, kind: str, status: int, request: str, inputs: int = 1) -> None:
        """Count an answer."""
        self.statuses[kind, status] += 1
        self.inputs += inputs
        if status == 0 or (status >= FIRST_FAULT and status != HTTPStatus.SERVICE_UNAVAILABLE):
            self.errors.append(f"{status} {request[:2000]}")


@dataclass
class World:
    """The server, what it knows, and what was seen of it."""

    address: str
    token: str
    attacked: str
    quiet: str
    seen: Seen = field(default_factory=Seen)
    stop: threading.Event = field(default_factory=threading.Event)
    honest: int = 0


def main() -> int:
    """Run it, and return the exit code."""
    parser = argparse.ArgumentParser(description="Send changed requests to a server of its own.")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settings = {"KOKUMI_ADMIN_PASSWORD": PASSWORD}
        run(data, "demo", "--events", "20000", **settings)
        with serving(data, **settings) as server:
            world = _world(server)
            started = time.monotonic()
            _attack(world, options.inputs, options.seed)
            stored = _stored(world)
        return _report(world, stored, time.monotonic() - started, server)


def _world(server: Server) -> World:
    anonymous = Connection(server.address, {})
    login = json.dumps({"username": "admin", "password": PASSWORD}).encode()
    token = str(json.loads(anonymous.ask("POST", "/api/auth/login", login)[1])["token"])
    admin = Connection(server.address, {"Authorization": f"Bearer {token}"})
    attacked, quiet = (_make_website(admin, name) for name in ("attacked", "quiet"))
    return World(server.address, token, attacked, quiet)


def _make_website(admin: Connection, name: str) -> str:
    body = json.dumps({"name": name, "domain": ""}).encode()
    return str(json.loads(admin.ask("POST", "/api/websites", body)[1])["id"])


def _attack(world: World, inputs: int, seed: int) -> None:
    threads = [
        threading.Thread(target=_send, args=(world, inputs // SENDERS, seed * SENDERS + number))
        for number in range(SENDERS)
    ]
    watching = [threading.Thread(target=each, args=(world,)) for each in (_watch, _visit)]
    for thread in (*threads, *watching):
        thread.start()
    for thread in threads:
        thread.join()
    world.stop.set()
    for thread in watching:
        thread.join()


def _send(world: World, inputs: int, seed: int) -> None:
    random = Random(seed)
    stranger = Connection(world.address, {"User-Agent": BROWSER})
    admin = Connection(world.address, {"Authorization": f"Bearer {world.token}"})
    sent = 0
    events = payloads(world.attacked, int(time.time()))
    while sent < inputs:
        match random.randrange(12):
            case 0 | 1 | 2 | 3 | 4 | 5:
                content = text_of([_readable(events, random) for _ in range(BATCH)])
                status, _ = stranger.ask("POST", "/api/batch", content)
                world.seen.count("batch", status, content.decode(), BATCH)
                sent += BATCH
            case 6 | 7 | 8:
                content = text_of(events.draw(random))
                status, _ = stranger.ask("POST", "/api/send", content)
                world.seen.count("send", status, content.decode())
                sent += 1
            case 9:
                path, content = _report_request(world, random)
                status, _ = admin.ask("POST", path, content)
                world.seen.count("reports", status, f"{path} {content.decode()}")
                sent += 1
            case 10:
                path = _read_request(world, random)
                status, _ = admin.ask("GET", path)
                world.seen.count("reads", status, path)
                sent += 1
            case _:
                path, content = _saving_request(world, random)
                status, _ = admin.ask("POST", path, content)
                world.seen.count("saves", status, f"{path} {content.decode()}")
                sent += 1


def _readable(samples: Samples, random: Random) -> Json:
    """Return a request that is JSON as the server takes it: otherwise a batch is refused as a whole."""
    while True:
        drawn = samples.draw(random)
        try:
            parse_json(text_of([drawn]))
        except BadRequestError:
            continue
        return drawn


def _report_request(world: World, random: Random) -> tuple[str, bytes]:
    samples, ending = random.choice(((REPORT_REQUESTS, ""), (SESSIONS_REQUESTS, "/sessions")))
    body = samples.draw(random)
    if isinstance(body, dict) and random.random() < 0.9:
        body["websiteId"] = world.attacked
    return f"/api/reports/{_report_name(body) or random.choice(REPORTS).name}{ending}", text_of(body)


def _report_name(body: Json) -> str | None:
    kind = body.get("type") if isinstance(body, dict) else None
    return next((report.name for report in REPORTS if kind == report.saved_as), None)


def _read_request(world: World, random: Random) -> str:
    values = (*TEXTS, *map(str, NUMBERS), "day", "path", "purchase", "USD", "1760857200000")
    query = "&".join(
        f"{random.choice(PARAMETERS)}={quote(random.choice(values).encode('utf-8', 'replace'))}"
        for _ in range(random.randrange(4))
    )
    base = "startAt=0&endAt=1800000000000&timezone=UTC&type=path&propertyName=plan&currency=USD"
    return f"/api/websites/{world.attacked}/{random.choice(READ_ROUTES)}?{base}&{query}"[:8000]


def _saving_request(world: World, random: Random) -> tuple[str, bytes]:
    kind, samples = random.choice((("segment", SEGMENTS), ("cohort", COHORTS)))
    body: Json = {"type": kind, "name": "x", "parameters": samples.draw(random)}
    return f"/api/websites/{world.attacked}/segments", text_of(body)


def _watch(world: World) -> None:
    connection = Connection(world.address, {})
    while not world.stop.wait(0.05):
        started = time.monotonic()
        connection.ask("GET", "/api/heartbeat")
        world.seen.pauses.append(time.monotonic() - started)


def _visit(world: World) -> None:
    connection = Connection(world.address, {"User-Agent": BROWSER})
    while not world.stop.wait(0.5):
        body = {"type": "event", "payload": {"website": world.quiet, "url": f"/{world.honest}"}}
        status, _ = connection.ask("POST", "/api/send", json.dumps(body).encode())
        if status == HTTPStatus.OK:
            world.honest += 1


def _stored(world: World) -> Mapping[str, int]:
    admin = Connection(world.address, {"Authorization": f"Bearer {world.token}"})
    query = "startAt=0&endAt=4102444800000&type=path&limit=500"
    _, body = admin.ask("GET", f"/api/websites/{world.quiet}/metrics?{query}")
    stats = json.loads(admin.ask("GET", f"/api/websites/{world.quiet}/stats?{query}")[1])
    return {"paths": len(json.loads(body)), "pageviews": stats["pageviews"]}


def _report(world: World, stored: Mapping[str, int], seconds: float, server: Server) -> int:
    seen = world.seen
    slowest = max(seen.pauses, default=0.0)
    is_exact = stored["pageviews"] == world.honest
    for line in _lines(seen):
        print(line)
    print(f"{seen.inputs} inputs in {seconds:.0f} s")
    print(f"slowest of {len(seen.pauses)} heartbeats: {slowest * 1000:.0f} ms")
    print(f"honest events: {world.honest} answered, {stored['pageviews']} stored")
    for error in seen.errors[:20]:
        print("ERROR", error)
    for line in [line for line in server.lines if '"error"' in line][:20]:
        print("LOG", line[:1000])
    return int(bool(seen.errors) or slowest > MAX_PAUSE or not is_exact)


def _lines(seen: Seen) -> Iterator[str]:
    for (kind, status), count in sorted(seen.statuses.items()):
        yield f"{kind:>8} {status}: {count}"


if __name__ == "__main__":
    sys.exit(main())
