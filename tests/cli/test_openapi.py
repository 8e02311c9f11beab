"""`kokumi openapi` prints the description of the API and touches no data."""

from __future__ import annotations

import json
from pathlib import Path

from cli.conftest import Run


def test_prints_the_document(run: Run, tmp_path: Path) -> None:
    printed = run("openapi")
    document = json.loads(printed.stdout)
    assert (printed.returncode, document["openapi"][:2], document["info"]["title"]) == (0, "3.", "Kokumi")
    assert not (tmp_path / "data").exists()
