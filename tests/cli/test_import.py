"""`kokumi import umami` on an empty folder, before any server ran."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import SAYING_WHAT_IS_LOADED, Run

EXAMPLE = str(Path(__file__).parents[1] / "example" / "data")

STORED = """\
New website: example.com (a1a1a1a1-0000-4000-8000-000000000001)
New website: example.com (b2b2b2b2-0000-4000-8000-000000000002)
Stored 7442 events and 0 identifications.
"""
STORED_BEFORE = """\
Stored 0 events and 0 identifications.
Skipped 7442 events that are stored already.
"""


def test_imports_once(run: Run) -> None:
    first = run("import", "umami", EXAMPLE)
    assert (first.returncode, first.stdout) == (0, STORED)
    assert "sign in as admin with the password" in first.stderr
    second = run("import", "umami", EXAMPLE)
    assert (second.returncode, second.stdout) == (0, STORED_BEFORE)
    assert "password" not in second.stderr


def test_does_not_load_the_web_framework(run: Run) -> None:
    assert run("import", "umami", EXAMPLE, command=SAYING_WHAT_IS_LOADED).stdout.splitlines()[-1] == "[]"


def test_says_what_is_wrong_with_the_source(run: Run, tmp_path: Path) -> None:
    for source, sentence in (
        (str(tmp_path / "nowhere"), "There is no folder"),
        (str(tmp_path), "There is no table website_event, so there is nothing to import."),
        ("postgresql://127.0.0.1:1/umami", "The database cannot be opened"),
    ):
        refused = run("import", "umami", source)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert sentence in refused.stderr
