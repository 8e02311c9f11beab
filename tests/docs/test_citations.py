"""Citations of the documentation lead somewhere: those in code and tests, and links to a section."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docs.generated import ROOT

FOLDERS = ("src", "tests", "bench", "dashboard/src", "docs")
SUFFIXES = {".css", ".js", ".json", ".md", ".py", ".sql", ".ts", ".tsx", ".yaml"}
CITATION = re.compile(r"(?<![\w./-])docs/(?P<page>[\w/.-]*\w)(?:#(?P<anchor>[\w-]+))?")
LINK = re.compile(r"\]\((?P<page>[^):\s#]*)#(?P<anchor>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
UNPUBLISHED = re.compile(r"\bSPEC\b|\bAPI\.md\b")
"""Names of texts that are not in the repository, which nobody could look up."""


def lines() -> Iterator[tuple[str, str]]:
    """Yield each line of the project's texts in these folders, with the place where it stands."""
    for file in _listed(*FOLDERS):
        if file.suffix in SUFFIXES:
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                yield f"{file.relative_to(ROOT)}:{number}", line


def test_citations_lead_somewhere() -> None:
    cited = [(place, match) for place, line in lines() for match in CITATION.finditer(line)]
    lost = [f"{place}: {match[0]}" for place, match in cited if not _is_there(match["page"], match["anchor"])]
    assert lost == []
    assert len(cited) > 100


def test_nothing_unpublished_is_cited() -> None:
    assert [place for place, line in lines() if UNPUBLISHED.search(line)] == []


@pytest.mark.parametrize("page", ["funnel.md#chain", "funnels.md", "funnel#nowhere", "../nowhere"])
def test_what_is_not_there_is_noticed(page: str) -> None:
    match = CITATION.search(f"as in docs/spec/{page} and nowhere else")
    assert match is not None
    assert not _is_there(match["page"], match["anchor"])


def test_links_to_sections_lead_somewhere() -> None:
    links = [
        (page, match["page"], match["anchor"])
        for page in _listed("*.md")
        for match in LINK.finditer(page.read_text("utf-8"))
    ]
    lost = [
        f"{page.relative_to(ROOT)}: {target}#{anchor}"
        for page, target, anchor in links
        if anchor not in _anchors(page.parent / target if target else page)
    ]
    assert lost == []
    assert len(links) > 100


def _listed(*patterns: str) -> list[Path]:
    """Return the files of the project with such names or in such folders."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


def _is_there(page: str, anchor: str | None) -> bool:
    """Return whether a page exists, named with or without `.md`; a decision may be its number alone."""
    folder = ROOT / "docs"
    named = (folder / page, folder / f"{page}.md", *folder.glob(f"{page}-*.md"))
    found = next((path for path in named if path.exists()), None)
    return found is not None and (anchor is None or (found.is_file() and anchor in _anchors(found)))


@cache
def _anchors(page: Path) -> frozenset[str]:
    """Return what a forge makes of a page's headings: lower case, hyphens, no other punctuation."""
    headings = HEADING.findall(CODE.sub("", page.read_text("utf-8")))
    return frozenset(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings)
