"""`kokumi sql` prints what a report would ask, and touches no data."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

GOAL = '{"startDate": "2025-10-01", "endDate": "2025-10-31", "type": "path", "value": "/a*"}'


def test_prints_the_statement_and_its_values(run: Run, tmp_path: Path) -> None:
    request = tmp_path / "goal.json"
    request.write_text(GOAL)
    printed = run("sql", "goals", str(request))
    assert (printed.returncode, printed.stdout.splitlines()[:2]) == (
        0,
        ["select", "    uniqExactIf(session_id, (event_type = 1 and path like {goal:String})) as num,"],
    )
    assert "-- goal = '/a%'" in printed.stdout.splitlines()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("report", "request_text", "error"),
    [
        ("sales", GOAL, "There is no report sales; there are attribution, "),
        ("goals", "[]", "The request must be a JSON object."),
        ("goals", "{", "The request is not JSON: "),
        ("goals", GOAL.replace("value", "valeu"), "parameters.valeu: is not known here; did you mean value?"),
    ],
)
def test_says_what_is_wrong(run: Run, tmp_path: Path, report: str, request_text: str, error: str) -> None:
    request = tmp_path / "request.json"
    request.write_text(request_text)
    refused = run("sql", report, str(request))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"Error: {error}" in refused.stderr
