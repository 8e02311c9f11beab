"""How long each report takes over HTTP, as a ratio to the plainest question of the same rows.

    python bench/reports/run.py --events 10000000 --rounds 7
    python bench/reports/run.py --events 10000000 --rounds 3 --options

Makes the demo website (about 5 events a visit, 7 a visitor, 92 days) in a new folder, or uses `--data` again.
R is the time of `select uniqExact(session_id)` over the rows that the reports read, asked of the same engine
`--rounds` times before the server starts and as often after it stops, since other work on the machine comes
and goes. Each report is asked once to warm up, then in `--rounds` turns.

With `--options` each report is asked plainly and with its options by turns. An option may take three times as
long as the plain report, or 1.5 s if that is more (markov, first of all time and lifetime value twice that).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.server import Server, serving

_PASSWORD = "correct horse"  # noqa: S105 - of a server that lives for some minutes
_START = "2026-08-01T00:00:00Z"
_END = "2026-11-01T00:00:00Z"
_SEED = 1
_NONE: Mapping[str, object] = {}

_BASELINE = """
import sys, time
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
store = EventStore("chdb://" + sys.argv[1], clients=1)
question = sql("select uniqExact(session_id) from events where website_id = {website:UUID}"
    " and event_type in (1, 2) and created_at >= parseDateTime64BestEffort({start:String}, 3, 'UTC')"
    " and created_at <= parseDateTime64BestEffort({end:String}, 3, 'UTC')",
    website=sys.argv[2], start=sys.argv[3], end=sys.argv[4])
for _ in range(int(sys.argv[5])):
    started = time.perf_counter()
    store.query(question, name="baseline")
    print(time.perf_counter() - started)
store.close()
"""

_QUESTIONS: dict[str, dict[str, object]] = {
    "goals": {"type": "event", "value": "signup"},
    "utm": {},
    "retention": {"timezone": "America/New_York"},
    "funnel": {
        "steps": [
            {"type": "path", "value": "/"},
            {"type": "path", "value": "/product*"},
            {"type": "event", "value": "purchase"},
        ],
        "window": 30,
    },
    "breakdown": {"fields": ["os", "country"]},
    "journey": {"steps": 5},
    "revenue": {"currency": "USD", "timezone": "America/New_York"},
    "lifecycle": {"timezone": "America/New_York"},
    "stickiness": {"timezone": "America/New_York"},
    "attribution": {"model": "first-click", "type": "event", "step": "purchase"},
    "trend": {"series": [{"type": "path", "value": "/product*", "measure": "events"}]},
}

_PURCHASE = {"type": "event", "value": "purchase"}
_SIGNUP = {"type": "event", "value": "signup"}
_PAGE = {"type": "path", "value": "/product*"}

_SEVERAL_GOALS: dict[str, object] = {"type": None, "value": None, "goals": [_SIGNUP, _PURCHASE]}

_OPTIONS: dict[str, dict[str, dict[str, object]]] = {
    "goals": {
        "two goals": {**_SEVERAL_GOALS},
        "trend by day": {**_SEVERAL_GOALS, "trend": "day"},
        "times": {**_SEVERAL_GOALS, "timing": True},
        "revenue": {**_SEVERAL_GOALS, "currency": "USD"},
        "by country": {**_SEVERAL_GOALS, "breakdown": {"field": "country"}},
        "persons": {"entity": "person"},
    },
    "utm": {
        "details": {"details": True},
        "goals and revenue": {"details": True, "goals": [_PURCHASE], "currency": "USD"},
        "persons": {"details": True, "entity": "person"},
    },
    "retention": {
        "weeks": {"unit": "week", "periods": 8},
        "months of persons": {"unit": "month", "periods": 3, "entity": "person"},
        "start and return": {"unit": "week", "start": _SIGNUP, "return": _PURCHASE},
        "first of all time": {"first": "ever", "returns": "onOrAfter"},
        "by country": {"breakdown": {"field": "country"}, "limit": 5},
        "all cells": {"cells": "all", "average": True, "intervals": True},
    },
    "funnel": {
        "strict": {"order": "strict", "timing": True},
        "any order": {"order": "any"},
        "exclusions": {"exclusions": [{"type": "path", "value": "/help*", "after": 1, "before": 2}]},
        "trend by week": {"trend": "week"},
        "by country": {"breakdown": {"field": "country"}, "limit": 5, "currency": "USD"},
        "persons": {"entity": "person", "intervals": True},
    },
    "breakdown": {
        "paths of a visit": {"fields": ["entryPath", "exitPath"]},
        "channels": {"fields": ["channel"], "goals": [_PURCHASE], "currency": "USD", "orderBy": "revenue"},
        "persons": {"entity": "person"},
    },
    "journey": {
        "flow": {"flow": True, "nodes": 10},
        "backward": {"flow": True, "nodes": 5, "direction": "backward", "endStep": "purchase"},
        "from anywhere": {"from": "anywhere", "startStep": "/product*"},
        "groups": {"groups": [{"pattern": "/product*", "name": "Products"}], "collapse": True},
        "persons": {"entity": "person"},
    },
    "revenue": {
        "customers": {"customers": True, "refunds": True},
        "lifetime value": {"ltv": {"unit": "month", "periods": 3}},
        "all lists, persons": {"lists": "all", "entity": "person"},
    },
    "attribution": {
        "linear": {"model": "linear"},
        "decay with channels": {"model": "decay", "halfLife": 7, "channel": True},
        "lookback": {"model": "position", "lookback": 30},
        "shapley": {"model": "shapley"},
        "markov": {"model": "markov"},
        "persons": {"model": "linear", "entity": "person"},
    },
    "lifecycle": {"weeks of persons": {"unit": "week", "entity": "person"}},
    "stickiness": {"persons": {"entity": "person"}},
    "trend": {
        "visitors": {"series": [{**_PAGE, "measure": "visitors"}]},
        "by path": {"breakdown": {"field": "path"}, "limit": 10},
        "persons by week": {"series": [{**_PAGE, "measure": "visitors"}], "unit": "week", "entity": "person"},
    },
}  # fmt: skip
_ALLOWED_SECONDS = 1.5
_TWICE = {"markov", "first of all time", "lifetime value"}


@dataclass(frozen=True)
class Measured:
    """How long a report took: median and 95th percentile, in seconds."""

    report: str
    median: float
    p95: float


@dataclass(frozen=True)
class Asked:
    """A server with the demo website, and who may ask."""

    server: Server
    website: str
    token: str

    def ask(self, report: str, options: Mapping[str, object] = _NONE) -> float:
        """Return the seconds that a report takes, over HTTP."""
        parameters = {"startDate": _START, "endDate": _END, **_QUESTIONS[report], **options}
        body = {"websiteId": self.website, "parameters": parameters}
        started = time.perf_counter()
        post(self.server, f"/api/reports/{report}", body, self.token)
        return time.perf_counter() - started

    def measure(self, report: str, rounds: int) -> Measured:
        """Return how long a report takes once it is warm."""
        self.ask(report)
        seconds = sorted(self.ask(report) for _ in range(rounds))
        p95 = seconds[min(len(seconds) - 1, round(0.95 * len(seconds)))]
        return Measured(report, statistics.median(seconds), p95)

    def measure_options(self, report: str, rounds: int) -> dict[str, tuple[float, float]]:
        """Return the median seconds of the plain report and of each option, asked by turns."""
        found = {}
        for name, options in _OPTIONS.get(report, {}).items():
            self.ask(report, options)
            turns = [(self.ask(report), self.ask(report, options)) for _ in range(rounds)]
            plain, asked = zip(*turns, strict=True)
            found[name] = (statistics.median(plain), statistics.median(asked))
        return found


def main() -> None:
    """Run the benchmark and print a line for each report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--data", type=Path, help="folder to keep the data in, and to use again")
    options.add_argument("--options", action="store_true", help="measure the options of each report instead")
    chosen = options.parse_args()
    with folder(chosen.data) as data:
        website = make_demo(data, chosen.events)
        if chosen.options:
            measure_options(data, website, chosen.rounds)
            return
        baseline = measure_baseline(data, website, chosen.rounds)
        with serving(data, KOKUMI_ADMIN_PASSWORD=_PASSWORD, KOKUMI_LOG_LEVEL="warning") as server:
            asked = Asked(server, website, sign_in(server))
            measured = [asked.measure(report, chosen.rounds) for report in _QUESTIONS]
            memory = _peak_mb(server)
        baseline += measure_baseline(data, website, chosen.rounds)
    print_ratios(statistics.median(baseline), measured)
    print(f"events {chosen.events}, server's peak memory {memory} MB")


def measure_options(data: Path, website: str, rounds: int) -> None:
    """Print a line for each option of each report, and say which take longer than they may."""
    with serving(data, KOKUMI_ADMIN_PASSWORD=_PASSWORD, KOKUMI_LOG_LEVEL="warning") as server:
        asked = Asked(server, website, sign_in(server))
        for report in _QUESTIONS:
            for name, (plain, seconds) in asked.measure_options(report, rounds).items():
                allowed = max(3 * plain, _ALLOWED_SECONDS) * (2 if name in _TWICE else 1)
                verdict = "" if seconds <= allowed else "  TOO LONG"
                figures = f"{seconds / plain:5.2f} x plain   {seconds:6.3f} s   plain {plain:6.3f} s"
                print(f"{report:12} {name:22} {figures}{verdict}", flush=True)
        print(f"server's peak memory {_peak_mb(server)} MB")


def print_ratios(baseline: float, measured: Sequence[Measured]) -> None:
    """Print R, and a line for each report and for all together."""
    print(f"R {baseline * 1000:.0f} ms")
    for each in measured:
        ratio = each.median / baseline
        print(f"{each.report:12} {ratio:6.2f} R   median {each.median:6.3f} s   p95 {each.p95:6.3f} s")
    total = sum(each.median for each in measured)
    print(f"{'together':12} {total / baseline:6.2f} R          {total:6.3f} s")


def measure_baseline(data: Path, website: str, rounds: int) -> list[float]:
    """Return R in seconds, measured that many times."""
    output = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _BASELINE, str(data / "events"), website, _START, _END, str(rounds + 1)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return [float(line) for line in output.splitlines()[1:]]


def make_demo(data: Path, events: int) -> str:
    """Return the id of the demo website, made if it is not there."""
    done = subprocess.run(  # noqa: S603 - our own program
        [
            *(sys.executable, "-c", "from kokumi.cli.main import main; main()", "demo"),
            *("--events", str(events), "--seed", str(_SEED), "--end", _END),
        ],
        env={**os.environ, "KOKUMI_DATA": str(data), "KOKUMI_ADMIN_PASSWORD": _PASSWORD},
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    found = re.search(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", done.stdout + done.stderr)
    if found is None:
        raise SystemExit(done.stdout + done.stderr)
    return found[0]


def sign_in(server: Server) -> str:
    """Return a token of the administrator's."""
    return str(post(server, "/api/auth/login", {"username": "admin", "password": _PASSWORD})["token"])


def post(server: Server, path: str, body: object, token: str = "") -> dict[str, object]:
    """Return the answer to a request."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        server.address + path, json.dumps(body).encode(), {"Authorization": f"Bearer {token}"}
    )
    with urllib.request.urlopen(request) as response:  # noqa: S310
        found: dict[str, object] = json.load(response)
        return found


@contextmanager
def folder(kept: Path | None) -> Iterator[Path]:
    """Return the folder to work in; a new one is removed afterwards."""
    if kept is not None:
        yield kept
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _peak_mb(server: Server) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    match = re.search(r"VmHWM:\s+(\d+)", status)
    return int(match[1]) // 1024 if match else 0


if __name__ == "__main__":
    main()
