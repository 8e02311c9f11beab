"""What came with the program, and what it is given: files, memory, the clock."""

from __future__ import annotations

import ctypes
import os
import platform
import time
from pathlib import Path

import maxminddb

from kokumi import __version__
from kokumi.cli.checks.finding import Finding, ok, problem, warning
from kokumi.collect.place import own_database
from kokumi.settings import Settings

_OLD_DAYS = 400
_DAY = 86_400
_AT_REST = 500_000_000
_TIME_ERROR = 5
"""What adjtimex says of a clock that nothing keeps right."""

_TIMEX_BYTES = 512
"""More than the structure has that adjtimex fills in."""

_REINSTALL = "Install Kokumi again (from a clone: make setup)."


def versions() -> Finding:
    """Return what runs; always well."""
    return ok("program", f"Kokumi {__version__}, Python {platform.python_version()}.")


def countries(database: Path | None, now: float) -> Finding:
    """Whether countries can be told from addresses, by a database of our days."""
    name = "country database"
    path = database or own_database()
    if path is None:
        return warning(name, "It did not come with the package: visitors have no country.", _REINSTALL)
    try:
        with maxminddb.open_database(path) as reader:
            days = int((now - reader.metadata().build_epoch) // _DAY)
    except (OSError, maxminddb.InvalidDatabaseError) as error:
        return problem(name, f"{path} cannot be read: {error}", "See to KOKUMI_COUNTRY_DATABASE.")
    if days > _OLD_DAYS:
        newer = "Set KOKUMI_COUNTRY_DATABASE to a newer one." if database else "Install a newer Kokumi."
        return warning(name, f"It is {days} days old.", newer)
    return ok(name, f"It is {days} days old.")


def dashboard() -> Finding:
    """Whether the dashboard is in the package."""
    from kokumi.api.routes.dashboard import BUILT

    if not (BUILT / "index.html").is_file():
        return warning("dashboard", "It was not built: only the API is served.", _REINSTALL)
    return ok("dashboard", "It is there.")


def memory(settings: Settings, available: int) -> Finding:
    """Whether the reports that may run at a time fit into the memory there is."""
    name = "memory"
    most = settings.most_reports * settings.query_memory + _AT_REST
    found = f"{available / 1e9:.1f} GB are there, and reports may bring the server to {most / 1e9:.1f} GB."
    if most > available:
        return warning(name, found, "Lower KOKUMI_QUERY_MEMORY or KOKUMI_QUERY_THREADS.")
    return ok(name, found)


def clock(data: Path, now: float, *, is_kept: bool) -> Finding:
    """Whether the clock can be right: visits, sign-ins and time ranges go by it."""
    name = "clock"
    ahead = max((path.stat().st_mtime for path in data.glob("*")), default=0) - now
    if ahead > _DAY:
        return problem(
            name,
            "Files here are from the future: the clock is behind.",
            "Set it, and have NTP keep it right: timedatectl set-ntp true.",
        )
    if not is_kept:
        shown = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(now))
        found = f"It shows {shown}, and nothing keeps it right."
        return warning(name, found, "Have NTP do so: timedatectl set-ntp true.")
    return ok(name, "It is kept right.")


def available_memory() -> int:
    """Return the bytes that this process may have, of the machine or of its container."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        return min(machine, int(Path("/sys/fs/cgroup/memory.max").read_text("ascii")))
    except (OSError, ValueError):  # no container, or one without a limit
        return machine


def is_clock_kept() -> bool:
    """Whether the system's clock is kept right, or the system does not know."""
    try:
        state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    except (OSError, AttributeError):
        return True
    return state != _TIME_ERROR
