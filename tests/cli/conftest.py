"""The command as people run it: a process of its own, on a `KOKUMI_DATA` of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMAND = "from kokumi.cli.main import main; main()"

SAYING_WHAT_IS_LOADED = """
import sys
from kokumi.cli.main import application
application(standalone_mode=False)
print([name for name in ("fastapi", "starlette", "uvicorn") if name in sys.modules])
"""
"""Runs the command in the same process, and prints which parts of the web framework it took along."""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `kokumi` with arguments and gives back what came of it."""

    def kokumi(*arguments: str, command: str = COMMAND) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", command, *arguments],
            env={**os.environ, "KOKUMI_DATA": str(tmp_path / "data"), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return kokumi
