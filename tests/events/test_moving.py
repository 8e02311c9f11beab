"""From the embedded engine to a server and on to a cluster, by the script that docs/cluster.md gives."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kokumi.events.store import EventStore
from kokumi.sql.fragment import identifier, sql
from support.server import environment, run
from support.stores import SHARED

_PAGE = Path(__file__).parents[2] / "docs" / "cluster.md"
_SCRIPT = re.compile(r"<!-- moving -->\n```python\n(.*?)```", re.DOTALL)


def test_all_rows_arrive(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    assert run(tmp_path, "demo", "--events", "3000", "--end", "2026-10-31T18:00:00Z").returncode == 0
    source, sums = f"chdb://{tmp_path / 'events'}", []
    for name in SHARED:
        target = request.getfixturevalue(name).new_database()
        store = EventStore(target, clients=1)
        moved = move(tmp_path, source, target)
        assert moved.stdout.splitlines() == ["events 3000 of 3000", "identifications 43 of 43"]
        sums.append([checksum(store, table) for table in ("events", "identifications")])
        store.close()
        assert "events is not empty" in move(tmp_path, source, target).stderr
        source = target
    assert sums == sums[:1] * len(SHARED)


def move(folder: Path, source: str, target: str) -> subprocess.CompletedProcess[str]:
    """Run the page's script."""
    script = _SCRIPT.search(_PAGE.read_text("utf-8"))
    assert script is not None
    return subprocess.run(
        [sys.executable, "-c", script[1]],
        env=environment(folder, {"OLD": source, "NEW": target}),
        capture_output=True,
        text=True,
        check=False,
    )


def checksum(store: EventStore, table: str) -> object:
    """Return what stands for all the rows of a table."""
    question = sql("select count(), sum(cityHash64(*)) from $table", table=identifier(table))
    return store.query(question, name="test").rows
