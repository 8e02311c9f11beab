"""What the pages promise is there: files that they link to, tests that they name."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from docs.generated import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TEST = re.compile(r"`tests/(?P<file>[\w/]+\.py)(?:::(?P<function>\w+)(?:\[(?P<id>[^`]+)\])?)?`")


def pages() -> list[Path]:
    """Return the pages that belong to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],  # noqa: S607 - the one on the path
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_each_difference_names_its_test() -> None:
    text = (ROOT / "docs" / "compat.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Where")]
    rows = [row for row in rows if not row.startswith("| ---")]
    assert [row for row in rows if not TEST.search(row.rsplit("|", 2)[1])] == []


@pytest.mark.parametrize("name", ["compat.md", "security.md"])
def test_tests_that_are_named_exist(name: str) -> None:
    found = list(TEST.finditer((ROOT / "docs" / name).read_text("utf-8")))
    missing = [match[0] for match in found if not _is_there(match)]
    assert missing == []
    assert len(found) > 20


def test_each_boundary_names_its_test() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    tables = text.split("| Boundary |")[1:]
    rows = [row for table in tables for row in table.partition("\n\n")[0].splitlines()[2:]]
    assert [row for row in rows if not TEST.search(row.rsplit("|", 2)[1])] == []
    assert len(tables) == 4
    assert len(rows) > 30


def _is_there(match: re.Match[str]) -> bool:
    file = ROOT / "tests" / match["file"]
    if not file.exists():
        return False
    text = file.read_text("utf-8")
    has_function = not match["function"] or f"def {match['function']}(" in text
    return has_function and (not match["id"] or f'"{match["id"]}"' in text)
