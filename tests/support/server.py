"""A real `kokumi` in a process of its own, as an operator runs it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = (sys.executable, "-W", "error", "-c", "from kokumi.cli.main import main; main()")

_SERVES = re.compile(r"Kokumi serves at (\S+)")
_PATIENCE = 60.0
"""Seconds that a start or a stop may take on a busy machine."""


@dataclass
class Server:
    """A server that runs, and what it wrote on stderr."""

    process: subprocess.Popen[str]
    address: str = ""
    lines: list[str] = field(default_factory=list)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send it a signal, and return its exit code once it is gone."""
        self.process.send_signal(how)
        return self.process.wait(_PATIENCE)


def environment(data: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment with these settings, and no others, of Kokumi."""
    foreign = {name: value for name, value in os.environ.items() if not name.startswith("KOKUMI_")}
    return {**foreign, "KOKUMI_DATA": str(data), **settings}


def run(data: Path, *words: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Return what a command said, once it has ended."""
    return subprocess.run(
        [*COMMAND, *words],
        env=environment(data, settings),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )


@contextmanager
def serving(data: Path, *words: str, **settings: str) -> Iterator[Server]:
    """Run `kokumi serve` on a free port, from when it can be spoken to until the end of the block."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", *words],
        env=environment(data, settings),
        stderr=subprocess.PIPE,
        text=True,
    )
    server = Server(process)
    is_up = threading.Event()
    reader = threading.Thread(target=_read, args=(server, is_up), daemon=True)
    reader.start()
    try:
        is_up.wait(_PATIENCE)
        if not server.address:
            raise AssertionError("the server did not start:\n" + "\n".join(server.lines))
        yield server
    finally:
        process.kill()
        process.wait(_PATIENCE)
        reader.join(_PATIENCE)
        if process.stderr is not None:
            process.stderr.close()


def _read(server: Server, is_up: threading.Event) -> None:
    for line in server.process.stderr or ():
        server.lines.append(line.rstrip("\n"))
        if (match := _SERVES.search(line)) is not None:
            server.address = match[1]
            is_up.set()
    is_up.set()
