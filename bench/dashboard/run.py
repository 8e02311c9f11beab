"""How long the overview takes to paint its figures, in a real Chromium with nothing in its cache.

    python bench/dashboard/run.py --events 10000000 --rounds 7

Makes the demo website in a new folder, or uses `--data` again, and opens the overview of its last 30 days,
each time in a new browser context: from the navigation until the five figures are painted, and until all
panels are. The first round warms the engine up and is not counted.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

import httpx
from playwright.sync_api import Browser, expect

from support.chromium import chromium
from support.server import COMMAND, environment, serving

_PASSWORD = "correct horse"  # noqa: S105 - of a server that lives for some minutes
_PATIENCE = 60_000


def main() -> None:
    """Run the benchmark and print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--data", type=Path, help="folder that holds the demo website already")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        data: Path = chosen.data or Path(made)
        if chosen.data is None:
            _make_demo(data, chosen.events)
        with serving(data, KOKUMI_ADMIN_PASSWORD=_PASSWORD, KOKUMI_LOG_LEVEL="warning") as server:
            token, website = _sign_in(server.address)
            with chromium() as browser:
                address = f"{server.address}/websites/{website}"
                rounds = [_open(browser, address, token) for _ in range(chosen.rounds + 1)][1:]
    for name, seconds in zip(("figures", "all panels"), zip(*rounds, strict=True), strict=True):
        print(
            f"{name:10} median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f} s"
        )


def _open(browser: Browser, address: str, token: str) -> tuple[float, float]:
    """Return the seconds until the figures, and until all panels, are painted."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="en-US")
    context.add_init_script(f"localStorage.setItem('kokumi.token', '{token}')")
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(".figure-value").first.wait_for(timeout=_PATIENCE)
    figures = time.perf_counter() - started
    expect(page.locator("[aria-busy=true], .mantine-Skeleton-root")).to_have_count(0, timeout=_PATIENCE)
    everything = time.perf_counter() - started
    context.close()
    return figures, everything


def _make_demo(data: Path, events: int) -> None:
    subprocess.run(  # noqa: S603 - our own program
        [*COMMAND, "demo", "--events", str(events)],
        env=environment(data, {"KOKUMI_ADMIN_PASSWORD": _PASSWORD}),
        check=True,
    )


def _sign_in(address: str) -> tuple[str, str]:
    """Return the administrator's token and the website's id."""
    body = {"username": "admin", "password": _PASSWORD}
    token = str(httpx.post(f"{address}/api/auth/login", json=body).json()["token"])
    websites = httpx.get(f"{address}/api/websites", headers={"Authorization": f"Bearer {token}"}).json()
    return token, str(websites["data"][0]["id"])


if __name__ == "__main__":
    main()
