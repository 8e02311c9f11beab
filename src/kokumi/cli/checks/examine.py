"""All checks of an installation, in the order in which they are told."""

from __future__ import annotations

import os
import time

from kokumi.cli.checks import data, exposure, program, stores
from kokumi.cli.checks.finding import Finding, problem
from kokumi.cli.lock import Holder, holder
from kokumi.errors import SetupError
from kokumi.settings import Settings, read_settings


def examine() -> list[Finding]:
    """Return what there is to say of the installation that the environment describes; nothing is changed."""
    try:
        settings = read_settings()
    except SetupError as error:
        return [problem("settings", str(error), "Correct the variable; README.md has them all.")]
    user = os.geteuid()
    folder = data.folder(settings.data, user)
    try:
        holding = holder(settings.data)
    except OSError as error:
        cannot = problem("lock", f"It cannot be read: {error.strerror}", "Run this as the server's user.")
        return [program.versions(), folder, cannot]
    return [program.versions(), folder, *_rest(settings, holding)]


def _rest(settings: Settings, holding: Holder | None) -> list[Finding]:
    now = time.time()
    is_ours = settings.data.is_dir() and data.is_of(settings.data, os.geteuid())
    return [
        data.server(holding),
        data.room(data.free_bytes(settings.data)),
        *stores.metadata(settings),
        stores.events(settings, holding, may_open=is_ours),
        program.dashboard(),
        program.countries(settings.country_database, now),
        program.memory(settings, program.available_memory()),
        program.clock(settings.data, now, is_kept=program.is_clock_kept()),
        exposure.listening(settings),
        exposure.proxies(settings),
    ]
